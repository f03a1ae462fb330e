package layout

import (
	"unicode/utf8"

	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A span is words of one node in one setting.
type span struct {
	text    string
	setting setting
	node    notice.Node
	src     problem.Pos
}

// spansOf adds inlines as spans.
func spansOf(spans []span, text []notice.Inline, set setting, node notice.Node) []span {
	for _, in := range text {
		switch in := in.(type) {
		case notice.Text:
			spans = append(spans, span{in.S, set, node, in.Src})
		}
	}
	return spans
}

// A char is one glyph to be set, and how it holds on to the one before it.
type char struct {
	sort
	text   string // the words it stands for: a part of the span's text
	span   *span
	before joint
}

// shape turns spans into chars; a character no font has is reported at its cell.
// The chars are valid until the next call.
func (t *setter) shape(spans []span) []char {
	t.chars = t.chars[:0]
	for i := range spans {
		t.shapeSpan(&spans[i])
	}
	return t.chars
}

func (t *setter) shapeSpan(s *span) {
	for at := 0; at < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[at:])
		c := char{sort: *t.types.sort(s.setting, r), text: s.text[at : at+size], span: s}
		at += size
		if t.visit != nil {
			t.visit(Use{s.setting.style, r, c.face, s.src})
		}
		if c.face == nil {
			t.missing(r, s.src)
		}
		t.add(c, at)
	}
}

// add appends c, whose words end at byte end of its span.
func (t *setter) add(c char, end int) {
	if n := len(t.chars); n > 0 {
		last := &t.chars[n-1]
		if c.class.has(dash) && last.class.has(dash) && t.double(last, c, end) {
			return
		}
		c.before = join(last.class, c.class)
		if c.class.has(digit) && last.text == "：" && n > 1 && t.chars[n-2].class.has(digit) {
			c.before &^= parts // 8：30, 1：500
		}
	}
	t.chars = append(t.chars, c)
}

// twoEmDash is the glyph that many faces have for ——.
const twoEmDash = '⸺'

// double makes one 破折号 of last and c and reports whether they are one glyph.
// Unlike 连接号 it may begin a line. Where the face has no glyph for it, its —
// is as wide as its em and two of them join.
func (t *setter) double(last *char, c char, end int) bool {
	if n := len(t.chars); last.class.has(noStart) {
		last.class &^= noStart
		if n > 1 {
			last.before = join(t.chars[n-2].class, last.class)
		}
	}
	long := t.types.sort(c.span.setting, twoEmDash)
	if last.span != c.span || long.face != c.face || len(last.text) != len("—") {
		return false
	}
	last.id, last.width, last.inset = long.id, long.width, long.inset
	last.text = c.span.text[end-2*len("—") : end]
	return true
}
