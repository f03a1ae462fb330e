package check

import (
	"strings"
	"testing"

	"tongbao/sources/ledger"
)

// A | only begins a row of the title: alone it is no title, and what stands
// before it is the title's end.
func TestRowBreaksOfTitle(t *testing.T) {
	for title, want := range map[string]string{"|": "L520", " | ": "L520", "关于整改|情况的通报": "", "关于整改情况的通报。|": "L525"} {
		l := &ledger.Ledger{Info: ledger.Info{Title: ledger.Cell{Text: title}, Issuer: ledger.Cell{Text: title}}}
		got := ""
		for _, p := range Ledger(l) {
			if strings.HasPrefix(p.Message, "「标题」") {
				got += string(p.Code)
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
}

// While an info file cannot be read, nothing is said to be missing.
func TestUnreadable(t *testing.T) {
	for _, unreadable := range []bool{false, true} {
		l := &ledger.Ledger{Info: ledger.Info{Unreadable: unreadable}}
		if got := len(Ledger(l)) == 0; got != unreadable {
			t.Errorf("unreadable %v: %v", unreadable, Ledger(l))
		}
	}
}
