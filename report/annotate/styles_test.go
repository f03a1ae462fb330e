package annotate

import "testing"

// TestShape knows a format again that Excel has saved, and tells others apart.
func TestShape(t *testing.T) {
	const ours = `<xf numFmtId="0" fontId="2" applyFont="1"><alignment wrapText="1"/></xf>`
	for written, same := range map[string]bool{
		`<xf numFmtId="0" fontId="2" xfId="0" applyFont="1"><alignment wrapText="1"/></xf>`:      true,
		`<xf applyFont="true" fontId="2" numFmtId="0"><alignment wrapText="1"></alignment></xf>`: true,
		`<xf numFmtId="0" fontId="2" xfId="1" applyFont="1"><alignment wrapText="1"/></xf>`:      false,
		`<xf numFmtId="0" fontId="2" applyFont="1"/>`:                                            false,
	} {
		if got := shape(fragment(written)) == shape(fragment(ours)); got != same {
			t.Errorf("%s is the same: %v, want %v", written, got, same)
		}
	}
}
