package pdf

import (
	"encoding/hex"
	pixels "image"
	"image/color"
	"strconv"
)

// samples are a picture's, 8 bits each, row by row from the top.
type samples struct {
	width, height int
	rgb           [][3]byte
	alpha         []byte // nil if nothing is seen through
}

// samplesOf reads img. What cannot be seen at all takes the colour of the first
// point that can: programs that blend neighbours to shrink a picture would draw
// a seam of it around the seal.
func samplesOf(img pixels.Image) *samples {
	box := img.Bounds()
	s := &samples{width: box.Dx(), height: box.Dy()}
	s.rgb = make([][3]byte, 0, s.width*s.height)
	s.alpha = make([]byte, 0, s.width*s.height)
	var seen [3]byte
	found, through := false, false
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			s.rgb = append(s.rgb, [3]byte{c.R, c.G, c.B})
			s.alpha = append(s.alpha, c.A)
			through = through || c.A != 0xFF
			if !found && c.A == 0xFF {
				seen, found = [3]byte{c.R, c.G, c.B}, true
			}
		}
	}
	if !through {
		s.alpha = nil
	}
	for i, a := range s.alpha {
		if a == 0 {
			s.rgb[i] = seen
		}
	}
	return s
}

// pack returns the samples in the smallest colour space that has them all: gray,
// up to 256 colours by number, or RGB.
func (s *samples) pack() (space string, data []byte) {
	gray := true
	number := map[[3]byte]byte{}
	var table []byte
	for _, c := range s.rgb {
		gray = gray && c[0] == c[1] && c[1] == c[2]
		if _, known := number[c]; !known && len(number) <= 0xFF {
			number[c] = byte(len(number))
			table = append(table, c[0], c[1], c[2])
		} else if !known {
			table = nil
		}
	}
	switch {
	case gray:
		return "/DeviceGray", s.each(func(c [3]byte) byte { return c[0] })
	case table != nil:
		space = "[/Indexed/DeviceRGB " + strconv.Itoa(len(number)-1) + "<" + hex.EncodeToString(table) + ">]"
		return space, s.each(func(c [3]byte) byte { return number[c] })
	}
	data = make([]byte, 0, 3*len(s.rgb))
	for _, c := range s.rgb {
		data = append(data, c[0], c[1], c[2])
	}
	return "/DeviceRGB", data
}

// each is one byte for each point.
func (s *samples) each(of func([3]byte) byte) []byte {
	data := make([]byte, len(s.rgb))
	for i, c := range s.rgb {
		data[i] = of(c)
	}
	return data
}
