package docx

import (
	"bytes"
	"fmt"

	"github.com/nguyenthenguyen/docx"

	"tongbao/report/internal/opc"
)

// assemble sets body into the skeleton and returns the finished file, packed
// reproducibly, read back and checked. Of the docx library only what is called
// here may be used: its Replace breaks markup, it shares footers between copies
// of one file, reads without limits and loses write errors. So every document
// opens a package of its own, which we made, and is written to memory.
func assemble(parts []opc.Part, body []byte) ([]byte, error) {
	var skeleton, filled bytes.Buffer
	if err := opc.WriteStored(&skeleton, parts...); err != nil {
		return nil, err
	}
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(skeleton.Bytes()), int64(skeleton.Len()))
	if err != nil {
		return nil, fmt.Errorf("docx: open the skeleton: %w", err)
	}
	filled.Grow(skeleton.Len() + len(body)/4)
	edit := file.Editable()
	edit.SetContent(string(body))
	if err := edit.Write(&filled); err != nil {
		return nil, fmt.Errorf("docx: fill the skeleton: %w", err)
	}
	return repack(filled.Bytes(), withBody(parts, body))
}

// withBody returns parts with body as document.xml.
func withBody(parts []opc.Part, body []byte) []opc.Part {
	out := append([]opc.Part(nil), parts...)
	for i := range out {
		if out[i].Name == bodyPart {
			out[i].Data = body
		}
	}
	return out
}

// repack packs the library's output again, reproducibly, and proves that what
// can be read from the result is want, whole, and a package Word opens.
func repack(filled []byte, want []opc.Part) ([]byte, error) {
	parts, err := opc.Read(filled)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	var out bytes.Buffer
	out.Grow(len(filled) + 4096)
	if err := opc.Write(&out, parts...); err != nil {
		return nil, err
	}
	back, err := opc.Read(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	if err := same(back, want); err != nil {
		return nil, err
	}
	if err := opc.Check(back); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return out.Bytes(), nil
}

func same(got, want []opc.Part) error {
	if len(got) != len(want) {
		return fmt.Errorf("docx: %d parts came back for %d", len(got), len(want))
	}
	for i, p := range want {
		if got[i].Name != p.Name || !bytes.Equal(got[i].Data, p.Data) {
			return fmt.Errorf("docx: part %s came back as %s, or changed", p.Name, got[i].Name)
		}
	}
	return nil
}
