package report

import (
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/words"
)

// TextWidth is the width of the page as text: 80 columns fit any terminal,
// printer and message.
const TextWidth = 80

const (
	labelWidth = 20 // of the left column of facts
	indent     = "  "
	factColumn = len(indent) + labelWidth + 1
)

// TextLines is how many lines of text fit on a sheet of paper.
const TextLines = 60

// Text draws the summary as plain text, the page for the dermatologist first
// and behind a form feed the ones for the person.
func Text(w io.Writer, r *Report) error {
	d := r.Fit(func(d Detail) bool { return lines(doctorText(r, d)) <= TextLines })
	t := &textPage{width: TextWidth}
	t.line("\f" + t.rule())
	t.wrap(strings.ToUpper(r.Language.Say(ForYou)), "", "")
	t.sections(r.Person(d))
	_, err := io.WriteString(w, doctorText(r, d)+t.String())
	return err
}

// doctorText is the first page at this detail.
func doctorText(r *Report, d Detail) string {
	t := &textPage{width: TextWidth, tight: d.Tight()}
	t.head(r)
	t.sections(r.Doctor(d))
	t.code(r.Language, r.Text.Code)
	return t.String()
}

func (t *textPage) code(l words.Language, letters string) {
	if letters != "" {
		t.wrap(l.Say(Redraw)+" "+letters, indent, indent)
	}
}

// MostLines is how many lines the doctor's page as text can take, whatever is
// answered: at most TextLines, if the protocol's texts are short enough.
func MostLines(p *quiz.Protocol) int {
	if most := mostLines(p, Titles); most <= TextLines {
		return most
	}
	return mostLines(p, Least)
}

func mostLines(p *quiz.Protocol, d Detail) int {
	t := &textPage{width: TextWidth, tight: true}
	t.tallestHead(p)
	t.sections(Tallest(p, d, func(sections []Section) float64 {
		t := &textPage{width: TextWidth, tight: true}
		t.sections(sections)
		return float64(lines(t.String()))
	}))
	t.code(p.Language, code.Longest(p))
	return lines(t.String())
}

// tallestHead is the head of a page made on a day of whichever month makes it
// the tallest.
func (t *textPage) tallestHead(p *quiz.Protocol) {
	tallest := ""
	for _, day := range widestDays() {
		head := &textPage{width: t.width, tight: t.tight}
		head.head(&Report{Language: p.Language, AssessedAt: day.Format(time.RFC3339), Text: Words{Title: p.Title}})
		if lines(head.String()) > lines(tallest) {
			tallest = head.String()
		}
	}
	t.WriteString(tallest)
}

func lines(text string) int { return strings.Count(text, "\n") }

// Sections draws sections as plain text of this width, for line mode.
func Sections(sections []Section, width int) string {
	t := &textPage{width: width}
	t.sections(sections)
	return strings.TrimLeft(t.String(), "\n")
}

// Wrap breaks text into lines of at most width columns: the first behind
// first, the others behind rest. A word longer than a line is broken.
func Wrap(text, first, rest string, width int) []string {
	room := max(1, width-ansi.StringWidth(rest))
	lines := strings.Split(ansi.Wrap(text, room, ""), "\n")
	for i := range lines {
		lead := rest
		if i == 0 {
			lead = first
		}
		lines[i] = strings.TrimRight(lead+strings.TrimLeft(lines[i], " "), " ")
	}
	return lines
}

type textPage struct {
	strings.Builder
	width int
	tight bool // no empty lines
}

func (t *textPage) line(s string) { t.WriteString(s + "\n") }

func (t *textPage) rule() string { return strings.Repeat("-", t.width) }

func (t *textPage) wrap(text, first, rest string) {
	for _, line := range Wrap(text, first, rest, t.width) {
		t.line(line)
	}
}

