package docx

import (
	"fmt"
	"strings"

	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// A contents is 目录: the heads of level 1 to 3 and the titles of 附件 with the pages
// that they stand on in our own layout, so that no program has to count them when
// the file is opened. The zero value is none.
type contents struct {
	entries []entry
	at      map[notice.Node]int // its index in entries
}

type entry struct {
	node  notice.Node
	level int
	text  string
	page  int // as printed; 0 is not known
}

const (
	contentsWord       = "目录"
	contentsTitleStyle = "ContentsTitle" // no head: 目录 does not list itself
	contentsLevels     = 3

	// contentsField is what Word makes 目录 of when it is told to: heads, and for 附件
	// the outline level of their titles.
	contentsField = ` TOC \o "1-3" \h \z \u `

	romanNumbers = `<w:pgNumType w:fmt="lowerRoman" w:start="1"/>`
	fromOne      = `<w:pgNumType w:start="1"/>`
)

func newContents(doc *notice.Document, pages []layout.Page) contents {
	c := contents{at: map[notice.Node]int{}}
	c.heads(doc.Body)
	for i := range doc.Annexes {
		a := &doc.Annexes[i]
		if a.Title != nil && len(a.Title.Parts) > 0 {
			c.add(entry{node: a.Title, level: 1, text: annexEntry(a)})
		}
		c.heads(a.Body)
	}
	c.number(pages)
	return c
}

func (c *contents) heads(blocks []notice.Block) {
	for _, block := range blocks {
		if h, ok := block.(*notice.Heading); ok && h.Level <= contentsLevels {
			c.add(entry{node: h, level: h.Level, text: strings.TrimSuffix(h.Number+notice.Plain(h.Text), "。")})
		}
	}
}

func (c *contents) add(e entry) {
	c.at[e.node] = len(c.entries)
	c.entries = append(c.entries, e)
}

// number gives each entry the page that its first words are on.
func (c *contents) number(pages []layout.Page) {
	for i := range pages {
		for item := range pages[i].All() {
			run, ok := item.(*layout.Run)
			if !ok || run.Node == nil {
				continue
			}
			if k, ok := c.at[run.Node]; ok && c.entries[k].page == 0 {
				c.entries[k].page = pages[i].Number
			}
		}
	}
}

// annexEntry is 附件1 and the title, in one line.
func annexEntry(a *notice.Annex) string {
	text := ""
	if a.Label != nil {
		text = notice.Plain(a.Label.Text) + "　"
	}
	for _, part := range a.Title.Parts {
		text += notice.Plain(part)
	}
	return text
}

// contents writes 目录 and returns the section that the text is in. 目录 is a section
// of its own with Roman numbers: the text still begins with page 1, on a front side.
func (b *body) contents() section {
	if len(b.list.entries) == 0 {
		return section{}
	}
	b.open(paragraph{style: contentsTitleStyle})
	b.run(span{text: contentsWord})
	b.raw(`</w:p>`)
	for i, e := range b.list.entries {
		if e.page == 0 {
			b.fail("%q is on no page", e.text)
		}
		b.open(paragraph{style: contentsStyle(e.level)})
		if i == 0 {
			b.fieldStart(contentsField)
		}
		b.raw(`<w:hyperlink w:anchor="`, anchorName(i), `" w:history="1">`)
		b.run(span{text: e.text})
		b.run(span{markup: tab})
		b.fieldStart(` PAGEREF ` + anchorName(i) + ` \h `)
		b.raw(`<w:r><w:t>`, e.page, `</w:t></w:r>`, fieldEnd, `</w:hyperlink>`)
		if i == len(b.list.entries)-1 {
			b.raw(fieldEnd)
		}
		b.raw(`</w:p>`)
	}
	b.lowParagraph() // LibreOffice loses the page number of a section that ends within the field
	b.endSection(section{numbers: romanNumbers})
	return section{kind: "oddPage", numbers: fromOne}
}

const fieldEnd = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`

// fieldStart begins a field, up to what it shows.
func (b *body) fieldStart(code string) {
	b.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">`, code,
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
}

// anchorName is the bookmark of an entry's head, named as Word names those of its
// own: hidden, and replaced when 目录 is made anew.
func anchorName(entry int) string { return fmt.Sprintf("_Toc%09d", entry+1) }

// anchor begins the bookmark of node, if 目录 lists it; [body.anchored] ends it.
func (b *body) anchor(node notice.Node) (id int) {
	entry, ok := b.list.at[node]
	if !ok {
		return 0
	}
	id = b.bookmarks.unnamed()
	b.raw(`<w:bookmarkStart w:id="`, id, `" w:name="`, anchorName(entry), `"/>`)
	return id
}

func (b *body) anchored(id int) {
	if id != 0 {
		b.raw(`<w:bookmarkEnd w:id="`, id, `"/>`)
	}
}

func contentsStyle(level int) string { return "TOC" + string(rune('0'+level)) }

// styles are those of 目录. An entry is indented by a character a level, its later
// lines by two more. No standard says so. There is no indent on the right: behind
// one LibreOffice sets no number.
func (c *contents) styles(f faces, g geometry) []style {
	if len(c.entries) == 0 {
		return nil
	}
	p, em := g.page, g.sheet.Cell.Unit
	out := []style{{kind: "paragraph", id: contentsTitleStyle, name: contentsWord + "标题", based: "Normal", next: "Normal", own: true, priority: 39,
		ppr: lone + spacing(0, p.TitleBelow.Unit, p.TitleLine.Unit) + noIndent + `<w:jc w:val="center"/>`,
		rpr: f.font(gb9704.TitleType().Face) + tracking(0) + size(gb9704.TitleType().Size)}}
	for level := 1; level <= contentsLevels; level++ {
		var x xmlBuf
		x.raw(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="`, g.area(section{}), `"/></w:tabs>`,
			`<w:ind w:left="`, gb9704.Unit(level+1)*em, `" w:firstLineChars="0" w:hanging="`, 2*em, `"/><w:jc w:val="left"/>`)
		out = append(out, style{kind: "paragraph", id: contentsStyle(level), name: fmt.Sprint("toc ", level), alias: fmt.Sprint(contentsWord, level), based: "Normal", next: "Normal", priority: 39,
			ppr: string(x.b), rpr: f.font(g.sheet.HeadType(level).Face)})
	}
	return out
}
