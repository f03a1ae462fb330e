package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tongbao/sources"
	"tongbao/sources/census"
)

// officeName is the program that opens what we do not, as people call it.
const officeName = "LibreOffice"

// converter is the program that made the workbook, "" if the file is one.
func (d *loaded) converter() string {
	if d.converted {
		return officeName
	}
	return ""
}

// convert has LibreOffice make a workbook of ours of data, and reads it. Without
// LibreOffice the error says what the file is.
func (l *loader) convert(ctx context.Context, file string, kind sources.Kind, data []byte) (d loaded, err error) {
	count, err := sources.Count(kind, data)
	if err != nil {
		return d, err
	}
	office, err := findOffice(os.Getenv(officeVariable))
	format := &sources.FormatError{Kind: kind}
	switch {
	case err != nil:
		return d, err
	case office == "":
		return d, format
	}
	what, _ := format.Words()
	l.ui.say("%s：%s，用 %s 转换后读取", file, what, officeName)
	d.converted = true
	if d.workbook, err = runOffice(ctx, office, kind, data, l.options.limits); err != nil {
		return d, err
	}
	d.book, d.problems, err = count.Read(filepath.Base(file), d.workbook, l.options.limits.Limits)
	if err != nil && !errors.As(err, new(*census.LostError)) {
		err = &convertError{reason: "做出的文件读不出来", cause: err}
	}
	return d, err
}

// A convertError is a conversion that came to nothing.
type convertError struct {
	reason string // in Chinese
	said   string // what the program said, in its own words
	slower string // the --limit that gives it more time, if that was short
	cause  error
}

func (e *convertError) Error() string { return "conversion: " + e.reason }
func (e *convertError) Unwrap() error { return e.cause }

// Words says what happened and what to do.
func (e *convertError) Words() (what, next string) {
	what = officeName + " 没有转换成功：" + e.reason
	if e.said != "" {
		what += "（它的说法：" + e.said + "）"
	}
	next = "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 再用"
	if e.slower != "" {
		next += "；机器慢的，可以加 --limit " + e.slower
	}
	return what, next
}
