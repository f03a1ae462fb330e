package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// A style is what we need of a cell's format.
type style struct {
	format *format // nil is General
	struck bool
}

// open has excelize open a package of parts that were checked, and of no others:
// it inflates all that a package holds, the sheets and pictures too, and stops at
// what it cannot read without a word.
func open(parts []framePart) (*excelize.File, error) {
	data, err := bundle(parts)
	if err != nil {
		return nil, err
	}
	return caught(func() (*excelize.File, error) {
		const most = 1 << 40 // the parts have kept our limits; what exceeds excelize's would go to a temporary file
		return excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: most, UnzipXMLSizeLimit: most})
	})
}

// caught makes damage of what excelize refuses, and of its panics.
func caught(opener func() (*excelize.File, error)) (f *excelize.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, &DamagedError{reason: openerPanic, Err: fmt.Errorf("%v", r)}
		}
	}()
	if f, err = opener(); err != nil {
		if f != nil {
			_ = f.Close() // it holds no file; the first error is the one to tell
		}
		return nil, &DamagedError{reason: openerRefused, Err: err}
	}
	return f, nil
}

// bundle is a package of parts for excelize alone; it is written nowhere.
func bundle(parts []framePart) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
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
