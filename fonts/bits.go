package fonts

import "encoding/binary"

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

// copy writes the first n bits of t.
func (w *bitWriter) copy(t table, n int) {
	for ; n >= 32; n -= 32 {
		w.put(code{uint64(t.le32(0)), 32})
		t = t[4:]
	}
	for ; n > 0; n -= 8 {
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
