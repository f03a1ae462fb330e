//go:build !windows

package main

import "os"

func enableColour(*os.File) bool { return true }
