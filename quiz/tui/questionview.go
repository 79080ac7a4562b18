package tui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// leastBeside is how wide choices must stay when a drawing stands beside them.
const leastBeside = 56

// leastRoom is how many lines must be left for choices where the question stays
// in sight above them.
const leastRoom = 3

// gap stands between the choices and a drawing beside them.
const gap = 4

// settled returns the question with its frame drawn, and scrolled so that the
// pointer is in sight.
func (s question) settled() question {
	q := s.session.Question()
	c := s.canvas
	f := frame{title: q.Section.Title, offset: s.shown.offset, commands: s.allKeys()}
	f.right = progress(s.session, c.text()-ansi.StringWidth(f.title)-1)
	if s.note != "" {
		f.note = drawn(c.look.warning, "! "+s.note, c.text())
	}
	ask, head := s.head(q)
	if f.stay = ask; f.room(c) < leastRoom {
		f.stay, head = nil, append(ask, head...)
	}
	top, bottom := s.choices(&f, head)
	if f.offset = f.follow(c, top, bottom); s.peek {
		f.offset = 0
	}
	if beside := s.besideLines(); beside != nil {
		f.join(c, len(head), s.across()+gap, beside)
	}
	s.shown = f
	return s
}

// head is the question, and what stands between it and the choices.
func (s question) head(q *quiz.Question) (ask, head []string) {
	l, text := s.canvas.language, q.Text
	if q.Optional {
		text = l.Sayf("%s (optional)", text)
	}
	ask = drawn(s.canvas.look.strong, text, s.canvas.text())
	head = drawn(s.canvas.look.plain, q.Hint, s.across())
	switch given := s.session.Current(); given.State {
	case quiz.DontKnow, quiz.PreferNot:
		head = append(head, drawn(s.canvas.look.chosen, l.Sayf("Your answer so far: %s.", given.State.Words()), s.across())...)
	}
	return ask, append(head, "")
}

// choices adds the body: the head, and the field with details and drawings
// between its choices. It returns the lines that must be in sight.
func (s question) choices(f *frame, head []string) (top, bottom int) {
	blocks := s.field.blocks()
	if s.shape.kind == rules.Text {
		return s.box(f, head, blocks[0])
	}
	room := f.room(s.canvas)
	for _, how := range []detailing{all, pointed, pointedInWords, none} {
		body := head[:len(head):len(head)]
		for i, block := range blocks {
			start := len(body)
			body = append(append(body, block...), s.detail(i, how)...)
			if i == s.field.pointer() {
				top, bottom = start, len(body)
			}
		}
		if f.body = body; how == none || how == all && len(body) <= room || how != all && bottom-top <= room {
			break
		}
	}
	if s.field.pointer() == 0 && bottom <= room {
		top = 0 // at the first choice the head comes back into sight
	}
	return top, bottom
}

// detailing is how much is said of the choices, by the room there is.
type detailing uint8

const (
	all            detailing = iota // the details of all, the drawing of the one pointed at
	pointed                         // of the one pointed at only
	pointedInWords                  // of that one without its drawing
	none
)

// detail is what stands below choice i.
func (s question) detail(i int, how detailing) []string {
	choice := s.session.Question().Choices[i]
	here := i == s.field.pointer()
	if how == none || how != all && !here || choice.Drawing != "" && s.beside() {
		return nil
	}
	var lines []string
	if choice.Detail != "" {
		lines = shifted(drawn(s.canvas.look.plain, choice.Detail, s.across()-prefix), prefix)
	}
	if drawing := drawingLines(choice); here && how != pointedInWords && len(drawing) > 0 {
		by := min(prefix, s.across()-widest(drawing))
		if by >= 0 {
			lines = append(lines, shifted(drawing, by)...)
		}
	}
	return lines
}

// box adds the text field and says how much room is left in it.
func (s question) box(f *frame, head, lines []string) (top, bottom int) {
	used := utf8.RuneCountInString(s.field.text)
	top = len(head)
	f.body = append(append(head, lines...), s.canvas.language.Sayf("%d of %d letters used", used, s.shape.max))
	bottom = len(f.body)
	if bottom <= f.room(s.canvas) {
		top = 0
	}
	return top, bottom
}

// beside reports whether drawings stand beside the choices: where there is room
// in both directions.
func (s question) beside() bool {
	return s.picture > 0 && s.canvas.height >= tall && s.canvas.across() >= leastBeside+gap+s.picture
}

// across is the width of the choices.
func (s question) across() int {
	if s.beside() {
		return min(s.canvas.text(), s.canvas.across()-gap-s.picture)
	}
	return s.canvas.text()
}

// besideLines is the drawing of the choice pointed at, and what it shows in
// words.
func (s question) besideLines() []string {
	if !s.beside() {
		return nil
	}
	choice := s.session.Question().Choices[s.field.pointer()]
	if choice.Drawing == "" {
		return nil
	}
	return append(append(drawingLines(choice), ""), wrap(choice.Detail, s.picture)...)
}

// join draws lines to the right of the body's lines in sight, from column at,
// and beginning at line from where they all fit.
func (f *frame) join(c canvas, from, at int, lines []string) {
	room := f.room(c)
	first := f.offset + max(0, min(from-f.offset, room-len(lines)))
	for i, line := range lines[:min(len(lines), room)] {
		for first+i >= len(f.body) {
			f.body = append(f.body, "")
		}
		if line == "" {
			continue
		}
		left := &f.body[first+i]
		*left += strings.Repeat(" ", max(0, at-ansi.StringWidth(*left))) + line
	}
}

func drawingLines(c quiz.Choice) []string {
	if c.Drawing == "" {
		return nil
	}
	return strings.Split(c.Drawing, "\n")
}

func widest(lines []string) int {
	width := 0
	for _, line := range lines {
		width = max(width, ansi.StringWidth(line))
	}
	return width
}
