package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tongbao/report/annotate"
	"tongbao/sources"
)

// expand is the workbooks that args name: files, folders for the .xlsx files right
// in them, by name, and patterns such as *.xlsx, which Windows hands over unread.
// What is passed over is said. A folder without ledgers and a pattern that matches
// nothing stay, to be refused like a file that cannot be read.
func (u *ui) expand(args []string) []string {
	e := expansion{ui: u, known: map[string]bool{}}
	for _, arg := range args {
		e.known[pathKey(arg)] = true
	}
	for _, arg := range args {
		found, err := filepath.Glob(arg)
		switch _, missing := os.Lstat(arg); {
		case isFolder(arg):
			e.folder(arg)
		case missing != nil && err == nil:
			slices.SortStableFunc(found, byName)
			for _, file := range found {
				e.found(file)
			}
			if len(found) == 0 {
				e.files = append(e.files, arg)
			}
		case len(args) > 1:
			e.one(arg) // it may come from a pattern that a shell has read
		default:
			e.files = append(e.files, arg)
		}
	}
	return e.files
}

// twice refuses a ledger that args name more than once, however it is spelt: what is
// made of it would come out twice under one name.
func twice(args []string) error {
	var stats []os.FileInfo
	for _, arg := range args {
		stat, err := os.Stat(arg)
		if err != nil || stat.IsDir() {
			continue // a pattern, or told when it is its turn
		}
		if slices.ContainsFunc(stats, func(s os.FileInfo) bool { return os.SameFile(s, stat) }) {
			return usageError(arg + " 写了不止一次（是同一份台账）；只写一次")
		}
		stats = append(stats, stat)
	}
	return nil
}

// An expansion gathers the files of one command line.
type expansion struct {
	*ui
	files []string
	known map[string]bool // named by the user, or found already
}

// byName orders paths folder by folder.
func byName(a, b string) int {
	return cmp.Or(strings.Compare(filepath.Dir(a), filepath.Dir(b)), compareNames(a, b))
}

// folder adds the workbooks of a folder, or the folder itself if it has none.
func (e *expansion) folder(path string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		e.files = append(e.files, path)
		return
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return compareNames(a.Name(), b.Name()) })
	held := false
	for _, entry := range entries {
		file := filepath.Join(path, entry.Name())
		switch {
		case isFolder(file):
			e.below(file)
		case isLock(file), isWorkbook(file):
			held = e.found(file) || held
		case isOtherTable(file):
			e.pass(file, "不是 .xlsx；要读它，请另外写出这个文件，或另存为 .xlsx")
		}
	}
	if !held {
		e.files = append(e.files, path)
	}
}

// below says what lies in a folder of a folder, where we do not look.
func (e *expansion) below(path string) {
	if n := len(workbooks(path)); n > 0 {
		e.pass(path, "里面还有 "+itoa(n)+" 份表格，没有读；要读，请另外写出这个文件夹")
	}
}

// found adds a file that the user did not name, once. It reports whether the file
// is to be read.
func (e *expansion) found(file string) bool {
	key := pathKey(file)
	if e.known[key] {
		return true
	}
	e.known[key] = true
	return e.one(file)
}

// one adds a file of several, unless it is plainly no ledger.
func (e *expansion) one(file string) bool {
	if isLock(file) {
		e.pass(file, "是 Excel 或 WPS 打开文件时的锁文件；台账正开着，没有保存的改动读不到")
		return false
	}
	if strings.HasPrefix(filepath.Base(file), "._") {
		e.pass(file, "是 macOS 的附属文件")
		return false
	}
	if reason := ours(file); reason != "" {
		e.pass(file, reason)
		return false
	}
	e.files = append(e.files, file)
	return true
}

// ours says why file, which we wrote, is not read; "" if it is to be read. An
// annotated copy that somebody works in is a ledger.
func ours(file string) string {
	data, err := readFile(file, sources.Limits{})
	if err != nil {
		return "" // to be told when it is its turn
	}
	if made := sources.Made(data); made != "" {
		return "是 tongbao 生成的「" + made + "」，不是台账"
	}
	if _, untouched := annotate.SourceID(data); untouched {
		return "是标注副本，生成以后没有改过；要读它，请单独写出这个文件"
	}
	return ""
}

// pass notes what is passed over, and says it.
func (u *ui) pass(path, reason string) {
	u.passed = append(u.passed, skipJSON{placeJSON: placeJSON{File: path}, Reason: reason})
	u.say("略过 %s：%s", path, reason)
}

// isLock reports whether a file's name is that of a lock: ~$台账.xlsx of Excel,
// .~台账.xlsx of WPS, .~lock.台账.xlsx# of LibreOffice.
func isLock(path string) bool {
	base := filepath.Base(path)
	return strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~")
}

// isWorkbook reports whether a file of a folder is read.
func isWorkbook(path string) bool {
	return hasEnding(path, ".xlsx", ".xlsm")
}

// isOtherTable reports whether a file of a folder may be a ledger all the same.
func isOtherTable(path string) bool {
	return !isLock(path) && hasEnding(path, ".xls", ".et", ".ods", ".xlsb", ".csv", ".xltx", ".xltm", ".ett", ".fods")
}

func hasEnding(path string, endings ...string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(path)))
}

// workbooks is the files right in a folder that would be read, by name.
func workbooks(folder string) (found []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // it is said where the folder itself is read
	}
	for _, entry := range entries {
		if file := filepath.Join(folder, entry.Name()); isWorkbook(file) && !isLock(file) && !isFolder(file) {
			found = append(found, file)
		}
	}
	return found
}

// folderError is a folder where a file has to be named, or one without ledgers.
func folderError(path string) error {
	found := workbooks(path)
	if len(found) == 0 {
		return fileError(path + " 是文件夹，里面没有台账（.xlsx）；请检查文件夹，或直接写出台账文件")
	}
	return fileError(path + " 是文件夹；这里要写一份台账文件，如 " + found[0])
}
