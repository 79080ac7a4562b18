package report

import (
	"encoding/json"
	"reflect"
	"slices"

	"scarcheck/quiz"
)

// Retell tells the same assessment by the same protocol in the language of p:
// a person answers in Spanish, and the dermatologist reads English. Nothing but
// the words changes. It is false if p is another protocol than the report's, or
// does not come to all that the report tells, which a report changed by hand may.
//
// What changed since the assessment before stays if its answers still have their
// ids, and the protocol was the same then; else it is left out.
func (r *Report) Retell(p *quiz.Protocol) (*Report, bool) {
	if p.ID != r.Protocol.ID || p.Version != r.Protocol.Version || p.Hash != r.Protocol.Hash {
		return nil, false
	}
	answers, err := r.given(p)
	if err != nil {
		return nil, false
	}
	told := Build(p, answers, Options{Program: r.Program, Now: made(r), Sensitive: r.Crisis != nil, Redrawn: r.Redrawn})
	if !reflect.DeepEqual(told.decided(), r.decided()) {
		return nil, false
	}
	told.Protocol, told.AssessedAt, told.Text.Code = r.Protocol, r.AssessedAt, r.Text.Code
	if r.Since != nil {
		told.Since = r.Since.retold(r, p)
	}
	return told, true
}

// given are the answers of a report, as the protocol has them.
func (r *Report) given(p *quiz.Protocol) (quiz.Answers, error) {
	src, err := json.Marshal(map[string]any{"protocol": p.Name(), "answers": r.Answers})
	if err != nil {
		return nil, err
	}
	return p.ParseAnswers(src)
}

// decided is a report without its words.
type decided struct {
	Answers    Answers
	Open       []Open
	Care       Care
	Support    bool
	Crisis     bool
	Factors    []Factor
	Tips       []Tip
	Treatments []Treatment
	Notes, Ask []string
}

func (r *Report) decided() decided {
	d := decided{Answers: r.Answers, Open: r.Open, Support: r.Support, Crisis: r.Crisis != nil && *r.Crisis, Notes: r.Notes, Ask: r.Ask}
	c := r.Care
	d.Care = Care{Level: c.Level, Because: bare(c.Because), CouldBe: c.CouldBe, CouldBeQuestions: c.CouldBeQuestions, Sources: c.Sources}
	for _, f := range r.Factors {
		d.Factors = append(d.Factors, Factor{ID: f.ID, Status: f.Status, Because: bare(f.Because), Sources: f.Sources})
	}
	for _, t := range r.Tips {
		d.Tips = append(d.Tips, Tip{ID: t.ID, Because: bare(t.Because), Sources: t.Sources})
	}
	for _, t := range r.Treatments {
		b := Treatment{ID: t.ID, For: t.For, FollowUp: t.FollowUp, Sources: t.Sources}
		for _, c := range t.Cautions {
			b.Cautions = append(b.Cautions, Caution{ID: c.ID, Status: c.Status})
		}
		d.Treatments = append(d.Treatments, b)
	}
	return d
}

// bare are reasons without their words.
func bare(reasons []Reason) []Reason {
	without := slices.Clone(reasons)
	for i := range without {
		without[i].Text = ""
	}
	return without
}

// in is the report in the language of p, as far as it can be told so.
func (r *Report) in(p *quiz.Protocol) *Report {
	if p != nil && r.Language != p.Language {
		if told, ok := r.Retell(p); ok {
			return told
		}
	}
	return r
}
