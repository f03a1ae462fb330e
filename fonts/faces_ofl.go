//go:build fontofl

package fonts

import _ "embed"

//go:embed faces/GongwenFangOFL.ttf
var fangData string

// fangFaces gives the substitute twice: it has every character of
// GongwenFangExt itself, so that file stays out.
func fangFaces() (fang, rare source) {
	fang = open(fangData)
	return fang, fang
}
