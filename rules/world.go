package rules

import (
	"scarcheck/rules/diagram"
)

// prover holds the diagrams over one space of answers and what is done with
// them.
type prover struct {
	*diagram.Store
	space *space

	and, or, less, sum, most, fewest, contradicts diagram.Binary
	not, certain, unknown, once                   diagram.Unary
	complete                                      []diagram.Rewriting // a question's open answer turns out the worst way
	rewritings                                    map[string]diagram.Rewriting
	leaves                                        map[test]diagram.Ref
}

func newProver(s *space, limit int) *prover {
	store := diagram.New(s.levels(), limit)
	p := &prover{Store: store, space: s, leaves: map[test]diagram.Ref{}, rewritings: map[string]diagram.Rewriting{}}
	p.and = store.Binary(func(a, b uint8) uint8 { return min(a, b) }, shorten(no, yes))
	p.or = store.Binary(func(a, b uint8) uint8 { return max(a, b) }, shorten(yes, no))
	p.most = store.Binary(func(a, b uint8) uint8 { return max(a, b) }, same)
	p.fewest = store.Binary(func(a, b uint8) uint8 { return min(a, b) }, same)
	p.contradicts = store.Binary(func(a, b uint8) uint8 { return decide(a != open && a != b) }, never)
	p.less = store.Binary(func(a, b uint8) uint8 { return decide(a < b) }, never)
	p.sum = store.Binary(func(a, b uint8) uint8 { return min(a+b, MostAsk) }, nil)
	p.not = store.Unary(func(v uint8) uint8 { return yes - v })
	p.certain = store.Unary(func(v uint8) uint8 { return decide(v == yes) })
	p.unknown = store.Unary(func(v uint8) uint8 { return decide(v == open) })
	p.once = store.Unary(func(v uint8) uint8 { return v / yes })
	for i := range s.questions {
		p.complete = append(p.complete, store.Rewriting(i, p.worst(&s.questions[i])))
	}
	return p
}

func decide(b bool) uint8 {
	if b {
		return yes
	}
	return no
}

// shorten knows "and" and "or" without looking: one value decides, the other
// changes nothing.
func shorten(decides, idle uint8) func(a, b diagram.Ref) (diagram.Ref, bool) {
	d, i := diagram.Ref(decides), diagram.Ref(idle)
	return func(a, b diagram.Ref) (diagram.Ref, bool) {
		switch {
		case a == d || b == d:
			return d, true
		case a == i:
			return b, true
		case b == i || a == b:
			return a, true
		}
		return 0, false
	}
}

func same(a, b diagram.Ref) (diagram.Ref, bool) { return a, a == b }

func never(a, b diagram.Ref) (diagram.Ref, bool) { return diagram.Ref(no), a == b }

// worst puts, for each class of replies, the greatest value of what it may
// turn out to be.
func (p *prover) worst(q *replySpace) func([]diagram.Ref) []diagram.Ref {
	return func(kids []diagram.Ref) []diagram.Ref {
		worst := make([]diagram.Ref, len(kids))
		for class, fits := range q.fits {
			for i, definite := range fits {
				if i == 0 {
					worst[class] = kids[definite]
				} else {
					worst[class] = p.Apply(p.most, worst[class], kids[definite])
				}
			}
		}
		return worst
	}
}

// world is everything that a guideline says, as diagrams: for every set of
// answers at once.
type world struct {
	*prover
	guideline *Guideline

	asked   []diagram.Ref // of each question: no, open, yes
	factors []diagram.Ref // absent, not known, present
	levels  []diagram.Ref // of the conditions; the last: none above holds
	care    diagram.Ref   // how urgent the level told is, see urgency
	couldBe diagram.Ref   // the same of what open answers could bring, as Judge says it
	worst   diagram.Ref   // the same of what they can bring, over every way to answer
	shown   []outcome     // every other thing a result may show
}

// outcome is one thing that a result shows or not, or shows as not known.
type outcome struct {
	name string
	diagram.Ref
}

// urgency is how urgent a level is: 0 for the last one, 1 for undecided, which
// reassures less, and more the earlier it stands.
func (g *Guideline) urgency(level int) uint8 {
	switch level {
	case NoLevel:
		return 1
	case len(g.Levels) - 1:
		return 0
	}
	return uint8(len(g.Levels) - level)
}

// levelOf is the id of the level that is this urgent.
func (g *Guideline) levelOf(urgency uint8) string {
	switch urgency {
	case 0:
		return g.Levels[len(g.Levels)-1].ID
	case 1:
		return Undecided
	}
	return g.Levels[len(g.Levels)-int(urgency)].ID
}

