package ledger

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	cases := []struct {
		text  string
		iso   string
		fault DateFault
	}{
		{"2023.4.8", "2023-04-08", 0},
		{"2023-06-08", "2023-06-08", 0},
		{"2023/3/1", "2023-03-01", 0},
		{"2023年5月15日", "2023-05-15", 0},
		{"2023年5月15号", "2023-05-15", 0},
		{"20230301", "2023-03-01", 0},
		{"2023年3月", "2023-03", 0},
		{"2023.4", "2023-04", 0},
		{"202304", "2023-04", 0},
		{"2023.10", "2023-10", 0},
		{"2023年", "2023", 0},
		{"2023年4月底前", "2023-04-30", 0},
		{"2024年2月底", "2024-02-29", 0},
		{"2023.4月底", "2023-04-30", 0},
		{"2023年年底", "2023-12-31", 0},
		{"2023年底前完成", "2023-12-31", 0},
		{"2023年6月30日之前", "2023-06-30", 0},
		{"2023年3月上旬", "2023-03", 0},
		{"2023年上半年", "2023", 0},
		{"2023-06-08 00:00:00", "2023-06-08", 0},
		{"2023-06-08T00:00:00Z", "2023-06-08", 0},
		{"2023/5/8 10:00", "2023-05-08", 0},
		{"2023/5/8　10：00：30", "2023-05-08", 0},
		{"2023年5月8日10:00前", "2023-05-08", 0},
		{"2023-06-08 10:00:00.123", "2023-06-08", 0},
		{"2023-03-01 08:00 至 2023-06-30 17:30", "2023-06-30", 0},
		{"2023/5/810:00", "", DateUnknown},
		{"10:00", "", DateUnknown},
		{"2023年 第一季度", "2023", 0},
		{"今年年底前", "", DateNoYear},
		{"23年4月8日", "", DateNoYear},
		{"２０２３年 ４ 月 ８ 日", "2023-04-08", 0},
		{"2023。4。8", "2023-04-08", 0},
		{"二〇二三年十二月三十一日", "2023-12-31", 0},
		{"二○二三年六月二十日", "2023-06-20", 0},
		{"2023年3月1日—2023年6月30日", "2023-06-30", 0},
		{"2023.3.1-2023.6.30", "2023-06-30", 0},
		{"2023-03-01至2023-06-30", "2023-06-30", 0},
		{"2023年3月至6月底", "2023-06-30", 0},
		{"自2023年3月1日起", "", DateUnknown},
		{"2023年2月30日", "", DateImpossible},
		{"2023-02-30", "", DateImpossible},
		{"2023.13.1", "", DateImpossible},
		{"2203年4月8日", "", DateYear},
		{"2205年9月31日", "", DateImpossible},
		{"1900-1-1", "", DateYear},
		{"1989年12月", "", DateYear},
		{"1990年1月", "1990-01", 0},
		{"2023年9月1日—2203年9月30日", "", DateYear},
		{"2025年9.30", "2025-09-30", 0},
		{"2025年9.30前", "2025-09-30", 0},
		{"2025年9.31", "", DateImpossible},
		{"2025年9.10月", "", DateUnknown},
		{"2023年2月29日—2023年6月30日", "", DateImpossible},
		{"4月底前", "", DateNoYear},
		{"6月30日", "", DateNoYear},
		{"23.4.8", "", DateNoYear},
		{"年底前", "", DateNoYear},
		{"45098", "", DateUnknown},
		{"立行立改", "", DateUnknown},
		{"2023.3-6", "", DateUnknown},
		{"——", "", 0},
		{"/", "", 0},
		{"", "", 0},
	}
	for _, c := range cases {
		d := ParseDate(Cell{Text: c.text}, Stored{}, false)
		if d.ISO() != c.iso || d.Fault != c.fault {
			t.Errorf("%q: got %q fault %d, want %q fault %d", c.text, d.ISO(), d.Fault, c.iso, c.fault)
		}
	}
}

func TestParseDateStart(t *testing.T) {
	for text, want := range map[string]string{
		"2023年3月1日—2023年6月30日": "2023-03-01",
		"2023年3月至6月底":          "2023-03",
		"2023.4.8":             "2023-04-08",
	} {
		if got := ParseDate(Cell{Text: text}, Stored{}, true).ISO(); got != want {
			t.Errorf("%q: start %q, want %q", text, got, want)
		}
	}
}

// A real date is as precise as the cell shows it.
func TestParseStoredDate(t *testing.T) {
	day := time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"2023/3/1":  "2023-03-01",
		"2023年3月":   "2023-03",
		"3/1":       "2023-03-01",
		"45016":     "2023-03-01",
		"03-01-23":  "2023-03-01",
		"2023年3月1日": "2023-03-01",
	} {
		if got := ParseDate(Cell{Text: text}, Stored{Day: day}, false).ISO(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestParseNumberDate(t *testing.T) {
	for text, want := range map[string]DateFault{
		"20230301": DateFine, "2023.4": DateFine, "2023.10": DateFine, "2023.1": DateAmbiguous, "45098": DateUnknown, "20230230": DateImpossible,
	} {
		if got := ParseDate(Cell{Text: text}, Stored{Number: true}, false).Fault; got != want {
			t.Errorf("%q: fault %d, want %d", text, got, want)
		}
	}
}

// A parsed date, written as ISO, is the same date.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023.4.8", "2023年4月底前", "二〇二三年十二月", "2023年3月至6月", "4月底前", "2023-02-30", "20230301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := ParseDate(Cell{Text: s}, Stored{}, false)
		if (d.Precision == NoDate) != d.Time.IsZero() {
			t.Fatalf("%q: precision %d, time %v", s, d.Precision, d.Time)
		}
		if d.Precision == NoDate {
			return
		}
		again := ParseDate(Cell{Text: d.ISO()}, Stored{}, false)
		if again.ISO() != d.ISO() || !again.Time.Equal(d.Time) {
			t.Fatalf("%q: %s read again is %s", s, d.ISO(), again.ISO())
		}
	})
}
