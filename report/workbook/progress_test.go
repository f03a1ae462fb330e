package workbook_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
	"tongbao/report/workbook"
	"tongbao/sources"
	"tongbao/sources/grid"
	"tongbao/sources/progress"
	"tongbao/sources/recognise"
)

const progressLedger = `# 整改台账
填报单位：某区文旅局
问题类别|主要问题|序号|反馈的具体问题|整改情况|完成情况|责任领导|责任部门|整改时限
（一）甲方面|一|1|按时完成|情况|已完成|局长|办公室|2026年6月29日
（一）甲方面|一|2|<逾期>&"一天"|情况|正在整改|局长|办公室、财务室|2026年6月29日
（一）甲方面|一|3|=1+1|情况|基本完成|副局长|财务室|2026年7月30日
（二）乙方面|二|4|时限没有日期|情况|未完成||财务室|2个月内
`

// progressOf is a report on ledgers of these names, all alike, but for the text of
// the first finding of each.
func progressOf(t *testing.T, rate string, names ...string) *progress.Report {
	t.Helper()
	o := progress.Options{Today: time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC), Within: 30}
	var ledgers []progress.Ledger
	for i, name := range names {
		text := strings.Replace(progressLedger, "按时完成", fmt.Sprintf("按时完成%d", i), 1)
		l, problems := recognise.Ledger(grid.Parse(name, text), nil)
		if problems.Err() != nil {
			t.Fatal(problems)
		}
		ledgers = append(ledgers, progress.Of(l, name, o))
	}
	formula, ok := progress.ParseRate(rate)
	if !ok {
		t.Fatal(rate)
	}
	r := progress.New(o, formula, ledgers, nil)
	return &r
}

