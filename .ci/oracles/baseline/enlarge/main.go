// Command enlarge makes a bigger ledger out of the real one.
//
//	enlarge TIMES IN.xlsx OUT.xlsx
//
// The findings follow each other TIMES times, with running numbers, merged cells
// and formats. No two paragraphs are alike: copies are named （其二）, （其三）…, and
// the sentences of the long texts change places.
package main

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	sheet    = "整改台账"
	firstRow = 4
	lastRow  = 43
	columns  = 13
	groups   = 3
	problems = 11
	findings = lastRow - firstRow + 1
)

func main() {
	times, err := 0, error(nil)
	if len(os.Args) == 4 {
		times, err = strconv.Atoi(os.Args[1])
	}
	if err != nil || times < 1 {
		fmt.Fprintln(os.Stderr, "usage: enlarge TIMES IN.xlsx OUT.xlsx")
		os.Exit(2)
	}
	if err := enlarge(times, os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func enlarge(times int, in, out string) error {
	book, err := excelize.OpenFile(in)
	if err != nil {
		return err
	}
	defer book.Close()
	merged, err := book.GetMergeCells(sheet)
	if err != nil {
		return err
	}
	if times > 1 {
		if err := book.InsertRows(sheet, lastRow+1, findings*(times-1)); err != nil {
			return err
		}
	}
	for k := 1; k < times; k++ {
		if err := repeat(book, k, merged); err != nil {
			return err
		}
	}
	fmt.Println(findings*times, "findings")
	return book.SaveAs(out)
}

// repeat writes the k-th copy of the findings.
func repeat(book *excelize.File, k int, merged []excelize.MergeCell) error {
	for row := firstRow; row <= lastRow; row++ {
		for column := 1; column <= columns; column++ {
			if err := copyCell(book, k, column, row); err != nil {
				return err
			}
		}
	}
	for _, m := range merged {
		if err := mergeAgain(book, m, k*findings); err != nil {
			return err
		}
	}
	return nil
}

func copyCell(book *excelize.File, k, column, row int) error {
	from, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(column, row+k*findings)
	if err != nil {
		return err
	}
	style, err := book.GetCellStyle(sheet, from)
	if err != nil {
		return err
	}
	if err := book.SetCellStyle(sheet, to, to, style); err != nil {
		return err
	}
	raw, err := book.GetCellValue(sheet, from, excelize.Options{RawCellValue: true})
	if err != nil || raw == "" {
		return err
	}
	kind, err := book.GetCellType(sheet, from)
	if err != nil {
		return err
	}
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		return book.SetCellStr(sheet, to, changed(strings.TrimRight(from, "0123456789"), raw, k))
	}
	if strings.HasPrefix(from, "C") {
		number, err := strconv.Atoi(raw)
		if err != nil {
			return err
		}
		return book.SetCellInt(sheet, to, int64(number+k*findings))
	}
	return book.SetCellDefault(sheet, to, raw)
}

var (
	groupNumber   = regexp.MustCompile(`^（([一二三四五六七八九十]+)）`)
	problemNumber = regexp.MustCompile(`^[0-9]+`)
)

// changed is the text of the k-th copy: numbers run on, sentences change places.
func changed(column, text string, k int) string {
	switch column {
	case "A":
		return named(groupNumber.ReplaceAllStringFunc(text, func(s string) string {
			n := strings.Index("一二三", strings.Trim(s, "（）"))/len("一") + 1
			return "（" + chinese(n+k*groups) + "）"
		}), k)
	case "B":
		return named(problemNumber.ReplaceAllStringFunc(text, func(s string) string {
			n, _ := strconv.Atoi(s)
			return strconv.Itoa(n + k*problems)
		}), k)
	case "D":
		return named(text, k)
	case "E":
		return turned(text, k)
	}
	return text
}

// named marks a heading or a finding as the k-th copy.
func named(text string, k int) string {
	text = strings.TrimSpace(text)
	bare := strings.TrimSuffix(text, "。")
	return bare + "（其" + chinese(k+1) + "）" + text[len(bare):]
}

// turned moves the first k sentences to the end; line breaks in the cell go.
func turned(text string, k int) string {
	sentences := strings.SplitAfter(strings.ReplaceAll(text, "\n", ""), "。")
	if sentences[len(sentences)-1] != "" { // no full stop at the end: leave the cell as it is
		return text
	}
	sentences = sentences[:len(sentences)-1]
	k %= len(sentences)
	return strings.Join(sentences[k:], "") + strings.Join(sentences[:k], "")
}

func mergeAgain(book *excelize.File, m excelize.MergeCell, down int) error {
	x0, y0, err := excelize.CellNameToCoordinates(m.GetStartAxis())
	if err != nil {
		return err
	}
	x1, y1, err := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err != nil || y0 < firstRow || y1 > lastRow {
		return err
	}
	from, err := excelize.CoordinatesToCellName(x0, y0+down)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(x1, y1+down)
	if err != nil {
		return err
	}
	return book.MergeCell(sheet, from, to)
}

// chinese writes 1 to 9,999 as the headings do: 十二, 一百零三, 二百一十, 一千五百.
func chinese(n int) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	if n >= 1000 {
		out := digits[n/1000] + "千"
		switch rest := n % 1000; {
		case rest == 0:
			return out
		case rest < 100:
			out += "零"
		}
		if n%1000 >= 10 && n%1000 < 20 {
			out += "一" // 一千零一十
		}
		return out + chinese(n%1000)
	}
	hundreds, tens, ones := n/100, n/10%10, n%10
	var b strings.Builder
	if hundreds > 0 {
		b.WriteString(digits[hundreds] + "百")
	}
	switch {
	case tens > 1 || tens == 1 && hundreds > 0:
		b.WriteString(digits[tens] + "十")
	case tens == 1:
		b.WriteString("十")
	case hundreds > 0 && ones > 0:
		b.WriteString(digits[0])
	}
	if ones > 0 {
		b.WriteString(digits[ones])
	}
	return b.String()
}
