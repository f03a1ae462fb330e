//go:build !windows

package main

// Other systems let files be replaced while they are open, and name a full disk
// as Go does.

// consoleName opens what the user looks at, wherever output goes.
const consoleName = "/dev/tty"

func isHeld(error) bool { return false }

func isDiskFull(error) bool { return false }
