package notice

import (
	"strconv"
	"strings"

	"tongbao/sources/ledger"
)

// An annexe is one of the annexes on its way into the tree.
type annexe struct {
	title   Text // rows parted by |
	content []ledger.Cell
	table   *Table // of 附件台账
}

// listed is every annex that the notice names, 附件台账 last.
func (b *builder) listed(l *ledger.Ledger) []annexe {
	var out []annexe
	for _, a := range l.Info.Annexes {
		if !a.Title.IsEmpty() || len(written(a.Content)) > 0 {
			out = append(out, annexe{title: b.annexTitle(a.Title), content: written(a.Content)})
		}
	}
	if l.Info.Ledger.Wanted {
		title := b.ledgerTitle()
		out = append(out, annexe{title: title, table: b.ledgerTable(l, title.S)})
	}
	return out
}

func written(cells []ledger.Cell) (out []ledger.Cell) {
	for _, c := range cells {
		if !c.IsEmpty() {
			out = append(out, c)
		}
	}
	return out
}

// annexTitle is the name of an annex as 附件说明 and its page have it: without marks
// at the end (7.3.4), without 书名号 around all of it.
func (b *builder) annexTitle(c ledger.Cell) Text {
	text := b.text(c)
	words := strings.TrimRight(text.S, listMarks)
	if inner, ok := strings.CutPrefix(words, "《"); ok {
		if inner, ok = strings.CutSuffix(inner, "》"); ok && !strings.ContainsAny(inner, "《》") {
			words = inner
		}
	}
	return b.becomes(text, words)
}

// ledgerTitle is the one given, else what stands above the ledger's header.
func (b *builder) ledgerTitle() Text {
	for _, c := range []ledger.Cell{b.info.Ledger.Title, b.info.LedgerTitle} {
		if !c.IsEmpty() {
			return b.annexTitle(c)
		}
	}
	return Text{S: "整改台账"}
}

// attachments adds 附件说明 (7.3.4).
func (b *builder) attachments(list []annexe) {
	if len(list) == 0 {
		return
	}
	out := &AttachmentList{}
	for i, a := range list {
		label := AttachmentLabel
		if len(list) > 1 {
			label = strconv.Itoa(i+1) + "."
			if i == 0 {
				label = AttachmentLabel + label
			}
		}
		name := Text{S: strings.ReplaceAll(a.title.S, "|", ""), Src: a.title.Src}
		out.Items = append(out.Items, &Labelled{Label: label, Text: []Inline{name}})
	}
	b.add(out)
}

// annexes makes the page of each annex that has something on it (7.3.7).
func (b *builder) annexes(list []annexe) {
	b.inAnnex = true
	for i, a := range list {
		label := "附件"
		if len(list) > 1 {
			label += strconv.Itoa(i + 1)
		}
		out := Annex{Label: paragraph(Text{S: label}), Title: &Title{}, Body: b.annexBody(a)}
		out.Title.add(a.title)
		out.Landscape = a.table != nil && !b.info.Ledger.Portrait
		if len(out.Body) > 0 {
			b.doc.Annexes = append(b.doc.Annexes, out)
		}
	}
}

// annexBody is an annex's text, numbered by itself, or its table.
func (b *builder) annexBody(a annexe) []Block {
	if a.table != nil {
		return []Block{a.table}
	}
	b.count, b.depth = counter{}, 0
	for _, c := range a.content {
		b.narrative(c)
	}
	b.oddNumbers()
	return b.take()
}
