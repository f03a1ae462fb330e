package pdf

import (
	"bytes"
	"encoding/hex"
	pixels "image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/picture"
)

// painted is a picture of 20 by 20 points, each as of says.
func painted(t *testing.T, of func(i int) color.Color) *picture.Picture {
	t.Helper()
	img := pixels.NewNRGBA(pixels.Rect(0, 0, 20, 20))
	for i := range 400 {
		img.Set(i%20, i/20, of(i))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return &picture.Picture{Format: picture.PNG, Data: b.Bytes(), Columns: 20, Rows: 20}
}

// sealed writes the sample notice with p as its seal and returns the image.
func sealed(t *testing.T, p *picture.Picture) (*document, dict, link) {
	t.Helper()
	doc := sample()
	sign(doc).Seal = &notice.Seal{Picture: p, Width: 42_000, Height: 42_000, Words: "印章"}
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	names := d.get(d.pages()[0], "Resources", "XObject").(dict)
	at := names["Im1"].(link)
	if len(names) != 1 {
		t.Errorf("images %v", names)
	}
	return d, d.get(at).(dict), at
}

func sign(doc *notice.Document) *notice.Signature {
	return doc.Body[slices.IndexFunc(doc.Body, func(b notice.Block) bool { _, ok := b.(*notice.Signature); return ok })].(*notice.Signature)
}

// space is an image's colours as a word.
func (d *document) space(v any) string {
	if list, ok := v.(array); ok {
		return string(list[0].(name)) + " " + hex.EncodeToString([]byte(list[3].(text)))
	}
	return string(v.(name))
}

// A picture has the smallest colours that hold it, and a mask only if it is seen
// through.
func TestPNG(t *testing.T) {
	for _, c := range []struct {
		name   string
		of     func(i int) color.Color
		space  string
		first  []byte // samples of the first two points
		masked []byte // what hides them
	}{
		{"gray", func(i int) color.Color { return color.Gray{Y: uint8(i)} }, "DeviceGray", []byte{0, 1}, nil},
		{"two colours", func(i int) color.Color {
			return color.NRGBA{R: 200, G: uint8(i % 2), A: 255}
		}, "Indexed c80000c80100", []byte{0, 1}, nil},
		{"many", func(i int) color.Color {
			return color.NRGBA{R: 200, G: uint8(i % 256), B: uint8(i / 256), A: 255}
		}, "DeviceRGB", []byte{200, 0, 0, 200, 1, 0}, nil},
		{"256", func(i int) color.Color { return color.NRGBA{R: 200, G: uint8(i % 256), A: 255} }, "", []byte{0, 1}, nil},
		{"half seen", func(i int) color.Color { return color.NRGBA{R: 200, A: uint8(100 + i%2)} }, "Indexed c80000", []byte{0, 0}, []byte{100, 101}},
		{"unseen", func(i int) color.Color {
			return color.NRGBA{R: 200, G: uint8(50 * (i % 2)), A: uint8(255 * (i % 2))}
		}, "Indexed c83200", []byte{0, 0}, []byte{0, 255}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, image, at := sealed(t, painted(t, c.of))
			if got := d.space(image["ColorSpace"]); got != c.space && c.space != "" {
				t.Errorf("colours %s, want %s", got, c.space)
			}
			if got := d.streamOf(at); !bytes.HasPrefix(got, c.first) || len(got)%400 != 0 {
				t.Errorf("%d samples from % x, want % x", len(got), got[:6], c.first)
			}
			if image["Width"] != 20.0 || image["Height"] != 20.0 || image["BitsPerComponent"] != 8.0 {
				t.Errorf("image %v", image)
			}
			if c.masked == nil {
				if image["SMask"] != nil {
					t.Error("a mask that hides nothing")
				}
				return
			}
			if mask := d.streamOf(image["SMask"]); len(mask) != 400 || !bytes.HasPrefix(mask, c.masked) {
				t.Errorf("%d of mask, want % x", len(mask), c.masked)
			}
		})
	}
}

