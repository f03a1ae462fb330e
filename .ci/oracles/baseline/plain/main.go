// Command plain is the yardstick: the notice as a PDF the way one would first write
// it in Go, with excelize and gofpdf's own text functions.
//
//	plain FONTS LEDGER.xlsx...
//
// FONTS is the folder of the faces. Each PDF comes to lie beside its ledger. No
// checks, tags, line-breaking rules or archival objects, and gofpdf loses
// characters at line ends: what it leaves out is part of what it does not pay for.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/jung-kurt/gofpdf"
	"github.com/xuri/excelize/v2"
)

// A block is one paragraph: which face and size, what text.
type block struct{ kind, text string }

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: plain FONTS LEDGER.xlsx...")
		os.Exit(2)
	}
	for _, file := range os.Args[2:] {
		blocks, err := load(file)
		if err == nil {
			err = draw(blocks, os.Args[1], strings.TrimSuffix(file, filepath.Ext(file))+".pdf")
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, file+":", err)
			os.Exit(1)
		}
	}
}

func load(file string) ([]block, error) {
	book, err := excelize.OpenFile(file)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	words, err := book.GetRows("通报正文")
	if err != nil {
		return nil, err
	}
	rows, err := book.GetRows("整改台账")
	if err != nil {
		return nil, err
	}
	narrative := map[string][]string{}
	for _, r := range words {
		if len(r) > 1 {
			narrative[r[0]] = append(narrative[r[0]], r[1])
		}
	}
	var blocks []block
	add := func(kind string, texts ...string) {
		for _, t := range texts {
			blocks = append(blocks, block{kind, t})
		}
	}
	add("title", narrative["发文机关"]...)
	add("title", narrative["标题"]...)
	add("body", narrative["前言"]...)
	add("part", narrative["第一部分标题"]...)
	add("body", narrative["第一部分导语"]...)
	add("body", narrative["第一部分内容"]...)
	add("part", narrative["第二部分标题"]...)
	for _, r := range rows[3:] {
		if len(r) < 5 || r[4] == "" {
			continue
		}
		if r[0] != "" {
			add("group", r[0])
		}
		if r[1] != "" {
			add("body", r[1])
		}
		add("body", "（"+r[2]+"）"+strings.TrimSpace(r[3]), "整改情况："+strings.Join(strings.Fields(r[4]), ""))
	}
	add("part", narrative["第三部分标题"]...)
	add("body", narrative["第三部分导语"]...)
	add("body", narrative["第三部分内容"]...)
	add("body", narrative["联系方式"]...)
	add("sign", narrative["落款"]...)
	add("sign", narrative["落款日期"]...)
	return blocks, nil
}

func draw(blocks []block, fonts, out string) error {
	const row = 10.446 // mm
	pdf := gofpdf.New("P", "mm", "A4", fonts)
	for _, name := range []string{"Fang", "Hei", "Kai", "XBS"} {
		pdf.AddUTF8Font(name, "", "Gongwen"+name+".ttf")
	}
	pdf.SetMargins(28, 37, 26)
	pdf.SetAutoPageBreak(true, 35)
	pdf.SetFooterFunc(func() {
		pdf.SetY(-30)
		pdf.SetFont("Fang", "", 14)
		pdf.CellFormat(0, 8, fmt.Sprintf("— %d —", pdf.PageNo()), "", 0, "C", false, 0, "")
	})
	pdf.AddPage()
	for _, b := range blocks {
		text, align := "　　"+b.text, "L"
		switch b.kind {
		case "title":
			pdf.SetFont("XBS", "", 22)
			text, align = b.text, "C"
		case "part":
			pdf.SetFont("Hei", "", 16)
			pdf.Bookmark(b.text, 0, -1)
		case "group":
			pdf.SetFont("Kai", "", 16)
			pdf.Bookmark(b.text, 1, -1)
		case "sign":
			pdf.SetFont("Fang", "", 16)
			text, align = b.text, "R"
		default:
			pdf.SetFont("Fang", "", 16)
		}
		pdf.MultiCell(0, row, text, "", align, false)
	}
	return pdf.OutputFileAndClose(out)
}
