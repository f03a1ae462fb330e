// Package xlsx reads an Excel workbook into a grid and guards against silent
// loss: a workbook is read whole, or not at all.
//
// excelize says which sheets, styles and date system a workbook has; it is given
// only the parts that say so, after they were scanned to their end. The cells are
// read here, by one pass over each sheet part, and not by excelize: on a part that
// is cut short or malformed its rows end early without an error, a missing string
// reads as nothing, a cell out of order moves to another column, and text that
// escapes a broken character loses it. To notice, every part has to be scanned to
// its end anyway; the pass that does so has all values already, at an eighth of
// the time and memory. So there is one reader of sheet parts, and a test holds it
// against excelize, cell by cell.
//
// No other room of sources imports excelize.
package xlsx

import (
	"path"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// Read returns the workbook's cells. Of file only the base name gets into
// positions. The problems lie in single cells and are sorted. The error is a
// [*DamagedError] or a [*LimitError]; with an error there is neither book nor
// problem. What is wrong with the use of a cell, a formula without a result or a
// character no notice may hold, is the cell's Flaw.
//
// Text is what Excel's Chinese edition shows: a date by its number format, a
// number without binary noise; line ends are "\n", zero-width characters are
// gone. A date's Raw is its serial. A formula is its last computed value. #REF!
// and its like are of kind Fault and no problem here: whether the cell matters is
// for the caller to know. Blanks and Unicode forms are left alone.
func Read(file string, data []byte, limits Limits) (*grid.Book, problem.List, error) {
	file = path.Base(strings.ReplaceAll(file, `\`, "/"))
	m := newMeter(limits)
	a, err := openArchive(data, m)
	if err != nil {
		return nil, nil, err
	}
	w, err := openWorkbook(a)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{meter: m, file: file, book: w}
	if err := r.loadStrings(a); err != nil {
		return nil, nil, err
	}
	book := &grid.Book{File: file}
	for _, p := range w.sheets {
		s, err := r.oneSheet(a, p)
		if err != nil {
			return nil, nil, err
		}
		book.Sheets = append(book.Sheets, s)
	}
	r.problems.Sort()
	return book, r.problems, nil
}

// oneSheet reads a sheet, if it holds cells.
func (r *reader) oneSheet(a *archive, p sheetPart) (grid.Sheet, error) {
	at := problem.Pos{File: r.file, Sheet: p.name.shown}
	if p.name.refused != 0 {
		r.problems = append(r.problems, refusedCharacter().At(at, "工作表的名称含有"+spell(p.name.refused), "请把工作表重新命名"))
	}
	if p.name.dropped != 0 {
		r.problems = append(r.problems, zeroWidth().At(at, "工作表的名称含有看不见的零宽字符，已去掉", "不影响通报；想不再提醒，请把工作表重新命名"))
	}
	if p.other != "" {
		return grid.Sheet{Name: p.name.shown, Hidden: p.hidden, Other: p.other}, nil
	}
	data, err := a.read(p.part)
	if err != nil {
		return grid.Sheet{}, placed(err, at)
	}
	return r.readSheet(data, p)
}

// loadStrings reads the shared strings, if the workbook names any.
func (r *reader) loadStrings(a *archive) error {
	if r.book.strings == "" {
		return nil
	}
	data, err := a.read(r.book.strings)
	if err != nil {
		return err
	}
	r.strings, err = readStrings(data, r.meter)
	return located(err, r.book.strings)
}
