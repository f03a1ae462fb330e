package main

import (
	"errors"

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
