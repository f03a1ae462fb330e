package notice

import (
	"strings"

	"tongbao/sources/ledger"
)

// redHead makes 版头. A document without a 发文机关标志 of its own gets the issuer's name
// and 文件 (7.2.4), which is told.
func (b *builder) redHead() *Head {
	o := &b.info.Official
	h := &Head{Copy: b.unspaced(o.Copy), Urgency: b.unspaced(o.Urgency), Mark: b.optional(o.Mark)}
	if h.Mark == nil {
		h.Mark = paragraph(b.becomes(b.issuer, b.issuer.S+"文件"))
	}
	if !o.Secrecy.IsEmpty() {
		printed, _ := ledger.Secrecy(o.Secrecy.Text)
		h.Secrecy = paragraph(b.becomes(asTyped(o.Secrecy), printed))
	}
	printed, _ := ledger.DocumentNumber(o.Number.Text)
	h.Number = paragraph(b.becomes(asTyped(o.Number), printed))
	names, _ := o.Signers.Names()
	for _, name := range names {
		if h.Signers == nil {
			h.Signers = &Signers{}
		}
		h.Signers.Names = append(h.Signers.Names, []Inline{Text{S: name, Src: o.Signers.Pos}})
	}
	return h
}

// paragraph is text as a paragraph of its own.
func paragraph(text ...Inline) *Paragraph { return &Paragraph{Text: text} }

func asTyped(c ledger.Cell) Text { return Text{S: c.Text, Src: c.Pos} }

// optional is c as a paragraph, or nil if nothing is written there.
func (b *builder) optional(c ledger.Cell) *Paragraph {
	if c.IsEmpty() {
		return nil
	}
	return paragraph(b.text(c))
}

// unspaced is c as [optional] has it, in half-width digits and without blanks, as
// check understood it.
func (b *builder) unspaced(c ledger.Cell) *Paragraph {
	if c.IsEmpty() {
		return nil
	}
	return paragraph(b.becomes(asTyped(c), ledger.HalfWidth(ledger.Squeeze(c.Text))))
}

// listMarks may end a list of offices as staff type it.
const listMarks = "，、；：。,;:. "

// recipients adds 主送机关 with the colon that ends them (7.3.2).
func (b *builder) recipients() {
	o := &b.info.Official
	if o.Below || o.Recipients.IsEmpty() {
		return
	}
	b.add(&Recipients{Text: []Inline{b.offices(o.Recipients, "主送", "：")}})
}

// offices is a list of offices without a label that staff typed, and with its last
// mark.
func (b *builder) offices(c ledger.Cell, label, end string) Text {
	b.seams(c, false)
	text := b.text(c)
	words := text.S
	for _, typed := range []string{label + "机关：", label + "："} {
		words = strings.TrimPrefix(words, typed)
	}
	return b.becomes(text, strings.TrimRight(words, listMarks)+end)
}

// record makes 版记, or nil if nothing stands in it (7.4). Recipients that moved
// there are set as 抄送机关 are (7.4.2).
func (b *builder) record() *Record {
	o, r := &b.info.Official, Record{}
	if o.Below {
		r.Recipients = b.labelled("主送", o.Recipients)
	}
	r.Copies = b.labelled("抄送", o.Copies)
	r.Issuer = b.optional(o.Printer)
	if !o.Printed.IsEmpty() {
		r.Date = paragraph(b.day(o.Printed), Text{S: "印发"})
	}
	if r == (Record{}) {
		return nil
	}
	return &r
}

func (b *builder) labelled(label string, c ledger.Cell) *Labelled {
	if c.IsEmpty() {
		return nil
	}
	return &Labelled{Label: label + "：", Text: []Inline{b.offices(c, label, "。")}}
}

// note adds 附注 in its brackets (7.3.6).
func (b *builder) note() {
	c := b.info.Note
	if c.IsEmpty() {
		return
	}
	b.seams(c, false)
	text := b.text(c)
	words := text.S
	for _, typed := range [...]struct{ open, end string }{{"（", "）"}, {"(", ")"}} { // the latter stay with Options.Raw
		if inner, ok := strings.CutPrefix(words, typed.open); ok && strings.HasSuffix(inner, typed.end) {
			words = strings.TrimSuffix(inner, typed.end)
			break
		}
	}
	b.add(&Note{Text: []Inline{b.becomes(text, "（"+words+"）")}})
}
