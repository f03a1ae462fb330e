package house

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// TestHouses holds what each file of testdata asks for: what is wrong with it, or
// the page it gives and what of that departs from the standard. UPDATE=1 rewrites.
func TestHouses(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := told(t, archive.Files[0].Data)
		if os.Getenv("UPDATE") == "1" {
			archive.Files = append(archive.Files[:1], txtar.File{Name: "told", Data: []byte(got)})
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if want := string(archive.Files[1].Data); got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

func told(t *testing.T, data []byte) string {
	t.Helper()
	rules, problems := Read("版式.yaml", data)
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s\n", p)
	}
	if problems.Err() != nil {
		return b.String()
	}
	s := setup.Standard(fonts.Embedded())
	rules.Apply(s)
	page := s.Sheet
	fmt.Fprintf(&b, "%d×%d, %s, %s wide, %s high, from %s %s, number at %s\n", page.Rows.N, page.Columns.N, inPt(page.Pitch.Unit),
		inMm(page.AreaWidth.Unit), inMm(page.RowsHigh()), inMm(page.Left.Unit), inMm(page.Top.Unit), inMm(page.NumberCentre()))
	for _, d := range rules.Departures() {
		fmt.Fprintf(&b, "%s：%s\n", d.Pos, d.Words())
	}
	return b.String()
}

// TestManual reads the example of FORMAT.md: it has every key, and nothing wrong.
func TestManual(t *testing.T) {
	manual, err := os.ReadFile("../../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(manual), "### 单位版式")
	_, rest, _ = strings.Cut(rest, "```yaml\n")
	example, _, ok := strings.Cut(rest, "```")
	rules, problems := Read("版式.yaml", []byte(example))
	if !ok || len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, example)
	}
	for _, k := range keys() {
		if !strings.Contains(example, k.name) || k.name != "fonts" && rules.first(k.name) == (problem.Pos{}) {
			t.Errorf("no %s in\n%s", k.name, example)
		}
	}
}

// TestNothingAsked leaves the standard's setup alone, whether there is no file, an
// empty one, or one that asks for what the standard has.
func TestNothingAsked(t *testing.T) {
	for _, text := range []string{"", "# 无", "行距: 撑满\n每页行数: 22\n页边距: {上: 37, 左: 28}\n页码: — 1 —\n页码位置: 外侧\n三级标题加粗: 否"} {
		rules, problems := Read("版式.yaml", []byte(text))
		s := setup.Standard(nil)
		rules.Apply(s)
		if got := *s.Sheet; got != *gb9704.A4() || len(problems) > 0 || len(rules.Departures()) > 0 {
			t.Errorf("%q: %v, %v, %v", text, got, problems, rules.Departures())
		}
	}
	s := setup.Standard(nil)
	Rules{}.Apply(s)
	if *s.Sheet != *gb9704.A4() {
		t.Error("no rules change the sheet")
	}
}

// TestApplyOwn wants the standard's own names left as they are.
func TestApplyOwn(t *testing.T) {
	rules, _ := Read("版式.yaml", []byte("字体: {小标宋: 华文中宋}"))
	names := setup.OfficeFonts()
	s := &setup.Setup{Names: names}
	rules.Apply(s)
	if s.Names[gb9704.XiaoBiao] != "华文中宋" || s.Names[gb9704.FangSong] != "仿宋_GB2312" || names[gb9704.XiaoBiao] == "华文中宋" {
		t.Errorf("%v; before %v", s.Names, names)
	}
}

func TestLength(t *testing.T) {
	for text, want := range map[string]gb9704.Unit{
		"28": 28 * gb9704.Pt, "28磅": 28 * gb9704.Pt, "28.5PT": 633413, "10.39mm": 1039 * gb9704.Mm / 100, "1厘米": 10 * gb9704.Mm,
		"": -1, "二十八": -1, "-3": -1, "28.555": -1, "99999": -1, "28,5": -1, "+3": -1, "1e3": -1, ".": -1, "磅": -1,
	} {
		got, ok := length(text, gb9704.Pt)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, problems := Read("版式.yaml", data)
		if problems.Err() != nil {
			return
		}
		s := setup.Standard(nil)
		rules.Apply(s)
		page := s.Sheet
		if page.Rows.N < leastRows || page.Columns.N < leastColumns || fitting(page, page.Pitch.Unit) != page.Rows.N && page.Pitch.Unit != gb9704.Line {
			t.Errorf("%d rows of %d", page.Rows.N, page.Columns.N)
		}
		if word := page.Word(); word.Top.Unit < 0 || word.Bottom.Unit < 0 || word.FooterDistance.Unit < 0 || word.OneLineGap.Unit < 0 {
			t.Errorf("%+v", word)
		}
		rules.Departures()
	})
}
