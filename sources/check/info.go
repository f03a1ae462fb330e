package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

var infoRules = []rule{
	{
		Entry: problem.Entry{Code: "L520", Severity: problem.Error, Title: "通报要素没有填写",
			Why: "标题、发文机关署名和成文日期是公文的要素（GB/T 9704-2012 7.3.1、7.3.5），缺一样就不成其为通报。"},
		run: missingInfo,
	},
	{
		Entry: problem.Entry{Code: "L521", Severity: problem.Error, Title: "成文日期没有写到日",
			Why: "成文日期用阿拉伯数字将年、月、日标全（GB/T 9704-2012 7.3.5.4）；程序不用当天的日期代替。"},
		hint: "写成 2023年6月21日 这样的日期",
		run:  dateNotToTheDay,
	},
	{
		Entry: problem.Entry{Code: "L522", Severity: problem.Error, Title: "没有说明台账放在通报的哪一部分",
			Why: "逐条的整改情况要放在通报的一个部分里；没有这个部分，台账一条也印不出来，有两个就会印两遍。"},
		run: findingsPart,
	},
	{
		Entry: problem.Entry{Code: "L523", Severity: problem.Error, Title: "部分没有标题",
			Why: "通报的每个部分以“一、”“二、”编号的标题开头（GB/T 9704-2012 7.3.3），没有标题就无从编号。"},
		run: headlessPart,
	},
	{
		Entry: problem.Entry{Code: "L524", Severity: problem.Warning, Title: "没有前言",
			Why: "通报开头说明何时由谁巡察、何时反馈，读者才知道下面整改的是什么。"},
		run: noPreamble,
	},
	{
		Entry: problem.Entry{Code: "L525", Severity: problem.Warning, Title: "标题末尾有标点",
			Why: "公文标题末尾按惯例不用标点，书名号、引号、括号除外。"},
		hint: "删去末尾的标点",
		run:  titleMark,
	},
	{
		Entry: problem.Entry{Code: "L526", Severity: problem.Warning, Title: "部分只有标题，没有内容",
			Why: "标题印出来，下面却什么也没有，多半是忘了填。前言、导语、联系方式可有可无，空着就是没有，不提醒。"},
		hint: "补上内容；没有这一部分的，把标题也删去",
		run:  emptyParts,
	},
}

// An element is one of the things that every notice has.
type element struct {
	name string
	cell ledger.Cell
	say  string // what one may look like
}

func elements(info *ledger.Info) []element {
	return []element{
		{"标题", inOneRow(info.Title), "关于巡察整改情况的通报"},
		{"发文机关", inOneRow(info.Issuer), "中共某某局党组"},
		{"落款", info.Signature, "中共某某局党组"},
		{"成文日期", info.Date.Cell, "2023年6月21日"},
	}
}

// inOneRow leaves out |, which is no word of a title: it begins a row.
func inOneRow(c ledger.Cell) ledger.Cell {
	c.Text = ledger.Trim(strings.ReplaceAll(c.Text, "|", ""))
	return c
}

func missingInfo(l *ledger.Ledger, report report) {
	if l.Info.Unreadable {
		return
	}
	for _, e := range elements(&l.Info) {
		if !e.cell.IsEmpty() {
			continue
		}
		report(place(l, e.cell.Pos), "「"+e.name+"」没有填写", fillIn(e.cell, e.name, e.say))
	}
}

// fillIn is the next step for what is missing: at its cell, if it has one.
func fillIn(c ledger.Cell, name, say string) string {
	if c.Pos != (problem.Pos{}) {
		return "在这里填上，如 " + say
	}
	return bothWays(name, say)
}

// bothWays is the next step for notice data: in the workbook or in a file.
func bothWays(name, say string) string {
	return fmt.Sprintf("在「基本信息」或「通报正文」表里加一行：左边写 %s，右边写内容，如 %s；也可以写在 --info 指定的文件里", name, say)
}

// place is where something of the notice's own data should stand: its cell, else
// the sheet or file that holds the other data, else the workbook.
func place(l *ledger.Ledger, own problem.Pos) problem.Pos {
	if own != (problem.Pos{}) {
		return own
	}
	for _, c := range infoCells(&l.Info) {
		if c.Pos.File != "" {
			return problem.Pos{File: c.Pos.File, Sheet: c.Pos.Sheet}
		}
	}
	return problem.Pos{File: l.File}
}

