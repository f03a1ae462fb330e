package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// edits change the real workbook. A finding stands in the row 3 below its number;
// rows are put in and taken out from below.
var edits = []func(f *excelize.File) error{
	// within their rows
	put("F7", "正在整改"), put("K7", "/"), // 4 is open again
	put("F13", "已销号"), put("K13", "2023年12月20日"), // 10 is closed
	put("F23", "长期坚持"),                         // 20, too
	more("E11", "五是组织专题培训3次。"),                 // 8
	put("G9", "分管文化工作副局长"), put("L9", "附件6-1"), // 6
	put("J14", "2024年6月底"),       // 11
	put("D10", "没有抢抓发展机遇、积极作为。"), // 7 is reworded
	put("M18", "已销号"),            // 15
	// what says the same
	put("J16", "2023年06月30日"), put("K4", "2023年4月8日"), put("K8", "无"), // 13, 1, 5
	put("D31", "公众数字化综合服务平台投入产出\n未达预期效果。"), // 28
	put("B22", "5.非遗宣传、文物保护主动性欠缺"),
	// rows
	remove(41), // 38 is gone
	insert(40, "重要股室没有配备专职人员。"),
	more("D39", "存在走过场现象。"),                                // 36 is reworded, and becomes 37
	insert(32, "财务内控相关制度不健全。"), put("D33", "资产内控相关制度不健全。"), // 29 becomes two
}

func more(cell, words string) func(*excelize.File) error {
	return func(f *excelize.File) error {
		text, err := f.GetCellValue("整改台账", cell)
		if err != nil {
			return err
		}
		return f.SetCellValue("整改台账", cell, strings.TrimSpace(text)+words)
	}
}

func remove(row int) func(*excelize.File) error {
	return func(f *excelize.File) error { return f.RemoveRow("整改台账", row) }
}

// insert copies a row and gives the upper one another text.
func insert(row int, text string) func(*excelize.File) error {
	return func(f *excelize.File) error {
		if err := f.DuplicateRow("整改台账", row); err != nil {
			return err
		}
		return f.SetCellValue("整改台账", "D"+strconv.Itoa(row), text)
	}
}

func put(cell, value string) func(*excelize.File) error {
	return func(f *excelize.File) error { return f.SetCellValue("整改台账", cell, value) }
}

// TestRealWorkbookEdited tells each edit, and nothing else.
func TestRealWorkbookEdited(t *testing.T) {
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, edit := range edits {
		if err := edit(f); err != nil {
			t.Fatal(i, err)
		}
	}
	for row := 4; row <= 43; row++ {
		if err := f.SetCellValue("整改台账", "C"+strconv.Itoa(row), row-3); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs("新.xlsx"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("旧.xlsx", data, 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"diff", "旧.xlsx", "新.xlsx", "--today", "2024-01-01", "--json"}, nil, &stdout, &stderr); code != exitOK || stderr.Len() > 0 {
		t.Fatalf("exit %d, %s", code, stderr.String())
	}
	var got runJSON
	if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(`
reopened 4→4 完成情况 完成时间 (text)
removed 38→
closed 10→10 完成情况 完成时间 (text)
closed 20→20 主要问题 完成情况 (text)
added →30
added →38
changed 6→6 责任领导 佐证材料 (text)
changed 7→7 反馈的具体问题 (number)
changed 8→8 整改情况 (text)
changed 11→11 整改时限 (text)
changed 15→15 备注 (text)
changed 29→29 反馈的具体问题 (number)
changed 36→37 序号 反馈的具体问题 (similar)
moved 19→19 主要问题 (text)
moved 30→31 序号 (text)
moved 31→32 序号 (text)
moved 32→33 序号 (text)
moved 33→34 序号 (text)
moved 34→35 序号 (text)
moved 35→36 序号 (text)
moved 37→39 序号 (text)
moved 39→40 序号 (text)`), "\n")
	if outline := outlineOf(got.Diff); !slices.Equal(outline, want) {
		t.Errorf("%s", strings.Join(outline, "\n"))
	}
	var late []string
	for _, l := range got.Diff.Late {
		late = append(late, l.No)
	}
	if want := []string{"4", "35", "38", "39"}; !slices.Equal(late, want) {
		t.Errorf("overdue: %v, want %v", late, want)
	}
}

// outlineOf is each finding that is not as it was: its kind, numbers, how it was
// found, and the fields that changed.
func outlineOf(d *diffJSON) (out []string) {
	for _, item := range d.Items {
		if item.Kind == "same" {
			continue
		}
		line := item.Kind + " "
		for _, f := range item.Old {
			line += f.No
		}
		line += "→"
		for _, f := range item.New {
			line += f.No
		}
		for _, c := range item.Changes {
			line += " " + c.Field
		}
		if item.How != "" {
			line += " (" + item.How + ")"
		}
		out = append(out, line)
	}
	return out
}
