package form

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

const (
	width  = report.TextWidth
	margin = 4 // left of it stand the numbers
	stop   = 9 // boxes begin at every so many columns
	gap    = 2 // least columns between a text and the next box
	box    = "[ ] "
	arrow  = ">> "
)

// drawText draws the form as plain text, a form feed between pages. Between
// questions stand empty lines; where there is no room for all of them, only
// those between the sections stay, or else none.
func drawText(w io.Writer, p *quiz.Protocol, o Options) error {
	s := newSheet(p, o.Program)
	for _, apart := range []apart{betweenAll, betweenSections, betweenNone} {
		f := &textForm{s, apart}
		if short, ok := s.fit(f); ok {
			return f.write(w, short)
		}
	}
	return (&textForm{s, betweenAll}).write(w, nil)
}

// textForm is a way to lay out the form as text.
type textForm struct {
	*sheet
	apart apart
}

// apart is what an empty line stands between.
type apart uint8

const (
	betweenAll apart = iota
	betweenSections
	betweenNone
)

func (f *textForm) write(w io.Writer, short map[*block]bool) error {
	_, err := io.WriteString(w, strings.Join(f.paginate(short), "\f"))
	return err
}

func (f *textForm) height(b *block, short bool) float64 { return float64(len(f.block(b, short))) }

func (f *textForm) pages(short map[*block]bool) int { return len(f.paginate(short)) }

// paginate fills pages with whole blocks. A block longer than a page goes on
// over it.
func (f *textForm) paginate(short map[*block]bool) []string {
	var pages []string
	page := f.head()
	turn := func() {
		pages = append(pages, strings.Join(page, "\n")+"\n")
		page = f.nameLine(f.Sayf("%s, page %d", f.title, len(pages)+1))
	}
	put := func(lines []string, apart bool) {
		if !apart && len(page)+len(lines) <= report.TextLines {
			page = append(page, lines...)
			return
		}
		if len(page)+1+len(lines) > report.TextLines {
			turn()
		}
		page = append(append(page, ""), lines...)
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		put(f.block(b, short[b]), f.apart == betweenAll || f.apart == betweenSections && (b.section != "" || b.question == nil))
	}
	put(f.foot(), true)
	turn()
	return pages
}

func (f *textForm) head() []string {
	lines := append(f.nameLine(strings.ToUpper(f.title)), "")
	lines = append(lines, wrap(strings.Join(f.intro, " "), "")...)
	if f.urgent != "" {
		lines = append(lines, wrap(f.urgent, "!! ")...)
	}
	return lines
}

// leastName and mostName are how long a line for the name is behind a title.
const leastName, mostName = 13, 22

// nameLine is a title and, behind it or below, lines for the name and the date.
func (f *textForm) nameLine(title string) []string {
	name, date := f.Say(nameLabel)+" ", "  "+f.Say(dateLabel)+" "+strings.Repeat("_", 10)
	lines := wrap(title, "")
	last := &lines[len(lines)-1]
	room := width - ansi.StringWidth(*last+name+date)
	if line := min(room-gap, mostName); line >= leastName {
		*last += strings.Repeat(" ", room-line) + name + strings.Repeat("_", line) + date
		return lines
	}
	return append(lines, "", name+strings.Repeat("_", width-ansi.StringWidth(name+date))+date)
}

func (f *textForm) foot() []string { return append(wrap(f.end, ""), wrap(f.made, "")...) }

func (f *textForm) block(b *block, short bool) []string {
	if b.question == nil {
		return wrap(b.lead+" "+b.note, "   ")
	}
	var lines []string
	if g := b.gate; g != nil {
		lines = append(lines, wrap(whole(g.who)+" "+g.says+" "+whole(g.otherwise), arrow)...)
		for _, p := range g.list {
			lines = append(lines, wrap(p.text, strings.Repeat("  ", p.depth)+"   - ")...)
		}
	}
	q := b.question
	lines = append(lines, wrap(q.Text+" "+whole(f.Say(how(q))), fmt.Sprintf("%2d  ", b.number))...)
	if q.Kind == rules.Text {
		for range writeLines(q) {
			lines = append(lines, "", indented(strings.Repeat("_", width-margin)))
		}
	}
	var boxes rows
	for i := range q.Choices {
		boxes.add(letter(i)+" "+box, choiceWords(&q.Choices[i], short))
	}
	for _, line := range boxes.end(box + f.Say(dontKnow) + " " + box + f.Say(preferNot)) {
		lines = append(lines, indented(line))
	}
	return lines
}

func indented(line string) string { return strings.Repeat(" ", margin) + line }

// writeLines is how many lines there are to write a text on: one for a hundred
// characters, which is little, as there is little room.
func writeLines(q *quiz.Question) int { return max(2, min(6, q.Max/100)) }

// choiceWords are the words of a choice.
func choiceWords(c *quiz.Choice, short bool) string {
	if short {
		return c.Short
	}
	return c.Text
}

// rows are boxes with their texts side by side, each at a stop.
type rows struct {
	lines []string
	line  string
}

// add puts a box and its text at the next stop, or on a line of its own where
// the text is too long for the rest of this one.
func (r *rows) add(box, text string) {
	at := 0
	if r.line != "" {
		at = (ansi.StringWidth(r.line) + gap + stop - 1) / stop * stop
	}
	if at > 0 && at+ansi.StringWidth(box+text) > width-margin {
		r.turnIf(true)
		at = 0
	}
	lines := report.Wrap(text, box, strings.Repeat(" ", len(box)), width-margin)
	for _, line := range lines {
		r.turnIf(r.line != "" && at == 0)
		r.line += strings.Repeat(" ", at-ansi.StringWidth(r.line)) + line
	}
}

// turnIf begins a new line.
func (r *rows) turnIf(turn bool) {
	if turn {
		r.lines, r.line = append(r.lines, r.line), ""
	}
}

// end puts the ways not to answer at the right edge, always in the same place,
// and returns the lines.
func (r *rows) end(ways string) []string {
	at := width - margin - ansi.StringWidth(ways)
	r.turnIf(ansi.StringWidth(r.line) >= at)
	return append(r.lines, r.line+strings.Repeat(" ", at-ansi.StringWidth(r.line))+ways)
}

// wrap breaks a text into lines, the first behind a lead.
func wrap(text, lead string) []string {
	lines := report.Wrap(text, lead, strings.Repeat(" ", ansi.StringWidth(lead)), width)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], noBreak, " ")
	}
	return lines
}

// noBreak is a space at which wrap breaks no line.
const noBreak = "\u00a0"

// whole keeps words on one line.
func whole(text string) string { return strings.ReplaceAll(text, " ", noBreak) }
