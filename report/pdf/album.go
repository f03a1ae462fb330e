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
	images []image
	names  map[*picture.Picture]string // in /Resources
}

// An image is a picture as it is written (ISO 32000-1, 8.9.5).
type image struct {
	name   string
	common string // entries that its mask has too
	space  string // its colours
	data   []byte
	packed bool   // data is the JPEG file as it is
	mask   []byte // what can be seen through; nil if nothing can
}

func newAlbum() *album { return &album{names: map[*picture.Picture]string{}} }

// add reads the picture of item. It panics if the picture is not what [picture]
// lets through.
func (a *album) add(item *layout.Picture) {
	if item.Node == nil || item.Node.Picture == nil || item.Node.Words == "" {
		panic("pdf: picture without data or words")
	}
	p := item.Node.Picture
	if a.names[p] != "" {
		return
	}
	img, err := imageOf(p)
	if err != nil {
		panic(fmt.Sprintf("pdf: picture: %v", err))
	}
	img.name = "Im" + strconv.Itoa(len(a.images)+1)
	a.names[p] = img.name
	a.images = append(a.images, img)
}

func imageOf(p *picture.Picture) (image, error) {
	switch p.Format {
	case picture.JPEG:
		return jpegImage(p.Data)
	case picture.PNG:
		img, err := png.Decode(bytes.NewReader(p.Data))
		if err != nil {
			return image{}, err
		}
		s := samplesOf(img)
		space, data := s.pack()
		return image{common: imageHead(s.width, s.height), space: space, data: data, mask: s.alpha}, nil
	}
	return image{}, fmt.Errorf("format %q", p.Format)
}

// jpegImage takes the file as it is: decoding it would lose or swell it.
func jpegImage(data []byte) (image, error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	img := image{common: imageHead(c.Width, c.Height), data: data, packed: true}
	switch c.ColorModel {
	case color.GrayModel:
		img.space = "/DeviceGray"
	case color.YCbCrModel:
		img.space = "/DeviceRGB"
	case color.RGBAModel: // its three parts are red, green and blue themselves
		img.space = "/DeviceRGB/DecodeParms<</ColorTransform 0>>"
	default: // no CMYK: the output intent is sRGB (ISO 19005-2, 6.2.4.3)
		return img, fmt.Errorf("JPEG that is neither gray nor RGB: %v", err)
	}
	return img, err
}

// imageHead is the entries of all images, up to their colours.
func imageHead(width, height int) string {
	return fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace", width, height)
}

// write writes the pictures and adds their names to the resources b.
func (a *album) write(to *file, b *buffer) {
	if len(a.images) == 0 {
		return
	}
	b.str("/XObject<<")
	for i := range a.images {
		b.str("/").str(a.images[i].name).str(" ").ref(a.images[i].write(to))
	}
	b.str(">>")
}

func (img *image) write(to *file) ref {
	whole, entries := to.alloc(1), img.common+img.space
	switch {
	case img.packed:
		to.plainStream(whole, entries+"/Filter/DCTDecode", img.data)
		return whole
	case img.mask != nil:
		soft := to.alloc(1)
		to.stream(soft, img.common+"/DeviceGray", img.mask)
		entries += string(new(buffer).str("/SMask ").ref(soft).b)
	}
	to.stream(whole, entries, img.data)
	return whole
}
