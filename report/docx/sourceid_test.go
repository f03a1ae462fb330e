package docx

import (
	"bytes"
	"strings"
	"testing"

	"tongbao/report/internal/opc"
	"tongbao/report/notice"
)

func TestSourceIDComesBack(t *testing.T) {
	doc := small()
	data := write(t, doc, standard())
	if id, ok := SourceID(data); !ok || id != doc.Meta.SourceID() {
		t.Errorf("SourceID = %q, %v", id, ok)
	}
	other := small()
	other.Meta = notice.Meta{Source: "另一本.xlsx"}
	if id, _ := SourceID(write(t, other, standard())); id == doc.Meta.SourceID() {
		t.Error("two ledgers have one id")
	}
}

// core is a package whose properties are given.
func core(t testing.TB, props string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := opc.Write(&b, opc.Part{Name: corePart, Data: []byte(props)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func coreProps(identifier string) string {
	return `<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/">` +
		identifier + `</c:coreProperties>`
}

// A file that another program saved is the office's, though its mark is left.
func TestNoSourceIDAfterAnEdit(t *testing.T) {
	parts, err := opc.Read(write(t, small(), standard()))
	if err != nil {
		t.Fatal(err)
	}
	var saved bytes.Buffer
	if err := opc.WriteStored(&saved, parts...); err != nil {
		t.Fatal(err)
	}
	if id, ok := SourceID(saved.Bytes()); ok {
		t.Errorf("SourceID = %q", id)
	}
}

func TestOtherFilesHaveNoSourceID(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":            nil,
		"not a package":      []byte("PK\x03\x04 and no more"),
		"no properties":      write(t, small(), standard())[:200],
		"no identifier":      core(t, coreProps("")),
		"another identifier": core(t, coreProps("<d:identifier>ISBN 1</d:identifier>")),
		"another namespace":  core(t, coreProps("<identifier>urn:uuid:1</identifier>")),
		"another root":       core(t, `<x xmlns:d="http://purl.org/dc/elements/1.1/"><d:identifier>urn:uuid:1</d:identifier></x>`),
		"broken":             core(t, strings.TrimSuffix(coreProps("<d:identifier>urn:uuid:1</d:identifier>"), ">")),
		"entity bomb":        core(t, `<!DOCTYPE x [<!ENTITY a "urn:uuid:1">]>`+coreProps("<d:identifier>&a;</d:identifier>")),
		"too long":           core(t, coreProps("<d:identifier>urn:uuid:1</d:identifier>")+strings.Repeat(" ", 64<<10)),
		"deep":               core(t, coreProps(strings.Repeat("<a>", 10_000))),
	} {
		if id, ok := SourceID(data); ok {
			t.Errorf("%s: SourceID = %q", name, id)
		}
	}
}

func FuzzSourceID(f *testing.F) {
	f.Add(write(f, small(), standard()))
	f.Add(core(f, coreProps("<d:identifier>urn:uuid:1</d:identifier>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if id, ok := SourceID(data); ok != (id != "") || ok && !strings.HasPrefix(id, "urn:uuid:") {
			t.Errorf("SourceID = %q", id)
		}
	})
}
