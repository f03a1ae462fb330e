package docx

import (
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// A geometry is all the measures of one document: the sheet, and what Word must
// be told to set it.
type geometry struct {
	sheet *gb9704.Sheet
	page  gb9704.WordPage
	draft mark
}

func newGeometry(s *setup.Setup) geometry { return geometry{s.Sheet, s.Sheet.Word(), newMark(s)} }

// signatureIndents returns where the issuer ends, from the right edge, and where
// the date begins, from the left one. The date's beginning is what the rule is
// about, and programs disagree on its width: LibreOffice puts space between
// digits and Chinese. An issuer that needs more than a line counts as a full one.
func (g geometry) signatureIndents(issuer, date string) (issuerRight, dateLeft gb9704.Unit) {
	rule := gb9704.Signatures()
	widest := g.sheet.AreaWidth.Unit - gb9704.Unit(rule.Right.N)*g.sheet.Cell.Unit
	issuerRight, dateRight := rule.Rights(min(widest, g.width(issuer)), g.width(date))
	return issuerRight, max(0, g.sheet.AreaWidth.Unit-dateRight-g.width(date))
}

// width is what Word needs for s in body type: half an em for ASCII.
func (g geometry) width(s string) (total gb9704.Unit) {
	em := gb9704.Body().Size
	for _, r := range s {
		if r < utf8.RuneSelf {
			total += em/2 + g.page.Tracking.Unit
		} else {
			total += em + g.page.Tracking.Unit
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
