package main

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/fonts"
)

// fontOptions say which fonts besides the program's own may be used.
type fontOptions struct {
	dirs   []string // --font-dir
	system bool     // --system-fonts
	first  wanted   // by --house
}

// wanted are the names of fonts that are tried before others of their style, also
// where nobody else would take them for it.
type wanted map[fonts.Style]string

// style returns the style for which a font of these names is wanted.
func (w wanted) style(names []string) (s fonts.Style, ok bool) {
	for _, s := range fonts.Styles() {
		if name, has := w[s]; has && slices.ContainsFunc(names, func(n string) bool { return fonts.SameName(n, name) }) {
			return s, true
		}
	}
	return 0, false
}

func (o *fontOptions) addFlags(c *cobra.Command) {
	c.Flags().StringArrayVar(&o.dirs, "font-dir", nil, "PDF 先用这个`文件夹`里单位自己的字体（.ttf、.ttc），没有的字再用自带的；可以写几次")
	c.Flags().BoolVar(&o.system, "system-fonts", false, "PDF 先用电脑上装好的公文字体（仿宋_GB2312、方正小标宋……），没有的字再用自带的")
}

// fontsVariable is the environment variable that names the folders of installed
// fonts where they are not at the usual places.
const fontsVariable = "TONGBAO_FONTS"

// Bounds of what is looked at.
const (
	mostFontFiles = 20_000
	mostFontBytes = 128 << 20 // of a file that is read whole; the largest in use have some 50 MB
)

// A fontFile is one face of a file that may be used.
type fontFile struct {
	fonts.Listing
	path  string
	named bool // in a folder that the user named: what is wrong with it must be told
	style fonts.Style
	rank  int

	wanted bool // by --house
}

// find looks through the folders and returns the faces that stand for a style, by
// style, those wanted first, then those of the named folders, then by rank; and the
// files that cannot be read as fonts.
func (o fontOptions) find() (faces []fontFile, broken []*fontError, err error) {
	for _, dir := range o.dirs {
		files, err := fontFiles(dir)
		if err != nil {
			return nil, nil, err
		}
		for _, path := range files {
			found, fault, err := listFont(path, fileStyle(path), o.first)
			if err != nil {
				return nil, nil, err
			}
			if fault != nil {
				broken = append(broken, fault)
			}
			for _, f := range found {
				f.named = true
				faces = append(faces, f)
			}
		}
	}
	if o.system {
		faces = append(faces, o.installed()...)
	}
	slices.SortStableFunc(faces, func(a, b fontFile) int {
		return cmp.Or(cmp.Compare(a.style, b.style), first(a.wanted, b.wanted), first(a.named, b.named), cmp.Compare(a.rank, b.rank))
	})
	return faces, broken, nil
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// installed lists the fonts of the usual places; what cannot be read there is
// nobody's concern.
func (o fontOptions) installed() []fontFile {
	places := filepath.SplitList(os.Getenv(fontsVariable))
	if len(places) == 0 {
		home, _ := os.UserHomeDir()
		places = fontPlaces(home, os.Getenv)
	}
	var faces []fontFile
	for _, pattern := range places {
		dirs, _ := filepath.Glob(pattern) // the only error is a bad pattern
		for _, dir := range dirs {
			files, _ := fontFiles(dir)
			for _, path := range files {
				found, _, _ := listFont(path, nil, o.first)
				faces = append(faces, found...)
			}
		}
	}
	return faces
}

// fontFiles lists the font files in a folder and those below it, by name; dir may
// also be a font file.
func fontFiles(dir string) (files []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path != dir:
			return nil // a folder within that may not be read
		case err != nil || d.IsDir() || !isFontFile(path):
			return err
		}
		if stat, err := os.Stat(path); err != nil || !stat.Mode().IsRegular() {
			return nil // a link to nowhere
		}
		if files = append(files, path); len(files) > mostFontFiles {
			return fileError(dir + " 里的字体文件超过 2 万个；请写只放公文字体的文件夹")
		}
		return nil
	})
	return files, err
}

func isFontFile(path string) bool {
	return slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, strings.ToLower(filepath.Ext(path)))
}

// listFont reads the names of a file's faces and returns those that stand for a
// style; fault is why the file is no font. as is the style that the first face is
// to stand for whatever it is called; nil leaves it to the names. The fonts of
// first come before all others.
func listFont(path string, as *fonts.Style, first wanted) (faces []fontFile, fault *fontError, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	all, err := fonts.List(f, stat.Size())
	if reason := (*fonts.Error)(nil); errors.As(err, &reason) {
		return nil, &fontError{path: path, reason: reason}, nil
	}
	for i, l := range all {
		if style, ok := first.style(l.Names); ok {
			faces = append(faces, fontFile{Listing: l, path: path, style: style, wanted: true})
		} else if i == 0 && as != nil {
			faces = append(faces, fontFile{Listing: l, path: path, style: *as, rank: -1})
		} else if style, rank, ok := fonts.StandsFor(l.Names); ok {
			faces = append(faces, fontFile{Listing: l, path: path, style: style, rank: rank})
		}
		if reason := (*fonts.Error)(nil); len(l.Names) == 0 && errors.As(l.Err, &reason) {
			fault = &fontError{path: path, reason: reason}
		}
	}
	return faces, fault, err
}

// fileStyle is the style that a file is named after, such as 仿宋.ttf: a font
// that nobody knows by its own names stands for it. Others are nil.
func fileStyle(path string) *fonts.Style {
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), "体")
	for _, s := range append(fonts.Styles(), fonts.Rare) {
		if name == s.File() {
			return &s
		}
	}
	return nil
}

// open reads the whole file and the face.
func (f fontFile) open() (*fonts.Face, error) {
	if f.Err != nil {
		return nil, f.fault(f.Err)
	}
	data, err := readFont(f.path)
	if err != nil {
		return nil, err
	}
	face, err := fonts.Foreign(f.path, data, f.Index)
	if err != nil {
		return nil, f.fault(err)
	}
	return face, nil
}

// fault names the font in what is wrong with it.
func (f fontFile) fault(err error) error {
	var reason *fonts.Error
	if !errors.As(err, &reason) {
		return err
	}
	return &fontError{path: f.path, family: f.Family, reason: reason}
}

// readFont reads a font file once into memory that is never written again.
func readFont(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return "", err
	}
	if stat.Size() > mostFontBytes {
		return "", fileError(path + " 超过 128 MB，不像公文字体；请把它移出字体文件夹")
	}
	var b strings.Builder
	b.Grow(int(stat.Size()))
	if _, err := io.Copy(&b, io.LimitReader(f, mostFontBytes)); err != nil {
		return "", err
	}
	return b.String(), nil
}
