package sources

import (
	"tongbao/sources/census"
	"tongbao/sources/grid"
	"tongbao/sources/problem"
	"tongbao/sources/xlsx"
)

// A Conversion is a workbook of another format that an outside program turns into
// one of ours: counted before, compared after.
type Conversion struct{ census *census.Census }

// IsConvertible reports whether a conversion of k can be trusted. The others
// guess: a page has no types (001 becomes 1), nor has text, and from XML of Excel
// 2003 LibreOffice drops hidden sheets' state and moves rows. Of .xlsb we have no
// count.
func (k Kind) IsConvertible() bool { return k == OldExcel || k == ODS }

// Count reads what data, of a convertible kind, holds. The error is a
// [*census.Error] for what must not be converted: it has Words.
func Count(k Kind, data []byte) (*Conversion, error) {
	count := census.Excel97
	if k == ODS {
		count = census.OpenDocument
	}
	c, err := count(data)
	if err != nil {
		return nil, err
	}
	return &Conversion{c}, nil
}

// Read reads made, the workbook made of the one counted; positions carry the base
// name of file, the original. The errors are those of [Read], and a
// [*census.LostError] if anything is not there any more.
func (c *Conversion) Read(file string, made []byte, limits Limits) (*grid.Book, problem.List, error) {
	book, problems, err := xlsx.Read(file, made, limits)
	if err != nil {
		return nil, nil, err
	}
	if err := c.census.Compare(book); err != nil {
		return nil, nil, err
	}
	return book, problems, nil
}
