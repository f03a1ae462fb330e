package main

import (
	"os"
	"path/filepath"
)

// expand replaces patterns such as *.xlsx, which Windows hands over unread, by
// the files they match. What matches nothing stays, to be reported as missing.
func expand(args []string) (files []string) {
	for _, a := range args {
		found, err := filepath.Glob(a)
		if _, missing := os.Lstat(a); missing == nil || err != nil || len(found) == 0 {
			found = []string{a}
		}
		files = append(files, found...)
	}
	return files
}
