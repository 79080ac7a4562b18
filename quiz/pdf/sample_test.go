package pdf_test

import (
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz/pdf"
)

var (
	created = time.Date(2026, 3, 14, 9, 26, 0, 0, time.UTC)
	title   = pdf.Style{Font: pdf.Bold, Size: 18}
	heading = pdf.Style{Font: pdf.Bold, Size: 13}
	strong  = pdf.Style{Font: pdf.Bold, Size: 10}
	body    = pdf.Style{Size: 10}
	options = pdf.Options{Paper: pdf.A4, Title: "Two pages (of tea)", Lang: "en", Creator: "pdf_test", Created: created}
)

// sample draws two pages with everything there is.
func sample() *pdf.Document {
	d := pdf.New(options)
	f := d.Flow(pdf.Box{X: 50, Y: 50, W: 495, H: 740})
	f.Heading(pdf.H1, title, "Tea, and how to make it", 30)
	d.Line(50, f.Y(), 545, f.Y(), 0.7)
	f.Move(8)
	f.Text(pdf.P, body, "Put water on. "+strings.Repeat("Wait for it (not \\ too long). ", 12)+"Ελληνικά, Русский, café, naïve, 日本語.")
	f.Move(8)
	facts(d, f)
	f.Move(8)
	f.Heading(pdf.H2, heading, "What you need", 30)
	d.Begin(pdf.Bullets)
	for range 4 {
		f.Item(body, "•", strings.Repeat("A pot, a cup and some leaves. ", 7), 12)
	}
	d.End()
	picture(d, f)
	f.Heading(pdf.H3, strong, "And more", 30)
	f.Text(pdf.P, body, strings.Repeat("The second page comes when the first is full. ", 100))
	d.EachPage(func(page, pages int) {
		d.Text(50, 820, body, fmt.Sprintf("Page %d of %d", page, pages))
	})
	return d
}

func facts(d *pdf.Document, f *pdf.Flow) {
	f.Heading(pdf.H2, heading, "Facts", 30)
	d.Begin(pdf.Table)
	d.Shade(pdf.Box{X: 50, Y: f.Y(), W: 495, H: body.Line()}, 0.9)
	f.Row(strong, body, "Water", "hot", 120)
	f.Row(strong, body, "A name that takes two lines here", "one", 120)
	f.Row(strong, body, "Time", strings.Repeat("three to five minutes, ", 20), 120)
	d.End()
}

func picture(d *pdf.Document, f *pdf.Flow) {
	f.Keep(100)
	y := f.Y() + 8
	d.BeginFigure("A pattern of squares", pdf.Box{X: 50, Y: y, W: 84, H: 84})
	d.Modules(50, y, 84, 21, func(c, r int) bool { return (c*r+c+r)%3 == 0 })
	d.End()
	d.Begin(pdf.P)
	d.Text(150, y+20, body, "Read more at ")
	d.BeginLink("https://example.org/tea?a=(1)&b=\\2")
	d.Text(150+body.Width("Read more at "), y+20, body, "example.org")
	d.End()
	d.End()
	d.Begin(pdf.Squares)
	d.Begin(pdf.LI)
	d.Begin(pdf.Lbl)
	d.Tick(150, y+40, 12, "☐")
	d.End()
	d.Begin(pdf.LBody)
	d.Text(170, y+50, body, "I had tea today")
	d.End()
	d.End()
	d.End()
	d.Frame(pdf.Box{X: 145, Y: y, W: 200, H: 84}, 0.7)
	f.Move(100)
}
