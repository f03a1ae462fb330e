package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/sources"
	"tongbao/sources/ledger"
	"tongbao/sources/xlsx"
)

// addLimitFlag defines --limit, which every verb that reads workbooks has.
func addLimitFlag(c *cobra.Command, l *limits) {
	c.Flags().Func("limit", "放宽读取的`上限`，如 行号=20万、解压大小=512MB；可以写几次，名称见 FORMAT.md", func(s string) error {
		return raise(l, s)
	})
}

// limits are the bounds of one run.
type limits struct {
	sources.Limits
	conversion int64 // seconds; 0 is the default
}

// conversionLimit is the one limit of time: of a program that is not ours, nothing
// else can be counted. A slow machine takes twenty seconds.
func conversionLimit() xlsx.NamedLimit { return xlsx.NamedLimit{Name: "转换秒数", Default: 120} }

func (l *limits) conversionSeconds() int64 {
	if l.conversion > 0 {
		return l.conversion
	}
	return conversionLimit().Default
}

func namedLimits() []xlsx.NamedLimit { return append(xlsx.NamedLimits(), conversionLimit()) }

// raise reads 名称=数 into l.
func raise(l *limits, s string) error {
	name, value, _ := strings.Cut(ledger.HalfWidth(s), "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	for _, known := range namedLimits() {
		if known.Name != name {
			continue
		}
		n, ok := amount(value, known.Bytes)
		if !ok {
			return usageError("--limit " + s + " 的数写得不对；请写正整数，如 --limit " + name + "=" + example(known))
		}
		if !l.Raise(name, n) {
			l.conversion = n
		}
		return nil
	}
	return usageError("--limit 没有“" + name + "”这一项；现有：" + strings.Join(limitNames(), "、"))
}

func limitNames() []string {
	var names []string
	for _, known := range namedLimits() {
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
