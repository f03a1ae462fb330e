package docx

import (
	"strconv"

	"tongbao/report/internal/opc"
	"tongbao/sources/picture"
)

// media are the pictures of a document, each once however often it is shown.
type media struct {
	list []*picture.Picture
	ids  map[*picture.Picture]string // of the relationship

	shown int // drawings, which have a number each
}

// id returns the relationship of p.
func (m *media) id(p *picture.Picture) string {
	if id := m.ids[p]; id != "" {
		return id
	}
	if m.ids == nil {
		m.ids = map[*picture.Picture]string{}
	}
	m.list = append(m.list, p)
	m.ids[p] = "rIdImage" + strconv.Itoa(len(m.list))
	return m.ids[p]
}

// target is the name of the i-th picture's part, from the document's folder.
func target(i int, p *picture.Picture) string {
	return "media/image" + strconv.Itoa(i+1) + "." + string(p.Format)
}

func (m *media) parts() (out []opc.Part) {
	for i, p := range m.list {
		out = append(out, opc.Part{Name: "word/" + target(i, p), Data: p.Data})
	}
	return out
}

func (m *media) relations() (out []relation) {
	for i, p := range m.list {
		out = append(out, relation{m.ids[p], officeRel + "image", target(i, p)})
	}
	return out
}
