package rules_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"scarcheck/rules"
)

// TestCouldBeIsExact compares what Judge says that open answers could bring,
// and on which questions that hangs, with trying every set of answers, on
// thousands of guidelines made up at random.
func TestCouldBeIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	more := 0
	for run := range 1200 {
		w := newWorld(t, random, run%4 == 0)
		for range 2 {
			answers := randomAnswers(w.guideline.Vocabulary, random)
			care := w.guideline.Judge(answers).Care
			levels := w.levelsOf(answers)
			want, open := bruteCouldBe(w.guideline, answers, care.Level, levels)
			if care.CouldBe != w.guideline.Levels[want] || !slices.Equal(care.Open, open) {
				t.Fatalf("run %d: could be %s by %v, trying all: %s by %v\n%s%+v", run, care.CouldBe.ID, care.Open,
					w.guideline.Levels[want].ID, open, w.text, answers)
			}
			if len(open) > 0 {
				more++
			}
		}
	}
	if more < 200 {
		t.Errorf("in %d runs only could it be more urgent: the guidelines tried are too tame", more)
	}
}

// levelsOf says of every completion of the answers which levels hold, the last
// one if no other.
func (w *world) levelsOf(answers rules.Answers) outcomes {
	all := complete(w.guideline.Vocabulary, answers)
	o := outcomes{completions: all, hold: make([][]bool, all.count)}
	chosen := make([]uint64, len(answers))
	for n := range all.count {
		all.at(n, chosen)
		w.apply(chosen)
		for _, c := range w.levels {
			o.hold[n] = append(o.hold[n], c.holds(chosen))
		}
		o.hold[n] = append(o.hold[n], !slices.Contains(o.hold[n], true))
	}
	return o
}

// outcomes are the levels that hold in each completion.
type outcomes struct {
	completions
	hold [][]bool
}

// bruteCouldBe is the most urgent level in any completion, or the level that is
// there now if none is more urgent; and the open questions whose answer alone,
// in some completion, decides whether it holds.
func bruteCouldBe(g *rules.Guideline, answers rules.Answers, now *rules.Level, o outcomes) (int, []int) {
	level := len(g.Levels) - 1
	if now != nil {
		level = slices.Index(g.Levels, now)
	}
	most := level
	for _, hold := range o.hold {
		most = min(most, slices.Index(hold, true))
	}
	if most == level {
		return most, nil
	}
	var open []int
	for i, asked := range g.Vocabulary.Asked(answers) {
		if asked == rules.True && answers[i].Chosen != answers[i].Possible && o.decides(i, most) {
			open = append(open, i)
		}
	}
	return most, open
}

func (o *outcomes) decides(question, level int) bool {
	stride, choices := o.stride[question], len(o.answers[question])
	for n := range o.hold {
		base := n - n/stride%choices*stride
		if o.hold[n][level] != o.hold[base][level] {
			return true
		}
	}
	return false
}

// TestCouldBeEmbedded does the same with the protocol that the program carries,
// for answers that leave a few questions open.
func TestCouldBeEmbedded(t *testing.T) {
	g := embedded(t).Guideline
	random := rand.New(rand.NewPCG(7, 8))
	more, tried := 0, 0
	for tried < 400 {
		answers := randomAnswers(g.Vocabulary, random)
		all := complete(g.Vocabulary, answers)
		if all.count < 2 || all.count > 5000 {
			continue
		}
		tried++
		care := g.Judge(answers).Care
		want, open := bruteCouldBe(g, answers, care.Level, handwrittenLevels(all))
		if care.CouldBe != g.Levels[want] || !slices.Equal(care.Open, open) {
			t.Fatalf("could be %s by %v, trying all: %s by %v\n%+v", care.CouldBe.ID, care.Open, g.Levels[want].ID, open, answers)
		}
		if len(open) > 0 {
			more++
		}
	}
	if more < 50 {
		t.Errorf("in %d runs only could it be more urgent", more)
	}
}

