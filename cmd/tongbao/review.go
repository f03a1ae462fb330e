package main

import (
	"slices"

	"github.com/spf13/cobra"

	"tongbao/report"
	"tongbao/sources/problem"
)

// reviewWord is what a review copy is called unless --draft says otherwise.
const reviewWord = "审核稿"

func addReviewFlag(c *cobra.Command, review *bool) {
	c.Flags().BoolVar(review, "review", false, "做成"+reviewWord+"：DOCX 里每处提醒是一条 Word 批注，标在它说的那段文字上；其余同 --draft "+reviewWord)
}

// reviewed makes o's run one for review: the warnings stand in the DOCX, which is
// marked as a draft.
func (o *makeOptions) reviewed(formats []report.Format) error {
	if !o.review {
		return nil
	}
	if o.template != "" {
		return usageError("--review 和 --template 不能一起用：批注写在程序自己的 DOCX 里；要看批注请去掉 --template")
	}
	if !slices.ContainsFunc(formats, func(f report.Format) bool { return f.Name == "docx" }) {
		return usageError("--review 的批注写在 DOCX 里；请去掉 --review，或加上 --format docx")
	}
	if o.draft == "" {
		o.draft = reviewWord
	}
	return nil
}

// remark gives d's warnings to its document.
func (d *draft) remark() {
	for _, p := range d.problems {
		if p.Severity == problem.Warning {
			d.doc.Remarks = append(d.doc.Remarks, p)
		}
	}
}
