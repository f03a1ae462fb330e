package layout

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

const titleShapes = "testdata/titles.txt"

// TestTitleShapes keeps how titles of the kind that offices write are parted. The
// file has a line for each: the issuer's name, #, and the rows.
func TestTitleShapes(t *testing.T) {
	data, err := os.ReadFile(titleShapes)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		name, rows, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "#")
		if name == "" && strings.HasPrefix(rows, " ") {
			got.WriteString(line)
			continue
		}
		title := unbroken(rows)
		if now := titled(title, name); now != rows {
			t.Logf("%s\nnow %s\nwas %s", name, now, rows)
			rows = now
		}
		checkTitle(t, name, rows)
		got.WriteString(name + "#" + rows + "\n")
	}
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(titleShapes, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got.String() != string(data) {
		t.Errorf("%s differs; UPDATE=1 rewrites it", titleShapes)
	}
}

var (
	weakHead  = regexp.MustCompile(`^[的和及与对，、》）”]`)
	bookTitle = regexp.MustCompile(`《[^《》]*》|〈[^〉]*〉`)
)

// checkTitle wants what 7.3.1 wants of every title: four rows at most, no row
// that is longer than both neighbours are short of, nothing parted that is one.
func checkTitle(t *testing.T, name, rows string) {
	t.Helper()
	parts := strings.Split(rows, "|")
	if len(parts) > 4 {
		t.Errorf("%d rows: %s", len(parts), rows)
	}
	narrowing, last := false, 0
	for i, row := range parts {
		long := utf8.RuneCountInString(row)
		if i > 0 && narrowing && long > last+2 {
			t.Errorf("an hourglass: %s", rows)
		}
		narrowing, last = narrowing || i > 0 && long < last, long
		if i > 0 && weakHead.MatchString(row) {
			t.Errorf("begins with a particle: %s", rows)
		}
	}
	for _, unit := range append(bookTitle.FindAllString(unbroken(rows), -1), name) {
		if utf8.RuneCountInString(unit) <= 20 && !strings.Contains(rows, unit) {
			t.Errorf("parts %s: %s", unit, rows)
		}
	}
}
