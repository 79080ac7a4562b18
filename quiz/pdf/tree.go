package pdf

import (
	"fmt"
	"strings"
)

// writeTree writes the tree of elements and the links, and returns the number
// of the tree's root.
func (d *Document) writeTree(o *objects) int {
	tree := o.reserve()
	number(d.root, o)
	parents := d.parentsOfContent()
	key := len(d.pages)
	for i := range d.pages {
		for _, l := range d.pages[i].links {
			l.object, l.key = o.reserve(), key
			key++
			parents += fmt.Sprintf(" %d %d 0 R", l.key, l.element.object)
			d.writeLink(*o, l)
		}
	}
	d.writeElement(*o, d.root, tree)
	o.setf(tree, "<</Type /StructTreeRoot /K %d 0 R /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>",
		d.root.object, parents, key)
	return tree
}

// number gives each element its object.
func number(e *element, o *objects) {
	e.object = o.reserve()
	for _, k := range e.kids {
		if k.element != nil {
			number(k.element, o)
		}
	}
}

// parentsOfContent lists, for each page, the elements that its pieces of
// content belong to.
func (d *Document) parentsOfContent() string {
	var b strings.Builder
	for i, p := range d.pages {
		fmt.Fprintf(&b, " %d [", i)
		for _, owner := range p.owners {
			fmt.Fprintf(&b, " %d 0 R", owner.object)
		}
		b.WriteString("]")
	}
	return b.String()
}

func (d *Document) writeElement(o objects, e *element, parent int) {
	var kids strings.Builder
	for _, k := range e.kids {
		switch page := pageObject(k.page); {
		case k.element != nil:
			d.writeElement(o, k.element, e.object)
			fmt.Fprintf(&kids, " %d 0 R", k.element.object)
		case k.link != nil:
			fmt.Fprintf(&kids, " <</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", page, k.link.object)
		default:
			fmt.Fprintf(&kids, " <</Type /MCR /Pg %d 0 R /MCID %d>>", page, k.content)
		}
	}
	more := ""
	if attrs := roles[e.role].attrs + e.attrs; attrs != "" {
		more += " /A <<" + attrs + ">>"
	}
	if e.alt != "" {
		more += " /Alt " + textString(e.alt)
	}
	o.setf(e.object, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>", e.role, parent, more, kids.String())
}
