package pdf

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"

	"tongbao/fonts"
)

// A ref is an object's number; 0 is none.
type ref int

// A file writes objects as they come and remembers where. Every number that is
// handed out must be written once, else close panics.
type file struct {
	w       *bufio.Writer // keeps the first error
	at      int64
	offsets []int64   // of object i+1; 0 until written
	sum     hash.Hash // of all bytes so far
}

// The comment's four bytes tell transfer programs that the file is binary
// (ISO 19005-2, 6.1.2).
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

func newFile(w io.Writer) *file {
	f := &file{w: bufio.NewWriterSize(w, 1<<16), sum: sha256.New()}
	f.put([]byte(header))
	return f
}

// put writes b; an error stays in f.w until close.
func (f *file) put(b []byte) {
	n, _ := f.w.Write(b)
	f.at += int64(n)
	f.sum.Write(b)
}

// alloc hands out count numbers and returns the first.
func (f *file) alloc(count int) ref {
	first := ref(len(f.offsets) + 1)
	f.offsets = append(f.offsets, make([]int64, count)...)
	return first
}

// object writes object r.
func (f *file) object(r ref, body *buffer) {
	f.open(r)
	f.put(body.b)
	f.put([]byte("\nendobj\n"))
}

func (f *file) open(r ref) {
	if f.offsets[r-1] != 0 {
		panic(fmt.Sprintf("pdf: object %d written twice", r))
	}
	f.offsets[r-1] = f.at
	f.put(strconv.AppendInt(nil, int64(r), 10))
	f.put([]byte(" 0 obj\n"))
}

// stream writes data, deflated, under a dictionary with the given entries.
func (f *file) stream(r ref, entries string, data []byte) {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	f.packedStream(r, entries, d.pack(data))
}

// packedStream writes data that a deflater packed.
func (f *file) packedStream(r ref, entries string, data []byte) {
	f.plainStream(r, entries+"/Filter/FlateDecode", data)
}

// font writes the file of a font.
func (f *file) font(r ref, sub *fonts.Subset) {
	entries := "/Length1 " + strconv.Itoa(sub.Size)
	if !sub.Packed() {
		f.stream(r, entries, sub.Data())
		return
	}
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	f.packedStream(r, entries, d.font(sub))
}

// plainStream writes data as it is, packed by others or for those who look
// without unpacking.
func (f *file) plainStream(r ref, entries string, data []byte) {
	f.open(r)
	var b buffer
	b.str("<<").str(entries).str("/Length ").num(len(data)).str(">>\nstream\n")
	f.put(b.b)
	f.put(data)
	f.put([]byte("\nendstream\nendobj\n"))
}

// close writes the cross-reference table and the trailer, and returns the first
// error of the writer beneath.
func (f *file) close(root, info ref) error {
	start := f.at
	f.put(fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1))
	for i, at := range f.offsets {
		if at == 0 {
			panic(fmt.Sprintf("pdf: object %d never written", i+1))
		}
		f.put(fmt.Appendf(nil, "%010d 00000 n \n", at))
	}
	f.put(fmt.Appendf(nil, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R"+idOpen, len(f.offsets)+1, root, info))
	tail := fmt.Appendf(nil, ">]>>\nstartxref\n%d\n%%%%EOF\n", start)
	f.put([]byte(fileID(f.sum, tail)))
	f.put(tail)
	return f.w.Flush()
}

// idOpen begins the file's two identifiers, which are one (ISO 32000-1, 14.4).
const idOpen = "/ID[<"

// fileID is the identifiers of a file: a hash of every byte around them, those
// before already in sum, so that the file can be told from one altered since.
func fileID(sum hash.Hash, tail []byte) string {
	sum.Write(tail)
	id := hex.EncodeToString(sum.Sum(nil)[:16])
	return id + "><" + id
}

// A deflater packs one stream after another; its buffer holds the last one.
type deflater struct {
	z   *zlib.Writer
	out bytes.Buffer
}

// deflaters are kept from file to file: a new one costs as much as ten pages.
// The level is the fastest: for the real notice the next ones take 1.2 to 2.5
// times as long (3.7, 4.2, 6.0, 9.2 ms at 1, 2, 3, 6) for 1 to 4 % less, since
// most bytes are outlines, which hardly repeat.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err)
	}
	return &deflater{z: z}
}}

func (d *deflater) pack(data []byte) []byte {
	d.out.Reset()
	d.out.Grow(len(data))
	d.z.Reset(&d.out)
	d.z.Write(data) // a buffer never fails
	d.z.Close()
	return d.out.Bytes()
}

// font packs a font whose outlines are packed already: its front, up to a byte's
// edge, then they, which are the last block, and the checksum of both (RFC 1950,
// 2.2).
func (d *deflater) font(sub *fonts.Subset) []byte {
	d.out.Reset()
	d.out.Grow(sub.Size)
	d.z.Reset(&d.out)
	d.z.Write(sub.Front)
	d.z.Flush()
	outlines, adler := sub.AppendPacked(d.out.AvailableBuffer())
	d.out.Write(binary.BigEndian.AppendUint32(outlines, adler))
	return d.out.Bytes()
}
