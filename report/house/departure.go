package house

import (
	"strconv"
	"strings"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// A Departure is one thing that an office wants otherwise than the standard has
// it.
type Departure struct {
	Pos             problem.Pos
	What            string
	House, Standard string
	Clause          string // with the standard's number
	Strength        gb9704.Strength
}

// Words is d as people read it, without its place.
func (d Departure) Words() string {
	return d.What + " " + d.House + "（标准 " + d.Standard + "，" + d.Clause + "，" + string(d.Strength) + "）"
}

// Departures returns all of them, in the order of the keys. What the standard
// leaves room for, such as 天头 within 1 mm, is none.
func (r Rules) Departures() []Departure {
	if len(r.at) == 0 {
		return nil
	}
	c := &comparison{rules: r, std: gb9704.A4(), own: r.sheet()}
	c.rows()
	c.margins()
	c.number()
	if c.own.BoldThird {
		t := gb9704.HeadType(3)
		c.add("third_level_bold", "三级标题", "加粗", "不加粗", t.Clause, t.Strength)
	}
	c.fonts()
	return c.list
}

// A comparison holds an office's sheet against the standard's.
type comparison struct {
	rules    Rules
	std, own *gb9704.Sheet
	list     []Departure
}

func (c *comparison) add(key, what, house, standard, clause string, strength gb9704.Strength) {
	if !strings.HasPrefix(clause, "GB/T") {
		clause = "GB/T 9704-2012 " + clause
	}
	c.list = append(c.list, Departure{c.rules.first(key, "pitch", "rows", "margins"), what, house, standard, clause, strength})
}

func (c *comparison) rows() {
	rule := c.std.Rows // 撑满版心 is the same clause's
	if c.own.Pitch.Unit != c.std.Pitch.Unit {
		c.add("pitch", "行距", inPt(c.own.Pitch.Unit), inPt(c.std.Pitch.Unit), rule.Clause, rule.Strength)
	}
	for _, n := range []struct {
		key, what, unit string
		own, std        gb9704.Count
	}{
		{"rows", "每页", " 行", c.own.Rows, c.std.Rows},
		{"margins", "每行", " 字", c.own.Columns, c.std.Columns},
	} {
		if n.own.N != n.std.N {
			c.add(n.key, n.what, strconv.Itoa(n.own.N)+n.unit, strconv.Itoa(n.std.N)+n.unit, n.std.Clause, n.std.Strength)
		}
	}
}

func (c *comparison) margins() {
	for _, m := range []struct {
		what     string
		own, std gb9704.Length
	}{{"天头", c.own.Top, c.std.Top}, {"订口", c.own.Left, c.std.Left}} {
		if off := m.own.Unit - m.std.Unit; max(off, -off) > gb9704.MarginTolerance().Unit {
			c.add("margins", m.what, inMm(m.own.Unit), inMm(m.std.Unit), m.std.Clause, m.std.Strength)
		}
	}
	high, wide := c.rules.area(c.std)
	if high != c.std.AreaHigh.Unit || wide != c.std.AreaWidth.Unit {
		c.add("margins", "版心", inMm(wide)+" × "+inMm(high), inMm(c.std.AreaWidth.Unit)+" × "+inMm(c.std.AreaHigh.Unit), c.std.AreaHigh.Clause, c.std.AreaHigh.Strength)
	}
}

func (c *comparison) number() {
	rule := c.std.PageNumber
	if own := c.own.PageNumber; own.Before != rule.Before || own.After != rule.After {
		c.add("page_number", "页码", "“"+numberForm(own)+"”", "“"+numberForm(rule)+"”", rule.Side.Clause, rule.Side.Strength)
	}
	if c.own.PageNumber.Centred {
		c.add("page_number_place", "页码", "居中", "单页居右、双页居左", rule.Side.Clause, rule.Side.Strength)
	}
}

// fonts tells which names are no font of their class: the standard names classes,
// not fonts.
func (c *comparison) fonts() {
	for _, t := range []gb9704.Type{gb9704.Body(), gb9704.HeadType(2), gb9704.HeadType(1), gb9704.TitleType(), gb9704.PageNumberType()} {
		name, own := c.rules.Fonts[t.Face]
		if !own {
			continue
		}
		if style, _, known := fonts.StandsFor([]string{name}); !known || style != setup.StyleOf(t.Face) {
			c.add(string(t.Face), string(t.Face), "用"+name, string(t.Face), t.Clause, t.Strength)
		}
	}
}
