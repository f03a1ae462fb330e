package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
	"tongbao/sources/problem"
)

// resave packs a package anew, its parts changed, as another program does.
func resave(t testing.TB, data []byte, change func(name, content string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries(t, data) {
		w, err := z.Create(e.name)
		if err == nil {
			_, err = io.WriteString(w, change(e.name, e.data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// touch changes the content types, so that the record no longer holds.
func touch(name, content string) string {
	if name == contentTypes {
		return content + "\n"
	}
	return content
}

var selected = regexp.MustCompile(`(tabSelected|activeTab)\s*=\s*["'](\w+)["']`)

// Marks are known by what they say once another program saved the workbook. What
// stays of them is formats, our author, and which sheet was shown first.
func TestStripAfterAnotherProgram(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, touch)
			if isUntouched(annotated) {
				t.Fatal("the record still holds")
			}
			pkg, err := opc.Open(annotated)
			if err != nil {
				t.Fatal(err)
			}
			if _, again, err := strip(pkg); err != nil || !again {
				t.Fatal(again, err)
			}
			got := contents(t, written(t, pkg))
			for name, want := range contents(t, s.data) {
				switch {
				case strings.Contains(name, "styles"), name == contentTypes, strings.HasSuffix(name, ".rels"):
					continue
				case strings.HasSuffix(name, ".vml"): // a box that was made larger stays so
					if strings.Count(got[name], "ClientData>") != strings.Count(want, "ClientData>") {
						t.Errorf("%s has other boxes: %s", name, got[name])
					}
					continue
				}
				if plain(got[name]) != plain(want) {
					t.Errorf("%s is not what it was:\n%s\n%s", name, plain(want), plain(got[name]))
				}
			}
			for name := range got {
				if strings.Contains(got[name], "tongbao:") || strings.Contains(got[name], heading) || strings.Contains(got[name], problem.ListTitle) {
					t.Errorf("%s is marked", name)
				}
			}
		})
	}
}

// plain is a part without what may be left of an annotation.
func plain(content string) string {
	content = selected.ReplaceAllString(content, "")
	content = regexp.MustCompile(`<(\w:)?author>通报检查</(\w:)?author>`).ReplaceAllString(content, "")
	content = regexp.MustCompile(`<(\w:)?r>(<(\w:)?t\b[^>]*>[^<]*</(\w:)?t>)</(\w:)?r>`).ReplaceAllString(content, "$2") // words alone became a run
	content = regexp.MustCompile(` *<(\w:)?bookViews>.*</(\w:)?bookViews>`).ReplaceAllString(content, "")
	return strings.ReplaceAll(content, "&gt;", ">")
}

// Saved by others and annotated again and again, a workbook does not grow.
func TestNothingPilesUp(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			first := mustAnnotate(t, s.data, s.items).Data
			again := first
			for range 3 {
				again = mustAnnotate(t, resave(t, again, touch), s.items).Data
			}
			if got, want := len(entries(t, again)), len(entries(t, first)); got != want {
				t.Errorf("%d parts, want %d", got, want)
			}
			a, b := contents(t, first), contents(t, again)
			for name := range a {
				for _, what := range []string{"cfRule ", "<comment ", ":comment ", "ObjectType", "<sheet ", ":sheet ", "xf ", "dxf>", "font>", "author>"} {
					if strings.Count(a[name], what) != strings.Count(b[name], what) && b[name] != "" {
						t.Errorf("%s: %d times %q, want %d", name, strings.Count(b[name], what), what, strings.Count(a[name], what))
					}
				}
			}
		})
	}
}

// LibreOffice forgets who wrote a note and parts its words into runs.
func TestStripWithoutAuthors(t *testing.T) {
	s := samples(t)[0]
	annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, func(name, content string) string {
		content = strings.ReplaceAll(content, "<author>"+author+"</author>", "<author> </author>")
		return strings.ReplaceAll(content, "错误 L101", `错误 </t></r><r><t>L101`)
	})
	after := contents(t, mustAnnotate(t, annotated, nil).Data)
	comments := after["xl/comments/comment1.xml"]
	if strings.Count(comments, "<comment ") != 1 || !strings.Contains(comments, "请按实际销号日期填写") || strings.Contains(comments, "L101") {
		t.Error(comments)
	}
}

// What somebody writes before our heading in a note of ours is theirs.
func TestWordsBeforeOursStay(t *testing.T) {
	s := samples(t)[6]
	annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, func(name, content string) string {
		return strings.Replace(content, heading+"&#10;错误", "已核实，月底前填&#10;"+heading+"&#10;错误", 1)
	})
	comments := contents(t, mustAnnotate(t, annotated, nil).Data)["comments1.xml"]
	if strings.Count(comments, "<comment ") != 1 || !strings.Contains(comments, ">已核实，月底前填<") || strings.Contains(comments, heading) {
		t.Error(comments)
	}
}

