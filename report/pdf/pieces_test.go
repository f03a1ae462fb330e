package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// A piece is one marked sequence of a page: what it says and where it begins.
type piece struct {
	tag  name
	mcid int // -1: artifact
	text string
	x, y float64
}

// pieces reads a page's content: every glyph through ToUnicode or ActualText.
func (d *document) pieces(page dict) []piece {
	fonts := d.cmaps()
	var out []piece
	var args []any
	var cmap map[uint16]string
	var font name
	depth, actual := 0, ""
	for p := d.parse(d.streamOf(page["Contents"])); ; {
		if p.blank(); len(p.b) == 0 {
			break
		}
		v := p.value()
		op, ok := v.(operator)
		if !ok {
			args = append(args, v)
			continue
		}
		switch op {
		case "BDC":
			if depth++; depth == 2 {
				actual = "\x00" + words(args[1].(dict)["ActualText"])
				break
			}
			out = append(out, piece{tag: args[0].(name), mcid: mcid(args[1].(dict))})
		case "EMC":
			if depth--; depth == 1 {
				out[len(out)-1].text += actual[1:]
				actual = ""
			}
		case "f", "Do":
			if depth == 0 {
				d.t.Errorf("%s outside marked content", op)
			}
		case "Tf":
			font = args[0].(name)
			cmap = fonts[font]
		case "Td":
			if q := &out[len(out)-1]; q.text == "" {
				q.x, q.y = args[0].(float64), args[1].(float64)
			}
		case "TJ", "Tj":
			said := d.shown(cmap, args[0])
			if depth == 0 {
				d.t.Errorf("text outside marked content: %q", said)
			} else if actual == "" {
				out[len(out)-1].text += said
			}
		}
		args = nil
	}
	if depth != 0 {
		d.t.Errorf("marked content is open at the page's end: %d", depth)
	}
	return out
}

func mcid(properties dict) int {
	if v, ok := properties["MCID"].(float64); ok {
		return int(v)
	}
	return -1
}

// shown decodes the strings of Tj or TJ.
func (d *document) shown(cmap map[uint16]string, v any) string {
	var out strings.Builder
	if list, ok := v.(array); ok {
		for _, e := range list {
			if s, ok := e.(text); ok {
				out.WriteString(d.shown(cmap, s))
			}
		}
		return out.String()
	}
	for s := []byte(v.(text)); len(s) > 0; s = s[2:] {
		code := binary.BigEndian.Uint16(s)
		words, ok := cmap[code]
		if !ok {
			d.t.Errorf("code %04X is not in ToUnicode", code)
		}
		out.WriteString(words)
	}
	return out.String()
}

// cmaps reads ToUnicode of every font, by resource name.
func (d *document) cmaps() map[name]map[uint16]string {
	out := map[name]map[uint16]string{}
	for key, f := range d.get(d.pages()[0], "Resources", "Font").(dict) {
		cmap := map[uint16]string{}
		for line := range bytes.Lines(d.streamOf(d.get(f).(dict)["ToUnicode"])) {
			if !bytes.HasPrefix(line, []byte("<")) || bytes.Equal(line, []byte("<0000><FFFF>\n")) {
				continue
			}
			p := d.parse(line)
			code := binary.BigEndian.Uint16([]byte(p.value().(text)))
			if _, twice := cmap[code]; twice {
				d.t.Errorf("%s: code %04X twice", key, code)
			}
			cmap[code] = utf16BE([]byte(p.value().(text)))
		}
		out[name(key)] = cmap
	}
	return out
}
