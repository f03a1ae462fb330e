package pdf

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// A node is one element of the structure tree as a reader finds it, with the
// words of its own pieces.
type node struct {
	role  name
	depth int
	leaf  bool
	words string
	value dict
}

// A place is a marked piece's: its page and its number there.
type place struct {
	page link
	mcid int
}

// tree follows the structure tree in reading order and gathers each element's
// words from the pages; every marked piece must be asked for once.
func (d *document) tree() []node {
	said := map[place]string{}
	for i, k := range d.catalog("Pages", "Kids").(array) {
		for n, p := range d.marked(d.pages()[i]) {
			said[place{k.(link), n}] = p.text
		}
	}
	root := d.catalog("StructTreeRoot", "K").(array)
	out := d.below(said, nil, root[0].(link), d.catalog().(dict)["StructTreeRoot"].(link), 0)
	for at, words := range said {
		d.t.Errorf("piece %v belongs to no element: %q", at, words)
	}
	return out
}

// below adds element at and those below it to out.
func (d *document) below(said map[place]string, out []node, at, parent link, depth int) []node {
	e := d.get(at).(dict)
	if e["P"] != parent {
		d.t.Errorf("%v: parent %v, want %v", e["S"], e["P"], parent)
	}
	i := len(out)
	out = append(out, node{role: e["S"].(name), depth: depth, value: e})
	for _, k := range e["K"].(array) {
		if l, ok := k.(link); ok {
			out = d.below(said, out, l, at, depth+1)
			continue
		}
		p := place{page: e["Pg"].(link)}
		if m, ok := k.(dict); ok {
			p.page, k = m["Pg"].(link), m["MCID"]
		}
		p.mcid = int(k.(float64))
		words, ok := said[p]
		if !ok {
			d.t.Errorf("%s: no piece %v", e["S"], p)
		}
		delete(said, p)
		out[i].words += words
		out[i].leaf = true
	}
	return out
}

// leaves are the elements that say something.
func (d *document) leaves() []node {
	return slices.DeleteFunc(d.tree(), func(n node) bool { return !n.leaf })
}

// marked returns a page's tagged pieces; their MCIDs must count from 0.
func (d *document) marked(page dict) []piece {
	var out []piece
	for _, p := range d.pieces(page) {
		if p.mcid < 0 {
			continue
		}
		if p.mcid != len(out) {
			d.t.Errorf("MCID %d after %d", p.mcid, len(out)-1)
		}
		out = append(out, p)
	}
	return out
}

func TestStructure(t *testing.T) {
	doc := sample()
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	var got strings.Builder
	for _, l := range d.leaves() {
		fmt.Fprintf(&got, "%s %s\n", l.role, l.words)
	}
	golden(t, "testdata/structure.txt", got.String())
}

// The elements of a long notice say what the tree says, also over page ends.
func TestWordsOfEveryNode(t *testing.T) {
	doc := long(30)
	pages := newSetter(t).document(doc)
	d := read(t, write(t, doc, pages))
	got, tree := d.leaves(), newStructure(doc, 0)
	want := tree.elements[1:] // without the whole
	if len(got) != len(want) || len(pages) < 10 {
		t.Fatalf("%d elements for %d nodes on %d pages", len(got), len(want), len(pages))
	}
	broken := 0
	for i, e := range want {
		if string(got[i].role) != e.role || got[i].words != e.words {
			t.Errorf("element %d: %s %q, want %s %q", i, got[i].role, got[i].words, e.role, e.words)
		}
	}
	for i := range d.objects {
		if e, ok := d.objects[i].value.(dict); ok && e["S"] == name("P") && len(e["K"].(array)) > 1 {
			broken++
		}
	}
	if broken == 0 {
		t.Error("no paragraph goes over a page's end: the test proves less than it says")
	}
}

// The parent tree leads from every piece to the element that has it.
func TestParentTree(t *testing.T) {
	doc := long(30)
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	nums := d.catalog("StructTreeRoot", "ParentTree", "Nums").(array)
	if len(nums) != 2*len(d.pages()) {
		t.Fatalf("%d entries for %d pages", len(nums)/2, len(d.pages()))
	}
	for i, k := range d.catalog("Pages", "Kids").(array) {
		page := d.get(k).(dict)
		if nums[2*i] != page["StructParents"] {
			t.Errorf("page %d: StructParents %v, entry %v", i+1, page["StructParents"], nums[2*i])
		}
		parents := nums[2*i+1].(array)
		marked := d.marked(page)
		if len(parents) != len(marked) {
			t.Errorf("page %d: %d parents for %d pieces", i+1, len(parents), len(marked))
		}
		for n, parent := range parents {
			e := d.get(parent).(dict)
			if e["S"] != marked[n].tag || !d.has(e, k.(link), n) {
				t.Errorf("page %d: piece %d is not in its parent %v", i+1, n, e)
			}
		}
	}
}

// has reports whether element e has piece n of a page.
func (d *document) has(e dict, page link, n int) bool {
	for _, k := range e["K"].(array) {
		if m, ok := k.(dict); ok && m["Pg"] == page && m["MCID"] == float64(n) {
			return true
		}
		if k == float64(n) && e["Pg"] == page {
			return true
		}
	}
	return false
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; UPDATE=1 rewrites it. Got:\n%s", path, got)
	}
}
