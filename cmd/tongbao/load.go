package main

import (
	"context"
	"os"
	"path/filepath"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// A loader reads the ledger files of one run. What it learns from one file, it
// uses for the next.
type loader struct {
	options sourceOptions
	ui      *ui
}

// loader begins a run; what the flags name is read here, once.
func (o sourceOptions) loader(u *ui) (*loader, error) { return &loader{options: o, ui: u}, nil }

// A loaded file is a ledger and what its file was.
type loaded struct {
	ledger    *ledger.Ledger
	problems  problem.List
	workbook  []byte // as .xlsx: the file's own bytes, or what was locked or converted from them
	encrypted bool   // the file has a password: only what is public may be written from it in the clear
	converted bool   // the file is no .xlsx: another program made workbook of it
}

// load reads, recognises and checks one ledger. The error is the environment's;
// what the user wrote wrong is in the problems.
func (l *loader) load(_ context.Context, file string) (loaded, error) {
	data, err := readFile(file, l.options.limits)
	if err != nil {
		return loaded{}, err
	}
	if made := sources.Made(data); made != "" {
		return loaded{}, fileError(file + " 是 tongbao 生成的「" + made + "」，不是台账；请写出台账文件")
	}
	book, problems, err := sources.Read(filepath.Base(file), data, l.options.limits)
	if err != nil {
		return loaded{}, err
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	if l.options.info != "" {
		data, err := readFile(l.options.info, sources.Limits{})
		if err != nil {
			return loaded{}, err
		}
		problems = append(problems, info.FromYAML(&in, filepath.Base(l.options.info), data)...)
	}
	if l.options.date != nil {
		in.Date = *l.options.date
	}
	list, more := recognise.Ledger(book, &in)
	problems = append(problems, more...)
	return loaded{ledger: list, problems: append(problems, check.Ledger(list)...), workbook: data}, nil
}

// readFile reads a file that is one and is not too large.
func readFile(path string, limits sources.Limits) ([]byte, error) {
	if isLock(path) {
		return nil, fileError(path + " 是 Excel 或 WPS 打开文件时的锁文件，不是台账；请选择不带 ~ 的那个文件")
	}
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case stat.IsDir():
		return nil, folderError(path)
	case !stat.Mode().IsRegular():
		return nil, fileError(path + " 不是普通文件；请先把台账另存到本机")
	}
	if err := limits.CheckFile(stat.Size()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}
