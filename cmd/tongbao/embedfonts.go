package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report"
	"tongbao/report/house"
	"tongbao/report/setup"
)

func addEmbedFlag(c *cobra.Command, embed *bool) {
	c.Flags().BoolVar(embed, "embed-fonts", false, "DOCX 用自带的字体并把它们嵌入，没有装公文字体的电脑也照样显示（文件大十几 MB）")
}

// embeds refuses what cannot go with --embed-fonts: fonts that others name are not
// ours to embed, and ours under their names would hide the installed ones.
func (o *makeOptions) embeds(formats []report.Format, rules house.Rules) error {
	switch {
	case !o.embed:
		return nil
	case !slices.ContainsFunc(formats, func(f report.Format) bool { return f.Name == "docx" }):
		return usageError("--embed-fonts 只用于 DOCX；请去掉它，或加上 --format docx")
	case o.template != "":
		return usageError("--embed-fonts 和 --template 不能一起用：模板用的是单位自己的字体，程序不替单位嵌入；请去掉一个（Word 里：文件、选项、保存、将字体嵌入文件）")
	case len(rules.Fonts) > 0:
		return usageError("--embed-fonts 和 " + o.house.file + " 里的“字体”不能一起用：嵌入的只能是自带的字体；请去掉 --embed-fonts，或去掉“字体”一项")
	}
	return nil
}

// An embeddedJSON is a face in a Word document.
type embeddedJSON struct {
	faceJSON
	For  string `json:"for"`
	Part bool   `json:"part,omitempty"` // only the characters that are needed
}

// carried is how large the DOCX of d is that was written with fonts, in bytes; 0 if
// none was.
func (d *draft) carried() int {
	for _, o := range d.outputs {
		if o.format.Name == "docx" && d.embed {
			return o.size
		}
	}
	return 0
}

func embeddedFaces() []embeddedJSON {
	var list []embeddedJSON
	for _, own := range setup.OwnFaces() {
		list = append(list, embeddedJSON{newFaceJSON(own.Face), string(own.For), own.Part})
	}
	return list
}

// carried tells which fonts the documents carry, and how large that makes them.
func (u *ui) carried(f officeFonts, s *setup.Setup, done []ledgerJSON) {
	largest := 0
	for _, l := range done {
		largest = max(largest, l.carried)
	}
	if largest == 0 {
		return
	}
	var whole, part []string
	for _, own := range setup.OwnFaces() {
		if own.Part {
			part = append(part, own.Face.Family())
		} else {
			whole = append(whole, own.Face.Family())
		}
	}
	u.say("DOCX 的样式改用自带的字体，并嵌入了 %s（整个字体，可以接着编辑）、%s（只有页码和批注用到的字）；文件 %s",
		strings.Join(whole, "、"), strings.Join(part, "、"), megabytes(largest))
	if f.asked {
		u.say("单位自己的字体只用于 PDF；DOCX 里嵌入的总是自带的字体")
	}
}

// megabytes is n bytes, to a tenth.
func megabytes(n int) string {
	tenths := (n + 50_000) / 100_000
	return fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)
}

// notCarried tells which characters of d its DOCX's own fonts do not have.
func (u *ui) notCarried(d *draft, s *setup.Setup) {
	if !s.Embed || d.failure() != nil || u.quiet || u.json {
		return
	}
	own := *s
	own.Fonts = fonts.Embedded()
	var chars []string
	for _, x := range fallbacks(d, &own) {
		if c := string(x.char); !slices.Contains(chars, c) {
			chars = append(chars, c)
		}
	}
	if len(chars) > 0 {
		u.say("%s：嵌入 DOCX 的字体里没有 %d 个字：%s；Word 用电脑上的字体显示它们", d.file, len(chars), strings.Join(chars, ""))
	}
}
