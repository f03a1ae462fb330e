package picture

import (
	"fmt"

	"tongbao/sources/problem"
)

var (
	unreadable = problem.Entry{Code: "F141", Severity: problem.Error, Title: "印章图片打不开",
		Why: "「印章」一栏写的是图片文件，从写它的那个文件所在的文件夹找起；找不到就盖不了章，程序不悄悄略过。"}
	unknownFormat = problem.Entry{Code: "F142", Severity: problem.Error, Title: "印章图片不是 PNG 或 JPEG",
		Why: "只有 PNG 和 JPEG 是 Word、WPS 和 PDF 都能印的图片；认的是文件的内容，不是后缀。"}
	tooLarge = problem.Entry{Code: "F143", Severity: problem.Error, Title: "印章图片太大",
		Why: "印章印出来只有几厘米，一千点见方就够清楚；有意构造的巨大图片会耗尽内存。"}
	damaged = problem.Entry{Code: "F144", Severity: problem.Error, Title: "印章图片已损坏",
		Why: "图片缺了一截、校验对不上或者后面夹着别的数据，不同的软件会显示得不一样，也可能藏着别的内容。"}
	unsupported = problem.Entry{Code: "F145", Severity: problem.Error, Title: "印章图片的种类用不了",
		Why: "印刷用的四色（CMYK）、12 位、算术编码等 JPEG，许多软件打不开或者颜色不对；照相机横着拍的，有的软件转正，有的不转，印章要端正。"}
	blank = problem.Entry{Code: "F146", Severity: problem.Error, Title: "印章图片是空白的",
		Why: "整幅图都是白色或透明，印出来什么也没有。"}
	coloured = problem.Entry{Code: "F147", Severity: problem.Error, Title: "印章图片有底色",
		Why: "印章要端正、居中下压发文机关署名和成文日期（GB/T 9704-2012 7.3.5.1），底色会在纸上印出一块，盖住文字。"}
	coarse = problem.Entry{Code: "F148", Severity: problem.Warning, Title: "印章图片不够清楚",
		Why: "每英寸不到 150 点的图片，印出来有锯齿。"}
	otherShape = problem.Entry{Code: "F149", Severity: problem.Error, Title: "印章尺寸和图片的宽高不成比例",
		Why: "印章要照原样印，宽高比例不同就会拉长或压扁。"}
)

// Codes is every problem this room finds, and those of opening its files.
func Codes() []problem.Entry {
	return []problem.Entry{unreadable, unknownFormat, tooLarge, damaged, unsupported, blank, coloured, coarse, otherShape}
}

// Unreadable is a picture file that could not be opened: what is wrong with it, and
// what to do.
func Unreadable(message, hint string) *Fault { return &Fault{unreadable, message, hint} }

// TooLargeFile is the fault of a file of more than [LargestFile] bytes.
func TooLargeFile() *Fault {
	return &Fault{tooLarge, fmt.Sprintf("印章图片超过 %d MB", LargestFile>>20), "用画图等软件把图片缩小到一千点见方左右，另存为 PNG"}
}

func tooManyPixels(s size) *Fault {
	return &Fault{tooLarge, fmt.Sprintf("印章图片有 %d×%d 点，最多 %d×%d 点", s.columns, s.rows, longestSide, longestSide), "用画图等软件把图片缩小到一千点见方左右，另存为 PNG"}
}

func broken(what string) *Fault {
	return &Fault{damaged, "印章图片已损坏：" + what, "用画图等软件打开，核对后另存为 PNG；打不开的，重新取一份图片"}
}

func refused(what string) *Fault {
	return &Fault{unsupported, "印章图片" + what, "用画图等软件打开，另存为 PNG（RGB）"}
}

// Sized is what is wrong with p printed at a size in thousandths of a millimetre,
// which is not 0.
func (p *Picture) Sized(width, height int) (out []*Fault) {
	const (
		inch     = 25_400
		fewest   = 150 // pixels an inch
		tolerate = 2   // per cent
	)
	if a, b := p.Columns*height, p.Rows*width; abs(a-b)*100 > tolerate*b {
		out = append(out, &Fault{otherShape, fmt.Sprintf("印章尺寸 %s×%s 毫米，和图片的 %d×%d 点不成比例", millimetres(width), millimetres(height), p.Columns, p.Rows),
			fmt.Sprintf("宽 %s 毫米时高是 %s 毫米；核对尺寸，图片四边多余的空白要裁掉", millimetres(width), millimetres((p.Rows*width/p.Columns+50)/100*100))})
	}
	if dots := min(p.Columns*inch/width, p.Rows*inch/height); dots < fewest {
		out = append(out, &Fault{coarse, fmt.Sprintf("印章图片每英寸只有 %d 点，印出来不清楚", dots), fmt.Sprintf("换一幅清楚的图片，宽至少 %d 点", (width*fewest+inch-1)/inch)})
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// millimetres writes thousandths of one: 42, 30.5.
func millimetres(n int) string { return fmt.Sprint(float64(n) / 1000) }
