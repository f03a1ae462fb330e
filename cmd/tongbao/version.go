package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"tongbao/fonts"
)

// version is the release; the linker may set it.
var version = "0.1.0"

func versionVerb(c *cobra.Command, u *ui) {
	c.RunE = func(*cobra.Command, []string) error { return u.version() }
}

// version tells which program this is.
func (u *ui) version() error {
	v := versionJSON{Verb: "version", Version: version, Revision: revision(), Go: runtime.Version(),
		Platform: runtime.GOOS + "/" + runtime.GOARCH, Fonts: faceNames()}
	if u.json {
		return u.writeJSON(v)
	}
	_, err := fmt.Fprintf(u.out, "tongbao %s %s（%s，%s）\n内嵌字体：\n", v.Version, v.Revision, v.Go, v.Platform)
	for _, name := range v.Fonts {
		fmt.Fprintf(u.out, "  %s\n", name)
	}
	return err
}

// revision is the commit the program was built from, if the build knows it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return ""
}

// faceNames lists the faces of this build, so that a finished file can be traced.
func faceNames() []string {
	var names []string
	for _, f := range fonts.Embedded().Faces() {
		names = append(names, f.Family()+"（"+f.Name()+"，"+f.Version()+"）")
	}
	return names
}
