package annotate

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"tongbao/report/internal/opc"
	"tongbao/sources/problem"
)

// strip opens the workbook in a package without an earlier annotation, and reports
// whether there was one.
func strip(pkg *opc.Package) (b *book, again bool, err error) {
	b, err = openBook(pkg)
	if err != nil {
		return nil, false, err
	}
	again, err = b.takeOut()
	if err != nil || !again {
		return b, false, err
	}
	b, err = openBook(pkg)
	return b, true, err
}

// takeOut takes an annotation out, as it was recorded or, if another program saved
// the workbook since, by what the marks say. Staff may have deleted the list alone,
// so marks are looked for in any case.
func (b *book) takeOut() (found bool, err error) {
	lists, err := b.lists()
	if err != nil {
		return false, err
	}
	for _, i := range lists {
		if r, err := readRecord(b.pkg, b.sheets[i].part); err == nil && undo(b.pkg, r) == nil {
			return true, nil
		}
	}
	return b.clean(lists)
}

// clean takes out all marks by what they say. Formats stay: they may be used
// elsewhere by now.
func (b *book) clean(lists []int) (found bool, err error) {
	for i, s := range b.sheets {
		if s.kind != "worksheet" || slices.Contains(lists, i) {
			continue
		}
		p, err := b.open(s.part)
		if err != nil {
			return false, err
		}
		p.uncolour()
		if err := b.unnote(p); err != nil {
			return false, err
		}
	}
	if len(lists) > 0 {
		if err := b.dropSheets(lists); err != nil {
			return false, err
		}
	}
	b.flush(func(changed) { found = true })
	return found || len(lists) > 0, nil
}

// lists finds the sheets that are lists of ours, by their first cell.
func (b *book) lists() ([]int, error) {
	strings, err := b.related(b.main, "sharedStrings")
	if err != nil {
		return nil, err
	}
	var shared []byte
	if strings != "" {
		if shared, err = b.pkg.Part(strings); err != nil {
			return nil, err
		}
		if !bytes.Contains(shared, []byte(problem.ListTitle)) {
			shared = nil // most workbooks
		}
	}
	var out []int
	for i, s := range b.sheets {
		if s.kind != "worksheet" {
			continue
		}
		p, err := b.open(s.part)
		if err != nil {
			return nil, err
		}
		if problem.IsListTitle(p.firstCell(shared)) {
			out = append(out, i)
		}
	}
	return out, nil
}

// firstCell is the text of A1; shared are the workbook's strings.
func (p *part) firstCell(shared []byte) string {
	data := p.root.child("sheetData")
	if data == nil {
		return ""
	}
	prefix := p.root.prefix(p.data)
	for tag, end := range startTags(p.data, data.inner, data.outer, prefix+"c") {
		close := bytes.Index(p.data[end:data.outer], []byte("</"+prefix+"c>"))
		if ref := valueIn(tag, "r"); ref != "" && ref != "A1" || tag[len(tag)-2] == '/' || close < 0 {
			return ""
		}
		c, err := parse(p.data[end-len(tag):end+close+len("</"+prefix+"c>")], "", new(int))
		if err != nil {
			return ""
		}
		if c.attr("t") != "s" {
			return words(c.child("is"))
		}
		if v := c.child("v"); v != nil {
			return sharedString(shared, v.text)
		}
		return ""
	}
	return ""
}

// sharedString is the string of an index.
func sharedString(shared []byte, index string) string {
	n, err := strconv.Atoi(strings.TrimSpace(index))
	root := bytes.Index(shared, []byte("sst"))
	if err != nil || root < 0 {
		return ""
	}
	prefix := string(shared[bytes.LastIndexByte(shared[:root], '<')+1 : root])
	for tag, end := range startTags(shared, 0, len(shared), prefix+"si") {
		if n--; n >= 0 {
			continue
		}
		close := bytes.Index(shared[end:], []byte("</"+prefix+"si>"))
		if close < 0 {
			return ""
		}
		si, err := parse(shared[end-len(tag):end+close+len("</"+prefix+"si>")], "", new(int))
		if err != nil {
			return ""
		}
		return words(si)
	}
	return ""
}

// dropSheets takes sheets out of the workbook, with the names that belong to them.
func (b *book) dropSheets(drop []int) error {
	p, err := b.open(b.main)
	if err != nil {
		return err
	}
	related, err := b.relations(b.main)
	if err != nil {
		return err
	}
	for _, i := range drop {
		s := b.sheets[i]
		p.remove(s.node)
		for _, r := range related {
			if r.id == s.node.attr("id") {
				b.parts[strings.ToLower(relsName(b.main))].remove(r.node)
			}
		}
		if err := b.dropPart(s.part); err != nil {
			return err
		}
	}
	moved := func(i int) int { return i - below(drop, i) }
	for _, n := range p.root.child("definedNames").all("definedName") {
		i, err := strconv.Atoi(n.attr("localSheetId"))
		switch {
		case err != nil:
		case slices.Contains(drop, i):
			p.remove(n)
		case moved(i) != i:
			p.setAttr(n, "localSheetId", strconv.Itoa(moved(i)))
		}
	}
	for _, n := range p.root.child("bookViews").all("workbookView") {
		for _, name := range []string{"activeTab", "firstSheet"} {
			i, err := strconv.Atoi(n.attr(name))
			if err != nil {
				continue
			}
			if slices.Contains(drop, i) {
				i = b.firstVisible(drop)
			}
			if moved(i) != i || strconv.Itoa(i) != n.attr(name) {
				p.setAttr(n, name, strconv.Itoa(moved(i)))
			}
		}
	}
	return nil
}

// firstVisible is the first sheet that is neither hidden nor among drop.
func (b *book) firstVisible(drop []int) int {
	for i, s := range b.sheets {
		if !s.hidden && !slices.Contains(drop, i) {
			return i
		}
	}
	return 0
}

// dropPart takes a part out, what belongs to it alone, and its content type.
func (b *book) dropPart(name string) error {
	related, err := b.relations(name)
	if err != nil {
		return err
	}
	for _, r := range related {
		if r.kind == "comments" || r.kind == "vmlDrawing" || r.kind == "printerSettings" {
			if err := b.dropPart(r.target); err != nil {
				return err
			}
		}
	}
	b.pkg.Remove(relsName(name))
	b.pkg.Remove(name)
	p, err := b.open(contentTypes)
	if err != nil {
		return err
	}
	for _, n := range p.root.all("Override") {
		if strings.EqualFold(strings.TrimPrefix(n.attr("PartName"), "/"), name) {
			p.remove(n)
		}
	}
	return nil
}
