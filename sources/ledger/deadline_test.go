package ledger

import "testing"

func TestParseDeadline(t *testing.T) {
	cases := []struct {
		text  string
		kind  DeadlineKind
		date  string
		fault DateFault
	}{
		{"2023年6月30日", DeadlineDate, "2023-06-30", 0},
		{"2023年12月底", DeadlineDate, "2023-12-31", 0},
		{"2023年4月底前", DeadlineDate, "2023-04-30", 0},
		{"2023年6月", DeadlineDate, "2023-06-30", 0},
		{"2023年", DeadlineDate, "2023-12-31", 0},
		{"2023年上半年", DeadlineDate, "2023-06-30", 0},
		{"2023年第三季度", DeadlineDate, "2023-09-30", 0},
		{"2023年一季度末", DeadlineDate, "2023-03-31", 0},
		{"2023年6月中旬", DeadlineDate, "2023-06-20", 0},
		{"2023年3月—2023年6月", DeadlineDate, "2023-06-30", 0},
		{"2023.3.1-2023.6.30", DeadlineDate, "2023-06-30", 0},
		{"2023。6。30", DeadlineDate, "2023-06-30", 0},
		{"2023年6月30日前完成，后续跟踪", DeadlineDate, "2023-06-30", 0},
		{"立行立改，2023年3月底前完成", DeadlineDate, "2023-03-31", 0},
		{"2023年3月底、2023年6月底", DeadlineDate, "2023-06-30", 0},
		{"2023年内完成", DeadlineDate, "2023-12-31", 0},
		{"2023年6月30日 18:00前", DeadlineDate, "2023-06-30", 0},
		{"2023一季度", DeadlineDate, "2023-03-31", 0},
		{"立行立改", DeadlineImmediate, "", 0},
		{"立改立行", DeadlineImmediate, "", 0},
		{"长期坚持（2025年9月前见成效）", DeadlineBoth, "2025-09-30", 0},
		{"2025年9.30", DeadlineDate, "2025-09-30", 0},
		{"2205年9月30日", DeadlineUnknown, "", DateYear},
		{"立即整改", DeadlineImmediate, "", 0},
		{"长期坚持", DeadlineLongTerm, "", 0},
		{"持续推进", DeadlineLongTerm, "", 0},
		{"长期\n坚持", DeadlineLongTerm, "", 0},
		{"立行立改并长期坚持", DeadlineBoth, "", 0},
		{"立行立改，长期坚持", DeadlineBoth, "", 0},
		{"2024年底前，并长期坚持", DeadlineBoth, "2024-12-31", 0},
		{"2个月内", DeadlineRelative, "", 0},
		{"两个月内", DeadlineRelative, "", 0},
		{"收到反馈意见后两个月内完成", DeadlineRelative, "", 0},
		{"60天内", DeadlineRelative, "", 0},
		{"半年内", DeadlineRelative, "", 0},
		{"3个月", DeadlineRelative, "", 0},
		{"收到意见后半个月内，2023年6月", DeadlineDate, "2023-06-30", 0},
		{"4月底前", DeadlineUnknown, "", DateNoYear},
		{"4月底前，长期坚持", DeadlineUnknown, "", DateNoYear},
		{"2023年2月30日", DeadlineUnknown, "", DateImpossible},
		{"按上级要求", DeadlineUnknown, "", DateUnknown},
		{"长期坚持，第2批", DeadlineUnknown, "", DateUnknown},
		{"", DeadlineNone, "", 0},
		{"—", DeadlineNone, "", 0},
	}
	for _, c := range cases {
		d := ParseDeadline(Cell{Text: c.text}, Stored{})
		iso := ""
		if !d.Date.IsZero() {
			iso = d.Date.Format("2006-01-02")
		}
		if d.Kind != c.kind || iso != c.date || d.Fault != c.fault {
			t.Errorf("%q: got kind %d %q fault %d, want kind %d %q fault %d", c.text, d.Kind, iso, d.Fault, c.kind, c.date, c.fault)
		}
	}
}

func TestDeadlinePrecision(t *testing.T) {
	for text, want := range map[string]Precision{"2023年6月": Month, "2023年6月底": Day, "2023年": Year, "长期坚持": NoDate} {
		if got := ParseDeadline(Cell{Text: text}, Stored{}).Precision; got != want {
			t.Errorf("%q: precision %d, want %d", text, got, want)
		}
	}
}
