package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

// A small reader of what Write writes: classic cross-reference table, no object
// streams. Values are dict, array, name, link, text, float64, bool, nil.
type (
	dict  map[string]any
	array []any
	name  string
	link  int
	text  string // bytes of a string
)

type object struct {
	value  any
	stream []byte // unpacked
}

type document struct {
	t       *testing.T
	objects map[int]object
	trailer dict
}

// read parses a whole file by its cross-reference table and fails on any
// offset, length or reference that is not right.
func read(t *testing.T, data []byte) *document {
	t.Helper()
	d := &document{t: t, objects: map[int]object{}}
	tail := data[bytes.LastIndex(data, []byte("startxref\n"))+len("startxref\n"):]
	line, end, _ := strings.Cut(string(tail), "\n")
	start, err := strconv.Atoi(line)
	if err != nil || end != "%%EOF\n" {
		t.Fatalf("end of file: %q", tail)
	}
	table, rest, ok := bytes.Cut(data[start:], []byte("trailer\n"))
	rows := strings.Split(strings.TrimSuffix(string(table), "\n"), "\n")
	if !ok || rows[0] != "xref" || rows[1] != fmt.Sprintf("0 %d", len(rows)-2) || rows[2] != "0000000000 65535 f " {
		t.Fatalf("cross-reference table: %q", rows[:3])
	}
	for i, row := range rows[3:] {
		at, err := strconv.Atoi(row[:10])
		if err != nil || row[10:] != " 00000 n " {
			t.Fatalf("cross-reference row %q", row)
		}
		d.objects[i+1] = d.object(data[at:], i+1)
	}
	d.trailer = d.parse(rest).value().(dict)
	if n := d.trailer["Size"].(float64); int(n) != len(rows)-2 {
		t.Errorf("Size %v for %d rows", n, len(rows)-2)
	}
	for n, o := range d.objects {
		d.follow(n, o.value)
	}
	d.follow(0, d.trailer)
	return d
}

// object reads object n, which must begin where data does.
func (d *document) object(data []byte, n int) object {
	head := fmt.Sprintf("%d 0 obj\n", n)
	if !bytes.HasPrefix(data, []byte(head)) {
		d.t.Fatalf("object %d: offset leads to %q", n, data[:20])
	}
	p := d.parse(data[len(head):])
	o := object{value: p.value()}
	if rest, ok := bytes.CutPrefix(p.b, []byte("\nstream\n")); ok {
		length := int(o.value.(dict)["Length"].(float64))
		if !bytes.HasPrefix(rest[length:], []byte("\nendstream\nendobj\n")) {
			d.t.Fatalf("object %d: length %d is wrong", n, length)
		}
		o.stream = d.unpack(o.value.(dict), rest[:length])
	} else if !bytes.HasPrefix(p.b, []byte("\nendobj\n")) {
		d.t.Fatalf("object %d ends with %q", n, p.b[:min(20, len(p.b))])
	}
	return o
}

func (d *document) unpack(o dict, data []byte) []byte {
	if o["Filter"] != name("FlateDecode") {
		return data
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		d.t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

// follow fails on references to objects that are not there.
func (d *document) follow(from int, v any) {
	switch v := v.(type) {
	case link:
		if _, ok := d.objects[int(v)]; !ok {
			d.t.Errorf("object %d refers to %d, which is not there", from, v)
		}
	case array:
		for _, e := range v {
			d.follow(from, e)
		}
	case dict:
		for _, e := range v {
			d.follow(from, e)
		}
	}
}

// get follows keys from v through dictionaries and references.
func (d *document) get(v any, keys ...string) any {
	for _, key := range keys {
		v = d.resolve(v).(dict)[key]
	}
	return d.resolve(v)
}

func (d *document) resolve(v any) any {
	if l, ok := v.(link); ok {
		return d.objects[int(l)].value
	}
	return v
}

func (d *document) catalog(keys ...string) any {
	return d.get(d.trailer["Root"], keys...)
}

func (d *document) pages() []dict {
	var out []dict
	for _, k := range d.catalog("Pages", "Kids").(array) {
		out = append(out, d.resolve(k).(dict))
	}
	return out
}

func (d *document) streamOf(v any) []byte { return d.objects[int(v.(link))].stream }
