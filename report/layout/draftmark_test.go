package layout

import (
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
)

// TestDraftMark wants every page of a draft marked above the type area, landscape
// ones too, its text where the final one has it, and the final one unmarked.
func TestDraftMark(t *testing.T) {
	doc := specimen.Formal(30)
	final, _ := Paginate(doc, standard())
	s := standard()
	s.Draft = "征求意见稿"
	pages, problems := Paginate(doc, s)
	if len(problems) > 0 || len(pages) != len(final) {
		t.Fatalf("%d pages of %d, %v", len(pages), len(final), problems)
	}
	for i := range pages {
		marks := marksOf(&pages[i])
		if len(marks) != 1 || (printed{marks[0]}).String() != s.Draft {
			t.Fatalf("page %d: %d marks", i+1, len(marks))
		}
		m := printed{marks[0]}
		if m[0].Node != nil || m.left() != 28*gb9704.Mm || m.top() != (37*gb9704.Mm-gb9704.Size3)/2 {
			t.Errorf("page %d: mark at %d, %d", i+1, m.left(), m.top())
		}
		if got, want := len(pages[i].Items), len(final[i].Items)+1; got != want || len(marksOf(&final[i])) > 0 {
			t.Errorf("page %d: %d items, want %d", i+1, got, want)
		}
	}
}

func marksOf(p *Page) (marks []*Run) {
	for _, item := range p.Items {
		if run, ok := item.(*Run); ok && run.Artifact == Watermark {
			marks = append(marks, run)
		}
	}
	return marks
}
