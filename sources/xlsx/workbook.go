package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/problem"
)

// A workbook is what a package says of itself besides its cells.
type workbook struct {
	sheets  []sheetPart
	strings string // the part of shared strings, "" if there is none
	styles  []style
	dates   dateSystem
}

// A sheetPart is one sheet of the workbook.
type sheetPart struct {
	name   text
	part   string // "" if it holds no cells
	other  string // what it is then
	hidden bool
}

// openWorkbook has excelize open the parts that hold the workbook together, which
// were checked, and compares counts, since excelize passes over what it does not
// understand.
func openWorkbook(a *archive) (*workbook, error) {
	fr, err := readFrame(a)
	if err != nil {
		return nil, err
	}
	f, err := open(fr.parts)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if f.WorkBook == nil || len(f.WorkBook.Sheets.Sheet) != fr.sheets {
		return nil, &DamagedError{Part: fr.main, reason: outOfStep}
	}
	w := &workbook{styles: readStyles(f)}
	if len(w.styles) != fr.formats {
		return nil, &DamagedError{Part: fr.styles, reason: outOfStep}
	}
	w.dates.from1904 = f.WorkBook.WorkbookPr != nil && f.WorkBook.WorkbookPr.Date1904
	if w.strings, err = fr.part("sharedStrings"); err != nil {
		return nil, err
	}
	return w, w.list(f, fr)
}

// maxName bounds a sheet's name; Excel's own bound is 31 characters.
const maxName = 255

// list finds the part of every sheet, of which none may be lost: not to another
// of its name, nor by two sharing one part.
func (w *workbook) list(f *excelize.File, fr *frame) error {
	byID := fr.relations.byID()
	seen := map[string]bool{}
	for _, s := range f.WorkBook.Sheets.Sheet {
		name := newText(s.Name, runs{})
		p, err := fr.sheet(&name, byID[s.ID], seen)
		if err != nil {
			return err
		}
		p.hidden = s.State != "" && s.State != "visible"
		w.sheets = append(w.sheets, p)
	}
	return nil
}

// sheet says what a sheet's relation leads to. Seen is the names and parts that
// the sheets before it have.
func (fr *frame) sheet(name *text, r *relation, seen map[string]bool) (sheetPart, error) {
	damaged := func(part string, why reason) (sheetPart, error) {
		return sheetPart{}, &DamagedError{Part: part, Pos: problem.Pos{Sheet: name.shown}, reason: why}
	}
	if name.shown == "" || name.length() > maxName {
		name = &text{}
		return damaged(fr.main, noName)
	}
	if r == nil {
		return damaged(fr.main, badReference)
	}
	part, called := strings.ToLower(r.target), "name "+strings.ToLower(name.shown)
	if seen[called] {
		return damaged(fr.main, sameName)
	}
	if seen[part] {
		return damaged(r.target, usedTwice)
	}
	seen[called], seen[part] = true, true
	p, err := fr.kind(r)
	p.name = *name
	return p, err
}

// kind says what a sheet is by its relation.
func (fr *frame) kind(r *relation) (p sheetPart, err error) {
	switch r.kind {
	case "worksheet":
		p.part, err = r.target, fr.types.check(r.target, "worksheet")
	case "chartsheet":
		p.other = "图表"
	case "dialogsheet":
		p.other = "对话框"
	case "xlMacrosheet", "xlIntlMacrosheet":
		p.other = "宏"
	default:
		err = &DamagedError{Part: r.target, reason: wrongType}
	}
	return p, err
}
