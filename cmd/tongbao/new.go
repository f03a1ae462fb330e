package main

import (
	"io"

	"github.com/spf13/cobra"

	"tongbao/report/workbook"
	"tongbao/sources/check"
)

func newVerb(c *cobra.Command, u *ui) {
	var example, force bool
	c.Flags().BoolVar(&example, "example", false, "填上虚构的例子")
	c.Flags().BoolVar(&force, "force", false, "覆盖已有的同名文件")
	c.RunE = func(_ *cobra.Command, args []string) error {
		path := args[0]
		replaced, err := mayCreate(path, "tongbao new", "台账.xlsx", force)
		if err == nil {
			err = create(path, func(w io.Writer) error {
				return workbook.Write(w, workbook.Template{Required: check.DefaultRequirements(), Example: example})
			})
		}
		if err != nil {
			return err
		}
		return u.created(path, replaced)
	}
}

// created says which file is there now, and what to do with it.
func (u *ui) created(path string, replaced bool) error {
	if u.json {
		return u.writeJSON(runJSON{Verb: "new", Outputs: []outputJSON{{Format: "xlsx", Path: path, Replaced: replaced}}})
	}
	word := "已生成"
	if replaced {
		word = "已更新"
	}
	u.result("%s %s", word, path)
	u.say("请用 Excel 或 WPS 打开，照「填表说明」填好、保存，再运行 tongbao check %s", path)
	return nil
}
