package rules_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// cond is a condition in a test: it can write itself as YAML, and it has a
// second, simple-minded meaning, on answers of which none is open.
type cond struct {
	op      string // a test of a question, or "all", "any", "not", "factor"
	q       int
	choices uint64
	parts   []*cond // of "factor": the factor's condition
	factor  int
}

func (c *cond) yaml(questions []rules.Question) string {
	ids := func(mask uint64) string {
		var list []string
		for i, choice := range questions[c.q].Choices {
			if mask&(1<<i) != 0 {
				list = append(list, choice.ID)
			}
		}
		return strings.Join(list, ", ")
	}
	switch c.op {
	case "all", "any":
		list := make([]string, len(c.parts))
		for i, part := range c.parts {
			list[i] = part.yaml(questions)
		}
		return fmt.Sprintf("{%s: [%s]}", c.op, strings.Join(list, ", "))
	case "not":
		return fmt.Sprintf("{not: %s}", c.parts[0].yaml(questions))
	case "factor":
		return fmt.Sprintf("{factor: f%d}", c.factor)
	case "unknown":
		return fmt.Sprintf("{q: %s, unknown: true}", questions[c.q].ID)
	case "is":
		return fmt.Sprintf("{q: %s, is: %s}", questions[c.q].ID, ids(c.choices))
	}
	return fmt.Sprintf("{q: %s, %s: [%s]}", questions[c.q].ID, c.op, ids(c.choices))
}

// holds says whether the condition holds for choices that are all settled; a
// question that is not asked has none.
func (c *cond) holds(chosen []uint64) bool {
	switch c.op {
	case "all":
		for _, part := range c.parts {
			if !part.holds(chosen) {
				return false
			}
		}
		return true
	case "any":
		for _, part := range c.parts {
			if part.holds(chosen) {
				return true
			}
		}
		return false
	case "not":
		return !c.parts[0].holds(chosen)
	case "factor":
		return c.parts[0].holds(chosen)
	case "unknown":
		return false
	case "any_of":
		return chosen[c.q]&c.choices != 0
	case "all_of":
		return chosen[c.q]&c.choices == c.choices
	case "is":
		return chosen[c.q] == c.choices
	}
	return chosen[c.q] != 0 && chosen[c.q]&^c.choices == 0 // only
}

// speaksOf calls visit with every question below c, factors followed.
func (c *cond) speaksOf(visit func(question int, test string)) {
	if c == nil {
		return
	}
	if c.op == "all" || c.op == "any" || c.op == "not" || c.op == "factor" {
		for _, part := range c.parts {
			part.speaksOf(visit)
		}
		return
	}
	visit(c.q, c.op)
}

// world is a small guideline made up at random, and the conditions it was
// written from.
type world struct {
	guideline *rules.Guideline
	questions []rules.Question
	askIf     []*cond
	factors   []*cond
	levels    []*cond // without the last
	tips      []*cond
	text      string
}

type maker struct {
	*rand.Rand
	world
	unknown bool // conditions may test for "unknown"
}

// newWorld makes up a guideline of a few questions with a few choices each. It
// goes the way of every guideline: through YAML and the loader.
func newWorld(t testing.TB, random *rand.Rand, unknown bool) *world {
	m := &maker{Rand: random, unknown: unknown}
	for i := range 3 + m.IntN(2) {
		m.question(i)
	}
	for range 3 {
		m.factors = append(m.factors, m.cond(len(m.questions), 2))
	}
	for range 3 {
		m.levels = append(m.levels, m.cond(len(m.questions), 3))
		m.tips = append(m.tips, m.cond(len(m.questions), 3))
	}
	return m.load(t)
}

func (m *maker) question(i int) {
	q := rules.Question{ID: fmt.Sprintf("q%d", i), Kind: rules.Kind(m.IntN(2))}
	if i == 0 {
		q.ID = "marks" // which every guideline needs
	} else if m.IntN(12) == 0 {
		q.Kind = rules.Text
	}
	if q.Kind != rules.Text {
		for j := range 2 + m.IntN(2) {
			q.Choices = append(q.Choices, rules.Choice{ID: fmt.Sprintf("c%d", j), Alone: q.Kind == rules.Many && m.IntN(4) == 0})
		}
		if m.IntN(4) == 0 {
			q.DontKnowAs = q.Choices[m.IntN(len(q.Choices))].ID
		}
	}
	var askIf *cond
	if i > 0 && m.IntN(2) == 0 {
		askIf = m.cond(i, 2)
	}
	m.askIf = append(m.askIf, askIf)
	m.questions = append(m.questions, q)
}

// cond makes up a condition on the first questions.
func (m *maker) cond(questions, depth int) *cond {
	if depth > 0 && m.IntN(3) > 0 {
		switch form := m.IntN(7); {
		case form < 3:
			return &cond{op: "all", parts: m.conds(questions, depth)}
		case form < 5:
			return &cond{op: "any", parts: m.conds(questions, depth)}
		case form < 6 || len(m.factors) == 0:
			return &cond{op: "not", parts: []*cond{m.cond(questions, depth-1)}}
		default:
			at := m.IntN(len(m.factors))
			return &cond{op: "factor", factor: at, parts: []*cond{m.factors[at]}}
		}
	}
	return m.leaf(questions)
}

