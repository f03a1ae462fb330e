package layout

import (
	"strings"

	"tongbao/report/notice"
)

// TitleRows returns the words of each row that title takes on pages, for writers
// that lay out by themselves but should break the title as the standard wants it
// (7.3.1). It is empty if the title is not on page 1.
func TitleRows(title *notice.Title, pages []Page) (rows []string) {
	if len(pages) == 0 {
		return nil
	}
	var words strings.Builder
	var y Unit
	for _, item := range pages[0].Items {
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
