package compare

import (
	"cmp"
	"slices"
)

// The bound of the work on changed texts: a finding looks at the others through
// its rarest grams, at most so many, and through those only that at most so many
// findings of a version share.
const (
	rarest = 16
	widest = 32
)

// candidates is the pairs that may be alike, each once: they share one of the
// rarest grams of either, or their number and area.
func candidates(before, after []*subject) [][2]int32 {
	byGram, byPlace := index[uint64]{}, index[string]{}
	for version, list := range [][]*subject{before, after} {
		for i, s := range list {
			for _, g := range slices.Compact(slices.Clone(s.grams)) {
				byGram.add(g, version, i)
			}
			if s.number != "" {
				byPlace.add(s.place(), version, i)
			}
		}
	}
	var out [][2]int32
	for version, list := range [][]*subject{before, after} {
		for i, s := range list {
			for _, g := range byGram.rare(s.grams) {
				for _, j := range byGram[g][1-version] {
					p := [2]int32{}
					p[version], p[1-version] = int32(i), j
					out = append(out, p)
				}
			}
		}
	}
	for place, p := range byPlace {
		if !byPlace.narrow(place) {
			continue
		}
		for _, i := range p[0] {
			for _, j := range p[1] {
				out = append(out, [2]int32{i, j})
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(out)
}

// An index says which subjects of each version have a key.
type index[K cmp.Ordered] map[K]*[2][]int32

func (x index[K]) add(k K, version, i int) {
	if x[k] == nil {
		x[k] = &[2][]int32{}
	}
	x[k][version] = append(x[k][version], int32(i))
}

// narrow reports whether k is in both versions, and in neither too often.
func (x index[K]) narrow(k K) bool {
	before, after := len(x[k][0]), len(x[k][1])
	return before > 0 && after > 0 && before <= widest && after <= widest
}

// rare is the rarest of sorted keys that are narrow.
func (x index[K]) rare(keys []K) []K {
	out := slices.DeleteFunc(slices.Compact(slices.Clone(keys)), func(k K) bool { return !x.narrow(k) })
	slices.SortFunc(out, func(a, b K) int {
		return cmp.Or(cmp.Compare(len(x[a][0])+len(x[a][1]), len(x[b][0])+len(x[b][1])), cmp.Compare(a, b))
	})
	return out[:min(len(out), rarest)]
}