func (m *maker) conds(questions, depth int) []*cond {
	parts := make([]*cond, 1+m.IntN(3))
	for i := range parts {
		parts[i] = m.cond(questions, depth-1)
	}
	return parts
}

func (m *maker) leaf(questions int) *cond {
	at := m.IntN(questions)
	q := &m.questions[at]
	if m.unknown && m.IntN(8) == 0 {
		return &cond{op: "unknown", q: at}
	}
	if q.Kind == rules.Text {
		return m.leaf(1)
	}
	c := &cond{q: at, choices: 1 << m.IntN(len(q.Choices))}
	tests := []string{"is", "any_of", "only", "all_of"}
	if q.Kind == rules.One {
		tests = tests[:2]
	}
	if c.op = tests[m.IntN(len(tests))]; c.op != "is" {
		c.choices |= m.Uint64() & (1<<len(q.Choices) - 1)
	}
	return c
}

// load writes the guideline as YAML and loads it.
func (m *maker) load(t testing.TB) *world {
	t.Helper()
	var log strict.Log
	v := rules.NewVocabulary(m.questions)
	for i, c := range m.askIf {
		if c != nil {
			text := "ask_if: " + c.yaml(m.questions)
			m.text += m.questions[i].ID + " " + text + "\n"
			v.AskIf(i, strict.Parse(&log, "questions.yaml", []byte(text)).Map("ask_if").Get("ask_if"))
		}
	}
	files := smallGuideline()
	var factors, levels, tips strings.Builder
	for i, c := range m.factors {
		fmt.Fprintf(&factors, "  - {id: f%d, name: n, when: %s, text: t, evidence: e, sources: [s]}\n", i, c.yaml(m.questions))
	}
	for i, c := range m.levels {
		fmt.Fprintf(&levels, "  - {id: l%d, title: t, when: %s, says: s, could_be: c, sources: [s]}\n", i, c.yaml(m.questions))
	}
	for i, c := range m.tips {
		fmt.Fprintf(&tips, "  - {id: t%d, title: t, when: %s, text: t, sources: [s]}\n", i, c.yaml(m.questions))
	}
	files["factors.yaml"] = "factors:\n" + factors.String()
	files["care.yaml"] = "levels:\n" + levels.String() + files["care.yaml"]
	files["tips.yaml"] = "tips:\n" + tips.String()
	m.text += factors.String() + levels.String() + tips.String()
	m.guideline = rules.Load(&log, folder(files), v)
	if err := log.Err(); err != nil {
		t.Fatalf("%v\n%s", err, m.text)
	}
	return &m.world
}

// smallGuideline is the rest that a guideline needs. It speaks of the first
// choice of the question "marks" only.
func smallGuideline() map[string]string {
	return map[string]string{
		"sources.yaml": "sources: [{id: s, title: t, where: w, known: whole, says: s}]\n",
		"care.yaml": `  - {id: last, title: t, otherwise: true, says: s, sources: [s]}
undecided: {title: t, says: s, sources: [s]}
support: {when: {q: marks, is: c0}, title: t, says: s, sources: [s]}
crisis: {when: {q: marks, is: c0}, title: t, says: s, sources: [s]}
`,
		"treatments.yaml": `
cautions: [{id: c, name: n, when: {q: marks, is: c0}, text: t, sources: [s]}]
marks: [{mark: c0, first: [x]}]
treatments: [{id: x, name: n, what: w, visits: v, expect: e, healing: h, risks: r, cautions: [c], sources: [s]}]
`,
		"notes.yaml": `
notes: [{id: n, title: t, text: t, sources: [s]}]
ask: [{id: a, text: t, sources: [s]}]
`,
		"terms.yaml": "terms: [{term: t, plain: p}]\n",
	}
}

func folder(files map[string]string) rules.Folder {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return rules.Folder{FS: fs, Name: "data"}
}

// legal lists the answers that a person could give to a question of which this
// much is known.
func legal(q *rules.Question, known rules.Answer) []uint64 {
	var masks []uint64
	for mask := uint64(1); mask <= q.Open().Possible; mask++ {
		if mask&known.Chosen != known.Chosen || mask&^known.Possible != 0 {
			continue
		}
		if q.Kind == rules.One && mask&(mask-1) != 0 || q.Excludes(mask) {
			continue
		}
		masks = append(masks, mask)
	}
	return masks
}

// completions are all sets of answers that the open questions leave: each
// question that is not certainly asked may get any answer.
type completions struct {
	answers [][]uint64 // for each question those it may get
	stride  []int
	count   int
}

func complete(v *rules.Vocabulary, answers rules.Answers) completions {
	c := completions{count: 1}
	for i, asked := range v.Asked(answers) {
		q := v.Question(i)
		known := answers[i]
		if asked != rules.True {
			known = q.Open()
		}
		list := legal(q, known)
		if asked == rules.False {
			list = list[:1] // never asked, whatever the others are
		}
		c.answers = append(c.answers, list)
		c.stride = append(c.stride, c.count)
		c.count *= len(list)
	}
	return c
}

func (c *completions) at(n int, into []uint64) {
	for i, list := range c.answers {
		into[i] = list[n/c.stride[i]%len(list)]
	}
}

// apply takes out the answers to questions that are not asked.
func (w *world) apply(chosen []uint64) {
	for i, c := range w.askIf {
		if c != nil && !c.holds(chosen) {
			chosen[i] = 0
		}
	}
}
