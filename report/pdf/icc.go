package pdf

import _ "embed"

// srgb is an ICC profile (version 2.1, display, matrix and curve) of
// IEC 61966-2-1. It is kept as bytes, not computed, because powers of floats
// may differ between processors; a test computes it again.
//
//go:embed srgb.icc
var srgb string

// writeIntent writes the profile and returns the output intent (ISO 19005-2,
// 6.2.3): black text needs a meaning, even without any colour.
func writeIntent(to *file) *buffer {
	profile := to.alloc(1)
	to.stream(profile, "/N 3", []byte(srgb))
	return new(buffer).str("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)" +
		"/Info(sRGB IEC61966-2.1)/DestOutputProfile ").ref(profile).str(">>")
}
