package xlsx

// A meter holds what one workbook is read with against its limits.
type meter struct {
	maxima
	work int64 // bytes inflated, scanned and made so far
}

// newMeter begins at nothing.
func newMeter(l Limits) *meter { return &meter{maxima: l.maxima()} }

// spend counts n bytes of work.
func (m *meter) spend(n int) error {
	m.work += int64(n)
	return m.check(limitWork, m.work)
}
