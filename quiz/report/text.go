package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
)

// TextWidth is the width of the page as text: 80 columns fit any terminal,
// printer and message.
const TextWidth = 80

const (
	labelWidth = 20 // of the left column of facts
	indent     = "  "
)

// TextLines is how many lines of text fit on a sheet of paper.
const TextLines = 60

// Text draws the summary as plain text, the page for the dermatologist first
// and behind a form feed the ones for the person.
func Text(w io.Writer, r *Report) error {
	d := r.Fit(func(d Detail) bool { return lines(doctorText(r, d)) <= TextLines })
	t := &textPage{width: TextWidth}
	t.line("\f" + t.rule())
	t.line(strings.ToUpper(ForYou))
	t.sections(r.Person(d))
	_, err := io.WriteString(w, doctorText(r, d)+t.String())
	return err
}

// doctorText is the first page at this detail.
func doctorText(r *Report, d Detail) string {
	t := &textPage{width: TextWidth, tight: d.Tight()}
	t.head(r)
	t.sections(r.Doctor(d))
	t.code(r.Text.Code)
	return t.String()
}

// mostCode is how many groups of letters a code has room for.
const mostCode = 20

func (t *textPage) code(letters string) {
	if letters != "" {
		t.wrap(CodeLabel+": "+letters, indent, indent)
	}
}

// MostLines is how many lines the doctor's page as text can take, whatever is
// answered: at most TextLines, if the protocol's texts are short enough.
func MostLines(p *quiz.Protocol) int {
	t := &textPage{width: TextWidth, tight: true}
	t.head(&Report{})
	t.sections(Tallest(p, func(sections []Section) float64 {
		t := &textPage{width: TextWidth, tight: true}
		t.sections(sections)
		return float64(lines(t.String()))
	}))
	t.code(strings.Repeat("XXXXX-", mostCode))
	return lines(t.String())
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
	title := strings.ToUpper(r.Text.Title)
	gap := max(1, t.width-ansi.StringWidth(title)-len(r.Date()))
	t.line(title + strings.Repeat(" ", gap) + r.Date())
	t.wrap(Intro, "", "")
	if !t.tight {
		t.line("")
	}
	name, born := NameLabel+": ", "  "+BornLabel+": "
	room := t.width - len(name) - len(born)
	t.line(name + strings.Repeat("_", room-14) + born + strings.Repeat("_", 14))
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
		t.wrap(b.Text, indent, indent)
	case Fact:
		label := fmt.Sprintf("%s%-*s ", indent, labelWidth, b.Label)
		t.wrap(b.Text, label, strings.Repeat(" ", len(indent)+labelWidth+1))
	case Blank:
		label := fmt.Sprintf("%s%-*s ", indent, labelWidth, b.Label)
		t.line(label + strings.Repeat("_", t.width-len(label)))
		return
	case Group:
		t.line(indent + b.Label + ":")
	case Point:
		t.wrap(sentence(b.Label, b.Text), indent+"- ", indent+"  ")
	}
	t.more(b)
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
