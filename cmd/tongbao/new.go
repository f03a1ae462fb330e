package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/report/safefile"
	"tongbao/report/workbook"
	"tongbao/sources/check"
)

func newVerb(c *cobra.Command, u *ui) {
	var example, force bool
	c.Flags().BoolVar(&example, "example", false, "填上虚构的例子")
	c.Flags().BoolVar(&force, "force", false, "覆盖已有的同名文件")
	c.RunE = func(_ *cobra.Command, args []string) error {
		path := args[0]
		replaced, err := mayCreate(path, force)
		if err == nil {
			err = writeTemplate(path, workbook.Template{Required: check.DefaultRequirements(), Example: example})
		}
		if err != nil {
			return err
		}
		return u.created(path, replaced)
	}
}

// mayCreate keeps what stands at path unless forced: it may be a ledger that
// somebody has filled in.
func mayCreate(path string, force bool) (replaced bool, err error) {
	base := filepath.Base(path)
	if isFolder(path) {
		return false, usageError(path + " 是文件夹；请写出文件名，如 tongbao new " + filepath.Join(path, "台账.xlsx"))
	}
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") || len(base) == len(".xlsx") {
		return false, usageError("文件名要以 .xlsx 结尾，如 tongbao new 台账.xlsx")
	}
	if strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~") {
		return false, usageError(base + " 是 Excel 或 WPS 锁文件的名称；请换一个名称，如 台账.xlsx")
	}
	switch _, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !force:
		return false, fileError(path + " 已经存在，没有改动；请换一个文件名，确认可以覆盖时加 --force")
	}
	return true, nil
}

func writeTemplate(path string, t workbook.Template) error {
	var b bytes.Buffer
	if err := workbook.Write(&b, t); err != nil {
		return err
	}
	undo, err := makeFolder(filepath.Dir(path))
	if err == nil {
		err = safefile.WriteAll([]safefile.File{{Path: path, Data: b.Bytes()}})
	}
	if err != nil {
		undo()
	}
	return err
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
