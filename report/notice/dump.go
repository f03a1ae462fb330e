package notice

import (
	"fmt"
	"strings"
)

// Dump returns the tree as text, for golden files: one line a block, the cell of
// each piece of text behind it.
func Dump(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "meta %s | %s | %s\n", d.Meta.Title, d.Meta.Issuer, d.Meta.Date.ISO())
	for _, part := range d.Title.Parts {
		fmt.Fprintf(&b, "title %s\n", pieces(part))
	}
	for _, block := range d.Body {
		switch block := block.(type) {
		case *Heading:
			fmt.Fprintf(&b, "h%d %s %s\n", block.Level, block.Number, pieces(block.Text))
			if block.Body != nil {
				fmt.Fprintf(&b, "  runs on %s\n", pieces(block.Body.Text))
			}
		case *Paragraph:
			fmt.Fprintf(&b, "p %s\n", pieces(block.Text))
		case *Signature:
			fmt.Fprintf(&b, "signature %s\ndate %s\n", pieces(block.Issuer.Text), pieces(block.Date.Text))
		}
	}
	return b.String()
}

func pieces(text []Inline) string {
	var out []string
	for _, in := range text {
		switch in := in.(type) {
		case Text:
			out = append(out, in.S+" @"+in.Src.Sheet+in.Src.Address())
		}
	}
	return strings.Join(out, " + ")
}
