package fonts

// Rights are what a font's maker lets documents do with it: fsType of OS/2.
type Rights uint16

const (
	rightsUse       Rights = 0xE // one of the three below, or none: installable
	restricted      Rights = 0x2
	previewAndPrint Rights = 0x4
	editable        Rights = 0x8
	noSubsetting    Rights = 0x100
	bitmapOnly      Rights = 0x200
)

// refusal is why a PDF may not hold a subset of the font, or nil. Old fonts set
// several of the three bits of use; the most generous one then holds, so only
// restricted alone forbids (OpenType, OS/2, fsType).
func (r Rights) refusal() *Error {
	switch {
	case r&rightsUse == restricted:
		return &Error{Kind: Forbidden, Table: "OS/2", Detail: "fsType does not allow embedding"}
	case r&bitmapOnly != 0:
		return &Error{Kind: Forbidden, Table: "OS/2", Detail: "fsType allows bitmaps to be embedded only"}
	case r&noSubsetting != 0:
		return &Error{Kind: NoSubset, Table: "OS/2", Detail: "fsType does not allow subsets"}
	}
	return nil
}

// String is the right in Chinese.
func (r Rights) String() string {
	switch {
	case r.refusal() != nil:
		return "不许嵌入"
	case r&rightsUse == 0:
		return "可以嵌入"
	case r&editable != 0:
		return "可以嵌入可编辑的文件"
	}
	return "可以嵌入供阅读、打印的文件"
}
