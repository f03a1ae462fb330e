package safefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestWriteAll(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(a, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := WriteAll([]File{{a, []byte("new")}, {b, []byte("two")}}); err != nil {
		t.Fatal(err)
	}
	if read(t, a) != "new" || read(t, b) != "two" || names(t, dir) != "a b" {
		t.Errorf("a %q, b %q, folder %s", read(t, a), read(t, b), names(t, dir))
	}
}

// One file that can't be placed leaves every other as it was, and nothing more.
func TestWriteAllOrNone(t *testing.T) {
	dir := t.TempDir()
	a, c := filepath.Join(dir, "a"), filepath.Join(dir, "c")
	if err := os.WriteFile(a, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "folder")
	if err := os.MkdirAll(filepath.Join(folder, "full"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, blocked := range map[string]string{
		"no folder":         filepath.Join(dir, "missing", "b"),
		"a folder is there": folder,
	} {
		err := WriteAll([]File{{a, []byte("new")}, {c, []byte("three")}, {blocked, []byte("two")}})
		var p *fs.PathError
		if !errors.As(err, &p) || p.Path != blocked {
			t.Errorf("%s: error %v does not name %s", name, err, blocked)
		}
		if read(t, a) != "old" || names(t, dir) != "a folder" {
			t.Errorf("%s: a %q, folder %s", name, read(t, a), names(t, dir))
		}
	}
}

// A failure while renaming puts back what was renamed before.
func TestWriteAllPutsBack(t *testing.T) {
	dir := t.TempDir()
	a := filepath.Join(dir, "a")
	if err := os.WriteFile(a, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	first, err := writeTemp(File{a, []byte("new")})
	if err != nil {
		t.Fatal(err)
	}
	s := staged{path: a, temp: first}
	if err := s.place(); err != nil {
		t.Fatal(err)
	}
	if read(t, a) != "new" {
		t.Fatal("not placed")
	}
	if err := s.clean(true); err != nil {
		t.Fatal(err)
	}
	if read(t, a) != "old" || names(t, dir) != "a" {
		t.Errorf("a %q, folder %s", read(t, a), names(t, dir))
	}
}

// A file whose place can't be taken leaves no second name behind.
func TestPlaceFails(t *testing.T) {
	dir := t.TempDir()
	a := filepath.Join(dir, "a")
	if err := os.WriteFile(a, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := staged{path: a, temp: filepath.Join(dir, "gone")}
	if err := s.place(); err == nil {
		t.Fatal("no error")
	}
	if err := s.clean(true); err != nil {
		t.Fatal(err)
	}
	if read(t, a) != "old" || names(t, dir) != "a" {
		t.Errorf("a %q, folder %s", read(t, a), names(t, dir))
	}
}

func TestName(t *testing.T) {
	for title, want := range map[string]string{
		"区局党组关于巡察整改情况的社会通报": "区局党组关于巡察整改情况的社会通报",
		`a/b\c:d*e?f"g<h>i|j`: "abcdefghij",
		"../../etc/passwd":    "etcpasswd",
		"关于…的通报。 . ":          "关于…的通报。",
		"con":                 "通报con",
		"LPT1.docx":           "通报LPT1.docx",
		"":                    "通报",
		"a\x00b\nc":           "abc",
	} {
		if got := Name(title); got != want {
			t.Errorf("Name(%q) = %q, want %q", title, got, want)
		}
	}
	if got := Name(strings.Repeat("长", 300)); len(got) > 200 || !strings.HasPrefix(strings.Repeat("长", 300), got) {
		t.Errorf("a long title gives %d bytes", len(got))
	}
}
