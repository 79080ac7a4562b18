package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// question asks one question. It is made for where the session stands, and
// hands the answer to the root in a step.
type question struct {
	session quiz.Session
	canvas  canvas
	shape   shape
	start   draft // what to build the field from
	picture int   // width of the widest drawing, 0 if there is none
	field   *field
	aside   bool // kind Text: letters are keys, not text
	peek    bool // the head is in sight, not the pointer
	note    string
	shown   frame
}

// newQuestion is the screen for the current question. What was left unfinished
// there goes before the answer given.
func newQuestion(s quiz.Session, left draft, isLeft bool) question {
	q, given := s.Question(), s.Current()
	screen := question{session: s, shape: shape{kind: q.Kind, language: s.Protocol().Language, max: q.Max}, start: left}
	for _, c := range q.Choices {
		screen.shape.labels = append(screen.shape.labels, c.Text)
		screen.picture = max(screen.picture, widest(drawingLines(c)))
	}
	if q.Kind == rules.One && given.State == quiz.Answered {
		screen.shape.given = given.Chosen
	}
	if !isLeft {
		screen.start = draftOf(given)
	}
	return screen
}

func draftOf(a quiz.Answer) draft {
	if a.State != quiz.Answered {
		return draft{}
	}
	d := draft{chosen: a.Chosen, text: a.Text}
	if at := places(a.Chosen); len(at) > 0 {
		d.pointer = at[0]
	}
	return d
}

func (s question) fit(c canvas) screen {
	if s.field != nil {
		s.start = s.field.draft()
	}
	s.canvas = c
	s.shape.rows = textRows(c, s.shape.max)
	s.field = newField(s.shape, s.start, s.across(), c.look)
	if s.aside {
		s.field.blur()
	}
	s.shown.offset = 0
	return s.settled()
}

// textRows is how many lines to type in are in sight: enough for the whole
// text, where the window is tall.
func textRows(c canvas, letters int) int {
	if c.height < tall {
		return 3
	}
	return max(3, min(letters/(c.text()-2)+2, 8))
}

// draft is what would be lost without an answer.
func (s question) draft() draft {
	if s.field == nil {
		return s.start
	}
	return s.field.draft()
}

func (s question) update(msg tea.Msg) (screen, step) {
	s.note, s.peek = "", false
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if _, pasted := msg.(tea.PasteMsg); pasted && s.typing() {
			s.field.press(msg)
		}
		return s.settled(), nil
	}
	if act := s.command(pressed); act != nil {
		return s, act
	}
	switch {
	case s.asksWhy(pressed):
		return newWhy(s).fit(s.canvas), nil
	case key.Matches(pressed, keys.next):
		return s.submit()
	case s.shape.kind == rules.Text && key.Matches(pressed, keys.aside):
		s = s.stepAside()
	case s.shape.kind == rules.Many && key.Matches(pressed, keys.toggle):
		s.toggle(pressed)
	case s.atFirst() && key.Matches(pressed, keys.up):
		s.peek = true
	case s.shape.kind == rules.One && key.Matches(pressed, keys.toggle):
		s.note = s.canvas.language.Say("Press Enter to choose the answer that > points at.")
	case s.atLast() && key.Matches(pressed, keys.down):
		// in Huh v2.0.3 a Select would go round to the first choice, and a MultiSelect would not
	case s.shape.kind != rules.Text || s.typing():
		s.field.press(pressed)
	}
	return s.settled(), nil
}

func (s question) atFirst() bool { return s.shape.kind != rules.Text && s.field.pointer() == 0 }

func (s question) atLast() bool {
	return s.shape.kind != rules.Text && s.field.pointer() == len(s.shape.labels)-1
}

// typing reports whether letters are text.
func (s question) typing() bool { return s.shape.kind == rules.Text && !s.aside }

func (s question) asksWhy(pressed tea.KeyPressMsg) bool {
	if s.typing() {
		return key.Matches(pressed, keys.whyTyping)
	}
	return key.Matches(pressed, keys.why)
}

