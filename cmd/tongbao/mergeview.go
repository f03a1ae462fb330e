package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tongbao/sources/check"
	"tongbao/sources/problem"
)

// What merge --json adds.
type mergeJSON struct {
	Findings int           `json:"findings"`
	Joined   int           `json:"joined"` // findings that were the same as another
	Problems []problemJSON `json:"problems"`
}

// refused says that nothing was made.
func (j *joining) refused(code int) error {
	j.warn("没有合并，也没有生成文件；按上面的说明改好保存后再运行一次")
	if err := j.json(code); err != nil {
		return err
	}
	return reported{code}
}

// merged says what was made of what, and what was left behind.
func (j *joining) merged() error {
	r := j.result
	for _, o := range j.outputs {
		j.ui.result("%s %s（%d 条，来自 %d 份台账）", wrote(o), o.Path, len(r.Findings), len(j.drafts))
	}
	if r.Joined > 0 {
		j.say("完全相同而合成一条的有 %d 条", r.Joined)
	}
	if r.Numbers > 0 {
		j.say("打在文字前面的编号没有带过来（%d 格）：序号重新编过；具体问题原来的编号写在「来源」里", r.Numbers)
	}
	if left := j.notMerged(); left != "" {
		j.say("没有合并：%s；做通报以前，在汇总的「基本信息」里填好，或者用 --info", left)
	}
	if faults := j.faults(); faults != "" {
		j.say("缺填、日期等错误照原样合并：%s；逐处见 tongbao check %s", faults, j.place)
	}
	return j.json(exitOK)
}

// notMerged names the notice data of the ledgers.
func (j *joining) notMerged() string {
	var sheets []string
	for _, d := range j.drafts {
		for _, name := range d.ledger.Info.Sheets {
			sheets = append(sheets, d.ledger.File+"「"+name+"」")
		}
		if !d.ledger.Info.FilledBy.IsEmpty() || !d.ledger.Info.FilledOn.IsEmpty() {
			sheets = append(sheets, d.ledger.File+"的填报单位、填报时间")
		}
	}
	const most = 6
	if len(sheets) > most {
		return strings.Join(sheets[:most], "、") + fmt.Sprintf(" 等 %d 处", len(sheets))
	}
	return strings.Join(sheets, "、")
}

// faults counts what is wrong in the ledgers' findings by code: L101 10 处.
func (j *joining) faults() string {
	counts := map[problem.Code]int{}
	for _, d := range j.drafts {
		for _, p := range d.problems {
			if p.Severity == problem.Error && stays(p.Code) {
				counts[p.Code]++
			}
		}
	}
	var out []string
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, fmt.Sprintf("%s %d 处", code, counts[code]))
	}
	return strings.Join(out, "、")
}

// stays reports whether what a check found is still so in the merged ledger: not
// what is about numbering, order or notice data.
func stays(code problem.Code) bool {
	return slices.ContainsFunc(check.Codes(), func(e problem.Entry) bool { return e.Code == code }) &&
		!strings.HasPrefix(string(code), "L4") && !strings.HasPrefix(string(code), "L5")
}

// json writes the run, if that is asked for. What stays wrong in a ledger does not
// keep it from being merged.
func (j *joining) json(exit int) error {
	if !j.ui.json {
		return nil
	}
	run := runJSON{Verb: "merge", Exit: exit, Skipped: j.passed, Outputs: j.outputs, Merge: &mergeJSON{Problems: []problemJSON{}}}
	if j.result != nil {
		run.Merge.Findings, run.Merge.Joined = len(j.result.Findings), j.result.Joined
	}
	for _, p := range j.problems {
		run.Merge.Problems = append(run.Merge.Problems, newProblemJSON(p, nil))
	}
	for i, d := range j.drafts {
		l := newLedgerJSON(d)
		if d.err == nil && len(j.half[i]) == 0 {
			l.Exit = exitOK
		}
		run.Ledgers = append(run.Ledgers, l)
	}
	return j.writeJSON(run)
}
