package recognise_test

import (
	"fmt"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// BenchmarkLedger repeats the fixture's rows; time must grow with their number.
func BenchmarkLedger(b *testing.B) {
	for _, n := range []int{40, 400, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			book := repeated(n)
			b.ReportAllocs()
			for b.Loop() {
				l, problems := recognise.Ledger(book, &ledger.Info{})
				if len(l.Findings) != n || len(problems) > 0 {
					b.Fatal(len(l.Findings), problems)
				}
			}
		})
	}
}

// repeated is a plain ledger of n findings.
func repeated(n int) *grid.Book {
	text := "# 整改台账\n问题类别|主要问题|序号|反馈的具体问题|整改情况（拟公开）|整改状态|责任领导|责任股室|启动时间|整改时限|完成时间|佐证材料|备注\n"
	for i := range n {
		text += fmt.Sprintf("（一）聚焦基层方面|1.学习不到位|%d|理论学习中心组学习未按规定开展。|一是严格规范学习形式和学习程序。二是制定联席会议制度。|已完成|党组书记、局长|办公室|2023年3月1日|2023年6月30日|2023.4.8|附件1-1|/\n", i+1)
	}
	return grid.Parse("台账.xlsx", text)
}

// BenchmarkShapes is what takes more than one look: rows of one finding, sheets that
// repeat each other, heading words in each row, small tables. Time must grow with
// their number.
func BenchmarkShapes(b *testing.B) {
	const head = "序号|具体问题|整改措施|整改情况|佐证材料\n"
	rows := func(n int, row func(i int) string) string {
		out := ""
		for i := range n {
			out += row(i)
		}
		return out
	}
	one := func(i int) string { return fmt.Sprintf("%d|甲%d|措施|情况|附件\n", i+1, i) }
	for name, text := range map[string]func(n int) string{
		"further": func(n int) string {
			return "# 台账\n" + head + "1|甲|措施|情况\n" + rows(n, func(i int) string { return fmt.Sprintf("||措施%d|情况\n", i) })
		},
		"repeat": func(n int) string {
			return "# 汇总\n" + head + rows(n/2, one) + rows(n/2, func(i int) string { return fmt.Sprintf("# 表%d\n", i) + head + one(i) })
		},
		"small": func(n int) string {
			return "# 台账\n" + head + one(0) + rows(n/2, func(int) string { return "责任部门|条数\n办公室|3\n" })
		},
	} {
		for _, n := range []int{400, 4000} {
			b.Run(fmt.Sprint(name, n), func(b *testing.B) {
				book := grid.Parse("台账.xlsx", text(n))
				b.ReportAllocs()
				for b.Loop() {
					recognise.Ledger(book, &ledger.Info{})
				}
			})
		}
	}
}
