package recognise

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// aboveKeys are the labels in the rows above a header; what follows one, up to
// the next, is its value.
var (
	aboveKeys = regexp.MustCompile(`(填报单位|填表单位|报送单位|编制单位|单位名称|单位|填报时间|填报日期|填表时间|填表日期|报送时间|制表时间|制表日期|时间|日期|填报人|填表人|制表人|审核人|联系人|联系电话|电话)(?:（[^）]*）|\([^)]*\))?\s*[：:]`)
	unitKey   = regexp.MustCompile(`单位`)
	dayKey    = regexp.MustCompile(`时间|日期`)

	// attachment is what stands above a title; titleWords are in a table's title and
	// in no group's name.
	attachment = regexp.MustCompile(`^附[件表]?[\d一二三四五六七八九十]*[：:]?$`)
	tableTitle = regexp.MustCompile(`台账|一览表|统计表|情况表|附件`)
	titleWords = regexp.MustCompile(`台账|清单|一览表|统计|汇总|附件|整改情况|落实情况|进展情况|完成情况|说明|方案|通报|表$|表[（(]|^第.*页|续表|截至`)
)

const (
	fewestCells   = 3  // cells that make a row above a header look like a finding
	longestLabel  = 14 // characters of a heading or a count in a small table
	longestTitles = 6  // rows of a title
)

// above reads the rows from one up to a header: the ledger's name and who filled
// it in when. A row that looks like a finding there means that the header over it
// was not understood. It returns the group that the rows name, if h has no column
// for it.
func (r *reader) above(s sheet, from int, h header) (group ledger.Numbered) {
	var titles []*grid.Cell
	for row := from; row < h.top; row++ {
		cells := s.own(row)
		switch {
		case len(cells) == 0:
		case slices.ContainsFunc(cells, hasLabel):
			r.labels(s, cells)
		case len(cells) >= fewestCells && isOverview(cells):
			r.skip(s.pos(row, 0), "表头上面的统计数"+quote(cells[0].Text))
		case len(cells) >= fewestCells:
			r.report(unclearRow, s.pos(row, 0), "表头上面的这一行写了“"+brief(cells[0].Text)+"”等 "+strconv.Itoa(len(cells))+" 格内容，没有读入",
				"是问题的，移到第"+strconv.Itoa(h.top)+"行表头的下面；它上面另有表头的，核对那个表头的栏名")
		case len(cells) == 1 && group.Raw == "" && !h.names(ledger.FieldGroup) && namesGroup(cells[0].Text) && r.sound(cells[0]):
			group = numbered(cells[0])
		default:
			titles = append(titles, cells...)
		}
	}
	r.title(titles)
	return group
}

// title takes the ledger's name from the words above its header: the first that
// read like one.
func (r *reader) title(list []*grid.Cell) {
	list = slices.DeleteFunc(list, func(c *grid.Cell) bool { return !r.sound(c) })
	i := -1
	if r.ledger.Info.LedgerTitle.Text == "" && len(r.ledger.Tables) == 0 {
		i = slices.IndexFunc(list, func(c *grid.Cell) bool { return !isAttachment(c) && titleWords.MatchString(c.Text) })
		if i < 0 {
			i = slices.IndexFunc(list, func(c *grid.Cell) bool { return !isAttachment(c) })
		}
	}
	for k, c := range list {
		if k == i {
			r.ledger.Info.LedgerTitle = value(c)
			continue
		}
		r.skip(c.Pos, "表头上面的文字"+quote(c.Text))
	}
}

func isAttachment(c *grid.Cell) bool {
	return len(c.Text) <= longestHeading && attachment.MatchString(ledger.Squeeze(c.Text))
}

// isOverview takes a row of labels and counts: 问题总数 12 已完成 10.
func isOverview(cells []*grid.Cell) bool {
	_, number := ledger.ReadNumber(cells[0].Text)
	for _, c := range cells {
		if number || utf8.RuneCountInString(c.Text) > longestLabel {
			return false
		}
	}
	return slices.ContainsFunc(cells, isCount)
}

// isCount takes 12, 12条 and 80%.
func isCount(c *grid.Cell) bool {
	text := strings.TrimRight(ledger.HalfWidth(ledger.Squeeze(c.Text)), "个条项件%")
	return text != "" && strings.Trim(text, "0123456789.,") == ""
}

// namesGroup reports whether a line that stands alone reads like a 问题类别: （一） or
// 一、 before it, or 聚焦… or …方面.
func namesGroup(text string) bool {
	typed, words := ledger.SplitNumber(ledger.Trim(text))
	_, isHan := han(typed)
	switch {
	case words == "" || len(words) > longestHeading || typed != "" && !isHan:
		return false
	case strings.HasSuffix(words, "方面"), strings.HasSuffix(words, "领域"):
		return true
	}
	return (isHan || strings.HasPrefix(words, "聚焦")) && !titleWords.MatchString(words) && !has(words, []string{"巡察", "巡视", "反馈", "整改"})
}

func hasLabel(c *grid.Cell) bool { return aboveKeys.MatchString(c.Text) }

// labels reads a row of labels; only the first ledger of a book is asked. A date
// without a label is when it was filled in.
func (r *reader) labels(s sheet, cells []*grid.Cell) {
	first := len(r.ledger.Tables) == 0
	for i, c := range cells {
		keys := aboveKeys.FindAllStringSubmatchIndex(c.Text, -1)
		switch {
		case !first && i == 0:
			r.skip(s.pos(c.Pos.Row, 0), "表头上面的文字"+quote(c.Text))
		case first && len(keys) > 0 && r.sound(c):
			label(&r.ledger.Info, cells, i, keys)
		case first && i > 0 && r.ledger.Info.FilledOn.Text == "":
			if d := ledger.ParseDate(value(c), stored(c), false); d.Precision != ledger.NoDate {
				r.ledger.Info.FilledOn = d
			}
		}
	}
}

// label takes the values of the labels in cells[i]; the last one's may stand in
// the next cell.
func label(info *ledger.Info, cells []*grid.Cell, i int, keys [][]int) {
	text := cells[i].Text
	for k, key := range keys {
		end := len(text)
		if k+1 < len(keys) {
			end = keys[k+1][0]
		}
		v := ledger.NewCell(cells[i].Pos, ledger.Trim(text[key[1]:end]))
		as := ledger.Stored{}
		if v.Text == "" && k == len(keys)-1 && i+1 < len(cells) && cells[i+1].Flaw == nil && !aboveKeys.MatchString(cells[i+1].Text) {
			v, as = value(cells[i+1]), stored(cells[i+1])
		}
		switch name := text[key[2]:key[3]]; {
		case unitKey.MatchString(name) && info.FilledBy.Text == "":
			info.FilledBy = v
		case dayKey.MatchString(name) && info.FilledOn.Text == "":
			info.FilledOn = ledger.ParseDate(v, as, false)
		}
	}
}
