package docx

import (
	"strings"
	"unicode"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A review is the remarks of a review copy (审核稿) on their way to the words that
// they are about. The zero value has none.
type review struct {
	due   map[problem.Pos][]problem.Problem // by the cell whose first words they go to
	title []problem.Problem                 // on the whole notice: they go to its title
	next  []problem.Problem                 // for the next words, whatever their cell
	said  []problem.Problem                 // written; the index is the comment's id
	words map[problem.Pos]bool              // cells with words
	rows  map[problem.Pos][]int             // the columns of those cells in each row
}

const (
	commentsPart     = "word/comments.xml"
	commentStyle     = "CommentText"
	commentMarkStyle = "CommentReference"
	commentAuthor    = "通报"
)

// newReview gives each remark its place: the first words of its cell, or of the
// nearest one in its row if the cell is not printed, or the title. Which cells have
// words only writing tells, so doc is written by a trial body to see it.
func newReview(doc *notice.Document, trial *body) (r review) {
	if len(doc.Remarks) == 0 {
		return r
	}
	trial.review = review{words: map[problem.Pos]bool{}, rows: map[problem.Pos][]int{}}
	trial.write(doc)
	r.due = map[problem.Pos][]problem.Problem{}
	for _, p := range doc.Remarks {
		if at, ok := trial.review.nearest(p.Pos); ok {
			r.due[at] = append(r.due[at], p)
		} else {
			r.title = append(r.title, p)
		}
	}
	return r
}

// nearest is the cell with words that a remark at a place goes to: that one, or else
// the next to its left, for heads stand left of what they head, or to its right. A
// remark on a whole row goes to its last words.
func (r *review) nearest(at problem.Pos) (problem.Pos, bool) {
	if r.words[at] {
		return at, true
	}
	best, found := at, false
	for _, col := range r.rows[row(at)] {
		left, bestLeft := at.Col == 0 || col < at.Col, at.Col == 0 || best.Col < at.Col
		if !found || left && (!bestLeft || col > best.Col) || !left && !bestLeft && col < best.Col {
			best.Col, found = col, true
		}
	}
	return best, found
}

// row is the row of at, which may be a cell.
func row(at problem.Pos) problem.Pos {
	at.Col = 0
	return at
}

// take returns the remarks on the words in hand, which come from a cell.
func (r *review) take(at problem.Pos) []problem.Problem {
	if r.words != nil && at.Row > 0 && !r.words[at] {
		r.words[at] = true
		r.rows[row(at)] = append(r.rows[row(at)], at.Col)
	}
	list := append(r.next, r.due[at]...)
	r.next = nil
	delete(r.due, at)
	return list
}

// remark opens the comments on the words in hand. Their first id and their number
// are for [body.remarked], which ends them behind those words.
func (b *body) remark(at problem.Pos) (first, n int) {
	list := b.review.take(at)
	first = len(b.review.said)
	for i := range list {
		b.raw(`<w:commentRangeStart w:id="`, first+i, `"/>`)
	}
	b.review.said = append(b.review.said, list...)
	return first, len(list)
}

func (b *body) remarked(first, n int) {
	for id := first; id < first+n; id++ {
		b.raw(`<w:commentRangeEnd w:id="`, id, `"/>`)
	}
	for id := first; id < first+n; id++ {
		b.raw(`<w:r><w:rPr><w:rStyle w:val="`, commentMarkStyle, `"/></w:rPr><w:commentReference w:id="`, id, `"/></w:r>`)
	}
}

// unsaid fails when a remark found no words: none may be lost.
func (b *body) unsaid() {
	if n := len(b.review.due) + len(b.review.next); n > 0 {
		b.fail("%d places of remarks have no words", n)
	}
}

// part is word/comments.xml. A comment's date is the notice's, for the file has no
// clock; of one without, LibreOffice saves a date that there is not.
func (r *review) part(m notice.Meta) ([]opc.Part, error) {
	if len(r.said) == 0 {
		return nil, nil
	}
	var x xmlBuf
	day := ""
	if !m.Date.Time.IsZero() {
		day = ` w:date="` + m.Date.Time.Format("2006-01-02T15:04:05Z") + `"`
	}
	x.raw(xmlHead, `<w:comments `, nsW, `>`)
	for id, p := range r.said {
		x.raw(`<w:comment w:id="`, id, `" w:author="`, commentAuthor, `" w:initials="`, commentAuthor, `"`, day, `>`)
		mark := `<w:r><w:rPr><w:rStyle w:val="` + commentMarkStyle + `"/></w:rPr><w:annotationRef/></w:r>`
		for _, line := range commentLines(p, m.Source) {
			x.raw(`<w:p><w:pPr><w:pStyle w:val="`, commentStyle, `"/></w:pPr>`, mark, `<w:r><w:rPr>`, eastAsiaRun, `</w:rPr><w:t xml:space="preserve">`)
			x.text(line)
			x.raw(`</w:t></w:r></w:p>`)
			mark = ""
		}
		x.raw(`</w:comment>`)
	}
	x.raw(`</w:comments>`)
	return []opc.Part{{Name: commentsPart, Data: x.b}}, x.err
}

// commentLines are what is wrong, the next step, and the cell; its file is named only
// if it is not the ledger.
func commentLines(p problem.Problem, ledger string) []string {
	lines := []string{p.Message + " [" + string(p.Code) + "]"}
	if p.Hint != "" {
		lines = append(lines, "下一步："+p.Hint)
	}
	if at := p.Pos.From(problem.Pos{File: ledger}); at != "" {
		lines = append(lines, "出处："+at)
	}
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	return lines
}

// printable is s on one line, without what XML forbids: a remark may quote
// characters that no notice has.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func (r *review) relations() []relation {
	if len(r.said) == 0 {
		return nil
	}
	return []relation{{"rIdComments", officeRel + "comments", "comments.xml"}}
}

// styles are Word's own two for comments: small, and not set as the notice is.
func (r *review) styles(f faces) []style {
	if len(r.said) == 0 {
		return nil
	}
	const small = gb9704.Size5
	return []style{
		{kind: "paragraph", id: commentStyle, name: "annotation text", alias: "批注", based: "Normal", priority: 99,
			ppr: spacing(0, 0, small*4/3) + noIndent + `<w:jc w:val="left"/>`, rpr: f.font(gb9704.SongTi) + tracking(0) + size(small)},
		{kind: "character", id: commentMarkStyle, name: "annotation reference", based: "DefaultParagraphFont", priority: 99, rpr: size(small)},
	}
}
