package draw

import (
	"strings"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
)

// How page.css lays out the doctor's page in print, in points.
const (
	sheetMargin = 36
	lineHeight  = 12.5
	fontSize    = 10
	labelColumn = 112 + 8 // of facts, with the gap
	itemIndent  = 9
	qrWidth     = 78
	headGap     = 12 // between the head's text and the picture
)

// reserve is the height that stays free, for browsers that round up.
const reserve = 9

// widest is more than any character takes, so that a line that ends within a
// word stays short by less.
const widest = 40

// narrow makes lines shorter than they are, for fonts that are a little wider.
const narrow = 0.995

// htmlSheet is the part of a sheet of paper within the margins: how wide it is,
// and how much of its height is left.
type htmlSheet struct{ width, room float64 }

func sheetOf(p Paper) htmlSheet {
	width, height := 595.28, 841.89
	if p == Letter {
		width, height = 612, 792
	}
	return htmlSheet{width - 2*sheetMargin, height - 2*sheetMargin - reserve}
}

// fits reports whether there is room for sections.
func (s htmlSheet) fits(sections []report.Section, l *layout) bool {
	return l.sections(sections, s.width) <= s.room
}

// head is the height of what stands above the sections.
func (s htmlSheet) head(r *report.Report, picture bool) float64 {
	width := s.width
	if picture {
		width -= qrWidth + headGap
	}
	title := pdf.Style{Font: pdf.Bold, Size: 18}
	height := 21*float64(lineCount(width, wordWidths(title, r.Text.Title))) + lineHeight +
		textHeight(width, pdf.Regular, r.Language.Say(report.Intro)) + 16
	if r.Text.Code != "" {
		letters := append([]string{r.Language.Say(report.Redraw)}, groups(r.Text.Code)...)
		height += 2 + textHeight(width, pdf.Bold, strings.Join(letters, " "))
	}
	if picture {
		height = max(height, qrWidth)
	}
	return height + 4 + 1.5
}

// layout is what differs between a page with room and a tight one. Space is
// given up before anything is left out.
type layout struct{ above, title, titleSize, titleBelow, item, boxX, boxY float64 }

var (
	loose = layout{above: 7, title: 14, titleSize: 11, titleBelow: 1 + .75 + 2, item: 1, boxX: 7 + 1.25, boxY: 4 + 1.25}
	tight = layout{above: 3, title: 13, titleSize: 11, titleBelow: .75 + 1, item: 0, boxX: 5 + 1.25, boxY: 1 + 1.25}
)

// boxed are the sections with a frame around them, and how much wider than the
// others' it is.
var boxed = map[string]float64{"care": 0, "notice": 0, "crisis": 3 - 1.25}

func (l *layout) sections(sections []report.Section, width float64) float64 {
	height := 0.0
	for i := range sections {
		height += l.section(&sections[i], width)
	}
	return height
}

func (l *layout) section(s *report.Section, width float64) float64 {
	height, below := l.above, l.titleBelow
	if wider, ok := boxed[s.ID]; ok {
		width -= 2 * (l.boxX + wider)
		height += 2 * (l.boxY + wider)
		below = 0
	}
	if s.Title != "" {
		style := pdf.Style{Font: pdf.Bold, Size: l.titleSize}
		height += l.title*float64(lineCount(width, wordWidths(style, s.Title))) + below
	}
	for i := range s.Blocks {
		height += l.block(&s.Blocks[i], width)
	}
	return height
}

func (l *layout) block(b *report.Block, width float64) float64 {
	below := 0.0
	switch b.Kind {
	case report.Blank:
		return l.item + max(15, 2.5+textHeight(labelColumn-8, pdf.Bold, b.Label))
	case report.Fact:
		return l.item + max(textHeight(labelColumn-8, pdf.Bold, b.Label), textHeight(width-labelColumn, pdf.Bold, b.Text))
	case report.Group:
		return textHeight(width, pdf.Bold, b.Label)
	case report.Point:
		width -= itemIndent
		below = l.item
	case report.Paragraph:
	}
	lead := wordWidths(pdf.Style{Font: pdf.Bold, Size: fontSize}, b.Lead())
	text := wordWidths(pdf.Style{Size: fontSize}, b.Text)
	height := below + lineHeight*float64(lineCount(width, append(lead, text...)))
	for _, more := range b.More {
		height += textHeight(width, pdf.Regular, more)
	}
	return height
}

func textHeight(width float64, font pdf.Font, text string) float64 {
	return lineHeight * float64(lineCount(width, wordWidths(pdf.Style{Font: font, Size: fontSize}, text)))
}

// word is the width of a word and of the space before it.
type word struct{ space, width float64 }

func wordWidths(style pdf.Style, text string) []word {
	space := style.Width(" ")
	var all []word
	for _, w := range strings.Fields(text) {
		all = append(all, word{space, style.Width(measurable(w))})
	}
	return all
}

// measurable puts two dashes in the place of each character that the font
// lacks: some other font has it, and hardly one makes it wider than that.
func measurable(text string) string {
	if _, missing := pdf.Drawable(text); !missing {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if shown, missing := pdf.Drawable(string(r)); missing {
			shown = "\u2014\u2014"
			b.WriteString(shown)
		} else {
			b.WriteString(shown)
		}
	}
	return b.String()
}

// lineCount is how many lines words take, broken as browsers do: at spaces, and
// where a word is longer than a line, within it.
func lineCount(width float64, words []word) int {
	width *= narrow
	count, used := 1, 0.0
	for i, w := range words {
		if i > 0 && used+w.space+w.width <= width {
			used += w.space + w.width
			continue
		}
		if i > 0 {
			count++
		}
		for used = w.width; used > width; count++ {
			used -= width - widest
		}
	}
	return count
}
