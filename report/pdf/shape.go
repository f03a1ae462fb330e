package pdf

import (
	"tongbao/report/layout"
)

// setColour sets the colour of what is filled, and of the line that thickens
// bold glyphs. Black stays gray, as it is on
// a page where nothing was set; the output intent gives both their meaning.
func (p *painter) setColour(c layout.Colour) {
	if c == p.colour {
		return
	}
	if p.colour = c; c == layout.Red {
		p.str("1 0 0 rg 1 0 0 RG\n")
	} else {
		p.str("0 g 0 G\n")
	}
}

// rule fills a box. Rules that follow one another are one artifact.
func (p *painter) rule(r *layout.Rule) {
	p.enter(content{kind: rules})
	p.setColour(r.Colour)
	p.milli(r.X.MilliPt()).str(" ").milli(p.up(r.Y + r.Height)).
		str(" ").milli(r.Width.MilliPt()).str(" ").milli(r.Height.MilliPt()).str(" re f\n")
}

// picture paints a picture, a figure of the structure.
func (p *painter) picture(pic *layout.Picture) {
	p.enter(content{})
	element := p.tree.find(pic.Node)
	p.tag(element)
	p.tree.show(element, p.box(pic))
	p.str("q\n").milli(pic.Width.MilliPt()).str(" 0 0 ").milli(pic.Height.MilliPt()).
		str(" ").milli(pic.X.MilliPt()).str(" ").milli(p.up(pic.Y + pic.Height)).str(" cm\n/").
		str(p.pictures.names[pic.Node.Picture]).str(" Do\nQ\nEMC\n")
}

// box is where pic stands on the paper: left, bottom, right, top.
func (p *painter) box(pic *layout.Picture) [4]int64 {
	if p.turned {
		return [4]int64{pic.Y.MilliPt(), pic.X.MilliPt(), (pic.Y + pic.Height).MilliPt(), (pic.X + pic.Width).MilliPt()}
	}
	return [4]int64{pic.X.MilliPt(), p.up(pic.Y + pic.Height), (pic.X + pic.Width).MilliPt(), p.up(pic.Y)}
}
