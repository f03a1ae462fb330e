package census

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// packed is an .ods of one table.
func packed(t testing.TB, rows string) []byte {
	t.Helper()
	return zipped(t, [][2]string{{"content.xml", contentXML(rows)}})
}

func contentXML(rows string) string {
	return `<office:document-content xmlns:office="` + spaceOffice + `" xmlns:table="` + spaceTable + `" xmlns:text="` + spaceText + `" xmlns:draw="` + spaceDraw +
		`" xmlns:calcext="` + spaceCalcExt + `"><office:body><office:spreadsheet>` +
		`<table:tracked-changes><table:deletion><table:table-cell office:value-type="string"><text:p>旧</text:p></table:table-cell></table:deletion></table:tracked-changes>` +
		`<table:table table:name="表"><table:shapes><draw:frame><table:table table:name="图"/></draw:frame></table:shapes>` + rows + `</table:table></office:spreadsheet></office:body></office:document-content>`
}

func zipped(t testing.TB, parts [][2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = io.WriteString(w, p[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCellsOpenDocument: what counts, where it stands, how often; ~ is what is
// not compared.
func TestCellsOpenDocument(t *testing.T) {
	const str = `<table:table-cell office:value-type="string">`
	for _, c := range []struct{ rows, want string }{
		{`<table:table-row>` + str + `<text:p>甲<text:s/>乙</text:p><text:p>丙</text:p></table:table-cell></table:table-row>`, "A1 甲乙丙"},
		{`<table:table-row><table:table-cell table:number-columns-repeated="3"/>` + str + `<text:p>甲</text:p></table:table-cell></table:table-row>`, "D1 甲"},
		{`<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row><table:table-row>` + str + `<text:p>甲</text:p></table:table-cell></table:table-row>`, "A5 甲"},
		{`<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"><text:p>1.5</text:p></table:table-cell></table:table-row>`, "A1 1.5, B1 1.5, A2 1.5, B2 1.5"},
		{`<table:table-header-rows><table:table-row>` + str + `<text:p>甲</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row-group><table:table-row>` + str + `<text:p>乙</text:p></table:table-cell></table:table-row></table:table-row-group>`, "A1 甲, A2 乙"},
		{`<table:table-row>` + str + `<office:annotation><text:p>批注</text:p></office:annotation><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame><text:p>甲</text:p></table:table-cell></table:table-row>`, "A1 甲"},
		{`<table:table-row>` + str + `<text:p><text:span>红</text:span>字<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby></text:p></table:table-cell></table:table-row>`, "A1 红字汉"},
		{`<table:table-row><table:table-cell office:value-type="string" office:string-value="存"><text:p>显</text:p></table:table-cell></table:table-row>`, "A1 存"},
		{`<table:table-row><table:table-cell office:value-type="date" office:date-value="2023-06-08"><text:p>6月8日</text:p></table:table-cell></table:table-row>`, "A1 ~6月8日"},
		{`<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>`, "A1 ~#DIV/0!"},
		{`<table:table-row><table:covered-table-cell office:value-type="string"><text:p>盖</text:p></table:covered-table-cell></table:table-row>`, "A1 盖"},
		{`<table:table-row>` + str + `<text:p> </text:p></table:table-cell><table:table-cell/></table:table-row>`, ""},
	} {
		got, err := OpenDocument(packed(t, c.rows))
		if err != nil {
			t.Error(c.want, err)
			continue
		}
		var said []string
		for _, v := range got.sheets[0].cells {
			said = append(said, fmt.Sprintf("%c%d %s%s", 'A'+v.col-1, v.row, map[kind]string{other: "~"}[v.kind], v.said()))
		}
		if s := strings.Join(said, ", "); s != c.want || len(got.sheets) != 1 {
			t.Errorf("got %q, want %q", s, c.want)
		}
	}
}

// TestRefusedOpenDocument: what must not be converted says why.
func TestRefusedOpenDocument(t *testing.T) {
	row := `<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>`
	good := packed(t, row)
	if _, err := OpenDocument(good); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Clone(good)
	broken[len(broken)/3] ^= 0xFF // within content.xml
	for _, c := range []struct {
		name string
		data []byte
		want Reason
	}{
		{"password", read(t, "locked.ods"), Locked},
		{"half", good[:len(good)/2], Damaged},
		{"a changed byte", broken, Damaged},
		{"no content", zipped(t, [][2]string{{"other.xml", "x"}}), Damaged},
		{"two contents", zipped(t, [][2]string{{"content.xml", contentXML(row)}, {"content.xml", contentXML("")}}), Damaged},
		{"content cut short", zipped(t, [][2]string{{"content.xml", contentXML(row)[:860]}}), Damaged},
		{"no table", zipped(t, [][2]string{{"content.xml", "<a/>"}}), Damaged},
		{"a number that is none", packed(t, `<table:table-row><table:table-cell office:value-type="float" office:value="x"/></table:table-row>`), Damaged},
		{"a million rows repeated", packed(t, strings.Replace(row, "<table:table-row>", `<table:table-row table:number-rows-repeated="2000000000">`, 1)), TooMany},
		{"a million columns repeated", packed(t, strings.Replace(row, "<table:table-cell", `<table:table-cell table:number-columns-repeated="2000000000"`, 1)), TooMany},
	} {
		_, err := OpenDocument(c.data)
		wantReason(t, c.name, err, c.want)
	}
	_, err := readContent(good, int64(len(contentXML(row))-1))
	wantReason(t, "too much", err, TooMany)
}

func FuzzOpenDocument(f *testing.F) {
	for _, rows := range []string{"", `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`} {
		f.Add(contentXML(rows))
	}
	f.Fuzz(func(t *testing.T, content string) { _, _ = countContent([]byte(content)) })
}
