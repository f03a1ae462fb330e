package main

import (
	"os"
	"path/filepath"
	"strings"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// maxFile bounds a file before it is read: no ledger comes near it.
const maxFile = 256 << 20

// load reads, recognises and checks one ledger; o.info may be "". The error is
// the environment's; what the user wrote wrong is in the list.
func load(file string, o sourceOptions) (*ledger.Ledger, problem.List, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, nil, err
	}
	book, problems, err := sources.Read(filepath.Base(file), data)
	if err != nil {
		return nil, nil, err
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	if o.info != "" {
		data, err := readFile(o.info)
		if err != nil {
			return nil, nil, err
		}
		problems = append(problems, info.FromYAML(&in, filepath.Base(o.info), data)...)
	}
	if o.date != nil {
		in.Date = *o.date
	}
	l, more := recognise.Ledger(book, &in)
	problems = append(problems, more...)
	return l, append(problems, check.Ledger(l)...), nil
}

// readFile reads a file that is one and is not too large.
func readFile(path string) ([]byte, error) {
	if base := filepath.Base(path); strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~") {
		return nil, fileError(path + " 是 Excel 或 WPS 打开文件时的锁文件，不是台账；请选择不带 ~ 的那个文件")
	}
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case stat.IsDir():
		return nil, fileError(path + " 是文件夹；请写出其中的台账文件，如 " + filepath.Join(path, "台账.xlsx"))
	case !stat.Mode().IsRegular():
		return nil, fileError(path + " 不是普通文件；请先把台账另存到本机")
	case stat.Size() > maxFile:
		return nil, fileError(path + " 超过 256 MB，不像台账；请删去图片和无关的工作表后再试")
	}
	return os.ReadFile(path)
}
