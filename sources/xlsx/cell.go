package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// A stored is the inside of a c element.
type stored struct {
	kind    string // attribute t
	style   style
	value   string // v
	formula string
	rich    bool // has a rich value besides v: attribute vm
	has     struct{ value, formula, text bool }
	text    text // is
}

// value reads the c element that just started into cell.
func (s *sheetReader) value(cell *grid.Cell) error {
	c, err := s.stored()
	if err != nil {
		return err
	}
	switch {
	case strings.Contains(strings.ToUpper(c.formula), "DISPIMG("), strings.HasPrefix(c.value, "=DISPIMG("):
		return s.image(cell, c)
	case c.has.formula && strings.TrimSpace(c.value) == "" && !c.has.text && (c.kind != "str" || !c.has.value):
		cell.Raw, cell.Kind = "="+c.formula, grid.Fault
		return s.flaw(cell, noResult().At(s.at, "公式没有计算结果", "请用 Excel 或 WPS 打开这个工作簿，保存一次再试"))
	case c.has.text && strings.TrimSpace(c.value) != "":
		return s.fail(wrongContent) // one of two would be lost
	case c.has.text:
		return s.words(cell, &c.text, c.style.struck)
	}
	switch c.kind {
	case "s":
		return s.shared(cell, c)
	case "str", "inlineStr":
		t := newText(c.value, runs{})
		return s.words(cell, &t, c.style.struck)
	}
	c.value = strings.TrimSpace(c.value)
	if c.value == "" {
		return nil
	}
	cell.Raw, cell.Struck = c.value, c.style.struck
	switch c.kind {
	case "b":
		return s.boolean(cell)
	case "e":
		if c.rich && c.value == "#VALUE!" { // Excel's pictures in cells
			return s.image(cell, c)
		}
		cell.Text, cell.Kind = newText(c.value, runs{}).shown, grid.Fault
		return nil
	case "d":
		return s.iso(cell, c.style.format)
	case "n", "":
		return s.number(cell, c.style.format)
	}
	return s.fail(badValue)
}

// image makes cell a picture. WPS lays one into a cell as a formula or text
// =DISPIMG("ID_…",1), Excel as an error value.
func (s *sheetReader) image(cell *grid.Cell, c stored) error {
	cell.Raw, cell.Text, cell.Kind = c.value, "［图片］", grid.Picture
	if cell.Raw == "" {
		cell.Raw = "=" + c.formula
	}
	return s.report(picture().At(s.at, "单元格里是图片，不会印进通报", "需要写进通报的内容请用文字写明；只作佐证的不必改"))
}

// stored reads the attributes and children of the c element that just started.
func (s *sheetReader) stored() (c stored, err error) {
	if c.kind = s.attr("t"); c.kind == "e" {
		_, c.rich = s.lookup("vm")
	}
	if ref := s.attr("s"); ref != "" {
		id, err := strconv.Atoi(ref)
		if err != nil || id < 0 || (id >= len(s.book.styles) && id > 0) {
			return c, s.fail(badReference)
		}
		if id < len(s.book.styles) {
			c.style = s.book.styles[id]
		}
	}
	if s.empty { // most cells of a form are <c r="B7" s="4"/>
		_, err := s.next()
		return c, err
	}
	err = s.each(func() (err error) {
		switch string(s.name) {
		case "v":
			c.value, err = s.content()
			return s.once(&c.has.value, err)
		case "f":
			c.formula, err = s.content()
			return s.once(&c.has.formula, err)
		case "is":
			c.text, err = readString(s.scanner)
			return s.once(&c.has.text, err)
		case "extLst":
		default:
			err = s.fail(wrongContent)
		}
		return err
	})
	return c, err
}

// once notes that a child was read; a second one would put the first out.
func (s *sheetReader) once(seen *bool, err error) error {
	if err == nil && *seen {
		return s.fail(wrongContent)
	}
	*seen = true
	return err
}

