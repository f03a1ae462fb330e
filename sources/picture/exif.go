package picture

import (
	"bytes"
	"encoding/binary"
)

// isTurned reports whether the body of an APP1 segment is Exif that has the picture
// shown otherwise than it is stored: cameras turn none, they write how they were
// held (Exif 2.3, 4.6.4, Orientation). Without Exif it would be printed lying.
func isTurned(body []byte) bool {
	const (
		orientation = 0x0112
		field       = 12 // bytes of one
		upright     = 1
	)
	tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return false
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return false
	}
	fields := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(fields) < field {
			return false
		}
		if order.Uint16(fields) == orientation {
			how := order.Uint16(fields[8:])
			return how > upright && how <= 8
		}
		fields = fields[field:]
	}
	return false
}
