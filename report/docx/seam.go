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
// of one file, reads without limits, and its Write loses errors and packs as Go's
// own deflater of the day does. So every document opens a package of its own,
// made by us of the two parts that the library must have, and what it holds then
// is packed by us.
func assemble(parts []opc.Part, body []byte) ([]byte, error) {
	var skeleton bytes.Buffer
	if err := opc.WriteStored(&skeleton, edited(parts)...); err != nil {
		return nil, err
	}
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(skeleton.Bytes()), int64(skeleton.Len()))
	if err != nil {
		return nil, fmt.Errorf("docx: open the skeleton: %w", err)
	}
	edit := file.Editable()
	edit.SetContent(string(body))
	return pack(withBody(parts, []byte(edit.GetContent())))
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

// pack packs parts reproducibly.
func pack(parts []opc.Part) ([]byte, error) {
	size := 8192
	for _, p := range parts {
		size += len(p.Data) / 8
	}
	var out bytes.Buffer
	out.Grow(size)
	if err := opc.Write(&out, parts...); err != nil {
		return nil, err
	}
	return out.Bytes(), prove(out.Bytes(), parts)
}

// prove proves that what can be read from packed is want, whole, and a package
// Word opens.
func prove(packed []byte, want []opc.Part) error {
	back, err := opc.Read(packed)
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	if err := same(back, want); err != nil {
		return err
	}
	if err := opc.Check(back); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
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
