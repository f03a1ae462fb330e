package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"tongbao/report"
	"tongbao/report/safefile"
)

// An output is one file that make writes.
type output struct {
	format   report.Format
	path     string
	replaced bool
	size     int // of a notice, in bytes
}

// A target says where the files of a run go.
type target struct {
	folder  string // "" is beside each ledger
	name    string // file name without its ending; "" is the notice's title
	formats []report.Format
}

// newTarget understands -o: a folder, or one file of a known format.
func newTarget(place string, names []string, ledgers int) (target, error) {
	formats, err := findFormats(names)
	if err != nil {
		return target{}, err
	}
	ext := strings.ToLower(filepath.Ext(place))
	switch f, known := report.Find(strings.TrimPrefix(ext, ".")); {
	case isFolder(place):
	case known && ledgers > 1:
		return target{}, usageError("-o 写了一个文件名，但有 " + itoa(ledgers) + " 份台账；请写文件夹")
	case known && len(names) > 0 && (len(formats) > 1 || formats[0].Name != f.Name):
		return target{}, usageError("-o 写的是 " + ext + " 文件，--format 却是 " + strings.Join(names, "、") + "；请去掉一个")
	case known:
		name := strings.TrimSuffix(filepath.Base(place), filepath.Ext(place))
		return target{folder: filepath.Dir(place), name: name, formats: []report.Format{f}}, nil
	case slices.Contains([]string{".xlsx", ".xls", ".et"}, ext):
		return target{}, usageError("-o 不能是台账文件；请写文件夹，如 -o 输出")
	case slices.Contains([]string{".doc", ".wps", ".txt", ".ofd", ".html", ".rtf"}, ext):
		return target{}, usageError("不能生成 " + ext + " 文件；现有格式：" + strings.Join(formatNames(), "、"))
	}
	return target{folder: place, formats: formats}, nil
}

// findFormats is the formats of those names, each once; no names are all.
func findFormats(names []string) ([]report.Format, error) {
	if len(names) == 0 {
		return report.Formats(), nil
	}
	var formats []report.Format
	for _, name := range names {
		f, ok := report.Find(name)
		if !ok {
			return nil, usageError("没有这种格式：" + name + "；现有：" + strings.Join(formatNames(), "、"))
		}
		if !slices.ContainsFunc(formats, func(g report.Format) bool { return g.Name == f.Name }) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func isFolder(path string) bool {
	stat, err := os.Stat(path)
	return err == nil && stat.IsDir()
}

func (t target) dir(ledger string) string {
	if t.folder == "" {
		return filepath.Dir(ledger)
	}
	return t.folder
}

// outputs names the files for one ledger.
func (t target) outputs(ledger, title string) []output {
	name := t.name
	if name == "" {
		name = safefile.Name(title)
	}
	out := make([]output, len(t.formats))
	for i, f := range t.formats {
		out[i] = output{format: f, path: filepath.Join(t.dir(ledger), name+f.Ext)}
	}
	return out
}

// makeFolder makes dir and what is missing above it; undo removes them again, as
// far as they are empty: a failed run leaves no folder.
func makeFolder(dir string) (undo func(), err error) {
	var made []string
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || d == filepath.Dir(d) {
			break
		}
		made = append(made, d)
	}
	undo = func() {
		for _, d := range made {
			os.Remove(d)
		}
	}
	return undo, os.MkdirAll(dir, 0o777)
}

// mayWrite keeps what this run reads, what another ledger of it was written to and,
// unless forced, what is not our own, untouched work of the same ledger.
func (w *writer) mayWrite(o *output, d *draft) error {
	if other, ok := w.taken[pathKey(o.path)]; ok {
		return fileError(o.path + " 刚刚由 " + other + " 生成，两份台账的通报同名；请分开放进两个文件夹（-o），或改标题")
	}
	if file, is := among(o.path, append(d.seal.files(), w.reads...)); is {
		return usageError(o.path + " 就是这次要读的文件" + alias(o.path, file) + "，不能用通报覆盖它（--force 也不行）；请换文件夹或文件名（-o）")
	}
	stat, err := os.Stat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case stat.IsDir():
		return fileError("有一个文件夹叫 " + o.path + "；请改它的名字，或换位置（-o）")
	}
	o.replaced = true
	if w.force {
		return nil
	}
	old, err := os.ReadFile(o.path)
	if err != nil {
		return err
	}
	if id, ok := o.format.SourceID(old); !ok || id != d.doc.Meta.SourceID() {
		return fileError(o.path + " 已经存在，而且不是由这份台账原样生成的（可能改过，或另有来源）；请先移走它，或换文件夹（-o），确认可以覆盖时加 --force")
	}
	return nil
}

// pathKey is one key for all spellings of a path; Windows knows no case.
func pathKey(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if runtime.GOOS == "windows" {
		path = strings.ToLower(path)
	}
	return path
}
