package annotate

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// Formats of the list's cells and, of dxfs, of the marks.
type formats struct {
	title, note, head, body, centre, link int // of cells
	tint                                  [2]int
	mark                                  [2]int // dxfs; both by severity
}

// Colours by severity: a warning's, an error's; they are Excel's own for "neutral"
// and "bad". The edge shows where a fill of the office's own would hide ours.
func tints() [2]string { return [2]string{"FFFFEB9C", "FFFFC7CE"} }
func edges() [2]string { return [2]string{"FFBF8F00", "FFC00000"} }

// stylesheetOrder is the order of what a style part may hold (CT_Stylesheet), with
// what has to be first in a collection that had to be made.
var stylesheetOrder = []struct{ name, first string }{
	{"numFmts", ""},
	{"fonts", `<font><sz val="11"/><name val="宋体"/></font>`},
	{"fills", `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`},
	{"borders", `<border><left/><right/><top/><bottom/><diagonal/></border>`},
	{"cellStyleXfs", ""},
	{"cellXfs", `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
	{"cellStyles", ""}, {"dxfs", ""}, {"tableStyles", ""}, {"colors", ""}, {"extLst", ""},
}

const (
	stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
	noStyles   = xmlHead + `<styleSheet xmlns="%s"></styleSheet>`
)

// A styler adds formats to the style part. One that is there already, perhaps from
// an earlier annotation that was saved by another program, is taken again.
type styler struct {
	*part
	known map[string]map[string]int // by collection, the shapes that are there
	added map[string][]string       // by collection, whole elements without prefixes
}

// addFormats gives the workbook the formats of list and marks.
func (b *book) addFormats() (formats, error) {
	name, err := b.related(b.main, "styles")
	if err != nil {
		return formats{}, err
	}
	var p *part
	if name == "" {
		p, err = b.newStyles()
	} else {
		p, err = b.open(name)
	}
	if err != nil {
		return formats{}, err
	}
	s := &styler{p, map[string]map[string]int{}, map[string][]string{}}
	f := s.formats()
	s.flush()
	return f, nil
}

func (b *book) newStyles() (*part, error) {
	name := b.freeName("styles%d.xml")
	p, err := b.create(name, strings.Replace(noStyles, "%s", b.ns, 1))
	if err == nil {
		_, err = b.relate(b.main, "styles", name)
	}
	if err == nil {
		err = b.setType(name, stylesType)
	}
	return p, err
}

func (s *styler) formats() (f formats) {
	face := s.face()
	plain := s.font(`<sz val="11"/>` + face)
	bold := s.font(`<b/><sz val="11"/>` + face)
	line := `style="thin"><color rgb="FFBFBFBF"/>`
	grid := s.add("borders", `<border><left `+line+`</left><right `+line+`</right><top `+line+`</top><bottom `+line+`</bottom><diagonal/></border>`)
	f.title = s.cell(s.font(`<b/><sz val="16"/>`+face), 0, 0, `vertical="center"`)
	f.note = s.cell(plain, 0, 0, `vertical="center"`)
	f.head = s.cell(bold, s.fill("FFD9E1F2"), grid, `horizontal="center" vertical="center" wrapText="1"`)
	f.body = s.cell(plain, 0, grid, `vertical="center" wrapText="1"`)
	f.centre = s.cell(plain, 0, grid, `horizontal="center" vertical="center" wrapText="1"`)
	f.link = s.cell(s.font(`<u/><sz val="11"/><color rgb="FF0563C1"/>`+face), 0, grid, `vertical="center" wrapText="1"`)
	for i, tint := range tints() {
		f.tint[i] = s.cell(plain, s.fill(tint), grid, `horizontal="center" vertical="center" wrapText="1"`)
		line := `style="thin"><color rgb="` + edges()[i] + `"/>`
		f.mark[i] = s.add("dxfs", `<dxf><fill>`+solid(tint)+`</fill><border><left `+line+`</left><right `+line+`</right><top `+line+`</top><bottom `+line+`</bottom></border></dxf>`)
	}
	return f
}

// face is the typeface of the workbook's first font.
func (s *styler) face() string {
	var b strings.Builder
	first := s.root.child("fonts").child("font")
	for _, name := range []string{"name", "family", "charset", "scheme"} { // their order in CT_Font
		if n := first.child(name); n != nil {
			b.WriteString("<" + name + ` val="` + escape(n.attr("val")) + `"/>`)
		}
	}
	if b.Len() == 0 {
		return `<name val="宋体"/>`
	}
	return b.String()
}

func (s *styler) font(inside string) int { return s.add("fonts", "<font>"+inside+"</font>") }
func (s *styler) fill(rgb string) int    { return s.add("fills", "<fill>"+solid(rgb)+"</fill>") }

// solid fills a cell; cells take the first colour, conditional formats the second.
func solid(rgb string) string {
	return `<patternFill patternType="solid"><fgColor rgb="` + rgb + `"/><bgColor rgb="` + rgb + `"/></patternFill>`
}

func (s *styler) cell(font, fill, border int, alignment string) int {
	return s.add("cellXfs", `<xf numFmtId="0" fontId="`+strconv.Itoa(font)+`" fillId="`+strconv.Itoa(fill)+`" borderId="`+strconv.Itoa(border)+
		`" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment `+alignment+`/></xf>`)
}

