package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
)

func decodeJPEG(data []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) }

// The markers of JPEG (ITU-T T.81, table B.1) that are told apart.
const (
	sof0, sof1, sof2 = 0xc0, 0xc1, 0xc2 // 8-bit Huffman: baseline, extended, progressive
	dht, dac         = 0xc4, 0xcc
	eoi, sos         = 0xd9, 0xda
	dqt, dri         = 0xdb, 0xdd
	app0, app1       = 0xe0, 0xe1
	app14, app15     = 0xee, 0xef
	com              = 0xfe
)

// mostScans bounds the work of a progressive picture; programs make about ten.
const mostScans = 40

// A jpegCleaner walks a JPEG file and keeps what makes the picture.
type jpegCleaner struct {
	rest, out []byte
	size      size
	scans     int
}

// cleanJPEG is data without APPn and COM, where cameras and programs write about
// themselves and persons; JFIF and Adobe say how colours are meant and stay.
func cleanJPEG(data []byte) ([]byte, size, *Fault) {
	c := &jpegCleaner{rest: data[2:], out: append(make([]byte, 0, len(data)), data[:2]...)}
	for {
		marker, body, ok := c.segment()
		if !ok {
			return nil, size{}, broken("文件不完整")
		}
		if marker == eoi {
			break
		}
		if fault := c.keep(marker, body); fault != nil {
			return nil, size{}, fault
		}
	}
	switch {
	case c.size == (size{}) || c.scans == 0:
		return nil, size{}, broken("里面没有图")
	case len(c.rest) > 0:
		return nil, size{}, broken("图片后面还有别的数据")
	}
	return append(c.out, 0xff, eoi), c.size, nil
}

// segment takes the next marker and what belongs to it off rest.
func (c *jpegCleaner) segment() (marker byte, body []byte, ok bool) {
	if len(c.rest) < 2 || c.rest[0] != 0xff {
		return 0, nil, false
	}
	for len(c.rest) > 2 && c.rest[1] == 0xff { // fill bytes
		c.rest = c.rest[1:]
	}
	marker, c.rest = c.rest[1], c.rest[2:]
	if marker == eoi {
		return marker, nil, true
	}
	if len(c.rest) < 2 {
		return 0, nil, false
	}
	n := int(binary.BigEndian.Uint16(c.rest))
	if n < 2 || n > len(c.rest) {
		return 0, nil, false
	}
	body, c.rest = c.rest[2:n], c.rest[n:]
	return marker, body, true
}

// keep adds a segment to out where it belongs to the picture.
func (c *jpegCleaner) keep(marker byte, body []byte) *Fault {
	switch {
	case marker == app0 && bytes.HasPrefix(body, []byte("JFIF\x00")) && len(body) >= 14:
		c.add(marker, append(bytes.Clone(body[:12]), 0, 0)) // without its thumbnail
	case marker == app14 && bytes.HasPrefix(body, []byte("Adobe")) && len(body) >= 12:
		c.add(marker, body[:12])
	case marker == app1 && isTurned(body):
		return refused("是照相机横着或倒着拍的，只有一部分软件把它转正")
	case marker >= app0 && marker <= app15 || marker == com:
	case marker == dht || marker == dqt || marker == dri:
		c.add(marker, body)
	case marker == sof0 || marker == sof1 || marker == sof2:
		c.add(marker, body)
		return c.frame(body)
	case marker == sos:
		c.add(marker, body)
		return c.scan()
	case marker > sof2 && marker <= 0xcf && marker != 0xc8 || marker == dac:
		return refused("是无损、算术编码等少见的 JPEG")
	default:
		return broken("有不该有的内容")
	}
	return nil
}

func (c *jpegCleaner) add(marker byte, body []byte) {
	c.out = append(c.out, 0xff, marker)
	c.out = binary.BigEndian.AppendUint16(c.out, uint16(len(body)+2))
	c.out = append(c.out, body...)
}

// frame reads precision, size and components.
func (c *jpegCleaner) frame(b []byte) *Fault {
	switch {
	case len(b) < 6 || c.size != (size{}):
		return broken("开头不对")
	case b[0] != 8:
		return refused("是 12 位的 JPEG")
	case b[5] == 4:
		return refused("是印刷用的四色（CMYK）JPEG")
	case b[5] != 1 && b[5] != 3:
		return refused("的颜色不是灰度，也不是 RGB")
	}
	c.size = size{columns: int(binary.BigEndian.Uint16(b[3:])), rows: int(binary.BigEndian.Uint16(b[1:]))}
	return c.size.fault()
}

// scan takes the coded pixels that follow SOS, up to the next marker; 00 and RSTn
// are part of them.
func (c *jpegCleaner) scan() *Fault {
	if c.scans++; c.scans > mostScans || c.size == (size{}) {
		return broken("次序不对，或者层数太多")
	}
	for i := 0; ; i++ {
		j := bytes.IndexByte(c.rest[i:], 0xff)
		if j < 0 || i+j+1 >= len(c.rest) {
			return broken("文件不完整")
		}
		i += j
		if next := c.rest[i+1]; next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			c.out, c.rest = append(c.out, c.rest[:i]...), c.rest[i:]
			return nil
		}
	}
}
