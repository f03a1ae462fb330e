// Package safefile saves files whole or not at all, under safe names. It knows
// bytes and folders only.
package safefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is one file to save.
type File struct {
	Path string
	Data []byte
}

// WriteAll saves every file or none. Each is first written beside its place and
// flushed to disk; then all are renamed. If one can't be, those already in place
// are put back as they were, and the error is that of the one that failed; it
// names the file's own place. Folders must exist.
func WriteAll(files []File) (err error) {
	s := make([]staged, 0, len(files))
	defer func() {
		undo := err != nil
		for _, f := range s {
			if e := f.clean(undo); undo {
				err = errors.Join(err, e)
			}
		}
	}()
	for _, f := range files {
		temp, err := writeTemp(f)
		if err != nil {
			return &fs.PathError{Op: "write", Path: f.Path, Err: cause(err)}
		}
		s = append(s, staged{path: f.Path, temp: temp})
	}
	for i := range s {
		if err := s[i].place(); err != nil {
			return &fs.PathError{Op: "replace", Path: s[i].path, Err: cause(err)}
		}
	}
	return nil
}

// cause is what went wrong, without the temporary name it went wrong with.
func cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// A staged file waits beside its place, then is in it, the old file beside it.
type staged struct {
	path, temp, old string
	placed          bool
}

func writeTemp(f File) (name string, err error) {
	t, err := createTemp(filepath.Dir(f.Path))
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			t.Close()
			os.Remove(t.Name())
		}
	}()
	if _, err = t.Write(f.Data); err != nil {
		return "", err
	}
	if err = t.Sync(); err != nil {
		return "", err
	}
	return t.Name(), t.Close()
}

// createTemp makes a new file in dir. Unlike [os.CreateTemp]'s it may be read by
// whom the user's umask allows.
func createTemp(dir string) (*os.File, error) {
	for i := 0; ; i++ {
		name := filepath.Join(dir, fmt.Sprintf(".tongbao-%d-%d", os.Getpid(), i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil || !errors.Is(err, fs.ErrExist) || i == 1000 {
			return f, err
		}
	}
}

// place renames the file into its place; an old file there is kept until all are.
func (s *staged) place() error {
	if err := s.keepOld(); err != nil {
		return err
	}
	if err := os.Rename(s.temp, s.path); err != nil {
		return err
	}
	s.placed = true
	return nil
}

// keepOld gives the old file a second name, so that its place is never empty;
// where the file system has no links, it is moved. A file that another program
// holds, as Word does on Windows, is found out before anything is touched.
func (s *staged) keepOld() error {
	stat, err := os.Lstat(s.path)
	if err != nil {
		return nil // nothing there
	}
	if stat.IsDir() {
		return fmt.Errorf("%w: is a folder", fs.ErrExist)
	}
	if stat.Mode().IsRegular() {
		f, err := os.OpenFile(s.path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		f.Close()
	}
	old := s.temp + ".old"
	if err := os.Link(s.path, old); err != nil {
		if err := os.Rename(s.path, old); err != nil {
			return err
		}
	}
	s.old = old
	return nil
}

// clean removes what is left over; undo puts back what was there before.
func (s *staged) clean(undo bool) error {
	if !undo {
		if s.old == "" {
			return nil
		}
		return os.Remove(s.old)
	}
	if !s.placed {
		os.Remove(s.temp)
	}
	switch {
	case s.old != "":
		err := os.Rename(s.old, s.path) // does nothing if both still name one file
		os.Remove(s.old)
		return err
	case s.placed:
		return os.Remove(s.path)
	}
	return nil
}