func handwrittenLevels(all completions) outcomes {
	o := outcomes{completions: all, hold: make([][]bool, all.count)}
	chosen := make([]uint64, len(all.answers))
	answers := make(rules.Answers, len(all.answers))
	var v verdict
	for n := range all.count {
		all.at(n, chosen)
		for i := range chosen {
			answers[i] = rules.Answer{Chosen: chosen[i], Possible: chosen[i]}
		}
		newPerson(answers).judge(&v)
		for _, level := range v.levels {
			o.hold[n] = append(o.hold[n], level == rules.True)
		}
	}
	return o
}

// TestValuesAreSound sees that a rule that is true, or false, is so in every
// completion of the answers; and that the two ways to evaluate, the program of
// Evaluate and the trees behind the reasons, agree.
func TestValuesAreSound(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for run := range 500 {
		w := newWorld(t, random, false)
		answers := randomAnswers(w.guideline.Vocabulary, random)
		e := w.guideline.NewEvaluation()
		w.guideline.Evaluate(answers, e)
		for _, x := range w.guideline.Explain(answers) {
			if value, ok := evaluated(w.guideline, e, x); ok && value != x.Value {
				t.Fatalf("run %d: %s %s is %v by the program, %v by the tree\n%s%+v", run, x.Kind, x.ID, value, x.Value, w.text, answers)
			}
		}
		all := complete(w.guideline.Vocabulary, answers)
		chosen := make([]uint64, len(answers))
		for n := range all.count {
			all.at(n, chosen)
			w.apply(chosen)
			for i, c := range w.factors {
				if got := e.Factors[i]; got != rules.Unknown && (got == rules.True) != c.holds(chosen) {
					t.Fatalf("run %d: factor %d is %v, but not for %b\n%s%+v", run, i, got, chosen, w.text, answers)
				}
			}
		}
	}
}

// evaluated is the value that an evaluation has for the rule explained.
func evaluated(g *rules.Guideline, e *rules.Evaluation, x rules.Explanation) (rules.Truth, bool) {
	switch x.Kind {
	case "care":
		at := slices.IndexFunc(g.Levels, func(l *rules.Level) bool { return l.ID == x.ID })
		return e.Levels[at], true
	case "factor":
		at := slices.IndexFunc(g.Factors, func(f *rules.Factor) bool { return f.ID == x.ID })
		return e.Factors[at], true
	case "tip":
		at := slices.IndexFunc(g.Tips, func(f *rules.Tip) bool { return f.ID == x.ID })
		return e.Tips[at], true
	case "support":
		return e.Support, true
	}
	return rules.False, false
}

