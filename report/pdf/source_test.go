package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tongbao/report/notice"
)

func TestSourceID(t *testing.T) {
	doc := sample()
	data := write(t, doc, newSetter(t).document(doc))
	if id, ok := SourceID(data); !ok || id != doc.Meta.SourceID() {
		t.Errorf("read back %q %v, want %q", id, ok, doc.Meta.SourceID())
	}
	if bytes.Contains(data, []byte("台账")) || bytes.Contains(data, new(buffer).utf16("台账").b) {
		t.Error("the file tells its ledger's name")
	}
	other := notice.Meta{Source: "另一份.xlsx"}
	if other.SourceID() == doc.Meta.SourceID() {
		t.Error("two ledgers, one mark")
	}
	for _, foreign := range []string{
		string(data) + "\n9 0 obj\n<<>>\nendobj\n", string(data) + "9 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n",
		"", "%PDF-1.7\n", string(data[1:]), strings.ReplaceAll(string(data), "<pdf:Producer>Tongbao", "<pdf:Producer>Word"),
		strings.ReplaceAll(string(data), "urn:uuid:", "uuid:"), strings.ReplaceAll(string(data), "urn:uuid:", "urn:uuid:0"),
		strings.ReplaceAll(string(data), sourceClose, ""),
		"%PDF-1.7\n" + producerTag + "\n" + sourceOpen + "urn:uuid:0000000000000000-0000-0000-00000000000g" + sourceClose,
	} {
		if id, ok := SourceID([]byte(foreign)); ok {
			t.Errorf("%.40q passes for ours: %q", foreign, id)
		}
	}
}

// No byte can be changed, in whatever part of the file, without its being seen.
func TestChangedByte(t *testing.T) {
	doc := sample()
	data := write(t, doc, newSetter(t).document(doc))
	trailer := bytes.LastIndex(data, []byte("trailer"))
	for at := 0; at < len(data); at++ {
		data[at] ^= 1
		if _, ok := SourceID(data); ok {
			t.Errorf("changed at byte %d of %d, the file passes for ours", at, len(data))
		}
		data[at] ^= 1
		if at < trailer-997 {
			at += 996
		}
	}
	if _, ok := SourceID(data); !ok {
		t.Error("changed back, the file is not known again")
	}
}

// A file that another program saved is the office's, though all that our mark
// consists of is left.
func TestSavedAgain(t *testing.T) {
	doc := sample()
	data := write(t, doc, newSetter(t).document(doc))
	d := read(t, data)
	for name, reorder := range map[string]func([]int){"in order": slices.Sort[[]int], "backwards": slices.Reverse[[]int]} {
		saved := d.resaved(data, reorder)
		if again := read(t, saved); len(again.objects) != len(d.objects) || !bytes.Equal(again.packet(), d.packet()) {
			t.Fatalf("%s: not the same document", name)
		}
		if id, ok := SourceID(saved); ok {
			t.Errorf("saved %s it passes for ours: %q", name, id)
		}
	}
}

// resaved is d, read from data, as another program might save it: each object as
// it was, with our identifiers, but in the order that reorder makes of their
// numbers, and without the header's comment.
func (d *document) resaved(data []byte, reorder func([]int)) []byte {
	var numbers []int
	for n := range len(d.objects) {
		numbers = append(numbers, n+1)
	}
	reorder(numbers)
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	rows := make([]string, len(numbers))
	for _, n := range numbers {
		_, object, _ := bytes.Cut(data, fmt.Appendf(nil, "\n%d 0 obj\n", n))
		object, _, _ = bytes.Cut(object, []byte("\nendobj\n"))
		rows[n-1] = fmt.Sprintf("%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, object)
	}
	start := out.Len()
	trailer := data[bytes.LastIndex(data, []byte("trailer\n")):bytes.LastIndex(data, []byte("startxref\n"))]
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n", len(rows)+1, strings.Join(rows, ""), trailer, start)
	return out.Bytes()
}

// A signature is appended with a cross-reference table of its own.
func TestAppended(t *testing.T) {
	doc := sample()
	data := write(t, doc, newSetter(t).document(doc))
	trailer := string(data[bytes.LastIndex(data, []byte("trailer\n")):])
	for name, tail := range map[string]string{
		"a blank": " ", "a line": "\n", "our end again": "%%EOF\n", "our trailer again": trailer,
		"an update":               "9 0 obj\n<<>>\nendobj\nxref\n9 1\n0000000000 00000 n \n" + trailer,
		"an update without an ID": "9 0 obj\n<<>>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<</Size 9>>\nstartxref\n9\n%%EOF\n",
		"itself":                  string(data),
	} {
		if _, ok := SourceID(append(bytes.Clone(data), tail...)); ok {
			t.Errorf("with %s appended it passes for ours", name)
		}
	}
	for _, n := range []int{1, 6, 40, len(trailer), len(data) - 1} {
		if _, ok := SourceID(data[:len(data)-n]); ok {
			t.Errorf("without its last %d bytes it passes for ours", n)
		}
	}
}
