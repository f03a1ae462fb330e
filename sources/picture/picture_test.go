package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"tongbao/sources/problem"
)

// A canvas is any picture that can be drawn on.
type canvas interface {
	image.Image
	Set(x, y int, c color.Color)
}

// ring draws a red ring, on ground where that is not nil.
func ring[T canvas](img T, ground color.Color) T {
	b := img.Bounds()
	side := b.Dx()
	for y := range b.Dy() {
		for x := range side {
			dx, dy := 2*x-side, 2*y-b.Dy()
			switch d := dx*dx + dy*dy; {
			case d < side*side && d > side*side*3/4:
				img.Set(x, y, color.NRGBA{R: 220, A: 255})
			case ground != nil:
				img.Set(x, y, ground)
			}
		}
	}
	return img
}

func square(side int) image.Rectangle { return image.Rect(0, 0, side, side) }

func pngOf(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// insert puts more into data behind its first n bytes.
func insert(data []byte, n int, more string) []byte {
	return bytes.Join([][]byte{data[:n], []byte(more), data[n:]}, nil)
}

// piece is a PNG chunk.
func piece(name, data string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

const behindHeader = len(pngSignature) + 25

// Seals as offices have them are taken, whatever their pixels are made of.
func TestSeals(t *testing.T) {
	palette := color.Palette{color.NRGBA{}, color.NRGBA{R: 220, A: 255}}
	red := ring(image.NewNRGBA(square(120)), nil)
	for name, c := range map[string]struct {
		data []byte
		want Picture
	}{
		"transparent": {pngOf(t, red), Picture{PNG, nil, 120, 120, true}},
		"16 bits":     {pngOf(t, ring(image.NewNRGBA64(square(60)), nil)), Picture{PNG, nil, 60, 60, true}},
		"white":       {pngOf(t, ring(image.NewNRGBA(square(120)), color.White)), Picture{PNG, nil, 120, 120, false}},
		"grey":        {pngOf(t, ring(image.NewGray(square(120)), color.White)), Picture{PNG, nil, 120, 120, false}},
		"palette":     {pngOf(t, ring(image.NewPaletted(square(120), palette), nil)), Picture{PNG, nil, 120, 120, true}},
		"oblong":      {pngOf(t, ring(image.NewNRGBA(image.Rect(0, 0, 120, 80)), nil)), Picture{PNG, nil, 120, 80, true}},
		"JPEG":        {jpegOf(t, ring(image.NewNRGBA(square(120)), color.White)), Picture{JPEG, nil, 120, 120, false}},
		"grey JPEG":   {jpegOf(t, ring(image.NewGray(square(120)), color.White)), Picture{JPEG, nil, 120, 120, false}},
		"interlaced":  {interlaced(), Picture{PNG, nil, 9, 5, false}},
	} {
		p, fault := Read(c.data)
		if fault != nil {
			t.Errorf("%s: %s", name, fault.message)
			continue
		}
		got := *p
		if got.Data = nil; !equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if again, fault := Read(p.Data); fault != nil || !bytes.Equal(again.Data, p.Data) {
			t.Errorf("%s: what is kept is not read again alike: %v", name, fault)
		}
	}
}

func equal(a, b Picture) bool {
	return a.Format == b.Format && a.Columns == b.Columns && a.Rows == b.Rows && a.Transparent == b.Transparent
}

// interlaced is a grey picture of 9×5 in seven passes: white, black in the middle.
func interlaced() []byte {
	header := "\x00\x00\x00\x09\x00\x00\x00\x05\x08\x00\x00\x00\x01"
	var raw []byte
	for _, pass := range [][2]int{{2, 1}, {1, 1}, {3, 1}, {2, 2}, {5, 1}, {4, 3}, {9, 2}} {
		for range pass[1] {
			raw = append(raw, 0)
			raw = append(raw, bytes.Repeat([]byte{0xff}, pass[0])...)
		}
	}
	raw[len(raw)-5] = 0
	return []byte(pngSignature + piece("IHDR", header) + piece("IDAT", deflated(raw)) + piece("IEND", ""))
}

func deflated(raw []byte) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(raw)
	z.Close()
	return b.String()
}

// What a file says besides its picture does not come through.
func TestOnlyThePicture(t *testing.T) {
	plain := pngOf(t, ring(image.NewNRGBA(square(120)), nil))
	photo := jpegOf(t, ring(image.NewNRGBA(square(120)), color.White))
	const secret = "某人的电脑"
	exif := "\xff\xe1\x00\x15Exif\x00\x00" + secret[:13]
	for name, data := range map[string][]byte{
		"PNG":  insert(plain, behindHeader, piece("tEXt", "Author\x00"+secret)+piece("eXIf", secret)+piece("iCCP", secret)),
		"JPEG": insert(photo, 2, exif+"\xff\xfe\x00\x11"+secret+"\xff\xe0\x00\x16JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x02"+secret[:6]),
	} {
		p, fault := Read(data)
		if fault != nil {
			t.Fatal(name, fault.message)
		}
		if bytes.Contains(p.Data, []byte(secret[:6])) {
			t.Error(name, "still says who made it")
		}
	}
}

// exif is a segment of Exif with a TIFF header and what follows it.
func exif(tiff string) string {
	body := "Exif\x00\x00" + tiff
	return "\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))) + body
}

// Cameras that were held upright say so; what is cut short says nothing.
func TestUpright(t *testing.T) {
	photo := jpegOf(t, ring(image.NewNRGBA(square(120)), color.White))
	upright := "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01\x00\x00"
	for n := range len(upright) + 1 {
		if _, fault := Read(insert(photo, 2, exif(upright[:n]))); fault != nil {
			t.Errorf("%d bytes: %s", n, fault.message)
		}
	}
	if _, fault := Read(insert(photo, 2, exif("MM\x00*\xff\xff\xff\xff"))); fault != nil {
		t.Error(fault.message)
	}
}

// Each file that cannot be used has its reason.
func TestRefused(t *testing.T) {
	seal := pngOf(t, ring(image.NewNRGBA(square(120)), nil))
	photo := jpegOf(t, ring(image.NewNRGBA(square(120)), color.White))
	flip := bytes.Clone(seal)
	flip[behindHeader+20] ^= 1
	frame := bytes.Index(photo, []byte{0xff, sof0})
	alter := func(at int, b byte) []byte {
		out := bytes.Clone(photo)
		out[at] = b
		return out
	}
	huge := "\x00\x00\x0f\xa1\x00\x00\x00\x01\x08\x06\x00\x00\x00"
	header := "\x00\x00\x00\x64\x00\x00\x00\x64\x08\x00\x00\x00\x00"
	for name, c := range map[string]struct {
		data []byte
		code problem.Code
		word string
	}{
		"empty":              {nil, "F142", "空文件"},
		"GIF":                {[]byte("GIF89a"), "F142", "GIF"},
		"too large":          {make([]byte, LargestFile+1), "F143", "10 MB"},
		"too many pixels":    {[]byte(pngSignature + piece("IHDR", huge)), "F143", "4001×1"},
		"a JPEG of too many": {alter(frame+5, 0x7f), "F143", "最多 4000"},
		"cut":                {seal[:len(seal)/2], "F144", "不完整"},
		"CRC":                {flip, "F144", "校验和"},
		"behind the end":     {append(bytes.Clone(seal), "PK"...), "F144", "后面"},
		"bomb":               {[]byte(pngSignature + piece("IHDR", header) + piece("IDAT", deflated(make([]byte, 1<<20))) + piece("IEND", "")), "F144", "比图片多"},
		"too few pixels":     {[]byte(pngSignature + piece("IHDR", header) + piece("IDAT", deflated(make([]byte, 100))) + piece("IEND", "")), "F144", "不完整"},
		"hidden pixels":      {insert(seal, len(seal)-12, piece("IDAT", "hidden")), "F144", "比图片多"},
		"no header":          {[]byte(pngSignature + piece("IDAT", "")), "F144", "开头"},
		"no size":            {[]byte(pngSignature + piece("IHDR", strings.Repeat("\x00", 13))), "F144", "是 0"},
		"critical chunk":     {insert(seal, behindHeader, piece("HIDE", "")), "F145", "看不懂"},
		"JPEG, cut":          {photo[:len(photo)-2], "F144", "不完整"},
		"JPEG, behind":       {append(bytes.Clone(photo), photo...), "F144", "后面"},
		"JPEG, no picture":   {[]byte("\xff\xd8\xff\xd9"), "F144", "没有图"},
		"12 bits":            {alter(frame+4, 12), "F145", "12 位"},
		"CMYK":               {alter(frame+9, 4), "F145", "CMYK"},
		"turned":             {insert(photo, 2, exif("MM\x00*\x00\x00\x00\x08\x00\x02\x01\x0f\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00")), "F145", "转正"},
		"turned, Intel":      {insert(photo, 2, exif("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x03\x00\x00\x00")), "F145", "转正"},
		"arithmetic":         {alter(frame+1, 0xc9), "F145", "算术"},
		"white":              {pngOf(t, ringless(color.White)), "F146", "空白"},
		"transparent":        {pngOf(t, image.NewNRGBA(square(50))), "F146", "空白"},
		"grey ground":        {pngOf(t, ring(image.NewNRGBA(square(120)), color.Gray{Y: 225})), "F147", "底色"},
		"all red":            {pngOf(t, ringless(color.NRGBA{R: 255, A: 255})), "F147", "底色"},
		"JPEG, yellow":       {jpegOf(t, ring(image.NewNRGBA(square(120)), color.NRGBA{R: 250, G: 240, B: 200, A: 255})), "F147", "底色"},
	} {
		p, fault := Read(c.data)
		if p != nil || fault == nil {
			t.Errorf("%s: taken", name)
			continue
		}
		if got := fault.At(problem.Pos{}); got.Code != c.code || !strings.Contains(got.Message, c.word) || got.Hint == "" {
			t.Errorf("%s: %v, want %s with %s", name, got, c.code, c.word)
		}
		if named := fault.Of("章.png").At(problem.Pos{}).Message; !strings.HasPrefix(named, "印章图片 章.png ") {
			t.Errorf("%s: the file is not named: %s", name, named)
		}
	}
}

func ringless(c color.Color) image.Image {
	img := image.NewNRGBA(square(50))
	for y := range 50 {
		for x := range 50 {
			img.Set(x, y, c)
		}
	}
	return img
}

func TestSized(t *testing.T) {
	p := &Picture{Columns: 600, Rows: 400}
	for _, c := range []struct {
		width, height int
		want          string
	}{
		{60_000, 40_000, ""},
		{60_000, 40_700, ""},
		{60_000, 41_000, "F149"},
		{40_000, 40_000, "F149"},
		{120_000, 80_000, "F148"},
	} {
		var got []string
		for _, f := range p.Sized(c.width, c.height) {
			got = append(got, string(f.At(problem.Pos{}).Code))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%d×%d: %v, want %s", c.width, c.height, got, c.want)
		}
	}
}

// Whatever the bytes, Read ends, and what it keeps it reads again alike.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, ring(image.NewNRGBA(square(20)), nil)))
	f.Add(jpegOf(f, ring(image.NewNRGBA(square(20)), color.White)))
	f.Add(interlaced())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fault := Read(data)
		if (p == nil) == (fault == nil) {
			t.Fatal("neither a picture nor a fault, or both")
		}
		if p == nil {
			return
		}
		if again, fault := Read(p.Data); fault != nil || !bytes.Equal(again.Data, p.Data) {
			t.Error("not read again alike", fault)
		}
	})
}
