package annotate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tongbao/sources/problem"
)

// markFormula is true wherever it is asked, N of a text being 0, and says by the
// text that the rule is ours. Spreadsheet programs keep it as it is.
const markFormula = `N("tongbao:%s")=0`

// maxRanges is how many ranges one conditional format takes; Excel refuses lists
// of more than 8,192.
const maxRanges = 1000

// worksheetOrder is the order of what a sheet part may hold (CT_Worksheet).
var worksheetOrder = strings.Fields(`sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
	scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
	printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
	legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst`)

// rank is where an element of a sheet belongs, -1 if nobody knows. A choice between versions belongs
// where its first version does.
func rank(n *node) int {
	for n.Local == "AlternateContent" || n.Local == "Choice" || n.Local == "Fallback" {
		if len(n.kids) == 0 {
			return -1
		}
		n = n.kids[0]
	}
	return slices.Index(worksheetOrder, n.Local)
}

// upTo reports whether an element may stand before one called name.
func upTo(name string) func(*node) bool {
	last := slices.Index(worksheetOrder, name)
	return func(n *node) bool { r := rank(n); return r >= 0 && r <= last }
}

// colour marks blocks by severity. Our rules come first in the sheet and in
// priority: Excel and WPS let the smaller number win, LibreOffice the earlier
// element, and a rule of the office's own must not hide what is wrong. The numbers
// of the others move up; their order stays.
func (p *part) colour(blocks [2][]block, formats [2]int) {
	prefix := p.root.prefix(p.data)
	var text strings.Builder
	rules := 0
	for _, severity := range []problem.Severity{problem.Error, problem.Warning} {
		for list := range slices.Chunk(join(blocks[severity]), maxRanges) {
			rules++
			refs := make([]string, len(list))
			for i, b := range list {
				refs[i] = b.String()
			}
			fmt.Fprintf(&text, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
				strings.Join(refs, " "), formats[severity], rules, escape(fmt.Sprintf(markFormula, severityWord(severity))))
		}
	}
	if rules == 0 {
		return
	}
	p.movePriorities(func(n int) int { return n + rules })
	p.insertAt(p.root, upTo("phoneticPr"), tags(prefix, text.String()))
}

func severityWord(s problem.Severity) string {
	if s == problem.Error {
		return "error"
	}
	return "warning"
}

// movePriorities renumbers every rule but ours that has a number.
func (p *part) movePriorities(to func(int) int) {
	p.root.walk(func(k *node) {
		if k.Local != "cfRule" || isMark(k) {
			return
		}
		if old, err := strconv.Atoi(k.attr("priority")); err == nil && old >= 0 && old <= 1<<30 && to(old) != old {
			p.setAttr(k, "priority", strconv.Itoa(to(old)))
		}
	})
}

// isMark reports whether a conditional rule is ours.
func isMark(rule *node) bool {
	f := rule.child("formula")
	if f == nil {
		return false
	}
	for _, s := range []problem.Severity{problem.Error, problem.Warning} {
		if strings.TrimSpace(f.text) == fmt.Sprintf(markFormula, severityWord(s)) {
			return true
		}
	}
	return false
}

// uncolour takes our rules out of a sheet, whatever program saved it since, and
// moves the numbers of the others down again.
func (p *part) uncolour() {
	var ours []int
	for _, format := range p.root.all("conditionalFormatting") {
		rules := format.all("cfRule")
		marks := slices.DeleteFunc(slices.Clone(rules), func(rule *node) bool { return !isMark(rule) })
		for _, rule := range marks {
			n, _ := strconv.Atoi(rule.attr("priority"))
			ours = append(ours, n)
			if len(marks) < len(rules) {
				p.remove(rule)
			}
		}
		if len(rules) > 0 && len(marks) == len(rules) {
			p.remove(format)
		}
	}
	if len(ours) > 0 {
		p.movePriorities(func(n int) int { return n - below(ours, n) })
	}
}

// below is how many of list are smaller than n.
func below(list []int, n int) (count int) {
	for _, m := range list {
		if m < n {
			count++
		}
	}
	return count
}
