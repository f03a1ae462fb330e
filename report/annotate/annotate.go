// Package annotate writes what is wrong with a ledger into a copy of the office's
// own workbook: a colour on each cell, a note, and a sheet that lists all.
//
// The package is edited, not saved anew: a part in which nothing is to be marked
// keeps its packed bytes, and in the others only what we insert is new. Cells keep
// their own formats; the colour is a conditional format. So all that a workbook may
// hold and we do not know is left as it is, and the marks can be taken out again.
package annotate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tongbao/report/internal/opc"
	"tongbao/sources/problem"
)

// An Item is a problem to mark, and whose it is.
type Item struct {
	problem.Problem
	Title   string   // its rule in one line
	Offices []string // the 责任部门 of the finding it lies in; none if it is in no finding
}

// A Result is an annotated workbook and what was done to it.
type Result struct {
	Data     []byte
	SourceID string // see [SourceID]
	Ext      string // the ending its kind of workbook has: .xlsx, .xlsm …
	Sheet    string // the name of the list
	Cells    [2]int // coloured, by severity; the cells of a merged range are one
	Notes    int
	Left     int      // notes that were not written: more than a sheet takes, or a conversation is there
	Unread   []string // sheets whose own notes cannot be understood, so that they got none
	Again    bool     // the workbook had been annotated before
	Signed   bool     // the workbook has a signature, which does not hold for the copy
	Offices  []Count
	Codes    []Count
}

// An Error is a workbook that cannot be annotated. The ledger in it may be read all
// the same.
type Error struct{ Err error }

