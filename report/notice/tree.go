// Package notice is the document tree: what the notice says, never how it
// looks. Writers switch over its sealed types.
package notice

import (
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A Document is one notice, its parts in the order of reading: 版头, 标题, body,
// 附件, 版记. A public notice (社会通报) has no Head and no Record.
type Document struct {
	Head    *Head // nil without 版头
	Title   *Title
	Meta    Meta
	Body    []Block
	Annexes []Annex
	Record  *Record // nil without 版记

	// Remarks are what a review copy (审核稿) tells at the words they are about. Only a
	// file that can be edited has a place for them.
	Remarks problem.List
}

// Meta is what files say about themselves.
type Meta struct {
	Title  string      // issuer and 标题 in one line
	Issuer string      // 发文机关
	Date   ledger.Date // 成文日期, to the day
	Source string      // base name of the ledger; it never gets into a file's words
}

// A Node is anything an item on a page can belong to: a Block, or a *Title,
// *Labelled, *Signers or *Seal within one of the document's parts.
type Node interface{ node() }

// A Block is one of *Recipients, *Heading, *Paragraph, *AttachmentList,
// *Signature, *Note, *Table.
type Block interface {
	Node
	block()
}

// A Title is the notice's title, or an annex's; each part begins a row.
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

// An Inline is [Text]; it carries the cell it came from.
type Inline interface{ inline() }

// Text is plain text without line ends. Src is zero only for words of our own.
type Text struct {
	S   string
	Src problem.Pos
}

func (*Title) node()    {}
func (*Signers) node()  {}
func (*Labelled) node() {}
func (*Seal) node()     {}
func (Text) inline()    {}

func (*Recipients) node()     {}
func (*Heading) node()        {}
func (*Paragraph) node()      {}
func (*AttachmentList) node() {}
func (*Signature) node()      {}
func (*Note) node()           {}
func (*Table) node()          {}

func (*Recipients) block()     {}
func (*Heading) block()        {}
func (*Paragraph) block()      {}
func (*AttachmentList) block() {}
func (*Signature) block()      {}
func (*Note) block()           {}
func (*Table) block()          {}

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
