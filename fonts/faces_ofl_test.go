//go:build fontofl

package fonts

const (
	fangName = "GongwenFangOFL"
	rareName = "GongwenFangOFL"
	fangDot  = 500
)
