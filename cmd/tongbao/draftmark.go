package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// draftWords are what offices call a text that is not final.
var draftWords = []string{"征求意见稿", "审核稿", "送审稿", "草稿"}

func addDraftFlag(c *cobra.Command, word *string) {
	c.Flags().Func("draft", "稿件`名称`："+strings.Join(draftWords, "、")+"；每页左上角标明，文件名写明，PDF 不按存档格式声明", func(s string) error {
		if !slices.Contains(draftWords, s) {
			return usageError("--draft 没有“" + s + "”；可以写：" + strings.Join(draftWords, "、"))
		}
		*word = s
		return nil
	})
}

// draftTitle is what files call a notice: also by its name and its properties a
// draft is not taken for the final text.
func draftTitle(title, draft string) string {
	if draft == "" {
		return title
	}
	return title + "（" + draft + "）"
}

// drafted says what was made.
func (u *ui) drafted(draft string, done []ledgerJSON) {
	made := slices.ContainsFunc(done, func(l ledgerJSON) bool { return l.Exit == exitOK })
	switch {
	case draft == "" || !made:
	case u.review && !slices.ContainsFunc(done, func(l ledgerJSON) bool { return l.warnings > 0 }):
		u.say("这是%s，没有提醒，DOCX 里没有批注；PDF 未按存档格式声明；定稿时去掉 --review 再做一次", draft)
	case u.review:
		u.say("这是%s，每处提醒是 DOCX 里的一条批注，PDF 里没有批注，也未按存档格式声明；定稿时去掉 --review 再做一次", draft)
	default:
		u.say("这是%s，PDF 未按存档格式声明；定稿时去掉 --draft 再做一次", draft)
	}
}
