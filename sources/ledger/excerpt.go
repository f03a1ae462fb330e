package ledger

const (
	shortText = 24 // characters that are shown whole
	around    = 6  // characters shown around what differs
)

// Excerpts shows two texts that differ, for one line each: short ones whole, of long
// ones what differs with a little around it: “…会议3次。” and “…会议5次。”. No text is
// （空）.
func Excerpts(a, b string) (string, string) {
	x, y := []rune(Brief(a, len(a))), []rune(Brief(b, len(b))) // in one line
	if len(x) <= shortText && len(y) <= shortText {
		return excerpt(x, 0, len(x)), excerpt(y, 0, len(y))
	}
	from := 0
	for from < len(x) && from < len(y) && x[from] == y[from] {
		from++
	}
	tail := 0
	for tail < min(len(x), len(y))-from && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	return excerpt(x, from, len(x)-tail), excerpt(y, from, len(y)-tail)
}

// excerpt is r[from:to] with what is around it; a long one loses its middle.
func excerpt(r []rune, from, to int) string {
	if len(r) == 0 {
		return "（空）"
	}
	begin, end := max(0, from-around), min(len(r), to+around)
	s := string(r[begin:end])
	if end-begin > 2*shortText {
		s = string(r[begin:begin+shortText]) + "……" + string(r[end-shortText:end])
	}
	if begin > 0 {
		s = "…" + s
	}
	if end < len(r) {
		s += "…"
	}
	return "“" + s + "”"
}
