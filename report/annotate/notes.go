package annotate

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	author = "通报检查"
	// heading begins a note of ours, and what is ours in a note of others'.
	heading = "【通报检查】"

	// maxNotes is how many notes a sheet gets: nobody opens more, and a thousand
	// of them make Excel slow. The cells beyond are coloured, and the list has all.
	maxNotes = 2000
	// maxNoteProblems and maxNoteText, of a message or hint in characters, bound a
	// note to what a screen shows.
	maxNoteProblems = 8
	maxNoteText     = 300

	commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	noComments   = xmlHead + `<comments xmlns="%s"><authors></authors><commentList></commentList></comments>`

	// noteFont is what Excel gives a note.
	noteFont = `<rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr>`
)

// A note is what is said at one cell.
type note struct {
	at   block // the cell, or the merged range it heads
	text string
}

func (n note) ref() string { return block{n.at.row1, n.at.col1, n.at.row1, n.at.col1}.String() }

// A notepad is the two parts that hold a sheet's notes: their words, and their
// boxes.
type notepad struct {
	*geometry
	words, boxes *part
	list         *node
	written      map[string]*node // by cell, the comments that are there
	drawn        map[string]*node // by cell, their boxes
	authorID     int
}

// addNotes writes notes on a sheet and returns how many it could not: cells where
// a conversation is kept, which only Excel may write.
func (b *book) addNotes(p *part, notes []note) (left int, err error) {
	pad, err := b.notepad(p, len(notes))
	if err != nil {
		return len(notes), err
	}
	boxes := newBoxes(pad.boxes)
	for _, n := range notes {
		old := pad.written[n.ref()]
		switch {
		case old == nil:
			pad.write(n)
			boxes.draw(n, pad.geometry)
		case pad.isThread(old):
			left++
		default:
			text := words(old.child("text"))
			pad.add(old.child("text"), n)
			boxes.grow(pad.drawn[n.ref()], n, text+"\n"+n.text, pad.geometry)
		}
	}
	boxes.end()
	return left, nil
}

// notepad opens the notes of a sheet, and begins what there is none of. Whatever
// cannot be understood is an error before anything is changed.
func (b *book) notepad(p *part, notes int) (*notepad, error) {
	pad := &notepad{geometry: p.geometry(), written: map[string]*node{}, drawn: map[string]*node{}}
	name, err := b.related(p.name, "comments")
	if err != nil {
		return nil, err
	}
	if pad.boxes, err = b.drawing(p); err != nil {
		return nil, err
	}
	switch {
	case b.isElsewhere(p, name) || pad.boxes != nil && b.isElsewhere(p, pad.boxes.name):
		return nil, errNotes // what is written for one sheet would stand on the other
	case name != "":
		pad.words, err = b.open(name)
	default:
		pad.words, err = b.newComments(p)
	}
	if err != nil {
		return nil, err
	}
	if err := pad.read(); err != nil {
		return nil, err
	}
	if pad.boxes == nil {
		if pad.boxes, err = b.newDrawing(p, notes); err != nil {
			return nil, err
		}
	}
	for _, s := range noteShapes(pad.boxes.root) {
		pad.drawn[s.ref] = s.node
	}
	return pad, nil
}

// isElsewhere reports whether another sheet refers to a part of p's notes.
func (b *book) isElsewhere(p *part, name string) bool {
	return slices.ContainsFunc(b.sheets, func(s sheet) bool {
		if name == "" || strings.EqualFold(s.part, p.name) {
			return false
		}
		all, err := b.relations(s.part)
		return err == nil && slices.ContainsFunc(all, func(r relation) bool { return strings.EqualFold(r.target, name) })
	})
}

// read finds the comments that are there, and our own author.
func (pad *notepad) read() error {
	authors := pad.words.root.child("authors")
	pad.list = pad.words.root.child("commentList")
	if pad.list == nil || authors == nil {
		return errNotes
	}
	for _, n := range pad.list.all("comment") {
		if n.child("text") == nil {
			return errNotes
		}
		pad.written[n.attr("ref")] = n
	}
	names := authors.all("author")
	for i, n := range names {
		if n.text == author {
			pad.authorID = i
			return nil
		}
	}
	pad.authorID = len(names)
	pad.words.appendTo(authors, 0, tags(pad.words.root.prefix(pad.words.data), "<author>"+author+"</author>"))
	return nil
}

// newComments begins the part with the words of a sheet's notes.
func (b *book) newComments(p *part) (*part, error) {
	name := b.freeName("comments%d.xml")
	if _, err := b.relate(p.name, "comments", name); err != nil {
		return nil, err
	}
	if err := b.setType(name, commentsType); err != nil {
		return nil, err
	}
	return b.create(name, strings.Replace(noComments, "%s", b.ns, 1))
}

// isThread reports whether a comment stands in for a conversation: Excel names its
// author after it.
func (pad *notepad) isThread(comment *node) bool {
	id, err := strconv.Atoi(comment.attr("authorId"))
	authors := pad.words.root.child("authors").all("author")
	return err == nil && id >= 0 && id < len(authors) && strings.HasPrefix(authors[id].text, "tc=")
}

// run is a run of words in the notes' font.
func run(text string) string {
	return "<r>" + noteFont + `<t xml:space="preserve">` + escape(text) + "</t></r>"
}

