package docx

import (
	"strings"
	"testing"

	"tongbao/report/notice"
)

// In Word's measure a character is 315 twips wide, a digit 155, two cells 632.
func TestSignatureIndents(t *testing.T) {
	g := a4()
	const area = 8844
	indents := func(issuer, date string) (right, left int) {
		r, l := g.signatureIndents(issuer, date)
		return int(r.Twips()), int(l.Twips())
	}
	width := func(s string) int { return int(g.width(s).Twips()) }
	for _, c := range []struct {
		issuer, date      string
		right, beforeDate int // the issuer's right indent; from its first character to the date's
	}{
		{strings.Repeat("局", 19), "2023年6月21日", 632, 632},
		{strings.Repeat("局", 12), "2023年12月31日", 632, 632},
		{"局", "2023年6月21日", 632 + 2030 + 632 - 315, 632}, // the date keeps its two characters, the issuer moves
	} {
		right, left := indents(c.issuer, c.date)
		first := area - right - width(c.issuer)
		if near := func(a, b int) bool { return a-b <= 2 && b-a <= 2 }; !near(right, c.right) || !near(left-first, c.beforeDate) {
			t.Errorf("%s, %s: issuer ends at %d, date begins %d behind it", c.issuer, c.date, right, left-first)
		}
		if end := left + width(c.date); end > area-630 {
			t.Errorf("%s, %s: the date ends %d from the left of %d", c.issuer, c.date, end, area)
		}
	}
	if right, left := indents(strings.Repeat("局", 60), "2023年6月21日"); right != 632 || left < 620 || left > 640 {
		t.Errorf("an issuer of three lines: %d, %d", right, left)
	}
	if _, left := indents("", strings.Repeat("长", 60)); left != 0 {
		t.Errorf("a date longer than a line begins at %d", left)
	}
}

func TestTwoLinesStayWithTheSignature(t *testing.T) {
	long, one, sign := para(strings.Repeat("字", 27)), para("一行。"), &notice.Signature{}
	head := &notice.Heading{Level: 2, Text: words("一"), Body: long}
	for name, c := range map[string]struct {
		body []notice.Block
		want string
	}{
		"long last":  {[]notice.Block{one, long, sign}, "-k-"},
		"short last": {[]notice.Block{long, one, one, sign}, "-kk-"},
		"run-in":     {[]notice.Block{one, head, sign}, "-k-"},
		"none":       {[]notice.Block{one, long}, "--"},
		"alone":      {[]notice.Block{sign}, "-"},
	} {
		got := ""
		for _, k := range a4().keptWithSignature(c.body) {
			got += map[bool]string{true: "k", false: "-"}[k]
		}
		if got != c.want {
			t.Errorf("%s: kept %s, want %s", name, got, c.want)
		}
	}
	doc := &notice.Document{Body: []notice.Block{one, long, sign}}
	if n := strings.Count(string(part(t, write(t, doc, standard()), bodyPart)), "<w:keepNext/><w:widowControl/>"); n != 1 {
		t.Errorf("%d paragraphs keep with the signature", n)
	}
}
