package history

import (
	"slices"
	"unicode/utf8"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Carried is what became of earlier answers under the present protocol. Every
// answer is in exactly one of the lists; nothing is dropped in silence.
type Carried struct {
	Position quiz.Position // from here [quiz.Protocol.Restore] goes on
	Kept     []Outcome     // answers that mean the same now, in the protocol's order
	Again    []Outcome     // answers that may mean something else now: to be asked again, in the protocol's order
	Retired  []Outcome     // answers to questions that there are no longer, in the order they stood in
}

// Whole reports whether all answers were kept.
func (c *Carried) Whole() bool { return len(c.Again)+len(c.Retired) == 0 }

// Outcome is what became of one answer.
type Outcome struct {
	Question string   // its id
	Label    string   // its short name: the present one, or for Retired the one it had
	Words    []string // what was answered, in the words the person saw; nothing for NotSaved
	Why      Why      // Same in Kept, Gone in Retired
	Closed   bool     // in Kept: the other answers do not lead to this question now; it counts again if they do
}

// Why is the reason for an outcome.
type Why uint8

// The reasons.
const (
	Same       Why = iota // question and answer mean what they did
	Reworded              // the question has other words
	Retyped               // the question takes another kind of answer
	NoChoice              // a choice made is gone
	Rechoiced             // a choice made has other words
	MoreToPick            // there are choices the person did not see; not to have made them would be taken for a "no"
	Unfit                 // the answer does not fit any more: too long, or choices that now exclude each other
	NotSaved              // sensitive: the answer is not kept
	Gone                  // there is no such question
	Untold                // the question was asked in a language that nobody can compare it in
)

// Sentence says the reason to people, "" for Same.
func (w Why) Sentence() words.Text {
	return [...]words.Text{
		"",
		"The question has new words.",
		"The question now takes another kind of answer.",
		"A choice you made is no longer there.",
		"A choice you made has new words.",
		"There are new choices that you have not seen.",
		"Your answer does not fit the question any more.",
		"This answer is never saved.",
		"This is no longer asked.",
		"You saw it in another language, and its words may have changed.",
	}[w]
}

// Translations gives the protocol at hand in another language, or nil if it has
// no words in that one.
type Translations func(words.Language) *quiz.Protocol

// CarryDraft carries a draft over to a protocol. Under the protocol that it was
// made with everything is kept, and the position is where the person stopped.
// Under another one it is the first question not met, and all after it follow.
//
// Words are compared in the language that the person saw. Where p is in another,
// in is asked for it; in may be nil. If there are no words in it, a draft of
// this very protocol goes on by its ids, and all of another is asked again.
func CarryDraft(p *quiz.Protocol, d *Draft, in Translations) *Carried {
	c := carry(p, d.Met, compare(p, d.Language, d.Hash, in))
	if d.Hash == p.Hash && c.metAll(p, d.Met) {
		c.Position.Editing = d.Editing
		c.Position.At = len(p.Questions)
		if place, ok := p.Find(d.At); ok {
			c.Position.At = place
		}
	}
	return c
}

// metAll reports whether nothing that was met is to be met again, as some is
// where the words of a language were mended and the protocol is the same.
func (c *Carried) metAll(p *quiz.Protocol, met []Met) bool {
	return !slices.ContainsFunc(met, func(m Met) bool {
		place, ok := p.Find(m.Question)
		return !ok || !c.Position.Met[place]
	})
}

// CarryReport carries the answers of a saved assessment over to a protocol. The
// position is the first question not met, and once those are asked, the review:
// what was kept is not asked again one by one. A report does not tell which
// choices were offered, so MoreToPick is never the outcome. Words are compared as
// by CarryDraft.
func CarryReport(p *quiz.Protocol, r *report.Report, in Translations) *Carried {
	c := carry(p, told(r), compare(p, r.Language, r.Protocol.Hash, in))
	c.Position.Editing = true
	return c
}

// comparison is how to tell whether an answer means what it did.
type comparison struct {
	seen  *quiz.Protocol // the protocol now in the words of the language then; nil if there are none
	byIDs bool           // without words: it is the same protocol, so the same ids mean the same
}

func compare(p *quiz.Protocol, then words.Language, hash string, in Translations) comparison {
	if then == p.Language {
		return comparison{seen: p}
	}
	if in != nil {
		if seen := in(then); seen != nil && seen.Hash == p.Hash && seen.Language == then {
			return comparison{seen: seen}
		}
	}
	return comparison{byIDs: hash == p.Hash}
}

// answer is what was answered then as an answer to the question at this place
// now, if it means the same.
func (c *comparison) answer(q *quiz.Question, place int, m *Met) (quiz.Answer, Why) {
	switch {
	case c.seen != nil:
		return m.answer(q, &c.seen.Questions[place])
	case c.byIDs || q.Sensitive:
		return m.answer(q, nil)
	}
	return quiz.Answer{}, Untold
}

// told is what a report tells of the questions that were met. A question of
// which it holds the answer alone is one whose words nobody knows.
func told(r *report.Report) []Met {
	values := map[string]report.Answer{}
	for _, a := range r.Answers {
		values[a.Question] = a
	}
	var met []Met
	for _, q := range r.Text.Questions {
		a, ok := values[q.ID]
		delete(values, q.ID)
		m := Met{Question: q.ID, Label: q.Label, Text: q.Text, Kind: one, Words: q.Answer}
		switch {
		case q.Free:
			m.Kind = text
		case a.Many:
			m.Kind = many
		}
		if state, none := quiz.NoAnswer(q.State); none {
			m.State = state
		} else if ok && q.State == quiz.Answered.String() {
			m.State, m.Values = quiz.Answered, a.Values
		}
		met = append(met, m)
	}
	for _, a := range r.Answers {
		if _, left := values[a.Question]; left {
			met = append(met, Met{Question: a.Question, Label: a.Question, State: quiz.Answered, Values: a.Values, Words: a.Values})
		}
	}
	return met
}

// carry sorts what was met into what is kept and what is not.
func carry(p *quiz.Protocol, met []Met, by comparison) *Carried {
	n := len(p.Questions)
	c := &Carried{Position: quiz.Position{Answers: make(quiz.Answers, n), Met: make([]bool, n), At: -1}}
	places := map[string]int{}
	for i := range met {
		m := &met[i]
		place, ok := p.Find(m.Question)
		if !ok {
			c.Retired = m.outcome(c.Retired, p.Language, m.Label, Gone)
			continue
		}
		places[m.Question] = place
		q := &p.Questions[place]
		a, why := by.answer(q, place, m)
		if why != Same {
			c.Again = m.outcome(c.Again, p.Language, q.Label, why)
			continue
		}
		c.Position.Answers[place], c.Position.Met[place] = a, true
		c.Kept = m.outcome(c.Kept, p.Language, q.Label, Same)
	}
	asked := p.Asked(c.Position.Answers)
	for i := range c.Kept {
		c.Kept[i].Closed = asked[places[c.Kept[i].Question]] != rules.True
	}
	for _, list := range [][]Outcome{c.Kept, c.Again} {
		slices.SortStableFunc(list, func(a, b Outcome) int { return places[a.Question] - places[b.Question] })
	}
	return c
}

// outcome adds what became of an answer; a question passed over has none.
func (m *Met) outcome(list []Outcome, l words.Language, label string, why Why) []Outcome {
	if m.State == quiz.Unanswered {
		return list
	}
	o := Outcome{Question: m.Question, Label: quiz.Clean(label), Why: why}
	switch {
	case why == NotSaved:
	case m.State == quiz.Answered:
		o.Words = slices.Clone(m.Words)
	default:
		o.Words = []string{l.Say(m.State.Words())}
	}
	return append(list, o)
}

// answer is what was answered then as an answer to the question now, if it
// means the same. seen is the question now in the words of the language then; nil
// is not to look at words.
func (m *Met) answer(q, seen *quiz.Question) (quiz.Answer, Why) {
	a := quiz.Answer{State: m.State}
	switch {
	case q.Sensitive:
		return quiz.Answer{}, NotSaved
	case m.Text == "" || seen != nil && m.Text != quiz.Clean(seen.Text):
		return quiz.Answer{}, Reworded
	case m.State != quiz.Answered:
		return a, Same
	case m.Kind != q.Kind.String():
		return quiz.Answer{}, Retyped
	case q.Kind == rules.Text:
		if len(m.Values) != 1 || utf8.RuneCountInString(m.Values[0]) > q.Max || quiz.Clean(m.Values[0]) == "" {
			return quiz.Answer{}, Unfit
		}
		a.Text = quiz.Clean(m.Values[0])
		return a, Same
	}
	return m.choices(q, seen)
}

// choices are the choices made then as an answer now, if they mean the same.
func (m *Met) choices(q, seen *quiz.Question) (quiz.Answer, Why) {
	mask, err := q.Mask(m.Values...)
	if err != nil {
		return quiz.Answer{}, NoChoice
	}
	a := quiz.Answer{State: quiz.Answered, Chosen: mask}
	switch {
	case seen != nil && !m.saysTheSame(seen):
		return quiz.Answer{}, Rechoiced
	case q.Check(a) != nil:
		return quiz.Answer{}, Unfit
	case seen != nil && m.Offered != nil && !m.sawAll(seen):
		return quiz.Answer{}, MoreToPick
	}
	return a, Same
}

// sawAll reports whether the person saw every choice that there is.
func (m *Met) sawAll(seen *quiz.Question) bool {
	return !slices.ContainsFunc(seen.Choices, func(c quiz.Choice) bool {
		return !slices.Contains(m.Offered, quiz.Clean(c.Text))
	})
}

// saysTheSame reports whether each choice made has the words it had. Their
// order is free.
func (m *Met) saysTheSame(q *quiz.Question) bool {
	if len(m.Words) != len(m.Values) {
		return false
	}
	for i, id := range m.Values {
		at := slices.IndexFunc(q.Choices, func(c quiz.Choice) bool { return c.ID == id })
		if at < 0 || quiz.Clean(q.Choices[at].Text) != m.Words[i] {
			return false
		}
	}
	return true
}
