package check

import (
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

func load(b *grid.Book) *ledger.Ledger {
	l := &ledger.Ledger{File: b.File}
	for i := range b.Sheets {
		switch s := &b.Sheets[i]; s.Name {
		case "整改台账":
			loadTable(l, s)
		case "通报正文", "基本信息":
			for _, row := range s.Rows[1:] {
				c := ledger.Cell{Pos: row[1].Pos, Raw: row[1].Text, Text: ledger.Trim(row[1].Text)}
				loadInfo(&l.Info, row[0].Text, c)
			}
		}
	}
	return l
}

func loadTable(l *ledger.Ledger, s *grid.Sheet) {
	t := ledger.Table{Sheet: s.Name, HeaderRows: [2]int{1, 1}, Columns: map[ledger.Field]int{}, Headings: map[ledger.Field]string{}}
	for i, c := range s.Rows[0] {
		t.Columns[ledger.Field(c.Text)] = i + 1
	}
	l.Tables = append(l.Tables, t)
	for i := range s.Rows[1:] {
		at := problem.Pos{File: l.File, Sheet: s.Name, Row: i + 2}
		f := ledger.Finding{Pos: at}
		for _, x := range ledger.Fields() {
			c := f.Cell(x)
			c.Pos = at
			if col := t.Columns[x]; col > 0 {
				g := s.At(l.File, at.Row, col)
				*c = ledger.Cell{Pos: g.Pos, Raw: g.Text, Text: ledger.Trim(g.Text)}
			}
		}
		split(&f.Group, &f.Problem, &f.Text)
		f.Status = ledger.ParseStatus(f.Status.Cell)
		f.Started = ledger.ParseDate(f.Started.Cell, ledger.Stored{}, true)
		f.Completed = ledger.ParseDate(f.Completed.Cell, ledger.Stored{}, false)
		f.AcceptedOn = ledger.ParseDate(f.AcceptedOn.Cell, ledger.Stored{}, false)
		f.Deadline = ledger.ParseDeadline(f.Deadline.Cell, ledger.Stored{})
		l.Findings = append(l.Findings, f)
	}
}

func loadInfo(in *ledger.Info, key string, c ledger.Cell) {
	date := ledger.ParseDate(c, ledger.Stored{}, false)
	switch {
	case key == "标题":
		in.Title = c
	case key == "发文机关":
		in.Issuer = c
	case key == "前言":
		in.Preamble = append(in.Preamble, c)
	case key == "联系方式":
		in.Contact = append(in.Contact, c)
	case key == "落款":
		in.Signature = c
	case key == "落款日期":
		in.Date = date
	case key == "巡察开始":
		in.InspectionStart = date
	case key == "巡察结束":
		in.InspectionEnd = date
	case key == "反馈日期":
		in.Feedback = date
	case key == "编号方式" && c.Text == "逐级编号":
		in.Numbering = ledger.PerParent
	case key == "必填":
		field, when, _ := strings.Cut(c.Text, "：")
		r := ledger.Requirement{Pos: c.Pos, Field: ledger.Field(field), When: ledger.Always}
		switch when {
		case "不要求":
			r.When = ledger.Never
		case "已完成":
			r.When, r.States = ledger.WhenState, []ledger.State{ledger.Completed}
		}
		in.Required = append(in.Required, r)
	case strings.HasSuffix(key, "部分标题"):
		in.Parts = append(in.Parts, ledger.Part{Heading: c, Findings: strings.HasPrefix(key, "第二")})
	case strings.HasSuffix(key, "部分内容"):
		if len(in.Parts) == 0 {
			in.Parts = append(in.Parts, ledger.Part{})
		}
		p := &in.Parts[len(in.Parts)-1]
		p.Paragraphs = append(p.Paragraphs, c)
	}
}

func split(cells ...*ledger.Numbered) {
	for _, c := range cells {
		c.Typed, c.Text = ledger.SplitNumber(c.Text)
	}
}
