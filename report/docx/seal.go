package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A seal is what the text below one must know of it.
type seal struct {
	left  gb9704.Unit // its left edge, from the type area's
	below gb9704.Unit // how far it reaches below the date's line
}

// sealed sets issuer and date below the middle of the seal that is pressed on
// them (7.3.5.1). The seal is anchored to the date's paragraph, which has no space
// above it: programs disagree on whether an offset counts from below such space.
// That paragraph stays with 附注, if there is one, whose row the seal needs below
// the date.
func (b *body) sealed(s *notice.Signature, noted bool) {
	issuer, date := plain(s.Issuer), plain(s.Date)
	rule, area, l := gb9704.Seals(), b.sheet.AreaWidth.Unit, b.bodyLine()
	middle := area - rule.Middle(b.sheet.Cell.Unit, b.width(issuer), b.width(date))
	wide, high := sizeOf(s.Seal)
	toDate := gb9704.Unit(0) // from the first row to the date's
	if issuer != "" {
		toDate = l.pitch
	}
	rows, top := rule.Press(toDate+b.sheet.Cell.Unit, high)
	above, below := b.around(middle, issuer), b.around(middle, date)
	above.style, below.style = issuerStyle, dateStyle
	below.keep = noted
	if issuer != "" {
		above.before = l.before(l, rows)
		b.paragraph(above, s.Issuer.Text)
	} else {
		below.before = l.before(l, rows)
	}
	fromDate := top - rows - toDate + l.above() // from the upper edge of the date's line to the seal's
	b.pressed = seal{left: middle - wide/2, below: fromDate + high - l.pitch}
	b.open(below)
	b.stamp(s.Seal, b.pressed.left, fromDate)
	b.words(spansOf(b.spans[:0], "", s.Date.Text))
	b.raw(`</w:p>`)
}

// around is a line of words centred at a place from the type area's left edge,
// with room for a font that is wider than ours: it may reach over the edge.
func (g geometry) around(middle gb9704.Unit, words string) paragraph {
	area, half := g.sheet.AreaWidth.Unit, g.width(words)/2+g.sheet.Cell.Unit
	if 2*half > area {
		return paragraph{jc: "center"}
	}
	return paragraph{left: middle - half, right: area - middle - half, jc: "center"}
}

func sizeOf(s *notice.Seal) (width, height gb9704.Unit) {
	return gb9704.Unit(s.Width) * gb9704.Um, gb9704.Unit(s.Height) * gb9704.Um
}

// stamp writes the picture, behind the words and in nobody's way, at places from
// the type area's left edge and the paragraph's upper one.
func (b *body) stamp(s *notice.Seal, left, top gb9704.Unit) {
	width, height := sizeOf(s)
	b.media.shown++
	id := b.media.shown
	b.raw(`<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="`, id,
		`" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>`,
		`<wp:positionH relativeFrom="margin"><wp:posOffset>`, emu(left), `</wp:posOffset></wp:positionH>`,
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>`, emu(top), `</wp:posOffset></wp:positionV>`,
		`<wp:extent cx="`, emu(width), `" cy="`, emu(height), `"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="`, id, `" name="印章`, id, `" descr="`)
	b.text(s.Words)
	b.raw(`"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`,
		`<pic:nvPicPr><pic:cNvPr id="`, id, `" name="印章`, id, `"/><pic:cNvPicPr/></pic:nvPicPr>`,
		`<pic:blipFill><a:blip r:embed="`, b.media.id(s.Picture), `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, emu(width), `" cy="`, emu(height), `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
		`</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`)
}
