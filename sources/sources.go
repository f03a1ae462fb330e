// Package sources opens a ledger file with the reader that knows its first bytes.
package sources

import (
	"tongbao/sources/grid"
	"tongbao/sources/problem"
	"tongbao/sources/xlsx"
)

// Limits bounds what is read of a file; the zero value is the defaults.
type Limits = xlsx.Limits

// A reader turns one kind of file into a grid. Problems are about what is in the
// file, the error is about reading it at all.
type reader struct {
	is   func(data []byte) bool // by the first bytes and, for a ZIP, its directory
	read func(file string, data []byte, limits Limits) (*grid.Book, problem.List, error)
}

// readers is every reader; the first that knows the bytes is taken.
func readers() []reader {
	return []reader{
		{isWorkbook, xlsx.Read},
	}
}

// Read reads data, which came from file; positions carry its base name. The
// problems concern single cells and may be warnings only. The error is a
// [*FormatError] for what is no workbook, an [*xlsx.DamagedError] or an
// [*xlsx.LimitError]; with an error there is no book. Each of the three has
// Words, which says in Chinese what is wrong and what to do.
func Read(file string, data []byte, limits Limits) (*grid.Book, problem.List, error) {
	for _, r := range readers() {
		if r.is(data) {
			return r.read(file, data, limits)
		}
	}
	return nil, nil, &FormatError{Kind: kindOf(data)}
}

// Made returns what data is if it is a report of ours about ledgers, and no
// ledger: 进度, 对比. It is "" for every other file.
func Made(data []byte) string { return xlsx.Made(data) }
