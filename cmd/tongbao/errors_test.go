package main

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// A folder that the system does not let be made is not one that is looked for.
func TestNoFolder(t *testing.T) {
	err := &fs.PathError{Op: "mkdir", Path: "/proc/x", Err: syscall.ENOENT}
	if words := systemWords(err); !strings.Contains(words, "建不了文件夹 /proc/x") {
		t.Error(words)
	}
	err.Op = "open"
	if words := systemWords(err); !strings.Contains(words, "找不到 /proc/x") {
		t.Error(words)
	}
}
