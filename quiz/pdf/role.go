package pdf

import "slices"

// Role says what an element is: a name from the standard structure of PDF 1.7
// (ISO 32000-1, 14.8.4), with what it needs to be complete.
type Role int

// The roles.
const (
	Sect Role = iota // a part of the document with its heading
	H1
	H2
	H3
	P
	Span // a part of a line

	List    // of items without labels
	Bullets // a list whose labels are bullets
	Numbers // a list whose labels are numbers
	Squares // a list whose labels are boxes to tick
	LI      // an item of a list
	Lbl     // the label of an item
	LBody   // the text of an item

	Table
	TR
	RowHeader    // the cell that names its row
	ColumnHeader // the cell that names its column
	TD

	figure
	linked
	root
)

// kind tells what may stand in what.
type kind int

const (
	block  kind = iota // stands for itself
	inline             // a part of a text
	item
	part // of an item
	row
	cell
)

var roles = [...]struct {
	tag   string
	kind  kind
	text  bool   // holds text
	holds []kind // which elements it holds
	attrs string
	level int // of a heading
}{
	Sect:         {tag: "Sect", holds: []kind{block}},
	H1:           {tag: "H1", text: true, holds: []kind{inline}, level: 1},
	H2:           {tag: "H2", text: true, holds: []kind{inline}, level: 2},
	H3:           {tag: "H3", text: true, holds: []kind{inline}, level: 3},
	P:            {tag: "P", text: true, holds: []kind{inline}},
	Span:         {tag: "Span", kind: inline, text: true, holds: []kind{inline}},
	List:         {tag: "L", holds: []kind{item}},
	Bullets:      {tag: "L", holds: []kind{item}, attrs: "/O /List /ListNumbering /Disc"},
	Numbers:      {tag: "L", holds: []kind{item}, attrs: "/O /List /ListNumbering /Decimal"},
	Squares:      {tag: "L", holds: []kind{item}, attrs: "/O /List /ListNumbering /Square"},
	LI:           {tag: "LI", kind: item, holds: []kind{part}},
	Lbl:          {tag: "Lbl", kind: part, text: true, holds: []kind{inline}},
	LBody:        {tag: "LBody", kind: part, text: true, holds: []kind{block, inline}},
	Table:        {tag: "Table", holds: []kind{row}},
	TR:           {tag: "TR", kind: row, holds: []kind{cell}},
	RowHeader:    {tag: "TH", kind: cell, text: true, holds: []kind{block, inline}, attrs: "/O /Table /Scope /Row"},
	ColumnHeader: {tag: "TH", kind: cell, text: true, holds: []kind{block, inline}, attrs: "/O /Table /Scope /Column"},
	TD:           {tag: "TD", kind: cell, text: true, holds: []kind{block, inline}},
	figure:       {tag: "Figure", text: true, holds: []kind{inline}},
	linked:       {tag: "Link", kind: inline, text: true, holds: []kind{inline}},
	root:         {tag: "Document", holds: []kind{block}},
}

// String returns the name of the role as it stands in the file.
func (r Role) String() string { return roles[r].tag }

// mayHold reports whether an element may stand in another.
func (r Role) mayHold(other Role) bool { return slices.Contains(roles[r].holds, roles[other].kind) }
