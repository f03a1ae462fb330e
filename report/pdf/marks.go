package pdf

import (
	"fmt"

	"tongbao/report/layout"
)

// A content is what a marked piece of a page belongs to; zero is nothing.
type content struct {
	kind     kind
	element  int             // if it is tagged
	artifact layout.Artifact // if it is not
}

type kind uint8

const (
	closed kind = iota
	tagged
	artifact
	rules
)

// belongs says what a run is a piece of.
func (p *painter) belongs(run *layout.Run) content {
	if run.Node == nil {
		return content{kind: artifact, artifact: run.Artifact}
	}
	return content{kind: tagged, element: p.tree.find(run.Node)}
}

// enter ends the open piece and begins one that belongs to c, unless it is the
// open one.
func (p *painter) enter(c content) {
	if c == p.open {
		return
	}
	switch p.open.kind {
	case tagged, artifact:
		p.str("ET\nEMC\n")
	case rules:
		p.str("EMC\n")
	}
	p.open = c
	switch c.kind {
	case tagged:
		p.tag(c.element)
		p.str("BT\n")
	case artifact:
		p.str("/Artifact<</Type/Pagination/Subtype/").str(subtype(c.artifact)).str(">>BDC\nBT\n")
	case rules:
		p.str("/Artifact<</Type/Layout>>BDC\n")
	}
	p.x, p.y = 0, 0
}

// subtype is what a run without a node is (ISO 32000-1, 14.8.2.2.2). A table's
// head that is repeated belongs to the page, as its number does: it is read out
// once, where the table begins.
func subtype(a layout.Artifact) string {
	switch a {
	case layout.PageNumber:
		return "Footer"
	case layout.RepeatedHead:
		return "Header"
	case layout.Watermark:
		return "Watermark"
	}
	panic(fmt.Sprintf("pdf: artifact %d", a))
}

// tag begins a piece of an element.
func (p *painter) tag(element int) {
	role, mcid := p.tree.mark(p.number, element)
	p.str("/").str(role).str("<</MCID ").num(mcid).str(">>BDC\n")
}
