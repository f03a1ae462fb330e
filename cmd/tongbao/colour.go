package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

const (
	red    = "31"
	yellow = "33"
)

// hasColour follows NO_COLOR (no-color.org) and leaves files and pipes plain.
func hasColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && wantsColour(os.Getenv) && term.IsTerminal(int(f.Fd())) && enableColour(f)
}

func wantsColour(getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

func (u *ui) paint(colour, s string) string {
	if !u.colour {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}
