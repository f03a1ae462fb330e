package layout

import (
	"fmt"
	"strings"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A stamp is a seal with its place across the page and its size.
type stamp struct {
	node             *notice.Seal
	x, width, height Unit
}

// sealed is 7.3.5.1: the issuer centred above the date, the seal in the middle of
// both.
func (t *setter) sealed(s *notice.Signature) *signature {
	area, body := t.sheet.AreaWidth.Unit, t.body()
	issuer, date := t.flush(s.Issuer, body, area), t.flush(s.Date, body, area)
	middle := area - gb9704.Seals().Middle(t.sheet.Cell.Unit, width(issuer), width(date))
	rows := append(issuer, date...)
	for i := range rows {
		one := rows[i : i+1]
		shift(one, middle-width(one)/2)
	}
	wide, high := Unit(s.Seal.Width)*gb9704.Um, Unit(s.Seal.Height)*gb9704.Um
	out := &signature{rows: rows, src: sourceOf(s.Issuer)}
	out.seal = &stamp{s.Seal, t.sheet.Left.Unit + middle - wide/2, wide, high}
	t.checkSeal(s, out)
	return out
}

// checkSeal reports a seal that is pressed on nothing, does not cover the rows it
// is pressed on, or leaves the type area.
func (t *setter) checkSeal(s *notice.Signature, set *signature) {
	cell := t.sheet.Cell.Unit
	tight := min(t.sheet.Pitch.Unit, gb9704.Signatures().Tightest.Unit)
	seal, left := set.seal, t.sheet.Left.Unit
	text := make([]row, fewRows)
	least := height(text, cell, tight) + set.height(cell, tight)
	switch right := left + t.sheet.AreaWidth.Unit; {
	case len(set.rows) == 0:
		t.badSeal(s, "没有署名和成文日期，印章会盖在空白处", "补上发文机关和成文日期")
	case seal.height < height(set.rows, cell, t.sheet.Pitch.Unit):
		t.badSeal(s, fmt.Sprintf("%s，压不住署名和成文日期的%d行", size(s.Seal), len(set.rows)), "把“印章尺寸”改大，写印章的实际直径")
	case seal.x < left || seal.x+seal.width > right:
		t.badSeal(s, size(s.Seal)+"，超出版心的左右边缘", "把“印章尺寸”改小，写印章的实际直径")
	case least > t.sheet.RowsHigh():
		t.badSeal(s, size(s.Seal)+"，一页放不下正文末尾和印章", "把“印章尺寸”改小，写印章的实际直径")
	}
}

func (t *setter) badSeal(s *notice.Signature, message, hint string) {
	t.problems = append(t.problems, badSeal.At(sourceOf(s.Issuer), message, hint))
}

// size says how large a seal is.
func size(s *notice.Seal) string {
	return fmt.Sprintf("印章宽%s毫米、高%s毫米", millimetres(s.Width), millimetres(s.Height))
}

// millimetres is a number of thousandths of a millimetre as people write it.
func millimetres(thousandths int) string {
	whole, rest := thousandths/1000, thousandths%1000
	if rest == 0 {
		return fmt.Sprint(whole)
	}
	return strings.TrimRight(fmt.Sprintf("%d.%03d", whole, rest), "0")
}

// over reports whether s, which may be nil, is pressed on what stands on the rows
// beside it.
func (s *stamp) over(rows []row) bool {
	for _, r := range rows {
		if n := len(r.runs); s != nil && n > 0 && r.runs[n-1].end() > s.x && r.runs[0].X < s.x+s.width {
			return true
		}
	}
	return false
}

// press puts s, which may be nil, on the last page with its upper edge at top.
func (p *pager) press(s *stamp, top Unit) {
	if s == nil {
		return
	}
	items := p.items()
	*items = append(*items, &Picture{X: s.x, Y: top, Width: s.width, Height: s.height, Node: s.node})
}
