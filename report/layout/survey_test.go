package layout

import (
	"os"
	"testing"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
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

// TestSurveyForm wants every character of a document of all parts visited, in the
// styles of its elements.
func TestSurveyForm(t *testing.T) {
	doc := specimen.Upward()
	styles := map[fonts.Style]string{
		fonts.XBS: "某件单台", fonts.Hei: "密特附一", fonts.Kai: "甲乙丙提", fonts.Song: "—", fonts.Fang: "发签县抄公印责",
	}
	seen := map[fonts.Style]map[rune]bool{}
	all := map[rune]bool{}
	Survey(doc, standard(), func(u Use) {
		if seen[u.Style] == nil {
			seen[u.Style] = map[rune]bool{}
		}
		seen[u.Style][u.Char], all[u.Char] = true, true
	})
	for style, chars := range styles {
		for _, r := range chars {
			if !seen[style][r] {
				t.Errorf("%c is not set in style %v", r, style)
			}
		}
	}
	for _, words := range sourceWords(doc) {
		for _, r := range words {
			if !all[r] {
				t.Errorf("%c is not visited", r)
			}
		}
	}
}

// TestMissingForm spoils each element of a document with a character that no font
// has.
func TestMissingForm(t *testing.T) {
	bad := text("\ue000")
	for name, spoil := range map[string]func(*notice.Document){
		"份号":     func(d *notice.Document) { d.Head.Copy.Text = bad },
		"密级":     func(d *notice.Document) { d.Head.Secrecy.Text = bad },
		"紧急程度":   func(d *notice.Document) { d.Head.Urgency.Text = bad },
		"发文机关标志": func(d *notice.Document) { d.Head.Mark.Text = bad },
		"发文字号":   func(d *notice.Document) { d.Head.Number.Text = bad },
		"签发人":    func(d *notice.Document) { d.Head.Signers.Names[1] = bad },
		"主送":     func(d *notice.Document) { d.Body[0].(*notice.Recipients).Text = bad },
		"附件说明":   func(d *notice.Document) { d.Body[len(d.Body)-3].(*notice.AttachmentList).Items[1].Text = bad },
		"署名":     func(d *notice.Document) { signatureOf(d).Issuer.Text = bad },
		"附注":     func(d *notice.Document) { d.Body[len(d.Body)-1].(*notice.Note).Text = bad },
		"附件":     func(d *notice.Document) { d.Annexes[0].Label.Text = bad },
		"附件标题":   func(d *notice.Document) { d.Annexes[0].Title.Parts[0] = bad },
		"附件正文":   func(d *notice.Document) { d.Annexes[0].Body[1].(*notice.Paragraph).Text = bad },
		"抄送":     func(d *notice.Document) { d.Record.Copies.Text = bad },
		"印发机关":   func(d *notice.Document) { d.Record.Issuer.Text = bad },
		"印发日期":   func(d *notice.Document) { d.Record.Date.Text = bad },
	} {
		doc := specimen.Upward()
		spoil(doc)
		pages, problems := Paginate(doc, standard())
		if pages != nil || len(problems) != 1 || problems[0].Code != "F101" || problems[0].Pos.Address() != "C2" {
			t.Errorf("%s: %d pages, %v", name, len(pages), problems)
		}
	}
}
