package ledger

import "strings"

// A written is a date's parts as they stand; each but the year may be "".
type written struct {
	year, month, day string
	ending           string // 底, 上旬, 第3季度 …, of a date without a day
}

// readWritten reads one of the ways staff write a date with its year, as fold
// leaves them: 2023年4月8日 2023.4.8 2023-04 20230408 202304 2023年底前完成.
func readWritten(s string) (w written, ok bool) {
	digits, rest := leading(s, 8)
	switch len(digits) {
	case 8:
		return written{year: digits[:4], month: digits[4:6], day: digits[6:]}, isTail(rest)
	case 6:
		return written{year: digits[:4], month: digits[4:]}, isMonth(digits[4:]) && isTail(rest)
	case 4:
		w.year = digits
	case 5: // 2023一季度
		w.year, rest = digits[:4], s[4:]
	default:
		return w, false
	}
	for _, mark := range []string{".", "-", "/"} {
		if after, cut := strings.CutPrefix(rest, mark); cut {
			return w.numeric(after, mark)
		}
	}
	after, _ := strings.CutPrefix(rest, "年")
	if month, more := leading(after, 2); month != "" {
		if strings.HasPrefix(more, ".") && after != rest { // 2023年4.8
			return w.numeric(after, ".")
		}
		if more, cut := strings.CutPrefix(more, "月"); cut && after != rest {
			w.month = month
			return w.inMonth(more)
		}
	}
	w.ending, rest = cutEnding(after)
	return w, isTail(rest)
}

// numeric reads what follows 2023. in 2023.4.8, 2023.4 and 2023.4月底.
func (w written) numeric(s, mark string) (written, bool) {
	w.month, s = leading(s, 2)
	if w.month == "" {
		return w, false
	}
	if rest, cut := strings.CutPrefix(s, mark); cut {
		w.day, rest = leading(rest, 2)
		return w, w.day != "" && isTail(strings.TrimPrefix(rest, "日"))
	}
	w.ending, s = cutEnding(strings.TrimPrefix(strings.TrimPrefix(s, "月"), "份"))
	return w, isTail(s)
}

// inMonth reads what follows 2023年4月.
func (w written) inMonth(s string) (written, bool) {
	if w.day, s = leading(s, 2); w.day != "" {
		return w, isTail(cutDayMark(s))
	}
	w.ending, s = cutEnding(strings.TrimPrefix(s, "份"))
	return w, isTail(s)
}

// isYearless takes the same ways with the year left out or cut short: 4月底 23.4.8
// 8日 年底.
func isYearless(s string) bool {
	for _, year := range []string{"今年", "本年", "当年", "明年"} {
		if rest, cut := strings.CutPrefix(s, year); cut {
			return isYearsEnd(rest)
		}
	}
	digits, rest := leading(s, 2)
	if digits == "" {
		return isYearsEnd(s)
	}
	if after, cut := strings.CutPrefix(rest, "年"); cut && len(digits) == 2 {
		return isYearsEnd(after) || isMonthOn(after)
	}
	if after := cutDayMark(rest); after != rest {
		return isTail(after)
	}
	return isMonthOn(s) || isShort(len(digits) == 2, rest)
}

// isYearsEnd takes 年底 and 底.
func isYearsEnd(s string) bool {
	s = strings.TrimPrefix(s, "年")
	return (strings.HasPrefix(s, "底") || strings.HasPrefix(s, "末")) && isTail(s[len("底"):])
}

// isMonthOn takes 4月, 4月8日 and 4月底.
func isMonthOn(s string) bool {
	digits, rest := leading(s, 2)
	rest, cut := strings.CutPrefix(rest, "月")
	if !cut || digits == "" {
		return false
	}
	_, ok := written{}.inMonth(rest)
	return ok
}

