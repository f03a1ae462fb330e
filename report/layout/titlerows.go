package layout

import (
	"strings"

	"tongbao/report/notice"
)

// TitleRows returns the words of each row that title takes on pages, for writers
// that lay out by themselves but should break the title as the standard wants it
// (7.3.1). It is empty if the title is not on pages.
func TitleRows(title *notice.Title, pages []Page) (rows []string) {
	for i := range pages {
		if rows = titleRowsOn(&pages[i], title); len(rows) > 0 {
			return rows
		}
	}
	return nil
}

func titleRowsOn(page *Page, title *notice.Title) (rows []string) {
	var words strings.Builder
	var y Unit
	for item := range page.All() {
		run, ok := item.(*Run)
		if !ok || run.Node != notice.Node(title) {
			continue
		}
		if run.Y != y && words.Len() > 0 {
			rows = append(rows, words.String())
			words.Reset()
		}
		y = run.Y
		for _, g := range run.Glyphs {
			words.WriteString(g.Text)
		}
	}
	if words.Len() > 0 {
		rows = append(rows, words.String())
	}
	return rows
}

// Lines returns how many lines the words of node take on pages.
func Lines(node notice.Node, pages []Page) (lines int) {
	for i := range pages {
		y := Unit(-1)
		for item := range pages[i].All() {
			if run, ok := item.(*Run); ok && run.Node == node && run.Y != y {
				y = run.Y
				lines++
			}
		}
	}
	return lines
}
