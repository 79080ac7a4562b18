package rules

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/rules/strict"
)

// small is a small protocol made up at random. It goes the way of every
// protocol: through YAML and the loader.
type small struct {
	*rand.Rand
	questions []Question
	unknown   bool // conditions may test for "unknown"
}

func (m *small) chance(percent int) bool { return m.IntN(100) < percent }

func (m *small) question(i int) Question {
	q := Question{ID: fmt.Sprintf("q%d", i), Kind: Kind(m.IntN(2)), Order: Order(m.IntN(3)), Informational: m.chance(5)}
	if i == 0 {
		q.ID = "marks"
	} else if m.chance(8) {
		q.Kind, q.Order = Text, NoOrder
		return q
	}
	for j := range 2 + m.IntN(2) {
		alone := q.Kind == Many && j == 0 && m.chance(40)
		q.Choices = append(q.Choices, Choice{ID: fmt.Sprintf("c%d", j), Alone: alone, Unordered: m.chance(15), Informational: m.chance(5)})
	}
	if m.chance(25) {
		q.DontKnowAs = q.Choices[m.IntN(len(q.Choices))].ID
		if q.Kind == Many && q.Choices[0].Alone {
			q.DontKnowAs = q.Choices[1].ID
		}
	}
	if q.Kind == One {
		q.DontKnowAs = ""
	}
	return q
}

