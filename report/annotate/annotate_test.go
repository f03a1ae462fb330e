package annotate

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tongbao/report/internal/opc"
)

// What is not edited keeps its place and its packed bytes; what is edited is again
// what it was once the annotation is taken out; a second annotation is the first.
func TestAnnotate(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			r := mustAnnotate(t, s.data, s.items)
			before, after := entries(t, s.data), entries(t, r.Data)
			for i, b := range before {
				a := after[i]
				if a.name != b.name {
					t.Fatalf("part %d was %s, is %s", i, b.name, a.name)
				}
				if !mayChange(b.name) && (a.raw != b.raw || a.method != b.method) {
					t.Errorf("%s has other bytes", b.name)
				}
				if a.data == b.data && a.raw != b.raw {
					t.Errorf("%s was packed anew for nothing", b.name)
				}
			}
			if !isUntouched(r.Data) || isUntouched(s.data) {
				t.Error("does not know its own work")
			}
			pkg, err := opc.Open(r.Data)
			if err != nil {
				t.Fatal(err)
			}
			if _, again, err := strip(pkg); err != nil || !again {
				t.Fatal(again, err)
			}
			same(t, s.data, written(t, pkg))
			second := mustAnnotate(t, r.Data, s.items)
			if !second.Again || !bytes.Equal(second.Data, r.Data) {
				t.Error("the second annotation is another")
			}
			keep(t, s, r.Data)
		})
	}
}

// mayChange reports whether marks may be written into a part.
func mayChange(name string) bool {
	return name == contentTypes || strings.HasSuffix(name, ".rels") || strings.Contains(name, "workbook") || strings.Contains(name, "book.xml") ||
		strings.Contains(name, "styles") || strings.Contains(name, "sheet") || name == "s.xml" || strings.Contains(name, "omments") && !strings.Contains(name, "threaded") || strings.HasSuffix(name, "ing1.vml")
}

func written(t *testing.T, pkg *opc.Package) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pkg.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// same compares packages part by part.
func same(t *testing.T, want, got []byte) {
	t.Helper()
	w, g := entries(t, want), entries(t, got)
	if len(w) != len(g) {
		t.Errorf("%d parts, want %d", len(g), len(w))
	}
	for i := range min(len(w), len(g)) {
		if w[i].name != g[i].name || w[i].data != g[i].data {
			t.Errorf("%s is not what it was:\n%s\n%s", w[i].name, w[i].data, g[i].data)
		}
	}
}

// keep writes the workbook before and after into a folder for outside judges.
func keep(t *testing.T, s sample, after []byte) {
	dir := os.Getenv("ANNOTATED")
	if dir == "" {
		return
	}
	name := strings.ReplaceAll(s.name, " ", "-")
	for suffix, data := range map[string][]byte{"before": s.data, "after": after} {
		if err := os.WriteFile(filepath.Join(dir, name+"."+suffix+".xlsx"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func isUntouched(data []byte) bool {
	_, ok := SourceID(data)
	return ok
}

// A copy is known as one of its ledger, also after it was annotated again under
// another name, and until somebody saves it.
func TestSourceID(t *testing.T) {
	src := samples(t)[0].data
	of := func(file string, data []byte) (string, []byte) {
		r, err := Annotate(data, file, nil)
		if err != nil {
			t.Fatal(err)
		}
		id, ok := SourceID(r.Data)
		if !ok || id != r.SourceID {
			t.Errorf("%s: %q, %v, want %q", file, id, ok, r.SourceID)
		}
		return id, r.Data
	}
	id, copied := of("甲.xlsx", src)
	if again, _ := of("标注.xlsx", copied); again != id {
		t.Errorf("a copy of a copy is one of %s, not %s", again, id)
	}
	if other, _ := of("乙.xlsx", src); other == id {
		t.Error("two ledgers have one ID")
	}
}
