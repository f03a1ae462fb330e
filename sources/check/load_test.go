package check

import (
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// load makes a ledger of a book as the program does. What the readers say of it
// is theirs to test.
func load(t *testing.T, b *grid.Book) *ledger.Ledger {
	var in ledger.Info
	info.FromBook(&in, b)
	l, _ := recognise.Ledger(b, &in)
	if len(l.Tables) == 0 {
		t.Fatal("no ledger recognised")
	}
	return l
}
