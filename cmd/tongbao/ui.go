package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/inconshreveable/mousetrap"

	"tongbao/sources/problem"
)

// A ui is where people read. The rules:
//   - results (files made, rules explained) go to out, everything else to err;
//   - each line begins with the place it speaks of, and a next step follows;
//   - the count and the way on come last, where the eye is;
//   - colour only marks what is an error or a warning, and only on a terminal;
//   - with json nothing but one JSON value is written, to out.
type ui struct {
	in          io.Reader
	out, err    io.Writer
	json, quiet bool
	colour      bool
	verb        string        // of the command line, "" if it has none
	lost        error         // why a result could not be written
	filled      *templateJSON // of make --template
	passed      []skipJSON    // files passed over
	draft       string        // of --draft
	review      bool          // of --review
	house       *houseJSON    // of --house
}

func newUI(in io.Reader, out, err io.Writer) *ui {
	return &ui{in: in, out: out, err: err, colour: hasColour(err)}
}

// result writes a line that the user asked for. That it can't be written is told
// at the end.
func (u *ui) result(format string, args ...any) {
	if u.quiet || u.json {
		return
	}
	if _, err := fmt.Fprintf(u.out, format+"\n", args...); err != nil {
		u.lost = err
	}
}

// say writes a line about the run; quiet silences it.
func (u *ui) say(format string, args ...any) {
	if !u.quiet && !u.json {
		fmt.Fprintf(u.err, format+"\n", args...)
	}
}

// warn writes a line that quiet does not silence.
func (u *ui) warn(format string, args ...any) {
	if !u.json {
		fmt.Fprintf(u.err, format+"\n", args...)
	}
}

// A reported error was shown already; it only carries the exit code.
type reported struct{ code int }

func (r reported) Error() string { return "exit " + itoa(r.code) }

// finish shows err, if it was not yet, and returns the exit code.
func (u *ui) finish(err error) int {
	var r reported
	if errors.As(err, &r) {
		return r.code
	}
	message, code := translate(err)
	switch {
	case message == "" && u.lost != nil:
		u.warn("结果写不到标准输出；文件已经生成（系统的说法：%v）", cause(u.lost))
		return exitFiles
	case message == "":
	case u.json:
		if u.writeJSON(runJSON{Verb: u.verb, Exit: code, Error: message}) != nil {
			return exitFiles
		}
	default:
		u.warn("%s", message)
	}
	return code
}

// problems lists what is wrong, and what to do: errors first, because nothing is
// made before they are mended.
func (u *ui) problems(l problem.List) {
	for _, severity := range []problem.Severity{problem.Error, problem.Warning} {
		for _, p := range l {
			if p.Severity == severity && (severity == problem.Error || !u.quiet) {
				u.warn("%s", u.line(p))
			}
		}
	}
}

// line is a problem as people read it, the hint indented under it.
func (u *ui) line(p problem.Problem) string {
	mark := u.paint(red, string(p.Code))
	if p.Severity == problem.Warning {
		mark = u.paint(yellow, string(p.Code)+" 提醒")
	}
	s := p.Pos.String() + "：" + p.Message + " [" + mark + "]"
	if p.Pos == (problem.Pos{}) {
		s = p.Message + " [" + mark + "]"
	}
	if p.Hint != "" {
		s += "\n    " + p.Hint
	}
	return s
}

// pause keeps the window open when the program was started by a double click or
// by dragging a workbook onto it.
func (u *ui) pause() {
	if mousetrap.StartedByExplorer() {
		fmt.Fprint(u.err, "按回车键关闭窗口……")
		bufio.NewReader(u.in).ReadString('\n')
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
