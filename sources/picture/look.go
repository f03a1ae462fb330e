package picture

import (
	"image"
	"image/draw"
)

// nearWhite is the least of red, green and blue that still looks like paper.
const nearWhite = 240

// A look is what a picture shows on white paper.
type look struct {
	columns, rows int
	transparent   bool
	inked         int    // pixels that are not like paper
	corner        [4]int // of each corner's little square, the sum of the least of red, green and blue
	square        int    // side of these squares, in pixels
}

// lookAt looks at every pixel, a row at a time.
func lookAt(img image.Image) look {
	b := img.Bounds()
	l := look{columns: b.Dx(), rows: b.Dy()}
	l.square = max(1, min(l.columns, l.rows)/50)
	row := image.NewRGBA(image.Rect(0, 0, l.columns, 1))
	for y := range l.rows {
		draw.Draw(row, row.Rect, img, image.Pt(b.Min.X, b.Min.Y+y), draw.Src)
		l.row(y, row.Pix)
	}
	return l
}

// row takes the pixels of row y, with premultiplied alpha.
func (l *look) row(y int, pix []byte) {
	for x := range l.columns {
		p := pix[4*x : 4*x+4]
		least := int(min(p[0], p[1], p[2])) + 255 - int(p[3])
		if p[3] < 255 {
			l.transparent = true
		}
		if least < nearWhite {
			l.inked++
		}
		if i, ok := l.cornerOf(x, y); ok {
			l.corner[i] += least
		}
	}
}

// cornerOf says in which corner's square a pixel stands.
func (l *look) cornerOf(x, y int) (corner int, ok bool) {
	right, low := x >= l.columns-l.square, y >= l.rows-l.square
	if x >= l.square && !right || y >= l.square && !low {
		return 0, false
	}
	if right {
		corner++
	}
	if low {
		corner += 2
	}
	return corner, true
}

// fault is why a seal cannot look so.
func (l *look) fault() *Fault {
	const most = 1000 // a picture with one pixel of so many inked shows nothing
	if l.inked*most < l.columns*l.rows {
		return &Fault{blank, "印章图片是空白的：几乎全是白色或透明", "核对文件；图章应是红色，背景透明或白色"}
	}
	for _, sum := range l.corner {
		if sum < nearWhite*l.square*l.square {
			return &Fault{coloured, "印章图片的底色不是白色也不透明，会在纸上印出一块底色", "用抠图软件去掉底色，存成背景透明的 PNG；裁得太紧、印文顶到角上的，四边留一点空白"}
		}
	}
	return nil
}
