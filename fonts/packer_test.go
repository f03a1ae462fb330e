package fonts

import (
	"encoding/binary"
	"os"
	"slices"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// packed are the characters whose outlines a pack has: the marks and the 3,755
// commoner Hanzi of GB 2312-1980, 99.7 % of what is written.
func packed(t *testing.T) string {
	var text []byte
	for row := 0xA1; row <= 0xD7; row++ {
		for cell := 0xA1; cell <= 0xFE && (row <= 0xA3 || row >= 0xB0); cell++ {
			text = append(text, byte(row), byte(cell))
		}
	}
	text, err := simplifiedchinese.GBK.NewDecoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestPackIsMade makes the pack anew with UPDATE=1, after its face was changed;
// that takes a quarter of a minute. [TestPackDrawsTheSame] judges what is there.
func TestPackIsMade(t *testing.T) {
	if os.Getenv("UPDATE") != "1" {
		t.Skip("UPDATE=1 makes " + fangName + ".pack")
	}
	f, err := Parse(fangData)
	if err != nil {
		t.Fatal(err)
	}
	outlines := make([][]byte, f.glyphs)
	for _, g := range append(glyphsOf(f, packed(t)), 0) {
		if data := f.glyph(g); !isComposite(data) {
			outlines[g] = slices.Concat([]byte(data), make([]byte, padded(len(data))-len(data)))
		}
	}
	if err := os.WriteFile("packs/"+fangName+".pack", makePack(outlines), 0o644); err != nil {
		t.Fatal(err)
	}
}

// makePack is the file of a pack; an outline that is nil is left to the program.
func makePack(outlines [][]byte) []byte {
	lits, dists := trained(outlines)
	file := append([]byte(nil), lits...)
	w, ends, bits := packHeader(lits, dists), []byte(nil), []byte(nil)
	end := func() { // of the piece in w
		ends = binary.LittleEndian.AppendUint32(ends, uint32(8*len(bits)+8*len(w.b)+w.n))
		bits = append(bits, w.close()...)
		w = &bitWriter{}
	}
	end()
	litCodes, distCodes := canonical(string(lits)), canonical(string(dists))
	for _, outline := range outlines {
		for _, s := range parsed(outline, lits, dists) {
			w.put(litCodes[s.lit])
			w.put(code{s.lenExtra, s.lenBits})
			if s.lit > endOfBlock {
				w.put(distCodes[s.dist])
				w.put(code{s.distExtra, s.distBits})
			}
		}
		end()
	}
	return slices.Concat(file, ends, bits)
}

// packHeader begins the one block, its code's lengths written with four bits
// each (RFC 1951, 3.2.7).
func packHeader(lits, dists []byte) *bitWriter {
	w := &bitWriter{}
	for _, c := range []code{{1, 1}, {2, 2}, {uint64(len(lits) - 257), 5}, {uint64(len(dists) - 1), 5}, {19 - 4, 4}} {
		w.put(c)
	}
	for i := range 19 { // symbols 16 to 18, which repeat lengths, are not used; the others have four bits
		n := uint64(4)
		if i < 3 {
			n = 0
		}
		w.put(code{n, 3})
	}
	for _, n := range slices.Concat(lits, dists) {
		w.put(code{reversed(uint64(n), 4), 4})
	}
	return w
}

// trained finds the code that makes outlines short: the ways to write them
// choose the code, and the code the ways, a few times over.
func trained(outlines [][]byte) (lits, dists []byte) {
	lits, dists = slices.Repeat([]byte{8}, packSymbols), slices.Repeat([]byte{15}, 30)
	for i := range lits[endOfBlock:] {
		lits[endOfBlock+i] = 15
	}
	for range 5 {
		lit, dist := slices.Repeat([]int{1}, packSymbols), slices.Repeat([]int{1}, 30)
		for _, outline := range outlines {
			for _, s := range parsed(outline, lits, dists) {
				lit[s.lit]++
				if s.lit > endOfBlock {
					dist[s.dist]++
				}
			}
		}
		lits, dists = lengths(lit), lengths(dist)
	}
	return lits, dists
}

// lengths gives symbols of the given counts the lengths of Huffman's code, 15
// bits at most.
func lengths(counts []int) []byte {
	for {
		if l := huffman(counts); slices.Max(l) <= 15 {
			return l
		}
		counts = slices.Clone(counts)
		for i := range counts {
			counts[i] = counts[i]/2 + 1
		}
	}
}

func huffman(counts []int) []byte {
	type tree struct {
		count  int
		leaves []int
	}
	var trees []tree
	for symbol, n := range counts {
		trees = append(trees, tree{n, []int{symbol}})
	}
	l := make([]byte, len(counts))
	for len(trees) > 1 {
		slices.SortStableFunc(trees, func(a, b tree) int { return a.count - b.count })
		both := slices.Concat(trees[0].leaves, trees[1].leaves)
		for _, symbol := range both {
			l[symbol]++
		}
		trees = append(trees[2:], tree{trees[0].count + trees[1].count, both})
	}
	return l
}
