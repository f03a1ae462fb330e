package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tongbao/report"
	"tongbao/report/safefile"
)

// An output is one file that make writes.
type output struct {
	format   report.Format
	path     string
	replaced bool
}

// A target says where the files of a run go.
type target struct {
	folder  string // "" is beside each ledger
	name    string // file name without its ending; "" is the notice's title
	formats []report.Format
}

// newTarget understands -o: a folder, or one file of a known format.
func newTarget(place string, names []string, ledgers int) (target, error) {
	t := target{folder: place}
	if len(names) == 0 {
		names = formatNames()
	}
	for _, name := range names {
		f, err := findFormat(name)
		if err != nil {
			return t, err
		}
		t.formats = append(t.formats, f)
	}
	ext := strings.ToLower(filepath.Ext(place))
	for _, f := range report.Formats() {
		if f.Ext != ext || isFolder(place) {
			continue
		}
		if ledgers > 1 {
			return t, usageError("-o 写了一个文件名，但有 " + itoa(ledgers) + " 份台账；请写文件夹")
		}
		t.folder, t.name = filepath.Dir(place), strings.TrimSuffix(filepath.Base(place), filepath.Ext(place))
		t.formats = []report.Format{f}
		return t, nil
	}
	if strings.EqualFold(ext, ".xlsx") {
		return t, usageError("-o 不能是台账文件；请写文件夹，如 -o 输出")
	}
	return t, nil
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

// makeFolder is called when everything else is ready: a failed run leaves none.
func (t target) makeFolder(ledger string) error { return os.MkdirAll(t.dir(ledger), 0o755) }

// mayReplace keeps files that are not our own, unaltered work of the same ledger.
func (o *output) mayReplace(ledger, source string, force bool) error {
	old, err := os.ReadFile(o.path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return nil
	}
	if err != nil {
		return err
	}
	o.replaced = true
	if sameFile(o.path, ledger) {
		return usageError("输出会盖掉台账本身：" + o.path)
	}
	if force {
		return nil
	}
	if id, ok := o.format.SourceID(old); !ok || id != source {
		return fileError(o.path + " 已经存在，而且不是由这份台账原样生成的（可能改过，或另有来源）；请先移走它，或换文件夹（-o），确认可以覆盖时加 --force")
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
