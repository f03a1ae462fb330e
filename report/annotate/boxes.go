package annotate

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tongbao/sources/problem"
)

// Vector Markup Language (ISO/IEC 29500-4, 19), in which the boxes of notes are
// drawn.
const (
	vmlSpace    = "urn:schemas-microsoft-com:vml"
	officeSpace = "urn:schemas-microsoft-com:office:office"
	excelSpace  = "urn:schemas-microsoft-com:office:excel"

	drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	noDrawing   = `<xml xmlns:v="` + vmlSpace + `" xmlns:o="` + officeSpace + `" xmlns:x="` + excelSpace + `">` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%s"/></o:shapelayout></xml>`
	boxType = `<v:shapetype id="_x0000_t202"%s coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	box = `<v:shape id="_x0000_s%d"%s type="#_x0000_t202" style="position:absolute;width:%dpx;height:%dpx;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill>` +
		`<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`
)

// perCluster is how many shape ids one number of an idmap stands for.
const perCluster = 1024

// Sizes of a note in pixels: 9 pt letters, 12 wide, in lines of 16.
const (
	noteWidth, noteEdge   = 330, 16
	letterWidth, noteLine = 12, 16
)

var errNotes = errors.New("notes that cannot be understood")

// drawing opens the part with the boxes of a sheet's notes; nil if there is none.
func (b *book) drawing(p *part) (*part, error) {
	n := p.root.child("legacyDrawing")
	if n == nil {
		return nil, nil
	}
	all, err := b.relations(p.name)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(r relation) bool { return r.id == n.attr("id") && b.pkg.Has(r.target) })
	if i < 0 {
		return nil, errNotes
	}
	return b.openDrawing(all[i].target)
}

// newDrawing begins one for a number of notes, and has the sheet refer to it.
func (b *book) newDrawing(p *part, notes int) (*part, error) {
	name := b.freeName("drawings/vmlDrawing%d.vml")
	id, err := b.relate(p.name, "vmlDrawing", name)
	if err != nil {
		return nil, err
	}
	if err := b.setDefault(name, drawingType); err != nil {
		return nil, err
	}
	p.insertAt(p.root, upTo("legacyDrawing"), tags(p.root.prefix(p.data), `<legacyDrawing xmlns:r="`+b.rns+`" r:id="`+id+`"/>`))
	if _, err := b.create(name, strings.Replace(noDrawing, "%s", b.clusters(notes/perCluster+1), 1)); err != nil {
		return nil, err
	}
	return b.openDrawing(name)
}

var idmap = regexp.MustCompile(`idmap\b[^>]*\sdata\s*=\s*["']([\d,]*)`)

// clusters is the next n numbers that no drawing of the workbook has in its idmap:
// shape ids are the workbook's, not the sheet's.
func (b *book) clusters(n int) string {
	last := 0
	for _, name := range b.pkg.Names() {
		if !strings.EqualFold(path.Ext(name), ".vml") {
			continue
		}
		data, err := b.pkg.Part(name)
		if err != nil {
			continue // no drawing of ours can clash with it
		}
		for _, m := range idmap.FindAllSubmatch(data, -1) {
			for s := range strings.SplitSeq(string(m[1]), ",") {
				if i, err := strconv.Atoi(s); err == nil && i < 1<<20 {
					last = max(last, i)
				}
			}
		}
	}
	numbers := make([]string, n)
	for i := range numbers {
		numbers[i] = strconv.Itoa(last + 1 + i)
	}
	return strings.Join(numbers, ",")
}

// openDrawing opens a drawing. Excel writes line breaks into some as HTML does,
// without an end; blanks stand in for them, so that every place stays.
func (b *book) openDrawing(name string) (*part, error) {
	key := strings.ToLower(name)
	if p := b.parts[key]; p != nil {
		return p, nil
	}
	data, err := b.pkg.Part(name)
	if err != nil {
		return nil, err
	}
	root, err := parse(bytes.ReplaceAll(data, []byte("<br>"), []byte("    ")), "", &b.count)
	if err != nil {
		return nil, errors.Join(errNotes, err)
	}
	p := &part{name: name, data: data, root: root}
	b.parts[key] = p
	return p, nil
}

