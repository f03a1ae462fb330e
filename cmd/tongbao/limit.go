package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/sources"
	"tongbao/sources/xlsx"
)

// addLimitFlag defines --limit, which every verb that reads workbooks has.
func addLimitFlag(c *cobra.Command, l *sources.Limits) {
	c.Flags().Func("limit", "放宽读取的`上限`，如 行号=20万、解压大小=512MB；可以写几次，名称见 FORMAT.md", func(s string) error {
		return raise(l, s)
	})
}

// raise reads 名称=数 into l.
func raise(l *sources.Limits, s string) error {
	name, value, _ := strings.Cut(strings.ReplaceAll(s, "＝", "="), "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	for _, known := range xlsx.NamedLimits() {
		if known.Name != name {
			continue
		}
		n, ok := amount(value, known.Bytes)
		if !ok {
			return usageError("--limit " + s + " 的数写得不对；请写正整数，如 --limit " + name + "=" + example(known))
		}
		l.Raise(name, n)
		return nil
	}
	return usageError("--limit 没有“" + name + "”这一项；现有：" + strings.Join(limitNames(), "、"))
}

func limitNames() []string {
	var names []string
	for _, known := range xlsx.NamedLimits() {
		names = append(names, known.Name)
	}
	return names
}

// example is twice the default, as people write it.
func example(l xlsx.NamedLimit) string {
	if l.Bytes {
		return strconv.FormatInt(2*l.Default>>20, 10) + "MB"
	}
	return strconv.FormatInt(2*l.Default, 10)
}

// amount reads a positive number, with 万 or 亿, or for bytes KB, MB or GB, which
// are powers of 1024.
func amount(s string, bytes bool) (int64, bool) {
	s = strings.ToUpper(strings.NewReplacer(" ", "", ",", "").Replace(s))
	times := int64(1)
	for _, unit := range []struct {
		name  string
		times int64
		bytes bool
	}{{"万", 1e4, false}, {"亿", 1e8, false}, {"KB", 1 << 10, true}, {"MB", 1 << 20, true}, {"GB", 1 << 30, true}, {"K", 1 << 10, true}, {"M", 1 << 20, true}, {"G", 1 << 30, true}} {
		if digits, has := strings.CutSuffix(s, unit.name); has && (bytes || !unit.bytes) {
			s, times = digits, unit.times
			break
		}
	}
	n, err := strconv.ParseUint(s, 10, 63)
	if err != nil || n == 0 || int64(n) > math.MaxInt64/times {
		return 0, false
	}
	return int64(n) * times, true
}
