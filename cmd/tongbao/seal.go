package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/picture"
	"tongbao/sources/problem"
)

// A seal is the picture that a notice's data name.
type seal struct {
	path    string           // "" without
	picture *picture.Picture // nil if it cannot be used: the problems say why
}

// files is what was read for s.
func (s seal) files() []string {
	if s.path == "" {
		return nil
	}
	return []string{s.path}
}

// readSeal reads the picture that in names, from the folder of the file that names
// it: the workbook, or the info file.
func readSeal(in *ledger.Info, workbook, infoFile string) (seal, problem.List) {
	c := in.Seal.File
	if c.IsEmpty() {
		return seal{}, nil
	}
	s := seal{path: sealPath(c.Text)}
	if !filepath.IsAbs(s.path) {
		from := workbook
		if c.Pos.Sheet == "" && infoFile != "" {
			from = infoFile
		}
		s.path = filepath.Join(filepath.Dir(from), s.path)
	}
	data, fault := readPicture(s.path, c.Text)
	if fault == nil {
		if s.picture, fault = picture.Read(data); fault != nil {
			fault = fault.Of(c.Text)
		}
	}
	if fault != nil {
		return s, problem.List{fault.At(c.Pos)}
	}
	return s, sized(s.picture, &in.Seal)
}

// sized holds the picture against its size on paper, if one was given.
func sized(p *picture.Picture, data *ledger.SealData) (out problem.List) {
	if data.Width <= 0 || data.Height <= 0 {
		return nil
	}
	for _, fault := range p.Sized(data.Width, data.Height) {
		out = append(out, fault.Of(data.File.Text).At(data.Size.Pos))
	}
	return out
}

// sealPath is a path as staff write it on any system, in quotes or not.
func sealPath(written string) string {
	return filepath.FromSlash(strings.ReplaceAll(strings.Trim(written, `"“”'`), `\`, "/"))
}

// readPicture reads no more of a file than a picture may have.
func readPicture(path, written string) ([]byte, *picture.Fault) {
	const look = "文件名连后缀一起写，如 印章.png；和写它的文件在同一个文件夹的只写文件名，在别处的写完整的路径"
	stat, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, picture.Unreadable("找不到印章图片 "+written, look)
	case err != nil:
		return nil, picture.Unreadable("印章图片 "+written+" 打不开", look)
	case !stat.Mode().IsRegular():
		return nil, picture.Unreadable("印章写的 "+written+" 不是文件", look)
	case stat.Size() > picture.LargestFile:
		return nil, picture.TooLargeFile().Of(written)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, picture.Unreadable("没有权限读取印章图片 "+written, "检查文件的权限，或者复制一份到台账旁边")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, picture.LargestFile+1))
	if err != nil {
		return nil, picture.Unreadable("印章图片 "+written+" 读到一半出错", "把它复制到本机再试")
	}
	return data, nil
}
