package main

import (
	"errors"
	"fmt"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// made shows how one ledger fared under make. Of several each line names it.
func (u *ui) made(d *draft, several bool) {
	of := ""
	if several {
		of = d.file + "："
	}
	u.read(d)
	u.problems(d.problems)
	if err := d.failure(); err != nil {
		u.failed(d, err)
		return
	}
	u.changed(of, d.changes, false)
	for _, o := range d.outputs {
		word := "已生成"
		if o.replaced {
			word = "已更新"
		}
		u.result("%s%s %s", of, word, o.path)
	}
	if n := d.problems.Count(problem.Warning); n > 0 {
		u.say("%s有 %d 处提醒，不影响生成；请核对", of, n)
	}
}

// checked shows how one ledger fared under check.
func (u *ui) checked(d *draft) {
	if d.layout != nil {
		u.layout(d.file, d.layout)
	}
	u.read(d)
	u.problems(d.problems)
	u.annotated(d)
	if err := d.failure(); err != nil {
		u.failed(d, err)
		return
	}
	u.changed("", d.changes, true)
	switch n := d.problems.Count(problem.Warning); n {
	case 0:
		u.say("%s 检查通过", d.file)
	default:
		u.say("%s 没有错误，有 %d 处提醒；可以用 tongbao make 生成通报", d.file, n)
	}
}

// manyProblems is how many are easier to mend in the workbook than from a list.
const manyProblems = 10

// failed says why there is no notice; problems were listed already.
func (u *ui) failed(d *draft, err error) {
	if message, _ := translate(err); message != "" {
		if errors.As(err, new(unreadable)) { // the others name the file themselves
			message = d.file + "：" + message
		}
		u.warn("%s", message)
		return
	}
	errs, warnings := d.problems.Count(problem.Error), d.problems.Count(problem.Warning)
	count := fmt.Sprintf("共 %d 处错误", errs)
	if warnings > 0 {
		count += fmt.Sprintf("、%d 处提醒", warnings)
	}
	made := "没有生成文件"
	switch {
	case d.annotation != nil:
		made = "逐处标在 " + d.annotation.path + " 里"
	case errs+warnings >= manyProblems:
		made += "（tongbao check --annotate 标注.xlsx 把它们标在台账的副本里）"
	}
	u.warn("%s：%s，%s；改好保存后再运行一次，规则见 tongbao explain %s", d.file, count, made, firstError(d.problems))
}

func firstError(l problem.List) problem.Code {
	for _, p := range l {
		if p.Severity == problem.Error {
			return p.Code
		}
	}
	return ""
}

// read says what was read, every row that heads others, and every row or sheet
// that was passed over.
func (u *ui) read(d *draft) {
	if d.ledger == nil || len(d.ledger.Tables) == 0 {
		return
	}
	u.say("%s：读到 %d 条问题%s%s", d.file, len(d.ledger.Findings), states(d.ledger.Findings), inRows(d.ledger.Findings))
	if d.layout != nil { // it says the rest
		return
	}
	for _, h := range d.ledger.Heads {
		u.say("  %s：%s", h.Pos, h.Reason)
	}
	for _, s := range d.ledger.Skipped {
		u.say("  略过 %s：%s", s.Place(), s.Reason)
	}
}

// inRows says how many findings take several rows.
func inRows(list []ledger.Finding) string {
	n, rows := 0, 0
	for _, f := range list {
		if len(f.Further) > 0 {
			n++
			rows += 1 + len(f.Further)
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("，其中 %d 条占 %d 行，一行一项措施", n, rows)
}

// states counts findings by status: （已完成 29、长期坚持 6）.
func states(list []ledger.Finding) string {
	counts := map[ledger.State]int{}
	for _, f := range list {
		counts[f.State()]++
	}
	var out []string
	for s := ledger.Completed; s <= ledger.StateUnknown; s++ {
		if counts[s] > 0 {
			out = append(out, fmt.Sprintf("%s %d", s, counts[s]))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "（" + strings.Join(out, "、") + "）"
}

// keep is what is still needed of a ledger once it was shown: a batch must not
// hold all its notices.
func (u *ui) keep(d *draft) ledgerJSON {
	if u.json {
		return newLedgerJSON(d)
	}
	_, code := translate(d.failure())
	return ledgerJSON{File: d.file, Exit: code, warnings: d.problems.Count(problem.Warning), carried: d.carried()}
}

// conclude ends a run over ledgers: the JSON, or for a batch the total.
func (u *ui) conclude(verb string, done []ledgerJSON) error {
	code, failed := exitOK, []string(nil)
	for _, l := range done {
		if l.Exit != exitOK {
			failed = append(failed, l.File)
		}
		code = worst(code, l.Exit)
	}
	if u.json {
		if err := u.writeJSON(runJSON{Verb: verb, Exit: code, Ledgers: done}); err != nil {
			return err
		}
	}
	if len(done) > 1 {
		u.say("共 %d 份台账，%d 份成功，%d 份没有通过%s", len(done), len(done)-len(failed), len(failed), fileList(failed))
	}
	if code == exitOK {
		return nil
	}
	return reported{code}
}

// fileList names files after a count of them, the first ten; the rest is counted.
func fileList(files []string) string {
	const most = 10
	switch {
	case len(files) == 0:
		return ""
	case len(files) > most:
		return fmt.Sprintf("：%s，另有 %d 份", strings.Join(files[:most], "、"), len(files)-most)
	}
	return "：" + strings.Join(files, "、")
}
