package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/progress"
)

// A statusRun is the ledgers of one run, one after another.
type statusRun struct {
	*ui
	loader  *loader
	options progress.Options
	saving  bool // what is counted will stand in a file without a password
	counted []progress.Ledger
	files   []string // of counted
	left    []string // the names of those that could not be counted
	done    []ledgerJSON
	noted   int // ledgers of which there is more to say than is counted
}

// count reads one ledger and counts it, or says why it can't. The error is that
// of the run, which ends.
func (r *statusRun) count(ctx context.Context, file, name string) error {
	s := standing{file: file}
	s.err = guard(func() (err error) {
		s.loaded, err = r.loader.load(ctx, file)
		if err == nil && s.encrypted && r.saving {
			err = fileError(file + " 有打开密码，进度表存不了密码，没有计入；只在屏幕上看的，不写 -o；确实要写成表格的，先在 Excel 或 WPS 里另存一份没有密码的")
		}
		return err
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	s.sift()
	if s.failure() != nil {
		r.left = append(r.left, name)
	} else {
		l := progress.Of(s.ledger, name, r.options)
		r.counted, r.files = append(r.counted, l), append(r.files, file)
	}
	r.stood(&s)
	r.done = append(r.done, r.kept(&s))
	return nil
}

// links is, by name, the ledgers that stand in the folder of the workbook at place
// or below it: their cells are linked, also after the folder has moved.
func (r *statusRun) links(place string) map[string]string {
	out := map[string]string{}
	here, err := filepath.Abs(filepath.Dir(place))
	if err != nil {
		return out
	}
	for i, file := range r.files {
		full, err := filepath.Abs(file)
		if err != nil {
			continue
		}
		if way, err := filepath.Rel(here, full); err == nil && filepath.IsLocal(way) {
			out[r.counted[i].Name] = filepath.ToSlash(way)
		}
	}
	return out
}

// A standing is one ledger of a run.
type standing struct {
	file string
	loaded
	blocks problem.List // the errors that keep the ledger from being counted
	err    error        // the environment's
}

// failure is why s is not counted, or nil.
func (s *standing) failure() error {
	if s.err != nil {
		return s.err
	}
	return s.blocks.Err()
}

// sift leaves out the problems of notice data, which nobody asks for here, and
// finds those that say that what was read is not all, or not as it is meant.
func (s *standing) sift() {
	if s.err != nil {
		return
	}
	s.problems = slices.DeleteFunc(s.problems, func(p problem.Problem) bool {
		return strings.HasPrefix(string(p.Code), "L5") && p.Code != unreadInfo
	})
	s.problems.Sort()
	sound := map[problem.Pos]bool{}
	for i := range s.ledger.Findings {
		f := &s.ledger.Findings[i]
		for m := range f.Rows() {
			sound[m.Pos] = !s.lostState(f, m)
		}
	}
	for _, p := range halfRead(s.problems) {
		if row := (problem.Pos{File: p.Pos.File, Sheet: p.Pos.Sheet, Row: p.Pos.Row}); spoils(p.Code, sound[row]) {
			s.blocks = append(s.blocks, p)
		}
	}
	for _, p := range s.problems {
		if p.Code == unreadInfo {
			s.blocks = append(s.blocks, p)
		}
	}
	without := s.stateless()
	s.problems, s.blocks = append(s.problems, without...), append(s.blocks, without...)
}

// unreadInfo is the code of an info file that cannot be read: it may name columns.
const unreadInfo problem.Code = "L504"

// lostState reports whether m has a 完成情况 that cannot be used: counted as not
// filled in, it would be a false rate.
func (s *standing) lostState(f *ledger.Finding, m *ledger.Measure) bool {
	return m.Status.Pos.Col == 0 && s.ledger.Tables[tableOf(s.ledger, f)].Columns[ledger.FieldStatus] > 0
}

// spoils reports whether an error of reading makes counts wrong. What is wrong in
// another cell of a finding's row is counted as what it is: not filled in; in a row
// that is none, it may have hidden a finding.
func spoils(code problem.Code, sound bool) bool {
	switch {
	case code == "L407", code == "L408": // what is printed; names of columns, and those of states are asked for
		return false
	case code == "L406", code == "L413", strings.HasPrefix(string(code), "L45"): // cells
		return !sound
	}
	return true
}

// stateless reports the tables of findings whose state no table has a column for. A
// table need not have it where another one says it of the same findings.
func (s *standing) stateless() problem.List {
	lacking := map[int]bool{}
	for i := range s.ledger.Findings {
		if f := &s.ledger.Findings[i]; !hasState(f) {
			lacking[tableOf(s.ledger, f)] = true
		}
	}
	var out problem.List
	entry, _ := registry().Find("L104")
	for i, t := range s.ledger.Tables {
		if t.Columns[ledger.FieldStatus] == 0 && lacking[i] {
			out = append(out, entry.At(problem.Pos{File: s.ledger.File, Sheet: t.Sheet, Row: t.HeaderRows[0]},
				"表头里没有「"+string(ledger.FieldStatus)+"」这一栏，数不出进度",
				"加上这一栏；已有这一栏而名称不同的，"+ledger.HowTo("栏目对应", "原栏名："+string(ledger.FieldStatus))))
		}
	}
	return out
}

// hasState reports whether a cell was read for f's state, be it empty.
func hasState(f *ledger.Finding) bool {
	return f.Status.Pos.Col > 0 || f.Status.Raw != ""
}

// tableOf is the index of the table that f stands in, or -1: the one whose heading
// is nearest above it; of tables side by side, the one with f's text in its column.
func tableOf(l *ledger.Ledger, f *ledger.Finding) int {
	at, fits, heading := -1, false, 0
	for i, t := range l.Tables {
		if t.Sheet != f.Pos.Sheet || t.HeaderRows[1] >= f.Pos.Row {
			continue
		}
		fit := t.Columns[ledger.FieldText] == f.Text.Pos.Col
		if at < 0 || fit && !fits || fit == fits && t.HeaderRows[1] > heading {
			at, fits, heading = i, fit, t.HeaderRows[1]
		}
	}
	return at
}
