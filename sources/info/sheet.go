package info

import (
	"slices"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// The headings over the two columns of a sheet, and over further ones that hold
// remarks for the clerk.
var (
	nameHeadings   = []string{"栏目", "项目", "名称", "事项", "要素"}
	valueHeadings  = []string{"内容", "填写内容", "值", "填写"}
	remarkHeadings = []string{"说明", "备注", "填写说明", "示例", "要求", "填写要求", "序号"}
)

// A layout says which columns of a sheet hold what.
type layout struct {
	first       int // the first row of data
	name, value int
	remarks     []int
}

// asideNames in a sheet's name say that its 栏目 are explained there, not filled in.
var asideNames = []string{"说明", "示例", "样例", "范例", "模板", "例表", "填写要求"}

// isNotice reports whether s, by what stands in it, is a sheet of 栏目 and 内容: two
// of them or more, and they are no fewer than the names we do not know.
func isNotice(s *grid.Sheet) bool {
	if slices.ContainsFunc(asideNames, func(name string) bool { return strings.Contains(s.Name, name) }) {
		return false
	}
	known, others := 0, 0
	l := layoutOf(s)
	for n := l.first; n <= len(s.Rows); n++ {
		name := own(s.Rows[n-1], n, l.name)
		if name.IsBlank() {
			continue
		}
		if _, ok := find(name.Text); ok {
			known++
		} else {
			others++
		}
	}
	return known > 1 && known >= others
}

// readSheet reads a sheet of 栏目 and 内容. An empty 栏目 continues the one above.
func readSheet(s *grid.Sheet) draft {
	var d draft
	l := layoutOf(s)
	var above *key // nil: none yet
	for n := l.first; n <= len(s.Rows); n++ {
		r := s.Rows[n-1]
		d.extra(r, n, l)
		name, v := at(r, l.name), own(r, n, l.value)
		if name.Flaw != nil && name.Pos.Row == n {
			d.problems = append(d.problems, *name.Flaw)
		}
		if text := ledger.Trim(name.Text); text != "" && name.Pos.Row == n {
			above = d.sheetKey(name.Pos, text)
		} else if v.IsBlank() {
			continue
		}
		switch {
		case above == nil:
			d.report(noKey, v.Pos, "“"+brief(v.Text)+"”左边没有写栏目", "在左边写上栏目名，如 标题、前言、联系方式")
		case above.name != "":
			d.add(*above, name.Pos, d.sheetValue(*above, v))
		}
	}
	if s.Hidden && len(d.items) > 0 {
		d.report(hiddenPlace, problem.Pos{File: d.items[0].at.File, Sheet: s.Name}, "这张表是隐藏的，仍然读入，会印进通报", "核对内容后取消隐藏")
	}
	return d
}

// sheetKey returns the key called text, or after reporting it the zero key,
// whose values are passed over. A part as a whole is for info files only.
func (d *draft) sheetKey(pos problem.Pos, text string) *key {
	k, ok := find(text)
	switch {
	case !ok:
		d.unknown(pos, text)
		return &key{}
	case k.shape == part || k.shape == sections:
		d.report(unknownKey, pos, "表里不用「"+text+"」这一栏", "分开写成 第一部分标题、第一部分导语、第一部分内容")
		return &key{}
	}
	return &k
}

// layoutOf finds the headings, if there are any; the data begins below them.
func layoutOf(s *grid.Sheet) layout {
	const search = 10
	for n := 1; n <= min(search, len(s.Rows)); n++ {
		r := s.Rows[n-1]
		for col := 1; col < len(r); col++ {
			if isOneOf(r[col-1], nameHeadings) && isOneOf(r[col], valueHeadings) {
				l := layout{first: n + 1, name: col, value: col + 1}
				for other := 1; other <= len(r); other++ {
					if isOneOf(r[other-1], remarkHeadings) {
						l.remarks = append(l.remarks, other)
					}
				}
				return l
			}
		}
	}
	return layout{first: 1, name: 1, value: 2}
}

func isOneOf(c grid.Cell, headings []string) bool {
	return slices.Contains(headings, ledger.Squeeze(c.Text))
}

func at(r []grid.Cell, col int) grid.Cell {
	if col > len(r) {
		return grid.Cell{}
	}
	return r[col-1]
}

// own is a cell with its place. The child of a merged cell is empty: its words
// count once, where they are written.
func own(r []grid.Cell, n, col int) grid.Cell {
	c := at(r, col)
	if c.Pos.Row == n && c.Pos.Col == col {
		return c
	}
	pos := c.Pos
	if pos == (problem.Pos{}) && len(r) > 0 {
		pos = r[0].Pos
		pos.Row, pos.Col = n, col
	}
	return grid.Cell{Pos: pos}
}

// extra reports words beside the two columns.
func (d *draft) extra(r []grid.Cell, n int, l layout) {
	for col := 1; col <= len(r); col++ {
		c := own(r, n, col)
		if col != l.name && col != l.value && !slices.Contains(l.remarks, col) && ledger.Trim(c.Text) != "" {
			d.report(noKey, c.Pos, "“"+brief(c.Text)+"”写在栏目和内容两列之外，没有读入", "移到内容一列；只是说明的，在这一列上面写“说明”")
		}
	}
}

// sheetValue is the value in c, after reporting what is wrong with it. Of what
// cannot be used only the place is kept, and it does not count as missing.
func (d *draft) sheetValue(k key, c grid.Cell) value {
	v := value{Cell: ledger.NewCell(c.Pos, c.Text), as: ledger.Stored{Day: c.Time, Number: c.Kind == grid.Number}}
	switch {
	case c.Flaw != nil:
		d.problems = append(d.problems, *c.Flaw)
		v.bad = true
	case c.Kind == grid.Fault || ledger.IsFault(v.Text):
		d.report(faultyCell, c.Pos, "公式出错："+c.Text, "在这一格直接写上内容，不用公式")
		v.bad = true
	case c.Struck && !c.IsBlank():
		d.report(struckOut, c.Pos, "划了删除线的“"+brief(c.Text)+"”仍然读入", "不要的删去文字；要的去掉删除线")
	case c.Hidden && !c.IsBlank():
		d.report(hiddenPlace, c.Pos, "隐藏的“"+brief(c.Text)+"”仍然读入", "要的取消隐藏；不要的删去")
	case k.printsWords() && (c.Kind == grid.Number || c.Kind == grid.Date || c.Kind == grid.Bool):
		d.report(noWords, c.Pos, "「"+k.columns[0]+"」里只有“"+brief(c.Text)+"”，不是文字，会照样印出", "核对这一格；该写文字的改写成文字")
	}
	if v.bad && v.Text == "" {
		v.Text = "公式"
	}
	return v
}
