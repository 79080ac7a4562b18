package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sync"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Paper is the size of a sheet, in points.
type Paper struct{ Width, Height float64 }

// The sheets of the world and of North America.
var (
	A4     = Paper{595.28, 841.89}
	Letter = Paper{612, 792}
)

// Options describe a document.
type Options struct {
	Paper   Paper
	Title   string    // shown by viewers in place of the file's name; must be given
	Lang    string    // of the text, such as "en"; must be given
	Creator string    // the program that drew it; may be empty
	Created time.Time // left out of the file when zero
}

// Box is a rectangle, in points from the top left corner of the page.
type Box struct{ X, Y, W, H float64 }

// Document is a document being drawn. It is for one goroutine.
type Document struct {
	options   Options
	fpdf      *fpdf.Fpdf
	root      *element
	open      []*element // from the root to where is drawn now
	pages     []page
	current   int   // page, from 0; -1 before the first
	set       Style // as fpdf has it now
	added     [len(faces)]bool
	deepest   int // level of the last heading
	bookmarks []bookmark
	rows      [256]bool // high bytes of the characters drawn
	eachPage  func(page, pages int)
	finishing bool // all drawing is decoration of finished pages
	err       error
	file      []byte
}

// page is what the tree of elements must know of a page.
type page struct {
	owners []*element // of its pieces of content, by their number
	links  []*link
}

var languageTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
})

// New starts a document without pages.
func New(o Options) *Document {
	d := &Document{options: o, current: -1, root: &element{role: root}}
	d.open = []*element{d.root}
	d.fpdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: o.Paper.Width, Ht: o.Paper.Height}})
	d.fpdf.SetAutoPageBreak(false, 0)
	d.fpdf.SetCatalogSort(true)
	d.fpdf.SetCreationDate(time.Unix(1, 0)) // not in the file, but fpdf would read the clock
	d.fpdf.SetModificationDate(time.Unix(1, 0))
	switch {
	case o.Title == "":
		d.fail("a document needs a title")
	case !languageTag().MatchString(o.Lang):
		d.fail("a document needs its language, such as \"en\"")
	case o.Paper.Width <= 0 || o.Paper.Height <= 0:
		d.fail("a document needs a size of paper")
	}
	return d
}

// AddPage goes on to a new page. Elements that are open go on there.
func (d *Document) AddPage() {
	if d.finishing {
		d.fail("the pages are all there")
		return
	}
	d.fpdf.AddPage()
	d.pages = append(d.pages, page{})
	d.current = len(d.pages) - 1
}

// Paper returns the size of the pages.
func (d *Document) Paper() Paper { return d.options.Paper }

// Pages returns how many pages there are so far.
func (d *Document) Pages() int { return len(d.pages) }

// EachPage sets what is drawn on every page once all are there: page numbers,
// running titles. It is decoration, outside the tree of elements.
func (d *Document) EachPage(draw func(page, pages int)) { d.eachPage = draw }

// Bytes ends the document and returns the file, or the first error there was.
func (d *Document) Bytes() ([]byte, error) {
	if d.file == nil && d.err == nil {
		d.finish()
	}
	if d.err != nil {
		return nil, d.err
	}
	return d.file, nil
}

// WriteTo ends the document and writes the file.
func (d *Document) WriteTo(w io.Writer) (int64, error) {
	file, err := d.Bytes()
	if err != nil {
		return 0, err
	}
	n, err := w.Write(file)
	return int64(n), err
}

func (d *Document) finish() {
	switch {
	case len(d.open) > 1:
		d.fail("%s is not ended", d.top().role)
	case len(d.pages) == 0:
		d.fail("there are no pages")
	}
	d.finishing = true
	for i := range d.pages {
		if d.eachPage == nil {
			break
		}
		d.fpdf.SetPage(i + 1)
		d.current, d.set = i, Style{}
		d.eachPage(i+1, len(d.pages))
	}
	if d.err != nil {
		return
	}
	var b bytes.Buffer
	if err := d.fpdf.Output(&b); err != nil {
		d.fail("%w", err)
		return
	}
	d.file, d.err = d.rewrite(b.Bytes())
}

var errPDF = errors.New("drawing a PDF")

// fail keeps the first error. No text of the document belongs in it.
func (d *Document) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%w, page %d: %w", errPDF, d.current+1, fmt.Errorf(format, args...))
	}
}
