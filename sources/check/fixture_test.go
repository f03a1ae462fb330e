package check

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tongbao/sources"
)

// The real ledger is good: its five completed findings without evidence are all
// there is to say.
func TestFixture(t *testing.T) {
	file := "天元区文旅广体局巡察整改台账.xlsx"
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	book, problems, err := sources.Read(file, data, sources.Limits{})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var got []string
	for _, p := range Ledger(load(t, book)) {
		got = append(got, p.Severity.String()+" "+p.Pos.Sheet+" "+p.Pos.Address()+" "+string(p.Code))
	}
	// Findings 6, 12, 18, 30 and 36.
	want := []string{"提醒 整改台账 L9 L103", "提醒 整改台账 L15 L103", "提醒 整改台账 L21 L103", "提醒 整改台账 L33 L103", "提醒 整改台账 L39 L103"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
