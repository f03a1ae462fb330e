package check

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/sources/grid"
)

// Numbers that fit the other scope are one problem, not one a row, and the hint
// names the way out.
func TestScopeHint(t *testing.T) {
	const head = "# 整改台账\n问题类别|主要问题|序号|反馈的具体问题|整改情况|完成情况\n"
	for _, c := range []struct{ rows, hint string }{
		{rows("甲|子|1", "甲|子|2", "甲|丑|1", "乙|子|1", "乙|子|2"), "逐级编号"},
		{rows("甲|子|1", "甲|子|2", "甲|丑|3", "乙|子|4") + "# 基本信息\n栏目|内容\n编号方式|逐级编号\n", "连续编号"},
	} {
		l := load(t, grid.Parse("例.xlsx", head+c.rows))
		var hints []string
		for _, p := range Ledger(l) {
			if p.Code >= "L431" && p.Code <= "L433" {
				hints = append(hints, p.Hint)
			}
		}
		if len(hints) != 1 || !strings.Contains(hints[0], "把它改为"+c.hint) {
			t.Errorf("want one problem that says %s, got %q", c.hint, hints)
		}
	}
}

// rows are findings of a 问题类别, 主要问题 and 序号.
func rows(heads ...string) string {
	var b strings.Builder
	for i, h := range heads {
		fmt.Fprintf(&b, "%s|第%d件。|建立了制度。|正在整改\n", h, i)
	}
	return b.String()
}
