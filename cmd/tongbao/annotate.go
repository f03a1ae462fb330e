package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/report"
	"tongbao/report/annotate"
	"tongbao/report/safefile"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/progress"
)

// annotatedSuffix tells an annotated copy from its ledger where a folder takes it.
const annotatedSuffix = "（标注）"

// An annotator writes the annotated copies of one run; without a place, none.
type annotator struct {
	place  string // --annotate: a file, or a folder
	force  bool
	folder bool
	reads  []string          // what the run reads
	taken  map[string]string // path → the ledger it was written for in this run
}

func (a *annotator) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&a.place, "annotate", "", "把问题标在台账的副本里，存为这个`文件`，如 标注.xlsx；几份台账写文件夹")
	c.Flags().BoolVar(&a.force, "force", false, "覆盖已有的同名文件")
}

// begin understands --annotate for the ledgers of a run, which reads more files yet.
func (a *annotator) begin(files, reads []string) error {
	a.reads, a.taken = reads, map[string]string{}
	ext := strings.ToLower(filepath.Ext(a.place))
	switch {
	case a.place == "" && a.force:
		return usageError("--force 和 --annotate 一起用：覆盖已有的标注副本")
	case a.place == "" || isFolder(a.place):
		a.folder = true
	case slices.Contains([]string{".xlsx", ".xlsm", ".xltx", ".xltm"}, ext):
		if len(files) > 1 {
			return usageError("--annotate 写了一个文件名，但有 " + itoa(len(files)) + " 份台账；请写文件夹，如 --annotate 标注")
		}
	case ext == "":
		a.folder = true
	default:
		return usageError("--annotate 要写 .xlsx 文件，或文件夹；如 --annotate 标注.xlsx")
	}
	return nil
}

// An annotation is the annotated copy of one ledger.
type annotation struct {
	*annotate.Result
	path     string
	replaced bool
}

// write saves the annotated copy of d, which was checked.
func (a *annotator) write(d *draft) error {
	if a.place == "" {
		return nil
	}
	if d.encrypted {
		return fileError(d.file + " 有打开密码，标注副本存不了密码，没有生成；确实要标注的，先在 Excel 或 WPS 里另存一份没有密码的")
	}
	result, err := annotate.Annotate(d.workbook, d.ledger.File, d.items())
	if err != nil {
		return err
	}
	out := &annotation{Result: result, path: a.path(d.file, result.Ext)}
	if out.replaced, err = a.mayWrite(out, d); err != nil {
		return err
	}
	undo, err := makeFolder(filepath.Dir(out.path))
	if err == nil {
		err = safefile.WriteAll([]safefile.File{{Path: out.path, Data: result.Data}})
	}
	if err != nil {
		undo()
		return err
	}
	a.taken[pathKey(out.path)] = d.file
	result.Data = nil
	d.annotation = out
	d.outputs = append(d.outputs, output{format: report.Format{Name: "xlsx"}, path: out.path, replaced: out.replaced})
	return nil
}

// items is the problems of d with their rules and offices.
func (d *draft) items() []annotate.Item {
	office := offices(d.ledger)
	items := make([]annotate.Item, len(d.problems))
	for i, p := range d.problems {
		e, _ := registry().Find(p.Code)
		items[i] = annotate.Item{Problem: p, Title: e.Title, Offices: office(p.Pos)}
	}
	return items
}

// offices tells whose a place is: the 责任部门 of the row it lies in, and of all rows
// that a cell is said of, merged or filled down, each once. Names that differ in blanks
// only are the first one, as where status counts them.
func offices(l *ledger.Ledger) func(problem.Pos) []string {
	o := officeIndex{of: map[spot][]string{}, in: map[officeAt]bool{}, known: map[string]string{"": "（没有写责任部门）"}}
	if l != nil {
		for i := range l.Findings {
			o.add(&l.Findings[i])
		}
	}
	return func(p problem.Pos) []string {
		if all := o.of[spot{p.Sheet, p.Row, p.Col}]; all != nil {
			return all
		}
		return o.of[spot{p.Sheet, p.Row, 0}]
	}
}

// A spot is a cell, or with column 0 a row.
type spot struct {
	sheet    string
	row, col int
}

type officeAt struct {
	spot
	office string
}

// An officeIndex is the offices of rows, and of the cells that several rows share.
type officeIndex struct {
	of    map[spot][]string
	in    map[officeAt]bool // what of has
	known map[string]string // the first of the names that differ in blanks only
}

func (o *officeIndex) add(f *ledger.Finding) {
	for m := range f.Rows() {
		names := progress.Offices(m)
		row := spot{m.Pos.Sheet, m.Pos.Row, 0}
		o.put(row, names)
		for _, x := range ledger.Fields() {
			c := m.Cell(x)
			if c == nil {
				c = f.Cell(x)
			}
			cell := spot{c.Pos.Sheet, c.Pos.Row, c.Pos.Col}
			if first := (spot{cell.sheet, cell.row, 0}); cell.col > 0 && first != row {
				o.put(cell, o.of[first])
				o.put(cell, names)
			}
		}
	}
}

func (o *officeIndex) put(at spot, names []string) {
	for _, name := range names {
		key := ledger.Squeeze(name)
		if o.known[key] == "" {
			o.known[key] = name
		}
		if one := (officeAt{at, o.known[key]}); !o.in[one] {
			o.in[one] = true
			o.of[at] = append(o.of[at], one.office)
		}
	}
}

// annotated says what the annotated copy holds.
func (u *ui) annotated(d *draft) {
	a := d.annotation
	if a == nil {
		return
	}
	word := "已生成"
	if a.replaced {
		word = "已更新"
	}
	of := ""
	if d.converted {
		of = "（" + d.file + " 转换成的工作簿的副本）"
	}
	u.result("%s %s%s", word, a.path, of)
	u.say("  标红 %d 处、标黄 %d 处，加了 %d 条批注；逐条见其中的「%s」", a.Cells[problem.Error], a.Cells[problem.Warning], a.Notes, a.Sheet)
	for _, line := range a.remarks(d) {
		u.say("  %s", line)
	}
}

// remarks is what the user should know of an annotated copy.
func (a *annotation) remarks(d *draft) []string {
	var out []string
	if a.Left > 0 {
		out = append(out, fmt.Sprintf("有 %d 处只标颜色，没有加批注（一张表最多加 2000 条，已有会话批注的格不动），内容见「%s」", a.Left, a.Sheet))
	}
	for _, sheet := range a.Unread {
		out = append(out, "「"+sheet+"」原有的批注读不懂，没有动，也没有加批注；内容见「"+a.Sheet+"」")
	}
	if a.Signed {
		out = append(out, "台账有数字签名，标注副本里的签名不再有效；台账本身没有改动")
	}
	if d.converted {
		out = append(out, "台账不是 .xlsx，标注的是转换后的工作簿；请在标注副本里改")
	}
	return out
}