// A noteShape is the box of a note.
type noteShape struct {
	ref  string
	node *node
}

// noteShapes finds the boxes of notes in a drawing.
func noteShapes(root *node) []noteShape {
	var out []noteShape
	for _, n := range root.all("shape") {
		data := n.child("ClientData")
		if data == nil || data.attr("ObjectType") != "Note" || data.child("Row") == nil || data.child("Column") == nil {
			continue
		}
		row, err1 := strconv.Atoi(strings.TrimSpace(data.child("Row").text))
		col, err2 := strconv.Atoi(strings.TrimSpace(data.child("Column").text))
		if err1 == nil && err2 == nil {
			out = append(out, noteShape{problem.Column(col+1) + strconv.Itoa(row+1), n})
		}
	}
	return out
}

// boxes draws into one drawing.
type boxes struct {
	*part
	next   int    // number of the next shape
	spaces string // declarations that the drawing lacks
	typed  bool   // the type of our shapes is there
	text   strings.Builder
}

var shapeNumber = regexp.MustCompile(`^_x0000_s(\d{1,9})$`)

func newBoxes(p *part) *boxes {
	b := &boxes{part: p}
	for _, s := range []struct{ prefix, uri string }{{"v", vmlSpace}, {"o", officeSpace}, {"x", excelSpace}} {
		declared := false
		for _, a := range p.root.attrs {
			declared = declared || a.Name.Space == "xmlns" && a.Name.Local == s.prefix && a.Value == s.uri
		}
		if !declared {
			b.spaces += ` xmlns:` + s.prefix + `="` + s.uri + `"`
		}
	}
	b.next = perCluster
	p.root.walk(func(n *node) {
		switch n.Local {
		case "idmap":
			first, _, _ := strings.Cut(n.attr("data"), ",")
			if i, err := strconv.Atoi(first); err == nil && i > 0 && i < 1<<20 {
				b.next = max(b.next, i*perCluster)
			}
		case "shapetype":
			b.typed = b.typed || n.attr("id") == "_x0000_t202"
		}
		for _, a := range n.attrs {
			if m := shapeNumber.FindStringSubmatch(a.Value); m != nil {
				i, _ := strconv.Atoi(m[1])
				b.next = max(b.next, i)
			}
		}
	})
	b.next++
	return b
}

// draw adds the box of a note.
func (b *boxes) draw(n note, g *geometry) {
	if !b.typed {
		b.typed = true
		fmt.Fprintf(&b.text, boxType, b.spaces)
	}
	width, height := noteWidth, noteHeight(n.text)
	fmt.Fprintf(&b.text, box, b.next, b.spaces, width, height, g.anchorAt(n.at, width, height), n.at.row1-1, n.at.col1-1)
	b.next++
}

// grow makes others' box large enough for ours too; it stays where it is.
func (b *boxes) grow(shape *node, n note, text string, g *geometry) {
	data := shape.child("ClientData")
	if data == nil {
		return
	}
	place := data.child("Anchor")
	if place == nil {
		b.insert(data.inner, `<x:Anchor xmlns:x="`+excelSpace+`">`+g.anchorAt(n.at, noteWidth, noteHeight(text)).String()+`</x:Anchor>`)
		return
	}
	a, ok := parseAnchor(place.text)
	if !ok {
		return
	}
	width, height := g.size(a)
	b.replace(place.inner, place.outer, g.sized(a, max(width, noteWidth), max(height, noteHeight(text))).String())
}

// end puts what was drawn into the drawing.
func (b *boxes) end() {
	if b.text.Len() > 0 {
		b.appendTo(b.root, 0, b.text.String())
	}
}

// noteHeight estimates how high a note's words stand.
func noteHeight(text string) int {
	return wrapped(text, 2*(noteWidth-noteEdge)/letterWidth)*noteLine + noteEdge
}

// wrapped is how many lines a text takes in a width, in halves of a Chinese
// character.
func wrapped(text string, width int) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		halves := 0
		for _, r := range line {
			if halves++; r > 0xFF {
				halves++
			}
		}
		lines += max(1, (halves+width-1)/width)
	}
	return lines
}
