package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// parseDay reads a flag's day; it takes what a ledger's cell may say.
func parseDay(flag, s string) (ledger.Date, error) {
	date := ledger.ParseDate(ledger.Cell{Pos: problem.Pos{File: flag}, Raw: s, Text: s}, ledger.Stored{}, false)
	if date.Precision != ledger.Day {
		return date, errors.New("no date")
	}
	return date, nil
}

// todayOption is --today, the day that deadlines are held against. What is shown
// may go by the clock and say so; what is saved may not.
type todayOption struct{ day time.Time }

func (o *todayOption) addFlag(c *cobra.Command) {
	c.Flags().Func("today", "逾期和到期按这个`日期`算，如 2026-06-30；只在屏幕上看的可以不写，按电脑的日期", func(s string) error {
		date, err := parseDay("--today", s)
		o.day = date.Time
		return err
	})
}

// isGiven reports whether the user said the day.
func (o todayOption) isGiven() bool { return !o.day.IsZero() }

// orClock is the day given, else that of the machine's clock, as a UTC midnight.
func (o todayOption) orClock() time.Time {
	if o.isGiven() {
		return o.day
	}
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}
