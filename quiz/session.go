package quiz

import (
	"slices"

	"scarcheck/rules"
)

// Session is where a person stands in the questionnaire. It is a value: every
// step returns a new session and leaves the old one as it was, so full screen,
// line mode and tests drive the same thing and can always go back.
//
// After the last question it stands at the review, where any answer can be
// edited. An edit that opens a question leads to that question; one that closes
// a branch takes its answers out of the result (and gives them back if the
// branch opens again).
type Session struct {
	protocol *Protocol
	answers  Answers
	seen     []bool // met once: answered, or passed over on purpose
	asked    []rules.Truth
	at       int  // len(questions) is the review
	editing  bool // came here from the review
}

// Protocol is the questionnaire of the session.
func (s Session) Protocol() *Protocol { return s.protocol }

// Question is the current question, nil at the review.
func (s Session) Question() *Question {
	if s.AtReview() {
		return nil
	}
	return &s.protocol.Questions[s.at]
}

// AtReview reports whether all questions are behind and the answers can be
// looked over.
func (s Session) AtReview() bool { return s.at == len(s.answers) }

// Editing reports whether the current question was reached from the review.
func (s Session) Editing() bool { return s.editing }

// Answer is the answer given to question i so far.
func (s Session) Answer(i int) Answer { return s.answers[i] }

// Current is the answer given to the current question so far.
func (s Session) Current() Answer {
	if s.AtReview() {
		return Answer{}
	}
	return s.answers[s.at]
}

// Asked lists the places of the questions that will be asked, as far as the
// answers so far tell.
func (s Session) Asked() []int {
	var asked []int
	for i, truth := range s.asked {
		if truth == rules.True {
			asked = append(asked, i)
		}
	}
	return asked
}

// Progress tells the number of the current question, from 1, and how many will
// be asked as far as is known. At the review the number is one more.
func (s Session) Progress() (number, of int) {
	number = 1
	for _, i := range s.Asked() {
		if i < s.at {
			number++
		}
		of++
	}
	return number, of
}

// Result is the answers to the questions that are asked; a closed branch
// leaves nothing in it.
func (s Session) Result() Answers {
	applied, _ := s.protocol.Apply(s.answers)
	return applied
}

// Crisis reports whether an answer calls for help right now, before anything
// else is said; the words are the guideline's Crisis.
func (s Session) Crisis() bool { return s.protocol.Crisis(s.answers) }

// Give answers the current question and moves on. An answer that does not fit
// the question is refused with one of the Err values, and the session stays
// where it was. Text is cleaned; blank text is a question skipped.
func (s Session) Give(a Answer) (Session, error) {
	q := s.Question()
	if q == nil {
		return s, nil
	}
	if q.Kind == rules.Text && a.State == Answered {
		if a.Text = Clean(a.Text); a.Text == "" {
			a = Answer{}
		}
	}
	if err := q.Check(a); err != nil {
		return s, err
	}
	s.answers = slices.Clone(s.answers)
	s.seen = slices.Clone(s.seen)
	s.answers[s.at] = a
	s.seen[s.at] = true
	return s.look().onward(), nil
}

// Skip leaves the current question unanswered and moves on.
func (s Session) Skip() Session { return s.must(Answer{}) }

// DontKnow answers the current question with "I don't know".
func (s Session) DontKnow() Session { return s.must(Answer{State: DontKnow}) }

// PreferNot answers the current question with "I prefer not to say".
func (s Session) PreferNot() Session { return s.must(Answer{State: PreferNot}) }

func (s Session) must(a Answer) Session {
	next, err := s.Give(a)
	if err != nil {
		panic(err) // an answer that is none always fits
	}
	return next
}

// Back returns to the question before, or to the review if an edit began
// there. It never asks for an answer first; at the first question it stays.
func (s Session) Back() Session {
	if s.editing {
		return s.review()
	}
	for i := s.at - 1; i >= 0; i-- {
		if s.asked[i] == rules.True {
			s.at = i
			break
		}
	}
	return s
}

// Edit goes from the review to question i; at another place, or for a question
// that is not asked, it stays.
func (s Session) Edit(i int) Session {
	if !s.AtReview() || s.asked[i] != rules.True {
		return s
	}
	s.at, s.editing = i, true
	return s
}

func (s Session) look() Session {
	s.asked = s.protocol.Asked(s.answers)
	return s
}

func (s Session) review() Session {
	s.at, s.editing = len(s.answers), false
	return s
}

// onward goes to the next question: after an edit only to those that the edit
// opened, which nobody has met yet.
func (s Session) onward() Session {
	if s.editing {
		if s.at = s.unseen(0); s.AtReview() {
			return s.review()
		}
		return s
	}
	for i := s.at + 1; i < len(s.asked); i++ {
		if s.asked[i] == rules.True {
			s.at = i
			return s
		}
	}
	return s.review()
}

// unseen finds the first question from here on that is asked and not yet met.
func (s Session) unseen(from int) int {
	for i := from; i < len(s.asked); i++ {
		if s.asked[i] == rules.True && !s.seen[i] {
			return i
		}
	}
	return len(s.asked)
}