// A JPEG is written as it is; one in the colours of print is refused.
func TestJPEG(t *testing.T) {
	gray, full := pixels.NewGray(pixels.Rect(0, 0, 16, 8)), pixels.NewRGBA(pixels.Rect(0, 0, 16, 8))
	plain := encoded(t, full)
	// Adobe's marker without a transform: the parts are red, green and blue
	adobe := slices.Concat(plain[:2], []byte("\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"), plain[2:])
	for _, c := range []struct {
		name, space string
		data        []byte
		transform   any
	}{
		{"gray", "DeviceGray", encoded(t, gray), nil},
		{"colour", "DeviceRGB", plain, nil},
		{"red, green, blue", "DeviceRGB", adobe, 0.0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, image, at := sealed(t, &picture.Picture{Format: picture.JPEG, Data: c.data, Columns: 16, Rows: 8})
			if image["Filter"] != name("DCTDecode") || !bytes.Equal(d.streamOf(at), c.data) {
				t.Error("the file was changed")
			}
			if image["ColorSpace"] != name(c.space) || image["Width"] != 16.0 || image["Height"] != 8.0 {
				t.Errorf("image %v", image)
			}
			if parts, _ := image["DecodeParms"].(dict); parts["ColorTransform"] != c.transform {
				t.Errorf("transform %v", parts)
			}
		})
	}
}

func encoded(t *testing.T, img pixels.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A seal is drawn before the words it is pressed on, once in the file however
// often it is used, and is a figure that is read after them.
func TestSeal(t *testing.T) {
	doc := sample()
	seal := specimen.Seal()
	sign(doc).Seal = seal
	other := *seal
	doc.Body = append(doc.Body, &notice.Signature{Issuer: paragraph("另一局"), Date: paragraph("2024年4月8日"), Seal: &other})
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	page := d.pages()[len(d.pages())-1]
	content := string(d.streamOf(page["Contents"]))
	if strings.Count(content, "/Im1 Do") != 2 || len(d.get(page, "Resources", "XObject").(dict)) != 1 {
		t.Errorf("drawn or kept more than once:\n%s", content)
	}
	if !strings.Contains(content, "q\n119.055 0 0 119.055 79.37 ") {
		t.Errorf("not 42 mm wide from 28 mm on:\n%s", content)
	}
	if d.get(page, "Group", "CS") != name("DeviceRGB") {
		t.Error("the page does not say in which colours it is mixed")
	}
	var order []name
	for _, p := range d.marked(page) {
		order = append(order, p.tag)
	}
	leaves := d.leaves()
	if n := len(leaves); leaves[n-4].role != "Figure" || leaves[n-1].role != "Figure" || words(leaves[n-1].value["Alt"]) != seal.Words {
		t.Errorf("read as %v", leaves[n-5:])
	}
	if n := len(order); !slices.Equal(order[n-6:], []name{"Figure", "P", "P", "Figure", "P", "P"}) {
		t.Errorf("drawn as %v", order)
	}
}

// Pictures that no file may have, and seals that do not stand where the tree has
// them, are refused.
func TestRefusesPictures(t *testing.T) {
	for name, spoil := range map[string]func(s *notice.Signature, pages []layout.Page){
		"no words":   func(s *notice.Signature, _ []layout.Page) { s.Seal.Words = "" },
		"no picture": func(s *notice.Signature, _ []layout.Page) { s.Seal.Picture = nil },
		"no format":  func(s *notice.Signature, _ []layout.Page) { s.Seal.Picture.Format = "" },
		"cut short":  func(s *notice.Signature, _ []layout.Page) { s.Seal.Picture.Data = s.Seal.Picture.Data[:200] },
		"CMYK": func(s *notice.Signature, _ []layout.Page) {
			s.Seal.Picture = &picture.Picture{Format: picture.JPEG, Data: []byte("\xFF\xD8" +
				"\xFF\xC0\x00\x14\x08\x00\x08\x00\x08\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00\xFF\xDA\x00\x02")}
		},
		"not drawn": func(_ *notice.Signature, pages []layout.Page) {
			for i := range pages {
				pages[i].Items = slices.DeleteFunc(pages[i].Items, isPicture)
			}
		},
		"drawn twice": func(s *notice.Signature, pages []layout.Page) {
			items := &pages[len(pages)-1].Items
			*items = append(*items, (*items)[slices.IndexFunc(*items, isPicture)])
		},
		"another's": func(s *notice.Signature, _ []layout.Page) { s.Seal = specimen.Seal() },
	} {
		t.Run(name, func(t *testing.T) {
			doc := sample()
			s := sign(doc)
			s.Seal = specimen.Seal()
			pages := newSetter(t).document(doc)
			spoil(s, pages)
			var out bytes.Buffer
			defer func() {
				if r, _ := recover().(string); !strings.HasPrefix(r, "pdf: ") || out.Len() > 0 {
					t.Errorf("panic %q after %d bytes", r, out.Len())
				}
			}()
			Write(&out, doc, pages, setup.Standard(fonts.Embedded()))
		})
	}
}

func isPicture(item layout.Item) bool {
	_, ok := item.(*layout.Picture)
	return ok
}
