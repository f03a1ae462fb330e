package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// room is what a run may take before memory matters more than time: with the
// program's own pages, which are not counted, it stays below 150 MB.
const room = 120 << 20

// collectLess lets garbage grow to four times what is in use, up to room in all: a
// run is short, and a notice of 40 findings is made a fifth faster. A ledger that
// needs most of the room for itself is collected as usual from then on: held to
// the room, the collector would hardly ever stop.
func collectLess() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(room)
	afterCollection(func() (again bool) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.HeapAlloc < room/2 {
			return true
		}
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
		return false
	})
}

// afterCollection calls f after each collection of garbage until f says no.
func afterCollection(f func() (again bool)) {
	type mark struct{ _ *mark } // with a pointer, or it would share its room with others and live as long
	runtime.AddCleanup(new(mark), func(f func() bool) {
		if f() {
			afterCollection(f)
		}
	}, f)
}
