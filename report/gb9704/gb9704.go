// Package gb9704 is GB/T 9704-2012 (党政机关公文格式) and its companion for word
// processors, GB/T 33476.2-2016, as data: each number once, with its clause and
// how binding it is, for DOCX and PDF alike. It imports nothing of ours.
package gb9704

// Strength says how binding a number is.
type Strength string

// The standard's own words, and ours for what follows from them.
const (
	Must    Strength = "规定"
	Usual   Strength = "一般"
	Advised Strength = "推荐"
	Derived Strength = "推算" // computed from other numbers, or measured
)

// A Length is one measure of the standard.
type Length struct {
	Unit
	Clause   string
	Strength Strength
}

// A Count is one number of things.
type Count struct {
	N        int
	Clause   string
	Strength Strength
}

// A Form is the geometry of one 文种.
type Form string

// The forms: a public notice without a red head, and a document with one.
const (
	Notice   Form = "notice"
	Document Form = "document"
)

// A Typeface is a class of type, as the standard names it; which font file or
// font name stands for it is decided elsewhere.
type Typeface string

// The classes the standard names. It is silent on Latin type: digits and letters
// are set in Times beside all of them, as offices do.
const (
	FangSong Typeface = "仿宋体"
	KaiTi    Typeface = "楷体"
	HeiTi    Typeface = "黑体"
	XiaoBiao Typeface = "小标宋体"
	SongTi   Typeface = "宋体"
)

// Sizes by their Chinese names, as word processors define them.
const (
	Size2 = 22 * Pt // 2号
	Size3 = 16 * Pt // 3号
	Size4 = 14 * Pt // 4号
)
