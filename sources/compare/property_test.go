package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
)

// Whatever two ledgers hold, each finding stands in the result exactly once; a
// ledger does not differ from itself; and exchanged ledgers give the same result
// the other way round.
func TestAnyLedgers(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		a := any(r, "旧.xlsx", 1+r.IntN(30))
		b := any(r, "新.xlsx", 1+r.IntN(30))
		if r.IntN(4) > 0 {
			b = edited(r, a)
		}
		there, back := compare.Ledgers(a, b), compare.Ledgers(b, a)
		once(t, seed, there, a, b)
		if x, y := outline(there, false), outline(back, true); x != y {
			t.Fatalf("seed %d:\n%s\nthe other way round:\n%s", seed, x, y)
		}
		if same := compare.Ledgers(a, edited(nil, a)); same.Count(compare.Same) != len(a.Findings) {
			t.Fatalf("seed %d: a ledger differs from itself:\n%s", seed, outline(same, false))
		}
	}
}

// once holds r to every finding of both ledgers.
func once(t *testing.T, seed uint64, r *compare.Result, a, b *ledger.Ledger) {
	t.Helper()
	seen := map[*ledger.Finding]int{}
	for _, p := range r.Pairs {
		seen[p.Old]++
		seen[p.New]++
	}
	for _, d := range r.Doubts {
		if len(d.Old) == 0 || len(d.New) == 0 || len(d.Old)+len(d.New) < 3 {
			t.Errorf("seed %d: no doubt: %s", seed, tell(r))
		}
		for _, f := range slices.Concat(d.Old, d.New) {
			seen[f]++
		}
	}
	for _, f := range slices.Concat(r.Added, r.Removed) {
		seen[f]++
	}
	for _, l := range []*ledger.Ledger{a, b} {
		for i := range l.Findings {
			if n := seen[&l.Findings[i]]; n != 1 {
				t.Errorf("seed %d: %v is there %d times", seed, l.Findings[i].Pos, n)
			}
		}
	}
	if len(seen) != len(a.Findings)+len(b.Findings) {
		t.Errorf("seed %d: %d findings", seed, len(seen))
	}
}

// outline is r by rows, or as r turned round would be.
func outline(r *compare.Result, turned bool) string {
	row := func(f *ledger.Finding) string { return strconv.Itoa(f.Pos.Row) }
	all := func(list []*ledger.Finding) string {
		var out []string
		for _, f := range list {
			out = append(out, row(f))
		}
		slices.Sort(out)
		return strings.Join(out, ",")
	}
	var out []string
	say := func(kind, from, to string) {
		if turned {
			from, to = to, from
		}
		out = append(out, kind+" "+from+"→"+to)
	}
	for _, p := range r.Pairs {
		kind, back := p.Kind(), map[compare.Kind]compare.Kind{compare.Closed: compare.Reopened, compare.Reopened: compare.Closed}
		if other, ok := back[kind]; ok && turned {
			kind = other
		}
		say(fmt.Sprint(kind.Name(), p.How, p.Likeness, len(p.Changes)), row(p.Old), row(p.New))
	}
	for _, d := range r.Doubts {
		say("ambiguous", all(d.Old), all(d.New))
	}
	say("alone", all(r.Removed), all(r.Added))
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// any is a ledger of words from a small store, so that much is alike.
func any(r *rand.Rand, file string, n int) *ledger.Ledger {
	l := &ledger.Ledger{File: file}
	for i := range n {
		f := finding(file, measures(r)...)
		f.Pos.Row = 2 + i
		f.Text.Cell = ledger.NewCell(f.Pos, words(r, 1+r.IntN(5)))
		f.Group.Cell, f.Problem.Cell = ledger.NewCell(f.Pos, words(r, 1)), ledger.NewCell(f.Pos, words(r, 1))
		f.No = ledger.NewCell(f.Pos, strconv.Itoa(1+r.IntN(n)))
		l.Findings = append(l.Findings, f)
	}
	return l
}

func measures(r *rand.Rand) (rows []string) {
	for range 1 + r.IntN(3) {
		rows = append(rows, words(r, 1+r.IntN(3))+"|"+[]string{"已完成", "正在整改", "长期坚持", ""}[r.IntN(4)])
	}
	return rows
}

func words(r *rand.Rand, n int) string {
	store := []string{"理论学习", "不够扎实", "制度", "没有", "落实", "财务管理", "审核", "不严", "培训", "偏少", "党员", "设备"}
	var out strings.Builder
	for range n {
		out.WriteString(store[r.IntN(len(store))])
	}
	return out.String()
}

// edited is a copy of l with edits of every kind; without r it is a mere copy.
func edited(r *rand.Rand, l *ledger.Ledger) *ledger.Ledger {
	out := &ledger.Ledger{File: "新.xlsx"}
	for _, f := range l.Findings {
		f.Further = slices.Clone(f.Further)
		out.Findings = append(out.Findings, f)
	}
	if r == nil {
		return out
	}
	for range r.IntN(10) {
		i := r.IntN(len(out.Findings))
		f := &out.Findings[i]
		switch r.IntN(8) {
		case 0:
			f.Text.Text += words(r, 1)
		case 1:
			f.Group.Text = words(r, 1)
		case 2:
			f.Status = ledger.ParseStatus(ledger.NewCell(f.Pos, "已完成"))
		case 3:
			if len(out.Findings) > 1 {
				out.Findings = slices.Delete(out.Findings, i, i+1)
			}
		case 4:
			out.Findings = slices.Insert(out.Findings, i, any(r, "新.xlsx", 1).Findings[0])
		case 5:
			f.No.Text = strconv.Itoa(r.IntN(40))
		case 6:
			f.Further = append(f.Further, finding("新.xlsx", measures(r)...).Measure)
		case 7:
			out.Findings = append(out.Findings, *f)
		}
	}
	for i := range out.Findings {
		out.Findings[i].Pos.Row = 2 + i
	}
	return out
}

// BenchmarkLedgers compares 4,000 findings with as many; under alike, all are nearly
// the same and all are changed.
func BenchmarkLedgers(b *testing.B) {
	for _, c := range []struct {
		name    string
		changed int // in per cent
	}{{"same", 0}, {"tenth", 10}, {"all", 100}, {"alike", 100}} {
		r := rand.New(rand.NewPCG(1, 2))
		before := any(r, "旧.xlsx", 4000)
		for i := range before.Findings {
			before.Findings[i].Text.Text = fmt.Sprint(words(r, 8), i, words(r, 8))
			if c.name == "alike" {
				before.Findings[i].Text.Text = fmt.Sprint("第", i, "项整改措施没有落实到位，责任没有压实，监督检查流于形式。")
			}
			before.Findings[i].Rectification = ledger.NewCell(before.Findings[i].Pos, strings.Repeat(words(r, 10), 8))
		}
		after := edited(nil, before)
		for i := range after.Findings {
			if i%100 < c.changed {
				after.Findings[i].Text.Text += words(r, 2)
			}
		}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Ledgers(before, after)
			}
		})
	}
}
