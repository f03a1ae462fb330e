package xlsx

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A workbook is what a package says of itself besides its cells.
type workbook struct {
	sheets  []sheetPart
	strings string // the part of shared strings, "" if there is none
	styles  []style
	dates   dateSystem
}

// A sheetPart is a sheet that has cells.
type sheetPart struct {
	name, part string
	hidden     bool
}

// A style is what we need of a cell's format.
type style struct {
	format *format // nil is General
	struck bool
}

// A relation is one of a part's references to another part.
type relation struct{ id, kind, target string }

// openWorkbook checks every part that excelize reads when it opens a package,
// lets excelize open it, and compares counts, since excelize passes over what it
// does not find.
func openWorkbook(a *archive, data []byte) (*workbook, error) {
	main, err := mainPart(a)
	if err != nil {
		return nil, err
	}
	_, sheets, err := checkPart(a, main, "workbook", "sheets", "sheet")
	if err != nil {
		return nil, err
	}
	if sheets == 0 {
		return nil, &DamagedError{Part: main, reason: wrongContent}
	}
	relations, err := readRelations(a, main)
	if err != nil {
		return nil, err
	}
	formats, err := checkStyles(a, relations)
	if err != nil {
		return nil, err
	}
	f, err := open(data, a.limits)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if f.WorkBook == nil || len(f.WorkBook.Sheets.Sheet) != sheets {
		return nil, &DamagedError{Part: main, reason: outOfStep}
	}
	w := &workbook{}
	if w.styles = readStyles(f); len(w.styles) != formats {
		return nil, &DamagedError{Part: "xl/styles.xml", reason: outOfStep}
	}
	w.dates.from1904 = f.WorkBook.WorkbookPr != nil && f.WorkBook.WorkbookPr.Date1904
	for _, r := range relations {
		if r.kind == "sharedStrings" {
			w.strings = r.target
		}
	}
	return w, w.list(f, main, relations)
}

// mainPart finds the workbook part and checks the parts on the way to it.
func mainPart(a *archive) (string, error) {
	if _, _, err := checkPart(a, "[Content_Types].xml", "Types", "", ""); err != nil {
		return "", err
	}
	relations, err := readRelations(a, "")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind == "officeDocument" {
			return r.target, nil
		}
	}
	return "", &DamagedError{Part: "_rels/.rels", reason: badReference}
}

// checkStyles checks the parts excelize finds by fixed names, and returns how
// many cell formats the workbook's styles have.
func checkStyles(a *archive, relations []relation) (formats int, err error) {
	for _, fixed := range []struct{ part, root string }{{"xl/theme/theme1.xml", "theme"}, {"xl/calcChain.xml", "calcChain"}} {
		if a.has(fixed.part) {
			if _, _, err := checkPart(a, fixed.part, fixed.root, "", ""); err != nil {
				return 0, err
			}
		}
	}
	for _, r := range relations {
		if r.kind == "styles" {
			_, formats, err = checkPart(a, r.target, "styleSheet", "cellXfs", "xf")
			return formats, err
		}
	}
	return 0, nil
}

// checkPart reads a part and scans it to its end: it has to be well-formed, begin
// with root and keep to the limit of elements. It returns its bytes and how many
// elements called child stand right under one called parent.
func checkPart(a *archive, part, root, parent, child string) (data []byte, count int, err error) {
	if data, err = a.read(part); err != nil {
		return nil, 0, err
	}
	s := newScanner(data)
	if err := s.root(root); err != nil {
		return nil, 0, located(err, part)
	}
	for elements := 1; ; {
		t, err := s.next()
		switch {
		case err != nil:
			return nil, 0, located(err, part)
		case t == tokenEOF:
			return data, count, nil
		case t != tokenStart:
			continue
		}
		if elements++; elements > a.limits.Elements {
			return nil, 0, &LimitError{limit: limitElements, Part: part, Max: int64(a.limits.Elements)}
		}
		if string(s.name) == child && string(local(s.stack[s.depth()-2])) == parent {
			count++
		}
	}
}

// readRelations reads the relations of a part, or of the package for "".
func readRelations(a *archive, of string) ([]relation, error) {
	part := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		part = "_rels/.rels"
	}
	data, _, err := checkPart(a, part, "Relationships", "", "")
	if err != nil {
		return nil, err
	}
	var out []relation
	s := newScanner(data)
	if err := s.root("Relationships"); err != nil {
		return nil, located(err, part)
	}
	err = s.each(func() error {
		if s.attr("TargetMode") != "External" {
			out = append(out, relation{s.attr("Id"), path.Base(s.attr("Type")), target(of, s.attr("Target"))})
		}
		return nil
	})
	return out, located(err, part)
}

// target is the part that ref, in the relations of part of, means.
func target(of, ref string) string {
	ref = strings.ReplaceAll(ref, `\`, "/")
	if !strings.HasPrefix(ref, "/") {
		ref = path.Join("/", path.Dir(of), ref)
	}
	return strings.TrimPrefix(path.Clean(ref), "/")
}

// open has excelize open the package. Both limits are the same, so that it never
// spills ledger text into a temporary file.
func open(data []byte, limits Limits) (f *excelize.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, &DamagedError{reason: openerPanic, Err: fmt.Errorf("%v", r)}
		}
	}()
	f, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: limits.Total, UnzipXMLSizeLimit: limits.Total})
	if err != nil {
		if f != nil {
			_ = f.Close() // it holds no file; the first error is the one to tell
		}
		return nil, &DamagedError{reason: openerRefused, Err: err}
	}
	return f, nil
}

// list finds the part of every sheet. A sheet that is no grid (a chart, a dialog)
// is left out; one whose part is missing is damage.
func (w *workbook) list(f *excelize.File, main string, relations []relation) error {
	seen := map[string]bool{}
	for _, s := range f.WorkBook.Sheets.Sheet {
		var found *relation
		for i := range relations {
			if relations[i].id == s.ID {
				found = &relations[i]
			}
		}
		if key := strings.ToLower(s.Name); found == nil || s.Name == "" || seen[key] {
			return &DamagedError{Part: main, reason: badReference, Err: fmt.Errorf("sheet %q", s.Name)}
		} else {
			seen[key] = true
		}
		if found.kind == "worksheet" {
			w.sheets = append(w.sheets, sheetPart{s.Name, found.target, s.State != "" && s.State != "visible"})
		}
	}
	return nil
}

// readStyles makes our styles of excelize's.
func readStyles(f *excelize.File) []style {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	formats := map[int]*format{}
	out := make([]style, len(f.Styles.CellXfs.Xf))
	for i, xf := range f.Styles.CellXfs.Xf {
		if xf.NumFmtID != nil {
			id := *xf.NumFmtID
			if _, known := formats[id]; !known {
				code, custom := codes[id]
				if !custom {
					code = builtin(id)
				}
				formats[id] = parseFormat(code)
			}
			out[i].format = formats[id]
		}
		if xf.FontID != nil && f.Styles.Fonts != nil && *xf.FontID >= 0 && *xf.FontID < len(f.Styles.Fonts.Font) {
			strike := f.Styles.Fonts.Font[*xf.FontID].Strike
			out[i].struck = strike != nil && (strike.Val == nil || *strike.Val)
		}
	}
	return out
}
