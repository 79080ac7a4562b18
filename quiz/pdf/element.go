package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// element is a node of the tree of what the document says.
type element struct {
	role   Role
	attrs  string // beyond those of the role, ready for the file
	alt    string // what is said in place of a picture
	url    string // where a link leads
	parent *element
	kids   []kid
	object int // its number in the file
}

// kid is one of: an element, a piece of content on a page, a link's area.
type kid struct {
	element *element
	page    int // from 0
	content int // from 0
	link    *link
}

// Begin begins an element within the one that is open.
func (d *Document) Begin(role Role) { d.begin(&element{role: role}) }

// BeginFigure begins a picture with the words that are said in its place, and
// the part of the page it takes.
func (d *Document) BeginFigure(alt string, area Box) {
	if strings.TrimSpace(alt) == "" {
		d.fail("a figure needs words for those who do not see it")
	}
	y := d.options.Paper.Height - area.Y
	attrs := fmt.Sprintf("/O /Layout /BBox [%.2f %.2f %.2f %.2f]", area.X, y-area.H, area.X+area.W, y)
	d.begin(&element{role: figure, attrs: attrs, alt: alt})
}

// BeginLink begins text that leads to an address of http, https or mailto. It
// is underlined.
func (d *Document) BeginLink(url string) {
	if !address().MatchString(url) {
		d.fail("a link needs an address of http, https or mailto, in ASCII")
	}
	d.begin(&element{role: linked, url: url})
}

// End ends the element that was begun last.
func (d *Document) End() {
	if len(d.open) == 1 {
		d.fail("there is no element to end")
		return
	}
	d.open = d.open[:len(d.open)-1]
}

func (d *Document) begin(e *element) {
	e.parent = d.top()
	switch {
	case d.finishing:
		d.fail("what stands on each page is decoration, not %s", e.role)
	case !e.parent.role.mayHold(e.role):
		d.fail("%s may not stand in %s", e.role, e.parent.role)
	}
	if level := roles[e.role].level; level > 0 {
		if level > d.deepest+1 {
			d.fail("%s follows without H%d before it", e.role, d.deepest+1)
		}
		d.deepest = level
	}
	e.parent.kids = append(e.parent.kids, kid{element: e})
	d.open = append(d.open, e)
}

func (d *Document) top() *element { return d.open[len(d.open)-1] }

// within returns the link that is open, or nil.
func (d *Document) within() *element {
	for _, e := range slices.Backward(d.open) {
		if e.role == linked {
			return e
		}
	}
	return nil
}

// content draws as a piece of the element that is open.
func (d *Document) content(properties string, draw func()) {
	switch e := d.top(); {
	case d.current < 0:
		d.fail("there is no page to draw on")
	case d.finishing:
		d.artifact(" <</Type /Pagination>> BDC", draw)
	case !roles[e.role].text:
		d.fail("%s holds elements, not text", e.role)
	default:
		p := &d.pages[d.current]
		e.kids = append(e.kids, kid{page: d.current, content: len(p.owners)})
		d.fpdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d%s>> BDC", e.role, len(p.owners), properties))
		p.owners = append(p.owners, e)
		draw()
		d.fpdf.RawWriteStr("EMC")
	}
}

// artifact draws what is no part of what the document says.
func (d *Document) artifact(begin string, draw func()) {
	if d.current < 0 {
		d.fail("there is no page to draw on")
		return
	}
	d.fpdf.RawWriteStr("/Artifact" + begin)
	draw()
	d.fpdf.RawWriteStr("EMC")
}
