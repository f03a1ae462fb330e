package template

import (
	"slices"
	"strings"

	"github.com/beevik/etree"
)

// The order that the schema demands of properties (ISO/IEC 29500-1, 17.3.1.26 and
// 17.3.2.28), as far as ours and what may stand before them go.
const (
	paragraphOrder = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs " +
		"suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind " +
		"contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
	runOrder = "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden " +
		"color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)

// put sets a property where the schema wants it, in place of one of its name.
func put(props, e *etree.Element, order string) {
	if old := child(props, e.Tag); old != nil {
		props.RemoveChild(old)
	}
	tags := strings.Fields(order)
	rank := slices.Index(tags, e.Tag)
	for i, token := range props.Child {
		c, ok := token.(*etree.Element)
		if !ok {
			continue
		}
		if r := slices.Index(tags, c.Tag); r > rank || r < 0 || c.Space != "w" {
			props.InsertChildAt(i, e)
			return
		}
	}
	props.AddChild(e)
}

// drop takes properties away.
func drop(props *etree.Element, tags ...string) {
	for _, tag := range tags {
		if c := child(props, tag); c != nil {
			props.RemoveChild(c)
		}
	}
}

// element makes <w:tag w:val="…"/>; without a value, <w:tag/>.
func element(tag, value string) *etree.Element {
	e := etree.NewElement("w:" + tag)
	if value != "" {
		e.CreateAttr("w:val", value)
	}
	return e
}

// first returns e's child w:tag, made as the first child if it is not there.
func first(e *etree.Element, tag string) *etree.Element {
	c := child(e, tag)
	if c == nil {
		c = element(tag, "")
		e.InsertChildAt(0, c)
	}
	return c
}

// copyOf is a copy of e, or an empty w:tag.
func copyOf(e *etree.Element, tag string) *etree.Element {
	if e == nil {
		return element(tag, "")
	}
	return e.Copy()
}
