package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestCompareNames(t *testing.T) {
	want := strings.Fields(`1支部.xlsx 2支部.xlsx 010支部.xlsx 十百.xlsx 台账.xlsx 台账2.xlsx 台账10.xlsx
		支部2.xlsx 支部二.xlsx 支部99999999999999999999.xlsx 支部100000000000000000000.xlsx
		第一支部.xlsx 第二支部.xlsx 第九支部.xlsx 第十支部.xlsx 第十一支部.xlsx 第二十支部.xlsx 第一百零三支部.xlsx`)
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, k int) { got[i], got[k] = got[k], got[i] })
	slices.SortFunc(got, compareNames)
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant\n%v", got, want)
	}
	for _, a := range want {
		for _, b := range want {
			if (compareNames(a, b) == 0) != (a == b) || compareNames(a, b) != -compareNames(b, a) {
				t.Errorf("%s, %s: %d, %d", a, b, compareNames(a, b), compareNames(b, a))
			}
		}
	}
}