// What somebody writes below our words is theirs too, and what stood before stays
// to the character.
func TestAnswersStay(t *testing.T) {
	s := samples(t)[6]
	const before, answer = "先核对_x000D_&#10;a\u200b&#9;b", "已改，见附件&#10;二室"
	for ours, want := range map[string]string{
		"%s":                             "",
		"%s&#10; &#10;":                  "",
		"%s&#10;" + answer:               answer,
		before + "&#10;%s":               before,
		before + "&#10;%s&#10;" + answer: before + "&#10;" + answer,
		heading + "他们说的&#10;%s&#10;&#10;" + answer: heading + "他们说的&#10;" + answer,
	} {
		annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, func(name, content string) string {
			if name != "comments1.xml" {
				return touch(name, content)
			}
			return regexp.MustCompile(heading+`[^<]*`).ReplaceAllStringFunc(content, func(words string) string { return fmt.Sprintf(ours, words) })
		})
		comments := contents(t, mustAnnotate(t, annotated, nil).Data)["comments1.xml"]
		if want == "" {
			if comments != "" {
				t.Errorf("%q: %s", ours, comments)
			}
			continue
		}
		if strings.Count(comments, ">"+want+"<") != 2 {
			t.Errorf("%q: %s", ours, comments)
		}
		twice := contents(t, mustAnnotate(t, annotated, s.items).Data)["comments1.xml"]
		if strings.Count(twice, ">"+want+"<") != 2 || strings.Count(twice, "错误 L101") != 1 {
			t.Errorf("%q: %s", ours, twice)
		}
	}
}

// Nothing wrong any more: the workbook is without marks, and the list says so.
func TestMended(t *testing.T) {
	s := samples(t)[0]
	r := mustAnnotate(t, mustAnnotate(t, s.data, s.items).Data, nil)
	want := mustAnnotate(t, s.data, nil)
	if !bytes.Equal(entriesOnly(t, r.Data), entriesOnly(t, want.Data)) {
		t.Error("it is not what a clean workbook gives")
	}
	all := strings.Join(strings.Fields(contents(t, r.Data)["xl/worksheets/sheet4.xml"]), "")
	if !strings.Contains(all, "没有错误，也没有提醒") {
		t.Error(all)
	}
}

// entriesOnly is names and contents as one.
func entriesOnly(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, e := range entries(t, data) {
		b.WriteString(e.name + "\x00" + e.data + "\x00")
	}
	return b.Bytes()
}

// Excel gives the list's filter a name, and staff may move the list to the front:
// the names of other sheets still mean them.
func TestListMoved(t *testing.T) {
	s := samples(t)[5]
	annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, func(name, content string) string {
		if name != "xl/workbook.xml" {
			return touch(name, content)
		}
		list := regexp.MustCompile(`<sheet [^>]*name="问题清单（通报检查）"[^>]*/>`).FindString(content)
		content = strings.Replace(strings.Replace(content, list, "", 1), "<sheets>", "<sheets>"+list, 1)
		content = strings.Replace(content, `localSheetId="1"`, `localSheetId="2"`, 1)
		content = strings.Replace(content, "<definedNames>", `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'问题清单（通报检查）'!$A$3:$G$9</definedName>`, 1)
		return strings.Replace(content, "activeTab='3'", "activeTab='0'", 1)
	})
	pkg, err := opc.Open(annotated)
	if err != nil {
		t.Fatal(err)
	}
	if _, again, err := strip(pkg); err != nil || !again {
		t.Fatal(again, err)
	}
	got, want := contents(t, written(t, pkg))["xl/workbook.xml"], contents(t, s.data)["xl/workbook.xml"]
	if strings.Replace(got, "activeTab='0'", "activeTab='1'", 1) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Staff may delete the list and keep the marks: the next run takes them out.
func TestListDeleted(t *testing.T) {
	for _, s := range samples(t)[:2] {
		f, err := excelize.OpenReader(bytes.NewReader(mustAnnotate(t, s.data, s.items).Data))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.DeleteSheet("问题清单"); err != nil {
			t.Fatal(err)
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		r := mustAnnotate(t, b.Bytes(), nil)
		if !r.Again {
			t.Errorf("%s: no marks were found", s.name)
		}
		for name, content := range contents(t, r.Data) {
			if strings.Contains(content, `tongbao:error`) || strings.Contains(content, heading) {
				t.Errorf("%s: %s is marked", s.name, name)
			}
		}
	}
}

// A record that does not fit its package is not followed.
func TestForgedRecord(t *testing.T) {
	for _, c := range []changed{
		{"s.xml", []cut{{-1, 0, nil}}}, {"s.xml", []cut{{0, -1, nil}}}, {"s.xml", []cut{{0, 1 << 30, nil}}}, {"s.xml", []cut{{5, 0, nil}, {4, 0, nil}}},
	} {
		if _, err := c.undo([]byte("0123456789")); err == nil {
			t.Errorf("%v was followed", c)
		}
	}
	pkg, err := opc.Open(bare())
	if err != nil {
		t.Fatal(err)
	}
	if undo(pkg, record{Parts: []changed{{"nothing.xml", nil}}}) == nil {
		t.Error("a part that is not there was mended")
	}
}
