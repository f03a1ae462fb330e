package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// TestSpecimenFiles writes a document of every kind into the folder that
// SPECIMENS names, for a judge.
func TestSpecimenFiles(t *testing.T) {
	folder := os.Getenv("SPECIMENS")
	if folder == "" {
		t.Skip("SPECIMENS names no folder")
	}
	for name, doc := range map[string]*notice.Document{
		"formal": specimen.Formal(60), "upward": specimen.Upward(), "long": specimen.Formal(4000), "private": private(),
	} {
		data := write(t, doc, newSetter(t).document(doc))
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func private() *notice.Document { return specimen.Formal(2) }
