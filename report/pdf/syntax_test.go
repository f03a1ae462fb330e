package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"testing"
	"unicode/utf16"
)

// A parser reads PDF values and operators from the front of b.
type parser struct {
	t *testing.T
	b []byte
}

// An operator is a bare word: Tj, BDC.
type operator string

func (d *document) parse(b []byte) *parser { return &parser{d.t, b} }

func (p *parser) blank() { p.b = bytes.TrimLeft(p.b, " \n") }

func (p *parser) cut(s string) bool {
	rest, ok := bytes.CutPrefix(p.b, []byte(s))
	if ok {
		p.b = rest
	}
	return ok
}

func (p *parser) value() any {
	p.blank()
	switch {
	case p.cut("<<"):
		return p.dict()
	case p.cut("["):
		var out array
		for p.blank(); !p.cut("]"); p.blank() {
			out = append(out, p.value())
		}
		return out
	case p.cut("<"):
		digits, rest, _ := bytes.Cut(p.b, []byte(">"))
		out, err := hex.DecodeString(string(digits))
		if err != nil {
			p.t.Fatal(err)
		}
		p.b = rest
		return text(out)
	case p.cut("("):
		words, rest, _ := bytes.Cut(p.b, []byte(")"))
		p.b = rest
		return text(words)
	case p.cut("/"):
		return name(p.word())
	}
	return p.number()
}

func (p *parser) dict() dict {
	out := dict{}
	for p.blank(); !p.cut(">>"); p.blank() {
		key, ok := p.value().(name)
		if _, twice := out[string(key)]; !ok || twice {
			p.t.Fatalf("key %q before %q", key, p.b[:min(40, len(p.b))])
		}
		out[string(key)] = p.value()
	}
	return out
}

func (p *parser) word() string {
	n := bytes.IndexAny(p.b, " \n/<>[]()")
	if n < 0 {
		n = len(p.b)
	}
	w := string(p.b[:n])
	p.b = p.b[n:]
	return w
}

// number reads a number, a reference or a bare word.
func (p *parser) number() any {
	w := p.word()
	if w == "" {
		p.t.Fatalf("no value at %q", p.b[:min(40, len(p.b))])
	}
	f, err := strconv.ParseFloat(w, 64)
	switch {
	case w == "true":
		return true
	case w == "null":
		return nil
	case err != nil:
		return operator(w)
	case p.cut(" 0 R"):
		return link(int(f))
	}
	return f
}

// words decodes a text string.
func words(v any) string {
	s := []byte(v.(text))
	units, ok := bytes.CutPrefix(s, []byte("\xFE\xFF"))
	if !ok {
		return string(s)
	}
	return utf16BE(units)
}

func utf16BE(b []byte) string {
	var out []uint16
	for ; len(b) > 1; b = b[2:] {
		out = append(out, binary.BigEndian.Uint16(b))
	}
	return string(utf16.Decode(out))
}
