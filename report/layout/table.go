package layout

import "tongbao/report/notice"

// table puts t on the last page from p.y on, and on further ones, and leaves p.y
// where what follows begins.
func (p *pager) table(t *notice.Table) { panic("layout: tables are not set yet") }

// turnedAnnex puts a on landscape pages, from the last page on, which is empty.
func (p *pager) turnedAnnex(a *notice.Annex) { panic("layout: landscape annexes are not set yet") }
