//go:build !fontofl

package fonts

import _ "embed"

// The default 仿宋 is under the GPL with the font exception: see README.md for
// what follows for the program that carries it.
var (
	//go:embed faces/GongwenFang.ttf
	fangData string
	//go:embed packs/GongwenFang.pack
	fangPack string
	//go:embed faces/GongwenFangExt.ttf
	rareData string
)

func fangFaces() (fang, rare source) { return open(fangData, fangPack), open(rareData, "") }
