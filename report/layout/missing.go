package layout

import (
	"fmt"
	"unicode"

	"tongbao/sources/problem"
)

// An absent is a character that no font has, in one cell.
type absent struct {
	r   rune
	src problem.Pos
}

// missing reports r at its cell, once.
func (t *setter) missing(r rune, src problem.Pos) {
	if t.reported[absent{r, src}] {
		return
	}
	t.reported[absent{r, src}] = true
	if !invisible(r) && unicode.IsGraphic(r) {
		t.problems = append(t.problems, missingGlyph.At(src,
			fmt.Sprintf("“%c”（U+%04X）没有字体能显示", r, r),
			"核对这个字；确是生僻字的，把有这个字的字体改名为 生僻字.ttf，用 --font-dir 写出它的文件夹，或改用通用的写法"))
		return
	}
	t.problems = append(t.problems, missingGlyph.At(src,
		fmt.Sprintf("含有看不见或显示不了的字符（U+%04X）", r),
		"在原处删去它，照原文重新输入"))
}
