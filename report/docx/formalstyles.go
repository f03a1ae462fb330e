package docx

import (
	"fmt"

	"tongbao/report/gb9704"
)

// formalStyles are those of 版头, 主送机关, 附件说明, 附注, 附件 and 版记, in the
// order in which a document has them. Space that depends on what stands above is
// the paragraph's own.
func formalStyles(f faces, g geometry) []style {
	p := g.page
	paragraph := func(id, name, ppr, rpr string) style {
		return style{kind: "paragraph", id: id, name: name, based: "Normal", next: "Normal", own: true, priority: 12, ppr: ppr, rpr: rpr}
	}
	secrecy, mark := f.look(gb9704.SecrecyType()), gb9704.Marks().Type
	redLine := fmt.Sprintf(`<w:pBdr><w:bottom w:val="single" w:sz="%d" w:space="%d" w:color="%s"/></w:pBdr>`,
		stroke(gb9704.Heads().LineStroke.Unit), redLineSpace, red)
	return []style{
		paragraph(copyStyle, "份号", lone+noIndent, f.look(gb9704.CopyType())),
		paragraph(secrecyStyle, "密级和保密期限", lone+noIndent, secrecy),
		paragraph(urgencyStyle, "紧急程度", lone+noIndent, secrecy),
		paragraph(markStyle, "发文机关标志", lone+spacing(0, 0, g.mark.pitch)+noIndent+`<w:jc w:val="center"/>`,
			f.look(mark)+`<w:color w:val="`+red+`"/>`+tracking(g.spread)+size(g.mark.size)),
		paragraph(numberStyle, "发文字号", lone+redLine+spacing(0, 0, g.numberLine().pitch)+noIndent+`<w:jc w:val="left"/>`, ""),
		paragraph(signersStyle, "签发人", lone+noIndent+`<w:jc w:val="left"/>`, ""),
		{kind: "character", id: signerStyle, name: "签发人姓名", based: "DefaultParagraphFont", own: true, priority: 12, rpr: f.look(gb9704.SignerType())},
		paragraph(recipientsStyle, "主送机关", noIndent, ""),
		paragraph(attachmentStyle, "附件说明", noIndent, ""),
		paragraph(noteStyle, "附注", "", ""),
		paragraph(annexLabelStyle, "附件标记", lone+`<w:pageBreakBefore/>`+noIndent, f.look(gb9704.AnnexLabelType())),
		paragraph(annexTitleStyle, "附件标题", lone+
			spacing(g.annexTitleAbove(), p.OneLineGap.Unit, p.TitleLine.Unit)+noIndent+`<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
			f.font(gb9704.TitleType().Face)+tracking(0)+size(gb9704.TitleType().Size)),
		paragraph(recordStyle, "版记", spacing(0, 0, gb9704.Records().Pitch.Unit)+noIndent+`<w:jc w:val="left"/>`,
			f.look(gb9704.RecordType())+tracking(0)+size(gb9704.RecordType().Size)),
	}
}

const red = "FF0000"

// tableStyles are those of tables.
func tableStyles(f faces, tables gb9704.TableSize) []style {
	rule := gb9704.Tables()
	l := line{tables.Type.Unit, tables.Pitch.Unit}
	const text = `<w:snapToGrid w:val="0"/>`
	look := func(face gb9704.Typeface) string { return f.font(face) + tracking(0) + size(l.size) }
	paragraph := func(id, name, based, ppr, rpr string) style {
		return style{kind: "paragraph", id: id, name: name, based: based, own: true, priority: 13, ppr: ppr, rpr: rpr}
	}
	return []style{
		paragraph(tableTextStyle, "表文", "Normal", text+spacing(0, 0, l.pitch)+noIndent, look(rule.Cells)),
		paragraph(tableHeadStyle, "表头", tableTextStyle, `<w:keepNext/><w:jc w:val="center"/>`, f.font(rule.Head)),
		paragraph(tableBandStyle, "表格小标题", tableTextStyle, `<w:keepNext/><w:jc w:val="left"/>`, f.font(rule.Band)),
		recordTable(),
		paragraph(afterTableStyle, "表后", "Normal", spacing(0, 0, gb9704.Pt)+noIndent, size(gb9704.Pt)),
		{kind: "table", id: ledgerStyle, name: "公文表格", based: "TableNormal", own: true, priority: 13,
			tblpr: `<w:tblBorders>` + border("top", rule.Outer.Unit) + border("left", rule.Outer.Unit) + border("bottom", rule.Outer.Unit) + border("right", rule.Outer.Unit) +
				border("insideH", rule.Inner.Unit) + border("insideV", rule.Inner.Unit) + `</w:tblBorders>` + margins(max(0, rule.Above.Unit-l.above()-rule.Inner.Unit/2), max(0, rule.Above.Unit-l.below()-rule.Inner.Unit/2), rule.Side.Unit)},
	}
}

// recordTableStyle
func recordTable() style {
	rule := gb9704.Records()
	above, below := recordPads()
	return style{kind: "table", id: recordTableStyle, name: "版记分隔线", based: "TableNormal", own: true, priority: 13,
		tblpr: `<w:tblBorders>` + border("top", rule.Outer.Unit) + border("bottom", rule.Outer.Unit) + border("insideH", rule.Inner.Unit) + `</w:tblBorders>` +
			margins(above, below, recordSide())}
}

// annexTitleAbove is the space between 附件1, on a row of its own, and its title,
// which begins with the type area's third row (7.3.7).
func (g geometry) annexTitleAbove() gb9704.Unit {
	return g.titleLine().from(g.page.Top.Unit+g.page.Line.Unit, g.sheet.Top.Unit+g.thirdRow())
}

// thirdRow is where the row that a title begins with stands in the type area.
func (g geometry) thirdRow() gb9704.Unit {
	return gb9704.Unit(gb9704.Titles().FirstRow.N-1) * g.sheet.Pitch.Unit
}

// stroke is u in eighths of a point, the measure of borders.
func stroke(u gb9704.Unit) int { return int(gb9704.Round(u*8, gb9704.Pt)) }

func border(side string, thickness gb9704.Unit) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="auto"/>`, side, stroke(thickness))
}

// margins are those of a table's cells.
func margins(above, below, side gb9704.Unit) string {
	var x xmlBuf
	x.raw(`<w:tblCellMar>`)
	for _, m := range []struct {
		name  string
		width gb9704.Unit
	}{{"top", above}, {"left", side}, {"bottom", below}, {"right", side}} {
		x.raw(`<w:`, m.name, ` w:w="`, m.width, `" w:type="dxa"/>`)
	}
	x.raw(`</w:tblCellMar>`)
	return string(x.b)
}
