package template

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"tongbao/report/internal/opc"
)

const (
	wordNS   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictNS = "http://purl.oclc.org/ooxml/"
)

// xml reads a part to its end, without keeping it, and refuses what is not plain
// XML, what holds revisions, and fields that fetch something. It reports whether
// the part may be made a tree.
func (g *guard) xml(part opc.Part) bool {
	s := scan{}
	err := s.all(part.Data)
	switch {
	case err != nil:
		g.refuse(badXML(), part.Name, xmlWords(err), saveAgain)
		return false
	case s.strict:
		g.refuse(oddDialect(), part.Name, "是 Strict Open XML 格式", "在 Word 里另存为“Word 文档 (*.docx)”")
		return false
	case s.oddPrefix:
		g.refuse(oddDialect(), part.Name, "名称空间的写法少见", saveAgain)
		return false
	}
	if n := s.revisions; n > 0 {
		g.refuse(hasRevisions(), part.Name, fmt.Sprintf("有 %d 处修订", n), "在 Word 或 WPS 的“审阅”里接受或拒绝全部修订，关闭修订，再保存")
	}
	if field := fetching().FindString(strings.ToUpper(s.fields.String())); field != "" {
		g.refuse(leadsOutside(), part.Name, "有取外部内容的域："+strings.TrimSpace(field), "选中它按 Ctrl+Shift+F9，变成普通文字")
	}
	return true
}

// An xmlFault is what is wrong with XML besides its syntax, in Chinese.
type xmlFault string

func (f xmlFault) Error() string { return string(f) }

// xmlWords says why a part cannot be read; the readers' own words are English.
func xmlWords(err error) string {
	var fault xmlFault
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &fault):
		return "读不懂：" + string(fault)
	case errors.As(err, &syntax):
		return fmt.Sprintf("读不懂：写到第 %d 行时断了或写错了（XML）", syntax.Line)
	}
	return "读不懂：内容断了或写错了（XML）"
}

// fetching are fields that read other files or start programs.
var fetching = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[\s{])(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE|MACROBUTTON)\s`)
})

// A scan is what one pass over a part finds.
type scan struct {
	depth     int
	strict    bool
	oddPrefix bool
	revisions int
	fields    strings.Builder // codes of fields, in order
	inCode    bool
}

// all walks data. The decoder knows no entities, and gives none but UTF-8.
func (s *scan) all(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	elements := false
	for {
		token, err := d.Token()
		if err == io.EOF && elements {
			return nil
		}
		if err == io.EOF {
			err = xmlFault("没有内容")
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.Directive:
			return xmlFault("有文档类型声明（DTD）")
		case xml.StartElement:
			elements = true
			if s.depth++; s.depth > maxDepth {
				return xmlFault(fmt.Sprintf("嵌套超过 %d 层", maxDepth))
			}
			if err := bound(t); err != nil {
				return err
			}
			s.start(t)
		case xml.EndElement:
			s.depth--
			s.inCode = false
		case xml.CharData:
			if s.inCode {
				s.fields.Write(t)
			}
		}
	}
}

// bound refuses a prefix that nothing declares: the decoder leaves it in the place of
// the name of a namespace.
func bound(t xml.StartElement) error {
	loose := func(n xml.Name) bool {
		return n.Space != "" && n.Space != "xmlns" && n.Space != "xml" && !strings.ContainsAny(n.Space, ":/")
	}
	if loose(t.Name) {
		return xmlFault("前缀 " + t.Name.Space + " 没有声明")
	}
	for _, a := range t.Attr {
		if loose(a.Name) {
			return xmlFault("前缀 " + a.Name.Space + " 没有声明")
		}
	}
	return nil
}

func (s *scan) start(t xml.StartElement) {
	s.strict = s.strict || strings.HasPrefix(t.Name.Space, strictNS)
	for _, a := range t.Attr {
		declares := a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns"
		if declares && (a.Value == wordNS) != (a.Name.Space == "xmlns" && a.Name.Local == "w") {
			s.oddPrefix = true
		}
	}
	if t.Name.Space != wordNS {
		return
	}
	switch name := t.Name.Local; {
	case name == "instrText":
		s.inCode = true
	case name == "fldChar":
		s.fields.WriteByte(' ')
	case name == "fldSimple":
		for _, a := range t.Attr {
			if a.Name.Local == "instr" {
				s.fields.WriteString(" " + a.Value + " ")
			}
		}
	case isRevision(name):
		s.revisions++
	}
}

// isRevision reports whether an element of Word's says what was changed
// (ISO/IEC 29500-1, 17.13.5).
func isRevision(name string) bool {
	switch name {
	case "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange":
		return true
	}
	return strings.HasSuffix(name, "PrChange") || strings.HasSuffix(name, "PrExChange") || name == "tblGridChange"
}
