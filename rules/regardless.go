package rules

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"scarcheck/rules/strict"
)

// Completions is how many ways to meet the questions that a case leaves out
// are tried where it says that its outcome holds regardless of them.
const Completions = 1000

// under notes the key of "want" for the checks added since the last.
func (l *caseLoader) under(key string) {
	for len(l.keys) < len(l.checks) {
		l.keys = append(l.keys, key)
	}
}

// regardless reads which parts of "want" hold whatever else is answered.
func (l *caseLoader) regardless(m strict.Map) []string {
	if !m.Has("regardless") {
		return nil
	}
	var keys []string
	for _, node := range m.Get("regardless").Items() {
		if key, ok := known(node, `part of "want" here`, slices.Compact(slices.Clone(l.keys))); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// RunRegardless judges a case again with the questions that it leaves out met
// at random, Completions times and the same each time, and returns the first
// thing that does not hold regardless, if any. Reasons, and what it could be,
// may be others.
func (g *Guideline) RunRegardless(c Case) []Failure {
	if len(c.regardless) == 0 {
		return nil
	}
	name := fnv.New64a()
	fmt.Fprint(name, c.Name)
	r := completer{g, rand.New(rand.NewPCG(name.Sum64(), Completions)), g.NewEvaluation()}
	answers := slices.Clone(c.Answers)
	for range Completions {
		given := r.complete(c, answers)
		findings := r.findings(answers)
		for i, check := range c.checks {
			if check.covers == "" || !slices.Contains(c.regardless, c.keys[i]) {
				continue
			}
			if got := check.got(findings); got != check.want {
				message := fmt.Sprintf("%s: want %s regardless, got %s with %s too", check.what, check.want, got, g.Vocabulary.Words(given))
				return []Failure{{c.File, c.Line, c.Name, message}}
			}
		}
	}
	return nil
}

// completer meets questions at random.
type completer struct {
	*Guideline
	*rand.Rand
	e *Evaluation
}

// complete meets each question that the case leaves out, three quarters of
// them with an answer.
func (r *completer) complete(c Case, answers Answers) (given []Given) {
	for i := range answers {
		if c.named[i] {
			continue
		}
		q := r.Vocabulary.Question(i)
		reply := r.reply(q)
		answers[i] = reply.answer(q)
		if reply.State != Unanswered {
			given = append(given, Given{i, reply})
		}
	}
	return given
}

func (r *completer) reply(q *Question) Reply {
	if r.IntN(4) == 0 {
		return Reply{State: State(r.IntN(int(Answered)))}
	}
	if q.Kind != Many {
		return Reply{Answered, 1 << r.IntN(max(1, len(q.Choices)))}
	}
	for {
		chosen := r.Uint64() & q.all
		if r.IntN(2) == 0 {
			chosen &= r.Uint64()
		}
		if chosen != 0 && !q.Excludes(chosen) {
			return Reply{Answered, chosen}
		}
	}
}

// findings are what Judge finds, but without reasons: it takes a tenth of the
// time. A tip that is called for has a reason that says nothing.
func (r *completer) findings(answers Answers) *Findings {
	r.Evaluate(answers, r.e)
	e := r.e
	f := &Findings{Support: e.Support == True, Crisis: e.Crisis == True}
	if e.Level != NoLevel {
		f.Care.Level = r.Levels[e.Level]
	}
	for i, factor := range r.Factors {
		f.Factors = append(f.Factors, FactorFinding{Factor: factor, Status: e.Factors[i]})
	}
	for i, tip := range r.Tips {
		switch {
		case e.Tips[i] == True:
			f.Tips = append(f.Tips, TipFinding{tip, Because{{}}})
		case tip.Always:
			f.Tips = append(f.Tips, TipFinding{Tip: tip})
		}
	}
	f.Treatments = r.treatments()
	f.Notes = holding(r.Notes, e.Notes, len(r.Notes))
	f.Ask = holding(r.Ask, e.Ask, MostAsk)
	return f
}

func (r *completer) treatments() []TreatmentFinding {
	var list []TreatmentFinding
	marks := r.e.facts.answers[r.marks].Chosen
	for _, t := range r.Treatments {
		if marks&(t.first|t.followUp) == 0 {
			continue
		}
		finding := TreatmentFinding{Treatment: t}
		for _, c := range t.Cautions {
			if status := r.e.Cautions[slices.Index(r.Cautions, c)]; status != False {
				finding.Cautions = append(finding.Cautions, CautionFinding{Caution: c, Status: status})
			}
		}
		list = append(list, finding)
	}
	return list
}
