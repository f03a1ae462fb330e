package recognise

import (
	"cmp"
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Offices repeat findings: a summary beside a sheet for each group, or 问题清单,
// 任务清单 and 责任清单 of the same findings. Each finding is to be read once. A sheet
// whose findings all stand in others is passed over; what only it says of them is
// taken from it, and what it says otherwise is an error.

// mostNearest bounds how many findings without a like are told which one is nearest.
const mostNearest = 20

// A unit is the findings of one sheet.
type unit struct {
	sheet    string
	findings []*ledger.Finding
	keys     []string // of findings
	passed   bool
}

// passRepeats finds the sheets that repeat others and takes them out.
func (r *reader) passRepeats() {
	units := r.units()
	if len(units) < 2 {
		return
	}
	sheets := map[string]int{} // by key: how many of the sheets that are not passed over say it
	for _, u := range units {
		for key := range u.distinct() {
			sheets[key]++
		}
	}
	order := slices.Clone(units)
	slices.Reverse(order) // of two that say the same, the first is read
	slices.SortStableFunc(order, func(a, b *unit) int { return cmp.Compare(len(b.findings), len(a.findings)) })
	passed := false
	for _, least := range []int{0, 2} { // those that repeat all, then those that repeat half
		if passed {
			least /= 2
		}
		for _, u := range order {
			if !u.passed && u.repeats(sheets, least) {
				u.passed, passed = true, true
				for key := range u.distinct() {
					sheets[key]--
				}
			}
		}
	}
	if passed {
		r.takeOut(units)
	}
}

// units parts the findings by sheet, in reading order.
func (r *reader) units() []*unit {
	var out []*unit
	bySheet := map[string]*unit{}
	for i := range r.ledger.Findings {
		f := &r.ledger.Findings[i]
		u := bySheet[f.Pos.Sheet]
		if u == nil {
			u = &unit{sheet: f.Pos.Sheet}
			bySheet[u.sheet] = u
			out = append(out, u)
		}
		u.findings = append(u.findings, f)
		u.keys = append(u.keys, plainWords(f.Text.Text))
	}
	return out
}

// plainWords is a text for comparing: no blanks, half width, no final mark.
func plainWords(text string) string {
	return strings.TrimRight(ledger.HalfWidth(ledger.Squeeze(text)), "。.;,")
}

func (u *unit) distinct() map[string]bool {
	out := map[string]bool{}
	for _, key := range u.keys {
		out[key] = key != ""
	}
	delete(out, "")
	return out
}

// repeats reports whether every finding of u is in another sheet, too; or half of
// them, if they are at least so many and that is not 0.
func (u *unit) repeats(sheets map[string]int, least int) bool {
	n := 0
	for _, key := range u.keys {
		if sheets[key] > 1 {
			n++
		}
	}
	return n == len(u.keys) || least > 0 && n >= least && 2*n >= len(u.keys)
}

// takeOut joins the findings of the units that are passed over to those they repeat.
func (r *reader) takeOut(units []*unit) {
	left := map[string][]*ledger.Finding{}
	for _, u := range units {
		for i, f := range u.findings {
			if !u.passed && u.keys[i] != "" {
				left[u.keys[i]] = append(left[u.keys[i]], f)
			}
		}
	}
	gone := map[string]bool{} // the sheets passed over, and whether with nothing taken from them
	for _, u := range units {
		if u.passed {
			gone[u.sheet] = r.passOver(u, left)
		}
	}
	var findings []ledger.Finding
	for _, u := range units {
		for _, f := range u.findings {
			if !u.passed {
				findings = append(findings, *f)
			}
		}
	}
	r.ledger.Findings = findings
	r.ledger.Heads = slices.DeleteFunc(r.ledger.Heads, func(s ledger.Skip) bool { return gone[s.Pos.Sheet] })
	r.problems = slices.DeleteFunc(r.problems, func(p problem.Problem) bool { return p.Severity == problem.Warning && gone[p.Pos.Sheet] })
}

// passOver joins u to the findings that are left, by their keys, and says so. It
// reports whether nothing was taken from u.
func (r *reader) passOver(u *unit, left map[string][]*ledger.Finding) (nothing bool) {
	used := map[string]int{} // how many findings of a key were joined: the second is the second
	var sheets, fields []string
	var odd []*ledger.Finding
	for i, f := range u.findings {
		list := left[u.keys[i]]
		if len(list) == 0 {
			odd = append(odd, f)
			continue
		}
		base := list[min(used[u.keys[i]], len(list)-1)]
		used[u.keys[i]]++
		if name := "「" + base.Pos.Sheet + "」"; !slices.Contains(sheets, name) {
			sheets = append(sheets, name)
		}
		for _, field := range r.join(base, f) {
			if name := "「" + string(field) + "」"; !slices.Contains(fields, name) {
				fields = append(fields, name)
			}
		}
	}
	others := strings.Join(sheets, "")
	for i, f := range odd {
		like := ""
		if i < mostNearest {
			like = nearest(f, left)
		}
		r.report(twoPlaces, f.Pos, "这张表的问题大多和"+others+"的相同，这一条（“"+brief(f.Text.Raw)+"”）却没有一样的"+like,
			"是同一条的，把文字改成一样；"+others+"里漏了的，补进去；不是同一批问题的，两张表不要放在一个工作簿里")
	}
	reason := "和" + others + "的问题逐条相同，没有另外读入"
	if len(fields) > 0 {
		reason = "和" + others + "是同一批问题，不重复读入，只从这里补入" + strings.Join(fields, "")
	}
	r.skip(problem.Pos{File: r.ledger.File, Sheet: u.sheet}, reason)
	return len(fields) == 0
}

// nearest names the finding whose words begin most like f's, if any does.
func nearest(f *ledger.Finding, left map[string][]*ledger.Finding) string {
	const least = 4 // characters
	key := []rune(plainWords(f.Text.Text))
	var best *ledger.Finding
	longest := least - 1
	for other, list := range left {
		n := 0
		for i, r := range []rune(other) {
			if i >= len(key) || key[i] != r {
				break
			}
			n++
		}
		if n > longest || n == longest && best != nil && list[0].Pos.Compare(best.Pos) < 0 {
			best, longest = list[0], n
		}
	}
	if best == nil {
		return ""
	}
	return "，最像的是" + best.Text.Pos.From(f.Pos) + "“" + brief(best.Text.Raw) + "”"
}
