package ledger

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A Status is 完成情况.
type Status struct {
	Cell
	State State
}

// State is what a status means.
type State int

const (
	StateNone     State = iota
	Completed           // 已完成 整改到位 已销号
	BasicallyDone       // 基本完成: 取得阶段性成果并持续整改
	InProgress          // 正在整改 推进中
	LongTerm            // 长期坚持
	NotDone             // 未完成 未启动
	StateUnknown        // a word we do not know
)

// String is the word the project counts by.
func (s State) String() string {
	return [...]string{"", "已完成", "基本完成", "正在整改", "长期坚持", "未完成", "不认识的状态"}[s]
}

// stateWords are the words staff use. 是 and 否 answer the heading 是否完成. A
// finding that is done and kept up counts as done. 逾期 is no state: it is
// computed from the deadline.
var stateWords = []struct {
	state State
	words []string
}{
	{Completed, []string{
		"已完成", "完成", "整改到位", "已整改到位", "已到位", "已整改", "整改完成", "已整改完成", "完成整改", "已完成整改", "全部完成", "已全部完成",
		"已销号", "销号", "已办结", "办结", "已落实", "是", "√", "✓", "✔", "100%",
		"已完成长期坚持", "已完成并长期坚持", "完成并长期坚持", "已完成持续坚持", "已完成并持续坚持",
		"整改到位并长期坚持", "整改到位长期坚持", "已整改到位并长期坚持", "已整改并长期坚持", "整改完成并长期坚持", "已销号并长期坚持",
		"已完成待销号", "整改到位待销号", "已整改到位待销号", "已整改待销号",
	}},
	{BasicallyDone, []string{
		"基本完成", "已基本完成", "基本整改到位", "基本到位", "取得阶段性成果并持续整改", "取得阶段性成果", "取得阶段性成效", "取得阶段性成效并持续整改",
		"阶段性完成", "基本完成并持续整改", "基本完成持续整改",
	}},
	{InProgress, []string{
		"正在整改", "整改中", "推进中", "正在推进", "进行中", "正在进行", "持续整改", "持续推进", "部分完成", "待验收", "正在办理", "办理中", "未完成正在整改",
	}},
	{LongTerm, []string{"长期坚持", "长期整改", "长期", "持续坚持", "常态化", "常态化推进", "长期推进", "立行立改长期坚持", "立行立改并长期坚持"}},
	{NotDone, []string{"未完成", "尚未完成", "没有完成", "未启动", "尚未启动", "待整改", "未整改", "未销号", "未开始", "逾期未完成", "超期未完成", "到期未完成", "未按期完成", "未按时完成", "逾期未整改", "否", "×", "✗", "0%"}},
}

// ParseStatus reads the status in c. Blanks, marks and （）notes do not count.
func ParseStatus(c Cell) Status {
	s := Status{Cell: c}
	if c.IsEmpty() {
		return s
	}
	word := strings.Map(func(r rune) rune {
		if r == '%' || r == '％' {
			return '%'
		}
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			return -1
		}
		return r
	}, withoutNotes(c.Text))
	s.State = stateOf(word)
	return s
}

func withoutNotes(s string) string {
	if !strings.ContainsAny(s, "（(") {
		return s
	}
	return notes.ReplaceAllString(s, "")
}

// notes are remarks in brackets.
var notes = regexp.MustCompile(`（[^（）]*）|\([^()]*\)|（[^（）()]*\)|\([^（）()]*）`)

// percent is progress in per cent: 60%, 已完成90%.
var percent = regexp.MustCompile(`^(?:已?完成|完成率|已?整改完成|(?:整改|完成)?进度)?(0|[1-9]\d?|100)%$`)

// shareOf is the state of what is done so far in per cent.
func shareOf(percent string) State {
	switch percent {
	case "0":
		return NotDone
	case "100":
		return Completed
	}
	return InProgress
}

func stateOf(word string) State {
	for _, w := range stateWords {
		if slices.Contains(w.words, word) {
			return w.state
		}
	}
	if share := percent.FindStringSubmatch(word); share != nil {
		return shareOf(share[1])
	}
	return StateUnknown
}
