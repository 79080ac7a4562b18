package rules

// Answer is what is known of one question, one bit a choice: Chosen holds the
// choices certainly made, Possible those that may have been made. They say
// apart the three cases that rules must never mix up:
//
//	answered        Chosen == Possible, not empty
//	open            Chosen != Possible (don't know, prefer not to say, left out)
//	does not apply  both empty: the question is ruled out by an earlier answer
//
// An open answer may still have certain choices: someone who says "I don't
// know" to what is on their skin certainly is not sure, and may have any of it.
type Answer struct {
	Chosen, Possible uint64
}

// Answers holds an answer to each question of a vocabulary, in its order. What
// stands at a question that is not asked is not looked at.
type Answers []Answer

func (a Answer) open() bool { return a.Chosen != a.Possible }

// facts are answers seen through the questions' own conditions: whether each
// is asked, and what the rules may take from it.
type facts struct {
	answers []Answer
	given   []Answer // as they were before it was looked at which are asked; for completion only
	asked   []Truth
	factors []Truth // nil: evaluate a factor's condition where it is named
	settled bool    // every question that applies counts as answered
}

func newFacts(questions int) facts {
	asked := make([]Truth, questions)
	for i := range asked {
		asked[i] = True
	}
	return facts{answers: make([]Answer, questions), asked: asked}
}

// see fills f from the answers given: a question ruled out does not apply, and
// one of which it is not known whether it is asked is open.
func (f *facts) see(v *Vocabulary, given []Answer) {
	for i := range v.questions {
		q := &v.questions[i]
		asked := True
		if q.AskIf != nil {
			asked = q.AskIf.eval(f)
		}
		f.asked[i] = asked
		switch asked {
		case True:
			f.answers[i] = given[i]
		case False:
			f.answers[i] = Answer{}
		default:
			f.answers[i] = q.Open()
		}
	}
}
