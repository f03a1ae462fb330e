package info

import (
	"regexp"
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A draft is what one source says, before it goes into the Info.
type draft struct {
	items    []item // in the order of their first place
	problems problem.List

	unreadable bool // nothing could be read
}

// An item is one key with all its content.
type item struct {
	key    key
	name   string      // as an info file has it
	at     problem.Pos // where the key first stands
	list   []value     // texts and paragraphs; never empty for them
	pairs  []pair      // columns and required
	blocks []block     // sections
}

// A pair is a name and what it stands for.
type pair struct {
	left  ledger.Cell
	right []ledger.Cell
}

// A block is one of the sections.
type block struct {
	heading    ledger.Cell
	paragraphs []ledger.Cell
	findings   bool
}

func (d *draft) report(e problem.Entry, at problem.Pos, message, hint string) {
	d.problems = append(d.problems, e.At(at, message, hint))
}

// suggested bounds the problems among which unknown names are compared with all of
// ours: a sheet of thousands of them is another sheet.
const suggested = 500

// beyondTen is the names of annexes and parts after the tenth.
var beyondTen = regexp.MustCompile(`^(?:(?:annex|part)_(?:eleven|twelve|[a-z]+teen|twenty[a-z_]*|\d{2,})(?:_[a-z]+)?|附件(?:[一二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十|\d{2,})(?:标题|内容)|第(?:[一二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十|\d{2,})部分.*)$`)

// unknown reports a name that is no key.
func (d *draft) unknown(at problem.Pos, name string) {
	hint := "照说明里的栏目名写；tongbao explain L501 说明为什么不能略过"
	switch {
	case beyondTen.MatchString(plain(name)):
		hint = "这样写的附件、部分各最多十个；附件再多的合并或者另行附上，部分再多的写在 --info 文件的 sections 里"
	case len(d.problems) < suggested:
		if near := nearest(name); near != "" {
			hint = "是不是「" + near + "」？改成这个名字；不要的就删去"
		}
	}
	d.report(unknownKey, at, "不认识「"+name+"」这一栏", hint)
}

// item returns the item of k, or nil.
func (d *draft) item(k key) *item {
	i := slices.IndexFunc(d.items, func(x item) bool { return x.key.name == k.name })
	if i < 0 {
		return nil
	}
	return &d.items[i]
}

// many reports whether a key may have more than one value.
func (k key) many() bool {
	return k.shape == paragraphs || k.shape == partLead || k.shape == partContent || k.shape == part
}

// listed reports whether an info file may give k's one text as a list.
func (k key) listed() bool {
	return slices.Contains([]string{"recipients", "signers", "copies", "ledger_annex"}, k.name)
}

// add adds one value of k, written at at. A second one for a key that has only
// one is an error that names both places.
func (d *draft) add(k key, at problem.Pos, v value) {
	old := d.item(k)
	switch {
	case old == nil:
		d.items = append(d.items, item{key: k, at: at, list: lines(k, v)})
	case k.many() || k.shape == pairs:
		old.list = append(old.list, lines(k, v)...)
	default:
		d.report(repeatedKey, v.Pos, "「"+k.columns[0]+"」写了两次："+old.list[0].Pos.From(v.Pos)+"已有“"+brief(old.list[0].Text)+"”", "只留一处")
	}
}

// lines parts a value of several lines into paragraphs, where k takes more than one.
func lines(k key, v value) []value {
	if !k.many() {
		return []value{v}
	}
	var out []value
	for _, line := range v.Lines() {
		out = append(out, value{ledger.Cell{Pos: v.Pos, Raw: v.Raw, Text: line}, v.as, v.bad})
	}
	if out == nil {
		return []value{v}
	}
	return out
}

// join adds what other says. Where both say something of the same key, it must
// be the same.
func (d *draft) join(other draft) {
	d.problems = append(d.problems, other.problems...)
	for _, x := range other.items {
		old := d.item(x.key)
		if old == nil {
			d.items = append(d.items, x)
			continue
		}
		if said(old.list) != said(x.list) {
			d.report(contradiction, x.list[0].Pos, "「"+x.key.columns[0]+"」是“"+brief(said(x.list))+"”，"+
				old.list[0].Pos.From(x.list[0].Pos)+"写的是“"+brief(said(old.list))+"”", "核对后改成一样，或者只留一处")
		}
	}
}

// said is all the words of list, for comparing.
func said(list []value) string {
	var out []string
	for _, v := range list {
		out = append(out, v.Text)
	}
	return strings.Join(out, "\n")
}

// brief is the beginning of a text, for a message.
func brief(text string) string { return ledger.Brief(text, 16) }
