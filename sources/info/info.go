// Package info reads the notice's own data, from the sheets 基本信息 and 通报正文
// or from an --info file, into the same struct. What is missing is package
// check's business.
//
// A sheet of another name counts if its first column is 栏目, too. The sheets have
// two columns, 栏目 and 内容; in 通报正文 each row is one
// paragraph, and rows without a 栏目 continue the one above. An info file is YAML
// (JSON is YAML, too) with the same names or their English ones; keys (keys.go)
// has them all. What a file says replaces what the workbook says, key by key.
//
// The part that holds the ledger's findings is, in this order:
//   - the part whose 内容 is （台账）; its own paragraphs stand before that row; in
//     an info file the section with findings: true;
//   - part_two of an info file;
//   - the only part with a 标题 and no 内容 (it may have a 导语);
//   - 第二部分, if several parts are like that.
//
// Otherwise no part holds them, and package check reports it.
package info

import (
	"slices"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// sheetNames is the sheets with notice data; others are known by their 栏目. What
// stands in several must agree.
var sheetNames = []string{"基本信息", "通报正文"}

// FromBook sets what the sheets of b give. An empty value is kept with its cell.
func FromBook(in *ledger.Info, b *grid.Book) problem.List {
	var d draft
	in.Sheets = nil
	for _, name := range append(slices.Clone(sheetNames), "") {
		for i := range b.Sheets {
			s := &b.Sheets[i]
			own := slices.Contains(sheetNames, ledger.Squeeze(s.Name))
			if own && ledger.Squeeze(s.Name) == name || name == "" && !own && isNotice(s) {
				in.Sheets = append(in.Sheets, s.Name)
				d.join(readSheet(s))
			}
		}
	}
	d.pairs()
	d.apply(in)
	return d.problems
}

// FromYAML sets what data, an info file, gives, over what was set before.
// Positions carry file and the line.
func FromYAML(in *ledger.Info, file string, data []byte) problem.List {
	d := readYAML(file, data)
	in.Unreadable = d.unreadable
	d.apply(in)
	return d.problems
}
