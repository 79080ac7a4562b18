package quiz

import (
	"slices"

	"scarcheck/rules"
)

// Position is all of a session that is worth keeping when the program ends:
// what is answered, which questions were met, and where the person stands.
// [Protocol.Restore] makes it a session again. Sensitive answers are never in
// it, and sensitive questions come back as not met.
//
// It speaks of questions by their places, so it is good for the protocol it
// was made with; package history puts it on paper in ids.
type Position struct {
	Answers Answers // one a question, those of closed branches as well
	Met     []bool  // one a question: answered, or passed over on purpose
	At      int     // the place of the question; len(Questions) is the review, -1 the first one not met
	Editing bool    // the question was reached from the review, and leads back there
}

// Position is where the session stands.
func (s Session) Position() Position {
	at := Position{Answers: slices.Clone(s.answers), Met: slices.Clone(s.seen), At: s.at, Editing: s.editing}
	for i := range at.Answers {
		if s.protocol.Questions[i].Sensitive {
			at.Answers[i], at.Met[i] = Answer{}, false
		}
	}
	return at
}

// Restore returns the session that stands at this position: at the same
// question, with the same answers and the same questions still to come, except
// for sensitive ones, which nobody has met yet. An answer that does not fit its
// question is left out as if never given. Where the question of the position is
// not asked, the session stands at the first one not met, or at the review if
// there is none.
func (p *Protocol) Restore(at Position) Session {
	s := p.Start()
	for i := range s.answers {
		if i < len(at.Met) {
			s.seen[i] = at.Met[i]
		}
		if i >= len(at.Answers) || at.Answers[i].State == Unanswered {
			continue
		}
		if fits := p.Questions[i].Check(at.Answers[i]) == nil; fits {
			s.answers[i], s.seen[i] = at.Answers[i], true
		} else {
			s.seen[i] = false
		}
	}
	s = s.look()
	if s.at = at.At; !s.stands() {
		s.at = s.unseen(0)
	}
	s.editing = at.Editing && !s.AtReview()
	return s
}

// stands reports whether the session is at the review or at a question that is
// asked.
func (s Session) stands() bool {
	return s.AtReview() || s.at >= 0 && s.at < len(s.asked) && s.asked[s.at] == rules.True
}
