package recognise

import (
	"regexp"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

var (
	// sheetCount is what stands behind a sheet's name: 作风建设（12条）.
	sheetCount = regexp.MustCompile(`[（(]\d+[条个项件]?(?:问题)?[）)]$`)
	// groupSheet is what inspections group findings by.
	groupSheet = regexp.MustCompile(`(?:建设|治党|廉政|意识形态|选人用人|反腐败)$|^(?:政治|思想|组织|作风|纪律|制度)$`)
	// officeSheet is the names of those who answer for findings.
	officeSheet = regexp.MustCompile(`(?:科|室|股|处|局|部|队|站|所|办|院|校|会|中心|厅|委|公司|支部)$`)
)

// nameGroups takes the names of sheets for 问题类别, where an office has a sheet for
// each and no column: names with a number, …方面, 聚焦…, …建设. Others may be offices
// or anything else.
func (r *reader) nameGroups() {
	sheets, lacking := r.ungrouped()
	if len(sheets) < 2 {
		return
	}
	groups := map[string]ledger.Numbered{}
	for _, name := range sheets {
		if !lacking[name] || !isGroupSheet(name) {
			continue
		}
		at := problem.Pos{File: r.ledger.File, Sheet: name}
		n := ledger.Numbered{Cell: ledger.NewCell(at, sheetCount.ReplaceAllString(name, ""))}
		n.Typed, n.Text = ledger.SplitNumber(n.Text)
		groups[name] = n
		r.head(at, "这张表没有问题类别一栏，工作表的名称作为问题类别读入"+quote(n.Raw))
	}
	for i := range r.ledger.Findings {
		f := &r.ledger.Findings[i]
		if n, ok := groups[f.Pos.Sheet]; ok {
			f.Group = n
		}
	}
}

// ungrouped is the sheets that hold findings, and which of them say of none what its
// group is.
func (r *reader) ungrouped() (sheets []string, lacking map[string]bool) {
	lacking = map[string]bool{}
	for i := range r.ledger.Findings {
		f := &r.ledger.Findings[i]
		if _, seen := lacking[f.Pos.Sheet]; !seen {
			sheets = append(sheets, f.Pos.Sheet)
			lacking[f.Pos.Sheet] = true
		}
		if f.Group.Raw != "" || f.Group.Pos.Col > 0 {
			lacking[f.Pos.Sheet] = false
		}
	}
	return sheets, lacking
}

// isGroupSheet reports whether a sheet is called after a group.
func isGroupSheet(name string) bool {
	name = sheetCount.ReplaceAllString(ledger.Trim(name), "")
	typed, words := ledger.SplitNumber(name)
	return namesGroup(name) || words != "" && (typed != "" || groupSheet.MatchString(words)) &&
		!titleWords.MatchString(words) && !officeSheet.MatchString(words)
}
