package layout

import (
	"os"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

func standard() *setup.Setup { return setup.Standard(fonts.Embedded()) }

func text(s string) []notice.Inline {
	return []notice.Inline{notice.Text{S: s, Src: problem.Pos{File: "台账.xlsx", Sheet: "表", Row: 2, Col: 3}}}
}

func paragraph(s string) *notice.Paragraph { return &notice.Paragraph{Text: text(s)} }

// seed is the real notice, from its paragraphs alone.
func seed(t testing.TB) *notice.Document {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(string(data)), "\n")
	n := len(all)
	doc := &notice.Document{Title: &notice.Title{Parts: [][]notice.Inline{text(all[0]), text(all[1])}}}
	for _, line := range all[2 : n-2] {
		doc.Body = append(doc.Body, block(line))
	}
	doc.Body = append(doc.Body, &notice.Signature{Issuer: paragraph(all[n-2]), Date: paragraph(all[n-1])})
	return doc
}

// block makes a head of a line that begins with a number, else a paragraph.
func block(line string) notice.Block {
	for level, marks := range []struct{ open, close string }{{"一二三四五六七八九十", "、"}, {"（一二三四五六七八九十", "）"}, {"0123456789", "."}, {"（0123456789", "）"}} {
		number, rest, ok := strings.Cut(line, marks.close)
		if !ok || number == "" || strings.Trim(number, marks.open) != "" {
			continue
		}
		h := &notice.Heading{Level: level + 1, Number: number + marks.close, Text: text(rest)}
		if head, body, ok := strings.Cut(rest, "。"); ok && level == 1 && body != "" {
			h.Text, h.Body = text(head+"。"), paragraph(body)
		}
		return h
	}
	return paragraph(line)
}
