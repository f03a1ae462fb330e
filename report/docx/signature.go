package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// signature sets issuer and date (7.3.5.1, 7.3.5.2). The indents are twips alone:
// a count of characters would win in Word, and it counts digits as whole ones.
func (b *body) signature(s *notice.Signature, noted bool) {
	issuer, date := plain(s.Issuer), plain(s.Date)
	if s.Seal != nil && date != "" {
		b.sealed(s, noted)
		return
	}
	right, left := b.signatureIndents(issuer, date)
	if issuer != "" {
		b.paragraph(paragraph{style: issuerStyle, right: right}, s.Issuer.Text)
	}
	if date != "" {
		b.paragraph(paragraph{style: dateStyle, left: left}, s.Date.Text)
	}
}

// followedByNote reports whether 附注 stands below blocks[i].
func followedByNote(blocks []notice.Block, i int) bool {
	if i+1 == len(blocks) {
		return false
	}
	_, ok := blocks[i+1].(*notice.Note)
	return ok
}

func plain(p *notice.Paragraph) string {
	if p == nil {
		return ""
	}
	return notice.Plain(p.Text)
}

// signatureIndents returns where the issuer ends, from the right edge, and where
// the date begins, from the left one. The date's beginning is what the rule is
// about, and programs disagree on its width: LibreOffice puts space between
// digits and Chinese. An issuer that needs more than a line counts as a full one.
func (g geometry) signatureIndents(issuer, date string) (issuerRight, dateLeft gb9704.Unit) {
	rule := gb9704.Signatures()
	widest := g.sheet.AreaWidth.Unit - gb9704.Unit(rule.Right.N)*g.sheet.Cell.Unit
	issuerRight, dateRight := rule.Rights(g.sheet.Cell.Unit, min(widest, g.width(issuer)), g.width(date))
	return issuerRight, max(0, g.sheet.AreaWidth.Unit-dateRight-g.width(date))
}
