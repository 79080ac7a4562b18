package report

import (
	"slices"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/rules"
)

// Options are what Build cannot take from the answers.
type Options struct {
	Program   string    // name and version of the program
	Now       time.Time // when the answers were given
	Sensitive bool      // put sensitive answers in as well, because the person asked for it
	Redrawn   bool      // the answers are those that the code of a page holds
	Last      *Report   // the assessment before this one, nil if there is none
}

// Build judges the answers and decides all that is told of them: level, order,
// words and reasons. The same answers and options give the same report.
func Build(p *quiz.Protocol, answers quiz.Answers, o Options) *Report {
	applied, _ := p.Apply(answers)
	b := &builder{protocol: p, answers: applied, asked: p.Asked(applied), sensitive: o.Sensitive, redrawn: o.Redrawn, cited: map[string]bool{}}
	findings := p.Guideline.Judge(p.Logic(applied))
	r := &Report{
		Schema: Schema, Program: o.Program, Language: p.Language, Redrawn: o.Redrawn,
		Protocol:   protocol(p, o.Now),
		AssessedAt: o.Now.Format(time.RFC3339),
		Answers:    b.given(), Open: b.open(),
		Care: b.care(&findings.Care), Support: findings.Support,
		Factors: b.factors(findings.Factors), Tips: b.tips(findings.Tips), Treatments: b.treatments(findings.Treatments),
		Notes: ids(findings.Notes), Ask: ids(findings.Ask),
	}
	r.Text = Words{
		Title: p.Title, Code: code.Encode(p, applied, o.Now), Questions: b.questions(), Notes: b.notes(findings.Notes), Ask: b.notes(findings.Ask),
	}
	if findings.Support {
		r.Text.Support = b.advice("support", &p.Guideline.Support)
	}
	if o.Sensitive {
		r.Crisis = &findings.Crisis
		if findings.Crisis {
			r.Text.Crisis = b.advice("crisis", &p.Guideline.Crisis)
		}
	}
	r.Text.Sources = b.sources()
	if o.Last != nil {
		r.Since = since(p, o.Last, r)
	}
	return r
}

func protocol(p *quiz.Protocol, now time.Time) Protocol {
	told := Protocol{ID: p.ID, Version: p.Version, Hash: p.Hash, Unchecked: p.Unchecked}
	if p.Overdue(now) {
		told.ReviewDue = p.ReviewBy.Format(time.DateOnly)
	}
	return told
}

type builder struct {
	protocol  *quiz.Protocol
	answers   quiz.Answers
	asked     []rules.Truth
	sensitive bool
	redrawn   bool
	cited     map[string]bool
}

// tells reports whether question i has a place in the report: it is asked, and
// it is not sensitive, or the person asked for sensitive answers. Of what a
// code does not hold nothing can be told, not even that it was left open.
func (b *builder) tells(i int) bool {
	q := &b.protocol.Questions[i]
	if b.redrawn && (q.Sensitive || q.Kind == rules.Text) {
		return false
	}
	return b.asked[i] == rules.True && (b.sensitive || !q.Sensitive)
}

func (b *builder) given() Answers {
	given := Answers{}
	for i, a := range b.answers {
		if b.tells(i) && a.State != quiz.Unanswered {
			given = append(given, b.answer(i))
		}
	}
	return given
}

func (b *builder) answer(i int) Answer {
	q, a := &b.protocol.Questions[i], b.answers[i]
	answer := Answer{Question: q.ID, Many: q.Kind == rules.Many && a.State == quiz.Answered}
	switch {
	case a.State != quiz.Answered:
		answer.Values = []string{a.State.String()}
	case q.Kind == rules.Text:
		answer.Values = []string{a.Text}
	default:
		answer.Values = q.IDs(a.Chosen)
	}
	return answer
}

func (b *builder) open() []Open {
	open := []Open{}
	for i, a := range b.answers {
		if b.tells(i) && a.State != quiz.Answered {
			open = append(open, Open{Question: b.protocol.Questions[i].ID, State: a.State.String()})
		}
	}
	return open
}