// world draws the diagrams of a guideline, whose tests the space must tell
// apart.
func (p *prover) world(g *Guideline) *world {
	w := &world{prover: p, guideline: g}
	for i := range g.Vocabulary.questions {
		asked := p.Value(yes)
		if gate := g.Vocabulary.questions[i].AskIf; gate != nil {
			asked = w.condition(gate)
		}
		w.asked = append(w.asked, asked)
	}
	for _, f := range g.Factors {
		w.factors = append(w.factors, w.condition(f.When))
	}
	w.drawCare()
	w.drawCouldBe()
	w.drawShown()
	return w
}

// condition is the diagram of a condition; nil holds always.
func (w *world) condition(c *Condition) diagram.Ref {
	if c == nil {
		return w.Value(yes)
	}
	switch c.op {
	case opAll:
		all := w.Value(yes)
		for i := range c.parts {
			all = w.Apply(w.and, all, w.condition(&c.parts[i]))
		}
		return all
	case opAny:
		some := w.Value(no)
		for i := range c.parts {
			some = w.Apply(w.or, some, w.condition(&c.parts[i]))
		}
		return some
	case opNot:
		return w.Map(w.not, w.condition(&c.parts[0]))
	case opFactor:
		if c.factor.place < len(w.factors) {
			return w.factors[c.factor.place]
		}
		return w.condition(c.factor.When)
	}
	return w.test(test{c.question, c.op, c.mask})
}

// test is the diagram of a test, its question's own condition built in: what
// does not apply is no answer, and where it is not known whether it applies
// the answer is open.
func (w *world) test(t test) diagram.Ref {
	leaf, ok := w.leaves[t]
	q := &w.space.questions[t.question]
	if !ok {
		values := make([]uint8, len(q.members))
		for class, members := range q.members {
			values[class] = t.value(q.answers[members[0]])
		}
		leaf = w.Test(t.question, values)
		w.leaves[t] = leaf
	}
	ruledOut, left := w.Value(t.value(Answer{})), w.Value(t.value(q.Open()))
	asked := w.asked[t.question]
	return w.Choose(asked, yes, leaf, w.Choose(asked, open, left, ruledOut))
}

func (w *world) drawCare() {
	g, above := w.guideline, w.Value(no)
	last := len(g.Levels) - 1
	for _, level := range g.Levels[:last] {
		when := w.condition(level.When)
		w.levels = append(w.levels, when)
		above = w.Apply(w.or, above, when)
	}
	w.levels = append(w.levels, w.Map(w.not, above))
	w.care = w.Choose(above, no, w.Value(g.urgency(last)), w.Value(g.urgency(NoLevel)))
	for i := last - 1; i >= 0; i-- {
		w.care = w.Choose(w.levels[i], yes, w.Value(g.urgency(i)), w.care)
	}
}

func (w *world) drawCouldBe() {
	g := w.guideline
	last := len(g.Levels) - 1
	w.worst = w.completed(w.care)
	w.couldBe = w.Choose(w.care, g.urgency(NoLevel), w.Value(g.urgency(last)), w.care)
	for i := last - 1; i >= 0; i-- {
		when, urgency := w.levels[i], w.Value(g.urgency(i))
		can := w.completed(w.Map(w.certain, when))
		w.couldBe = w.Choose(when, yes, urgency, w.Choose(can, yes, urgency, w.couldBe))
	}
}

// completed is the greatest value that f has once all open questions are
// answered in some way, those that an answer opens included. An answer to a
// question that is not asked for certain does not count.
func (w *world) completed(f diagram.Ref) diagram.Ref {
	for _, turn := range w.complete {
		f = w.Rewrite(turn, f)
	}
	for i := len(w.asked) - 1; i >= 0; i-- {
		if w.asked[i] != w.Value(yes) {
			f = w.Choose(w.asked[i], yes, f, w.Cofactor(f, i, w.space.questions[i].open))
		}
	}
	return f
}

// onlyAsked is yes for sets of answers that answer no question which they do
// not lead to: each that a person can give is there once.
func (w *world) onlyAsked() diagram.Ref {
	only := w.Value(yes)
	for i, asked := range w.asked {
		if asked == w.Value(yes) {
			continue
		}
		left := w.space.questions[i].unansweredOnly()
		only = w.Apply(w.and, only, w.Choose(asked, yes, w.Value(yes), w.Test(i, left)))
	}
	return only
}