func (m *small) leaf(before int) string {
	q := &m.questions[m.IntN(before)]
	if q.Kind == Text || (m.unknown && m.chance(8)) {
		return fmt.Sprintf("{q: %s, unknown: true}", q.ID)
	}
	var ids []string
	for _, c := range q.Choices {
		if m.chance(50) {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return fmt.Sprintf("{q: %s, is: %s}", q.ID, q.Choices[0].ID)
	}
	op := "any_of"
	if q.Kind == Many {
		op = []string{"any_of", "any_of", "all_of", "only"}[m.IntN(4)]
	}
	return fmt.Sprintf("{q: %s, %s: [%s]}", q.ID, op, strings.Join(ids, ", "))
}

func (m *small) when(before, depth, factors int) string {
	switch dice := m.IntN(10); {
	case factors > 0 && dice == 0:
		return fmt.Sprintf("{factor: f%d}", m.IntN(factors))
	case depth == 0 || dice < 4:
		return m.leaf(before)
	case dice < 5:
		return "{not: " + m.when(before, depth-1, factors) + "}"
	}
	parts := make([]string, 2+m.IntN(2))
	for i := range parts {
		parts[i] = m.when(before, depth-1, factors)
	}
	return fmt.Sprintf("{%s: [%s]}", []string{"all", "any"}[m.IntN(2)], strings.Join(parts, ", "))
}

func (m *small) files() fstest.MapFS {
	all := len(m.questions)
	when := func() string { return m.when(all, 2, 3) }
	factors, levels, tips, cautions, treatments, rows, notes, ask := "", "", "", "", "", "", "", ""
	for i := range 3 {
		factors += fmt.Sprintf("  - {id: f%d, name: x, when: %s, text: x, evidence: x, sources: [s]}\n", i, m.when(all, 2, i))
	}
	for i := range 2 + m.IntN(2) {
		also := ""
		if m.chance(30) {
			also = fmt.Sprintf("also: [{when: %s, says: x}], ", when())
		}
		levels += fmt.Sprintf("  - {id: l%d, title: x, when: %s, says: x, %scould_be: x, sources: [s]}\n", i, m.when(all, 3, 3), also)
	}
	for i := range 2 {
		tips += fmt.Sprintf("  - {id: t%d, title: x, always: %v, when: %s, text: x, sources: [s]}\n", i, m.chance(30), when())
		cautions += fmt.Sprintf("  - {id: c%d, name: x, when: %s, text: x, sources: [s]}\n", i, when())
		notes += fmt.Sprintf("  - {id: n%d, title: x, when: %s, text: x, sources: [s]}\n", i, when())
		treatments += fmt.Sprintf("  - {id: t%d, name: x, what: x, visits: x, expect: x, healing: x, risks: x, cautions: [c%d], sources: [s]}\n", i, m.IntN(i+1))
	}
	for i, c := range m.questions[0].Choices[1:] {
		rows += fmt.Sprintf("  - {mark: %s, first: [t%d]}\n", c.ID, i%2)
	}
	for i := range MostAsk + 2 {
		condition := ""
		if m.chance(30) {
			condition = "when: " + when() + ", "
		}
		ask += fmt.Sprintf("  - {id: a%d, %stext: x, sources: [s]}\n", i, condition)
	}
	advice := "title: x, says: x, sources: [s]"
	care := fmt.Sprintf("levels:\n%s  - {id: last, otherwise: true, %s}\nundecided: {%s}\nsupport: {when: %s, %s}\ncrisis: {when: %s, %s}\n",
		levels, advice, advice, when(), advice, when(), advice)
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"sources": "sources: [{id: s, title: x, where: x, known: whole, says: x}]", "factors": "factors:\n" + factors, "care": care,
		"tips": "tips:\n" + tips, "treatments": "cautions:\n" + cautions + "marks:\n" + rows + "treatments:\n" + treatments,
		"notes": "notes:\n" + notes + "ask:\n" + ask, "terms": "terms: [{term: x, plain: x}]",
	} {
		files[name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// newSmall makes up a guideline. Half of them leave "unknown" out.
func newSmall(t testing.TB, seed uint64) *Guideline {
	t.Helper()
	m := &small{Rand: rand.New(rand.NewPCG(seed, 7)), unknown: seed%2 == 0}
	for i := range 3 + m.IntN(2) {
		m.questions = append(m.questions, m.question(i))
	}
	var log strict.Log
	v := NewVocabulary(m.questions)
	for i := 1; i < v.Len(); i++ {
		if m.chance(40) {
			v.AskIf(i, strict.Parse(&log, "gate", []byte(m.when(i, 1, 0))))
		}
	}
	g := Load(&log, Folder{FS: m.files(), Name: "small"}, v)
	if err := log.Err(); err != nil {
		t.Error(seed, err)
	}
	return g
}

// point is one set of answers and all that comes of it, as the interpreter
// says it.
type point struct {
	replies []int
	asked   []Truth
	rules   []Truth // in the order of ruleConditions
	care    uint8
	couldBe uint8
	factors []Truth
	shown   []Truth // in the order of a world's outcomes
	outputs string
}

// brute is every set of answers to a small guideline.
type brute struct {
	*Guideline
	space  [][]Reply
	points []point
	e      *Evaluation
}

func newBrute(g *Guideline) *brute {
	b := &brute{Guideline: g, e: g.NewEvaluation()}
	total := 1
	for i := range g.Vocabulary.questions {
		b.space = append(b.space, g.Vocabulary.questions[i].replies())
		total *= len(b.space[i])
	}
	b.points = make([]point, total)
	for n := range b.points {
		replies := make([]int, len(b.space))
		for i, rest := 0, n; i < len(replies); i++ {
			replies[i], rest = rest%len(b.space[i]), rest/len(b.space[i])
		}
		b.points[n] = b.judge(replies)
	}
	return b
}

// with is the place of the point that differs in one reply.
func (b *brute) with(n, question, reply int) int {
	stride := 1
	for i := range question {
		stride *= len(b.space[i])
	}
	return n + (reply-b.points[n].replies[question])*stride
}

func (b *brute) judge(replies []int) point {
	answers := make(Answers, len(replies))
	for i, r := range replies {
		answers[i] = b.space[i][r].answer(b.Vocabulary.Question(i))
	}
	b.Evaluate(answers, b.e)
	could, _ := b.couldBe(b.e)
	p := point{
		replies: replies, asked: append([]Truth{}, b.e.facts.asked...), factors: append([]Truth{}, b.e.Factors...),
		care: b.urgency(b.e.Level), couldBe: b.urgency(b.levelPlace(could)),
	}
	for _, rule := range b.ruleConditions() {
		p.rules = append(p.rules, rule.when.eval(&b.e.facts))
	}
	p.shown = b.shown()
	seen := []byte{p.care, p.couldBe}
	for _, asked := range p.asked {
		seen = append(seen, byte(truthOf(asked == True)))
	}
	for _, t := range append(append([]Truth{}, p.factors...), p.shown...) {
		seen = append(seen, byte(t))
	}
	p.outputs = string(seen)
	return p
}

func (b *brute) levelPlace(level *Level) int {
	for i, l := range b.Levels {
		if l == level {
			return i
		}
	}
	return NoLevel
}

// shown says what findings show, in the order of a world's outcomes.
func (b *brute) shown() []Truth {
	var shown []Truth
	add := func(t Truth) { shown = append(shown, truthOf(t == True)) }
	for i, level := range b.Levels {
		for _, also := range level.Also {
			add(min(truthOf(b.e.Level == i), also.When.eval(&b.e.facts)))
		}
	}
	add(b.e.Support)
	add(b.e.Crisis)
	for _, t := range b.e.Tips {
		add(t)
	}
	marks := b.e.facts.answers[b.marks].Chosen
	for _, t := range b.Treatments {
		suits := marks&(t.first|t.followUp) != 0
		add(truthOf(suits))
		for _, c := range t.Cautions {
			shown = append(shown, min(truthOf(suits), c.When.eval(&b.e.facts)))
		}
	}
	for _, t := range b.e.Notes {
		add(t)
	}
	held := 0
	for _, t := range b.e.Ask {
		add(min(t, truthOf(held < MostAsk)))
		if t == True {
			held++
		}
	}
	return shown
}
