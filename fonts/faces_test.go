package fonts

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFilesAreThoseOfTheRecipe(t *testing.T) {
	list, err := os.ReadFile("faces/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(list)) {
		sum, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			t.Fatalf("SHA256SUMS: %q", line)
		}
		want[name] = sum
	}
	files, err := filepath.Glob("faces/*.ttf")
	if err != nil || len(files) != len(want) {
		t.Fatalf("%d faces, %d hashes (%v)", len(files), len(want), err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want[filepath.Base(path)] {
			t.Errorf("%s has hash %s, SHA256SUMS says %q", path, got, want[filepath.Base(path)])
		}
	}
}

// TestFacesInTheTree parses every file, also those that this build leaves out.
// Changed faces must not bear the names their authors reserved.
func TestFacesInTheTree(t *testing.T) {
	for file, want := range map[string]struct{ name, family string }{
		"GongwenFang":             {"GongwenFang", "公文仿"},
		"GongwenFangExt":          {"GongwenFangExt", "公文仿补"},
		"GongwenFangOFL":          {"GongwenFangOFL", "公文仿替"},
		"GongwenKai":              {"GongwenKai", "公文楷"},
		"GongwenHei":              {"GongwenHei", "公文黑"},
		"GongwenXBS":              {"GongwenBiaosong", "公文标宋"},
		"GongwenSong":             {"GongwenSong", "公文宋"},
		"LiberationSerif-Regular": {"LiberationSerif", "Liberation Serif"},
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile("faces/" + file + ".ttf")
			if err != nil {
				t.Fatal(err)
			}
			f, err := Parse(string(data))
			if err != nil {
				t.Fatal(err)
			}
			if f.Name() != want.name || f.Family() != want.family {
				t.Errorf("calls itself %s, %s", f.Name(), f.Family())
			}
			em := 1000
			if want.name == "LiberationSerif" {
				em = 2048
			}
			if f.UnitsPerEm() != em {
				t.Errorf("%d units per em", f.UnitsPerEm())
			}
		})
	}
}

func TestSampleNames(t *testing.T) {
	f, err := Parse(sample{}.font())
	if err != nil {
		t.Fatal(err)
	}
	if f.Name() != "Sample" || f.Family() != "样张" || f.Version() != "Version 2" {
		t.Errorf("%q, %q, %q", f.Name(), f.Family(), f.Version())
	}
	mac := edited(t, sample{}.font(), "name", put(6, platformMac, 0)) // its bytes are one a letter
	if f, err = Parse(mac); err != nil || f.Name() != "\x00S\x00a"[1:2]+"ample" {
		t.Errorf("%v, %q", err, f.Name())
	}
}

func TestMetrics(t *testing.T) {
	f, err := Parse(sample{}.font())
	if err != nil {
		t.Fatal(err)
	}
	want := Metrics{Ascent: 880, Descent: -120, CapHeight: 321, BBox: [4]int{-10, -20, 900, 800},
		ItalicAngle: -12, Weight: 700, StemV: 165, Flags: flagSerif | flagSymbolic | flagItalic}
	if got := f.Metrics(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	font := edited(t, sample{}.font(), "OS/2", put(32, 0x020B)) // a sans serif
	if f, err = Parse(edited(t, font, "post", put(12, 0, 1, 0))); err != nil {
		t.Fatal(err)
	}
	if got := f.Metrics().Flags; got != flagSymbolic|flagItalic|flagFixedPitch {
		t.Errorf("flags %b", got)
	}
	latin, _, _ := Embedded().Find(Latin, 'H')
	want = Metrics{Ascent: 1825, Descent: -443, CapHeight: 1341, BBox: [4]int{-1114, -621, 2618, 2010},
		Weight: 400, StemV: 178, Flags: flagSerif | flagSymbolic}
	if got := latin.Metrics(); got != want {
		t.Errorf("Latin: got %+v, want %+v", got, want)
	}
}

// TestCapHeightWithoutOS2 measures H where OS/2 has no cap height.
func TestCapHeightWithoutOS2(t *testing.T) {
	for _, c := range []struct {
		letters int // first character of the font's map
		want    int
	}{{'H', 500}, {'A', 880}} { // the box of glyph 1; the ascent
		font := edited(t, sample{}.font(), "OS/2", put(88, 0))
		font = edited(t, font, "cmap", put(12+16+2, c.letters, 0, c.letters+2))
		f, err := Parse(font)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Metrics().CapHeight; got != c.want {
			t.Errorf("cap height %d, want %d", got, c.want)
		}
	}
}

func TestAdvances(t *testing.T) {
	for _, c := range []struct {
		style Style
		text  string
		want  int
	}{
		{Fang, "一。，“”‘’—…", 1000}, {Kai, "一。，“”‘’—…", 1000}, {Hei, "一。，“”‘’—…", 1000},
		{XBS, "一。，“”‘’—…", 1000}, {Song, "一。，“”‘’—…", 1000}, {Fang, "𠮷㛃䶮", 1000},
		{Fang, "·", fangDot}, {Kai, "·", 500}, {XBS, "·", 500}, {Song, "·", 500}, {Hei, "·", 1000}, // layout sets · itself
		{Latin, "0123456789", 1024}, {Latin, "W", 1933}, {Latin, " ", 512},
	} {
		for _, r := range c.text {
			f, g, ok := Embedded().Find(c.style, r)
			if !ok || f.Advance(g) != c.want {
				t.Errorf("style %d: %c is %d wide, want %d", c.style, r, f.Advance(g), c.want)
			}
		}
	}
}

// TestDashesJoin: a 破折号 is one ⸺, two cells wide, or two — whose ink fills
// the cell from edge to edge: they leave no gap.
func TestDashesJoin(t *testing.T) {
	for style := Fang; style < Latin; style++ {
		f, dash, _ := Embedded().Find(style, '—')
		if long, ok := f.Glyph('⸺'); ok {
			if got := f.Advance(long); got != 2*f.UnitsPerEm() {
				t.Errorf("%s: ⸺ is %d wide", f.Name(), got)
			}
			continue
		}
		g := f.glyph(dash)
		if left, right := g.i16(2), g.i16(6); left > 0 || right < f.Advance(dash) {
			t.Errorf("%s: — has ink from %d to %d of %d, and there is no ⸺", f.Name(), left, right, f.Advance(dash))
		}
	}
}

// TestLaterGlyphsRepeatTheLastAdvance: hmtx may have fewer advances than glyphs.
func TestLaterGlyphsRepeatTheLastAdvance(t *testing.T) {
	f, err := Parse(sample{}.font())
	if err != nil {
		t.Fatal(err)
	}
	for g, want := range []int{500, 600, 600, 600, 600} {
		if got := f.Advance(GlyphID(g)); got != want {
			t.Errorf("glyph %d is %d wide, want %d", g, got, want)
		}
	}
}
