package compare_test

import (
	"strings"
	"testing"
	"time"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A finding of the rows 整改措施|完成情况|整改时限|完成时间|责任领导.
func finding(file string, rows ...string) ledger.Finding {
	f := ledger.Finding{Pos: problem.Pos{File: file, Sheet: "台账", Row: 2}}
	f.Text.Cell = ledger.NewCell(f.Pos, "学习不够")
	for i, text := range rows {
		m := ledger.Measure{Pos: problem.Pos{File: file, Sheet: "台账", Row: 2 + i}}
		cells := strings.Split(text, "|")
		cell := func(col int) ledger.Cell {
			at := m.Pos
			at.Col = col
			if col > len(cells) {
				return ledger.NewCell(at, "")
			}
			return ledger.NewCell(at, cells[col-1])
		}
		m.Measures, m.Leader = cell(1), cell(5)
		m.Status = ledger.ParseStatus(cell(2))
		m.Deadline = ledger.ParseDeadline(cell(3), ledger.Stored{})
		m.Completed = ledger.ParseDate(cell(4), ledger.Stored{}, false)
		if i == 0 {
			f.Measure = m
		} else {
			f.Further = append(f.Further, m)
		}
	}
	return f
}

// told is each change as 栏目 before→after, + and - for rows of one version only.
func told(changes []compare.Change) string {
	var out []string
	for _, c := range changes {
		out = append(out, []string{"", "+", "-"}[c.Row]+string(c.Field)+" "+c.Old.Text+"→"+c.New.Text)
	}
	return strings.Join(out, "; ")
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []string
		want     string
	}{
		{"one day in two ways", []string{"学|已完成|2023年6月底前|2023.6.8"}, []string{"学|已完成|2023年6月30日|2023年6月8日"}, ""},
		{"a word for nothing", []string{"学|已完成|立行立改|—|／"}, []string{"学|已完成|立行立改"}, ""},
		{"blanks", []string{"一是学。\n二是做。|已完成"}, []string{"一是学。 二是做。|已完成"}, ""},
		{"another word for the same state", []string{"学|已完成"}, []string{"学|已销号"}, "完成情况 已完成→已销号"},
		{"a month is not its last day", []string{"学|已完成||2023年6月"}, []string{"学|已完成||2023年6月30日"}, "完成时间 2023年6月→2023年6月30日"},
		{"the start of a range", []string{"学|已完成||2023年3月至6月"}, []string{"学|已完成||2023年4月至6月"}, "完成时间 2023年3月至6月→2023年4月至6月"},
		{"the first of two deadlines", []string{"学|正在整改|2023年3月底前建账，2023年6月底前销号"}, []string{"学|正在整改|2023年4月底前建账，2023年6月底前销号"},
			"整改时限 2023年3月底前建账，2023年6月底前销号→2023年4月底前建账，2023年6月底前销号"},
		{"a length of time", []string{"学|正在整改|2个月内"}, []string{"学|正在整改|3个月内"}, "整改时限 2个月内→3个月内"},
		{"rows change places", []string{"学|已完成|||甲", "做|正在整改|||乙"}, []string{"做|已完成|||乙", "学|已完成|||甲"}, "完成情况 正在整改→已完成"},
		{"a row put in", []string{"学|已完成", "做|已完成"}, []string{"学|已完成", "查|未完成|2023年6月8日", "做|已完成"},
			"+整改措施 →查; +完成情况 →未完成; +整改时限 →2023年6月8日"},
		{"a row taken out", []string{"学|已完成", "做|正在整改"}, []string{"学|已完成"}, "-整改措施 做→; -完成情况 正在整改→"},
		{"a row reworded among others", []string{"制定学习制度并组织实施|已完成", "开展监督检查|已完成", "建立台账|已完成"},
			[]string{"开展监督检查|已完成", "制定学习制度并抓好实施|已完成"}, "整改措施 制定学习制度并组织实施→制定学习制度并抓好实施; -整改措施 建立台账→; -完成情况 已完成→"},
		{"rows without measures, one more", []string{"|已完成|||甲"}, []string{"|已完成|||甲", "|正在整改|||乙"}, "+完成情况 →正在整改; +责任领导 →乙"},
		{"the better one of two alike rows", []string{"学|已完成|||甲", "学|已完成|||乙"}, []string{"学|已完成|||乙"}, "-整改措施 学→; -完成情况 已完成→; -责任领导 甲→"},
		{"rows without measures", []string{"|已完成|||甲", "|正在整改|||乙"}, []string{"|已完成|||甲", "|已完成|||乙"}, "完成情况 正在整改→已完成"},
	} {
		a, b := finding("旧.xlsx", c.old...), finding("新.xlsx", c.new...)
		if got := told(compare.Differences(&a, &b)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := compare.Differences(&a, &a); len(got) > 0 {
			t.Errorf("%s: differs from itself: %v", c.name, got)
		}
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     compare.Kind
	}{
		{"已完成", "正在整改", compare.Reopened},
		{"已销号", "", compare.Reopened},
		{"长期坚持", "未完成", compare.Reopened},
		{"正在整改", "已销号", compare.Closed},
		{"基本完成", "长期坚持", compare.Closed},
		{"已完成", "已销号", compare.Changed},
		{"待整改", "待验收", compare.Changed},
		{"已完成", "已完成", compare.Same},
	} {
		a, b := read(t, "旧.xlsx", "甲|子|1|学习不够|"+c.old+"|已学"), read(t, "新.xlsx", "甲|子|1|学习不够|"+c.new+"|已学")
		r := compare.Ledgers(a, b)
		if got := r.Pairs[0].Kind(); got != c.want || r.Count(c.want) != 1 {
			t.Errorf("%s→%s: %v, want %v", c.old, c.new, got, c.want)
		}
	}
	a, b := finding("旧.xlsx", "学|已完成", "做|已完成"), finding("新.xlsx", "学|已完成", "做|整改中")
	p := compare.Pair{Old: &a, New: &b}
	if p.Kind() != compare.Reopened {
		t.Errorf("one row of two: %v", p.Kind())
	}
}

// A column of one ledger only is told once, not at every finding.
func TestColumns(t *testing.T) {
	a, b := read(t, "旧.xlsx", "甲|子|1|学习不够|已完成|已学", "||2|培训偏少|已完成|已训"), read(t, "新.xlsx", "甲|子|1|学习不够|已完成|已学", "||2|培训偏少|已完成|已训")
	delete(b.Tables[0].Columns, ledger.FieldRectification)
	b.Tables[0].Columns[ledger.FieldLeader] = 7
	for i := range b.Findings {
		b.Findings[i].Rectification = ledger.Cell{}
	}
	b.Findings[0].Leader = ledger.NewCell(b.Findings[0].Pos, "馆长")
	r := compare.Ledgers(a, b)
	want := []compare.Column{{Field: ledger.FieldRectification, InNew: false, Filled: 2}, {Field: ledger.FieldLeader, InNew: true, Filled: 1}}
	if len(r.Columns) != 2 || r.Columns[0] != want[0] || r.Columns[1] != want[1] || r.Count(compare.Same) != 2 {
		t.Errorf("%v, %s", r.Columns, tell(r))
	}
}

func TestLate(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	make := func(file string, deadlines ...string) *ledger.Ledger {
		l := &ledger.Ledger{File: file}
		for i, d := range deadlines {
			f := finding(file, "学|正在整改|"+d)
			f.Text.Cell = ledger.NewCell(f.Pos, strings.Repeat("甲乙丙丁"[i*3:i*3+3], 5))
			l.Findings = append(l.Findings, f)
		}
		return l
	}
	r := compare.Ledgers(make("旧.xlsx", "2023年3月1日", "2023年6月30日", "2023年12月1日"), make("新.xlsx", "2023年3月1日", "2023年6月30日", "2023年12月1日", "2023年5月1日"))
	for _, c := range []struct {
		today, since, want string
	}{
		{"2023-07-01", "2023-04-01", "0 1! 3!"},
		{"2023-06-30", "2023-04-01", "0 3!"}, // the day itself is not past
		{"2023-07-01", "", "0 1 3"},
	} {
		since := time.Time{}
		if c.since != "" {
			since = day(c.since)
		}
		got := ""
		for _, late := range r.Late(day(c.today), since) {
			for i := range r.New.Findings {
				if late.Finding == &r.New.Findings[i] {
					got += " " + string(rune('0'+i))
				}
			}
			if late.Fresh {
				got += "!"
			}
		}
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%s since %s: %s, want %s", c.today, c.since, got, c.want)
		}
	}
}
