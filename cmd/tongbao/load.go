package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/grid"
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
	keys    keyring
}

// loader begins a run; the passwords that the flags name are read here, once.
func (o sourceOptions) loader(u *ui) (*loader, error) {
	keys, err := o.access.keyring(u)
	return &loader{options: o, ui: u, keys: keys}, err
}

// A loaded file is a ledger and what its file was.
type loaded struct {
	book      *grid.Book
	info      ledger.Info // as the ledger was recognised with
	ledger    *ledger.Ledger
	problems  problem.List
	workbook  []byte // as .xlsx: the file's own bytes, or what was locked in them or converted from them
	encrypted bool   // the file has a password: only what is public may be written from it in the clear
	converted bool   // the file is no .xlsx: another program made workbook of it
}

// load reads, recognises and checks one ledger. The error is the environment's;
// with one only encrypted and converted are set. What the user wrote wrong is in
// the problems.
func (l *loader) load(ctx context.Context, file string) (loaded, error) {
	d, err := l.open(ctx, file)
	if err != nil {
		return d, err
	}
	in := &d.info
	d.problems = append(d.problems, info.FromBook(in, d.book)...)
	if l.options.info != "" {
		data, err := readWritten(l.options.info, "--info", "通报要素")
		if err != nil {
			return d, err
		}
		d.problems = append(d.problems, info.FromYAML(in, filepath.Base(l.options.info), data)...)
	}
	if l.options.date != nil {
		in.Date = *l.options.date
	}
	if l.options.form != nil {
		in.Form = *l.options.form
	}
	var more problem.List
	d.ledger, more = recognise.Ledger(d.book, in)
	d.problems = append(append(d.problems, more...), check.Ledger(d.ledger)...)
	return d, nil
}

// open reads a file's cells, with a password or another program where it takes one.
func (l *loader) open(ctx context.Context, file string) (loaded, error) {
	data, err := readFile(file, l.options.limits.Limits)
	if err != nil {
		return loaded{}, err
	}
	d := loaded{workbook: data}
	name := filepath.Base(file)
	d.book, d.problems, err = sources.Read(name, data, l.options.limits.Limits)
	switch kind := kindOf(err); {
	case kind.IsConvertible():
		return l.convert(ctx, file, kind, data)
	case kind == sources.Encrypted:
		d.encrypted = true
		if d.workbook, err = l.keys.open(ctx, file, data); err != nil {
			return d, err
		}
		d.book, d.problems, err = sources.Read(name, d.workbook, l.options.limits.Limits)
	}
	if made := sources.Made(d.workbook); made != "" {
		return d, fileError(file + " 是 tongbao 生成的「" + made + "」，不是台账；请写出台账文件")
	}
	return d, err
}

// kindOf is what a file is that cannot be read as it is, "" for other errors.
func kindOf(err error) sources.Kind {
	var f *sources.FormatError
	if errors.As(err, &f) {
		return f.Kind
	}
	return ""
}

// readWritten reads a file that staff write by hand, which flag names.
func readWritten(path, flag, what string) ([]byte, error) {
	if isFolder(path) {
		return nil, fileError(path + " 是文件夹；" + flag + " 后面要写" + what + "的文件名，如 " + what + ".yaml")
	}
	return readFile(path, sources.Limits{})
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
