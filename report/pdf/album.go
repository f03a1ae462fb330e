package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"

	"tongbao/report/layout"
	"tongbao/sources/picture"
)

// An album is the document's pictures in order of first use, each once.
type album struct {
	pictures []*picture.Picture
	names    map[*picture.Picture]string // in /Resources
}

func newAlbum() *album { return &album{names: map[*picture.Picture]string{}} }

func (a *album) add(item *layout.Picture) {
	if item.Node == nil || item.Node.Picture == nil || item.Node.Words == "" {
		panic("pdf: picture without data or words")
	}
	p := item.Node.Picture
	if a.names[p] == "" {
		a.pictures = append(a.pictures, p)
		a.names[p] = "Im" + strconv.Itoa(len(a.pictures))
	}
}

// write writes the pictures and adds their names to the resources b.
func (a *album) write(to *file, b *buffer) {
	if len(a.pictures) == 0 {
		return
	}
	b.str("/XObject<<")
	for _, p := range a.pictures {
		b.str("/").str(a.names[p]).str(" ").ref(writePicture(to, p))
	}
	b.str(">>")
}

// writePicture writes one picture as an image (ISO 32000-1, 8.9.5). It panics if
// the picture is not what [picture] lets through.
func writePicture(to *file, p *picture.Picture) ref {
	switch p.Format {
	case picture.JPEG:
		return writeJPEG(to, p.Data)
	case picture.PNG:
		return writePNG(to, p.Data)
	}
	panic("pdf: picture of format " + string(p.Format))
}

// writeJPEG writes the file as it is: decoding it would lose or swell it.
func writeJPEG(to *file, data []byte) ref {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Sprintf("pdf: picture: %v", err))
	}
	space := ""
	switch c.ColorModel {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.YCbCrModel:
		space = "/DeviceRGB"
	case color.RGBAModel: // its three parts are red, green and blue themselves
		space = "/DeviceRGB/DecodeParms<</ColorTransform 0>>"
	default: // no CMYK: the output intent is sRGB (ISO 19005-2, 6.2.4.3)
		panic("pdf: JPEG that is neither gray nor RGB")
	}
	image := to.alloc(1)
	to.plainStream(image, imageHead(c.Width, c.Height)+space+"/Filter/DCTDecode", data)
	return image
}

// writePNG writes the samples anew, and what of it is seen through as a soft
// mask.
func writePNG(to *file, data []byte) ref {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Sprintf("pdf: picture: %v", err))
	}
	s := samplesOf(img)
	image, mask := to.alloc(1), ""
	if s.alpha != nil {
		soft := to.alloc(1)
		to.stream(soft, imageHead(s.width, s.height)+"/DeviceGray", s.alpha)
		mask = "/SMask " + string(new(buffer).ref(soft).b)
	}
	space, samples := s.pack()
	to.stream(image, imageHead(s.width, s.height)+space+mask, samples)
	return image
}

// imageHead is the entries of all images, up to their colours.
func imageHead(width, height int) string {
	return fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace", width, height)
}
