package census

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxContent bounds the unzipped content, and maxEntries the entries of the
// archive; a ledger of 4,000 findings has 10 MB and 15.
const (
	maxContent = 128 << 20
	maxEntries = 5_000
)

// OpenDocument counts an OpenDocument spreadsheet (.ods). The error is an [*Error].
func OpenDocument(data []byte) (*Census, error) {
	content, err := readContent(data, maxContent)
	if err != nil {
		return nil, err
	}
	return countContent(content)
}

func countContent(content []byte) (*Census, error) {
	d := &document{xml: xml.NewDecoder(bytes.NewReader(content))}
	if err := d.read(); err != nil {
		var e *Error
		if errors.As(err, &e) {
			return nil, e
		}
		return nil, &Error{Reason: Damaged, Err: err}
	}
	if len(d.sheets) == 0 {
		return nil, damaged("no sheet")
	}
	return &d.Census, nil
}

// readContent returns content.xml, after it has read every entry to its end,
// where the checksum is; together they may have most bytes.
func readContent(data []byte, most int64) (content []byte, err error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, &Error{Reason: TooMany}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	seen, left := map[string]bool{}, most
	for _, f := range z.File {
		part, err := readEntry(f, left)
		switch {
		case err != nil:
			return nil, err
		case seen[f.Name]:
			return nil, damaged("%s is there twice", f.Name)
		case f.Name == "content.xml":
			content = part
		case f.Name == "META-INF/manifest.xml" && bytes.Contains(part, []byte("encryption-data")):
			return nil, &Error{Reason: Locked}
		}
		seen[f.Name] = true
		left -= int64(len(part))
	}
	if content == nil {
		return nil, damaged("no content.xml")
	}
	return content, nil
}

func readEntry(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: fmt.Errorf("%s: %w", f.Name, err)}
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, &Error{Reason: Damaged, Err: fmt.Errorf("%s: %w", f.Name, err)}
	case int64(len(part)) > most:
		return nil, &Error{Reason: TooMany}
	}
	return part, nil
}

// document reads the tables of content.xml.
type document struct {
	Census
	xml      *xml.Decoder
	row, col int
	inRow    []cell // of the row that is being read
}

const (
	spaceTable   = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	spaceText    = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	spaceOffice  = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
	spaceDraw    = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
	spaceCalcExt = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
)

// read goes through the whole file, so that one that is cut short is an error.
func (d *document) read() error {
	for {
		t, err := d.xml.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if t, ok := t.(xml.StartElement); ok {
			if err := d.start(t); err != nil {
				return err
			}
		}
	}
}

func (d *document) start(t xml.StartElement) error {
	if t.Name.Space != spaceTable {
		return nil
	}
	switch t.Name.Local {
	case "tracked-changes", "shapes", "dde-links":
		return d.xml.Skip() // they hold tables that are no sheets
	case "table":
		d.sheets = append(d.sheets, sheet{name: attr(t, spaceTable, "name")})
		d.row = 0
	case "table-row":
		if len(d.sheets) == 0 {
			return damaged("a row outside a sheet")
		}
		return d.readRow(repeats(t, "number-rows-repeated"))
	}
	return nil
}

// readRow counts the cells of a row, as often as it is repeated.
func (d *document) readRow(times int) error {
	d.col, d.inRow = 1, d.inRow[:0]
	for {
		t, err := d.xml.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return d.addRow(times)
		case xml.StartElement:
			if err := d.readCell(t); err != nil {
				return err
			}
		}
	}
}

func (d *document) addRow(times int) error {
	for i := range times {
		if len(d.inRow) == 0 {
			break
		}
		for _, c := range d.inRow {
			c.row = d.row + i + 1
			if err := d.add(c); err != nil {
				return err
			}
		}
	}
	d.row += times
	return nil
}

// readCell counts a cell, as often as it is repeated.
func (d *document) readCell(t xml.StartElement) error {
	said, err := d.words()
	if err != nil {
		return err
	}
	c := cell{kind: text, text: said, formula: attr(t, spaceTable, "formula") != ""}
	switch kind := attr(t, spaceOffice, "value-type"); kind {
	case "float", "percentage", "currency":
		c.kind = number
		if c.number, err = strconv.ParseFloat(attr(t, spaceOffice, "value"), 64); err != nil {
			return err
		}
	case "date", "time", "boolean":
		c.kind = other
	case "string", "":
		if stored := attr(t, spaceOffice, "string-value"); stored != "" {
			c.text = stored
		}
	}
	if attr(t, spaceCalcExt, "value-type") == "error" {
		c.kind = other // it is written as a text
	}
	times := repeats(t, "number-columns-repeated")
	for i := range times {
		if c.kind == text && squeeze(c.text) == "" {
			break
		}
		if len(d.inRow) > maxCells {
			return &Error{Reason: TooMany}
		}
		c.col = d.col + i
		d.inRow = append(d.inRow, c)
	}
	d.col += times
	return nil
}

// words is the text of the element that has begun, up to its end. Notes, pictures
// and reading aids stand in a cell, but are not what it says.
func (d *document) words() (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.xml.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if isAside(t.Name) {
				err = d.xml.Skip()
				break
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
		if err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

func isAside(n xml.Name) bool {
	switch n.Space {
	case spaceDraw:
		return true
	case spaceOffice:
		return n.Local == "annotation"
	case spaceText:
		return n.Local == "ruby-text" || n.Local == "note"
	}
	return n.Local == "table" || n.Local == "detective"
}

func attr(t xml.StartElement, space, local string) string {
	for _, a := range t.Attr {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// repeats is how often something stands there.
func repeats(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(t, spaceTable, name))
	if err != nil || n < 1 {
		return 1
	}
	return n
}
