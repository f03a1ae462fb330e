package xlsx

import "strings"

// readStrings reads the table of shared strings.
func readStrings(data []byte, m *meter) ([]text, error) {
	s := newScanner(data)
	if err := s.root("sst"); err != nil {
		return nil, err
	}
	var out []text
	err := s.each(func() error {
		switch string(s.name) {
		case "si":
		case "extLst":
			return nil
		default: // what it holds would be missing, and move all after it
			return s.fail(wrongContent)
		}
		if err := m.check(limitStrings, int64(len(out)+1)); err != nil {
			return err
		}
		t, err := readString(s)
		out = append(out, t)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, s.finish()
}

// readString reads the si or is element that just started: its t, or its runs
// joined. Phonetic guides (rPh) are no part of the text.
func readString(s *scanner) (text, error) {
	var parts []string
	var marks runs
	err := s.each(func() error {
		switch string(s.name) {
		case "t":
			part, err := s.content()
			parts = append(parts, part)
			return err
		case "r":
			part, err := readRun(s, &marks)
			parts = append(parts, part)
			return err
		case "rPh", "phoneticPr", "extLst":
			return nil
		}
		return s.fail(wrongContent)
	})
	if len(parts) == 1 {
		return newText(parts[0], marks), err
	}
	return newText(strings.Join(parts, ""), marks), err
}

// readRun reads the r element that just started and notes in marks how it is
// struck out. A run with properties has them instead of the cell's.
func readRun(s *scanner, marks *runs) (string, error) {
	var words string
	var own, struck bool
	err := s.each(func() (err error) {
		switch string(s.name) {
		case "t":
			part := ""
			part, err = s.content()
			words += part
		case "rPr":
			own = true
			err = s.each(func() error {
				if string(s.name) == "strike" {
					v, has := s.lookup("val")
					struck = !has || string(v) == "1" || string(v) == "true"
				}
				return nil
			})
		default:
			err = s.fail(wrongContent)
		}
		return err
	})
	switch {
	case strings.TrimSpace(words) == "":
	case struck:
		marks.struck = true
	case own:
		marks.plain = true
	default:
		marks.inherit = true
	}
	return words, err
}
