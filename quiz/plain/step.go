package plain

import (
	"errors"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// What cannot be done; quiz.Sentence makes it what the person is told.
var (
	errUnclear = words.New("that is not one of the choices")
	errLonger  = words.New("that line is too long")
	errSlash   = words.New("a slash starts a command, and there is no such command")
	errBare    = words.New("here a command needs a slash before it, such as /s for skip; if that is your answer, add a word to it")
	errFirst   = words.New("this is the first question")
	errNoneYet = words.New("there is no answer to keep yet")
)

// step does what a command asks for at a question, or says why it cannot.
func (v *vocabulary) step(s quiz.Session, c command) (quiz.Session, error) {
	switch c.verb {
	case numbers:
		return give(s, c.numbers)
	case text:
		return s.Give(quiz.Answer{State: quiz.Answered, Text: c.text})
	case dontKnow:
		return s.DontKnow(), nil
	case preferNot:
		return s.PreferNot(), nil
	case skip:
		return s.Skip(), nil
	case keep:
		if s.Current().State == quiz.Unanswered {
			return s, errNoneYet
		}
		return s.Give(s.Current())
	case back:
		if number, _ := s.Progress(); number == 1 && !s.Editing() {
			return s, errFirst
		}
		return s.Back(), nil
	case other:
		return give(s, v.spelled(s.Question(), c.text))
	case long:
		return s, errLonger
	case slash:
		return s, errSlash
	case bare:
		return s, errBare
	default:
		return s, errUnclear
	}
}

// give answers with the choices that have these numbers. Whether they fit the
// question is for the question to say.
func give(s quiz.Session, numbers []int) (quiz.Session, error) {
	a := quiz.Answer{State: quiz.Answered}
	for _, n := range numbers {
		if n < 1 || n > len(s.Question().Choices) {
			return s, quiz.ErrChoice
		}
		a.Chosen |= 1 << (n - 1)
	}
	if len(numbers) == 0 {
		return s, errUnclear
	}
	return s.Give(a)
}

// spelled finds the number of the choice that was typed in full, or by its id:
// whoever is asked about thoughts of hurting themselves and types "yes" must
// not be told to type a number.
func (v *vocabulary) spelled(q *quiz.Question, typed string) []int {
	for i, c := range q.Choices {
		if typed == phrase(c.Text) || v.isChoice(typed, c.ID) {
			return []int{i + 1}
		}
	}
	return nil
}

// refuse says what is wrong with a line and what to type instead. It never
// repeats the line.
func (d *Dialogue) refuse(q *quiz.Question, err error) {
	if errors.Is(err, quiz.ErrExcludes) {
		err = d.onlyAlone(q)
	}
	d.say(d.language.Sayf("%s %s Type %sh to get the question again.", quiz.Sentence(d.language, err), d.howTo(q), lead(q)))
}

// onlyAlone names the choices that exclude the others.
func (d *Dialogue) onlyAlone(q *quiz.Question) error {
	var alone []string
	for i, c := range q.Choices {
		if c.Alone {
			alone = append(alone, d.language.Sayf("choice %d", i+1))
		}
	}
	return words.Errorf("%s cannot stand with others; type it alone, or leave it out", d.language.Or(alone))
}

// after says what a step brought about, before the next prompt.
func (d *Dialogue) after(s, next quiz.Session) {
	asked := s.Question()
	if next.Crisis() && (!s.Crisis() || asked.Sensitive) {
		d.crisis(next)
	}
	if s.Editing() && next.Editing() {
		d.pause()
		d.speak("Your change brings up this question as well.")
	}
}
