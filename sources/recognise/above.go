package recognise

import (
	"regexp"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// aboveKeys are the labels in the rows above a header; what follows one, up to
// the next, is its value.
var (
	aboveKeys = regexp.MustCompile(`(填报单位|填表单位|报送单位|编制单位|单位名称|单位|填报时间|填报日期|填表时间|填表日期|报送时间|制表时间|制表日期|时间|日期|填报人|填表人|制表人|审核人|联系人|联系电话|电话)(?:（[^）]*）|\([^)]*\))?\s*[：:]`)
	unitKey   = regexp.MustCompile(`单位`)
	dayKey    = regexp.MustCompile(`时间|日期`)
)

// above reads the rows above the first header: the ledger's name and who filled
// it in when. Only the first ledger of a book is asked.
func (r *reader) above(s sheet, header int) {
	if len(r.ledger.Tables) > 0 {
		return
	}
	info := &r.ledger.Info
	for row := 1; row < header; row++ {
		cells := s.own(row)
		for i, c := range cells {
			keys := aboveKeys.FindAllStringSubmatchIndex(c.Text, -1)
			switch {
			case len(keys) > 0:
				label(info, cells, i, keys)
			case i > 0 && endsWithKey(cells[i-1]): // taken with its label
			case info.LedgerTitle.Text == "":
				info.LedgerTitle = value(c)
			default:
				r.skip(s.pos(row, 0), "表头上面的文字")
			}
		}
	}
}

func endsWithKey(c grid.Cell) bool {
	keys := aboveKeys.FindAllStringIndex(c.Text, -1)
	return len(keys) > 0 && ledger.Trim(c.Text[keys[len(keys)-1][1]:]) == ""
}

// label takes the values of the labels in cells[i]; the last one's may stand in
// the next cell.
func label(info *ledger.Info, cells []grid.Cell, i int, keys [][]int) {
	text := cells[i].Text
	for k, key := range keys {
		end := len(text)
		if k+1 < len(keys) {
			end = keys[k+1][0]
		}
		v := part(cells[i].Pos, text[key[1]:end])
		as := ledger.Stored{}
		if v.Text == "" && k == len(keys)-1 && i+1 < len(cells) && !aboveKeys.MatchString(cells[i+1].Text) {
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

// part is a value within a cell.
func part(at problem.Pos, text string) ledger.Cell {
	text = ledger.Trim(text)
	return ledger.Cell{Pos: at, Raw: text, Text: text}
}
