// Package safefile saves files whole or not at all, under safe names. It knows
// bytes and folders only.
package safefile

import (
	"errors"
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
// are put back as they were, and the error is that of the one that failed.
// Folders must exist. Files are readable by all.
func WriteAll(files []File) (err error) {
	s := make([]staged, 0, len(files))
	defer func() {
		for _, f := range s {
			err = errors.Join(err, f.clean(err != nil))
		}
	}()
	for _, f := range files {
		temp, err := writeTemp(f)
		if err != nil {
			return err
		}
		s = append(s, staged{path: f.Path, temp: temp})
	}
	for i := range s {
		if err := s[i].place(); err != nil {
			return err
		}
	}
	return nil
}

// A staged file waits beside its place, then is in it, the old file beside it.
type staged struct {
	path, temp, old string
	placed          bool
}

func writeTemp(f File) (name string, err error) {
	t, err := os.CreateTemp(filepath.Dir(f.Path), ".tongbao-*")
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
	if err = t.Chmod(0o644); err != nil {
		return "", err
	}
	if err = t.Sync(); err != nil {
		return "", err
	}
	return t.Name(), t.Close()
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
// where the file system has no links, it is moved.
func (s *staged) keepOld() error {
	if _, err := os.Lstat(s.path); err != nil {
		return nil // nothing there
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
