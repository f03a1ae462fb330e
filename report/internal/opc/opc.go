// Package opc writes and reads the ZIP packages of Office Open XML (ISO/IEC
// 29500-2). The same parts always give the same bytes: the order is the
// caller's, every entry is dated 1980-01-01, and the deflater is pinned.
package opc

import (
	"fmt"
	"path"
	"strings"
)

// A Part is one entry of a package.
type Part struct {
	Name string // path without a leading slash: word/document.xml
	Data []byte
}

// Limits of what is read. A notice of 4,000 findings is 7 MB in all.
const (
	maxParts = 1000
	maxTotal = 256 << 20 // bytes of all parts together
)

// CheckName refuses names that another program could unpack outside its folder,
// and those OPC does not know (ISO/IEC 29500-2, 9.1.1).
func CheckName(name string) error {
	if name == "" || strings.ContainsAny(name, "\\:") || path.IsAbs(name) || path.Clean(name) != name || strings.HasPrefix(name, "..") {
		return fmt.Errorf("unsafe part name %q", name)
	}
	for i := range len(name) {
		if name[i] < ' ' || name[i] >= 0x7f {
			return fmt.Errorf("part name %q is not printable ASCII", name)
		}
	}
	return nil
}

// names collects part names, which are equal without regard to case.
type names map[string]bool

func (n names) add(name string) error {
	if err := CheckName(name); err != nil {
		return err
	}
	key := strings.ToLower(name)
	if n[key] {
		return fmt.Errorf("part %q is there twice", name)
	}
	n[key] = true
	return nil
}
