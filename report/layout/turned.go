package layout

import "tongbao/report/notice"

// turnedAnnex puts a on landscape pages, from the last page on, which is empty:
// all is set as on upright ones, in the type area turned by a quarter (8).
func (p *pager) turnedAnnex(a *notice.Annex) {
	upright := p.sheet
	p.turned, p.sheet = true, upright.Turned()
	p.y = p.sheet.Top.Unit
	p.annexParts(a)
	p.turned, p.sheet = false, upright
}