func writeProgress(t *testing.T, r *progress.Report, links map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.WriteProgress(&b, r, links); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// raw is the rows of a sheet as they are stored, without formats.
func raw(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestProgressTotals(t *testing.T) {
	f := open(t, writeProgress(t, progressOf(t, "已完成+基本完成/全部-未完成", "甲.xlsx"), nil))
	rows := raw(t, f, "进度统计")
	want := `巡察整改进度统计表
台账：某区文旅局（甲.xlsx）　　统计日期：2026年6月30日
完成率 =（已完成 1＋基本完成 1）÷（全部 4－未完成 1）= 2 ÷ 3 = 66.7%（四舍五入）
项目|全部|已完成|基本完成|正在整改|长期坚持|未完成|状态⏎不认识|状态⏎未填写|完成率⏎（已完成＋基本完成）÷（全部－未完成）|逾期|30天内⏎到期|时限⏎无日期
合计|4|1|1|1|0|1|0|0|0.667|1|1|1
按问题类别|||||||||||||
甲方面|3|1|1|1|0|0|0|0|0.667|1|1|0
乙方面|1|0|0|0|0|1|0|0|—|0|0|1
按责任部门（一条由几个部门承办的，各计一次）|||||||||||||
办公室|2|1|0|1|0|0|0|0|0.5|1|0|0
财务室|3|0|1|1|0|1|0|0|0.5|1|1|1
按责任领导（一条由几位领导负责的，各计一次）|||||||||||||
局长|2|1|0|1|0|0|0|0|0.5|1|0|0
副局长|1|0|1|0|0|0|0|0|1|0|1|0
（未填写）|1|0|0|0|0|1|0|0|—|0|0|1
`
	var got strings.Builder
	for _, row := range rows[:15] {
		got.WriteString(strings.ReplaceAll(strings.Join(row, "|"), "\n", "⏎") + "\n")
	}
	trim := regexp.MustCompile(`\|+\n`)
	if g := trim.ReplaceAllString(got.String(), "\n"); g != trim.ReplaceAllString(want, "\n") {
		t.Errorf("got\n%s", g)
	}
	if shown, err := f.GetCellValue("进度统计", "J5"); err != nil || shown != "66.7%" {
		t.Errorf("the rate shows as %q, %v", shown, err)
	}
	for cell, late := range map[string]bool{"K5": true, "K8": false, "K10": true, "L5": false} {
		id, _ := f.GetCellStyle("进度统计", cell)
		if s, err := f.GetStyle(id); err != nil || (len(s.Fill.Color) > 0) != late {
			t.Errorf("%s: fill %v, %v", cell, s.Fill, err)
		}
	}
	said := strings.Join(slices.Concat(rows[16:]...), "\n")
	for _, rule := range []string{"逾期：", "30天内到期：", "时限无日期：", "合计按问题计", "时限无日期的：“2个月内”一类 1"} {
		if !strings.Contains(said, rule) {
			t.Errorf("%s is not explained in\n%s", rule, said)
		}
	}
}

// Of several ledgers each has its row, and what each has of a name stands under it.
func TestProgressOfSeveral(t *testing.T) {
	r := progressOf(t, "已完成/全部", "甲.xlsx", "乙.xlsx")
	r.Left, r.Passed = []string{"坏.xlsx"}, []string{"旧.xls"}
	f := open(t, writeProgress(t, r, nil))
	rows := raw(t, f, "进度统计")
	var names []string
	for _, row := range rows[4:] {
		if len(row) > 0 {
			names = append(names, row[0])
		}
	}
	want := "合计 按台账 某区文旅局（甲.xlsx） 某区文旅局（乙.xlsx） 按问题类别 甲方面 甲.xlsx 乙.xlsx 乙方面 甲.xlsx 乙.xlsx 按责任部门"
	if got := strings.Join(names, " "); !strings.HasPrefix(got, want) {
		t.Errorf("got %s", got)
	}
	if rows[1][0] != "台账：2 份；未计入 1 份，见表后　　统计日期：2026年6月30日" {
		t.Error(rows[1])
	}
	said := strings.Join(names, "\n")
	if !strings.Contains(said, "未计入 1 份（读不了，或有错误影响计数）：坏.xlsx") || !strings.Contains(said, "文件夹里没有读的别的表格、子文件夹 1 项（锁文件、报告、标注副本不算）：旧.xls") {
		t.Error(said)
	}
	for row, want := range map[int]uint8{9: 0, 10: 1, 11: 1, 12: 0} {
		if got, err := f.GetRowOutlineLevel("进度统计", row+1); err != nil || got != want {
			t.Errorf("row %d: outline %d", row+1, got)
		}
	}
}

func TestProgressLists(t *testing.T) {
	r := progressOf(t, "已完成/全部", "甲.xlsx", "乙 #1.xlsx")
	data := writeProgress(t, r, map[string]string{"乙 #1.xlsx": "夹/乙 #1.xlsx"})
	f := open(t, data)
	for sheet, want := range map[string]string{
		"逾期清单":    `甲.xlsx|整改台账|I4|2|<逾期>&"一天"|正在整改|办公室⏎财务室|局长|2026年6月29日|46202|1`,
		"近期到期清单":  `甲.xlsx|整改台账|I5|3|=1+1|基本完成|财务室|副局长|2026年7月30日|46233|30`,
		"时限无日期清单": `甲.xlsx|整改台账|I6|4|时限没有日期|未完成|财务室|（未填写）|2个月内`,
	} {
		rows := raw(t, f, sheet)
		if len(rows) != 5 || strings.ReplaceAll(strings.Join(rows[3], "|"), "\n", "⏎") != want || rows[4][0] != "乙 #1.xlsx" {
			t.Errorf("%s: %q", sheet, rows[3:])
		}
		if formula, err := f.GetCellFormula(sheet, "E4"); err != nil || formula != "" {
			t.Errorf("%s: formula %q", sheet, formula)
		}
		if p, err := f.GetPanes(sheet); err != nil || !p.Freeze || p.YSplit != 3 {
			t.Errorf("%s: %+v", sheet, p)
		}
		if l, err := f.GetPageLayout(sheet); err != nil || *l.Size != 9 || *l.Orientation != "landscape" || *l.FitToWidth != 1 {
			t.Errorf("%s: %+v", sheet, l)
		}
	}
	xml, err := opc.ReadPart(data, "xl/worksheets/sheet2.xml", 1<<20)
	if err != nil || !strings.Contains(string(xml), `<hyperlink ref="C5" location="&#39;整改台账&#39;!I4" r:id="rId1">`) || strings.Contains(string(xml), `ref="C4"`) {
		t.Errorf("%v, links %s", err, regexp.MustCompile(`<hyperlink .*?>`).FindAll(xml, -1))
	}
	if rels, err := opc.ReadPart(data, "xl/worksheets/_rels/sheet2.xml.rels", 1<<20); err != nil || !strings.Contains(string(rels), `Target="夹/乙%20%231.xlsx"`) {
		t.Errorf("%v, %s", err, rels)
	}
}

// An empty list says that it is.
func TestProgressOfNothing(t *testing.T) {
	r := progressOf(t, "已完成/全部", "甲.xlsx")
	r.Overdue = nil
	rows := raw(t, open(t, writeProgress(t, r, nil)), "逾期清单")
	if len(rows) != 3 || rows[1][0] != "没有逾期的，按 2026年6月30日 计算" {
		t.Error(rows)
	}
}

// The report is no ledger, and says of itself what it is.
func TestProgressIsNoLedger(t *testing.T) {
	data := writeProgress(t, progressOf(t, "已完成/全部", "甲.xlsx", "乙.xlsx"), map[string]string{"甲.xlsx": "甲.xlsx"})
	if !bytes.Equal(data, writeProgress(t, progressOf(t, "已完成/全部", "甲.xlsx", "乙.xlsx"), map[string]string{"甲.xlsx": "甲.xlsx"})) || !opc.Canonical(data) {
		t.Error("two reports differ, or are not reproducible packages")
	}
	if made := sources.Made(data); made != "进度" {
		t.Errorf("made as %q", made)
	}
	f := open(t, data)
	l, problems := read(t, f)
	if len(l.Findings) > 0 || len(l.Tables) > 0 {
		t.Errorf("%d findings in a report", len(l.Findings))
	}
	for _, p := range problems {
		if p.Code == "L402" {
			t.Errorf("a list looks like a ledger: %v", p)
		}
	}
}

// What does not fit a cell is cut aloud, and a name of many lines stays one.
func TestProgressLongTexts(t *testing.T) {
	r := progressOf(t, "已完成/全部", "甲.xlsx")
	r.Overdue[0].Text = strings.Repeat("长", 40000)
	r.Offices[0].Name = "办公室\n（机关党委）"
	f := open(t, writeProgress(t, r, nil))
	if text := raw(t, f, "逾期清单")[3][4]; len([]rune(text)) > 32767 || !strings.HasSuffix(text, "见台账）") {
		t.Errorf("%d characters", len([]rune(text)))
	}
	if name := raw(t, f, "进度统计")[9][0]; name != "办公室 （机关党委）" {
		t.Errorf("%q", name)
	}
}