// TestKleeneLaws checks the laws of the three-valued logic on conditions made
// up at random: both sides of each must be the same rule.
func TestKleeneLaws(t *testing.T) {
	laws := []struct {
		name        string
		left, right func(a, b, c *cond) *cond
	}{
		{"double negation", func(a, _, _ *cond) *cond { return not1(not1(a)) }, func(a, _, _ *cond) *cond { return a }},
		{"all of one", func(a, _, _ *cond) *cond { return allOf(a) }, func(a, _, _ *cond) *cond { return a }},
		{"any of one", func(a, _, _ *cond) *cond { return oneOf(a) }, func(a, _, _ *cond) *cond { return a }},
		{"all twice", func(a, _, _ *cond) *cond { return allOf(a, a) }, func(a, _, _ *cond) *cond { return a }},
		{"any twice", func(a, _, _ *cond) *cond { return oneOf(a, a) }, func(a, _, _ *cond) *cond { return a }},
		{"all commutes", func(a, b, _ *cond) *cond { return allOf(a, b) }, func(a, b, _ *cond) *cond { return allOf(b, a) }},
		{"any commutes", func(a, b, _ *cond) *cond { return oneOf(a, b) }, func(a, b, _ *cond) *cond { return oneOf(b, a) }},
		{"all nests", func(a, b, c *cond) *cond { return allOf(a, allOf(b, c)) }, func(a, b, c *cond) *cond { return allOf(a, b, c) }},
		{"any nests", func(a, b, c *cond) *cond { return oneOf(a, oneOf(b, c)) }, func(a, b, c *cond) *cond { return oneOf(a, b, c) }},
		{"De Morgan, all", func(a, b, _ *cond) *cond { return not1(allOf(a, b)) }, func(a, b, _ *cond) *cond { return oneOf(not1(a), not1(b)) }},
		{"De Morgan, any", func(a, b, _ *cond) *cond { return not1(oneOf(a, b)) }, func(a, b, _ *cond) *cond { return allOf(not1(a), not1(b)) }},
		{"all over any", func(a, b, c *cond) *cond { return allOf(a, oneOf(b, c)) }, func(a, b, c *cond) *cond { return oneOf(allOf(a, b), allOf(a, c)) }},
		{"any over all", func(a, b, c *cond) *cond { return oneOf(a, allOf(b, c)) }, func(a, b, c *cond) *cond { return allOf(oneOf(a, b), oneOf(a, c)) }},
		{"absorption", func(a, b, _ *cond) *cond { return allOf(a, oneOf(a, b)) }, func(a, _, _ *cond) *cond { return a }},
	}
	random := rand.New(rand.NewPCG(11, 12))
	for range 150 {
		m := &maker{Rand: random, unknown: true}
		for i := range 4 {
			m.question(i)
		}
		a, b, c := m.cond(4, 2), m.cond(4, 2), m.cond(4, 2)
		m.levels, m.tips = []*cond{a}, []*cond{a}
		for _, law := range laws {
			m.factors = append(m.factors, law.left(a, b, c), law.right(a, b, c))
		}
		w := m.load(t)
		e := w.guideline.NewEvaluation()
		for range 50 {
			answers := randomAnswers(w.guideline.Vocabulary, random)
			w.guideline.Evaluate(answers, e)
			explained := w.guideline.Judge(answers).Factors
			for i, law := range laws {
				if e.Factors[2*i] != e.Factors[2*i+1] || explained[2*i].Status != explained[2*i+1].Status {
					t.Fatalf("%s: %v and %v\n%s%+v", law.name, e.Factors[2*i], e.Factors[2*i+1], w.text, answers)
				}
			}
		}
	}
}

func not1(c *cond) *cond         { return &cond{op: "not", parts: []*cond{c}} }
func allOf(parts ...*cond) *cond { return &cond{op: "all", parts: parts} }
func oneOf(parts ...*cond) *cond { return &cond{op: "any", parts: parts} }

// TestBecauseSuffices keeps only the answers that a finding rests on, and those
// that decide whether their questions are asked, and leaves all others open:
// what was true stays true, and what was false stays false.
func TestBecauseSuffices(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	gates := embeddedGates(t)
	check := func(g *rules.Guideline, gates [][]int, answers rules.Answers, text string) {
		for i, x := range g.Explain(answers) {
			if x.Value == rules.Unknown {
				continue
			}
			kept := g.Vocabulary.Open()
			for _, reason := range x.Because {
				keep(kept, answers, gates, reason.Question)
			}
			if got := g.Explain(kept)[i]; got.Value != x.Value {
				t.Fatalf("%s %s is %v because of %v, but with these answers alone it is %v\n%s%+v",
					x.Kind, x.ID, x.Value, x.Because, got.Value, text, answers)
			}
		}
	}
	for run := range 500 {
		if g := embedded(t).Guideline; run%5 == 0 {
			check(g, gates, randomAnswers(g.Vocabulary, random), "")
		}
		w := newWorld(t, random, false)
		check(w.guideline, w.gates(), randomAnswers(w.guideline.Vocabulary, random), w.text)
	}
}

// keep copies an answer, and those that its question's asking hangs on.
func keep(kept, answers rules.Answers, gates [][]int, question int) {
	kept[question] = answers[question]
	for _, gate := range gates[question] {
		keep(kept, answers, gates, gate)
	}
}

func (w *world) gates() [][]int {
	gates := make([][]int, len(w.questions))
	for i, c := range w.askIf {
		c.speaksOf(func(question int, _ string) { gates[i] = append(gates[i], question) })
	}
	return gates
}

