//go:build fontofl

package fonts

import _ "embed"

var (
	//go:embed faces/GongwenFangOFL.ttf
	fangData string
	//go:embed packs/GongwenFangOFL.pack
	fangPack string
)

// fangFaces gives the substitute twice: it has every character of
// GongwenFangExt itself, so that file stays out.
func fangFaces() (fang, rare source) {
	fang = open(fangData, fangPack)
	return fang, fang
}
