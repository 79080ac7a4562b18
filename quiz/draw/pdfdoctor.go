package draw

import (
	"slices"
	"sort"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
)

// pdfLoose is the look of the doctor's page where there is room for all, and
// pdfDense the one where there is none to spare.
var (
	pdfLoose = pdfLook{
		body:  pdf.Style{Size: 11, Leading: 14.4},
		h1:    pdf.Style{Font: pdf.Bold, Size: 24, Leading: 28},
		h2:    pdf.Style{Font: pdf.Bold, Size: 13, Leading: 16},
		h3:    pdf.Style{Font: pdf.Bold, Size: 11, Leading: 14.4},
		above: 13, below: 3, apart: 3, group: 6, label: 118, indent: 15, blank: 29, pad: 10,
	}
	pdfDense = pdfLook{
		body:  pdf.Style{Size: 10, Leading: 11.5},
		h1:    pdf.Style{Font: pdf.Bold, Size: 18, Leading: 21},
		h2:    pdf.Style{Font: pdf.Bold, Size: 11, Leading: 13},
		h3:    pdf.Style{Font: pdf.Bold, Size: 10, Leading: 11.5},
		above: 2, label: 106, indent: 12, blank: 19, pad: 4,
	}
)

// mostAir is the air of pdfLoose. A page that is not tight has some.
const (
	mostAir  = 10
	someAir  = 1
	ruledAir = 3 // rules need more than that
)

// pdfAired is a look between the two, pdfDense with no air.
func pdfAired(air int) pdfLook {
	mix := func(dense, loose float64) float64 { return dense + (loose-dense)*float64(air)/mostAir }
	style := func(dense, loose pdf.Style) pdf.Style {
		return pdf.Style{Font: dense.Font, Size: mix(dense.Size, loose.Size), Leading: mix(dense.Leading, loose.Leading)}
	}
	a, b := &pdfDense, &pdfLoose
	return pdfLook{
		style(a.body, b.body), style(a.h1, b.h1), style(a.h2, b.h2), style(a.h3, b.h3),
		mix(a.above, b.above), mix(a.below, b.below), mix(a.apart, b.apart), mix(a.group, b.group),
		mix(a.label, b.label), mix(a.indent, b.indent), mix(a.blank, b.blank), mix(a.pad, b.pad), air > ruledAir,
	}
}

// leastAir is the air that a page of this detail has at least.
func leastAir(d report.Detail) int {
	if d.Tight() {
		return 0
	}
	return someAir
}

// fits reports whether the doctor's page fits on its sheet at this detail.
func (p *pdfPage) fits(d report.Detail) bool {
	return p.doctor(d, leastAir(d)).height() <= p.column(0).H
}

// airiest sets the doctor's page with as much air as there is room for.
func (p *pdfPage) airiest(d report.Detail) pdfPieces {
	least := leastAir(d)
	tooMuch := sort.Search(mostAir-least, func(i int) bool { return p.doctor(d, least+1+i).height() > p.column(0).H })
	return p.doctor(d, least+tooMuch)
}

func (p *pdfPage) drawDoctor(doc *pdf.Document, d report.Detail) {
	p.airiest(d).within(pdf.Sect).draw(doc.Flow(p.column(0)))
}

// doctor sets the doctor's page.
func (p *pdfPage) doctor(d report.Detail, air int) pdfPieces {
	s := &pdfSetter{pdfAired(air), p.column(0).W}
	return slices.Concat(p.head(s), p.doctorSections(s, p.report.Doctor(d)), p.lack(s))
}

func (p *pdfPage) doctorSections(s *pdfSetter, sections []report.Section) (set pdfPieces) {
	for i := range sections {
		set = append(set, p.doctorSection(s, &sections[i])...)
	}
	return set
}

// doctorSection sets a section of the doctor's page.
func (p *pdfPage) doctorSection(s *pdfSetter, section *report.Section) pdfPieces {
	set := p.section(s, section)
	if section.Title != "" && s.rules && !pdfFramed(section) {
		set = slices.Insert(set, 2, rule(3, 0.8))
	}
	return set
}