// embeddedGates names, for each question of the embedded protocol, the ones its
// "ask if" speaks of.
func embeddedGates(t testing.TB) [][]int {
	p := embedded(t)
	gates := make([][]int, len(p.Questions))
	for id, on := range map[string]string{
		"sites": "lesions worst", "effective-treatment": "lesions worst", "tried": "lesions worst",
		"relapse": "effective-treatment", "new-scars": "marks", "visibility": "marks", "clear-a-year": "marks lesions",
		"safety": "effect picking",
	} {
		at, _ := p.Find(id)
		for gate := range strings.FieldsSeq(on) {
			place, _ := p.Find(gate)
			gates[at] = append(gates[at], place)
		}
	}
	return gates
}

// onUnknown are the rules of the embedded protocol that hold while something is
// not known: only they may change once it is.
var onUnknown = []string{"support support", "note scar-kinds", "ask look-for-scars"}

// TestAnswersNeverOverturn answers one open question more: a rule that was true
// stays true, and one that was false stays false.
func TestAnswersNeverOverturn(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	check := func(g *rules.Guideline, answers rules.Answers, text string) {
		before := g.Explain(answers)
		for i, asked := range g.Vocabulary.Asked(answers) {
			q := g.Vocabulary.Question(i)
			if asked != rules.True || answers[i].Chosen == answers[i].Possible {
				continue
			}
			more := slices.Clone(answers)
			can := legal(q, answers[i])
			more[i] = q.Definite(can[random.IntN(len(can))])
			for j, after := range g.Explain(more) {
				was := before[j]
				if was.Value == rules.Unknown || was.Value == after.Value || slices.Contains(onUnknown, was.Kind+" "+was.ID) {
					continue
				}
				t.Fatalf("%s %s was %v, and is %v with an answer to %q\n%s%+v", was.Kind, was.ID, was.Value, after.Value, q.ID, text, answers)
			}
		}
	}
	for range 500 {
		g := embedded(t).Guideline
		check(g, randomAnswers(g.Vocabulary, random), "")
		w := newWorld(t, random, false)
		check(w.guideline, randomAnswers(w.guideline.Vocabulary, random), w.text)
	}
}

// TestContradictionIsFound asks for what no answer can bring, of a question
// with many choices: it must be seen without trying all sets of choices, which
// would not end.
func TestContradictionIsFound(t *testing.T) {
	q := rules.Question{ID: "marks", Kind: rules.Many}
	for i := range rules.MaxChoices {
		q.Choices = append(q.Choices, rules.Choice{ID: "c" + strings.Repeat("x", i)})
	}
	q.Choices[0].ID = "c0"
	const half = uint64(1)<<32 - 1
	m := &maker{world: world{questions: []rules.Question{q}, askIf: []*cond{nil}}}
	m.factors = []*cond{{op: "any_of", choices: 1}}
	m.tips = m.factors
	m.levels = []*cond{allOf(&cond{op: "only", choices: half}, &cond{op: "any_of", choices: ^half})}
	w := m.load(t)
	if could := w.guideline.Judge(w.guideline.Vocabulary.Open()).Care.CouldBe; could.ID != "last" {
		t.Errorf("could be %q, which nothing can bring", could.ID)
	}
}

// BenchmarkCouldBe judges answers that leave much open, which is when looking
// for what they could bring is most work; ns/worst is the slowest of 1,024.
func BenchmarkCouldBe(b *testing.B) {
	g := embedded(b).Guideline
	b.Run("all open", func(b *testing.B) {
		answers := g.Vocabulary.Open()
		for b.Loop() {
			g.Judge(answers)
		}
	})
	b.Run("half open", func(b *testing.B) {
		random := rand.New(rand.NewPCG(17, 18))
		sets := pool(g.Vocabulary)
		for _, answers := range sets {
			for i := range answers {
				if random.IntN(2) == 0 {
					answers[i] = g.Vocabulary.Question(i).Open()
				}
			}
		}
		worst := time.Duration(0)
		for _, answers := range sets {
			start := time.Now()
			g.Judge(answers)
			worst = max(worst, time.Since(start))
		}
		for i := 0; b.Loop(); i++ {
			g.Judge(sets[i%len(sets)])
		}
		b.ReportMetric(float64(worst.Nanoseconds()), "ns/worst")
	})
}