// shared looks a shared string up.
func (s *sheetReader) shared(cell *grid.Cell, c stored) error {
	if !c.has.value || c.value == "" {
		return nil
	}
	i, err := strconv.Atoi(strings.TrimSpace(c.value))
	switch {
	case err != nil:
		return s.fail(badValue)
	case s.book.strings == "":
		return &DamagedError{Part: "xl/sharedStrings.xml", reason: missing}
	case i < 0 || i >= len(s.strings):
		return &DamagedError{Part: s.book.strings, reason: badReference}
	}
	return s.words(cell, &s.strings[i], c.style.struck)
}

// words makes cell a string and reports what staff cannot see in it.
func (s *sheetReader) words(cell *grid.Cell, t *text, font bool) error {
	if t.raw == "" {
		return nil
	}
	if int64(len(t.raw)) > s.maxima[limitText] {
		if err := s.check(limitText, t.length()); err != nil {
			return err
		}
	}
	whole, part := t.runs.strikes(font)
	cell.Raw, cell.Text, cell.Kind, cell.Struck = t.raw, t.shown, grid.String, whole
	if t.refused != 0 {
		return s.flaw(cell, refusedCharacter().At(s.at, "含有"+spell(t.refused), "请在编辑栏里删去这个字符，或把这一处文字重新输入一遍"))
	}
	if t.dropped != 0 {
		if err := s.report(zeroWidth().At(s.at, "含有看不见的零宽字符，已去掉", "不影响通报；想不再提醒，请把这一处文字重新输入一遍")); err != nil {
			return err
		}
	}
	if part {
		return s.report(partlyStruck().At(s.at, "有一部分文字划了删除线，仍按全文读取", "请删去划掉的文字，或去掉删除线"))
	}
	return nil
}

// flaw leaves a problem with its cell, for whoever reads the cell to report.
func (r *reader) flaw(cell *grid.Cell, p problem.Problem) error {
	r.flaws++
	if err := r.check(limitProblems, r.flaws); err != nil {
		return err
	}
	cell.Flaw = &p
	return nil
}

// report notes a problem.
func (r *reader) report(p problem.Problem) error {
	r.problems = append(r.problems, p)
	return r.check(limitProblems, int64(len(r.problems)))
}

// boolean shows TRUE or FALSE.
func (s *sheetReader) boolean(cell *grid.Cell) error {
	switch cell.Raw {
	case "1", "true":
		cell.Text = "TRUE"
	case "0", "false":
		cell.Text = "FALSE"
	default:
		return s.fail(badValue)
	}
	cell.Kind = grid.Bool
	return nil
}

// iso reads a date of a Strict workbook.
func (s *sheetReader) iso(cell *grid.Cell, f *format) error {
	t, ok := isoTime(cell.Raw)
	if !ok {
		return s.fail(badValue)
	}
	if !f.isDate() {
		f = parseFormat(builtin(14))
	}
	cell.Kind, cell.Time, cell.Text = grid.Date, midnight(t), f.showTime(t)
	return nil
}

// number makes cell a number or, if its format says so, a date.
func (s *sheetReader) number(cell *grid.Cell, f *format) error {
	v, err := strconv.ParseFloat(cell.Raw, 64)
	if err != nil || strings.Trim(cell.Raw, "+-.0123456789eE") != "" {
		return s.fail(badValue)
	}
	t, ok := time.Time{}, false
	switch {
	case f.isDate():
		if t, ok = s.book.dates.time(v); ok {
			cell.Kind, cell.Time, cell.Text = grid.Date, midnight(t), f.showTime(t)
			return nil
		}
	case f.isClock():
		if t, ok = clock(v); ok {
			cell.Kind, cell.Text = grid.Number, f.showTime(t)
			return nil
		}
	}
	cell.Kind, cell.Text = grid.Number, f.showNumber(v)
	if math.Abs(v) >= 1e15 {
		return s.report(digitsLost().At(s.at, "数字超过 15 位，末尾几位已被 Excel 变成 0", "请把单元格改成文本格式，重新输入完整的数字"))
	}
	return nil
}
