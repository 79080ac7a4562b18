package rules

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

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
	r := completer{Guideline: g, Rand: rand.New(rand.NewPCG(name.Sum64(), Completions)), e: g.NewEvaluation()}
	var checks []check
	for i, check := range c.checks {
		if check.covers != "" && slices.Contains(c.regardless, c.keys[i]) {
			checks = append(checks, check)
			r.need(c.keys[i])
		}
	}
	answers, replies := slices.Clone(c.Answers), make([]Reply, len(c.Answers))
	for range Completions {
		r.complete(c, answers, replies)
		findings := r.findings(answers)
		for _, check := range checks {
			if got := check.got(findings); got != check.want {
				with := g.Vocabulary.Words(g.Vocabulary.givenOf(replies))
				message := fmt.Sprintf("%s: want %s regardless, got %s with %s too", check.what, check.want, got, with)
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
	e     *Evaluation
	found Findings

	tips, treats bool // are looked at
}

func (r *completer) need(key string) {
	r.tips = r.tips || strings.HasSuffix(key, "tips")
	r.treats = r.treats || strings.HasSuffix(key, "treatments")
}

// complete meets each question that the case leaves out, three quarters of
// them with an answer.
func (r *completer) complete(c Case, answers Answers, replies []Reply) {
	for i := range answers {
		if !c.named[i] {
			q := r.Vocabulary.Question(i)
			replies[i] = r.reply(q)
			answers[i] = replies[i].answer(q)
		}
	}
}

// givenOf are the replies that are answers, asked or not.
func (v *Vocabulary) givenOf(replies []Reply) (given []Given) {
	for i, reply := range replies {
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

// findings are what Judge finds, but without reasons, and only as far as it is
// looked at: it takes a tenth of the time. A tip that is called for has a
// reason that says nothing.
func (r *completer) findings(answers Answers) *Findings {
	r.Evaluate(answers, r.e)
	e, f := r.e, &r.found
	f.Support, f.Crisis, f.Care.Level = e.Support == True, e.Crisis == True, nil
	if e.Level != NoLevel {
		f.Care.Level = r.Levels[e.Level]
	}
	f.Factors = f.Factors[:0]
	for i, factor := range r.Factors {
		f.Factors = append(f.Factors, FactorFinding{Factor: factor, Status: e.Factors[i]})
	}
	if r.tips {
		f.Tips = r.tipsFound(f.Tips[:0])
	}
	if r.treats {
		f.Treatments = r.treatments()
	}
	f.Notes = holding(r.Notes, e.Notes, len(r.Notes))
	f.Ask = holding(r.Ask, e.Ask, MostAsk)
	return f
}

var anyReason = Because{{}}

func (r *completer) tipsFound(found []TipFinding) []TipFinding {
	for i, tip := range r.Tips {
		switch {
		case r.e.Tips[i] == True:
			found = append(found, TipFinding{tip, anyReason})
		case tip.Always:
			found = append(found, TipFinding{Tip: tip})
		}
	}
	return found
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
