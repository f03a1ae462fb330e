package annotate

import (
	"strconv"
	"strings"
)

// activate makes the sheet at index, which is being added, the one that is shown
// first, and no other: sheets selected together are edited together.
func (b *book) activate(index int) error {
	for _, s := range b.sheets {
		if !b.pkg.Has(s.part) {
			continue
		}
		p, err := b.open(s.part)
		if err != nil && s.kind != "worksheet" {
			continue // a kind of sheet that is not read either
		}
		if err != nil {
			return err
		}
		for _, v := range p.root.child("sheetViews").all("sheetView") {
			if v.is("tabSelected") && strings.Trim(v.attr("workbookViewId"), "0") == "" {
				p.setAttr(v, "tabSelected", "0")
			}
		}
	}
	p, err := b.open(b.main)
	if err != nil {
		return err
	}
	view := p.root.child("bookViews").child("workbookView")
	if view != nil {
		p.setAttr(view, "activeTab", strconv.Itoa(index))
		return nil
	}
	text := `<workbookView activeTab="` + strconv.Itoa(index) + `"/>`
	if views := p.root.child("bookViews"); views != nil {
		p.appendTo(views, 0, tags(p.root.prefix(p.data), text))
		return nil
	}
	p.insert(p.root.child("sheets").from, tags(p.root.prefix(p.data), "<bookViews>"+text+"</bookViews>"))
	return nil
}
