package rules

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"scarcheck/rules/diagram"
)

// Mutation is how well laws, claims and cases guard a guideline: what became
// of every mutant.
type Mutation struct {
	Mutants    int            // that were made
	Equivalent int            // that change nothing anybody could notice, and are not counted
	Refused    int            // by any of the four
	By         map[string]int // refused by "lint", "laws", "claims", "cases", each on its own
	Survivors  []Survivor
}

// Counted is how many mutants change something.
func (m *Mutation) Counted() int { return m.Mutants - m.Equivalent }

// Survivor is a mutant that nothing refuses.
type Survivor struct {
	*Mutant
	Lowers  bool     // somebody is told a less urgent level, or not to get help
	Example *Example // the shortest answers for which anything is told differently; of which something is lowered, if so
}

// Mutate makes every mutant and sees which are refused. Claims and cases must
// hold for the guideline itself.
func Mutate(g *Guideline, cases []Case, claims *Claims) (*Mutation, error) {
	mutants := g.Mutants()
	fates := make([]fate, len(mutants))
	var work sync.WaitGroup
	errs := make([]error, runtime.GOMAXPROCS(0))
	for worker := range errs {
		work.Go(func() {
			l := &laboratory{guideline: g, cases: cases, claims: claims}
			for i := worker; i < len(mutants) && errs[worker] == nil; i += len(errs) {
				fates[i], errs[worker] = l.try(mutants[i])
			}
		})
	}
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return sum(mutants, fates), nil
}

// fate is what became of a mutant.
type fate struct {
	equivalent bool
	by         []string
	lowers     bool
	example    *Example
}

func sum(mutants []*Mutant, fates []fate) *Mutation {
	m := &Mutation{Mutants: len(mutants), By: map[string]int{}}
	for i, f := range fates {
		switch {
		case f.equivalent:
			m.Equivalent++
		case len(f.by) > 0:
			m.Refused++
			for _, who := range f.by {
				m.By[who]++
			}
		default:
			m.Survivors = append(m.Survivors, Survivor{mutants[i], f.lowers, f.example})
		}
	}
	return m
}

// laboratory tries mutants one after another over one space of answers, each
// of which stands apart, so that what mutants share is drawn once.
type laboratory struct {
	guideline *Guideline
	cases     []Case
	claims    *Claims
	normal    *world
}

// mostKept is how many nodes are kept for the next mutants.
const mostKept = 300_000

func (l *laboratory) try(m *Mutant) (f fate, err error) {
	if m.refuse != "" {
		return fate{by: []string{"lint"}}, nil
	}
	if l.normal == nil || l.normal.Len() > mostKept {
		if l.normal, err = l.world(l.guideline); err != nil {
			return f, err
		}
	}
	changed := l.guideline.clone()
	m.apply(changed)
	changed.compile()
	normal := l.normal
	err = normal.Try(func() {
		mutant := normal.prover.world(changed)
		if m.fresh {
			if mutant, err = l.world(changed); err != nil {
				return
			}
		} else if f.equivalent = normal.looksLike(mutant); f.equivalent {
			return
		}
		f = l.examine(mutant)
		switch {
		case len(f.by) > 0:
		case m.fresh: // nothing to compare it with: taken as the worst
			f.lowers = true
		default:
			f.lowers, f.example = normal.lowered(mutant)
		}
	})
	return f, err
}

func (l *laboratory) world(g *Guideline) (w *world, err error) {
	s, err := newSpace(g.Vocabulary, nil)
	if err != nil {
		return nil, err
	}
	p := newProver(s, nodeLimit)
	tried := p.Try(func() { w = p.world(g) })
	return w, tried
}

// examine asks laws, claims and cases what they make of a mutant.
func (l *laboratory) examine(w *world) (f fate) {
	waivers := make([]*waiving, 0, len(l.claims.Waivers))
	for i := range l.claims.Waivers {
		waivers = append(waivers, &waiving{Waiver: &l.claims.Waivers[i]})
	}
	broken := slices.ContainsFunc(w.prove(waivers), func(p Proof) bool { return !p.Holds })
	if broken || slices.ContainsFunc(waivers, func(w *waiving) bool { return !w.used }) {
		f.by = append(f.by, "laws")
	}
	if slices.ContainsFunc(w.keep(l.claims.List), func(k Kept) bool { return !k.Holds }) {
		f.by = append(f.by, "claims")
	}
	if l.casesFail(w.guideline, func(c Case) bool { return len(w.guideline.RunCase(c)) > 0 }) {
		f.by = append(f.by, "cases")
	}
	if len(f.by) == 0 && l.casesFail(w.guideline, func(c Case) bool { return len(w.guideline.RunRegardless(c)) > 0 }) {
		f.by = append(f.by, "cases")
	}
	return f
}

