package template

import (
	"bytes"
	"os"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/setup"
)

func TestTry(t *testing.T) {
	s := setup.Standard(fonts.Embedded())
	var b bytes.Buffer
	if err := Starter(&b, s); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/template/starter.docx", b.Bytes(), 0o666)
	tp, l := Open("模板.docx", b.Bytes())
	t.Log(l, tp.Places())
	st, _ := tp.Styles()
	t.Log(st)
	doc := specimen.Plain()
	t.Log(tp.Check(doc, nil))
	var out bytes.Buffer
	if err := tp.Write(&out, doc, nil, s); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/template/filled.docx", out.Bytes(), 0o666)
}
