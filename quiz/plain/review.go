package plain

import (
	"fmt"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

const howToReview words.Text = "To change an answer, type its number. To see the result, type r. Then press Enter."

// review lists the answers until one is to be changed or the result shown.
func (d *Dialogue) review(s quiz.Session) (next quiz.Session, done bool, err error) {
	d.list(s)
	for {
		c, err := d.hear(false)
		if err != nil {
			return s, false, err
		}
		switch c.verb {
		case stop:
			return s, false, ErrEnded
		case result:
			return s, true, nil
		case back:
			return s.Back(), false, nil
		case help:
			d.list(s)
		case nothing:
			d.howReview()
		case numbers:
			if next := edit(s, c.numbers); !next.AtReview() {
				return next, false, nil
			}
			d.say(d.language.Sayf("Type one number from 1 to %d, or r for the result.", len(s.Asked())))
		default:
			d.say(sentence(d.language.Say("That cannot be done here."), d.language.Say(howToReview)))
		}
	}
}

func (d *Dialogue) list(s quiz.Session) {
	d.pause()
	d.speak("All questions are done. These are your answers.")
	for line, i := range s.Asked() {
		q := &s.Protocol().Questions[i]
		d.sayItem(fmt.Sprintf("%d. %s: %s", line+1, q.Label, d.answer(q, s.Answer(i))), "   ")
	}
	d.howReview()
}

func (d *Dialogue) howReview() {
	d.speak(howToReview)
	d.speak("Or type b for back to the last question, h for the list again, q to stop here.")
}

// edit goes to the question on this line of the list. Numbers that are no one
// line of it leave the session at the review.
func edit(s quiz.Session, numbers []int) quiz.Session {
	asked := s.Asked()
	if len(numbers) != 1 || numbers[0] < 1 || numbers[0] > len(asked) {
		return s
	}
	return s.Edit(asked[numbers[0]-1])
}
