package docx

import (
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// A geometry is all the measures of one document: the sheet, and what Word must
// be told to set it.
type geometry struct {
	sheet  *gb9704.Sheet
	page   gb9704.WordPage
	turned gb9704.WordPage // the same sheet, turned for a wide table (8)
	draft  mark
	mark   line             // of 发文机关标志
	spread gb9704.Unit      // added to each of its characters
	tables gb9704.TableSize // the type of tables
}

func newGeometry(s *setup.Setup, doc *notice.Document, pages []layout.Page) geometry {
	area := s.Sheet.AreaWidth.Unit
	return geometry{sheet: s.Sheet, page: s.Sheet.Word(), turned: turnedPage(s.Sheet), draft: newMark(s),
		mark: markLine(doc.Head, area), spread: markTracking(doc.Head, area), tables: tableSize(doc, pages)}
}

// turnedPage is the sheet turned: the type area stays where it is on the paper.
// Its margins are the area's own, for a table has no leading above its first line.
// Word sets the page number below the turned text.
func turnedPage(s *gb9704.Sheet) gb9704.WordPage {
	t := s.Turned()
	p, upright := t.Word(), s.Word()
	p.FooterDistance.Unit = upright.FooterDistance.Unit - upright.Bottom.Unit + p.Bottom.Unit
	p.Top, p.Bottom.Unit = t.Top, t.Height.Unit-t.Bottom()
	return p
}

// width is what Word needs for s in body type: half an em for ASCII.
func (g geometry) width(s string) gb9704.Unit {
	return widthIn(s, gb9704.Body().Size, g.page.Tracking.Unit)
}

// widthIn is what Word needs for s in type of a size and tracking.
func widthIn(s string, em, tracking gb9704.Unit) (total gb9704.Unit) {
	for _, r := range s {
		if r < utf8.RuneSelf {
			total += em/2 + tracking
		} else {
			total += em + tracking
		}
	}
	return total
}

// keptWithSignature says which blocks must stay with a signature that follows:
// as many as make two lines, for it never stands on a page of its own (7.3.5.5).
func (g geometry) keptWithSignature(blocks []notice.Block) []bool {
	kept := make([]bool, len(blocks))
	for i, block := range blocks {
		if _, ok := block.(*notice.Signature); !ok {
			continue
		}
		for k, lines := i-1, 0; k >= 0 && lines < 2; k-- {
			kept[k] = true
			lines += g.lineCount(blocks[k])
		}
	}
	return kept
}

// lineCount estimates the lines of a block, its indent included.
func (g geometry) lineCount(block notice.Block) int {
	text := ""
	switch block := block.(type) {
	case *notice.Heading:
		text = block.Number + notice.Plain(block.Text) + plain(block.Body)
	case *notice.Paragraph:
		text = notice.Plain(block.Text)
	}
	return 1 + int((g.width(text)+g.page.Indent.Unit)/g.sheet.AreaWidth.Unit)
}

// inset is how far the page number stands from the type area's edge (7.5).
func (g geometry) inset() gb9704.Unit {
	return gb9704.Unit(g.sheet.PageNumber.Side.N) * g.sheet.Cell.Unit
}
