package sources_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// FuzzBook: from a workbook's cells to the problems nothing panics, twice the same
// comes out, and every problem has a place, a code and words.
func FuzzBook(f *testing.F) {
	f.Add("# 整改台账\n问题类别|序号|反馈的具体问题|整改情况|完成情况|整改时限|完成时间\n（一）甲|1|乙。|丙。|已完成|2023年6月底前|2023.5.8\n|2|丁|戊|长期坚持|立行立改|\n合计|2\n")
	f.Add("# 基本信息\n栏目|内容\n标题|关于整改的通报\n栏目对应|问题点：反馈的具体问题\n必填|佐证材料：已完成\n# 甲\n|序号|问题点|责任||\n||（1）己|领导|部门|\n1|2|3|4|5|6\n")
	f.Add("# 通报正文\n第一部分内容|（一）提高站位。\n\n第二部分内容|（台账）\n# 表\n序号|具体问题|整改情况\n1|1|1\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !strings.HasPrefix(text, "# ") {
			text = "# 整改台账\n" + text
		}
		l, problems := pipeline(text)
		again, same := pipeline(text)
		if !reflect.DeepEqual(l, again) || !reflect.DeepEqual(problems, same) {
			t.Fatalf("%q: read twice, it is not the same", text)
		}
		for _, p := range problems {
			if p.Code == "" || p.Message == "" || p.Pos.File == "" {
				t.Fatalf("%q: %+v", text, p)
			}
		}
	})
}

// pipeline is text as a workbook, read as far as its problems.
func pipeline(text string) (*ledger.Ledger, problem.List) {
	book := grid.Parse("台账.xlsx", text)
	var in ledger.Info
	problems := info.FromBook(&in, book)
	l, more := recognise.Ledger(book, &in)
	problems = append(problems, more...)
	return l, append(problems, check.Ledger(l)...)
}

// FuzzSniff: any bytes are a workbook, or a kind of file that has a name.
func FuzzSniff(f *testing.F) {
	for _, s := range []string{"", "PK\x03\x04", "PK\x05\x06", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "<html>", "序号,问题\n", "%PDF-", "\x09\x02\x06\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, _, err := sources.Read("台账.xlsx", data, sources.Limits{})
		if (err == nil) == (book == nil) {
			t.Fatalf("%q: book %v, %v", data, book != nil, err)
		}
		if err == nil {
			return
		}
		var words interface{ Words() (string, string) }
		if !errors.As(err, &words) {
			t.Fatalf("%q: %v has no words", data, err)
		}
		if what, next := words.Words(); what == "" || next == "" {
			t.Fatalf("%q: %v has no words", data, err)
		}
	})
}