// infoCells is every cell of the notice's own text.
func infoCells(info *ledger.Info) []ledger.Cell {
	cells := []ledger.Cell{info.Title, info.Issuer, info.Signature, info.Date.Cell}
	for _, p := range info.Parts {
		cells = append(cells, p.Heading)
	}
	return append(cells, texts(info)...)
}

// texts is every paragraph of the notice's own text.
func texts(info *ledger.Info) []ledger.Cell {
	var cells []ledger.Cell
	cells = append(cells, info.Preamble...)
	for _, p := range info.Parts {
		cells = append(cells, p.Paragraphs...)
	}
	return append(cells, info.Contact...)
}

// dateNotToTheDay leaves an impossible date to L201.
func dateNotToTheDay(l *ledger.Ledger, report report) {
	d := l.Info.Date
	why := unreadable(d.Fault)
	if d.Precision == ledger.Year || d.Precision == ledger.Month {
		why = "没有写到日"
	}
	if why != "" {
		report(d.Pos, "「成文日期」"+quote(d.Cell)+why, "")
	}
}

func findingsPart(l *ledger.Ledger, report report) {
	var with []ledger.Part
	for _, p := range l.Info.Parts {
		if p.Findings {
			with = append(with, p)
		}
	}
	if len(with) == 0 && !l.Info.Unreadable {
		report(place(l, problem.Pos{}), "没有放台账的部分",
			ledger.HowTo("第二部分标题", "台账那一部分的标题，如 二、具体整改工作开展情况")+"；已有标题的，加一行 第二部分内容，写（台账）；--info 文件的 sections 里写 findings: true")
	}
	for i := 1; i < len(with); i++ {
		at := partPos(l, with[i])
		report(at, "台账已经放在"+partPos(l, with[0]).From(at)+"的部分，不能再放一遍", "只在一个部分的内容里写（台账）")
	}
}

// partPos is where a part begins.
func partPos(l *ledger.Ledger, p ledger.Part) problem.Pos {
	if p.Heading.Pos == (problem.Pos{}) && len(p.Paragraphs) > 0 {
		return p.Paragraphs[0].Pos
	}
	return place(l, p.Heading.Pos)
}

func headlessPart(l *ledger.Ledger, report report) {
	for i, p := range l.Info.Parts {
		if p.Heading.IsEmpty() {
			report(partPos(l, p), fmt.Sprintf("第%d个部分没有标题", i+1), "在这一部分的内容之前写上它的标题，如 一、组织整改落实情况")
		}
	}
}

// noPreamble takes a 前言 that is there without words for left out on purpose.
func noPreamble(l *ledger.Ledger, report report) {
	if len(l.Info.Preamble) > 0 || l.Info.Unreadable {
		return
	}
	report(place(l, problem.Pos{}), "没有「前言」", bothWays("前言", "按照统一部署，某年某月巡察组进行了巡察"))
}

// endMarks are the marks that do not end a title; closing quotes and brackets may.
const endMarks = "。，、；：？！…—·．.,;:?!"

func titleMark(l *ledger.Ledger, report report) {
	for _, e := range elements(&l.Info)[:2] {
		last, _ := utf8.DecodeLastRuneInString(e.cell.Text)
		if !e.cell.IsEmpty() && strings.ContainsRune(endMarks, last) {
			report(e.cell.Pos, "「"+e.name+"」末尾有标点“"+string(last)+"”", "")
		}
	}
}

func emptyParts(l *ledger.Ledger, report report) {
	for _, p := range l.Info.Parts {
		if p.Findings || p.Heading.IsEmpty() || slices.ContainsFunc(p.Paragraphs, func(c ledger.Cell) bool { return !c.IsEmpty() }) {
			continue
		}
		at := p.Heading.Pos
		if len(p.Paragraphs) > 0 {
			at = p.Paragraphs[0].Pos
		}
		report(at, "部分"+quote(p.Heading)+"之下没有内容", "")
	}
}
