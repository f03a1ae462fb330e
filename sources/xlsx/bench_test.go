package xlsx

import (
	"fmt"
	"strings"
	"testing"
)

// ledger is a workbook of n findings, 13 columns as an office keeps them: long
// texts of their own, and words that repeat.
func ledgerBook(n int) []byte {
	var rows, table strings.Builder
	count := 0
	text := func(s string) int {
		fmt.Fprintf(&table, `<si><t xml:space="preserve">%s</t></si>`, s)
		count++
		return count - 1
	}
	words := []int{text("已完成"), text("党组书记、局长"), text("办公室"), text("2023年6月30日"), text("已销号")}
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&rows, `<row r="%d" ht="90" customHeight="1"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="1"><v>%d</v></c>`, i, i, i, i, i)
		finding := text(fmt.Sprintf("第%d个问题：落实责任制不到位，%s", i, strings.Repeat("研究部署不够经常，", 3)))
		rectified := text(fmt.Sprintf("（%d）%s", i, strings.Repeat("一是制定并落实工作方案，明确责任人和完成时限。&#10;", 12)))
		for j, id := range []int{finding, rectified, words[0], words[1], words[2]} {
			fmt.Fprintf(&rows, `<c r="%c%d" s="1" t="s"><v>%d</v></c>`, 'D'+j, i, id)
		}
		fmt.Fprintf(&rows, `<c r="I%d" s="1"><v>%d</v></c><c r="J%d" s="1" t="s"><v>%d</v></c><c r="K%d" s="1"><v>45085</v></c>`, i, 44986+i%300, i, words[3], i)
		fmt.Fprintf(&rows, `<c r="L%d" s="1" t="s"><v>%d</v></c><c r="M%d" s="1" t="s"><v>%d</v></c></row>`, i, text(fmt.Sprintf("附件%d-1", i)), i, words[4])
	}
	parts := with(workbook1(sheetXML(rows.String(), "")), stylesPath, stylesXML(`yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;`))
	return pack(with(parts, stringsPath, `<sst `+mainSpace+`>`+table.String()+`</sst>`))
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{40, 400, 4000} {
		data := ledgerBook(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, err := Read("台账.xlsx", data, Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
