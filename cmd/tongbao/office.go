package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tongbao/sources"
)

// officeVariable is the environment variable that names LibreOffice's soffice
// where it is not found, or says that it is not to be used.
const (
	officeVariable = "TONGBAO_SOFFICE"
	noOffice       = "off"
)

// findOffice is the path of LibreOffice, "" if there is none; chosen is what the
// environment variable says.
func findOffice(chosen string) (string, error) {
	if chosen == noOffice {
		return "", nil
	}
	if chosen != "" {
		if _, err := exec.LookPath(chosen); err != nil {
			return "", fileError("环境变量 " + officeVariable + " 写的 " + chosen + " 不是可以运行的程序；请写出 soffice 的完整路径，不用 LibreOffice 就写 " + noOffice)
		}
		return chosen, nil
	}
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	for _, pattern := range officePlaces() {
		if found, _ := filepath.Glob(pattern); len(found) > 0 { // the only error is a bad pattern
			return slices.Max(found), nil
		}
	}
	return "", nil
}

// officeFilter is how the input is to be taken; left to itself, LibreOffice takes
// what it cannot read for text.
func officeFilter(k sources.Kind) (name, filter string) {
	if k == sources.ODS {
		return "ledger.ods", "calc8"
	}
	return "ledger.xls", "MS Excel 97"
}

// runOffice returns the .xlsx that LibreOffice makes of data. It runs in a folder
// of its own, with settings of its own, and neither the folder nor any process of
// it outlives this call.
func runOffice(ctx context.Context, office string, kind sources.Kind, data []byte, most limits) (made []byte, err error) {
	folder, err := os.MkdirTemp("", "tongbao-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, removeAll(folder)) }()
	name, filter := officeFilter(kind)
	for path, content := range map[string][]byte{
		name:       data,
		"tmp/.new": nil,
		filepath.Join("profile", "user", "registrymodifications.xcu"): []byte(officeSettings()),
	} {
		path = filepath.Join(folder, path)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
			return nil, err
		}
	}
	seconds := most.conversionSeconds()
	timed, cancel := context.WithTimeout(ctx, time.Duration(seconds)*time.Second)
	defer cancel()
	said, err := runTree(officeCommand(timed, office, folder, name, filter))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case timed.Err() != nil:
		return nil, &convertError{reason: fmt.Sprintf("超过 %d 秒还没有完成，已经停止", seconds), slower: fmt.Sprintf("%s=%d", conversionLimit().Name, 2*seconds)}
	}
	made, missing := readFile(filepath.Join(folder, "out", "ledger.xlsx"), most.Limits)
	if err != nil || missing != nil {
		return nil, &convertError{reason: "没有做出文件", said: lastWords(said), cause: errors.Join(err, missing)}
	}
	return made, nil
}

// officeCommand is the conversion of name in folder.
func officeCommand(ctx context.Context, office, folder, name, filter string) *exec.Cmd {
	profile := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(filepath.Join(folder, "profile")), "/")}
	c := exec.CommandContext(ctx, office, "-env:UserInstallation="+profile.String(),
		"--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
		"--infilter="+filter, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(folder, "out"), filepath.Join(folder, name))
	tmp := filepath.Join(folder, "tmp")
	c.Dir = folder
	c.Env = append(os.Environ(), "HOME="+folder, "TMPDIR="+tmp, "TMP="+tmp, "TEMP="+tmp, "SAL_USE_VCLPLUGIN=svp",
		"http_proxy="+nowhere, "https_proxy="+nowhere, "ftp_proxy="+nowhere, "no_proxy=")
	c.WaitDelay = 5 * time.Second // for what still holds the pipes of a killed program
	return c
}

// runTree runs c and ends whatever processes it leaves; said is what they wrote.
func runTree(c *exec.Cmd) (said string, err error) {
	var b bytes.Buffer
	c.Stdout, c.Stderr = &b, &b
	err = runKillable(c)
	return b.String(), err
}

// lastWords is the last line of what a program said, if it is worth telling.
func lastWords(said string) string {
	const most = 200
	lines := strings.Split(strings.TrimSpace(said), "\n")
	last := []rune(strings.TrimSpace(lines[len(lines)-1]))
	if strings.HasPrefix(string(last), "Warning: failed to launch javaldx") || strings.HasPrefix(string(last), "convert ") {
		return ""
	}
	return string(last[:min(len(last), most)])
}

// removeAll removes the folder; a program that was just killed may be writing
// there still.
func removeAll(folder string) (err error) {
	for range 20 {
		if err = os.RemoveAll(folder); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

// nowhere is an address that nothing answers.
const nowhere = "http://127.0.0.1:9"

// officeSettings is LibreOffice's configuration for files nobody vouches for: no
// macro runs, no link is followed, nothing is fetched. Texts of dates are those of
// Chinese, whatever the machine's language.
func officeSettings() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
`)
	for _, s := range []struct{ path, name, value string }{
		{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"}, // only trusted places, of which there is none
		{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
		{"Office.Common/Security/Scripting", "DisableActiveContent", "true"},
		{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
		{"Office.Calc/Content/Update", "Link", "2"}, // never
		{"Office.Writer/Content/Update", "Link", "0"},
		{"Office.Calc/Formula/Load", "ODFRecalcMode", "1"}, // never, as far as it obeys
		{"Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"},
		{"Inet/Settings", "ooInetProxyType", "2"}, // by hand
		{"Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
		{"Inet/Settings", "ooInetHTTPProxyPort", "9"},
		{"Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
		{"Inet/Settings", "ooInetHTTPSProxyPort", "9"},
		{"Setup/L10N", "ooSetupSystemLocale", "zh-CN"},
	} {
		fmt.Fprintf(&b, "<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\" oor:op=\"fuse\"><value>%s</value></prop></item>\n", s.path, s.name, s.value)
	}
	b.WriteString("</oor:items>\n")
	return b.String()
}