func (e *Error) Error() string { return "annotate: " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Words says in Chinese what is wrong and what to do.
func (e *Error) Words() (what, next string) {
	if errors.Is(e.Err, errLarge) {
		return "工作簿里的链接、批注、格式一类太多，不能标注", "请删去与台账无关的内容，或新建一个工作簿，把台账复制过去再试"
	}
	return "工作簿的内部结构读不懂，不能标注", "请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再试"
}

// Annotate returns a copy of src, a workbook that was read without an error, with
// items marked in it. The places of items name it as file; items that lie elsewhere
// or have no cell are in the list only. What an earlier annotation left in src is
// taken out first. The same arguments give the same bytes. The error is an [*Error].
func Annotate(src []byte, file string, items []Item) (*Result, error) {
	r, err := annotate(src, file, items)
	if err != nil {
		return nil, &Error{err}
	}
	return r, nil
}

func annotate(src []byte, file string, items []Item) (*Result, error) {
	pkg, err := opc.Open(src)
	if err != nil {
		return nil, err
	}
	source, ok := sourceID(pkg)
	if !ok {
		source = newSourceID(file)
	}
	r := &Result{SourceID: source, Offices: counts(items, byOffice), Codes: counts(items, byCode)}
	b, again, err := strip(pkg)
	if err != nil {
		return nil, err
	}
	r.Again = again
	r.Ext = b.ext()
	r.Signed = slices.ContainsFunc(pkg.Names(), func(name string) bool { return strings.HasPrefix(strings.ToLower(name), "_xmlsignatures/") })
	f, err := b.addFormats()
	if err != nil {
		return nil, err
	}
	for i := range b.sheets {
		if err := b.markSheet(r, i, f, file, items); err != nil {
			return nil, err
		}
	}
	list, err := b.addList(r)
	if err != nil {
		return nil, err
	}
	if err := b.commit(source, list, listSheet(b, file, f, items, r.Offices, r.Codes)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(len(src) + len(src)/4)
	if err := pkg.Write(&out); err != nil {
		return nil, err
	}
	r.Data = out.Bytes()
	return r, nil
}

// SourceID says which ledger data is an annotated copy of, by the fingerprint of that
// ledger's file name; ok is false for everything but a workbook as Annotate wrote it:
// nobody has saved it since. A copy of such a copy is one of the same ledger. It is
// asked of files that nobody has checked, and looks at the last part only, which is
// the list with its record.
func SourceID(data []byte) (id string, ok bool) {
	pkg, err := opc.Open(data)
	if err != nil {
		return "", false
	}
	return sourceID(pkg)
}

func sourceID(pkg *opc.Package) (id string, ok bool) {
	const most = 64 << 20 // bytes of a list; the reader takes no larger part either
	names := pkg.Names()
	if len(names) == 0 || pkg.Size(names[len(names)-1]) > most {
		return "", false
	}
	r, err := readRecord(pkg, names[len(names)-1])
	return r.Source, err == nil
}

// newSourceID is the ID of the copies of a ledger.
func newSourceID(file string) string {
	sum := sha256.Sum256([]byte("tongbao annotated\x00" + file))
	return hex.EncodeToString(sum[:16])
}

// ext is the ending for the workbook's content type.
func (b *book) ext() string {
	t := strings.ToLower(b.contentType(b.main))
	ext := ".xls"
	if strings.Contains(t, "template") {
		ext = ".xlt"
	}
	if strings.Contains(t, "macroenabled") {
		return ext + "m"
	}
	return ext + "x"
}

// markSheet marks the items that lie in a sheet.
func (b *book) markSheet(r *Result, index int, f formats, file string, items []Item) error {
	s := b.sheets[index]
	var here []Item
	for _, item := range items {
		if shown(item.Pos.Sheet) == s.shown && item.Pos.Row > 0 && item.Pos.File == file {
			here = append(here, item)
		}
	}
	if len(here) == 0 || s.kind != "worksheet" {
		return nil
	}
	p, err := b.open(s.part)
	if err != nil {
		return err
	}
	marks := p.marks(here)
	for _, m := range marks {
		r.Cells[m.severity]++
	}
	p.colour(blocks(marks), f.mark)
	all := heads(marks)
	notes := make([]note, 0, min(len(all), maxNotes))
	for _, m := range most(all, maxNotes) {
		notes = append(notes, note{m.at, m.words()})
	}
	left, err := b.addNotes(p, notes)
	if err != nil {
		r.Unread = append(r.Unread, s.name)
	}
	r.Notes += len(notes) - left
	r.Left += len(all) - len(notes) + left
	return nil
}

// addList gives the workbook a sheet for the list, the last one and the one that is
// shown first. It returns the name of its part, which is not written yet.
func (b *book) addList(r *Result) (name string, err error) {
	p, err := b.open(b.main)
	if err != nil {
		return "", err
	}
	all := p.root.child("sheets")
	if all == nil {
		return "", errors.New("no sheets")
	}
	name = b.freeName("worksheets/sheet%d.xml")
	id, err := b.relate(b.main, "worksheet", name)
	if err != nil {
		return "", err
	}
	if err := b.setType(name, worksheetType); err != nil {
		return "", err
	}
	if err := b.activate(len(b.sheets)); err != nil {
		return "", err
	}
	r.Sheet = b.listName()
	p.appendTo(all, 1, tags(p.root.prefix(p.data), fmt.Sprintf(`<sheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`, b.rns, r.Sheet, b.freeID(), id)))
	return name, nil
}

// listName is 问题清单, or what comes next to it where the office has a sheet of
// that name.
func (b *book) listName() string {
	const name = "问题清单"
	for i := 0; ; i++ {
		candidate := name
		switch {
		case i == 1:
			candidate += "（通报检查）"
		case i > 1:
			candidate += fmt.Sprintf("（通报检查%d）", i)
		}
		if !slices.ContainsFunc(b.sheets, func(s sheet) bool { return strings.EqualFold(s.name, candidate) }) {
			return candidate
		}
	}
}

// freeID is one more than the largest sheetId, or where Excel takes no more, the
// smallest that is free.
func (b *book) freeID() int {
	const last = 65_534
	used, id := map[int]bool{}, 0
	for _, s := range b.sheets {
		n, _ := strconv.Atoi(s.node.attr("sheetId"))
		used[n], id = true, max(id, n)
	}
	if id++; id > last {
		for id = 1; used[id]; id++ {
		}
	}
	return id
}
