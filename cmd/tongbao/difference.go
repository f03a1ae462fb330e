package main

import "tongbao/sources/ledger"

const (
	shortText = 24 // characters that are shown whole
	around    = 6  // characters shown around what differs
)

// difference shows what became of a text: 甲 → 乙; of long ones what differs, with
// a little around it: “…会议3次。”→“…会议5次。”.
func difference(before, after string) string {
	a, b := []rune(ledger.Brief(before, len(before))), []rune(ledger.Brief(after, len(after))) // in one line
	if len(a) <= shortText && len(b) <= shortText {
		return orNothing(string(a)) + " → " + orNothing(string(b))
	}
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	tail := 0
	for tail < min(len(a), len(b))-from && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return span(a, from, len(a)-tail) + " → " + span(b, from, len(b)-tail)
}

func orNothing(s string) string {
	if s == "" {
		return "（空）"
	}
	return s
}

// span is r[from:to] with what is around it; a long one loses its middle.
func span(r []rune, from, to int) string {
	if len(r) == 0 {
		return "（空）"
	}
	begin, end := max(0, from-around), min(len(r), to+around)
	middle := string(r[begin:end])
	if end-begin > 2*shortText {
		middle = string(r[begin:begin+shortText]) + "……" + string(r[end-shortText:end])
	}
	if begin > 0 {
		middle = "…" + middle
	}
	if end < len(r) {
		middle += "…"
	}
	return "“" + middle + "”"
}
