package sources

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"tongbao/sources/xlsx"
)

// packed is a ZIP of empty entries, but for mimetype.
func packed(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		name, content, _ := strings.Cut(name, "=")
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// compound is an OLE compound file with a directory of streams.
func compound(streams ...string) []byte {
	data := make([]byte, 1536)
	copy(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for i, name := range append([]string{"\x06DataSpaces"}, streams...) {
		entry := data[1024+128*i:]
		for j := range name {
			entry[2*j] = name[j]
		}
		entry[64], entry[66] = byte(2*len(name)+2), 2
	}
	return data
}

// TestKinds: every kind of wrong file is told by its bytes, whatever its name.
func TestKinds(t *testing.T) {
	html := `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head></head><table><tr><td>1</td></tr></table></html>`
	seen := map[Kind]bool{}
	for _, c := range []struct {
		name string
		data []byte
		want Kind
	}{
		{"empty", nil, Empty},
		{"xls", compound("Workbook"), OldExcel},
		{"xls of Excel 95", compound("Book"), OldExcel},
		{"xls of Excel 4", []byte("\x09\x04\x06\x00\x00\x00\x10\x00"), OldExcel},
		{"encrypted", compound("EncryptionInfo", "EncryptedPackage"), Encrypted},
		{"doc", compound("WordDocument"), Word},
		{"ppt", compound("PowerPoint Document"), Slides},
		{"compound of something", compound("Contents"), Unknown},
		{"compound cut short", compound("Workbook")[:600], Unknown},
		{"ods", packed(t, "mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml"), ODS},
		{"odt", packed(t, "mimetype=application/vnd.oasis.opendocument.text", "content.xml"), ODF},
		{"epub", packed(t, "mimetype=application/epub+zip"), Packed},
		{"xlsb", packed(t, "[Content_Types].xml", "xl/workbook.bin"), Binary},
		{"docx", packed(t, "[Content_Types].xml", "word/document.xml"), Word},
		{"pptx", packed(t, "[Content_Types].xml", "ppt/presentation.xml"), Slides},
		{"ofd", packed(t, "OFD.xml", "Doc_0/Document.xml"), OFD},
		{"zip", packed(t, "台账.xlsx"), Packed},
		{"empty zip", packed(t), Packed},
		{"rar", []byte("Rar!\x1A\x07\x00"), Packed},
		{"7z", []byte("7z\xBC\xAF\x27\x1C"), Packed},
		{"gzip", []byte("\x1F\x8B\x08"), Packed},
		{"pdf", []byte("%PDF-1.7\n"), PDF},
		{"rtf", []byte(`{\rtf1\ansi}`), RTF},
		{"png", []byte("\x89PNG\r\n\x1A\n"), Image},
		{"jpeg", []byte("\xFF\xD8\xFF\xE0"), Image},
		{"bmp", []byte("BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00"), Image},
		{"html as xls", []byte(html), HTML},
		{"html with a mark and blanks", []byte("\uFEFF\r\n <!DOCTYPE HTML>" + html), HTML},
		{"bare table", []byte("<table><tr><td>序号</td></tr></table>"), HTML},
		{"mhtml", []byte("MIME-Version: 1.0\r\n"), HTML},
		{"xml 2003", []byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), XML2003},
		{"csv", []byte("序号,反馈的具体问题\n1,办公室\n"), Text},
		{"csv that begins with BM", []byte("BMI,部门,备注,整改,情况\n"), Text},
		{"csv in GBK", []byte("\xD0\xF2\xBA\xC5,\xCE\xCA\xCC\xE2\n"), Text},
		{"text in UTF-16", []byte("\xFF\xFEa\x00"), Text},
		{"other xml", []byte(`<?xml version="1.0"?><a/>`), Text},
		{"zero bytes", make([]byte, 600), Unknown},
		{"bytes", []byte{1, 2, 3, 200}, Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, problems, err := Read("台账.xlsx", c.data, Limits{})
			var wrong *FormatError
			if !errors.As(err, &wrong) || wrong.Kind != c.want || book != nil || problems != nil {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if what, next := wrong.Words(); what == "" || next == "" {
				t.Error("no words")
			}
			seen[wrong.Kind] = true
		})
	}
	for _, k := range []Kind{Empty, OldExcel, XML2003, Encrypted, Binary, ODS, ODF, Word, Slides, OFD, PDF, HTML, RTF, Image, Packed, Text, Unknown} {
		if what, _ := k.words(); !seen[k] || (k != Unknown && what == "不认识这个文件，它不是 Excel 工作簿") {
			t.Errorf("%s: %s, tested %v", k, what, seen[k])
		}
	}
}

// TestRead: a workbook is read, and a damaged one is called so and not unknown.
func TestRead(t *testing.T) {
	const name = "天元区文旅广体局巡察整改台账.xlsx"
	data, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	book, problems, err := Read(name, data, Limits{})
	if err != nil || len(problems) > 0 || len(book.Sheets) != 3 || len(book.Sheet("整改台账").Rows) != 48 {
		t.Error(problems, err)
	}
	for _, bad := range [][]byte{data[:len(data)/2], data[:4], packed(t, "[Content_Types].xml"), packed(t, "xl/workbook.xml")} {
		var damaged *xlsx.DamagedError
		if _, _, err := Read(name, bad, Limits{}); !errors.As(err, &damaged) {
			t.Errorf("got %v", err)
		}
	}
}
