package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"tongbao/sources/problem"
)

// Bookmarks name the cells that words come from, so that a later program finds
// the way back. Word hides names that begin with an underscore; one holds at most
// 40 characters, and of those letters, digits and underscores alone, so a sheet is
// named by a fingerprint: _tb_1f2e3d4c_D17_1.
type bookmarks struct {
	sheets map[string]string      // fingerprints
	pieces map[problem.Pos]uint64 // how many pieces of a cell's words were named
	last   int                    // id
}

const bookmarkPrefix = "_tb_"

func newBookmarks() bookmarks {
	return bookmarks{sheets: map[string]string{}, pieces: map[problem.Pos]uint64{}}
}

// next returns the id and name of the bookmark of the next piece of a cell's
// words. Names are counted in the order of reading: the same document gives the
// same names. ok is false for words that come from no cell.
func (m *bookmarks) next(at problem.Pos) (id int, name string, ok bool) {
	cell := at.Address()
	if at.Sheet == "" || cell == "" {
		return 0, "", false
	}
	sheet := m.sheets[at.Sheet]
	if sheet == "" {
		sum := sha256.Sum256([]byte(at.Sheet))
		sheet = hex.EncodeToString(sum[:4])
		m.sheets[at.Sheet] = sheet
	}
	at.File = "" // a notice has one workbook; dc:identifier is its fingerprint
	m.pieces[at]++
	return m.unnamed(), bookmarkPrefix + sheet + "_" + cell + "_" + strconv.FormatUint(m.pieces[at], 10), true
}

// unnamed returns the id of the next bookmark.
func (m *bookmarks) unnamed() int {
	m.last++
	return m.last
}
