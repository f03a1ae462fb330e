package xlsx

// A frame is the parts that hold a workbook together, each checked to its end.
type frame struct {
	*archive
	main      string // the part that lists the sheets
	styles    string // "" if there is none
	types     contentTypes
	relations relations
	sheets    int // as many as main lists
	formats   int // as many as the styles have
	parts     []framePart
}

// A framePart is one part as excelize is to have it.
type framePart struct {
	name string
	data []byte
}

// readFrame checks the parts from the package's own relations to the styles.
func readFrame(a *archive) (*frame, error) {
	fr := &frame{archive: a}
	for _, step := range []func() error{fr.readTypes, fr.readMain, fr.readStyles} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return fr, nil
}

// readMain finds the part that lists the sheets, and its relations.
func (fr *frame) readMain() error {
	own, err := fr.readRelations("")
	if err != nil {
		return err
	}
	if fr.main, err = own.one("officeDocument", relationsPart("")); err != nil {
		return err
	}
	if fr.main == "" {
		return &DamagedError{Part: relationsPart(""), reason: badReference}
	}
	if err := fr.types.check(fr.main, "main"); err != nil {
		return err
	}
	if _, fr.sheets, err = fr.take(fr.main, "workbook", "sheets", "sheet"); err != nil {
		return err
	}
	if fr.sheets == 0 {
		return &DamagedError{Part: fr.main, reason: wrongContent}
	}
	if err := fr.check(limitSheets, int64(fr.sheets)); err != nil {
		return err // before anyone compares each with each relation
	}
	fr.relations, err = fr.readRelations(fr.main)
	return err
}

// readStyles checks the styles. excelize finds them by their usual name only, so
// they get it.
func (fr *frame) readStyles() (err error) {
	if fr.styles, err = fr.part("styles"); err != nil || fr.styles == "" {
		return err
	}
	_, fr.formats, err = fr.take(fr.styles, "styleSheet", "cellXfs", "xf")
	fr.parts[len(fr.parts)-1].name = "xl/styles.xml"
	return err
}

// part is the only part of a kind that the workbook refers to, "" if none.
func (fr *frame) part(kind string) (string, error) {
	part, err := fr.relations.one(kind, relationsPart(fr.main))
	if err != nil || part == "" {
		return "", err
	}
	return part, fr.types.check(part, kind)
}

// take reads a part and scans it to its end: it has to be well-formed, begin with
// root and keep to the limit of elements. It returns its bytes and how many
// elements called child stand right under one called parent.
func (fr *frame) take(part, root, parent, child string) (data []byte, count int, err error) {
	if data, err = fr.read(part); err != nil {
		return nil, 0, err
	}
	count, err = fr.scan(data, root, parent, child)
	fr.parts = append(fr.parts, framePart{part, data})
	return data, count, located(err, part)
}

func (fr *frame) scan(data []byte, root, parent, child string) (count int, err error) {
	s := newScanner(data)
	if err := s.root(root); err != nil {
		return 0, err
	}
	for elements := int64(1); ; {
		t, err := s.next()
		switch {
		case err != nil:
			return 0, err
		case t == tokenEOF:
			return count, nil
		case t != tokenStart:
			continue
		}
		elements++
		if err := fr.check(limitElements, elements); err != nil {
			return 0, err
		}
		if string(s.name) == child && string(local(s.stack[s.depth()-2])) == parent {
			count++
		}
	}
}