func (b *builder) because(because rules.Because) []Reason {
	reasons := []Reason{}
	for _, r := range because {
		q, state := &b.protocol.Questions[r.Question], b.answers[r.Question].State
		reason := Reason{Question: q.ID, Answer: []string{state.String()}, Text: b.protocol.Language.Say(state.Words())}
		if state == quiz.Answered {
			reason.Answer = q.IDs(r.Chosen)
			reason.Text = strings.Join(q.Words(r.Chosen), "; ")
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

func (b *builder) cite(ids []string) []string {
	for _, id := range ids {
		b.cited[id] = true
	}
	return append([]string{}, ids...)
}

func (b *builder) care(f *rules.CareFinding) Care {
	said := b.protocol.Guideline.Undecided
	if f.Level != nil {
		said = f.Level.Advice
	}
	care := Care{
		Level: f.ID(), Title: said.Title, Text: strings.Join(append([]string{said.Says}, f.Also...), " "),
		Because: b.because(f.Because), CouldBe: f.CouldBe.ID, CouldBeQuestions: []string{}, Sources: b.cite(said.Sources),
	}
	if f.CouldBe != f.Level {
		care.CouldBeText = f.CouldBe.CouldBe
	}
	for _, i := range f.Open {
		care.CouldBeQuestions = append(care.CouldBeQuestions, b.protocol.Questions[i].ID)
	}
	return care
}

func status(t rules.Truth) string {
	return [...]string{rules.False: Absent, rules.Unknown: Unknown, rules.True: Present}[t]
}

func (b *builder) factors(findings []rules.FactorFinding) []Factor {
	factors := make([]Factor, len(findings))
	for i, f := range findings {
		factors[i] = Factor{
			ID: f.Factor.ID, Status: status(f.Status), Name: f.Factor.Name, Text: f.Factor.Text, Evidence: f.Factor.Evidence,
			Because: b.because(f.Because), Sources: b.cite(f.Factor.Sources),
		}
	}
	return factors
}

func (b *builder) tips(findings []rules.TipFinding) []Tip {
	tips := make([]Tip, len(findings))
	for i, f := range findings {
		tips[i] = Tip{
			ID: f.Tip.ID, Title: f.Tip.Title, Text: f.Tip.Text, Because: b.because(f.Because), Sources: b.cite(f.Tip.Sources),
		}
	}
	return tips
}

func (b *builder) treatments(findings []rules.TreatmentFinding) []Treatment {
	treatments := make([]Treatment, len(findings))
	for i, f := range findings {
		t := f.Treatment
		treatments[i] = Treatment{
			ID: t.ID, Name: t.Name, Text: t.What, Visits: t.Visits, Expect: t.Expect, Healing: t.Healing, Risks: t.Risks,
			For: f.For, ForText: b.suits(&f), FollowUp: f.FollowUp, Cautions: []Caution{}, Sources: b.cite(t.Sources),
		}
		for _, c := range f.Cautions {
			b.cite(c.Caution.Sources)
			treatments[i].Cautions = append(treatments[i].Cautions, Caution{
				ID: c.Caution.ID, Status: status(c.Status), Name: c.Caution.Name, Text: c.Caution.Text,
			})
		}
	}
	return treatments
}

// suits names the marks a treatment is for, those first that it can treat on
// its own.
func (b *builder) suits(f *rules.TreatmentFinding) string {
	place, _ := b.protocol.Find("marks")
	marks := &b.protocol.Questions[place]
	all, _ := marks.Mask(f.For...)
	later, _ := marks.Mask(f.FollowUp...)
	var parts []string
	if first := all &^ later; first != 0 {
		parts = append(parts, strings.Join(marks.Words(first), "; "))
	}
	if later != 0 {
		parts = append(parts, b.protocol.Language.Sayf("With or after another treatment: %s", strings.Join(marks.Words(later), "; ")))
	}
	return strings.Join(parts, ". ")
}

func ids(notes []*rules.Note) []string {
	ids := make([]string, len(notes))
	for i, n := range notes {
		ids[i] = n.ID
	}
	return ids
}

func (b *builder) notes(notes []*rules.Note) []Note {
	texts := make([]Note, len(notes))
	for i, n := range notes {
		b.cite(n.Sources)
		texts[i] = Note{ID: n.ID, First: n.First, Title: n.Title, Text: n.Text}
	}
	return texts
}

func (b *builder) advice(id string, a *rules.Advice) *Note {
	b.cite(a.Sources)
	return &Note{ID: id, Title: a.Title, Text: a.Says}
}

func (b *builder) questions() []Question {
	questions := []Question{}
	for group, places := range b.protocol.Page {
		for _, i := range places {
			if b.tells(i) {
				questions = append(questions, b.question(i, group))
			}
		}
	}
	return questions
}

func (b *builder) question(i, group int) Question {
	q, a := &b.protocol.Questions[i], b.answers[i]
	question := Question{
		ID: q.ID, Group: group, Label: q.Label, Text: q.Text, Answer: []string{}, State: a.State.String(),
		Free: q.Kind == rules.Text, Sensitive: q.Sensitive,
	}
	switch {
	case a.State != quiz.Answered:
	case q.Kind == rules.Text:
		question.Answer = []string{a.Text}
	default:
		question.Answer = q.Words(a.Chosen)
		if short := q.Short(a.Chosen); !slices.Equal(short, question.Answer) {
			question.Short = short
		}
	}
	return question
}

func (b *builder) sources() []Source {
	sources := []Source{}
	for _, s := range b.protocol.Guideline.Sources {
		if b.cited[s.ID] {
			sources = append(sources, Source{ID: s.ID, Title: s.Title, Where: s.Where, SecondHand: s.SecondHand})
		}
	}
	return sources
}

// HideSensitive takes the sensitive answers out of a report that holds them.
func (r *Report) HideSensitive() {
	secret := map[string]bool{}
	for _, q := range r.Text.Questions {
		secret[q.ID] = q.Sensitive
	}
	r.Answers = slices.DeleteFunc(r.Answers, func(a Answer) bool { return secret[a.Question] })
	r.Open = slices.DeleteFunc(r.Open, func(o Open) bool { return secret[o.Question] })
	r.Text.Questions = slices.DeleteFunc(r.Text.Questions, func(q Question) bool { return q.Sensitive })
	r.Crisis, r.Text.Crisis = nil, nil
	if r.Since != nil {
		r.Since.Answers = slices.DeleteFunc(r.Since.Answers, func(a AnswerChange) bool { return secret[a.Question] })
	}
}