// pdfFramed reports whether a section must be seen before all others.
func pdfFramed(section *report.Section) bool {
	return section.ID == "care" || section.ID == "crisis" || section.ID == "notice"
}

// section sets a section, in a frame where it must be seen first.
func (p *pdfPage) section(s *pdfSetter, section *report.Section) pdfPieces {
	if !pdfFramed(section) {
		return s.section(section)
	}
	inner := &pdfSetter{s.pdfLook, s.width - 2*s.pad - 4}
	inner.above = 0
	return p.framed(s, section.ID == "care", inner.section(section))
}

// section sets a heading and what stands under it.
func (s *pdfSetter) section(section *report.Section) (set pdfPieces) {
	below := s.blocks(section.ID, section.Blocks)
	if section.Title != "" {
		set = s.heading(pdf.H2, s.h2, section.Title, min(below.height(), 4*s.body.Line()))
	}
	return append(set, below...)
}

// framed puts pieces in a frame, or behind a thick bar. What is higher than a
// page, which only a report changed by hand can be, goes without.
func (p *pdfPage) framed(s *pdfSetter, frame bool, inner pdfPieces) pdfPieces {
	height := inner.height() + 2*s.pad - s.apart
	if height > p.column(0).H {
		return inner
	}
	return pdfPieces{gap(s.above), {height, func(f *pdf.Flow) {
		f.Keep(height)
		box, d := f.Column(), f.Document()
		box.Y, box.H = f.Y(), height
		left := box.X + s.pad + 2
		if frame {
			d.Frame(box, 1.4)
		} else {
			d.Line(box.X+2, box.Y, box.X+2, box.Y+box.H, 4)
			left += 2
		}
		inner.draw(d.Flow(pdf.Box{X: left, Y: box.Y + s.pad, W: box.W - 2*s.pad - 4, H: height}))
		f.Skip(height)
	}}, gap(s.above / 2)}
}

// head sets the title, the lines for the name, and beside them the code.
func (p *pdfPage) head(s *pdfSetter) pdfPieces {
	l, c := p.report.Language, p.code(s)
	left := &pdfSetter{s.pdfLook, s.width}
	if c != nil {
		left.width -= c.width + 20
	}
	left.above, left.below = 0, 0
	set := left.heading(pdf.H1, s.h1, p.title(), 0)
	set = append(set, left.paragraph([]pdf.Run{{Text: p.report.Date(), Font: pdf.Bold}}), gap(s.pad/2))
	set = append(set, left.paragraph([]pdf.Run{{Text: l.Say(report.Intro)}}))
	name, born := l.Say(report.NameLabel), l.Say(report.BornLabel)
	left.label = max(78, left.blankLabel(name), left.blankLabel(born))
	lines := pdfPieces{left.blankRow(name), left.blankRow(born)}
	set = append(set, lines.within(pdf.Table)...)
	switch height := set.height(); {
	case c != nil && height <= p.column(0).H/2:
		return p.beside(set, c, max(height, c.height))
	case p.report.Text.Code != "":
		set = append(set, s.paragraph([]pdf.Run{{Text: l.Say(report.Redraw) + " " + p.report.Text.Code}}))
	}
	return set
}

// beside sets the head with the code to its right.
func (p *pdfPage) beside(left pdfPieces, c *pdfCode, height float64) pdfPieces {
	return pdfPieces{{height, func(f *pdf.Flow) {
		box := f.Column()
		left.draw(f.Document().Flow(pdf.Box{X: box.X, Y: f.Y(), W: box.W - c.width - 20, H: height + 1}))
		c.draw(f.Document(), box.X+box.W-c.width, f.Y())
		f.Skip(height)
	}}}
}

// lack says on the page what its fonts lack.
func (p *pdfPage) lack(s *pdfSetter) pdfPieces {
	if !p.lacking {
		return nil
	}
	return pdfPieces{s.paragraph([]pdf.Run{{Text: p.report.Language.Sayf("Letters that cannot be shown here are marked %s.", pdf.Missing)}})}
}
