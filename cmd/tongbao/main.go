// Tongbao makes the public notice on inspection rectification (关于巡察整改情况的
// 社会通报) from the rectification ledger that staff keep in Excel or WPS.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program; it returns the exit code and never panics.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	collectLess()
	u := newUI(stdin, stdout, stderr)
	u.json = slices.Contains(args, "--json") // also for what is wrong with the other flags
	defer u.pause()
	defer func() {
		if reason := recover(); reason != nil {
			code = u.finish(newBug(reason))
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	c := root(u)
	c.SetArgs(args)
	found, err := c.ExecuteContextC(ctx)
	if found.HasParent() {
		u.verb = found.Name()
	}
	return u.finish(err)
}