func (t *textPage) head(r *Report) {
	l := r.Language
	title, date := strings.ToUpper(r.Text.Title), r.Date()
	if gap := t.width - ansi.StringWidth(title) - ansi.StringWidth(date); gap > 0 {
		t.line(title + strings.Repeat(" ", gap) + date)
	} else {
		t.wrap(title, "", "")
		t.wrap(date, "", "")
	}
	t.wrap(l.Say(Intro), "", "")
	if !t.tight {
		t.line("")
	}
	name, born := l.Say(NameLabel)+": ", l.Say(BornLabel)+": "
	const day = 14
	if room := t.width - ansi.StringWidth(name+"  "+born) - day; room > day {
		t.line(name + strings.Repeat("_", room) + "  " + born + strings.Repeat("_", day))
		return
	}
	t.blank(name)
	t.blank(born)
}

// blank is a line to write on behind its label.
func (t *textPage) blank(label string) {
	lines := Wrap(label, "", "", t.width-1)
	last := lines[len(lines)-1] + " "
	for _, line := range lines[:len(lines)-1] {
		t.line(line)
	}
	t.line(last + strings.Repeat("_", max(0, t.width-ansi.StringWidth(last))))
}

func (t *textPage) sections(sections []Section) {
	for i := range sections {
		t.section(&sections[i])
	}
}

func (t *textPage) section(s *Section) {
	title, blocks := strings.ToUpper(s.Title), s.Blocks
	switch first := &blocks[0]; {
	case !t.tight:
		t.line("")
		if title != "" {
			t.wrap(title, "", "")
		}
	case title == "":
	case first.Kind != Paragraph, s.ID == "facts":
		t.wrap(title, "", "")
	default: // the title leads the first block
		t.wrap(sentence(title, sentence(first.Label, first.Text)), "", indent)
		t.more(first)
		blocks = blocks[1:]
	}
	for i := range blocks {
		t.block(&blocks[i])
	}
}

func (t *textPage) block(b *Block) {
	switch b.Kind {
	case Paragraph:
		t.wrap(sentence(b.Label, b.Text), indent, indent)
	case Fact:
		t.beside(b.Label, b.Text)
	case Blank:
		room := t.width - factColumn
		if over := ansi.StringWidth(b.Label) - labelWidth; over > 0 && over < labelWidth {
			room -= over + 1
		}
		t.beside(b.Label, strings.Repeat("_", room))
		return
	case Group:
		t.wrap(b.Label+":", indent, indent)
	case Point:
		t.wrap(sentence(b.Label, b.Text), indent+"- ", indent+"  ")
	}
	t.more(b)
}

// beside sets a text in the right column, with its label in the left one. A
// label that is too long for that reaches into the first line of the text, and
// one that is longer than half a line stands above it.
func (t *textPage) beside(label, text string) {
	rest := strings.Repeat(" ", factColumn)
	over := ansi.StringWidth(label) - labelWidth
	switch {
	case over <= 0:
		t.wrap(text, indent+padded(label, labelWidth+1), rest)
	case over < labelWidth:
		lines := Wrap(strings.Repeat("x", over)+" "+text, "", rest, t.width)
		t.line(indent + label + lines[0][over:])
		for _, line := range lines[1:] {
			t.line(line)
		}
	default:
		t.wrap(label, indent, indent)
		t.wrap(text, rest, rest)
	}
}

// padded is a text with spaces behind it up to a width, at least one.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(1, width-ansi.StringWidth(text)))
}

func (t *textPage) more(b *Block) {
	for _, more := range b.More {
		t.wrap(more, indent+"  ", indent+"  ")
	}
}

// sentence joins a label and a text so that they read as one.
func sentence(label, text string) string {
	if label == "" || text == "" {
		return label + text
	}
	return lead(label) + " " + text
}

// lead is a label as it stands before a text: a sentence of its own.
func lead(label string) string {
	if strings.ContainsAny(label[len(label)-1:], ".?!:") {
		return label
	}
	return label + "."
}
