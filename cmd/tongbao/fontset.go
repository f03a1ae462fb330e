package main

import (
	"errors"
	"strings"

	"tongbao/fonts"
	"tongbao/sources/problem"
)

// fontCodes are the problems of an office's fonts. The ledger cannot have them;
// they are told once a run.
func fontCodes() []problem.Entry { return []problem.Entry{fontRefused(), fontUnused(), noOfficeFont()} }

func fontRefused() problem.Entry {
	return problem.Entry{Code: "F131", Severity: problem.Error, Title: "指定的字体要能嵌入 PDF",
		Why: "存档的 PDF 要嵌入用到的每一个字（PDF/A），字体的许可（fsType）不允许的不能嵌入；写明要用的字体用不了，就不悄悄换成别的。"}
}

func fontUnused() problem.Entry {
	return problem.Entry{Code: "F132", Severity: problem.Warning, Title: "有的字体文件没有用上",
		Why: "电脑上装的字体不许嵌入，或读不了，改用下一种；文件夹里损坏的字体文件略过。"}
}

func noOfficeFont() problem.Entry {
	return problem.Entry{Code: "F133", Severity: problem.Error, Title: "指定的文件夹里要有公文字体",
		Why: "按字体文件里写的名称认字体，认不出一种，就和没有指定一样，印出来不是单位要的字体。"}
}

// officeFonts are the fonts of one run.
type officeFonts struct {
	set      *fonts.Set
	own      map[fonts.Style]*fonts.Face // the office's, first in their chains
	asked    bool                        // the office's own were asked for
	wanted   map[fonts.Style]bool        // those of own that --house named
	problems problem.List
}

// open finds and reads the fonts that the options ask for. The error is the
// environment's; what is wrong with the fonts is in the problems.
func (o fontOptions) open() (officeFonts, error) {
	f := officeFonts{set: fonts.Embedded()}
	if len(o.dirs) == 0 && !o.system {
		return f, nil
	}
	f.asked = true
	faces, broken, err := o.find()
	if err != nil {
		return f, err
	}
	for _, fault := range broken {
		f.problems = append(f.problems, fault.problem(fontUnused()))
	}
	f.own, f.wanted = map[fonts.Style]*fonts.Face{}, map[fonts.Style]bool{}
	named := false
	for _, face := range faces {
		named = named || face.named
		if face.style == fonts.Rare {
			f.behind(face)
		} else if f.own[face.style] == nil {
			if err := f.take(face); err != nil {
				return f, err
			}
		}
	}
	if len(o.dirs) > 0 && !named {
		f.problems = append(f.problems, noOfficeFont().At(problem.Pos{File: strings.Join(o.dirs, "、")},
			"没有认出公文字体", "放进 .ttf 或 .ttc 的公文字体，如 "+strings.Join(examples(), "、")+"；认得的名称见 FORMAT.md"))
	} else if o.system && len(f.own) == 0 {
		f.problems = append(f.problems, fontUnused().At(problem.Pos{}, "电脑上没有找到能用的公文字体，全部用自带的字体",
			"装在别处的，用 --font-dir 写出文件夹"))
	}
	f.set = f.set.With(f.own)
	return f, nil
}

// behind puts a font of rare characters behind the others. It is read only when a
// character needs it; what cannot be read then has no glyphs, and the character is
// told at its cell.
func (f *officeFonts) behind(face fontFile) {
	if face.Err != nil {
		f.refuse(face, face.fault(face.Err))
		return
	}
	f.set = f.set.Behind(func() *fonts.Face {
		own, err := face.open()
		if err != nil {
			return nil
		}
		return own
	})
}

// take opens one face for its style. One of a folder that the user named must be
// usable; of installed ones the next will do.
func (f *officeFonts) take(face fontFile) error {
	own, err := face.open()
	switch {
	case err == nil:
		f.own[face.style], f.wanted[face.style] = own, face.wanted
		return nil
	case face.named && !errors.As(err, new(*fontError)):
		return err
	}
	f.refuse(face, err)
	return nil
}

// refuse tells why a font is not used.
func (f *officeFonts) refuse(face fontFile, err error) {
	var fault *fontError
	switch {
	case !errors.As(err, &fault):
		f.problems = append(f.problems, fontUnused().At(problem.Pos{File: face.path}, "读不了", "检查文件的权限"))
	case face.named:
		f.problems = append(f.problems, fault.problem(fontRefused()))
	default:
		f.problems = append(f.problems, fault.problem(fontUnused()))
	}
}

// examples are the names that offices know best.
func examples() []string {
	var names []string
	for _, s := range []fonts.Style{fonts.Fang, fonts.Kai, fonts.Hei, fonts.XBS} {
		names = append(names, s.Names()[0])
	}
	return names
}

// A fontError is why an office's font cannot be used.
type fontError struct {
	path, family string
	reason       *fonts.Error
}

func (e *fontError) Error() string { return e.path + ": " + e.reason.Error() }

func (e *fontError) problem(entry problem.Entry) problem.Problem {
	what, next := fontWords(e.reason)
	if e.family != "" {
		what = e.family + " " + what
	}
	return entry.At(problem.Pos{File: e.path}, what, next)
}

// fontWords says what is wrong with a font and what to do.
func fontWords(e *fonts.Error) (what, next string) {
	const replace = "换一种许可允许嵌入的字体；或把这个文件移出字体文件夹，这一类就用自带的字体"
	switch e.Kind {
	case fonts.Forbidden:
		return "的许可（fsType）不允许嵌入 PDF", replace
	case fonts.NoSubset:
		return "的许可（fsType）不允许只嵌入用到的字", replace
	case fonts.CFF:
		return "是 PostScript 轮廓（CFF，多为 .otf），程序只能用 TrueType 轮廓的 .ttf、.ttc", "向字体厂商要 TrueType 版；或把这个文件移出字体文件夹，这一类就用自带的字体"
	case fonts.Bitmap:
		return "只有点阵，没有轮廓，印不清楚", replace
	case fonts.Variable:
		return "是可变字体，一个文件里有许多粗细", "改用同一字体的常规（Regular）静态版"
	case fonts.Unsupported:
		return "没有 Unicode 字符表，查不到字", "改用同一字体的新版"
	case fonts.NotFont:
		return "不是字体文件", "把它移出字体文件夹"
	}
	return "损坏了（" + strings.TrimSpace(e.Table+" 表") + "）", "重新复制或重新安装这个字体"
}
