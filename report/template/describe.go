package template

// A Style is one that the notice uses, and what the template has for it.
type Style struct {
	Name string // heading 1
	Has  string // the template's own name for it; "" if it is put in
}

// Styles says which of the notice's head styles the template has.
func (t *Template) Styles() []Style {
	var out []Style
	for _, name := range wanted() {
		id := t.sheet.byName["paragraph "+canonical(name)]
		out = append(out, Style{name, t.sheet.name(id)})
	}
	return out
}

// Missing are the placeholders that the template does not have.
func (t *Template) Missing() []Word {
	var out []Word
	for _, w := range Words() {
		if !t.has(w.Name) {
			out = append(out, w)
		}
	}
	return out
}
