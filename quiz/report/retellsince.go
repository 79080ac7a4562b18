package report

import (
	"scarcheck/quiz"
	"scarcheck/rules"
)

// retold are the changes in the language of p, or nil where they cannot be told
// so. r is the report they are of.
func (s *Since) retold(r *Report, p *quiz.Protocol) *Since {
	if r.Language == p.Language {
		return s
	}
	if s.OtherProtocol {
		return nil
	}
	told := &Since{AssessedAt: s.AssessedAt, Answers: []AnswerChange{}}
	for i := range s.Answers {
		change, ok := s.Answers[i].retold(p)
		if !ok {
			return nil
		}
		told.Answers = append(told.Answers, change)
	}
	if s.Care != nil {
		was, ok := advised(p, s.Care.Was)
		now, known := advised(p, s.Care.Now)
		if !ok || !known {
			return nil
		}
		told.Care = otherAdvice(was, now)
	}
	return told
}

// advised is the advice of a level of care, by its title.
func advised(p *quiz.Protocol, level string) (Care, bool) {
	for _, l := range p.Guideline.Levels {
		if l.ID == level {
			return Care{Level: level, Title: l.Advice.Title}, true
		}
	}
	return Care{Level: level, Title: p.Guideline.Undecided.Title}, level == rules.Undecided
}

func (a *AnswerChange) retold(p *quiz.Protocol) (AnswerChange, bool) {
	place, ok := p.Find(a.Question)
	if !ok {
		return AnswerChange{}, false
	}
	q := &p.Questions[place]
	was, ok := a.Was.met(q)
	now, known := a.Now.met(q)
	if !ok || !known || was.Question == nil && now.Question == nil {
		return AnswerChange{}, false
	}
	both := pair{was: was, now: now, same: true}
	change, _ := both.change()
	return both.brief(change), true
}

// met is a question as it was met, in the words of q and in few of them.
func (s *Said) met(q *quiz.Question) (met, bool) {
	if s.State == NotAsked {
		return met{}, true
	}
	m := met{Question: &Question{ID: q.ID, Label: q.Label, Answer: []string{}, State: s.State, Free: q.Kind == rules.Text}}
	if !m.answered() || m.Free {
		return m, true
	}
	mask, err := q.Mask(s.Choices...)
	m.Answer, m.ids = q.Short(mask), q.IDs(mask)
	return m, err == nil && mask != 0
}
