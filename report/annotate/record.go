package annotate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tongbao/report/internal/opc"
)

// A record, kept in the list's own part, says how to take an annotation out so
// that every part is again what it was, byte for byte. It holds for the package as
// it was written; once another program saved it, marks are found by what they say.
type record struct {
	Source string // see [SourceID]
	Sum    string // of the whole package but the record
	Added  []string
	Parts  []changed
}

type changed struct {
	Name string
	Cuts []cut
}

// A cut undoes an edit: Len bytes at At were put there for Was.
type cut struct {
	At, Len int
	Was     []byte `json:",omitempty"`
}

// A record stands in an extension of the list's sheet (ISO/IEC 29500-1, 18.2.10),
// the last element of the part. Programs pass over those they do not know.
const (
	recordURI   = "{6B1D9F0E-7A44-4C5B-9D43-5A0C7E4F2B61}"
	recordStart = `<extLst><ext uri="` + recordURI + `" xmlns:tb="urn:tongbao:annotation"><tb:record>`
	recordEnd   = `</tb:record></ext></extLst></worksheet>`
)

// commit writes all edits of a copy of source into the package, the list last with the record of them.
func (b *book) commit(source, list, text string) error {
	r := record{Source: source, Added: append(b.fresh, list)}
	b.flush(func(c changed) { r.Parts = append(r.Parts, c) })
	r.Sum = sum(b.pkg, list, []byte(text))
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	b.pkg.Put(list, []byte(text+recordStart+escape(string(data))+recordEnd))
	return nil
}

// flush writes all edits into the package and tells of each part that was there
// before what undoes them. Parts come in the package's order.
func (b *book) flush(tell func(changed)) {
	fresh := map[string]bool{}
	for _, name := range b.fresh {
		fresh[name] = true
	}
	for _, name := range b.pkg.Names() {
		p := b.parts[strings.ToLower(strings.ReplaceAll(name, `\`, "/"))]
		if p == nil || len(p.edits)+len(p.tails) == 0 {
			continue
		}
		data, undo := p.apply()
		b.pkg.Put(name, data)
		if !fresh[name] {
			tell(changed{name, undo})
		}
	}
}

// sum is one for all parts of a package, of the list's what stands before its
// record.
func sum(pkg *opc.Package, list string, text []byte) string {
	h := sha256.New()
	for _, name := range pkg.Names() {
		if name != list {
			fmt.Fprintf(h, "%s\n%08x\n", name, pkg.Sum(name))
		}
	}
	h.Write(text)
	return hex.EncodeToString(h.Sum(nil))
}

var errNoRecord = errors.New("no record of this package")

// readRecord returns the record in the part called list, if it is of this very
// package.
func readRecord(pkg *opc.Package, list string) (r record, err error) {
	data, err := pkg.Part(list)
	if err != nil {
		return r, err
	}
	at := bytes.LastIndex(data, []byte(recordStart))
	if at < 0 {
		return r, errNoRecord
	}
	n, err := parse(data[at:len(data)-len("</worksheet>")], "", new(int))
	if err != nil {
		return r, errNoRecord
	}
	if err := json.Unmarshal([]byte(n.child("ext").child("record").text), &r); err != nil {
		return r, errNoRecord
	}
	if r.Sum != sum(pkg, list, data[:at]) {
		return r, errNoRecord
	}
	return r, nil
}

// undo takes the annotation out that r records.
func undo(pkg *opc.Package, r record) error {
	was := map[string][]byte{}
	for _, c := range r.Parts {
		data, err := pkg.Part(c.Name)
		if err == nil {
			was[c.Name], err = c.undo(data)
		}
		if err != nil {
			return err
		}
	}
	for _, c := range r.Parts {
		pkg.Put(c.Name, was[c.Name])
	}
	for _, name := range r.Added {
		pkg.Remove(name)
	}
	return nil
}

func (c changed) undo(data []byte) ([]byte, error) {
	var b bytes.Buffer
	at := 0
	for _, k := range c.Cuts {
		if k.At < at || k.Len < 0 || k.Len > len(data)-k.At {
			return nil, errNoRecord
		}
		b.Write(data[at:k.At])
		b.Write(k.Was)
		at = k.At + k.Len
	}
	b.Write(data[at:])
	return b.Bytes(), nil
}
