package rules

import (
	"math/big"
)

// nodeLimit is how many nodes the proofs may use. The embedded protocol needs
// one in five hundred.
const nodeLimit = 2_000_000

// Verdict is what Check found of a guideline.
type Verdict struct {
	Answers     *big.Int  // how many sets of answers there are, what is not asked counted once
	Told        []Told    // how many of them are told each level, most urgent first
	Questions   int       // asked at most
	Rules       int       // with a condition
	Nodes       int       // of the diagrams
	Laws        []Proof   // one for each law and each thing it is about
	Claims      []Kept    // one for each promise, and one for each fault of a claim itself
	Unused      []Waiver  // that allow nothing which would be broken without them
	Cases       int       // that ran
	Completions int       // of cases that hold regardless
	Failures    []Failure // of cases
	Boundless   []Failure // of cases that are said to hold regardless
}

// Told is a level of care, or undecided, and how many sets of answers lead to
// it.
type Told struct {
	Level   string
	Answers *big.Int
}

// OK reports whether a guideline may be trusted: every law and every claim is
// proved, or waived with a reason, and every case holds.
func (v *Verdict) OK() bool {
	for _, p := range v.Laws {
		if !p.Holds {
			return false
		}
	}
	for _, k := range v.Claims {
		if !k.Holds {
			return false
		}
	}
	return len(v.Unused)+len(v.Failures)+len(v.Boundless) == 0
}

// Check proves the laws and the claims over every set of answers and runs the
// cases. The guideline must have been loaded without faults; claims may be nil.
// The error says that the protocol is too large to be proved over.
func Check(g *Guideline, cases []Case, claims *Claims) (*Verdict, error) {
	if claims == nil {
		claims = &Claims{}
	}
	s, err := newSpace(g.Vocabulary, append(g.conditions(), claims.conditions()...))
	if err != nil {
		return nil, err
	}
	v := &Verdict{Questions: g.Vocabulary.Len(), Rules: len(g.ruleConditions())}
	p := newProver(s, nodeLimit)
	if err := p.Try(func() { v.prove(p.world(g), claims) }); err != nil {
		return nil, err
	}
	v.Nodes = p.Len()
	v.runCases(g, cases)
	return v, nil
}

func (v *Verdict) prove(w *world, claims *Claims) {
	waivers := make([]*waiving, 0, len(claims.Waivers))
	for i := range claims.Waivers {
		waivers = append(waivers, &waiving{Waiver: &claims.Waivers[i]})
	}
	v.Laws = w.prove(waivers)
	v.Claims = w.keep(claims.List)
	for _, waiver := range waivers {
		if !waiver.used {
			v.Unused = append(v.Unused, *waiver.Waiver)
		}
	}
	asked := w.onlyAsked()
	v.Answers = w.Count(asked, yes)
	for urgency := len(w.guideline.Levels); urgency >= 0; urgency-- {
		told := w.Choose(w.care, uint8(urgency), asked, w.Value(no))
		v.Told = append(v.Told, Told{w.guideline.levelOf(uint8(urgency)), w.Count(told, yes)})
	}
}

func (v *Verdict) runCases(g *Guideline, cases []Case) {
	v.Cases = len(cases)
	for _, c := range cases {
		v.Failures = append(v.Failures, g.RunCase(c)...)
		v.Boundless = append(v.Boundless, g.RunRegardless(c)...)
		if len(c.regardless) > 0 {
			v.Completions += Completions
		}
	}
}

// conditions are those that claims and waivers speak of.
func (c *Claims) conditions() []*Condition {
	all := make([]*Condition, 0, len(c.List)+len(c.Waivers))
	for _, claim := range c.List {
		all = append(all, claim.When)
	}
	for _, waiver := range c.Waivers {
		all = append(all, waiver.When)
	}
	return all
}
