package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"unsafe"

	"golang.org/x/sys/windows"
)

// consoleName opens what the user looks at, wherever output goes.
const consoleName = "CONOUT$"

// isHeld reports whether another program has the file open.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// officePlaces is where LibreOffice is besides PATH.
func officePlaces() (patterns []string) {
	for _, name := range []string{"ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"} {
		if folder := os.Getenv(name); folder != "" {
			patterns = append(patterns, filepath.Join(folder, "LibreOffice*", "program", "soffice.exe"))
		}
	}
	return patterns
}

// runKillable runs c in a job, whose processes all end with it: soffice.exe
// starts another. What it starts in the moment before the job has it would stay.
func runKillable(c *exec.Cmd) error {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return err
	}
	defer windows.CloseHandle(job)
	limits := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{}
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	if _, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits))); err != nil {
		return err
	}
	c.Cancel = func() error { return windows.TerminateJobObject(job, 1) }
	if err := c.Start(); err != nil {
		return err
	}
	process, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(c.Process.Pid))
	if err == nil {
		err = windows.AssignProcessToJobObject(job, process)
		_ = windows.CloseHandle(process)
	}
	if err != nil {
		_ = c.Process.Kill() // what cannot be ended later must not go on
	}
	return errors.Join(err, c.Wait())
}

// fontPlaces is where installed fonts are: for all users, and for this one.
func fontPlaces(_ string, environment func(string) string) []string {
	return []string{filepath.Join(environment("WINDIR"), "Fonts"), filepath.Join(environment("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
}
