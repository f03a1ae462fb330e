package annotate

import (
	"bytes"
	"testing"

	"tongbao/sources/problem"
)

// Whatever stands in the parts of a workbook: no panic; what comes out can be
// annotated again and gives the same; and the first is found again inside.
func FuzzAnnotate(f *testing.F) {
	whole := contents(f, handmade(transitional, ""))
	prefixed := contents(f, handmade(strict, "x:"))
	for _, parts := range []map[string]string{whole, prefixed} {
		f.Add(parts["xl/worksheets/sheet1.xml"], parts["xl/comments1.xml"], parts["xl/drawings/vmlDrawing1.vml"], parts["xl/styles.xml"], parts["xl/workbook.xml"])
	}
	first := contents(f, mustAnnotate(f, handmade(transitional, ""), handmadeItems()).Data)
	f.Add(first["xl/worksheets/sheet1.xml"], first["xl/comments1.xml"], first["xl/drawings/vmlDrawing1.vml"], first["xl/styles.xml"], first["xl/workbook.xml"])
	order := entries(f, handmade(transitional, ""))
	items := append(handmadeItems(), at(problem.Error, handmadeSheet, 1, 1), at(problem.Error, handmadeSheet, 3, 1))
	f.Fuzz(func(t *testing.T, sheet, comments, boxes, styles, book string) {
		changed := map[string]string{"xl/worksheets/sheet1.xml": sheet, "xl/comments1.xml": comments, "xl/drawings/vmlDrawing1.vml": boxes, "xl/styles.xml": styles, "xl/workbook.xml": book}
		var parts []string
		for _, e := range order {
			if content, ok := changed[e.name]; ok {
				e.data = content
			}
			parts = append(parts, e.name, e.data)
		}
		data := pack(parts...)
		r, err := Annotate(data, file, items)
		if err != nil {
			return
		}
		again, err := Annotate(r.Data, file, items)
		if err != nil {
			t.Fatalf("cannot be annotated again: %v", err)
		}
		if !bytes.Equal(again.Data, r.Data) {
			t.Error("the second annotation is another")
		}
		if _, err := Annotate(resave(t, r.Data, touch), file, items); err != nil {
			t.Errorf("cannot be annotated once another program saved it: %v", err)
		}
	})
}
