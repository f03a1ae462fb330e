package opc

import (
	"archive/zip"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// maxForeign bounds the entries of a package that somebody else made.
const maxForeign = 20_000

// A Package is one that somebody else made, open for edits. What is not edited is
// written with the packed bytes it came with, in the order it came in; part names
// are found as OPC compares them, without regard to case.
type Package struct {
	source  *reader
	entries []entry
	index   map[string]int // by key
}

// An entry is one part: as it came, or with new content.
type entry struct {
	name string
	file *zip.File // nil: the content is data
	data []byte
	gone bool
}

// Open opens a package for edits. Its parts are not looked at before they are asked
// for; a name that is there twice is an error.
func Open(data []byte) (*Package, error) {
	r, err := open(data, maxForeign)
	if err != nil {
		return nil, err
	}
	p := &Package{source: r, index: make(map[string]int, len(r.File))}
	for i, f := range r.File {
		if _, twice := p.index[key(f.Name)]; twice {
			return nil, fmt.Errorf("opc: part %q is there twice", f.Name)
		}
		p.index[key(f.Name)] = i
		p.entries = append(p.entries, entry{name: f.Name, file: f})
	}
	return p, nil
}

// key is what a part is found by; some programs write folders with a backslash.
func key(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

// find returns the entry called name, or nil.
func (p *Package) find(name string) *entry {
	i, ok := p.index[key(name)]
	if !ok || p.entries[i].gone {
		return nil
	}
	return &p.entries[i]
}

// Has reports whether there is a part called name.
func (p *Package) Has(name string) bool { return p.find(name) != nil }

// Names returns the names of all parts in their order.
func (p *Package) Names() []string {
	var out []string
	for _, e := range p.entries {
		if !e.gone {
			out = append(out, e.name)
		}
	}
	return out
}

// Part returns the content of the part called name. It must not be changed.
func (p *Package) Part(name string) ([]byte, error) {
	e := p.find(name)
	switch {
	case e == nil:
		return nil, fmt.Errorf("opc: no part %q", name)
	case e.file == nil:
		return e.data, nil
	}
	return p.source.part(e.file, maxTotal)
}

// Size is how long a part says it is, in bytes; 0 if there is none.
func (p *Package) Size(name string) uint64 {
	e := p.find(name)
	switch {
	case e == nil:
		return 0
	case e.file == nil:
		return uint64(len(e.data))
	}
	return e.file.UncompressedSize64
}

// Sum is the CRC-32 of a part's content, 0 if there is none. Of a part that was
// not edited it is what the directory says.
func (p *Package) Sum(name string) uint32 {
	e := p.find(name)
	switch {
	case e == nil:
		return 0
	case e.file == nil:
		return crc32.ChecksumIEEE(e.data)
	}
	return e.file.CRC32
}

// Put gives a part new content; one that was not there comes last.
func (p *Package) Put(name string, data []byte) {
	if i, ok := p.index[key(name)]; ok {
		if p.entries[i].gone { // taken out and put in again: a new one
			p.entries = append(p.entries, entry{name: name, data: data})
			p.index[key(name)] = len(p.entries) - 1
			return
		}
		p.entries[i].file, p.entries[i].data = nil, data
		return
	}
	p.index[key(name)] = len(p.entries)
	p.entries = append(p.entries, entry{name: name, data: data})
}

// Remove takes a part out.
func (p *Package) Remove(name string) {
	if e := p.find(name); e != nil {
		e.gone = true
	}
}

// Write writes the package to w. An error means that w holds no usable package.
func (p *Package) Write(w io.Writer) error {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	z := zip.NewWriter(w)
	for _, e := range p.entries {
		if err := e.write(z, d); err != nil {
			return fmt.Errorf("opc: write %s: %w", e.name, err)
		}
	}
	if err := z.SetComment(p.source.Comment); err != nil {
		return fmt.Errorf("opc: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("opc: %w", err)
	}
	return nil
}

func (e *entry) write(z *zip.Writer, d *deflater) error {
	switch {
	case e.gone:
		return nil
	case e.file != nil:
		return z.Copy(e.file)
	}
	packed, err := d.pack(e.data)
	if err != nil {
		return err
	}
	return writePart(z, zip.Deflate, Part{e.name, e.data}, packed)
}
