package xlsx

import (
	"fmt"
	"math"
)

// Limits bounds what a workbook may hold, so that a small file cannot take all
// memory or minutes. The zero value is the defaults; [Limits.Raise] changes one.
type Limits struct{ raised maxima }

// maxima is a number for each limit.
type maxima [limitCount]int64

// A limit is one row of the table below.
type limit int

const (
	limitFile limit = iota
	limitEntries
	limitPart
	limitTotal
	limitElements
	limitStrings
	limitSheets
	limitRows
	limitColumns
	limitCells
	limitMerges
	limitText
	limitShown
	limitProblems
	limitWork
	limitCount
)

// A bound says what a limit counts and what to do about it.
type bound struct {
	name    string // in Chinese, as messages and --limit have it
	english string
	base    int64  // the default
	size    bool   // counts bytes
	most    int64  // no workbook can go beyond, 0 if it can
	next    string // the way out besides raising it
}

const (
	kilo = int64(1) << 10
	mega = int64(1) << 20
)

// bounds is the table of limits. The defaults are some ten times the largest
// ledger we know of: 4,000 findings with 20 columns are 80,000 cells and unzip to
// 8 MiB.
//
// The last stands in for a limit of time: it counts the bytes that are inflated and
// scanned, and what else takes time without taking memory, so that the same
// workbook is refused on every machine, fast or slow, busy or idle; a clock would
// read a ledger on one day and not on the next. We scan over 100 MiB a second: the
// default is some ten seconds.
func bounds() [limitCount]bound {
	const shrink = "请删去与台账无关的内容（多余的工作表、图片、空行空列），另存后再试"
	return [limitCount]bound{
		limitFile:     {"文件大小", "bytes of the file", 256 * mega, true, 0, shrink},
		limitEntries:  {"内部文件个数", "entries of the archive", 20_000, false, 0, shrink},
		limitPart:     {"内部文件大小", "bytes of an unzipped part", 64 * mega, true, 0, shrink},
		limitTotal:    {"解压大小", "bytes unzipped", 256 * mega, true, 0, shrink},
		limitElements: {"内部条目数", "elements of a part", 500_000, false, 0, "样式等条目太多：请新建一个工作簿，把台账连同标题行复制过去再试"},
		limitStrings:  {"文本条数", "shared strings", 1_000_000, false, 0, shrink},
		limitSheets:   {"工作表个数", "sheets", 500, false, 0, shrink},
		limitRows:     {"行号", "rows", 100_000, false, maxRow, "表格以外的远处有内容：请选中台账下方的空行，整行删除，保存后再试"},
		limitColumns:  {"列号", "columns", 1_000, false, maxCol, "表格以外的远处有内容：请选中台账右侧的空列，整列删除，保存后再试"},
		limitCells:    {"单元格个数", "cells", 1_000_000, false, 0, shrink},
		limitMerges:   {"合并区域个数", "merged ranges", 50_000, false, 0, "请取消多余的合并单元格，保存后再试"},
		limitText:     {"单元格字数", "characters of a cell", 32_767, false, 0, "请把内容分写到几个单元格"},
		limitShown:    {"文字总量", "bytes of the texts of all cells", 64 * mega, true, 0, shrink},
		limitProblems: {"问题条数", "problems", 10_000, false, 0, "请先改好已能看到的同类问题；多半是整列粘贴时带进来的"},
		limitWork:     {"处理量", "bytes of work", 1024 * mega, true, 0, shrink},
	}
}

// maxima is every limit as it holds.
func (l Limits) maxima() maxima {
	all := l.raised
	for i, b := range bounds() {
		if all[i] == 0 {
			all[i] = b.base
		}
	}
	return all
}

// CheckFile returns a [*LimitError] for a file of more than the bytes that are
// read, so that it need not be loaded.
func (l Limits) CheckFile(size int64) error {
	m := l.maxima()
	return m.check(limitFile, size)
}

// Raise sets the limit called name, in Chinese as a LimitError calls it, to n,
// which has to be positive. It reports whether there is such a limit.
func (l *Limits) Raise(name string, n int64) bool {
	for i, b := range bounds() {
		if b.name == name {
			l.raised[i] = max(n, 1)
			return true
		}
	}
	return false
}

// A NamedLimit is one limit as people set it.
type NamedLimit struct {
	Name    string // in Chinese
	Default int64
	Bytes   bool // it counts bytes
}

// NamedLimits is every limit there is.
func NamedLimits() []NamedLimit {
	var all []NamedLimit
	for _, b := range bounds() {
		all = append(all, NamedLimit{b.name, b.base, b.size})
	}
	return all
}

// check returns a LimitError if a workbook needs n and that is more than l.
func (m *maxima) check(l limit, n int64) error {
	if n <= m[l] {
		return nil
	}
	return &LimitError{limit: l, Max: m[l], Need: n}
}

// raised is what to set l to for a workbook that needs at least need: what is
// needed is known only as far as it was read.
func (l limit) raised(limit, need int64) int64 {
	b := bounds()[l]
	n := max(need, 2*min(limit, math.MaxInt64/2))
	if b.size {
		n = (n-1)/mega*mega + mega
	}
	if b.most > 0 {
		n = min(n, b.most)
	}
	return n
}

// show is n as people write it, in the unit of l.
func (l limit) show(n int64) string {
	switch size := bounds()[l].size; {
	case size && n%mega == 0:
		return fmt.Sprintf("%dMB", n/mega)
	case size && n%kilo == 0:
		return fmt.Sprintf("%dKB", n/kilo)
	}
	return fmt.Sprint(n)
}
