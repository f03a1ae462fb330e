package main

import (
	"fmt"
	"slices"
	"strings"

	"tongbao/fonts"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// refuseFonts ends a run whose fonts cannot be used, before any ledger is read.
func (u *ui) refuseFonts(verb string, l problem.List) error {
	if u.json {
		if err := u.writeJSON(runJSON{Verb: verb, Exit: exitData, Fonts: &fontsJSON{Styles: []styleJSON{}, Faces: []faceJSON{}, Problems: problemsJSON(l)}}); err != nil {
			return err
		}
		return reported{exitData}
	}
	u.problems(l)
	u.warn("字体有 %d 处错误，没有生成文件；规则见 tongbao explain %s", l.Count(problem.Error), firstError(l))
	return reported{exitData}
}

// openFonts opens the fonts of a run over ledgers and tells which are used; an
// error ends the run.
func (u *ui) openFonts(verb string, o fontOptions, severity *severityOptions) (officeFonts, error) {
	f, err := o.open()
	if err != nil {
		return f, err
	}
	f.problems = severity.apply(f.problems)
	if f.problems.Err() != nil {
		return f, u.refuseFonts(verb, f.problems)
	}
	u.ownFonts(f)
	return f, nil
}

// substituted tells which characters of d the office's fonts did not have.
func (u *ui) substituted(d *draft, f officeFonts, s *setup.Setup) {
	if f.asked && d.failure() == nil && !u.quiet && !u.json {
		u.fellBack(fallbacks(d, s))
	}
}

// ownFonts tells which of the office's fonts a run uses.
func (u *ui) ownFonts(f officeFonts) {
	u.problems(f.problems)
	for _, style := range fonts.Styles() {
		if face := f.own[style]; face != nil {
			u.say("%s用 %s（%s）", style, face.Family(), origin(face))
		}
	}
	if len(f.own) > 0 && len(f.own) < len(fonts.Styles()) {
		u.say("其余用自带的字体（逐个见 tongbao fonts）")
	}
}

// origin is where a face comes from.
func origin(f *fonts.Face) string {
	path, index, own := f.File()
	switch {
	case !own:
		return "自带"
	case index > 0:
		return fmt.Sprintf("%s 里的第 %d 个", path, index+1)
	}
	return path
}

// concludeFonts lists the fonts and, of a ledger, what falls to which of them.
func (u *ui) concludeFonts(f officeFonts, d *survey) error {
	code := exitOK
	if d != nil && slices.ContainsFunc(d.fallbacks, func(x fallback) bool { return x.face == nil }) {
		code = exitData
	}
	if u.json {
		if err := u.writeJSON(newFontsJSON(f, d, code)); err != nil {
			return err
		}
	} else {
		u.problems(f.problems)
		u.chains(f.set)
		u.faces(f.set.Faces())
		if d != nil {
			u.survey(d)
		}
	}
	if code == exitOK {
		return nil
	}
	return reported{code}
}

// chains shows the order in which the faces of each style are asked.
func (u *ui) chains(set *fonts.Set) {
	u.result("每一类文字依次用这些字体，前一个没有的字用后一个：")
	for _, style := range fonts.Styles() {
		var names []string
		for _, f := range set.Chain(style) {
			names = append(names, f.Family())
		}
		u.result("  %s（%s）：%s", style, useOf(style), strings.Join(names, " → "))
	}
}

// faces describes each face.
func (u *ui) faces(all []*fonts.Face) {
	sets := fonts.Charsets()
	for _, f := range all {
		u.result("%s（%s，%s）%s", f.Family(), f.Name(), f.Version(), origin(f))
		u.result("    许可：%s；SHA-256 %s", f.Rights(), f.SHA256())
		var counts []string
		for _, c := range sets {
			if n := c.In(f); n > 0 {
				counts = append(counts, fmt.Sprintf("%s %d/%d", c.Name, n, c.Size))
			}
		}
		if len(counts) > 0 {
			u.result("    汉字：%s", strings.Join(counts, "，"))
		}
	}
}

// survey shows which characters of a ledger's notice the first faces lack.
func (u *ui) survey(d *survey) {
	if d.problems.Err() != nil {
		u.say("%s 还有错误，只看得到读进来的字；请先运行 tongbao check", d.file)
	}
	if len(d.fallbacks) == 0 {
		u.result("%s：每个字都在首选的字体里", d.file)
		return
	}
	u.result("%s：%d 个字不在首选的字体里", d.file, len(d.fallbacks))
	for _, x := range d.fallbacks {
		face := "没有字体能显示"
		if x.face != nil {
			face = "用" + x.face.Family()
		}
		u.result("  %c（%s）%s%s：%s", x.char, codePoint(x.char), x.style, face, positions(x.cells))
	}
}

// positions lists cells, the first of many, the sheet once; a place of no cell is
// text that the program writes, such as page numbers.
func positions(cells []problem.Pos) string {
	const most = 12
	var b strings.Builder
	sheet := ""
	for i, c := range cells[:min(len(cells), most)] {
		if i > 0 {
			b.WriteByte(' ')
		}
		if c.Sheet != sheet {
			sheet = c.Sheet
			b.WriteString("「" + sheet + "」")
		}
		switch {
		case c == (problem.Pos{}):
			b.WriteString("页码等程序写的文字")
		case c.Address() == "":
			c.Sheet = ""
			b.WriteString(c.String())
		default:
			b.WriteString(c.Address())
		}
	}
	if len(cells) > most {
		fmt.Fprintf(&b, " 等 %d 处（全部见 --json）", len(cells))
	}
	return b.String()
}

// fellBack tells in one line what the office's own fonts did not have.
func (u *ui) fellBack(list []fallback) {
	var chars []string
	for _, x := range list {
		if s := string(x.char); !slices.Contains(chars, s) {
			chars = append(chars, s)
		}
	}
	const most = 20
	more := ""
	if len(chars) > most {
		more = "等"
	}
	if n := len(chars); n > 0 {
		u.say("首选的字体里没有的 %d 个字用了后面的字体：%s%s（哪个字、在哪一格，用同样的选项运行 tongbao fonts）", n, strings.Join(chars[:min(n, most)], ""), more)
	}
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }
