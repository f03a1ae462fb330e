package fonts

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A part of a face is a font of its own: it says the same names and rights, leads
// to the same outlines, and has nothing else.
func TestInstallable(t *testing.T) {
	chars := []rune("一— 0123456789仿宋\U00020BB7一")
	for _, f := range Embedded().Faces() {
		data, err := f.Installable(chars)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(string(data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name(), err)
		}
		if got.Name() != f.Name() || got.Family() != f.Family() || got.Licence() != f.Licence() || got.Rights() != f.Rights() || got.Version() != f.Version() {
			t.Errorf("%s calls itself %s, %s", f.Name(), got.Name(), got.Family())
		}
		for r := rune(0); r <= 0xFFFF; r++ {
			want, has := f.Glyph(r)
			g, ok := got.Glyph(r)
			if wanted := has && bytes.ContainsRune([]byte(string(chars)), r); ok != wanted {
				t.Errorf("%s: U+%04X is there: %t", f.Name(), r, ok)
			} else if ok && (got.Advance(g) != f.Advance(want) || !bytes.HasPrefix([]byte(got.glyph(g)), []byte(f.glyph(want))) && !isComposite(f.glyph(want))) {
				t.Errorf("%s: U+%04X leads to another glyph", f.Name(), r)
			}
		}
		if again, _ := f.Installable([]rune("宋仿9876543210 —一")); !bytes.Equal(again, data) {
			t.Errorf("%s: the same characters, other bytes", f.Name())
		}
	}
}

// The sanitizer that browsers use takes it as it is.
func TestSanitizerAcceptsInstallable(t *testing.T) {
	tool, err := exec.LookPath("ots-sanitize")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("ots-sanitize is missing (Debian package opentype-sanitizer)")
		}
		t.Skip("needs ots-sanitize (Debian package opentype-sanitizer)")
	}
	data, err := Embedded().Chain(Song)[0].Installable([]rune("— 0123456789"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "part.ttf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tool, path).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func TestEditable(t *testing.T) {
	for rights, want := range map[Rights]bool{
		0: true, editable: true, editable | restricted: true, noSubsetting | editable: false,
		restricted: false, previewAndPrint: false, previewAndPrint | editable: true, bitmapOnly: false,
	} {
		if rights.Editable() != want {
			t.Errorf("fsType %#x: %t", int(rights), !want)
		}
	}
	for _, f := range Embedded().Faces() {
		if !f.Rights().Editable() {
			t.Errorf("%s may not be embedded for editing", f.Name())
		}
	}
}
