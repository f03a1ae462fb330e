package recognise

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/sources/ledger"
)

// A heading is the text over a column, made comparable: full without blanks and
// marks, bare also without （）notes.
type heading struct{ full, bare string }

// longestHeading bounds what can be a heading, in bytes.
const longestHeading = 120

var headingNotes = regexp.MustCompile(`（[^（）]*）`)

func parseHeading(text string) heading {
	if len(text) > longestHeading {
		return heading{}
	}
	full := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("*＊※：:\u200b\ufeff", r):
			return -1
		case r == '(' || r == '﹙':
			return '（'
		case r == ')' || r == '﹚':
			return '）'
		}
		return r
	}, text)
	bare := headingNotes.ReplaceAllString(full, "")
	if bare == "" {
		bare = strings.Trim(full, "（）")
	}
	return heading{full, bare}
}

// isPublic reports whether the heading says that its words may be published.
func (h heading) isPublic() bool { return !h.isInternal() && h.has(publicMarks) }

// isInternal reports whether the heading says that its words must not be.
func (h heading) isInternal() bool { return h.has(internalMarks) }

func (h heading) has(marks []string) bool {
	return slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(h.full, mark) })
}

// A tier is how surely a heading names a field; only the best one of a field's
// candidates counts.
type tier int

const (
	noMatch  tier = iota
	byName        // 整改情况
	byPublic      // 整改情况（拟公开）
	byOffice      // the office's own, from Info.Columns
)

// match returns the field that h names. An internal column of what the notice
// prints names no field, but internal says which it would be.
func (h heading) match(own []ledger.ColumnName) (field ledger.Field, how tier, internal bool) {
	if h.full == "" {
		return "", noMatch, false
	}
	for _, c := range own {
		if name := parseHeading(c.Heading.Text); name.full == h.full || name.full == h.bare {
			return c.Field, byOffice, false
		}
	}
	field = fieldNamed(h.bare)
	switch {
	case field == "":
		return "", noMatch, false
	case slices.Contains(printed, field) && h.isInternal():
		return field, noMatch, true
	case slices.Contains(printed, field) && h.isPublic():
		return field, byPublic, false
	}
	return field, byName, false
}

// fieldNamed returns the field called name, or "". A prefix may stand before it,
// unless it is a mere 说明 or 状态: 整改说明 is no remark.
func fieldNamed(name string) ledger.Field {
	for _, f := range fieldNames {
		if slices.Contains(f.names, name) {
			return f.field
		}
	}
	for _, prefix := range namePrefixes {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || utf8.RuneCountInString(rest) < 3 {
			continue
		}
		if field := fieldNamed(strings.TrimPrefix(rest, "的")); field != "" {
			return field
		}
	}
	return ""
}
