package layout

import (
	"os"
	"testing"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// raisedFace is our 楷体 as an office's own font: its 永 stands a hair low.
func raisedFace(t *testing.T) *fonts.Face {
	t.Helper()
	data, err := os.ReadFile("../../fonts/faces/GongwenKai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	face, err := fonts.Foreign("楷.ttf", string(data), 0)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// TestRaisedBaseline: a run of an office's face stands higher or lower than the
// program's own by what the face says.
func TestRaisedBaseline(t *testing.T) {
	own, _, _ := fonts.Embedded().Find(fonts.Kai, '永')
	face := raisedFace(t)
	up := face.Raise()
	if up == 0 {
		t.Fatal("this face shows nothing")
	}
	const size = 1000 * gb9704.Pt
	plain, raised := (&Run{Face: own, Size: size}).baseline(), (&Run{Face: face, Size: size}).baseline()
	if plain != 880*gb9704.Pt || plain-raised != Unit(up)*gb9704.Pt {
		t.Errorf("baselines %d and %d, raised by %d", plain, raised, up)
	}
}

func TestSurvey(t *testing.T) {
	src := problem.Pos{File: "a", Sheet: "b", Row: 2, Col: 3}
	doc := &notice.Document{Title: &notice.Title{Parts: [][]notice.Inline{{notice.Text{S: "题"}}}}, Body: []notice.Block{
		&notice.Paragraph{Text: []notice.Inline{notice.Text{S: "字䶮1", Src: src}}}}}
	seen := map[rune]Use{}
	Survey(doc, standard(), func(u Use) { seen[u.Char] = u })
	set := fonts.Embedded()
	for r, style := range map[rune]fonts.Style{'题': fonts.XBS, '字': fonts.Fang, '䶮': fonts.Fang} {
		face, _, _ := set.Find(style, r)
		if u := seen[r]; u.Style != style || u.Face != face || r != '题' && u.Src != src {
			t.Errorf("%c: %+v", r, u)
		}
	}
	pages, _ := Paginate(doc, standard())
	if faces := Faces(pages); len(faces) < 4 {
		t.Errorf("%d faces", len(faces))
	}
}
