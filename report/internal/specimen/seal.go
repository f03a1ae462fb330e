package specimen

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"tongbao/report/notice"
	"tongbao/sources/picture"
)

// Seal is a red ring, 42 mm wide, that can be seen through.
func Seal() *notice.Seal {
	return &notice.Seal{Picture: Ring(), Width: 42_000, Height: 42_000, Words: "“某某市文化旅游局”印章"}
}

// Ring is the picture of [Seal].
func Ring() *picture.Picture {
	const side, outer, inner = 240, 118, 108
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			dx, dy := x-side/2, y-side/2
			if d := dx*dx + dy*dy; d < outer*outer && d > inner*inner || d < 20*20 {
				img.Set(x, y, color.NRGBA{R: 220, A: 230})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return &picture.Picture{Format: picture.PNG, Data: b.Bytes(), Columns: side, Rows: side, Transparent: true}
}
