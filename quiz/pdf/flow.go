package pdf

// Flow is a pen that goes down columns and draws blocks below each other. Where
// a block does not fit it goes on in the next column, and after the last one on
// a new page. The columns are equally wide. A block with a shape of its own is
// drawn with [Flow.Keep], [Flow.Lines] and the methods of [Document].
type Flow struct {
	doc     *Document
	columns []Box
	at      int // of columns
	y       float64
}

// Flow starts at the top of the first column, on the page drawn on or, where
// there is none, on a new one. Later pages have the same columns.
func (d *Document) Flow(columns ...Box) *Flow {
	if d.current < 0 {
		d.AddPage()
	}
	return &Flow{doc: d, columns: columns, y: columns[0].Y}
}

// Document returns the document the pen draws in.
func (f *Flow) Document() *Document { return f.doc }

// Column returns the column the pen is in.
func (f *Flow) Column() Box { return f.columns[f.at] }

// Y returns where the top of the next block is.
func (f *Flow) Y() float64 { return f.y }

// Room returns how much of the column is left.
func (f *Flow) Room() float64 { return f.Column().Y + f.Column().H - f.y }

// Move moves the pen down, or up where by is negative. At the top of a column
// it stays: no column begins with a gap.
func (f *Flow) Move(by float64) {
	if f.y > f.Column().Y {
		f.y += by
	}
}

// Skip moves the pen down past what was drawn by other means.
func (f *Flow) Skip(height float64) { f.y += height }

// Next goes to the top of the next column, or of the first of a new page.
func (f *Flow) Next() {
	f.at++
	if f.at == len(f.columns) {
		f.at = 0
		f.doc.AddPage()
	}
	f.y = f.Column().Y
}

// Keep sees to it that a height stands in one column: it goes to the next where
// this one has not enough room, unless none has.
func (f *Flow) Keep(height float64) {
	if height > f.Room()+tolerance && f.y > f.Column().Y {
		f.Next()
	}
}

// tolerance is less than any printer shows and more than sums of points err.
const tolerance = 0.01

// Heading draws a heading and adds it to the outline. It stays with the height
// below that follows it.
func (f *Flow) Heading(role Role, s Style, text string, below float64) {
	f.Keep(s.Height(text, f.Column().W) + below)
	f.doc.Bookmark(max(0, min(roles[role].level-1, f.doc.lastLevel()+1)), f.y, text)
	f.Text(role, s, text)
}

// Text draws a text over the width of the column, as one element.
func (f *Flow) Text(role Role, s Style, text string) {
	lines := s.Wrap(text, f.Column().W)
	f.Keep(s.atLeast(lines))
	f.doc.Begin(role)
	f.Lines(0, s, lines)
	f.doc.End()
}

// Item draws an item of a list that is open: the label, and behind the indent
// the text.
func (f *Flow) Item(s Style, label, text string, indent float64) {
	f.named([3]Role{LI, Lbl, LBody}, s, s, label, text, indent)
}

// Row draws a row of two cells of a table that is open: its name, and behind
// the indent the text.
func (f *Flow) Row(head, s Style, label, text string, indent float64) {
	f.named([3]Role{TR, RowHeader, TD}, head, s, label, text, indent)
}

// named draws an element of two: a label, and behind the indent the text.
func (f *Flow) named(roles [3]Role, head, s Style, label, text string, indent float64) {
	labels, lines := head.Wrap(label, indent), s.Wrap(text, f.Column().W-indent)
	high := float64(len(labels)) * head.Line()
	f.Keep(max(high, s.atLeast(lines)))
	d, page, column, top := f.doc, f.doc.current, f.at, f.y
	d.Begin(roles[0])
	d.Begin(roles[1])
	d.Lines(f.Column().X, top+head.Baseline(), head, labels)
	d.End()
	d.Begin(roles[2])
	f.Lines(indent, s, lines)
	d.End()
	d.End()
	if d.current == page && f.at == column {
		f.y = max(f.y, top+high)
	}
}

// atLeast returns the height of the lines that stay in one column: all of a
// short text, the first two of a longer one.
func (s Style) atLeast(lines []string) float64 {
	n := len(lines)
	if n > 3 {
		n = 2
	}
	return float64(n) * s.Line()
}

// Lines draws lines, such as [Style.Wrap] returns, behind the indent as content
// of the element that is open, a piece in each column they reach.
func (f *Flow) Lines(indent float64, s Style, lines []string) {
	f.eachPiece(len(lines), s, func(first, end int) {
		f.doc.Lines(f.Column().X+indent, f.y+s.Baseline(), s, lines[first:end])
	})
}

// eachPiece goes down with so many lines, and has those drawn together that
// stand in the same column.
func (f *Flow) eachPiece(lines int, s Style, draw func(first, end int)) {
	for first := 0; first < lines; {
		n := min(lines-first, int((f.Room()+tolerance)/s.Line()))
		if n <= 0 && f.y == f.Column().Y {
			n = 1 // a column lower than a line: better over its end than never
		}
		if n > 0 {
			draw(first, first+n)
			f.y += float64(n) * s.Line()
			first += n
		}
		if first < lines {
			f.Next()
		}
	}
}
