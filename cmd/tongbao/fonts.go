package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report/layout"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

func fontsVerb(c *cobra.Command, u *ui) {
	var office fontOptions
	var source sourceOptions
	office.addFlags(c)
	source.addFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		f, err := office.open()
		if err != nil {
			return err
		}
		if f.problems.Err() != nil {
			return u.refuseFonts("fonts", f.problems)
		}
		d, err := surveyed(c.Context(), u, source, args, f)
		if err != nil {
			return err
		}
		return u.concludeFonts(f, d)
	}
}

// A survey is how the characters of one ledger's notice are set.
type survey struct {
	draft
	fallbacks []fallback
}

// A fallback is a character that the first face of its style does not have.
type fallback struct {
	style fonts.Style
	char  rune
	face  *fonts.Face // nil: none has it
	cells []problem.Pos
}

// surveyed reads the ledger of args, if there is one.
func surveyed(ctx context.Context, u *ui, source sourceOptions, args []string, f officeFonts) (*survey, error) {
	if len(args) == 0 {
		return nil, nil
	}
	l, err := source.loader(u)
	if err != nil {
		return nil, err
	}
	s := setup.Standard(f.set)
	d := &survey{draft: draft{file: args[0]}}
	if d.prepare(ctx, l, s); d.err != nil {
		if message, code := translate(d.err); errors.As(d.err, new(unreadable)) && code == exitFiles {
			return nil, fileError(d.file + "：" + message)
		}
		return nil, d.err
	}
	d.fallbacks = fallbacks(&d.draft, s)
	return d, nil
}

// fallbacks lists the characters of d's notice that are not set in their style's
// first face, nor in that of letters and digits, by first place.
func fallbacks(d *draft, s *setup.Setup) (list []fallback) {
	type key struct {
		style fonts.Style
		char  rune
	}
	at, seen := map[key]int{}, map[layout.Use]bool{}
	first := map[fonts.Style]*fonts.Face{}
	for _, style := range fonts.Styles() {
		first[style] = s.Fonts.Chain(style)[0]
	}
	layout.Survey(d.doc, s, func(u layout.Use) {
		if u.Face != nil && (u.Face == first[fonts.Latin] || u.Face == first[u.Style]) || seen[u] {
			return
		}
		seen[u] = true
		k := key{u.Style, u.Char}
		if _, known := at[k]; !known {
			at[k] = len(list)
			list = append(list, fallback{style: u.Style, char: u.Char, face: u.Face})
		}
		list[at[k]].cells = append(list[at[k]].cells, u.Src)
	})
	return list
}

// useOf says what a style is for.
func useOf(s fonts.Style) string {
	switch s {
	case fonts.Fang:
		return "正文"
	case fonts.Kai:
		return "二级标题"
	case fonts.Hei:
		return "一级标题"
	case fonts.XBS:
		return "题目"
	case fonts.Song:
		return "页码"
	}
	return "夹在各类汉字中间"
}
