package ledger

import (
	"slices"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzParseDeadline: a deadline has a date just when its kind says so, keeps the
// words it came from, and reads the same in its own clauses.
func FuzzParseDeadline(f *testing.F) {
	for _, s := range []string{"2023年6月底前", "立行立改", "立行立改并长期坚持", "2个月内", "2023.3.1-2023。6。30", "6月底前，长期坚持", "1。1。1", "—"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := ParseDeadline(Cell{Text: s}, Stored{})
		dated := d.Kind == DeadlineDate || d.Kind == DeadlineBoth && d.Precision != NoDate
		if d.Date.IsZero() == dated || (d.Precision == NoDate) == dated || d.Text != s || d.Kind < DeadlineNone || d.Kind > DeadlineUnknown {
			t.Fatalf("%q: %+v", s, d)
		}
		if dated && (d.Date.Year() < 1 || d.Date.Year() > 9999 || d.Date != d.Date.Truncate(24*time.Hour)) {
			t.Fatalf("%q: %v", s, d.Date)
		}
		if (d.Kind == DeadlineNone) != (Cell{Text: s}).IsEmpty() {
			t.Fatalf("%q: nothing is written, or it is", s)
		}
	})
}

// FuzzParseStatus: a status is none just where nothing is written, and blanks and
// marks around it do not matter.
func FuzzParseStatus(f *testing.F) {
	for _, s := range []string{"已完成", "整改到位（附件1）", "基 本 完 成", "95%", "逾期", "√", "是", "（（）"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := ParseStatus(Cell{Text: s})
		if (got.State == StateNone) != (Cell{Text: s}).IsEmpty() || got.Text != s || got.State.String() == "" && got.State != StateNone {
			t.Fatalf("%q: %v", s, got.State)
		}
		if got.State == StateNone || got.State == StateUnknown {
			return
		}
		if again := ParseStatus(Cell{Text: " " + s + "。"}); again.State != got.State {
			t.Fatalf("%q: %v, with marks %v", s, got.State, again.State)
		}
	})
}

// FuzzClauses: a 。 between digits is a point, every other parts clauses, and no
// other character goes.
func FuzzClauses(f *testing.F) {
	for _, s := range []string{"2023。6。30", "。1。", "1。。2", "2023年6月。长期坚持", "。"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // no cell holds it
		}
		want := []rune(s)
		for i := range want {
			if want[i] == '。' && i > 0 && i+1 < len(want) && want[i-1] < 0x80 && want[i+1] < 0x80 && isASCIIDigit(byte(want[i-1])) && isASCIIDigit(byte(want[i+1])) {
				want[i] = '.'
			}
		}
		if got := clauses(s); !slices.Equal(got, clauses(string(want))) {
			t.Fatalf("%q: %q", s, got)
		}
	})
}
