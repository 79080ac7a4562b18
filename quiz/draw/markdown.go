package draw

import (
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"scarcheck/quiz/report"
)

// drawMarkdown draws the report as CommonMark that reads as well where it is
// not rendered: short lines, headings and lists, no tables and no HTML. There
// are no pages to fit, so everything is told in full.
func drawMarkdown(w io.Writer, r *report.Report, _ Options) error {
	l, m := r.Language, &markdown{}
	m.heading(1, r.Text.Title)
	m.paragraph(escaped(r.Date()))
	m.paragraph(escaped(l.Say(report.Intro)))
	m.list(headBlanks(l))
	if r.Text.Code != "" {
		m.paragraph(escaped(l.Say(report.Redraw) + " " + r.Text.Code))
	}
	m.sections(2, r.Doctor(report.Full))
	m.WriteString("\n---\n")
	m.heading(2, l.Say(report.ForYou))
	m.sections(3, r.Person(report.Full))
	_, err := io.WriteString(w, m.String())
	return err
}

// markdownWidth is where lines end, as far as their words let them.
const markdownWidth = 76

// toFillIn is a line to write on. Between spaces, underscores are no markup.
const toFillIn = "____________________"

type markdown struct{ strings.Builder }

func (m *markdown) sections(level int, sections []report.Section) {
	for i := range sections {
		if s := &sections[i]; s.Title != "" {
			m.heading(level, s.Title)
		}
		for _, run := range runs(sections[i].Blocks) {
			m.run(level+1, run)
		}
	}
}

func (m *markdown) run(level int, run []report.Block) {
	switch first := &run[0]; first.Kind {
	case report.Group:
		m.heading(level, first.Label)
	case report.Paragraph:
		m.paragraph(labelled(first.Lead(), first.Text))
		for _, more := range first.More {
			m.paragraph(escaped(more))
		}
	case report.Fact, report.Point, report.Blank:
		m.list(run)
	}
}

// heading is one line, whatever its length.
func (m *markdown) heading(level int, title string) {
	m.blank()
	m.WriteString(strings.Repeat("#", level) + " " + escaped(title) + "\n")
}

func (m *markdown) paragraph(text string) {
	m.blank()
	m.wrap(text, "", "")
}

// blank parts what follows from what stands there.
func (m *markdown) blank() {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
}

func (m *markdown) list(run []report.Block) {
	m.blank()
	for i := range run {
		switch b := &run[i]; b.Kind {
		case report.Fact:
			m.wrap(labelled(b.Label+":", b.Text), "- ", "  ")
		case report.Blank:
			m.wrap(labelled(b.Label+":", "")+" "+toFillIn, "- ", "  ")
		default:
			m.wrap(labelled(b.Lead(), b.Text), "- ", "  ")
		}
		for _, more := range run[i].More {
			m.wrap(escaped(more), "  - ", "    ")
		}
	}
}

// labelled is a label in bold and the text that follows it. A label without a
// character would be asterisks alone.
func labelled(label, text string) string {
	label, text = escaped(label), escaped(text)
	if label == "" {
		return text
	}
	return strings.TrimSpace("**" + label + "** " + text)
}

// wrap breaks escaped text into lines between words only: a break within a
// word would part a backslash from what it escapes, and show as a space.
func (m *markdown) wrap(text, first, rest string) {
	line, width := first, utf8.RuneCountInString(first)
	start := true
	for word := range strings.FieldsSeq(text) {
		size := utf8.RuneCountInString(word)
		switch {
		case start:
			word = atStart(word)
		case width+1+size > markdownWidth:
			m.WriteString(line + "\n")
			line, width, word = rest, len(rest), atStart(word)
		default:
			line, width = line+" ", width+1
		}
		line, width, start = line+word, width+size, false
	}
	m.WriteString(line + "\n")
}

// special are the signs that mean something anywhere in a text, to CommonMark
// or to what is added to it where people write: links, mentions, formulas.
var special = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("[\\\\`*_\\[\\]<>#|~$@]" +
		`|&[#0-9A-Za-z]` + // a character by its name
		`|://|(?i:\bwww)\.|(?i:\b(?:mailto|xmpp)):`) // an address that becomes a link
})

// escaped is text that is shown as it stands: its white space single spaces,
// and a backslash before every sign that would be markup.
func escaped(text string) string {
	return special().ReplaceAllStringFunc(strings.Join(strings.Fields(text), " "), func(s string) string {
		if at := strings.IndexAny(s, ".:"); at > 0 {
			return s[:at] + `\` + s[at:]
		}
		return `\` + s
	})
}

// opening is what means something where a line starts with it: an entry of a
// list, a line under a heading or in a table.
var opening = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[-+]|=+|:?-+:?|([0-9]{1,9})[.)])$`)
})

// atStart is a word as it stands at the start of a line.
func atStart(word string) string {
	at := opening().FindStringSubmatchIndex(word)
	switch {
	case at == nil:
		return word
	case at[2] >= 0: // a number: the sign behind it
		return word[:at[3]] + `\` + word[at[3]:]
	}
	return `\` + word
}
