package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"io"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

func decodePNG(data []byte) (image.Image, error) { return png.Decode(bytes.NewReader(data)) }

// A pngHeader is IHDR.
type pngHeader struct {
	size
	depth, colour byte
	interlaced    bool
}

// A pngCleaner keeps what makes the picture.
type pngCleaner struct {
	header      pngHeader
	pixels, out []byte // of all IDAT; the file
}

// cleanPNG is data with the chunks that make the picture alone: IHDR PLTE tRNS IDAT
// IEND. Every chunk is checked, those that are left out as well.
func cleanPNG(data []byte) ([]byte, size, *Fault) {
	p := pngCleaner{out: append(make([]byte, 0, len(data)), pngSignature...)}
	for rest := data[len(pngSignature):]; ; {
		c, ok := nextChunk(rest)
		if !ok {
			return nil, size{}, broken("文件不完整，或者校验和对不上")
		}
		rest = rest[len(c.all):]
		if fault := p.keep(c); fault != nil {
			return nil, size{}, fault
		}
		if c.name == "IEND" {
			return p.out, p.header.size, p.header.whole(p.pixels, rest)
		}
	}
}

// keep adds a chunk to out where it belongs to the picture.
func (p *pngCleaner) keep(c chunk) (fault *Fault) {
	if (p.header == pngHeader{}) != (c.name == "IHDR") {
		return broken("开头不对")
	}
	switch c.name {
	case "IHDR":
		if p.header, fault = parseHeader(c.data); fault != nil {
			return fault
		}
	case "IDAT":
		p.pixels = append(p.pixels, c.data...)
	case "PLTE", "tRNS", "IEND":
	default:
		if c.name[0]&0x20 == 0 { // what must be understood
			return refused("里有看不懂的部分")
		}
		return nil
	}
	p.out = append(p.out, c.all...)
	return nil
}

// A chunk is one piece of a PNG file.
type chunk struct {
	name      string
	data, all []byte
}

// nextChunk returns the chunk that b begins with, unless it is cut or damaged.
func nextChunk(b []byte) (chunk, bool) {
	const around = 12 // length, name, CRC
	if len(b) < around {
		return chunk{}, false
	}
	n := binary.BigEndian.Uint32(b)
	if int64(n) > int64(len(b)-around) {
		return chunk{}, false
	}
	c := chunk{name: string(b[4:8]), data: b[8 : 8+n], all: b[:around+n]}
	return c, crc32.ChecksumIEEE(b[4:8+n]) == binary.BigEndian.Uint32(b[8+n:])
}

func parseHeader(b []byte) (h pngHeader, fault *Fault) {
	if len(b) != 13 || b[10] != 0 || b[11] != 0 || b[12] > 1 {
		return h, broken("开头不对")
	}
	columns, rows := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	h = pngHeader{size: size{int(min(columns, 1<<30)), int(min(rows, 1<<30))}, depth: b[8], colour: b[9], interlaced: b[12] == 1}
	if fault := h.fault(); fault != nil {
		return h, fault
	}
	if channels(h.colour) == 0 || h.depth == 0 || h.depth > 16 || h.depth&(h.depth-1) != 0 {
		return h, broken("颜色的记法不对")
	}
	return h, nil
}

// channels is how many numbers a pixel has, 0 for a colour type that there is not.
func channels(colour byte) int {
	switch colour {
	case 0, 3:
		return 1
	case 4:
		return 2
	case 2:
		return 3
	case 6:
		return 4
	}
	return 0
}

// whole reports what is wrong with the pixels: they inflate to what h says, neither
// more nor less, and nothing stands behind them or behind the picture.
func (h pngHeader) whole(pixels, behind []byte) *Fault {
	if len(behind) > 0 {
		return broken("图片后面还有别的数据")
	}
	r := bytes.NewReader(pixels)
	z, err := zlib.NewReader(r)
	if err != nil {
		return broken("里面的数据解不开")
	}
	want := h.bytes()
	n, err := io.Copy(io.Discard, io.LimitReader(z, want+1))
	switch {
	case n > want || err == nil && n == want && r.Len() > 0:
		return broken("里面的数据比图片多")
	case err != nil || n < want:
		return broken("里面的数据不完整")
	}
	return nil
}

// bytes is how many the pixels take: each row of each pass, and its filter.
func (h pngHeader) bytes() int64 {
	passes := []struct{ x, y, dx, dy int }{{0, 0, 1, 1}}
	if h.interlaced {
		passes = []struct{ x, y, dx, dy int }{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	total := 0
	for _, p := range passes {
		columns, rows := (h.columns-p.x+p.dx-1)/p.dx, (h.rows-p.y+p.dy-1)/p.dy
		if columns > 0 && rows > 0 {
			total += rows * (1 + (columns*channels(h.colour)*int(h.depth)+7)/8)
		}
	}
	return int64(total)
}
