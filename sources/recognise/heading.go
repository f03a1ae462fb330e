package recognise

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// A heading is the text over a column, made comparable: full without blanks and
// marks and in half width, bare also without ()notes. Under says that it stands
// under words that keep it from the public.
type heading struct {
	full, bare string
	under      bool
}

// What bounds a heading, in bytes: without its ()notes and with them.
const (
	longestHeading = 120
	longestNoted   = 1200
)

func parseHeading(text string) heading {
	if len(text) > longestNoted || len(text) > longestHeading && !strings.ContainsAny(text, "（(") {
		return heading{}
	}
	full := headingMarks.Replace(ledger.HalfWidth(ledger.Squeeze(text)))
	bare := full
	if strings.Contains(full, "(") {
		bare = withoutNotes(full)
	}
	if len(bare) > longestHeading {
		return heading{}
	}
	return heading{full: full, bare: bare}
}

// headingMarks are no part of a heading's words.
var headingMarks = strings.NewReplacer("*", "", "※", "", ":", "")

// withoutNotes takes out what stands in brackets, unless that is all there is.
func withoutNotes(s string) string {
	var out strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case depth == 0:
			out.WriteRune(r)
		}
	}
	if out.Len() == 0 || depth > 0 {
		return strings.Trim(s, "()")
	}
	return out.String()
}

// isPublic reports whether the heading says that its words may be published.
func (h heading) isPublic() bool { return has(h.full, publicMarks) }

// isInternal reports whether a heading, what stands above it, or a note in it says
// that the words below must not be published as they are.
func (h heading) isInternal() bool {
	if h.under || has(h.full, internalMarks) {
		return true
	}
	for note := range notes(h.full) {
		if isRestriction(note) {
			return true
		}
	}
	return false
}

// isRestriction reports whether a note by itself keeps a column from the public.
func isRestriction(note string) bool {
	note = lifted.Replace(note)
	return note == "内" || note == "密" || has(note, restrictions)
}

// notes is what stands in brackets, the outermost ones.
func notes(full string) iter.Seq[string] {
	return func(yield func(string) bool) {
		depth, from := 0, 0
		for i, r := range full {
			switch {
			case r == '(':
				if depth++; depth == 1 {
					from = i + 1
				}
			case r == ')' && depth > 0:
				if depth--; depth == 0 && !yield(full[from:i]) {
					return
				}
			}
		}
	}
}

func has(s string, marks []string) bool {
	return slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(s, mark) })
}

// A tier is how surely a heading names a field; only the best one of a field's
// candidates counts.
type tier int

const (
	noMatch  tier = iota
	byName        // 整改情况
	byPublic      // 整改情况（拟公开）
	byOffice      // the office's own, from Info.Columns
	byLetter      // the same, by the column's letter
)

// A vocabulary is every name of a field, and the office's own.
type vocabulary struct {
	own   map[string]ledger.Field // by heading.full
	cols  map[int]ledger.Field    // by column: D列
	names map[string]ledger.Field // by heading.bare
	ends  map[rune]bool           // the last characters of all these
}

func newVocabulary(own []ledger.ColumnName) vocabulary {
	v := vocabulary{own: map[string]ledger.Field{}, cols: map[int]ledger.Field{}, names: map[string]ledger.Field{}, ends: map[rune]bool{}}
	for _, c := range own {
		full := parseHeading(c.Heading.Text).full
		if col := letter(full); col > 0 {
			v.cols[col] = c.Field
			continue
		}
		v.own[full], v.ends[last(full)] = c.Field, true
	}
	for _, f := range fieldNames {
		for _, name := range f.names {
			v.names[name], v.ends[last(name)] = f.field, true
		}
	}
	return v
}

// letter is the column that D列 or 第D列 names, 0 if s names none.
func letter(s string) (col int) {
	s, ok := strings.CutSuffix(strings.TrimPrefix(strings.ToUpper(s), "第"), "列")
	if !ok || s == "" || len(s) > 3 {
		return 0
	}
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return 0
		}
		col = 26*col + int(r-'A') + 1
	}
	return col
}

