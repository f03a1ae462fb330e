package main

import (
	"strings"
	"unicode"
)

// A difference is a kind of place where the two are known to say different
// things; ours tells who ends a line there.
type difference struct {
	ours  bool
	why   string
	holds func(text []rune, i int) bool
}

// known are the differences and the rule that is on our side.
var known = []difference{
	{false, "连接号 — – ～ and 间隔号 · do not begin a line (GB/T 15834-2011 5.1)", next("—–～·－")},
	{false, "／ neither begins nor ends one (5.1.9)", either("／")},
	{false, "an address parts only where it is longer than a line, or nearly", inAddress},
	{false, "a clock time or a scale stays whole: 8：30, 1∶500", around("：∶", unicode.IsDigit)},
	{false, "万 and 亿 are part of the number before them (GB/T 15835-2011)", after(unicode.IsDigit, "万亿")},
	{false, "a unit's sign stays with its number: ㎡", next("㎡")},
	{false, "the number of 〔2023〕12号 stays with its year", after(func(r rune) bool { return r == '〕' }, "0123456789")},
	{true, "between ” and “, which UAX 14 takes for one ambiguous mark", both("”’", "“‘")},
	{true, "after ” before a digit, and after …… before “: the same mark again", both("”…", "0123456789“")},
	{true, "before ±, a number's sign", next("±")},
}

func next(marks string) func([]rune, int) bool {
	return func(text []rune, i int) bool { return strings.ContainsRune(marks, text[i]) }
}

func either(marks string) func([]rune, int) bool {
	return func(text []rune, i int) bool {
		return strings.ContainsRune(marks, text[i]) || strings.ContainsRune(marks, text[i-1])
	}
}

func both(before, after string) func([]rune, int) bool {
	return func(text []rune, i int) bool {
		return strings.ContainsRune(before, text[i-1]) && strings.ContainsRune(after, text[i])
	}
}

func after(before func(rune) bool, marks string) func([]rune, int) bool {
	return func(text []rune, i int) bool { return before(text[i-1]) && strings.ContainsRune(marks, text[i]) }
}

// around holds after a mark that stands between two of a kind, and before it.
func around(marks string, kind func(rune) bool) func([]rune, int) bool {
	return func(text []rune, i int) bool {
		for _, at := range []int{i - 1, i} {
			if at > 0 && at+1 < len(text) && strings.ContainsRune(marks, text[at]) && kind(text[at-1]) && kind(text[at+1]) {
				return true
			}
		}
		return false
	}
}

func inAddress(text []rune, i int) bool {
	return strings.ContainsRune("/-?&=_.", text[i-1]) && text[i] < unicode.MaxASCII && text[i] > ' '
}
