package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

// The profile is a whole ICC file whose curve is that of IEC 61966-2-1.
func TestProfile(t *testing.T) {
	be, srgb := binary.BigEndian, []byte(srgb)
	if int(be.Uint32(srgb)) != len(srgb) || string(srgb[12:24]) != "mntrRGB XYZ " || string(srgb[36:40]) != "acsp" {
		t.Fatalf("header % x", srgb[:40])
	}
	tags := map[string][]byte{}
	for i := range int(be.Uint32(srgb[128:])) {
		row := srgb[132+12*i:]
		at, size := be.Uint32(row[4:]), be.Uint32(row[8:])
		tags[string(row[:4])] = srgb[at : at+size]
	}
	for _, key := range []string{"rTRC", "gTRC", "bTRC"} {
		curve := tags[key][12:]
		for i := range 256 {
			v := float64(i) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			if got := float64(be.Uint16(curve[2*i:])); math.Abs(got-v*65535) > 1 {
				t.Fatalf("%s[%d] = %v, want %v", key, i, got, v*65535)
			}
		}
	}
	// White is the sum of the primaries.
	for axis := range 3 {
		sum := 0.0
		for _, key := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += float64(int32(be.Uint32(tags[key][8+4*axis:])))
		}
		if white := float64(int32(be.Uint32(tags["wtpt"][8+4*axis:]))); math.Abs(sum-white) > 16 {
			t.Errorf("axis %d: primaries add up to %v, white is %v", axis, sum, white)
		}
	}
}
