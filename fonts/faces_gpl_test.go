//go:build !fontofl

package fonts

const (
	fangName = "GongwenFang"
	rareName = "GongwenFangExt"
	fangDot  = 1000
)