// command finds the keys that leave the question.
func (s question) command(pressed tea.KeyPressMsg) step {
	dontKnow, preferNot, skip, back := keys.dontKnow, keys.preferNot, keys.skip, keys.back
	if s.typing() {
		dontKnow, preferNot, skip, back = keys.dontKnowTyping, keys.preferNotTyping, keys.skipTyping, keys.backTyping
		if s.field.text == "" {
			back = keys.back
		}
	}
	switch {
	case key.Matches(pressed, dontKnow):
		return give(quiz.Answer{State: quiz.DontKnow})
	case key.Matches(pressed, preferNot):
		return give(quiz.Answer{State: quiz.PreferNot})
	case key.Matches(pressed, skip):
		return give(quiz.Answer{})
	case key.Matches(pressed, back):
		return goBack(s.draft())
	}
	return nil
}

// toggle lets Huh make the choice, and mends it where choices exclude each
// other, of which Huh v2.0.3 knows nothing.
func (s question) toggle(pressed tea.KeyPressMsg) {
	before := s.field.draft()
	want := s.session.Question().Toggle(before.chosen, 1<<before.pointer)
	s.field.press(pressed)
	if s.field.draft().chosen != want {
		s.field.set(want, s.across())
	}
}

func (s question) stepAside() question {
	s.aside = !s.aside
	if s.aside {
		s.field.blur()
	} else {
		s.field.focus()
	}
	return s
}

// submit checks before the field is finished: Huh v2.0.3 checks a MultiSelect
// before any key was pressed, and would show a fault where there is none yet.
func (s question) submit() (screen, step) {
	answer := s.answer()
	if err := s.session.Question().Check(answer); err != nil {
		s.note = quiz.Sentence(s.canvas.language, err)
		return s.settled(), nil
	}
	if !s.field.submit() {
		return s.settled(), nil
	}
	return s, give(s.answer())
}

// answer is what Enter would answer now. Blank text is a question skipped.
func (s question) answer() quiz.Answer {
	d := s.field.draft()
	switch s.shape.kind {
	case rules.Text:
		text := quiz.Clean(d.text)
		if text == "" {
			return quiz.Answer{}
		}
		return quiz.Answer{State: quiz.Answered, Text: text}
	case rules.One:
		return quiz.Answer{State: quiz.Answered, Chosen: 1 << d.pointer}
	default:
		return quiz.Answer{State: quiz.Answered, Chosen: d.chosen}
	}
}

// give answers the current question and shows what follows from it.
func give(a quiz.Answer) step {
	return func(m *model) tea.Cmd {
		asked, before := m.session.Question(), m.session.Crisis()
		session, err := m.session.Give(a)
		if err != nil { // the screen has checked it already
			return nil
		}
		delete(m.drafts, asked.ID)
		m.move(session)
		if session.Crisis() && !before {
			m.show(newCrisis(session))
			return nil
		}
		m.onward()
		return nil
	}
}

// goBack leaves the question without an answer. What was begun there is kept,
// unless an edit is called off.
func goBack(left draft) step {
	return func(m *model) tea.Cmd {
		if q := m.session.Question(); q != nil && !m.session.Editing() {
			m.drafts[q.ID] = left
		}
		before := m.session
		m.move(m.session.Back())
		if number, _ := before.Progress(); number == 1 && !before.Editing() {
			m.show(welcome{protocol: m.session.Protocol(), told: first(m.o)})
			return nil
		}
		m.onward()
		return nil
	}
}

// allKeys are the keys of this question.
func (s question) allKeys() commands {
	switch {
	case s.typing():
		return keys.forText()
	case s.shape.kind == rules.Text:
		return keys.forTextAside()
	case s.shape.kind == rules.Many:
		return keys.forMany()
	default:
		return keys.forOne()
	}
}

func (s question) frame() frame { return s.shown }

// progress is "Question 5 of 14 [####>---------]", or what of it fits.
func progress(s quiz.Session, room int) string {
	l := s.Protocol().Language
	if s.Editing() {
		return l.Say("Changing an answer")
	}
	number, of := s.Progress()
	bar := fmt.Sprintf(" [%s>%s]", strings.Repeat("#", number-1), strings.Repeat("-", max(0, of-number)))
	long, short := l.Sayf("Question %d of %d", number, of), l.Sayf("%d of %d", number, of)
	for _, text := range []string{long + bar, short + bar, long} {
		if ansi.StringWidth(text) <= room {
			return text
		}
	}
	return short
}