// casesFail reports whether some case fails, or answers a question that the
// mutant does not ask.
func (l *laboratory) casesFail(g *Guideline, fails func(Case) bool) bool {
	for _, c := range l.cases {
		c = l.meant(c, g)
		for i, asked := range g.Vocabulary.Asked(c.Answers) {
			if c.named[i] && asked != True {
				return true
			}
		}
		if fails(c) {
			return true
		}
	}
	return false
}

// meant is the case with "I don't know" as a mutant understands it.
func (l *laboratory) meant(c Case, g *Guideline) Case {
	for i, a := range c.Answers {
		before := l.guideline.Vocabulary.Question(i).DontKnow()
		if c.named[i] && a == before && a != g.Vocabulary.Question(i).DontKnow() {
			c.Answers = slices.Clone(c.Answers)
			c.Answers[i] = g.Vocabulary.Question(i).DontKnow()
		}
	}
	return c
}

// looksLike reports whether nobody could tell a mutant's results from those of
// the guideline: all diagrams are the same, and so is what has none.
func (w *world) looksLike(mutant *world) bool {
	same := func(a, b outcome) bool { return a == b }
	return slices.Equal(w.outputs(), mutant.outputs()) && slices.EqualFunc(w.shown, mutant.shown, same) &&
		slices.Equal(w.guideline.plain(), mutant.guideline.plain()) && maps.Equal(w.guideline.marked(), mutant.guideline.marked())
}

// plain is what results show that depends on no answer: the levels' ids and
// all sources.
func (g *Guideline) plain() []string {
	var all []string
	for _, l := range g.Levels {
		all = append(append(all, l.ID), l.Sources...)
	}
	for _, a := range []Advice{g.Undecided, g.Support, g.Crisis} {
		all = append(append(all, "advice"), a.Sources...)
	}
	for _, f := range g.Factors {
		all = append(append(all, f.ID), f.Sources...)
	}
	for _, t := range g.Tips {
		all = append(append(all, t.ID), t.Sources...)
	}
	for _, c := range g.Cautions {
		all = append(append(all, c.ID), c.Sources...)
	}
	for _, t := range g.Treatments {
		all = append(append(all, t.ID), t.Sources...)
	}
	for _, n := range append(slices.Clone(g.Notes), g.Ask...) {
		all = append(append(all, n.ID), n.Sources...)
	}
	return all
}

// marked are the marks of treatments and the tips said to everybody.
func (g *Guideline) marked() map[string][2]uint64 {
	marked := map[string][2]uint64{}
	for _, t := range g.Treatments {
		marked["treatment "+t.ID] = [2]uint64{t.first, t.followUp}
	}
	for _, t := range g.Tips {
		marked["tip "+t.ID] = [2]uint64{uint64(decide(t.Always))}
	}
	return marked
}

// lowered reports whether a mutant tells somebody a less urgent level, or no
// longer to get help, and gives the shortest answers for it; or else for
// anything that it tells differently.
func (w *world) lowered(mutant *world) (lowers bool, example *Example) {
	low := w.Apply(w.or, w.Apply(w.less, mutant.care, w.care), w.Apply(w.less, mutant.couldBe, w.couldBe))
	names := []string{"support", "crisis"}
	for _, n := range w.guideline.Notes {
		if n.First {
			names = append(names, "note "+n.ID)
		}
	}
	for _, name := range names {
		before, _ := w.outcome(name)
		after, _ := mutant.outcome(name)
		low = w.Apply(w.or, low, w.Apply(w.less, after, before))
	}
	if low != w.Value(no) {
		return true, w.one(low)
	}
	return false, w.one(w.difference(mutant))
}

// difference is yes where anything is told differently.
func (w *world) difference(mutant *world) diagram.Ref {
	all, before, after := w.Value(no), w.outputs(), mutant.outputs()
	if len(before) != len(after) {
		return w.Value(yes)
	}
	for i := range before {
		if before[i] != after[i] {
			all = w.Apply(w.or, all, w.Apply(w.or, w.Apply(w.less, before[i], after[i]), w.Apply(w.less, after[i], before[i])))
		}
	}
	return all
}
