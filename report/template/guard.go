package template

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"tongbao/report/internal/opc"
	"tongbao/sources/problem"
)

// Bounds of a template. An office's is some dozen KB; pictures make the rest.
const (
	maxParts = 1000
	maxTotal = 64 << 20 // bytes of all parts
	maxXML   = 16 << 20 // bytes of one part that is a tree of ours
	maxDepth = 200      // elements within elements; Word writes about 40
)

const saveAgain = "用 Word 或 WPS 打开，另存为 .docx 后再试"

// A guard looks at a package before anything is done with it, and collects all
// that is wrong.
type guard struct {
	file     string
	problems problem.List
}

func (g *guard) refuse(e problem.Entry, part, message, hint string) {
	g.problems = append(g.problems, e.At(problem.Pos{File: g.file, Sheet: part}, message, hint))
}

// open returns the package, or nil if it cannot even be looked at.
func (g *guard) open(data []byte) *pack {
	if what, next := foreign(data); what != "" {
		g.refuse(notWord(), "", what, next)
		return nil
	}
	zip, err := opc.Open(data)
	if err != nil {
		g.refuse(notWord(), "", "压缩包损坏、不完整，或有重复的部件", "换一份完好的；"+saveAgain)
		return nil
	}
	if !g.bounds(zip) {
		return nil
	}
	p := g.read(zip)
	if p == nil || !g.contents(p) {
		return nil
	}
	return p
}

// foreign tells by the first bytes what is no package at all.
func foreign(data []byte) (what, next string) {
	switch {
	case len(data) == 0:
		return "是空文件", saveAgain
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return "是 .doc、.wps 旧格式，或加了打开密码", "用 Word 或 WPS 打开，取消密码，另存为 .docx 后再试"
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return "是 RTF 文档", saveAgain
	case !bytes.HasPrefix(data, []byte("PK")):
		return "不是 .docx 文档", saveAgain
	}
	return "", ""
}

// bounds looks at names and sizes; nothing is unpacked.
func (g *guard) bounds(zip *opc.Package) bool {
	before, total := len(g.problems), uint64(0)
	list := zip.Names()
	if len(list) > maxParts {
		g.refuse(tooLarge(), "", fmt.Sprintf("有 %d 个部件，最多 %d 个", len(list), maxParts), "换一份简单的模板")
	}
	for _, name := range list {
		if isFolder(name) && zip.Size(name) == 0 {
			continue
		}
		if err := opc.CheckName(name); err != nil {
			g.refuse(badName(), "", fmt.Sprintf("部件名称 %q 不正常", name), saveAgain)
		}
		size := zip.Size(name)
		total += min(size, maxTotal+1)
		if isXML(name) && size > maxXML {
			g.refuse(tooLarge(), name, fmt.Sprintf("解开有 %d MB，最多 %d MB", size>>20, maxXML>>20), "换一份简单的模板")
		}
	}
	if total > maxTotal {
		g.refuse(tooLarge(), "", fmt.Sprintf("解开超过 %d MB", maxTotal>>20), "缩小或去掉模板里的图片")
	}
	return len(g.problems) == before
}

// isFolder reports whether a name is a folder's: some packers write them, OPC
// knows none.
func isFolder(name string) bool { return strings.HasSuffix(name, "/") }

func isXML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".xml" || ext == ".rels"
}

// read unpacks every part.
func (g *guard) read(zip *opc.Package) *pack {
	p := &pack{}
	for _, name := range zip.Names() {
		if isFolder(name) {
			continue
		}
		data, err := zip.Part(name)
		if err != nil {
			g.refuse(notWord(), name, "损坏，解不开", "换一份完好的；"+saveAgain)
			return nil
		}
		p.parts = append(p.parts, opc.Part{Name: name, Data: data})
	}
	return p
}

// contents looks into the parts.
func (g *guard) contents(p *pack) bool {
	sound := true
	for _, part := range p.parts {
		if isXML(part.Name) {
			sound = g.xml(part) && sound
		}
		g.byName(part.Name)
	}
	if !sound {
		return false
	}
	if err := p.find(); err != nil {
		g.refuse(notWord(), "", "不是 Word 文档："+err.Error(), saveAgain)
		return false
	}
	g.mainType(p)
	g.relations(p)
	return len(g.problems) == 0
}

// byName refuses what parts are known by: macros, controls, signatures.
func (g *guard) byName(name string) {
	lower := strings.ToLower(name)
	base := path.Base(lower)
	switch {
	case strings.HasPrefix(base, "vbaproject"), strings.HasPrefix(base, "vbadata"), strings.HasSuffix(lower, "/customui.xml"):
		g.refuse(hasMacros(), name, "有宏", "用 Word 或 WPS 打开，另存为不带宏的 .docx")
	case strings.Contains(lower, "/activex/"):
		g.refuse(hasMacros(), name, "有 ActiveX 控件", "在 Word 里删去按钮、文本框一类的控件，另存为 .docx")
	case strings.HasPrefix(lower, "_xmlsignatures/"):
		g.refuse(isSigned(), name, "有数字签名", "在 Word 的“文件—信息”里删除签名，或用签名之前的一份")
	}
}

func (g *guard) mainType(p *pack) {
	switch kind := p.mainType; {
	case strings.Contains(kind, "macroEnabled"):
		g.refuse(hasMacros(), p.main, "是带宏的文档", "用 Word 或 WPS 打开，另存为不带宏的 .docx")
	case kind != documentType && kind != templateType:
		g.refuse(notWord(), p.main, officeKind(kind), "核对文件名，换成 Word 文档（.docx）")
	}
}

// officeKind says what a document is that is none of Word's.
func officeKind(kind string) string {
	switch {
	case strings.Contains(kind, "spreadsheetml"), strings.Contains(kind, "ms-excel"):
		return "是 Excel 工作簿，不是 Word 文档"
	case strings.Contains(kind, "presentationml"), strings.Contains(kind, "ms-powerpoint"):
		return "是 PowerPoint 演示文稿，不是 Word 文档"
	}
	return "不是 Word 文档"
}

// relations refuses what leads out of the package, but for links that are followed
// only by a click.
func (g *guard) relations(p *pack) {
	for _, part := range p.parts {
		if !strings.HasSuffix(strings.ToLower(part.Name), ".rels") {
			continue
		}
		for _, r := range readRelations(part.Data) {
			target := strings.ToLower(strings.TrimSpace(r.target))
			web := strings.HasPrefix(target, "http://") || strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "mailto:")
			if r.external && !(r.is("hyperlink") && web) {
				g.refuse(leadsOutside(), part.Name, "引用了文件以外的内容（"+path.Base(r.kind)+"："+r.target+"）", r.remedy())
			}
		}
	}
}
