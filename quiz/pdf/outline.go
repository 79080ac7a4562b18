package pdf

import "fmt"

// bookmark is an entry of the outline that viewers show beside the pages.
type bookmark struct {
	level int // from 0
	title string
	page  int // from 0
	y     float64
}

// Bookmark adds an entry to the outline, level 0 being the outermost. It leads
// to the height y of this page.
func (d *Document) Bookmark(level int, y float64, title string) {
	switch last := d.lastLevel(); {
	case d.current < 0:
		d.fail("there is no page to lead to")
	case level < 0 || level > last+1:
		d.fail("a bookmark of level %d follows level %d", level, last)
	default:
		d.bookmarks = append(d.bookmarks, bookmark{level: level, title: title, page: d.current, y: y})
	}
}

// lastLevel returns the level of the last bookmark, -1 where there is none.
func (d *Document) lastLevel() int {
	if len(d.bookmarks) == 0 {
		return -1
	}
	return d.bookmarks[len(d.bookmarks)-1].level
}

// node is a bookmark among the others, each by its place from 1; the outline
// itself is at 0.
type node struct {
	parent, prev, next, first, last int
	below                           int // at any depth
}

// writeOutline writes the bookmarks and returns the outline's entry in the
// catalog.
func (d *Document) writeOutline(o *objects) string {
	if len(d.bookmarks) == 0 {
		return ""
	}
	nodes := outline(d.bookmarks)
	root := o.reserve()
	for range d.bookmarks {
		o.reserve()
	}
	for i, n := range nodes {
		entries := fmt.Sprintf("/Type /Outlines /Count %d", n.below)
		if i > 0 {
			b := d.bookmarks[i-1]
			entries = fmt.Sprintf("/Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %.2f null]",
				textString(b.title), root+n.parent, pageObject(b.page), d.options.Paper.Height-b.y)
			if n.below > 0 {
				entries += fmt.Sprintf(" /Count %d", n.below)
			}
		}
		for _, to := range []struct {
			name string
			node int
		}{{"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if to.node > 0 {
				entries += fmt.Sprintf(" /%s %d 0 R", to.name, root+to.node)
			}
		}
		o.setf(root+i, "<<%s>>", entries)
	}
	return fmt.Sprintf(" /Outlines %d 0 R", root)
}

// outline ties the bookmarks to each other.
func outline(bookmarks []bookmark) []node {
	nodes := make([]node, len(bookmarks)+1)
	path := []int{0} // to the last bookmark
	for i, b := range bookmarks {
		me := i + 1
		path = path[:b.level+1]
		parent := path[b.level]
		if before := nodes[parent].last; before > 0 {
			nodes[me].prev, nodes[before].next = before, me
		} else {
			nodes[parent].first = me
		}
		nodes[me].parent, nodes[parent].last = parent, me
		for _, above := range path {
			nodes[above].below++
		}
		path = append(path, me)
	}
	return nodes
}
