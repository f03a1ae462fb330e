package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// makeTemplate is the command template FROM TO [OLD NEW]...: a copy of a .docx in
// which every OLD of its parts is NEW; where OLD is +PART, a part with NEW is added.
func makeTemplate(ts *testscript.TestScript, _ bool, args []string) {
	in, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer in.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	write := func(name, content string) {
		w, err := out.Create(name)
		ts.Check(err)
		_, err = io.WriteString(w, content)
		ts.Check(err)
	}
	edits, used := args[2:], make([]bool, len(args))
	for _, f := range in.File {
		r, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		text := string(data)
		for i := 0; i < len(edits); i += 2 {
			used[i] = used[i] || strings.Contains(text, edits[i])
			text = strings.ReplaceAll(text, edits[i], edits[i+1])
		}
		write(f.Name, text)
	}
	for i := 0; i < len(edits); i += 2 {
		name, adds := strings.CutPrefix(edits[i], "+")
		if adds {
			write(name, edits[i+1])
		} else if !used[i] {
			ts.Fatalf("%s does not have %q", args[0], edits[i])
		}
	}
	ts.Check(out.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// docxText is the command words FILE PART TO: what a part of a .docx says, without
// its markup.
func docxText(ts *testscript.TestScript, _ bool, args []string) {
	in, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer in.Close()
	r, err := in.Open(args[1])
	ts.Check(err)
	data, err := io.ReadAll(r)
	ts.Check(err)
	text, inTag := []byte{}, false
	for _, c := range bytes.ReplaceAll(data, []byte("</w:p>"), []byte("\n")) {
		switch {
		case c == '<':
			inTag = true
		case c == '>' && inTag:
			inTag = false
		case !inTag:
			text = append(text, c)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), text, 0o666))
}
