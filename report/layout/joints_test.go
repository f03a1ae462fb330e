package layout

import (
	"os"
	"strings"
	"testing"
)

// TestJointsFile writes the paragraphs of the quality table, and the real notice,
// into the file that JOINTS names, with │ where a line may end, for a judge.
func TestJointsFile(t *testing.T) {
	name := os.Getenv("JOINTS")
	if name == "" {
		t.Skip("JOINTS names no file")
	}
	data, err := os.ReadFile("../../testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(string(data)), "\n")
	w, set := writer{state: 1}, newSetter(standard())
	for range qualityParagraphs {
		all = append(all, w.paragraph())
	}
	var b strings.Builder
	for _, words := range all {
		for i, c := range set.shape(bodySpans(words)) {
			if i > 0 && c.before&parts != 0 {
				b.WriteString("│")
			}
			b.WriteString(c.text)
		}
		b.WriteString("\n")
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
