package fonts

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSanitizerAcceptsSubsets asks the sanitizer that browsers use. It wants a
// whole font, so the subset gets the tables that PDF has no use for.
func TestSanitizerAcceptsSubsets(t *testing.T) {
	tool, err := exec.LookPath("ots-sanitize")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("ots-sanitize is missing (Debian package opentype-sanitizer)")
		}
		t.Skip("needs ots-sanitize (Debian package opentype-sanitizer)")
	}
	for _, f := range Embedded().Faces() {
		t.Run(f.Name(), func(t *testing.T) {
			s, err := f.Subset(glyphsOf(f, noticeText))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "subset.ttf")
			if err := os.WriteFile(path, wholeFont(t, s), 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(tool, path).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// wholeFont adds names, metrics and a cmap to a subset: U+10000 leads to glyph 1.
func wholeFont(t *testing.T, s *Subset) []byte {
	t.Helper()
	tables, err := readDirectory(string(s.Data()), 0)
	if err != nil {
		t.Fatal(err)
	}
	n := len(s.Glyphs)
	os2 := append(words(4, 500, 400, 5), make([]byte, 88)...)
	copy(os2[62:], words(0x40, 'A', 'Z', 880, -120, 0, 880, 120))
	parts := []part{
		copied("OS/2", table(os2)),
		copied("cmap", table(words(0, 1, 3, 10, 0, 12, 12, 0, 0, 28, 0, 0, 0, 1, 1, 0, 1, n-2, 0, 1))),
		copied("name", table(names6())),
		copied("post", table(append(words(3, 0), make([]byte, 28)...))),
	}
	for tag, data := range tables {
		parts = append(parts, copied(tag, data))
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.tag, b.tag) })
	return writeFont(parts)
}
