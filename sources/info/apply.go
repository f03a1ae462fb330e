package info

import (
	"cmp"
	"slices"

	"tongbao/sources/ledger"
)

// ledgerMark as a paragraph says that its part holds the ledger's findings.
const ledgerMark = "（台账）"

// apply puts what d says into in, over what is there.
func (d *draft) apply(in *ledger.Info) {
	d.parts(in)
	for _, x := range d.items {
		switch {
		case x.key.set != nil:
			x.key.set(in, x.list)
		case x.key.read != nil && !x.list[0].bad:
			x.key.read(d, in, x.list[0].Cell)
		case x.key.name == "columns":
			d.columns(in, x.pairs)
		case x.key.name == "required":
			d.required(in, x.pairs)
		}
	}
}

// A partDraft is what a source says of one part.
type partDraft struct {
	order          int
	heading        *ledger.Cell
	leads, content []ledger.Cell
	marked         bool // says itself that it holds the findings
	mayHold        bool // part_two of a file: it holds them unless another part is marked
}

// parts puts the parts into in and decides which holds the findings.
func (d *draft) parts(in *ledger.Info) {
	if i := slices.IndexFunc(d.items, func(x item) bool { return x.key.shape == sections }); i >= 0 {
		d.sections(in, d.items[i])
		return
	}
	drafts := d.partDrafts()
	if len(drafts) == 0 {
		return
	}
	for i := range drafts {
		d.mark(&drafts[i])
		in.Parts = put(in.Parts, drafts[i])
	}
	settle(in.Parts, drafts)
}

// partDrafts gathers the items of each part.
func (d *draft) partDrafts() []partDraft {
	var out []partDraft
	for _, x := range d.items {
		if x.key.shape < part || x.key.shape == sections {
			continue
		}
		i := slices.IndexFunc(out, func(p partDraft) bool { return p.order == x.key.order() })
		if i < 0 {
			i = len(out)
			out = append(out, partDraft{order: x.key.order()})
		}
		out[i].take(x)
	}
	return out
}

func (p *partDraft) take(x item) {
	list := cells(x.list)
	switch x.key.shape {
	case part:
		p.heading, p.content = &list[0], append(p.content, list[1:]...)
		p.mayHold = x.key.name == "part_two"
	case partHeading:
		p.heading = &list[0]
	case partLead:
		p.leads = append(p.leads, list...)
	case partContent:
		p.content = append(p.content, list...)
	}
}

// mark takes （台账） out of a part's content; nothing may follow it.
func (d *draft) mark(p *partDraft) {
	i := slices.IndexFunc(p.content, isMark)
	if i < 0 {
		return
	}
	p.marked = true
	for _, c := range p.content[i+1:] {
		if c.Text != "" {
			d.report(afterLedger, c.Pos, "“"+brief(c.Text)+"”写在"+ledgerMark+"后面", "把这一段移到"+ledgerMark+"之前，或者移到下一部分")
		}
	}
	p.content = p.content[:i]
}

func isMark(c ledger.Cell) bool {
	return c.Text == ledgerMark || c.Text == "(台账)" || c.Text == "台账"
}

// put replaces what p says of its part, or adds the part in its place.
func put(parts []ledger.Part, p partDraft) []ledger.Part {
	parts = slices.Clone(parts)
	i, ok := slices.BinarySearchFunc(parts, p.order, func(x ledger.Part, order int) int { return cmp.Compare(x.Order, order) })
	if !ok {
		parts = slices.Insert(parts, i, ledger.Part{Order: p.order})
	}
	if p.heading != nil {
		parts[i].Heading = *p.heading
	}
	if own := slices.Concat(p.leads, p.content); len(own) > 0 {
		parts[i].Paragraphs = own
	}
	return parts
}

// settle decides which part holds the findings: one that is marked; else the one
// that held them before; else part_two of a file; else the only part with a
// heading but no content, and of several such 第二部分. If none is found, none
// holds them, and package check says so.
func settle(parts []ledger.Part, drafts []partDraft) {
	hold := func(order int) {
		for i := range parts {
			parts[i].Findings = parts[i].Order == order
		}
	}
	marked := slices.DeleteFunc(slices.Clone(drafts), func(p partDraft) bool { return !p.marked })
	if len(marked) > 0 {
		hold(marked[0].order)
		for _, p := range marked[1:] { // both stand: check says that there are two
			i := slices.IndexFunc(parts, func(x ledger.Part) bool { return x.Order == p.order })
			parts[i].Findings = true
		}
		return
	}
	if slices.ContainsFunc(parts, func(p ledger.Part) bool { return p.Findings }) {
		return
	}
	if slices.ContainsFunc(drafts, func(p partDraft) bool { return p.mayHold }) {
		hold(2)
		return
	}
	hold(emptyPart(parts, drafts))
}

// emptyPart is the order of the part with a heading but no content, or 0.
func emptyPart(parts []ledger.Part, drafts []partDraft) int {
	var empty []int
	for _, p := range parts {
		i := slices.IndexFunc(drafts, func(x partDraft) bool { return x.order == p.Order })
		content := p.Paragraphs
		if i >= 0 {
			content = drafts[i].content
		}
		if p.Heading.Text != "" && !slices.ContainsFunc(content, func(c ledger.Cell) bool { return c.Text != "" }) {
			empty = append(empty, p.Order)
		}
	}
	switch {
	case len(empty) == 1:
		return empty[0]
	case slices.Contains(empty, 2):
		return 2
	}
	return 0
}

// sections replaces every part.
func (d *draft) sections(in *ledger.Info, x item) {
	in.Parts = nil
	for i, b := range x.blocks {
		in.Parts = append(in.Parts, ledger.Part{Order: i + 1, Heading: b.heading, Paragraphs: b.paragraphs, Findings: b.findings})
	}
	for _, other := range d.items {
		if other.key.shape >= part && other.key.shape < sections {
			d.report(repeatedKey, other.at, "「"+other.key.columns[0]+"」和"+x.at.From(other.at)+"的「"+x.key.name+"」说的是同一件事", "两种写法只用一种")
		}
	}
}
