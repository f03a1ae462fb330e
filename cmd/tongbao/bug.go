package main

import (
	"fmt"
	"runtime/debug"
)

// A bugError is our own fault: a panic, with what is needed to find it.
type bugError struct {
	reason any
	stack  []byte
}

// newBug is called while the panic is being recovered.
func newBug(reason any) *bugError { return &bugError{reason, debug.Stack()} }

func (e *bugError) Error() string { return fmt.Sprint("bug: ", e.reason) }

func (e *bugError) words() string {
	return fmt.Sprintf("程序出错了，这份台账没有生成文件。请把下面的内容发给维护程序的人（不必附台账）：\ntongbao %s：%v\n%s", version, e.reason, e.stack)
}

// guard turns a panic in work into an error, so that the other ledgers of a
// batch go on.
func guard(work func() error) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = newBug(reason)
		}
	}()
	return work()
}
