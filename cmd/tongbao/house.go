package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/house"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// houseOptions name the file with an office's own layout rules.
type houseOptions struct{ file string }

func (o *houseOptions) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&o.file, "house", "", "单位版式`文件`（YAML）：行距、页边距、页码、三级标题加粗、字体")
}

// reads is files and the file that o names.
func (o houseOptions) reads(files []string) []string {
	if o.file == "" {
		return files
	}
	return append(files[:len(files):len(files)], o.file)
}

type houseJSON struct {
	File       string          `json:"file"`
	Departures []departureJSON `json:"departures"`
	Problems   []problemJSON   `json:"problems"`
}

type departureJSON struct {
	placeJSON
	What     string `json:"what"`
	House    string `json:"house"`
	Standard string `json:"standard"`
	Clause   string `json:"clause"`
	Strength string `json:"strength"`
}

// openHouse reads the rules of a run over ledgers; an error in them ends it, before
// any ledger is read.
func (u *ui) openHouse(verb string, o houseOptions) (house.Rules, error) {
	if o.file == "" {
		return house.Rules{}, nil
	}
	data, err := readWritten(o.file, "--house", "单位版式")
	if err != nil {
		return house.Rules{}, err
	}
	rules, problems := house.Read(filepath.Base(o.file), data)
	u.house = &houseJSON{File: o.file, Departures: []departureJSON{}, Problems: problemsJSON(problems)}
	if problems.Err() != nil {
		return rules, u.refuseHouse(verb, problems)
	}
	if rules.AskNothing() {
		u.say("%s 里没有写任何一项，照标准排；可以写的项见 FORMAT.md 的“单位版式”", o.file)
	}
	for _, d := range rules.Departures() {
		u.house.Departures = append(u.house.Departures, departureJSON{place(d.Pos), d.What, d.House, d.Standard, d.Clause, string(d.Strength)})
	}
	return rules, nil
}

// A look is how the notices of one run are set.
type look struct {
	rules house.Rules
	fonts officeFonts
	setup *setup.Setup
}

// openLook reads the rules and the fonts of a run over ledgers; an error in either
// ends it.
func (u *ui) openLook(verb string, h houseOptions, f fontOptions, severity *severityOptions) (l look, err error) {
	if l.rules, err = u.openHouse(verb, h); err != nil {
		return l, err
	}
	f.first = wantedFonts(l.rules)
	if l.fonts, err = u.openFonts(verb, f, severity); err != nil {
		return l, err
	}
	l.setup = setup.Standard(l.fonts.set)
	l.rules.Apply(l.setup)
	return l, nil
}

// refuseHouse ends a run whose rules cannot be used.
func (u *ui) refuseHouse(verb string, l problem.List) error {
	if u.json {
		if err := u.writeJSON(runJSON{Verb: verb, Exit: exitData}); err != nil {
			return err
		}
		return reported{exitData}
	}
	u.problems(l)
	u.warn("单位版式有 %d 处错误，没有生成文件；规则见 tongbao explain %s", l.Count(problem.Error), firstError(l))
	return reported{exitData}
}

// departed tells what of the rules departs from the standard: it is done, and the
// office is to know what it asked for.
func (u *ui) departed(rules house.Rules) {
	list := rules.Departures()
	if len(list) == 0 {
		return
	}
	must := 0
	for _, d := range list {
		u.say("%s：%s", d.Pos, d.Words())
		if d.Strength == gb9704.Must {
			must++
		}
	}
	u.say("单位版式有 %d 处与标准不同，%s；照单位版式排", len(list), ofThem(must, len(list)))
}

// ofThem says how many of all departures are from what the standard requires.
func ofThem(must, all int) string {
	switch must {
	case 0:
		return "都不是标准的规定"
	case all:
		return "都是标准的规定"
	}
	return "其中 " + itoa(must) + " 处是标准的规定"
}

// wantedFonts are the fonts that the rules name, for the PDF.
func wantedFonts(rules house.Rules) wanted {
	w := wanted{}
	for face, name := range rules.Fonts {
		w[setup.StyleOf(face)] = name
	}
	return w
}

// houseFonts tells which fonts that the rules name the PDF is not set in: only
// those may be embedded that were found and allow it.
func (u *ui) houseFonts(l look) {
	for _, style := range fonts.Styles() {
		name, want := wantedFonts(l.rules)[style]
		switch {
		case !want || l.fonts.wanted[style]:
		case l.fonts.asked:
			u.say("%s：没有找到能用的 %s，PDF 里用别的字体（见上面和 tongbao fonts）", style, name)
		default:
			u.say("%s：DOCX 写 %s，PDF 用自带的字体；PDF 也要用它，加 --font-dir 文件夹 或 --system-fonts", style, name)
		}
	}
}
