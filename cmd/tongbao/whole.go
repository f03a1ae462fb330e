package main

import (
	"errors"
	"slices"

	"tongbao/sources/problem"
	"tongbao/sources/recognise"
	"tongbao/sources/xlsx"
)

// halfRead returns the errors for which a ledger was not read whole: cells, rows or
// sheets are missing from it. What is only wrong or empty in it was read.
func halfRead(l problem.List) (out problem.List) {
	reading := slices.Concat(xlsx.Codes(), recognise.Codes())
	for _, p := range l {
		if p.Severity == problem.Error && slices.ContainsFunc(reading, func(e problem.Entry) bool { return e.Code == p.Code }) {
			out = append(out, p)
		}
	}
	return out
}

// named is err with the file that it is about, for readers that do not know it.
func named(file string, err error) error {
	var u unreadable
	if !errors.As(err, &u) {
		return err
	}
	message, _ := translate(err)
	return fileError(file + "：" + message)
}
