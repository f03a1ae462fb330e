package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// makeSeal is the command seal TO SIDE [grey]: a red ring of SIDE pixels, on grey or
// on nothing.
func makeSeal(ts *testscript.TestScript, _ bool, args []string) {
	side := map[string]int{"600": 600, "100": 100}[args[1]]
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			dx, dy := 2*x-side, 2*y-side
			switch d := dx*dx + dy*dy; {
			case d < side*side && d > side*side*4/5:
				img.Set(x, y, color.NRGBA{R: 220, A: 255})
			case len(args) > 2:
				img.Set(x, y, color.Gray{Y: 200})
			}
		}
	}
	var b bytes.Buffer
	ts.Check(png.Encode(&b, img))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}
