package opc

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func sample() []Part {
	return []Part{
		{"b/second.xml", []byte("<a/>")},
		{"a.xml", []byte(strings.Repeat("公文", 5000))},
		{"empty.xml", nil},
	}
}

func pack(t testing.TB, parts ...Part) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, parts...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTripKeepsOrderAndBytes(t *testing.T) {
	for name, write := range map[string]func() []byte{
		"packed": func() []byte { return pack(t, sample()...) },
		"stored": func() []byte {
			var b bytes.Buffer
			if err := WriteStored(&b, sample()...); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		},
	} {
		data := write()
		got, err := Read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		if fmt.Sprint(got) != fmt.Sprint(sample()) {
			t.Errorf("%s: other parts came back", name)
		}
		if !bytes.Equal(data, write()) {
			t.Errorf("%s: other bytes the second time", name)
		}
	}
}

// The bytes are pinned with the deflater: a change here changes every file.
func TestEntriesHaveNoClockAndNoDescriptor(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(pack(t, sample()...)), int64(len(pack(t, sample()...))))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if got := f.Modified.UTC().Format("2006-01-02 15:04:05"); got != "1980-01-01 00:00:00" {
			t.Errorf("%s is dated %s", f.Name, got)
		}
		if f.Flags != 0 || len(f.Extra) != 0 || f.Comment != "" {
			t.Errorf("%s: flags %#x, extra %x", f.Name, f.Flags, f.Extra)
		}
	}
}

// limited takes n bytes, then fails, like a full disk.
type limited struct{ n int }

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.n {
		return l.n, errors.New("disk full")
	}
	l.n -= len(p)
	return len(p), nil
}

func TestWriteReportsEveryFailure(t *testing.T) {
	size := len(pack(t, sample()...))
	for n := range size {
		if err := Write(&limited{n}, sample()...); err == nil {
			t.Fatalf("no error when only %d of %d bytes could be written", n, size)
		}
	}
	if err := Write(&limited{size}, sample()...); err != nil {
		t.Fatal(err)
	}
}

func TestUnsafeNamesAreRefused(t *testing.T) {
	for _, name := range []string{"", "/a.xml", "../../evil.txt", "..", "a/../b", "a//b", "./a", `a\b`, "c:a", "a/", "公文.xml", "a\x00b"} {
		if err := Write(&bytes.Buffer{}, Part{Name: name}); err == nil {
			t.Errorf("wrote a part called %q", name)
		}
		if _, err := Read(foreign(t, name)); err == nil {
			t.Errorf("read a part called %q", name)
		}
	}
	if err := Write(&bytes.Buffer{}, Part{Name: "a.xml"}, Part{Name: "A.XML"}); err == nil {
		t.Error("wrote the same part twice")
	}
	if _, err := Read(foreign(t, "a.xml", "A.xml")); err == nil {
		t.Error("read the same part twice")
	}
}

// foreign is a package somebody else made.
func foreign(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDamageIsNoticed(t *testing.T) {
	data := pack(t, sample()...)
	for n := range len(data) {
		if _, err := Read(data[:n]); err == nil {
			t.Fatalf("read a file cut at byte %d of %d", n, len(data))
		}
	}
	body := bytes.Index(data, []byte("a.xml")) + len("a.xml")
	for i := body; i < body+20; i++ {
		bad := bytes.Clone(data)
		bad[i] ^= 0x40
		if got, err := Read(bad); err == nil && fmt.Sprint(got) != fmt.Sprint(sample()) {
			t.Fatalf("byte %d changed a part in silence", i)
		}
	}
}

// declare makes every entry of the directory say it has size bytes.
func declare(data []byte, size uint32) []byte {
	data = bytes.Clone(data)
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return data
		}
		at += i
		binary.LittleEndian.PutUint32(data[at+24:], size)
		at += 4
	}
}

func TestLimits(t *testing.T) {
	small := pack(t, Part{"a.xml", bytes.Repeat([]byte("x"), 1<<20)})
	for _, size := range []uint32{0, 1, 1<<20 - 1, 1<<20 + 1, 64 << 20, 1<<32 - 2} {
		if _, err := Read(declare(small, size)); err == nil {
			t.Errorf("believed a part of 1 MiB that says it has %d bytes", size)
		}
	}
	if n := allocated(func() { Read(declare(small, 64<<20)) }); n > 8<<20 {
		t.Errorf("a lie about the size took %d bytes of memory", n)
	}
	if _, err := ReadPart(small, "a.xml", 1<<20-1); err == nil {
		t.Error("read more than the limit")
	}
	if got, err := ReadPart(small, "a.xml", 1<<20); err != nil || len(got) != 1<<20 {
		t.Errorf("ReadPart = %d bytes, %v", len(got), err)
	}
	if _, err := ReadPart(foreign(t, "a.xml", "a.xml"), "a.xml", 1); err == nil {
		t.Error("took one of two parts of the same name")
	}
	if _, err := ReadPart(small, "b.xml", 1<<20); err == nil {
		t.Error("read a part that is not there")
	}
	names := make([]string, maxParts+1)
	for i := range names {
		names[i] = fmt.Sprint("p", i)
	}
	if _, err := Read(foreign(t, names...)); err == nil {
		t.Error("read too many parts")
	}
}

func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
