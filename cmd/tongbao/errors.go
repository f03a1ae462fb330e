package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tongbao/sources/problem"
)

// Exit codes.
const (
	exitOK    = 0
	exitData  = 1 // what the user wrote is wrong
	exitUsage = 2
	exitFiles = 3 // cannot read or write
	exitBug   = 70
	exitStop  = 130 // Ctrl+C
)

// worst returns the code that a batch ends with.
func worst(codes ...int) int {
	for _, code := range []int{exitStop, exitBug, exitFiles, exitUsage, exitData} {
		if slices.Contains(codes, code) {
			return code
		}
	}
	return exitOK
}

// A usageError is a command line we cannot follow, in Chinese.
type usageError string

func (e usageError) Error() string { return string(e) }

// A fileError is a file we will not read or write, in Chinese.
type fileError string

func (e fileError) Error() string { return string(e) }

// An unreadable error is a reader's: a file that is no workbook, is damaged or
// too large. The reader says so in Chinese, and what to do.
type unreadable interface {
	error
	Words() (what, next string)
}

// translate puts err into Chinese and an exit code; nowhere else is that done.
// The message of a [problem.List] is empty: the ui shows the list itself.
func translate(err error) (message string, code int) {
	var (
		problems problem.List
		usage    usageError
		file     fileError
		bug      *bugError
		unread   unreadable
	)
	switch {
	case err == nil:
		return "", exitOK
	case errors.Is(err, context.Canceled):
		return "已中断，没有处理；已经生成的文件保留", exitStop
	case errors.As(err, &problems):
		return "", exitData
	case errors.As(err, &usage):
		return usage.Error(), exitUsage
	case errors.As(err, &bug):
		return bug.words(), exitBug
	case errors.As(err, &file):
		return file.Error(), exitFiles
	case errors.As(err, &unread):
		what, next := unread.Words()
		return what + "；" + next, exitFiles
	}
	return systemWords(err), exitFiles
}

// systemWords puts an error of the operating system into Chinese.
func systemWords(err error) string {
	path := ""
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		path = p.Path
	case errors.As(err, &l):
		path = l.New
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && p != nil && p.Op == "mkdir":
		return "这里建不了文件夹 " + path + "；请用 -o 换一个位置"
	case errors.Is(err, fs.ErrNotExist):
		return "找不到 " + path + "；请检查文件名和所在的文件夹"
	case errors.Is(err, fs.ErrPermission) && p != nil && slices.Contains([]string{"open", "stat", "read"}, p.Op):
		return "没有权限读取 " + path + "；请检查文件的权限，或先复制一份到自己的文件夹"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限读写 " + path + "；请换一个文件夹（-o），或关闭正打开它的程序后再试"
	case errors.Is(err, syscall.ENOSPC) || isDiskFull(err):
		return "磁盘满了，写不下 " + path + "；请清理后再试"
	case errors.Is(err, syscall.EISDIR):
		return path + " 是文件夹，不是文件；请改用文件名，或换位置（-o）"
	case isHeld(err):
		return path + " 正被别的程序打开；请关闭 Word、WPS 或预览窗口后再试"
	case errors.Is(err, syscall.ENOTDIR):
		return path + " 写不了：它的上一级不是文件夹；请用 -o 换一个位置"
	}
	if path == "" {
		path = "文件"
	}
	return fmt.Sprintf("读写 %s 失败；如果它正被打开，请关闭后再试，或换一个文件夹（系统的说法：%v）", path, cause(err))
}

// cause is the system's own word for err, without the path.
func cause(err error) error {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno
	}
	return err
}

// flagError puts a flag that cannot be understood into Chinese.
func flagError(c *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	message := "选项写得不对：" + err.Error()
	var said usageError
	switch {
	case errors.As(err, &said): // the flag has its own words
		return said
	case errors.As(err, &unknown):
		message = "没有这个选项：" + dashes(unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		message = "选项后面要写值：" + dashes(missing.GetSpecifiedName())
	case errors.As(err, &invalid):
		message = "选项的值不对：--" + invalid.GetFlag().Name + " " + invalid.GetValue()
	}
	if !c.HasParent() {
		return usageError(message + "；选项写在命令后面，如 tongbao make 台账.xlsx -o 输出")
	}
	return usageError(message + "；选项见 " + c.CommandPath() + " --help")
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
