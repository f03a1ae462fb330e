package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
	"tongbao/sources/ledger"
)

// The headings are locked, what is filled in is not, also in rows and columns
// further on.
func TestProtection(t *testing.T) {
	f := open(t, write(t, true))
	for cell, want := range map[string]bool{"A1": true, "D3": true, "W3": true, "A2": false, "D2": false, "A4": false, "W9": false, "P4": false} {
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if got := locked(t, f, id); got != want {
			t.Errorf("%s: locked %v", cell, got)
		}
	}
	for _, col := range []string{"A", "H", "P", "W", "X", "XFD"} {
		id, err := f.GetColStyle(sheet, col)
		if err != nil || locked(t, f, id) {
			t.Errorf("column %s is locked, %v", col, err)
		}
	}
	p, err := f.GetSheetProtection(sheet)
	if err != nil || !p.InsertRows || !p.DeleteRows || !p.Sort || !p.AutoFilter || p.InsertColumns || p.Password != "" {
		t.Errorf("%+v, %v", p, err)
	}
}

func locked(t *testing.T, f *excelize.File, style int) bool {
	t.Helper()
	s, err := f.GetStyle(style)
	if err != nil {
		t.Fatal(err)
	}
	return s.Protection == nil || s.Protection.Locked
}

// Words that may be long are in no text format, and what looks like a date in a
// name is in one.
func TestFormats(t *testing.T) {
	f := open(t, write(t, false))
	for x, want := range map[ledger.Field]int{ledger.FieldRectification: 0, ledger.FieldText: 0, ledger.FieldRemark: 0, ledger.FieldEvidence: 49} {
		col, _, err := excelize.SplitCellName(at(t, x, 1))
		if err != nil {
			t.Fatal(err)
		}
		id, err := f.GetColStyle(sheet, col)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := f.GetStyle(id); err != nil || s.NumFmt != want {
			t.Errorf("%s: format %d, %v", x, s.NumFmt, err)
		}
	}
}

func TestPage(t *testing.T) {
	f := open(t, write(t, true))
	l, err := f.GetPageLayout(sheet)
	if err != nil || *l.Size != 9 || *l.Orientation != "landscape" || *l.FitToWidth != 1 || *l.FitToHeight != 0 {
		t.Errorf("%+v, %v", l, err)
	}
	if p, err := f.GetPanes(sheet); err != nil || !p.Freeze || p.YSplit != 3 {
		t.Errorf("%+v, %v", p, err)
	}
	if visible, err := f.GetSheetVisible("字典"); err != nil || visible {
		t.Errorf("字典 is seen, %v", err)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name] = d.RefersTo
	}
	if names["_xlnm.Print_Titles"] != sheet+"!$3:$3" || names["_xlnm._FilterDatabase"] != "'"+sheet+"'!$A$3:$W$2003" {
		t.Error(names)
	}
}

// A height that Excel may not change would hide what staff add; merged rows keep
// theirs, since no program finds it.
func TestRowHeights(t *testing.T) {
	data := write(t, true)
	for part, want := range map[string][]bool{
		"xl/worksheets/sheet1.xml": {true, true, true, true, true, true},
		"xl/worksheets/sheet3.xml": {true, true, true, false, false, false},
	} {
		xml, err := opc.ReadPart(data, part, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		for i, fixed := range want {
			_, row, _ := strings.Cut(string(xml), fmt.Sprintf(`<row r="%d" ht="`, i+1))
			row, _, _ = strings.Cut(row, ">")
			if row == "" || strings.Contains(row, "customHeight") != fixed {
				t.Errorf("%s, row %d: %q", part, i+1, row)
			}
		}
	}
}
