package pdf

import (
	"regexp"
	"sync"
)

// address is what a link may lead to: nothing that runs, nothing on this
// machine.
var address = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:https?://|mailto:)[!-~]+$`)
})

// link is an area of a page that leads somewhere.
type link struct {
	element *element
	area    Box
	object  int // its number in the file
	key     int // in the tree's table of parents
}

func (d *Document) link(e *element, area Box) {
	l := &link{element: e, area: area}
	p := &d.pages[d.current]
	p.links = append(p.links, l)
	e.kids = append(e.kids, kid{page: d.current, link: l})
}

// writeLink writes what the viewer follows; its words, which PDF/UA asks for,
// are the address.
func (d *Document) writeLink(o objects, l *link) {
	top := d.options.Paper.Height - l.area.Y
	o.setf(l.object, "<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4"+
		" /Contents %s /StructParent %d /A <</S /URI /URI <%X>>>>>",
		l.area.X, top-l.area.H, l.area.X+l.area.W, top, textString(l.element.url), l.key, l.element.url)
}
