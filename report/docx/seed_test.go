package docx

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/ledger"
)

// seed is the real notice as a tree, made from its 112 expected paragraphs.
func seed(t testing.TB) *notice.Document {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	last := len(lines) - 2
	doc := &notice.Document{
		Title: &notice.Title{Parts: [][]notice.Inline{words(lines[0]), words(lines[1])}},
		Meta: notice.Meta{
			Title: lines[0] + lines[1], Issuer: lines[last], Source: "台账.xlsx",
			Date: ledger.Date{Time: time.Date(2023, 6, 21, 0, 0, 0, 0, time.UTC), Precision: ledger.Day},
		},
	}
	for _, line := range lines[2:last] {
		doc.Body = append(doc.Body, block(line))
	}
	doc.Body = append(doc.Body, &notice.Signature{Issuer: para(lines[last]), Date: para(lines[last+1])})
	return doc
}

// block knows heads by their numbers, and run-in heads by text behind their 。
func block(line string) notice.Block {
	number := regexp.MustCompile(`^(?:[一二三]、|（[一二三四]）|\d+\.|（\d+）)`).FindString(line)
	if number == "" {
		return para(line)
	}
	rest := line[len(number):]
	h := &notice.Heading{Level: level(number), Number: number, Text: words(rest)}
	if head, text, ok := strings.Cut(rest, "。"); ok && text != "" && h.Level == 2 {
		h.Text, h.Body = words(head+"。"), para(text)
	}
	return h
}

func level(number string) int {
	digits := strings.ContainsAny(number, "0123456789")
	switch {
	case strings.HasPrefix(number, "（") && digits:
		return 4
	case digits:
		return 3
	case strings.HasPrefix(number, "（"):
		return 2
	}
	return 1
}

func words(s string) []notice.Inline  { return []notice.Inline{notice.Text{S: s}} }
func para(s string) *notice.Paragraph { return &notice.Paragraph{Text: words(s)} }
func standard() *setup.Setup          { return setup.Standard(nil) }
