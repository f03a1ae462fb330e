package xlsx

import (
	"slices"
	"strings"
)

// reports is the categories of what report/workbook makes of ledgers. Whoever
// starts from our template may give it a category of their own.
func reports() []string { return []string{"进度", "对比"} }

// Made returns what data is if this program wrote it as a report about ledgers,
// which is no ledger itself: the category that its properties state, such as
// 进度. It is "" for every other file, ledgers and templates of ours included, and
// for what cannot be read.
func Made(data []byte) string {
	a, err := openArchive(data, newMeter(Limits{}))
	if err != nil {
		return ""
	}
	fr := &frame{archive: a}
	own, err := fr.readRelations("")
	if err != nil {
		return ""
	}
	part, err := own.one("core-properties", relationsPart(""))
	if err != nil || part == "" {
		return ""
	}
	properties, _, err := fr.take(part, "coreProperties", "", "")
	if err != nil {
		return ""
	}
	stated := map[string]string{}
	err = eachChild(properties, "coreProperties", func(s *scanner) error {
		name := strings.TrimPrefix(string(s.name), foreign)
		value, err := s.content()
		stated[name] = strings.TrimSpace(value)
		return err
	})
	if err != nil || stated["creator"] != "Tongbao" {
		return ""
	}
	if category := stated["category"]; slices.Contains(reports(), category) {
		return category
	}
	return ""
}
