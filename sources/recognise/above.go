package recognise

import (
	"regexp"
	"slices"
	"strconv"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// aboveKeys are the labels in the rows above a header; what follows one, up to
// the next, is its value.
var (
	aboveKeys = regexp.MustCompile(`(填报单位|填表单位|报送单位|编制单位|单位名称|单位|填报时间|填报日期|填表时间|填表日期|报送时间|制表时间|制表日期|时间|日期|填报人|填表人|制表人|审核人|联系人|联系电话|电话)(?:（[^）]*）|\([^)]*\))?\s*[：:]`)
	unitKey   = regexp.MustCompile(`单位`)
	dayKey    = regexp.MustCompile(`时间|日期`)
)

// fewestCells is how many cells make a row above a header look like a finding.
const fewestCells = 3

// above reads the rows above a sheet's first header: the ledger's name and who
// filled it in when. A row that looks like a finding there means that the header
// over it was not understood.
func (r *reader) above(s sheet, header int) {
	for row := 1; row < header; row++ {
		cells := s.own(row)
		switch {
		case len(cells) == 0:
		case slices.ContainsFunc(cells, hasLabel):
			r.labels(cells)
		case len(cells) >= fewestCells:
			r.report(unclearRow, s.pos(row, 0), "表头上面的这一行写了“"+brief(cells[0].Text)+"”等 "+strconv.Itoa(len(cells))+" 格内容，没有读入",
				"是问题的，移到第"+strconv.Itoa(header)+"行表头的下面；它上面另有表头的，核对那个表头的栏名")
		case len(cells) == 1 && r.ledger.Info.LedgerTitle.Text == "" && len(r.ledger.Tables) == 0:
			if r.sound(cells[0]) {
				r.ledger.Info.LedgerTitle = value(cells[0])
			}
		default:
			r.skip(s.pos(row, 0), "表头上面的文字"+quote(cells[0].Text))
		}
	}
}

func hasLabel(c *grid.Cell) bool { return aboveKeys.MatchString(c.Text) }

// labels reads a row of labels; only the first ledger of a book is asked.
func (r *reader) labels(cells []*grid.Cell) {
	if len(r.ledger.Tables) > 0 {
		return
	}
	for i, c := range cells {
		if keys := aboveKeys.FindAllStringSubmatchIndex(c.Text, -1); len(keys) > 0 && r.sound(c) {
			label(&r.ledger.Info, cells, i, keys)
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
