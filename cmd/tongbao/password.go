package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tongbao/sources/unlock"
)

// accessOptions say how a run gets at files that do not open by themselves.
type accessOptions struct {
	passwordFiles []string
	noInput       bool
}

func (o *accessOptions) addFlags(c *cobra.Command) {
	c.Flags().StringArrayVar(&o.passwordFiles, "password-file", nil, "打开加密台账的密码写在这个`文件`的第一行（UTF-8）；密码不止一个就写几次")
	c.Flags().BoolVar(&o.noInput, "no-input", false, "不停下来问密码")
}

// keyring returns the passwords of the files, and the way to ask for more.
func (o *accessOptions) keyring(u *ui) (keyring, error) {
	var k keyring
	for _, path := range o.passwordFiles {
		p, err := readPasswordFile(path)
		if err != nil {
			return keyring{}, err
		}
		k.known = append(k.known, p)
	}
	if !o.noInput {
		k.ask = u.passwordPrompt()
	}
	return k, nil
}

// A keyring is the passwords of a run. They leave it only for the lock they open:
// nothing prints or keeps them.
type keyring struct {
	known []string                                                 // the last that fitted first
	ask   func(ctx context.Context, prompt string) (string, error) // nil: nobody is there
}

// maxTries is how often a person may mistype.
const maxTries = 3

// open returns the workbook locked in data: with the passwords that are known,
// then with those a person types.
func (k *keyring) open(ctx context.Context, file string, data []byte) ([]byte, error) {
	lock, err := unlock.Open(data)
	if err != nil {
		return nil, err
	}
	content, err := lock.Standing()
	for i := 0; isWrong(err) && i < len(k.known); i++ {
		if content, err = lock.Package(k.known[i]); err == nil {
			k.keep(k.known[i])
		}
	}
	if !isWrong(err) {
		return content, err
	}
	switch {
	case k.ask == nil && len(k.known) > 0:
		return nil, filesWrong
	case k.ask == nil:
		return nil, nobodyAsked
	}
	prompt := file + " 加了打开密码，请输入（不显示，按回车键结束）："
	for left := maxTries - 1; ; left-- {
		password, asked := k.ask(ctx, prompt)
		if asked != nil {
			return nil, asked
		}
		if content, err = lock.Package(password); err == nil {
			k.keep(password)
		}
		if !isWrong(err) || left == 0 {
			return content, err
		}
		prompt = fmt.Sprintf("密码不对，还可以试 %d 次：", left)
	}
}

// keep puts a password that fitted where it is tried first.
func (k *keyring) keep(password string) {
	k.known = slices.DeleteFunc(k.known, func(p string) bool { return p == password })
	k.known = slices.Insert(k.known, 0, password)
}

func isWrong(err error) bool {
	var e *unlock.Error
	return errors.As(err, &e) && e.Reason == unlock.WrongPassword
}

// A lockedError is a file whose password nobody gave.
type lockedError int

const (
	nobodyAsked  lockedError = iota // no password is known, and nobody is there to type one
	filesWrong                      // those of --password-file do not fit, and nobody is there
	nothingTyped                    // a person typed nothing
)

func (lockedError) Error() string { return "the file has a password" }

// Words says what to do.
func (e lockedError) Words() (what, next string) {
	switch e {
	case filesWrong:
		return "密码不对", "请核对 --password-file 文件里的密码，大小写、空格、全角半角都算"
	case nothingTyped:
		return "没有输入密码，没有读取", "请问清密码后再运行一次"
	}
	return "文件加了打开密码", "请把密码写进一个文本文件的第一行，加上 --password-file 密码.txt 再运行"
}

// maxPasswordFile is far more than a password has.
const maxPasswordFile = 4096

// readPasswordFile returns the first line of a file, without its end. Anything
// else in it is an error: it may be the wrong file.
func readPasswordFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxPasswordFile+1))
	if err != nil {
		return "", err
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	password, rest, _ := strings.Cut(text, "\n")
	password = strings.TrimSuffix(password, "\r")
	switch {
	case len(data) > maxPasswordFile:
		return "", fileError(path + " 太大，不像密码文件；请把密码写在一个文本文件的第一行")
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return "", fileError(path + " 不是 UTF-8 文本；请用记事本另存，编码选 UTF-8")
	case strings.TrimSpace(rest) != "":
		return "", fileError(path + " 不止一行；一个文件只写一个密码，密码不止一个就用几个文件，--password-file 写几次")
	case password == "":
		return "", fileError(path + " 的第一行是空的；请把密码写在第一行")
	}
	return password, nil
}

// passwordPrompt asks at a terminal without showing what is typed, or is nil if
// there is none to type at, or only programs read what we say.
func (u *ui) passwordPrompt() func(context.Context, string) (string, error) {
	in, ok := u.in.(*os.File)
	if u.json || !ok || !term.IsTerminal(int(in.Fd())) {
		return nil
	}
	return func(ctx context.Context, prompt string) (string, error) {
		out, isFile := u.err.(*os.File)
		if !isFile || !term.IsTerminal(int(out.Fd())) { // messages go to a file; this one is of use at once only
			console, err := os.OpenFile(consoleName, os.O_RDWR, 0)
			if err != nil {
				return "", nobodyAsked
			}
			defer console.Close()
			out = console
		}
		fmt.Fprint(out, prompt)
		defer fmt.Fprintln(out)
		return readPassword(ctx, int(in.Fd()))
	}
}

// readPassword reads a line without echo. When ctx ends, by Ctrl+C, the terminal
// is left as it was.
func readPassword(ctx context.Context, terminal int) (string, error) {
	before, err := term.GetState(terminal)
	if err != nil {
		return "", err
	}
	typed := make(chan string, 1)
	go func() {
		line, _ := term.ReadPassword(terminal) // an end without a line is an empty one
		typed <- string(line)
	}()
	select {
	case <-ctx.Done():
		_ = term.Restore(terminal, before) // as well as it goes: we are leaving
		return "", ctx.Err()
	case line := <-typed:
		if line == "" {
			return "", nothingTyped
		}
		return line, nil
	}
}
