package history

import (
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Schema names the form of a draft as JSON.
const Schema = "scarcheck.draft/1"

// AtReview is where a draft stands after the last question. No question has
// this id.
const AtReview = "(review)"

// Draft is an assessment that is not finished, as it is kept on paper: in ids
// and in the words that the person saw, so that another version of the
// protocol can tell what each answer still means. No sensitive question is in
// it.
type Draft struct {
	Protocol string         // "acne-scar@1"
	Hash     string         // of the protocol's files
	Language words.Language // of what the person saw
	SavedAt  time.Time      // to the second
	At       string         // the id of the question where the person stopped, or AtReview
	Editing  bool           // that question was reached from the review
	Met      []Met          // what was met so far, in the protocol's order
}

// Met is a question that a person met, as they saw it, and their answer.
type Met struct {
	Question string // its id
	Label    string // its short name
	Text     string
	Kind     string   // "one", "many" or "text"
	Offered  []string // kind "many": the texts of all choices, since those not made say "no"
	State    quiz.State
	Values   []string // if Answered: the ids of the choices, or the text
	Words    []string // if Answered: the choices in the words the person saw, or the text
}

// NewDraft is the draft of a session at this time. It holds nothing of
// sensitive questions, nor that the person stopped at one: it stands at the
// question before.
func NewDraft(s quiz.Session, now time.Time) *Draft {
	p, at := s.Protocol(), beforeSensitive(s).Position()
	d := &Draft{Protocol: p.Name(), Hash: p.Hash, Language: p.Language, SavedAt: now.Truncate(time.Second), At: AtReview, Editing: at.Editing}
	if at.At < len(p.Questions) {
		d.At = p.Questions[at.At].ID
	}
	for i, met := range at.Met {
		if met {
			d.Met = append(d.Met, meet(&p.Questions[i], at.Answers[i]))
		}
	}
	return d
}

// beforeSensitive goes back from a sensitive question to one that is none, or
// where there is none to the first one that is to come.
func beforeSensitive(s quiz.Session) quiz.Session {
	for !s.AtReview() && s.Question().Sensitive {
		here, _ := s.Progress()
		if s = s.Back(); s.AtReview() {
			break
		}
		if there, _ := s.Progress(); there == here {
			return s.Skip()
		}
	}
	return s
}

// meet is a question with an answer that fits it.
func meet(q *quiz.Question, a quiz.Answer) Met {
	m := Met{Question: q.ID, Label: quiz.Clean(q.Label), Text: quiz.Clean(q.Text), Kind: q.Kind.String(), State: a.State}
	if q.Kind == rules.Many {
		m.Offered = cleaned(q.Words(q.Open().Possible))
	}
	switch {
	case a.State != quiz.Answered:
	case q.Kind == rules.Text:
		m.Values, m.Words = []string{a.Text}, []string{a.Text}
	default:
		m.Values, m.Words = q.IDs(a.Chosen), cleaned(q.Words(a.Chosen))
	}
	return m
}

func cleaned(texts []string) []string {
	clean := make([]string, len(texts))
	for i, text := range texts {
		clean[i] = quiz.Clean(text)
	}
	return clean
}

// Answered is how many questions have an answer, "I don't know" and "I prefer
// not to say" being answers too.
func (d *Draft) Answered() int {
	n := 0
	for i := range d.Met {
		if d.Met[i].State != quiz.Unanswered {
			n++
		}
	}
	return n
}

// Age is how long ago the draft was saved, never less than nothing: clocks go
// backwards.
func (d *Draft) Age(now time.Time) time.Duration { return max(0, now.Sub(d.SavedAt)) }
