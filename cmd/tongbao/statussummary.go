package main

import (
	"errors"
	"fmt"
	"strings"

	"tongbao/sources/problem"
)

// stood says what is to be said of one ledger: why it is not counted, or what
// check would tell of it besides.
func (r *statusRun) stood(s *standing) {
	message, _ := translate(s.err)
	switch {
	case message != "":
		if errors.As(s.err, new(unreadable)) { // the others name the file themselves
			message = s.file + "：" + message
		}
		r.warn("%s", message)
	case s.failure() != nil:
		r.problems(s.blocks)
		r.warn("%s：有 %d 处错误影响计数，没有计入；改好保存后再运行一次，规则见 tongbao explain %s", s.file, len(s.blocks), s.blocks[0].Code)
	default:
		r.besides(s)
	}
}

// besides counts what a status does not list: rows passed over, and problems that
// leave the counts as they are. Of many ledgers only the first are told.
func (r *statusRun) besides(s *standing) {
	var parts []string
	if n := len(s.ledger.Skipped); n > 0 {
		parts = append(parts, fmt.Sprintf("略过 %d 处（合计、说明等行，或不是台账的表）", n))
	}
	var found []string
	for _, severity := range []problem.Severity{problem.Error, problem.Warning} {
		if n := s.problems.Count(severity); n > 0 {
			found = append(found, fmt.Sprintf("%d 处%s", n, severity))
		}
	}
	if len(found) > 0 {
		parts = append(parts, "台账里还有 "+strings.Join(found, "、"))
	}
	if len(parts) == 0 {
		return
	}
	if r.noted++; r.noted <= shownItems {
		r.say("%s：%s；逐条见 tongbao check %s", s.file, strings.Join(parts, "；"), quoted([]string{s.file}))
	}
}

// conclude ends a run: the report, the file that was saved, and the code of the
// ledgers that are not in them.
func (v statusView) conclude(run *statusRun, outputs []outputJSON) error {
	code := exitOK
	for _, l := range run.done {
		code = worst(code, l.Exit)
	}
	if v.json {
		j := runJSON{Verb: "status", Exit: code, Ledgers: run.done, Outputs: outputs, Progress: v.toJSON()}
		if err := v.writeJSON(j); err != nil {
			return err
		}
	} else if len(v.Ledgers) > 0 {
		v.show()
	}
	for _, o := range outputs {
		word := "已生成"
		if o.Replaced {
			word = "已更新"
		}
		v.result("\n%s %s", word, o.Path)
	}
	if more := run.noted - shownItems; more > 0 {
		v.say("还有 %d 份台账也有略过的行，或者还有错误、提醒；逐份见 tongbao check", more)
	}
	if len(run.done) > 1 {
		v.say("共 %d 份台账，计入 %d 份，未计入 %d 份", len(run.done), len(v.Ledgers), len(v.Left))
	}
	if code == exitOK {
		return nil
	}
	return reported{code}
}
