package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"tongbao/report/internal/opc"
	"tongbao/report/workbook"
	"tongbao/sources"
	"tongbao/sources/compare"
	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// version is a ledger of lines 问题类别|主要问题|序号|反馈的具体问题|完成情况|整改时限|整改情况.
func version(t *testing.T, file, lines string) *ledger.Ledger {
	t.Helper()
	l, problems := recognise.Ledger(grid.Parse(file, "# 台账\n问题类别|主要问题|序号|反馈的具体问题|完成情况|整改时限|整改情况\n"+lines), nil)
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	return l
}

func diff(t *testing.T, before, after *ledger.Ledger) []byte {
	t.Helper()
	r := compare.Ledgers(before, after)
	today := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	if err := workbook.WriteDiff(&b, workbook.Diff{Result: r, OldFile: before.File, NewFile: after.File, Today: today,
		Late: r.Late(today, today.AddDate(0, -1, 0)), Since: today.AddDate(0, -1, 0), Notes: []string{"有一栏没有比较"}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Each finding of both ledgers stands in 变化 or in 没有变化, with what became of it.
func TestDiff(t *testing.T) {
	long := strings.Repeat("字", 40000)
	data := diff(t,
		version(t, "旧.xlsx", "甲|子|1|学习不够|已完成|2026年2月10日|学了\n||2|记录不全|已完成|立行立改|补了\n||3|培训偏少|已完成|立行立改|训了\n||4|一季度没有召开民主生活会征求意见|未完成|长期坚持|没开\n||5|设备没有入账|未完成|立行立改|"+long),
		version(t, "新.xlsx", "甲|子|1|学习不够|正在整改|2026年2月10日|学了\n||2|记录不全|已完成|立行立改|补了\n||4|公车没有台账|未完成|立行立改|在建\n"+
			"甲|丑|6|二季度没有召开民主生活会征求意见|未完成|长期坚持|没开\n||7|三季度没有召开民主生活会征求意见|未完成|长期坚持|没开\n甲|子|5|设备没有入账|未完成|立行立改|入账"))
	if !opc.Canonical(data) || sources.Made(data) != "对比" {
		t.Errorf("not reproducible, or not known as a report: %q", sources.Made(data))
	}
	f := open(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"概况", "变化", "逾期", "没有变化"}) {
		t.Errorf("sheets %q", got)
	}
	lines := func(sheet string, cols ...int) string {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, row := range rows[3:] {
			var cells []string
			for _, c := range cols {
				text := ""
				if c < len(row) {
					text = row[c]
				}
				cells = append(cells, ledger.Brief(text, 12))
			}
			out = append(out, strings.Join(cells, " "))
		}
		return strings.Join(out, "\n")
	}
	want := "重新打开 1 1 学习不够 完成情况 已完成 正在整改 「台账」E2 「台账」E2\n" +
		"删除 3  培训偏少 （整条） 已完成  「台账」第4行 \n" +
		"分不清 4  一季度没有召开民主生活会…… （整条） 未完成  「台账」第5行 \n" +
		"分不清  6 二季度没有召开民主生活会…… （整条）  未完成  「台账」第5行\n" +
		"分不清  7 三季度没有召开民主生活会…… （整条）  未完成  「台账」第6行\n" +
		"新增  4 公车没有台账 （整条）  未完成  「台账」第4行\n" +
		"变更 5 5 设备没有入账 整改情况 字字字字字字字字字字字字…… 入账 「台账」G6 「台账」G7"
	if got := lines("变化", 0, 1, 2, 4, 5, 6, 7, 8, 9); got != want {
		t.Errorf("变化:\n%s\nwant:\n%s", got, want)
	}
	if got := lines("没有变化", 0, 3); got != "2 记录不全" {
		t.Errorf("没有变化: %s", got)
	}
	if got := lines("逾期", 0, 1, 3, 4); got != "是 1 学习不够 2026年2月10日" {
		t.Errorf("逾期: %s", got)
	}
	if rows, _ := f.GetRows("变化"); !strings.HasSuffix(rows[9][6], "……（全文 40000 字，一格写不下，见台账）") {
		t.Error("a long cell is cut in silence")
	}
}
