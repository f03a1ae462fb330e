package merge

import (
	"fmt"
	"slices"
	"strings"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// join joins e to one of kept that says the same and comes from other ledgers.
// Rows that one office has twice are its own business.
func (j *joiner) join(kept []*entry, e *entry) bool {
	for _, k := range kept {
		if !slices.Contains(k.ledgers, e.ledgers[0]) && len(compare.Differences(k.Finding, e.Finding)) == 0 {
			k.ledgers = append(k.ledgers, e.ledgers[0])
			k.sources = append(k.sources, e.sources...)
			j.result.Joined++
			j.report(joined, e.Pos, "“"+brief(e.Text.Text)+"”和 "+k.Pos.String()+" 每一栏都相同，合成一条",
				"两处都写在「来源」里；本来是两条的，把文字写得不同再合并")
			return true
		}
	}
	return false
}

// contradict reports how e differs from the first of kept, if that comes from
// another ledger: it is the same finding.
func (j *joiner) contradict(kept []*entry, e *entry) {
	i := slices.IndexFunc(kept, func(k *entry) bool { return !slices.Contains(k.ledgers, e.ledgers[0]) })
	if i < 0 {
		return
	}
	k := kept[i]
	k.against, e.against = append(k.against, place(e.Finding)), append(e.against, place(k.Finding))
	if j.options.KeepBoth {
		j.report(keptBoth, e.Pos, "“"+brief(e.Text.Text)+"”和 "+k.Pos.String()+" 是同一条问题，写得不一样："+fields(k, e)+"；两行都保留",
			"两行排在一起，「来源」里注明了；核对后删去不要的一行")
		return
	}
	for _, c := range compare.Differences(k.Finding, e.Finding) {
		j.report(contradiction, at(c.New, e.Finding), unlike(c, k.Finding),
			"核对后两处改成一样，再合并；两行都要保留的，加 --conflicts keep-both；本来是两条的，把问题写得不同")
	}
}

// at is where a cell stands, or else its finding.
func at(c ledger.Cell, f *ledger.Finding) problem.Pos {
	if c.Pos == (problem.Pos{}) {
		return f.Pos
	}
	return c.Pos
}

// unlike says what a cell is here and what it is in k.
func unlike(c compare.Change, k *ledger.Finding) string {
	here, there := ledger.Excerpts(c.New.Text, c.Old.Text)
	where := at(c.Old, k).String()
	switch c.Row {
	case compare.RowAdded:
		return fmt.Sprintf("「%s」%s所在的一行，同一条问题在 %s 没有", c.Field, here, where)
	case compare.RowRemoved:
		return fmt.Sprintf("缺一行：同一条问题在 %s 有「%s」%s", where, c.Field, there)
	}
	return fmt.Sprintf("「%s」是%s，同一条问题在 %s 是%s", c.Field, here, where, there)
}

// fields names the fields in which two findings differ.
func fields(a, b *entry) string {
	var out []string
	for _, c := range compare.Differences(a.Finding, b.Finding) {
		if name := "「" + string(c.Field) + "」"; !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "")
}

// elsewhere warns of one text under different headings of two ledgers.
func (j *joiner) elsewhere() {
	first := map[string]*entry{}
	for _, e := range j.entries {
		key := ledger.Plain(e.Text.Text)
		k := first[key]
		switch {
		case key == "":
		case k == nil:
			first[key] = e
		case k.ledgers[0] != e.ledgers[0] && (k.group != e.group || k.problem != e.problem):
			j.report(otherHeading, e.Pos, "“"+brief(e.Text.Text)+"”和 "+k.Pos.String()+" 文字相同，写在不同的问题类别或主要问题下；两条都保留",
				"是同一条的，把问题类别、主要问题改成一样再合并；不是的不必改")
		}
	}
}