// add returns the index of an element in a collection, after adding it if there
// is none like it.
func (s *styler) add(collection, element string) int {
	n := s.root.child(collection)
	if s.known[collection] == nil {
		s.known[collection] = shapes(n)
	}
	if i, ok := s.known[collection][shape(fragment(element))]; ok {
		return i
	}
	have := 0
	if n != nil {
		have = len(n.kids)
	}
	if have == 0 && len(s.added[collection]) == 0 {
		s.added[collection] = elements(collection)
	}
	added := s.added[collection]
	if i := slices.Index(added, element); i >= 0 {
		return have + i
	}
	s.added[collection] = append(added, element)
	return have + len(added)
}

// shapes is the first index of each shape among the children of n.
func shapes(n *node) map[string]int {
	out := map[string]int{}
	if n != nil {
		for i, k := range n.kids {
			if _, twice := out[shape(k)]; !twice {
				out[shape(k)] = i
			}
		}
	}
	return out
}

// elements is what has to be first in an empty collection.
func elements(collection string) []string {
	for _, c := range stylesheetOrder {
		if c.name == collection && c.first != "" {
			whole := "<x>" + c.first + "</x>"
			var out []string
			for _, k := range fragment(whole).kids {
				out = append(out, whole[k.from:k.to])
			}
			return out
		}
	}
	return nil
}

// flush puts what was added into the part.
func (s *styler) flush() {
	prefix := s.root.prefix(s.data)
	for rank, c := range stylesheetOrder {
		added := s.added[c.name]
		if len(added) == 0 {
			continue
		}
		text := tags(prefix, strings.Join(added, ""))
		if n := s.root.child(c.name); n != nil {
			s.appendTo(n, len(added), text)
			continue
		}
		text = "<" + prefix + c.name + ` count="` + strconv.Itoa(len(added)) + `">` + text + "</" + prefix + c.name + ">"
		s.insertAt(s.root, func(n *node) bool { r := rankIn(n.Local); return r >= 0 && r <= rank }, text)
	}
}

func rankIn(name string) int {
	for i, c := range stylesheetOrder {
		if c.name == name {
			return i
		}
	}
	return -1
}

// insertAt puts text into a node behind the last child of which before is true.
func (p *part) insertAt(n *node, before func(*node) bool, text string) {
	at := n.inner
	for _, k := range n.kids {
		if before(k) {
			at = k.to
		}
	}
	if n.isEmptyTag() {
		p.appendTo(n, 0, text)
		return
	}
	p.insert(at, text)
}

// tags gives the elements of text a prefix.
func tags(prefix, text string) string {
	if prefix == "" {
		return text
	}
	return strings.NewReplacer("</", "</"+prefix, "<", "<"+prefix).Replace(text)
}

// fragment parses XML of our own.
func fragment(text string) *node {
	n, err := parse([]byte(text), "", new(int))
	if err != nil {
		panic(err)
	}
	return n
}

// shape is an element as one string, the same for all ways to write it. Excel
// writes out the named style that a format has anyway.
func shape(n *node) string {
	var attrs []string
	for _, a := range n.attrs {
		if standing := a.Name.Local == "xfId" && a.Value == "0"; a.Name.Space == "" && a.Name.Local != "xmlns" && !standing {
			attrs = append(attrs, a.Name.Local+"="+plainValue(a))
		}
	}
	slices.Sort(attrs)
	var b strings.Builder
	b.WriteString("<" + n.Local + " " + strings.Join(attrs, " ") + ">")
	for _, k := range n.kids {
		b.WriteString(shape(k))
	}
	return b.String() + "/"
}

// plainValue is an attribute's value, of a boolean always 0 or 1.
func plainValue(a xml.Attr) string {
	switch a.Value {
	case "true":
		return "1"
	case "false":
		return "0"
	}
	return a.Value
}
