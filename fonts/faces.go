package fonts

import _ "embed"

// The faces are strings: they lie in the program's read-only pages, cost
// nothing until read and cannot be written to.
var (
	//go:embed faces/GongwenKai.ttf
	kaiData string
	//go:embed faces/GongwenHei.ttf
	heiData string
	//go:embed faces/GongwenXBS.ttf
	xbsData string
	//go:embed faces/GongwenSong.ttf
	songData string
	//go:embed faces/LiberationSerif-Regular.ttf
	latinData string
)
