package notice

import (
	"fmt"
	"strings"
)

// Dump returns the tree as text, for golden files: one line a block, the cell of
// each piece of text behind it.
func Dump(d *Document) string {
	w := &dumper{}
	w.line("meta %s | %s | %s", d.Meta.Title, d.Meta.Issuer, d.Meta.Date.ISO())
	if d.Head != nil {
		w.head(d.Head)
	}
	w.title(d.Title)
	w.blocks(d.Body)
	for _, a := range d.Annexes {
		w.line("annex %s%s", pieces(a.Label.Text), map[bool]string{true: " landscape"}[a.Landscape])
		w.title(a.Title)
		w.blocks(a.Body)
	}
	if d.Record != nil {
		w.record(d.Record)
	}
	return w.String()
}

type dumper struct{ strings.Builder }

func (w *dumper) line(format string, a ...any) { fmt.Fprintf(w, format+"\n", a...) }

// optional writes what a document may lack.
func (w *dumper) optional(name string, p *Paragraph) {
	if p != nil {
		w.line("%s %s", name, pieces(p.Text))
	}
}

func (w *dumper) labelled(name string, l *Labelled) {
	if l != nil {
		w.line("%s [%s] %s", name, l.Label, pieces(l.Text))
	}
}

func (w *dumper) head(h *Head) {
	w.optional("copy", h.Copy)
	w.optional("secrecy", h.Secrecy)
	w.optional("urgency", h.Urgency)
	w.optional("mark", h.Mark)
	w.optional("number", h.Number)
	if h.Signers != nil {
		for _, name := range h.Signers.Names {
			w.line("signer %s", pieces(name))
		}
	}
}

func (w *dumper) title(t *Title) {
	for _, part := range t.Parts {
		w.line("title %s", pieces(part))
	}
}

func (w *dumper) blocks(list []Block) {
	for _, block := range list {
		w.block(block)
	}
}

func (w *dumper) block(block Block) {
	switch block := block.(type) {
	case *Recipients:
		w.line("recipients %s", pieces(block.Text))
	case *Heading:
		w.line("h%d %s %s", block.Level, block.Number, pieces(block.Text))
		w.optional("  runs on", block.Body)
	case *Paragraph:
		w.line("p %s", pieces(block.Text))
	case *AttachmentList:
		for _, item := range block.Items {
			w.labelled("attached", item)
		}
	case *Signature:
		w.line("signature %s", pieces(block.Issuer.Text))
		w.line("date %s", pieces(block.Date.Text))
		if s := block.Seal; s != nil {
			w.line("seal %s %d×%d µm, %s of %d×%d pixels", s.Words, s.Width, s.Height, s.Picture.Format, s.Picture.Columns, s.Picture.Rows)
		}
	case *Note:
		w.line("note %s", pieces(block.Text))
	case *Table:
		w.table(block)
	}
}

func (w *dumper) table(t *Table) {
	w.line("table %s", t.Summary)
	for _, c := range t.Columns {
		w.line("  column %s%s", pieces(c.Head.Text), map[bool]string{true: " short"}[c.Short])
	}
	for _, row := range t.Rows {
		if row.Band != nil {
			w.line("  band %s", pieces(row.Band.Text))
			continue
		}
		w.line("  row")
		for _, c := range row.Cells {
			var lines []string
			for _, p := range c.Paragraphs {
				lines = append(lines, pieces(p.Text))
			}
			w.line("    | %s", strings.Join(lines, " ¶ "))
		}
	}
}

func (w *dumper) record(r *Record) {
	w.labelled("record", r.Recipients)
	w.labelled("record", r.Copies)
	w.optional("record issuer", r.Issuer)
	w.optional("record date", r.Date)
}

func pieces(text []Inline) string {
	var out []string
	for _, in := range text {
		switch in := in.(type) {
		case Text:
			out = append(out, in.S+" @"+in.Src.Sheet+in.Src.Address())
		}
	}
	return strings.Join(out, " + ")
}