// isShort takes what follows the first number of 4.8, and of 23.4.8 if that may be
// a year.
func isShort(year bool, s string) bool {
	for range 2 {
		if s == "" || !strings.Contains("-./", s[:1]) {
			return false
		}
		digits, rest := leading(s[1:], 2)
		if digits == "" || isTail(rest) {
			return digits != ""
		}
		if !year {
			return false
		}
		s = rest
	}
	return false
}

// leading parts up to most digits from the rest of s.
func leading(s string, most int) (digits, rest string) {
	n := 0
	for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func isMonth(digits string) bool { return digits >= "01" && digits <= "12" }

func cutDayMark(s string) string {
	if rest, cut := strings.CutPrefix(s, "日"); cut {
		return rest
	}
	return strings.TrimPrefix(s, "号")
}

// cutEnding parts the ending of a month or year from the rest of s.
func cutEnding(s string) (ending, rest string) {
	for _, e := range []string{"年底", "年末", "底", "末", "初", "上旬", "中旬", "下旬", "上半年", "下半年"} {
		if rest, cut := strings.CutPrefix(s, e); cut {
			return e, rest
		}
	}
	quarter := strings.TrimPrefix(s, "第")
	if quarter == "" || quarter[0] < '1' || quarter[0] > '4' || !strings.HasPrefix(quarter[1:], "季度") {
		return "", s
	}
	rest = quarter[1+len("季度"):]
	if strings.HasPrefix(rest, "底") || strings.HasPrefix(rest, "末") {
		rest = rest[len("底"):]
	}
	return s[:len(s)-len(rest)], rest
}

// isTail takes what may follow a date: 前, 之前完成, 止.
func isTail(s string) bool {
	for _, word := range []string{"为止", "止", "之前", "以前", "以内", "之内", "前", "内", "左右"} {
		if rest, cut := strings.CutPrefix(s, word); cut {
			s = rest
			break
		}
	}
	if rest, cut := strings.CutPrefix(s, "全部"); cut {
		s = rest
	} else {
		s = strings.TrimPrefix(s, "基本")
	}
	switch s {
	case "", "完成", "完成整改", "整改完成", "整改到位", "整改完毕", "见成效", "见到成效", "见实效", "取得成效", "取得明显成效", "取得阶段性成效", "取得实效":
		return true
	}
	return false
}

// withoutClock takes out the times of day that stand after a day: 2023/5/8 10:00.
func withoutClock(text string) string {
	if !strings.ContainsAny(text, ":：") {
		return text
	}
	text = HalfWidth(text)
	for colon := strings.IndexByte(text, ':'); colon >= 0; colon = strings.IndexByte(text, ':') {
		from, to := hours(text, colon), seconds(text, colon)
		if from < 0 || to < 0 {
			break
		}
		text = text[:from] + text[to:]
	}
	return text
}

// hours is where the time begins whose first colon is at colon: after a blank, T
// or 日; -1 if it is none.
func hours(text string, colon int) int {
	from := colon
	for from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
		from--
	}
	before := text[:from]
	switch {
	case colon-from < 1 || colon-from > 2:
		return -1
	case strings.HasSuffix(before, "T"):
		return from - 1
	case strings.HasSuffix(before, "日"), strings.HasSuffix(before, "号"), Trim(before) != before && Trim(before) != "":
		return from
	}
	return -1
}

// seconds is where the time ends whose first colon is at colon, -1 if it is none.
func seconds(text string, colon int) int {
	digits, rest := leading(text[colon+1:], 3)
	if len(digits) != 2 {
		return -1
	}
	if second, more := leading(strings.TrimPrefix(rest, ":"), 3); len(second) == 2 && strings.HasPrefix(rest, ":") {
		rest = more
		if fraction, more := leading(strings.TrimPrefix(rest, "."), len(rest)); fraction != "" && strings.HasPrefix(rest, ".") {
			rest = more
		}
	}
	return len(text) - len(strings.TrimPrefix(rest, "Z"))
}