// weakText is the rank of name among the headings that stand for 反馈的具体问题 where
// nothing better does, from 1; 0 if it is none of them.
func (v vocabulary) weakText(name string) int {
	for _, prefix := range append([]string{""}, namePrefixes...) {
		rest, ok := strings.CutPrefix(name, prefix)
		if i := slices.Index(weakTexts, strings.TrimPrefix(rest, "的")); ok && i >= 0 {
			return i + 1
		}
	}
	return 0
}

// hasVersions reports whether offices keep a public and an internal version of a
// field: of what the notice prints, and of the measures.
func hasVersions(f ledger.Field) bool { return f.Printed() || f == ledger.FieldMeasures }

// match returns the field that h names. An internal version of a field is matched
// as noMatch, but internal says that it is one of field's. Not even the office's
// own word makes it one that is printed.
func (v vocabulary) match(h heading) (field ledger.Field, how tier, internal bool) {
	if h.full == "" {
		return "", noMatch, false
	}
	if field, ok := v.ownField(h); ok {
		if field.Printed() && h.isInternal() {
			return field, noMatch, true
		}
		return field, byOffice, false
	}
	field = v.named(h.bare)
	switch {
	case field == "":
		return "", noMatch, false
	case hasVersions(field) && h.isInternal():
		return field, noMatch, true
	case hasVersions(field) && h.isPublic():
		return field, byPublic, false
	}
	return field, byName, false
}

// field is the field that a cell's text is a heading of, "" if it is none.
func (v vocabulary) field(text string) ledger.Field {
	if !v.endsLikeOne(text) {
		return ""
	}
	field, _, _ := v.match(parseHeading(text))
	return field
}

// knowsOne reports whether any of cells could be a heading of ours.
func (v vocabulary) knowsOne(cells []grid.Cell) bool {
	for i := range cells {
		if v.field(cells[i].Text) != "" {
			return true
		}
	}
	return false
}

// endsLikeOne reports whether text, but for a note, ends as one of the names does.
func (v vocabulary) endsLikeOne(text string) bool {
	end := last(text) // of most cells it is no heading's
	switch end {
	case '：', ':', '*', '＊', '※', '﹚':
		return true
	case '）', ')':
		if len(text) > longestNoted || saysTooMuch(text) {
			return false
		}
		if i := strings.IndexAny(text, "（("); i > 0 && v.ends[last(text[:i])] {
			return true
		}
		if i := strings.LastIndexAny(text, "（("); i > 0 {
			end = last(text[:i])
		}
	}
	return v.ends[end] || end == ')' || end == '）' || unicode.IsSpace(end)
}

// saysTooMuch reports whether the Hanzi of text outside of ()notes alone are more
// than a heading has.
func saysTooMuch(text string) bool {
	depth, size := 0, 0
	for _, r := range text {
		switch {
		case r == '（' || r == '(' || r == '﹙':
			depth++
		case (r == '）' || r == ')' || r == '﹚') && depth > 0:
			depth--
		case depth == 0 && r >= 0x4e00 && r <= 0x9fff:
			if size += utf8.RuneLen(r); size > longestHeading {
				return true
			}
		}
	}
	return false
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// ownField returns the field of the office's own heading h, its notes first.
func (v vocabulary) ownField(h heading) (ledger.Field, bool) {
	if field, ok := v.own[h.full]; ok {
		return field, true
	}
	field, ok := v.own[h.bare]
	return field, ok
}

// named returns the field called name, or "". A prefix may stand before it,
// unless it is a mere 说明 or 状态: 整改说明 is no remark.
func (v vocabulary) named(name string) ledger.Field {
	if field, ok := v.names[name]; ok {
		return field
	}
	for _, prefix := range namePrefixes {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || utf8.RuneCountInString(rest) < 3 {
			continue
		}
		if field := v.named(strings.TrimPrefix(rest, "的")); field != "" {
			return field
		}
	}
	return ""
}