// write adds a note of our own.
func (pad *notepad) write(n note) {
	text := `<comment ref="` + n.ref() + `" authorId="` + strconv.Itoa(pad.authorID) + `"><text>` + run(n.text) + "</text></comment>"
	pad.words.appendTo(pad.list, 0, tags(pad.words.root.prefix(pad.words.data), text))
}

// add puts ours behind what others wrote. Words that stand alone become a run, as
// a note holds either.
func (pad *notepad) add(text *node, n note) {
	prefix := pad.words.root.prefix(pad.words.data)
	if t := text.child("t"); t != nil {
		pad.words.insert(t.from, "<"+prefix+"r>")
		pad.words.insert(t.to, "</"+prefix+"r>")
	}
	pad.words.insertAt(text, func(k *node) bool { return k.Local == "t" || k.Local == "r" }, tags(prefix, run("\n"+n.text)))
}

// words is what a note says.
func words(text *node) string {
	var b strings.Builder
	for _, l := range leaves(text) {
		b.WriteString(l.t.text)
	}
	return b.String()
}

// A leaf is an element with words, and the run it stands in, or itself.
type leaf struct{ t, run *node }

// leaves is the words of a text; those that tell how to say them are not among
// them.
func leaves(text *node) []leaf {
	var out []leaf
	if text == nil {
		return nil
	}
	for _, k := range text.kids {
		switch k.Local {
		case "t":
			out = append(out, leaf{k, k})
		case "r":
			if t := k.child("t"); t != nil {
				out = append(out, leaf{t, k})
			}
		}
	}
	return out
}

// unnote takes our notes out of a sheet, and what is ours out of others'. They are
// known by our heading: LibreOffice forgets authors. What somebody wrote before it
// stays. Notes that cannot be understood were not written by us.
func (b *book) unnote(p *part) error {
	name, err := b.related(p.name, "comments")
	if err != nil || name == "" {
		return nil
	}
	words, err := b.open(name)
	if err != nil {
		return nil
	}
	gone := map[string]bool{}
	all := words.root.child("commentList").all("comment")
	for _, n := range all {
		if words.cutWords(n) {
			gone[n.attr("ref")] = true
		}
	}
	boxes, err := b.drawing(p)
	if err != nil || boxes == nil || len(gone) == 0 {
		return nil
	}
	others := 0 // boxes, buttons, groups of them
	for _, n := range boxes.root.kids {
		if n.Local != "shapelayout" && n.Local != "shapetype" {
			others++
		}
	}
	for _, s := range noteShapes(boxes.root) {
		if gone[s.ref] {
			boxes.remove(s.node)
			others--
		}
	}
	if len(gone) < len(all) || others > 0 {
		return nil
	}
	return b.dropNotes(p, name, boxes.name)
}

// dropNotes takes the notes of a sheet out altogether.
func (b *book) dropNotes(p *part, parts ...string) error {
	p.remove(p.root.child("legacyDrawing"))
	related, err := b.relations(p.name)
	if err != nil {
		return err
	}
	rels, err := b.open(relsName(p.name))
	if err != nil {
		return err
	}
	for _, r := range related {
		if slices.Contains(parts, r.target) {
			rels.remove(r.node)
		}
	}
	for _, name := range parts {
		if err := b.dropPart(name); err != nil {
			return err
		}
	}
	return nil
}

// cutWords takes out of a comment what is ours, and the whole comment if nothing
// else stands in it.
func (p *part) cutWords(comment *node) (whole bool) {
	text := comment.child("text")
	all := words(text)
	from, to := ours(all)
	switch {
	case from == to:
		return false
	case strings.TrimSpace(all[:from]+all[to:]) == "":
		p.remove(comment)
		return true
	}
	at := 0
	for _, l := range leaves(text) {
		first, last := min(max(from-at, 0), len(l.t.text)), min(max(to-at, 0), len(l.t.text))
		at += len(l.t.text)
		switch rest := l.t.text[:first] + l.t.text[last:]; {
		case first == last:
		case rest == "":
			p.remove(l.run)
		default:
			p.replace(l.t.inner, l.t.outer, exactly(rest))
		}
	}
	return false
}

// ourHeading and ourLine are the lines of [mark.words]; some programs write the end
// of a line as _x000D_ besides.
var (
	ourHeading = regexp.MustCompile(`^` + heading + `(?:\s|_x000D_)*$`)
	ourLine    = regexp.MustCompile(`^(?:(?:错误|提醒) [A-Z]\d+：|改法：|还有 \d+ 处，见问题清单|(?:\s|_x000D_)*$)`)
)

// ours is where in a note our words stand: from our heading, with the line break
// before it, to the first line that somebody added. Without any, from is to.
func ours(text string) (from, to int) {
	from = -1
	for at := 0; at < len(text); {
		line, _, more := strings.Cut(text[at:], "\n")
		if from < 0 && ourHeading.MatchString(line) {
			from = at
		} else if from >= 0 && !ourLine.MatchString(line) {
			return max(from-1, 0), at - min(from, 1)
		}
		at += len(line)
		if more {
			at++
		}
	}
	if from < 0 {
		return 0, 0
	}
	return max(from-1, 0), len(text)
}
