package notice

import (
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/picture"
	"tongbao/sources/problem"
)

// Options change how a notice is built; the zero value is the usual way.
type Options struct {
	Raw  bool             // leave punctuation and blanks as typed
	Seal *picture.Picture // that l.Info.Seal names; nil: none
}

// Build turns a checked ledger into a notice. It also returns each change that
// normalising made, and what is odd about numbers and levels. What check found
// missing is left out here: a ledger with errors never becomes a file.
func Build(l *ledger.Ledger, o Options) (*Document, []ledger.Change, problem.List) {
	b := builder{normaliser: normaliser{raw: o.Raw}, info: &l.Info}
	b.doc.Title = b.title()
	b.doc.Meta = b.meta(l.File)
	if l.Info.Form == ledger.FormDocument {
		b.doc.Head = b.redHead()
		b.recipients()
		b.doc.Record = b.record()
	}
	b.paragraphs(l.Info.Preamble)
	for _, p := range l.Info.Parts {
		b.part(p, l.Findings)
	}
	b.paragraphs(l.Info.Contact)
	b.oddNumbers()
	annexes := b.listed(l)
	b.attachments(annexes)
	b.signature(o.Seal)
	b.note()
	b.doc.Body = b.take()
	b.annexes(annexes)
	b.problems.Sort()
	return &b.doc, b.changes, b.problems
}

type builder struct {
	normaliser
	info     *ledger.Info
	doc      Document
	blocks   []Block // of the body, or of an annex
	issuer   Text    // 发文机关
	count    counter
	depth    int                  // level of the last heading
	typed    [5]typedOnes         // by level: how the typed numbers compare with ours
	seamed   map[problem.Pos]bool // cells whose seams were told
	problems problem.List
}

// title has a part for the issuer, unless 标题 names it already; | forces a row.
func (b *builder) title() *Title {
	t := &Title{}
	title, issuer := b.text(b.info.Title), b.text(b.info.Issuer)
	if !strings.Contains(strings.ReplaceAll(title.S, "|", ""), issuer.S) {
		t.add(issuer)
	}
	t.add(title)
	b.issuer = Text{S: strings.ReplaceAll(issuer.S, "|", ""), Src: issuer.Src}
	return t
}

// add adds the rows of text, parted by |.
func (t *Title) add(text Text) {
	for row := range strings.SplitSeq(text.S, "|") {
		if row = ledger.Trim(row); row != "" {
			t.Parts = append(t.Parts, []Inline{Text{S: row, Src: text.Src}})
		}
	}
}

func (b *builder) meta(file string) Meta {
	m := Meta{Issuer: Normalise(b.info.Issuer.Text), Date: b.info.Date, Source: file}
	for _, p := range b.doc.Title.Parts {
		m.Title += Plain(p)
	}
	return m
}

func (b *builder) paragraphs(cells []ledger.Cell) {
	for _, c := range cells {
		if c.Text != "" {
			b.seams(c, false)
			b.add(&Paragraph{Text: []Inline{b.text(c)}})
		}
	}
}

func (b *builder) add(x Block) { b.blocks = append(b.blocks, x) }

// take returns the blocks that were added since.
func (b *builder) take() []Block {
	blocks := b.blocks
	b.blocks = nil
	return blocks
}

// part adds a part's heading and paragraphs, then the findings if it holds them.
func (b *builder) part(p ledger.Part, findings []ledger.Finding) {
	typed, words := ledger.SplitNumber(p.Heading.Text)
	if words != "" {
		b.heading(1, p.Heading, typed, words)
	}
	for _, c := range p.Paragraphs {
		b.narrative(c)
	}
	if p.Findings {
		b.findings(findings)
	}
}

// narrative adds a paragraph of the running text; heads are known by their numbers.
// In an annex a number that skips a level is one of a list, and stays as typed.
func (b *builder) narrative(c ledger.Cell) {
	if c.Text == "" {
		return
	}
	b.seams(c, false)
	typed, words := ledger.SplitNumber(c.Text)
	level := parseNumber(typed).level
	if level == 0 || b.inAnnex && level > b.depth+1 {
		b.add(&Paragraph{Text: []Inline{b.item(c, typed, level)}})
		return
	}
	if level > b.depth+1 {
		b.problems = append(b.problems, levelSkipped.At(c.Pos, "「"+typed+"」的上一级标题没有出现",
			"按一、（一）1.（1）的次序逐级编号（GB/T 9704-2012 7.3.3）"))
	}
	head, body := splitHead(b.words(c, words)) // as printed: a half-width full stop ends a head, too
	h := b.heading(level, c, typed, head)
	if body != "" {
		h.Body = &Paragraph{Text: []Inline{Text{S: b.words(c, body), Src: c.Pos}}}
	}
}

// item is a paragraph whose number, if it has one, stays as typed and directly
// before its words.
func (b *builder) item(c ledger.Cell, typed string, level int) Text {
	text := b.text(c)
	if words, ok := strings.CutPrefix(text.S, typed); ok && level > 0 && !b.raw {
		text = b.becomes(text, typed+ledger.Trim(words))
	}
	return text
}

// splitHead parts a run-in head, its first sentence, from what runs on after it.
// A 。 inside quotes or brackets ends no sentence.
func splitHead(s string) (head, body string) {
	depth := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("“‘（《〈【(", r):
			depth++
		case strings.ContainsRune("”’）》〉】)", r):
			depth--
		case r == '。' && depth <= 0:
			end := i + len("。")
			return s[:end], ledger.Trim(s[end:])
		}
	}
	return s, ""
}

// heading adds the next heading of a level. typed is the number that stood in
// the cell; ours is printed.
func (b *builder) heading(level int, c ledger.Cell, typed, words string) *Heading {
	b.depth = level
	n, other := b.count.next(level), b.count.other[level]
	if typed != "" {
		b.compareNumbers(level, n, other, c, typed)
	}
	h := &Heading{Level: level, Number: number(level, n), Text: []Inline{Text{S: b.words(c, words), Src: c.Pos}}}
	b.add(h)
	return h
}

// signature adds 署名 and 成文日期, and the seal.
func (b *builder) signature(seal *picture.Picture) {
	issuer, data := b.text(b.info.Signature), b.info.Seal
	s := &Signature{Issuer: paragraph(issuer), Date: paragraph(b.day(b.info.Date))}
	if seal != nil && data.IsSize() {
		s.Seal = &Seal{Picture: seal, Width: data.Width, Height: data.Height, Words: "“" + issuer.S + "”印章"}
	}
	b.add(s)
}

// day is a date in Arabic numerals with the full year and no leading zeros, however
// it was typed (7.3.5.4).
func (b *builder) day(d ledger.Date) Text {
	text := Text{S: d.Text, Src: d.Pos}
	if d.Precision == ledger.Day {
		text = b.becomes(text, d.Time.Format("2006年1月2日"))
	}
	return text
}
