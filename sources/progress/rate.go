package progress

import (
	"fmt"
	"slices"
	"strings"

	"tongbao/sources/ledger"
)

// A Rate is how the completion rate (完成率) is counted. Its zero value is 已完成 ÷
// 全部.
type Rate struct {
	Also []ledger.State // count as done besides 已完成
	Out  []ledger.State // are left out of the base
}

// everything is the base's word in a formula.
const everything = "全部"

// ParseRate reads a formula as people and scripts write it: 已完成/全部,
// 已完成+基本完成/全部-长期坚持. Blanks and width do not count; ÷ is /. What is left out
// of the base cannot count as done: no rate is above 100%.
func ParseRate(s string) (r Rate, ok bool) {
	s = strings.NewReplacer("÷", "/", "−", "-", "—", "-", "（", "", "）", "", "(", "", ")", "").Replace(ledger.Squeeze(s))
	done, base, found := strings.Cut(ledger.HalfWidth(s), "/")
	out, whole := strings.CutPrefix(base, everything)
	if !found || !whole || out != "" && out[0] != '-' {
		return Rate{}, false
	}
	var okDone, okOut bool
	if r.Also, okDone = readStates(strings.Split(done, "+")); !okDone || !slices.Contains(r.Also, ledger.Completed) {
		return Rate{}, false
	}
	r.Also = slices.DeleteFunc(r.Also, func(s ledger.State) bool { return s == ledger.Completed })
	if out != "" {
		if r.Out, okOut = readStates(strings.Split(out[1:], "-")); !okOut {
			return Rate{}, false
		}
	}
	for _, s := range r.Out {
		if s == ledger.Completed || slices.Contains(r.Also, s) {
			return Rate{}, false
		}
	}
	return r, true
}

// readStates is the states of words, each once, in the order that states have.
func readStates(words []string) (out []ledger.State, ok bool) {
	for _, word := range words {
		i := slices.IndexFunc(States(), func(s ledger.State) bool { return s.String() == word })
		if i < 0 || slices.Contains(out, States()[i]) {
			return nil, false
		}
		out = append(out, States()[i])
	}
	slices.Sort(out)
	return out, true
}

// States is the states that a finding can be in, as words in a formula.
func States() []ledger.State {
	return []ledger.State{ledger.Completed, ledger.BasicallyDone, ledger.InProgress, ledger.LongTerm, ledger.NotDone}
}

// String is the formula as [ParseRate] reads it.
func (r Rate) String() string {
	s := ledger.Completed.String()
	for _, x := range r.Also {
		s += "+" + x.String()
	}
	s += "/" + everything
	for _, x := range r.Out {
		s += "-" + x.String()
	}
	return s
}

// Words is the formula as people read it: （已完成＋基本完成）÷ 全部.
func (r Rate) Words() string {
	return r.write(func(s ledger.State) string { return s.String() }, everything)
}

// Sentence is the formula with the numbers of c and what comes of them.
func (r Rate) Sentence(c Counts) string {
	s := r.write(func(s ledger.State) string { return fmt.Sprintf("%s %d", s, c.States[s]) }, fmt.Sprintf("%s %d", everything, c.All))
	done, base := r.Of(c)
	if len(r.Also)+len(r.Out) > 0 {
		s += fmt.Sprintf(" = %d ÷ %d", done, base)
	}
	return strings.NewReplacer(" = （", " =（", "） = ", "）= ").Replace("完成率 = " + s + " = " + Percent(done, base))
}

func (r Rate) write(word func(ledger.State) string, all string) string {
	done, base := word(ledger.Completed), all
	for _, s := range r.Also {
		done += "＋" + word(s)
	}
	for _, s := range r.Out {
		base += "－" + word(s)
	}
	sign := " ÷ "
	if len(r.Also) > 0 {
		done, sign = "（"+done+"）", strings.TrimLeft(sign, " ")
	}
	if len(r.Out) > 0 {
		base, sign = "（"+base+"）", strings.TrimRight(sign, " ")
	}
	return done + sign + base
}

// Of is what counts as done of c, and what it is held against.
func (r Rate) Of(c Counts) (done, base int) {
	done, base = c.States[ledger.Completed], c.All
	for _, s := range r.Also {
		done += c.States[s]
	}
	for _, s := range r.Out {
		base -= c.States[s]
	}
	return done, base
}

// PerMille is done in thousandths of base, half a one rounded up; ok is false if
// there is no base.
func PerMille(done, base int) (n int, ok bool) {
	if base <= 0 {
		return 0, false
	}
	return (2000*done + base) / (2 * base), true
}

// Percent is the rate as people read it: 72.5%; — if there is no base.
func Percent(done, base int) string {
	n, ok := PerMille(done, base)
	if !ok {
		return "—"
	}
	return fmt.Sprintf("%d.%d%%", n/10, n%10)
}
