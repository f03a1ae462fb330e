package fonts

import (
	"encoding/binary"
	"slices"
)

// A bitWriter puts bits together, the lowest of each byte first.
type bitWriter struct {
	b    []byte
	next uint64 // bits that are not in b yet, fewer than 32 between calls
	n    int
}

// put writes c, which has 32 bits at most.
func (w *bitWriter) put(c code) {
	w.next |= c.bits << w.n
	w.n += c.n
	if w.n >= 32 {
		w.b = binary.LittleEndian.AppendUint32(w.b, uint32(w.next))
		w.next >>= 32
		w.n -= 32
	}
}

// copy writes the first n bits of t. The loop is a quarter of what a notice's
// outlines take, hence its own variables.
func (w *bitWriter) copy(t table, n int) {
	words := n / 32
	at := len(w.b)
	w.b = slices.Grow(w.b, 4*words)[:at+4*words]
	to, next, shift := w.b[at:], w.next, w.n
	for len(to) >= 4 {
		next |= uint64(t.le32(0)) << shift
		binary.LittleEndian.PutUint32(to, uint32(next))
		next >>= 32
		t, to = t[4:], to[4:]
	}
	w.next = next
	for n -= 32 * words; n > 0; n -= 8 {
		k := min(n, 8)
		w.put(code{uint64(t[0]) & (1<<k - 1), k})
		t = t[1:]
	}
}

// close fills the last byte with zeros and returns all.
func (w *bitWriter) close() []byte {
	for ; w.n > 0; w.n -= 8 {
		w.b = append(w.b, byte(w.next))
		w.next >>= 8
	}
	return w.b
}
