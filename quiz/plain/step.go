package plain

import (
	"errors"
	"fmt"
	"strings"

	"scarcheck/quiz"
)

// What cannot be done; quiz.Sentence makes it what the person is told.
var (
	errUnclear = errors.New("that is not one of the choices")
	errLonger  = errors.New("that line is too long")
	errSlash   = errors.New("a slash starts a command, and there is no such command")
	errLone    = errors.New("here a command needs a slash before it, such as /s for skip, and an answer needs more than one letter")
	errFirst   = errors.New("this is the first question")
	errNoneYet = errors.New("there is no answer to keep yet")
)

// step does what a command asks for at a question, or says why it cannot.
func step(s quiz.Session, c command) (quiz.Session, error) {
	switch c.verb {
	case numbers:
		a, err := chosen(s.Question(), c.numbers)
		if err != nil {
			return s, err
		}
		return s.Give(a)
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
	case long:
		return s, errLonger
	case slash:
		return s, errSlash
	case lone:
		return s, errLone
	}
	return s, errUnclear
}

// chosen is the answer that these numbers make; whether it fits the question
// is for the question to say.
func chosen(q *quiz.Question, numbers []int) (quiz.Answer, error) {
	a := quiz.Answer{State: quiz.Answered}
	for _, n := range numbers {
		if n < 1 || n > len(q.Choices) {
			return a, quiz.ErrChoice
		}
		a.Chosen |= 1 << (n - 1)
	}
	return a, nil
}

// refuse says what is wrong with a line and what to type instead. It never
// repeats the line.
func (d *Dialogue) refuse(q *quiz.Question, err error) {
	if errors.Is(err, quiz.ErrExcludes) {
		err = onlyAlone(q)
	}
	d.say(fmt.Sprintf("%s %s Type %sh to hear the question again.", quiz.Sentence(err), howTo(q), lead(q)))
}

// onlyAlone names the choices that exclude the others.
func onlyAlone(q *quiz.Question) error {
	var alone []string
	for i, c := range q.Choices {
		if c.Alone {
			alone = append(alone, fmt.Sprintf("choice %d", i+1))
		}
	}
	return fmt.Errorf("%s cannot stand with others; type it alone, or leave it out", strings.Join(alone, " or "))
}

// after says what a step brought about, before the next prompt.
func (d *Dialogue) after(s, next quiz.Session) {
	asked := s.Question()
	if next.Crisis() && (!s.Crisis() || asked.Sensitive) {
		d.crisis(next)
	}
	if s.Editing() && next.Editing() {
		d.pause()
		d.say("That answer leads to one more question.")
	}
}
