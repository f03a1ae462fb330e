package main

import (
	"slices"

	"github.com/spf13/cobra"

	"tongbao/report"
)

func addContentsFlag(c *cobra.Command, contents *bool) {
	c.Flags().BoolVar(contents, "toc", false, "DOCX 前面加一张目录：一至三级标题、附件，页码与 PDF 一致（PDF 有书签，不加目录）")
}

// listed refuses --toc where 目录 has no place.
func (o *makeOptions) listed(formats []report.Format) error {
	switch {
	case !o.contents:
		return nil
	case o.template != "":
		return usageError("--toc 和 --template 不能一起用：模板要目录，请在模板里用 Word 插入；要程序的目录，请去掉 --template")
	case !slices.ContainsFunc(formats, func(f report.Format) bool { return f.Name == "docx" }):
		return usageError("--toc 的目录写在 DOCX 里，PDF 有书签；请去掉 --toc，或加上 --format docx")
	}
	return nil
}
