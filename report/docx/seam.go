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
// opens a package of its own, made by us of the two parts that the library must
// have, and is written to memory.
func assemble(parts []opc.Part, body []byte) ([]byte, error) {
	var skeleton, filled bytes.Buffer
	if err := opc.WriteStored(&skeleton, edited(parts)...); err != nil {
		return nil, err
	}
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(skeleton.Bytes()), int64(skeleton.Len()))
	if err != nil {
		return nil, fmt.Errorf("docx: open the skeleton: %w", err)
	}
	filled.Grow(skeleton.Len() + len(body)/2)
	edit := file.Editable()
	edit.SetContent(string(body))
	if err := edit.Write(&filled); err != nil {
		return nil, fmt.Errorf("docx: fill the skeleton: %w", err)
	}
	return repack(filled.Bytes(), withBody(parts, body))
}

// edited are the parts that go through the library. It would only copy the rest.
func edited(parts []opc.Part) []opc.Part {
	var out []opc.Part
	for _, p := range parts {
		if p.Name == bodyPart || p.Name == linksPart {
			out = append(out, p)
		}
	}
	return out
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

// repack proves that the library's output is what want has in its place, packs
// it with the rest, reproducibly, and proves that what can be read from the
// result is want, whole, and a package Word opens.
func repack(filled []byte, want []opc.Part) ([]byte, error) {
	filledParts, err := opc.Read(filled)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	if err := same(filledParts, edited(want)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(len(filled) + 8192)
	if err := opc.Write(&out, want...); err != nil {
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
