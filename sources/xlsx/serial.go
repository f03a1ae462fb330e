package xlsx

import (
	"math"
	"time"
)

// A serial counts days: 1 is 1900-01-01, or 0 is 1904-01-01 if the workbook says
// so. Excel holds 1900 for a leap year, so 60 is a day that never was and all
// before it lie one day later than they seem.
type dateSystem struct{ from1904 bool }

// lastSerial is 9999-12-31 counted from 1900.
const lastSerial = 2958465

// time returns the moment serial stands for, to the second, UTC. ok is false for
// what Excel itself shows as ####, and for the day that never was.
func (d dateSystem) time(serial float64) (t time.Time, ok bool) {
	day := math.Floor(serial)
	seconds := math.Round((serial - day) * 86400)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	last := float64(lastSerial)
	switch {
	case d.from1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		last -= 1462
	case day == 60:
		return t, false
	case day < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	if math.IsNaN(serial) || day < 0 || day > last || (day < 1 && !d.from1904) {
		return t, false
	}
	return epoch.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second), true
}

// clock returns the time of day of serial, for formats that show no date.
func clock(serial float64) (time.Time, bool) {
	if math.IsNaN(serial) || serial < 0 || serial > lastSerial {
		return time.Time{}, false
	}
	seconds := math.Round((serial - math.Floor(serial)) * 86400)
	return time.Time{}.Add(time.Duration(seconds) * time.Second), true
}

// midnight is the day of t.
func midnight(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }

// isoTime reads a cell of type d, as Strict workbooks write dates.
func isoTime(s string) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05Z", "2006-01-02T15:04", "2006-01-02T15:04Z"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
