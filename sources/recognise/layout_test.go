package recognise_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tongbao/sources/recognise"
)

// What is explained of a book: every sheet; of a table its rows in blocks, of a sheet
// without one the header that is most like one; each column and why.
func TestExplain(t *testing.T) {
	book, in := readBook(t, `# 台账
某局台账|||||
序号|反馈问题|整改情况（内部）|整改情况（公开）|整改情况（公开）|得分|我局的栏
1|甲。|内部|改了。|另一版|5|办公室
2|乙。|内部|改了。|另一版|5|办公室

小计|2||||
3|丙。|内部|改了。|另一版|5|办公室|没有栏名的
# 没认出
编号|指出事项|整改情况
1|甲。|改了。
# 空的
# 再一遍
序号|反馈问题|整改情况（公开）
1|甲。|改了。
# 填表说明
编号|要填|怎样填
整改情况|必填|写清楚
! column 我局的栏 责任部门
! hide 空的
`)
	var got []string
	for _, s := range recognise.Explain(book, in) {
		got = append(got, fmt.Sprintf("%s %v %s", s.Name, s.Hidden, s.Reason))
		for _, x := range s.Tables {
			got = append(got, fmt.Sprint(x.HeaderRows, x.Blocks, x.Findings, x.Rows)+" "+columns(x.Columns))
		}
		if s.Guess != nil {
			got = append(got, fmt.Sprint("guess ", s.Guess.HeaderRows)+" "+columns(s.Guess.Columns))
		}
		for _, x := range slices.Concat(s.Heads, s.Skipped) {
			got = append(got, x.Pos.Address()+" "+x.Reason)
		}
	}
	want := []string{
		"台账 false ",
		"[2 2] [{3 4 2} {7 7 1}] 3 3 A 序号 1 " +
			"B 反馈的具体问题 2 C 标明不对外公开 D 整改情况 3 E 「整改情况」已有另一栏 F 不认识的栏名 G 责任部门 4 H 没有栏名",
		"A1 读作台账名称“某局台账”",
		" 合计行“小计”",
		"没认出 false 既不是台账，也不是通报要素，整张表没有读入“编号”",
		"guess [1 1] A 序号 2 B 不认识的栏名 C 整改情况 1",
		"空的 true 空表",
		"再一遍 false 和「台账」的问题逐条相同，没有另外读入",
		"[1 1] [{2 2 1}] 1 1 A 序号 1 B 反馈的具体问题 2 C 整改情况 3",
		"填表说明 false 说明，整张表不读",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// columns is each column with what it is read as and how, or why it is not.
func columns(list []recognise.ColumnLayout) string {
	var out []string
	for _, c := range list {
		letter := string(rune('A' + c.Col - 1))
		if c.How == recognise.NotRead {
			out = append(out, letter+" "+c.Reason)
			continue
		}
		out = append(out, fmt.Sprintf("%s %s %d", letter, c.Field, c.How))
	}
	return strings.Join(out, " ")
}
