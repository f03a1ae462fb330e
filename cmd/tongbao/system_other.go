//go:build !windows

package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
)

// Other systems let files be replaced while they are open, and name a full disk
// as Go does.

// consoleName opens what the user looks at, wherever output goes.
const consoleName = "/dev/tty"

func isHeld(error) bool { return false }

func isDiskFull(error) bool { return false }

// officePlaces is where LibreOffice is besides PATH: its own packages put it
// under /opt.
func officePlaces() []string {
	return []string{"/opt/libreoffice*/program/soffice", "/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice",
		"/usr/local/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"}
}

// runKillable runs c in a process group of its own, which ends with it: soffice
// is a script that starts others.
func runKillable(c *exec.Cmd) error {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	kill := func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	c.Cancel = kill
	if err := c.Start(); err != nil {
		return err
	}
	err := c.Wait()
	_ = kill() // there is none left, as a rule
	return err
}

// fontPlaces is where installed fonts are: those of the system, 信创 systems too,
// of the user, and of WPS, which brings its own.
func fontPlaces(home string, _ func(string) string) []string {
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local/share/fonts"), filepath.Join(home, ".fonts"),
		"/opt/kingsoft/wps-office/office6/fonts", "/opt/apps/cn.wps.wps-office*/files/kingsoft/wps-office/office6/fonts",
		"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library/Fonts")}
}
