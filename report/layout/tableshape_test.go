package layout

import (
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

func TestShapeOf(t *testing.T) {
	doc := specimen.Formal(3)
	pages, problems := Paginate(doc, standard())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	table := doc.Annexes[1].Body[0].(*notice.Table)
	shape, ok := ShapeOf(table, pages)
	if !ok || len(shape.Widths) != len(table.Columns) || len(shape.Heads) != len(table.Columns) || shape.Size.Type.Unit == 0 {
		t.Fatalf("shape %+v, %v", shape, ok)
	}
	var total Unit
	for k, w := range shape.Widths {
		if total += w; shape.Heads[k] <= 0 || shape.Heads[k] >= w {
			t.Errorf("column %d is %d wide, its head %d", k, w, shape.Heads[k])
		}
	}
	if area := standard().Sheet.AreaHigh.Unit; total > area || total < area*99/100 {
		t.Errorf("columns are %d wide together, the turned type area %d", total, area)
	}
	if _, ok := ShapeOf(specimen.Table(3), pages); ok {
		t.Error("a table that is not on the pages has a shape")
	}
}
