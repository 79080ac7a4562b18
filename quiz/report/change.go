package report

import (
	"slices"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// ChangeSchema names the form of a comparison as JSON.
const ChangeSchema = "scarcheck.change/1"

// Change is what changed from one assessment to a later one: in the answers,
// in what is told because of them, and apart from that because the questions
// or rules became others. Nothing in it weighs a change as good or bad.
type Change struct {
	Schema   string          `json:"schema"`            // ChangeSchema
	Language words.Language  `json:"language,omitzero"` // of all texts; left out for English
	Before   Moment          `json:"before"`            // the older of the two
	After    Moment          `json:"after"`
	Answers  []AnswerChange  `json:"answers"`
	Findings []Finding       `json:"findings"`           // because of the answers
	Protocol *ProtocolChange `json:"protocol,omitempty"` // where the two are of different protocols
	Together *Together       `json:"together,omitempty"` // in place of Findings and of what is judged again, where the two causes cannot be told apart
	Redrawn  bool            `json:"redrawn,omitempty"`  // one of the two is drawn from a code; answers in own words are not compared
}

// Moment is when an assessment was made, and with which questionnaire.
type Moment struct {
	AssessedAt string   `json:"assessed_at"` // RFC 3339
	Protocol   Protocol `json:"protocol"`
}

// ProtocolChange is what changed because the questions or rules did.
type ProtocolChange struct {
	Questions []AnswerChange `json:"questions"` // asked in one of the two only, whatever is answered
	Reworded  []Rewording    `json:"reworded"`
	Judged    []Judged       `json:"judged"` // the assessments of another protocol than the present one, judged again by that
}

// Rewording is a question that has other words, or whose choices have.
type Rewording struct {
	Question string `json:"question"`
	Label    string `json:"label"`
	WasLabel string `json:"was_label,omitempty"` // where that is another
}

// Judged is what the answers of one assessment give by the present protocol
// and did not give by its own.
type Judged struct {
	AssessedAt string    `json:"assessed_at"`
	By         Protocol  `json:"by"`
	Findings   []Finding `json:"findings"`
}

// Together is what is told otherwise where it cannot be said whether the
// answers or the protocol are the cause.
type Together struct {
	Why      string    `json:"why"` // NoProtocol, OtherProtocol or NoFit
	Findings []Finding `json:"findings"`
}

// Why the two causes of a change cannot be told apart.
const (
	NoProtocol    = "no-protocol"         // there is no protocol to judge by
	OtherProtocol = "other-questionnaire" // it is of another questionnaire, not a version of the same
	NoFit         = "answers-do-not-fit"  // old answers have no place in it any more
)

// Empty reports whether nothing at all changed.
func (c *Change) Empty() bool {
	same := len(c.Answers) == 0 && len(c.Findings) == 0 && (c.Together == nil || len(c.Together.Findings) == 0)
	return same && (c.Protocol == nil || c.Protocol.empty())
}

func (p *ProtocolChange) empty() bool {
	return len(p.Questions) == 0 && len(p.Reworded) == 0 &&
		!slices.ContainsFunc(p.Judged, func(j Judged) bool { return len(j.Findings) > 0 })
}

// Compare finds what changed between two assessments; it puts the older one
// first itself. Where they are of different protocols it judges the answers of
// both by p, the present one: what differs then comes from the answers, and
// what p makes of an assessment that its own protocol did not comes from the
// protocol. What it can it tells in the language of p; words that only a report
// in another language has stay as they are, and are no change. If that cannot be done, because p is nil or old answers do not fit
// it, [Change.Together] says so. Sensitive answers are never compared.
func Compare(p *quiz.Protocol, before, after *Report) *Change {
	if made(after).Before(made(before)) {
		before, after = after, before
	}
	before, after = before.in(p), after.in(p)
	secret := secrets(p, before, after)
	before, after = before.without(secret), after.without(secret)
	c := &Change{
		Schema: ChangeSchema, Language: after.Language,
		Before:  Moment{before.AssessedAt, before.Protocol},
		After:   Moment{after.AssessedAt, after.Protocol},
		Answers: []AnswerChange{}, Findings: []Finding{}, Redrawn: before.Redrawn || after.Redrawn,
	}
	if p != nil {
		c.Language = p.Language
	}
	said := sideBySide(before, after)
	for i := range said {
		if change, differs := said[i].change(); differs {
			c.Answers = append(c.Answers, change)
		}
	}
	if before.Protocol.Hash == after.Protocol.Hash {
		c.Findings = causes(differences(before, after), before, after, c.Answers)
		return c
	}
	c.protocols(p, before, after, said)
	return c
}

// protocols tells apart what the answers changed and what the protocol did.
func (c *Change) protocols(p *quiz.Protocol, before, after *Report, said []pair) {
	c.Protocol = &ProtocolChange{Questions: []AnswerChange{}, Reworded: []Rewording{}, Judged: []Judged{}}
	for i := range said {
		if said[i].reworded() {
			c.Protocol.Reworded = append(c.Protocol.Reworded, said[i].rewording())
		}
	}
	then, why := judge(p, before)
	now, whyNow := judge(p, after)
	if why == "" {
		why = whyNow
	}
	if why != "" {
		c.Together = &Together{why, differences(before, after)}
		return
	}
	c.Findings = causes(differences(then, now), then, now, c.Answers)
	c.Answers = slices.DeleteFunc(c.Answers, func(a AnswerChange) bool {
		moved := a.askedOnce() && (then.question(a.Question) == nil) == (now.question(a.Question) == nil)
		if moved {
			c.Protocol.Questions = append(c.Protocol.Questions, a)
		}
		return moved
	})
	for _, r := range [...]struct{ own, present *Report }{{before, then}, {after, now}} {
		if r.own != r.present {
			c.Protocol.Judged = append(c.Protocol.Judged, Judged{r.own.AssessedAt, r.present.Protocol, differences(r.own, r.present)})
		}
	}
}

// judge tells of the answers of a report by the protocol p, or why it cannot.
func judge(p *quiz.Protocol, r *Report) (judged *Report, why string) {
	switch {
	case p == nil:
		return nil, NoProtocol
	case r.Protocol.Hash == p.Hash:
		return r, ""
	case r.Protocol.ID != p.ID:
		return nil, OtherProtocol
	}
	answers, err := r.given(p)
	if err != nil {
		return nil, NoFit
	}
	return Build(p, answers, Options{Program: r.Program, Now: made(r), Redrawn: r.Redrawn}), ""
}

// made is when the assessment was made; Parse has seen that it is a time.
func made(r *Report) time.Time {
	at, _ := time.Parse(time.RFC3339, r.AssessedAt)
	return at
}

// secrets are the questions that one of the protocols calls sensitive.
func secrets(p *quiz.Protocol, reports ...*Report) map[string]bool {
	secret := map[string]bool{}
	for _, r := range reports {
		for _, q := range r.Text.Questions {
			secret[q.ID] = secret[q.ID] || q.Sensitive
		}
	}
	if p != nil {
		for _, q := range p.Questions {
			secret[q.ID] = secret[q.ID] || q.Sensitive
		}
	}
	return secret
}

// without is the report without these questions, and without the call for help
// that rests on them.
func (r *Report) without(secret map[string]bool) *Report {
	rest := *r
	rest.Crisis, rest.Text.Crisis = nil, nil
	rest.Answers = slices.DeleteFunc(slices.Clone(r.Answers), func(a Answer) bool { return secret[a.Question] })
	rest.Open = slices.DeleteFunc(slices.Clone(r.Open), func(o Open) bool { return secret[o.Question] })
	rest.Text.Questions = slices.DeleteFunc(slices.Clone(r.Text.Questions), func(q Question) bool { return secret[q.ID] })
	return &rest
}
