package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tongbao/report/safefile"
)

// mayCreate keeps what stands at path, where a file is to be made, unless
// forced: somebody may have worked on it. Command and name are how the way on is
// written: tongbao new, 台账.xlsx; path must end as name does.
func mayCreate(path, command, name string, force bool) (replaced bool, err error) {
	base, ext := filepath.Base(path), filepath.Ext(name)
	if isFolder(path) {
		return false, usageError(path + " 是文件夹；请写出文件名，如 " + command + " " + filepath.Join(path, name))
	}
	if !strings.EqualFold(filepath.Ext(path), ext) || len(base) == len(ext) {
		return false, usageError("文件名要以 " + ext + " 结尾，如 " + command + " " + name)
	}
	if isLock(path) {
		return false, usageError(base + " 是 Excel 或 WPS 锁文件的名称；请换一个名称，如 " + name)
	}
	switch _, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !force:
		return false, fileError(path + " 已经存在，没有改动；请换一个文件名，确认可以覆盖时加 --force")
	}
	return true, nil
}

// notSource refuses to write at path what is made from files, if path is one of
// them, by whatever name.
func notSource(path string, files []string) error {
	if file, is := among(path, files); is {
		return usageError(path + " 就是这次要读的文件" + alias(path, file) + "，不能写在它上面；请换一个文件名")
	}
	return nil
}

// among finds the one of files that is the file at path, by whatever name: another
// spelling, a link.
func among(path string, files []string) (string, bool) {
	there, err := os.Stat(path)
	if err != nil {
		return "", false // nothing there, or it is said where path is written
	}
	for _, file := range files {
		if stat, err := os.Stat(file); err == nil && os.SameFile(there, stat) {
			return file, true
		}
	}
	return "", false
}

// alias names file where path is another name of it.
func alias(path, file string) string {
	if pathKey(path) == pathKey(file) {
		return ""
	}
	return " " + file
}

// create saves what write writes at path, its folder made if need be, or nothing.
func create(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	undo, err := makeFolder(filepath.Dir(path))
	if err == nil {
		err = safefile.WriteAll([]safefile.File{{Path: path, Data: b.Bytes()}})
	}
	if err != nil {
		undo()
	}
	return err
}
