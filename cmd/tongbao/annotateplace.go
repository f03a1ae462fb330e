package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tongbao/report/annotate"
	"tongbao/sources"
)

// path is where the annotated copy of a ledger goes.
func (a *annotator) path(ledger, ext string) string {
	if !a.folder {
		return a.place
	}
	base := filepath.Base(ledger)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	return filepath.Join(a.place, strings.TrimSuffix(base, annotatedSuffix)+annotatedSuffix+ext)
}

// mayWrite keeps all that the run reads, what was written in it, and, unless forced,
// whatever is not an annotated copy of the same ledger that nobody has worked in
// since. A copy that was checked itself is annotated in its place: its marks were
// taken out, and all else is kept.
func (a *annotator) mayWrite(out *annotation, d *draft) (replaced bool, err error) {
	if !strings.EqualFold(filepath.Ext(out.path), out.Ext) {
		return false, fileError(fmt.Sprintf("%s 是 %s 一类的工作簿，标注副本要用同样的后缀；请改为 --annotate %s", d.file, out.Ext,
			strings.TrimSuffix(out.path, filepath.Ext(out.path))+out.Ext))
	}
	if other, ok := a.taken[pathKey(out.path)]; ok {
		return false, fileError(out.path + " 刚刚由 " + other + " 生成，两份台账的标注副本同名；请分开标注")
	}
	stat, err := os.Stat(out.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case stat.IsDir():
		return false, fileError("有一个文件夹叫 " + out.path + "；请换一个文件名")
	}
	if file, is := among(out.path, a.reads); is {
		if pathKey(out.path) == pathKey(d.file) && out.Again && !d.converted {
			return true, nil
		}
		return false, usageError(out.path + " 就是这次要读的文件" + alias(out.path, file) + "，不会被覆盖（--force 也不行）；" + a.elsewhere(d.file, out.Ext))
	}
	if a.force {
		return true, nil
	}
	return true, a.isOurs(out, d)
}

// isOurs refuses to replace a file that is not a copy of d as it was written.
func (a *annotator) isOurs(out *annotation, d *draft) error {
	old, err := readFile(out.path, sources.Limits{})
	if err != nil {
		return err
	}
	switch id, untouched := annotate.SourceID(old); {
	case !untouched:
		return fileError(out.path + " 已经存在，而且不是原样的标注副本（可能在里面改过，或另有来源），没有覆盖；在里面改过的，请检查那一份；确认可以覆盖时加 --force")
	case id != out.SourceID:
		return fileError(out.path + " 是另一份台账的标注副本，没有覆盖；" + a.elsewhere(d.file, out.Ext) + "，确认可以覆盖时加 --force")
	}
	return nil
}

// elsewhere names a place for a copy where nothing stands.
func (a *annotator) elsewhere(ledger, ext string) string {
	if a.folder {
		return "请换一个文件夹"
	}
	base := filepath.Base(ledger)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	for i := 1; ; i++ {
		suffix := annotatedSuffix
		if i > 1 {
			suffix = fmt.Sprintf("（标注%d）", i)
		}
		path := filepath.Join(filepath.Dir(a.place), strings.TrimSuffix(base, annotatedSuffix)+suffix+ext)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || i > 99 {
			return "请换一个文件名，如 --annotate " + path
		}
	}
}
