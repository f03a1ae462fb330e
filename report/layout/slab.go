package layout

// A slab hands out slices that live as long as the pages do, many to one
// allocation.
type slab[T any] struct{ free []T }

const slabSize = 2048

// take returns an empty slice with room for n; give what was used of it to keep
// before taking again.
func (s *slab[T]) take(n int) []T {
	if cap(s.free) < n {
		s.free = make([]T, 0, max(n, slabSize))
	}
	return s.free[:0]
}

// keep makes used, begun by take, its caller's own.
func (s *slab[T]) keep(used []T) []T {
	n := len(used)
	s.free = s.free[n:cap(s.free)][:0]
	return used[:n:n]
}
