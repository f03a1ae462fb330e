// Package notice is the document tree: what the notice says, never how it
// looks. Writers switch over its sealed types.
package notice

import (
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A Document is one notice.
type Document struct {
	Title *Title
	Meta  Meta
	Body  []Block
}

// Meta is what files say about themselves.
type Meta struct {
	Title  string      // issuer and 标题 in one line
	Issuer string      // 发文机关
	Date   ledger.Date // 成文日期, to the day
	Source string      // base name of the ledger; it never gets into a file's words
}

// A Node is anything a run on a page can belong to: a Block or *Title.
type Node interface{ node() }

// A Block is one of *Heading, *Paragraph, *Signature.
type Block interface {
	Node
	block()
}

// A Title is the notice's title; each part begins a row.
type Title struct{ Parts [][]Inline }

// A Heading is level 1 to 4 (GB/T 9704-2012, 7.3.3). A run-in head owns its
// body: one line on the page, two nodes in the structure.
type Heading struct {
	Level  int
	Number string // as printed: 一、（一）1.（1）
	Text   []Inline
	Body   *Paragraph // nil unless the text runs on after the head
}

// A Paragraph is running text.
type Paragraph struct{ Text []Inline }

// A Signature is 署名 and 成文日期 (7.3.5).
type Signature struct{ Issuer, Date *Paragraph }

// An Inline is [Text]; it carries the cell it came from.
type Inline interface{ inline() }

// Text is plain text without line ends. Src is zero only for words of our own.
type Text struct {
	S   string
	Src problem.Pos
}

func (*Title) node()      {}
func (*Heading) node()    {}
func (*Paragraph) node()  {}
func (*Signature) node()  {}
func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*Signature) block() {}
func (Text) inline()      {}

// Plain returns the words of text.
func Plain(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case Text:
			b.WriteString(in.S)
		}
	}
	return b.String()
}
