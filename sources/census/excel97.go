package census

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"tongbao/sources/compound"
)

// The records of [MS-XLS] that are looked at.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRK         = 0x027E
	recBOF        = 0x0809
)

const (
	version97 = 0x0600
	worksheet = 0 // the type of a sheet that has cells
)

var le = binary.LittleEndian

// Excel97 counts a workbook of Excel 97 to 2003, or of WPS (.et). The error is
// an [*Error].
func Excel97(data []byte) (*Census, error) {
	if !bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) {
		return nil, &Error{Reason: Old} // a stream without a container
	}
	f, err := compound.Open(data)
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	stream, err := f.Stream("Workbook")
	switch {
	case errors.Is(err, compound.ErrMissing) && f.Has("Book"):
		return nil, &Error{Reason: Old}
	case err != nil:
		return nil, &Error{Reason: Damaged, Err: err}
	}
	b := &book97{stream: stream}
	if err := b.read(); err != nil {
		return nil, err
	}
	return &b.Census, nil
}

// book97 is the stream of a workbook: records, each a type, a length and a body.
type book97 struct {
	Census
	stream  []byte
	strings []string
}

type record struct {
	kind uint16
	body []byte
	next int // where the next record begins
}

func (b *book97) record(at int) (record, error) {
	if at < 0 || at+4 > len(b.stream) {
		return record{}, damaged("no record at %d", at)
	}
	end := at + 4 + int(le.Uint16(b.stream[at+2:]))
	if end > len(b.stream) {
		return record{}, damaged("record at %d is cut short", at)
	}
	return record{le.Uint16(b.stream[at:]), b.stream[at+4 : end], end}, nil
}

func (b *book97) read() error {
	sheets, err := b.readGlobals()
	for i := 0; i < len(sheets) && err == nil; i++ {
		b.sheets = append(b.sheets, sheet{name: sheets[i].name})
		err = b.readSheet(int(sheets[i].at))
	}
	return err
}

func damaged(format string, args ...any) error {
	return &Error{Reason: Damaged, Err: fmt.Errorf(format, args...)}
}

// boundSheet is where a sheet's records begin.
type boundSheet struct {
	at   uint32
	name string
}

// readGlobals reads what precedes the sheets: their names, and the strings.
func (b *book97) readGlobals() (sheets []boundSheet, err error) {
	r, err := b.record(0)
	if err != nil || r.kind != recBOF || len(r.body) < 4 {
		return nil, damaged("no beginning")
	}
	if le.Uint16(r.body) != version97 {
		return nil, &Error{Reason: Old}
	}
	for r.kind != recEOF {
		if r, err = b.record(r.next); err != nil {
			return nil, err
		}
		switch r.kind {
		case recFilePass:
			return nil, &Error{Reason: Locked}
		case recBoundSheet:
			if len(r.body) < 8 {
				return nil, damaged("sheet without a name")
			}
			p := pieces{rest: [][]byte{r.body[6:]}}
			s := boundSheet{le.Uint32(r.body), p.chars(int(p.byte()), p.byte())}
			if p.short {
				return nil, damaged("name of a sheet is cut short")
			}
			if r.body[5] == worksheet {
				sheets = append(sheets, s)
			}
		case recSST:
			if err := b.readStrings(r); err != nil {
				return nil, err
			}
		}
	}
	return sheets, nil
}

// readSheet counts the cells of the sheet at an offset. Charts within it have
// records of their own, with a beginning and an end.
func (b *book97) readSheet(at int) error {
	r, err := b.record(at)
	if err != nil || r.kind != recBOF {
		return damaged("no sheet at %d", at)
	}
	for depth := 1; depth > 0; {
		if r, err = b.record(r.next); err != nil {
			return err
		}
		switch {
		case r.kind == recBOF:
			depth++
		case r.kind == recEOF:
			depth--
		case depth == 1:
			if err := b.readCell(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// readCell counts the cells of a record that has any.
func (b *book97) readCell(r record) error {
	need, known := map[uint16]int{recFormula: 20, recMulRK: 6, recRString: 9, recLabelSST: 10, recNumber: 14, recLabel: 9, recBoolErr: 8, recRK: 10}[r.kind]
	if !known {
		return nil
	}
	if len(r.body) < need {
		return damaged("cell of %d bytes", len(r.body))
	}
	c := cell{row: int(le.Uint16(r.body)) + 1, col: int(le.Uint16(r.body[2:])) + 1}
	value := r.body[6:]
	if r.kind == recMulRK {
		value = r.body[4:]
	}
	switch r.kind {
	case recLabelSST:
		i := le.Uint32(value)
		if uint64(i) >= uint64(len(b.strings)) {
			return damaged("string %d of %d", i, len(b.strings))
		}
		c.kind, c.text = text, b.strings[i]
	case recLabel, recRString:
		p := pieces{rest: [][]byte{value}}
		c.kind, c.text = text, p.chars(int(p.uint16()), p.byte())
		if p.short {
			return damaged("text of a cell is cut short")
		}
	case recNumber:
		c.kind, c.number = number, math.Float64frombits(le.Uint64(value))
	case recRK:
		c.kind, c.number = number, rk(le.Uint32(value))
	case recMulRK:
		c.kind = number
		for ; len(value) >= 8; value = value[6:] { // a format and a value each, the last column at the end
			c.number = rk(le.Uint32(value[2:]))
			if err := b.add(c); err != nil {
				return err
			}
			c.col++
		}
		return nil
	case recFormula:
		c.formula = true
		return b.addResult(c, value, r.next)
	}
	return b.add(c)
}

// addResult counts a formula by its last result: a number, or by its first byte
// a text in a record of its own, a truth, an error, nothing.
func (b *book97) addResult(c cell, value []byte, next int) error {
	if le.Uint16(value[6:]) != 0xFFFF {
		c.kind, c.number = number, math.Float64frombits(le.Uint64(value))
		return b.add(c)
	}
	const isText, isBlank = 0, 3
	switch value[0] {
	case isBlank:
		return nil
	case isText:
		r, err := b.record(next)
		for err == nil && r.kind != recString && r.kind != recFormula && r.kind != recEOF { // an array's formula may stand between
			r, err = b.record(r.next)
		}
		if err != nil || r.kind != recString || len(r.body) < 3 {
			return damaged("formula without its text")
		}
		p := pieces{rest: [][]byte{r.body}}
		c.kind, c.text = text, p.chars(int(p.uint16()), p.byte())
		if p.short {
			c.kind = other // it goes on in another record: that it is there has to do
		}
	}
	return b.add(c)
}

// rk is a number in 30 bits: a whole one or the front of a float, perhaps times 100.
func rk(v uint32) float64 {
	n := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		n = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		n /= 100
	}
	return n
}
