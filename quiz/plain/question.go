package plain

import (
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// question asks the current question until a line leads on from it.
func (d *Dialogue) question(s quiz.Session) (quiz.Session, error) {
	q := s.Question()
	d.prompt(s)
	for {
		c, err := d.hear(q.Kind == rules.Text)
		switch {
		case err != nil:
			return s, err
		case c.verb == stop:
			return s, ErrEnded
		case c.verb == other && d.changeable(s) && c.text == phrase(d.Other.Name):
			return s, ErrOther
		case c.verb == nothing:
			d.speak("An empty line is not an answer.")
			d.how(s)
		case c.verb == help:
			d.prompt(s)
		case c.verb == why:
			d.why(s)
			d.prompt(s)
		default:
			next, err := d.known.step(s, c)
			if err == nil {
				d.after(s, next)
				return next, nil
			}
			d.refuse(q, err)
		}
	}
}

// prompt says all that is needed to answer the current question.
func (d *Dialogue) prompt(s quiz.Session) {
	q := s.Question()
	number, of := s.Progress()
	d.pause()
	d.say(d.language.Sayf("Section: %s. Question %d of %d.", q.Section.Title, number, of))
	d.say(q.Text)
	if a := s.Current(); a.State != quiz.Unanswered {
		given := d.language.Sayf("Your answer so far: %s", d.answer(q, a))
		d.say(sentence(given, d.language.Sayf("To keep it, type %sk.", lead(q))))
	}
	d.say(q.Hint)
	for i, c := range q.Choices {
		line := sentence(d.language.Sayf("Choice %d: %s", i+1, c.Text), c.Detail)
		if c.Alone {
			line = sentence(line, d.language.Say("Not together with others."))
		}
		d.sayItem(line, "  ")
	}
	d.how(s)
}

// how says what can be typed.
func (d *Dialogue) how(s quiz.Session) {
	q := s.Question()
	d.say(d.howTo(q))
	commands := []words.Text{"d for don't know", "p for prefer not to say", "s for skip", "w for why we ask", "q to stop here"}
	switch number, _ := s.Progress(); {
	case s.Editing():
		commands = append([]words.Text{"b for back to the list of answers"}, commands...)
	case number > 1:
		commands = append([]words.Text{"b for back"}, commands...)
	}
	said := lead(q) + strings.Join(d.language.Each(commands...), ", "+lead(q))
	if q.Kind == rules.Text {
		d.say(d.language.Sayf("Or type a slash and a letter: %s.", said))
		return
	}
	d.say(d.language.Sayf("Or type %s.", said))
}

// howTo says how to answer a question of this kind.
func (d *Dialogue) howTo(q *quiz.Question) string {
	switch {
	case q.Kind == rules.One && len(q.Choices) == 2:
		return d.language.Say("Type 1 or 2, then press Enter.")
	case q.Kind == rules.One:
		return d.language.Sayf("Type one number from 1 to %d, then press Enter.", len(q.Choices))
	case q.Kind == rules.Many:
		return d.language.Say("Type the numbers of all that fit, with spaces between them, then press Enter.")
	default:
		return d.language.Sayf("Type your answer on one line of at most %d characters, then press Enter.", q.Max)
	}
}

// lead is what stands before a command's letter in this question.
func lead(q *quiz.Question) string {
	if q.Kind == rules.Text {
		return "/"
	}
	return ""
}

// why says why the current question is asked, on what grounds, and what its
// medical words mean.
func (d *Dialogue) why(s quiz.Session) {
	q := s.Question()
	d.pause()
	d.say(d.language.Sayf("Why we ask: %s", q.Why))
	for _, t := range s.Protocol().Terms(q) {
		d.say(d.language.Sayf("What %q means: %s", t.Term, t.Plain))
	}
	for _, id := range q.Sources {
		if source := s.Protocol().Guideline.Source(id); source != nil {
			d.say(d.language.Sayf("Source: %s", source.Title))
		}
	}
}

// secret stands for an answer that nobody shall read over a shoulder, or hear.
const secret words.Text = "answered, not saved and not printed"

// answer is an answer in words, for the person who gave it.
func (d *Dialogue) answer(q *quiz.Question, a quiz.Answer) string {
	switch {
	case a.State == quiz.Unanswered, a.State == quiz.PreferNot:
		return d.language.Say(a.State.Words())
	case q.Sensitive:
		return d.language.Say(secret)
	case a.State != quiz.Answered:
		return d.language.Say(a.State.Words())
	case q.Kind == rules.Text:
		return a.Text
	}
	return strings.Join(q.Words(a.Chosen), "; ")
}
