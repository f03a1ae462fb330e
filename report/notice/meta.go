package notice

import (
	"crypto/sha256"
	"fmt"
)

// SourceID is what a finished file says of the ledger it came from, so that a
// later run may replace its own work and nobody else's. It is a name-based UUID
// (RFC 9562, version 8): the ledger's file name can't be read from it.
func (m Meta) SourceID() string {
	sum := sha256.Sum256([]byte("tongbao ledger\x00" + m.Source))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
