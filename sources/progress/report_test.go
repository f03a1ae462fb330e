package progress_test

import (
	"strings"
	"testing"

	"tongbao/sources/ledger"
	"tongbao/sources/progress"
)

func TestJoin(t *testing.T) {
	first := progress.Of(parse(t, mixed), "甲.xlsx", june30)
	second := progress.Of(parse(t, heading+"丙方面|一|1|问题|情况|正在整改|局长|办公 室|2026年6月1日\n"), "乙.xlsx", june30)
	again := progress.Of(parse(t, mixed), "丙.xlsx", june30)
	r := progress.New(june30, progress.Rate{}, []progress.Ledger{first, second, again}, []string{"坏.xlsx"})
	if r.Total.All != 29 || r.Total.Dues[progress.Overdue] != 9 || len(r.Overdue) != 9 {
		t.Errorf("%v, %d listed", r.Total, len(r.Overdue))
	}
	for i := range r.Overdue[1:] {
		if r.Overdue[i+1].Date.Before(r.Overdue[i].Date) {
			t.Errorf("item %d is out of order", i+1)
		}
	}
	var names []string
	for _, row := range r.Offices {
		sum, parts := 0, ""
		for _, p := range row.Parts {
			sum += p.All
			parts += p.Ledger + " "
		}
		if sum != row.All {
			t.Errorf("%s: parts %d, row %d", row.Name, sum, row.All)
		}
		names = append(names, row.Name+"="+parts)
	}
	if got := strings.Join(names, "|"); got != "办公室=甲.xlsx 乙.xlsx 丙.xlsx |财务室=甲.xlsx 丙.xlsx |=甲.xlsx 丙.xlsx " {
		t.Error(got)
	}
	if len(r.Repeats) != 1 || r.Repeats[0].String() != "丙.xlsx 和 甲.xlsx 的问题完全相同，可能是副本；都计入了" {
		t.Errorf("repeats %v", r.Repeats)
	}
	if one := progress.New(june30, progress.Rate{}, []progress.Ledger{first}, nil); one.Offices[0].Parts != nil || one.Total != first.Total {
		t.Errorf("one ledger alone: %+v", one.Offices[0])
	}
}

// However many copies there are, one sentence tells of them.
func TestCopies(t *testing.T) {
	var ledgers []progress.Ledger
	for _, name := range []string{"甲", "乙", "丙", "丁", "戊"} {
		ledgers = append(ledgers, progress.Of(parse(t, mixed), name, june30))
	}
	r := progress.New(june30, progress.Rate{}, ledgers, nil)
	if len(r.Repeats) != 1 || r.Repeats[0].String() != "乙、丙、丁 等 4 份台账 和 甲 的问题完全相同，可能是副本；都计入了" {
		t.Errorf("repeats %v", r.Repeats)
	}
}

// A merged ledger beside what it was merged from is told.
func TestMerged(t *testing.T) {
	all := parse(t, mixed)
	all.Findings[0].Source.Text, all.Findings[1].Source.Text = "甲.xlsx「整改台账」第4行", "丙.xlsx「整改台账」第4行"
	one := progress.Of(parse(t, heading+"丙方面|一|1|问题|情况|正在整改|局长|办公室|立行立改\n"), "支部/甲.xlsx", june30)
	two := progress.Of(parse(t, heading+"丁方面|一|1|问题|情况|正在整改|局长|办公室|立行立改\n"), "乙.xlsx", june30)
	r := progress.New(june30, progress.Rate{}, []progress.Ledger{one, two, progress.Of(all, "汇总.xlsx", june30)}, nil)
	if len(r.Repeats) != 1 || r.Repeats[0].String() != "汇总.xlsx 里有来自 支部/甲.xlsx 的问题（见「来源」栏），和它们一起统计，重复计入了" {
		t.Errorf("repeats %v", r.Repeats)
	}
}

func TestParseRate(t *testing.T) {
	for in, want := range map[string]string{
		"已完成/全部":            "已完成/全部",
		" 已完成 ÷ 全部 ":        "已完成/全部",
		"已完成＋基本完成／全部－长期坚持":  "已完成+基本完成/全部-长期坚持",
		"（长期坚持+已完成）/全部":     "已完成+长期坚持/全部",
		"已完成/（全部-未完成-长期坚持）": "已完成/全部-长期坚持-未完成",
		"":            "",
		"已完成":         "",
		"全部/全部":       "",
		"基本完成/全部":     "",
		"已完成/40":      "",
		"已完成/全部+长期坚持": "",
		"已完成+长期坚持/全部-长期坚持":     "",
		"已完成/全部-已完成":           "",
		"已完成+已完成/全部":           "",
		"已完成/全部-":              "",
		"已完成/全部/全部":            "",
		"已完成+差不多/全部":           "",
		"已完成/全部-不认识的状态":        "",
		"已完成/全部-长期坚持-长期坚持":     "",
		"已完成+基本完成+正在整改/全部-未完成": "已完成+基本完成+正在整改/全部-未完成",
	} {
		r, ok := progress.ParseRate(in)
		if ok != (want != "") || ok && r.String() != want {
			t.Errorf("%q: %q, %v", in, r.String(), ok)
		}
	}
}

func TestSentence(t *testing.T) {
	c := progress.Counts{All: 40}
	c.States[ledger.Completed], c.States[ledger.BasicallyDone], c.States[ledger.LongTerm] = 29, 1, 6
	for formula, want := range map[string]string{
		"已完成/全部":           "完成率 = 已完成 29 ÷ 全部 40 = 72.5%",
		"已完成+基本完成/全部":      "完成率 =（已完成 29＋基本完成 1）÷ 全部 40 = 30 ÷ 40 = 75.0%",
		"已完成/全部-长期坚持":      "完成率 = 已完成 29 ÷（全部 40－长期坚持 6）= 29 ÷ 34 = 85.3%",
		"已完成+基本完成/全部-长期坚持": "完成率 =（已完成 29＋基本完成 1）÷（全部 40－长期坚持 6）= 30 ÷ 34 = 88.2%",
	} {
		r, _ := progress.ParseRate(formula)
		if got := r.Sentence(c); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

// Half a tenth of a percent is rounded up, and no base gives no rate.
func TestPercent(t *testing.T) {
	for want, c := range map[string][2]int{
		"0.0%": {0, 7}, "100.0%": {7, 7}, "66.7%": {2, 3}, "33.3%": {1, 3}, "0.1%": {1, 2000}, "0.2%": {3, 2000}, "—": {0, 0}, "12.5%": {1, 8}, "6.3%": {1, 16},
	} {
		if got := progress.Percent(c[0], c[1]); got != want {
			t.Errorf("%v: %s, want %s", c, got, want)
		}
	}
	for base := 1; base < 300; base++ {
		for done := range base + 1 {
			n, _ := progress.PerMille(done, base)
			if diff := 2000*done - 2*n*base; diff < -base || diff >= base { // done/base in [n-½, n+½) thousandths
				t.Fatalf("%d of %d is %d‰", done, base, n)
			}
		}
	}
}
