package rules

import (
	"path"
	"strings"

	"scarcheck/rules/strict"
)

// Case is an example that a clinician can read: answers, and what must come of
// them. LoadCases reads cases, RunCase runs one.
type Case struct {
	Name    string
	File    string // where it stands
	Line    int
	Answers Answers

	checks     []check
	keys       []string // of each check, the key of "want" it stands under
	regardless []string // the keys of "want" that hold whatever else is answered
	named      []bool   // the questions that the case says how to meet
}

// casesFile is the file of the cases in a folder of rules.
const casesFile = "cases.yaml"

// LoadCases reads cases.yaml of a folder: examples that test the guideline g,
// which must have been loaded without faults. All that is wrong goes to the
// log; the cases are whole only if the log stays without faults. A case is
//
//	name: a deep lump and no word on the rest
//	answers: {lesions: [deep-few], picking: dont-know}  # left out: unanswered
//	want:
//	  care: {level: dermatologist-soon, because: {lesions: [deep-few]}, also: 0}
//	  could_be: {level: same-day, questions: [alarm]}   # left out: the level itself
//	  support: true
//	  crisis: false
//	  factors:
//	    present: {inflammatory-lesions: {lesions: [deep-few]}}
//	    absent: [relapse]
//	    unknown: [picking, family-scars]
//	    because: {picking: {picking: open}}             # of those absent or unknown
//	  tips: {treat-early: {lesions: [deep-few]}, wash-hair: {}}  # {}: said to everybody
//	  no_tips: [sun]
//	  treatments: {filler: {for: [wavy], follow_up: [wavy], cautions: {keloids: unknown}}}
//	  no_treatments: [subcision]
//	  notes: [fever]
//	  no_notes: [under-13]
//	  ask: [which-kinds]
//	  no_ask: [cause]
//	regardless: [care, notes]  # these hold however the questions left out are met
//
// Only "care" with its level, and what it could be, are checked always; all
// else where it is given. A because, the number of the level's further
// sentences ("also"), and the marks that a treatment is for and those of them
// that it only follows up, are compared as a whole. A because gives for each
// question the choices that count, or the word "open" when the question is
// open; for free text "answered" or "open".
func LoadCases(log *strict.Log, from Folder, g *Guideline) []Case {
	l := &caseLoader{Guideline: g, file: path.Join(from.Name, casesFile)}
	if src, err := from.Read(casesFile); err == nil {
		l.lines = strings.Split(string(src), "\n")
	}
	nodes := from.Parse(log, casesFile).Map("cases").Get("cases").Items()
	cases := make([]Case, 0, len(nodes))
	first := map[string]int{}
	for _, node := range nodes {
		m := node.Map("name", "answers", "want", "regardless")
		name := m.Text("name")
		line, _ := node.Place()
		if before, twice := first[name]; twice && name != "" {
			m.Get("name").Faultf("a case of this name stands on line %d; give one of them another", before)
		}
		first[name] = line
		l.checks, l.keys = nil, nil
		answers := l.answers(m.Get("answers"))
		l.want(m.Get("want"))
		cases = append(cases, Case{
			Name: name, File: l.file, Line: line, Answers: answers,
			checks: l.checks, keys: l.keys, regardless: l.regardless(m), named: l.named,
		})
	}
	return cases
}

// caseLoader reads one case after another and turns what each wants into checks.
type caseLoader struct {
	*Guideline
	file   string
	lines  []string
	checks []check // of the case being read
	keys   []string
	named  []bool
}

func (l *caseLoader) scope() scope {
	return scope{vocabulary: l.Vocabulary, before: l.Vocabulary.Len(), sensitive: true}
}

// isList reports whether the value at node is written as a list. The strict
// reader does not tell, and an answer may be a word or a list.
func (l *caseLoader) isList(node strict.Node) bool {
	line, column := node.Place()
	if line == 0 || line > len(l.lines) {
		return false
	}
	text := []rune(l.lines[line-1])
	rest := string(text[min(column-1, len(text)):])
	return strings.HasPrefix(rest, "[") || strings.HasPrefix(rest+" ", "- ")
}

// answers reads the answers, and faults those to questions that these very
// answers do not lead to: nobody could give them.
func (l *caseLoader) answers(node strict.Node) Answers {
	answers, whole := l.Vocabulary.Open(), true
	given := map[int]strict.Node{}
	l.named = make([]bool, len(answers))
	for _, pair := range node.Pairs() {
		place, ok := l.scope().question(pair.Key)
		if ok {
			given[place], l.named[place] = pair.Key, true
			answers[place], ok = l.answer(l.Vocabulary.Question(place), pair.Value)
		}
		whole = whole && ok
	}
	if !whole {
		return answers
	}
	for place, asked := range l.Vocabulary.Asked(answers) {
		switch asked {
		case True:
		case False:
			given[place].Faultf("nobody can answer this: the other answers rule the question out")
		case Unknown:
			given[place].Faultf("nobody can answer this: it hangs on a question that is left open here")
		}
	}
	return answers
}

// answer reads a choice, a list of choices, free text, or one of the words that
// stand in place of an answer.
func (l *caseLoader) answer(q *Question, node strict.Node) (Answer, bool) {
	if !l.isList(node) {
		switch word := node.Text(); {
		case word == "":
			return q.Open(), false
		case word == "dont-know":
			return q.DontKnow(), true
		case word == "prefer-not":
			return q.Open(), true
		case q.Kind == Text:
			return q.Definite(1), true
		}
	}
	mask, ok := l.choices(q, node)
	switch {
	case !ok:
		return q.Open(), false
	case q.Excludes(mask):
		node.Faultf("question %q: a choice that must stand alone stands beside another", q.ID)
		return q.Open(), false
	}
	return q.Definite(mask), true
}

// choices reads a choice or a list of choices, as many as the question takes.
func (l *caseLoader) choices(q *Question, node strict.Node) (mask uint64, ok bool) {
	nodes := []strict.Node{node}
	if l.isList(node) {
		nodes = node.Items()
	}
	ok = len(nodes) > 0
	for _, choice := range nodes {
		ok = l.scope().choice(q, choice, &mask) && ok
	}
	if ok && len(nodes) > 1 && q.Kind == One {
		node.Faultf("question %q takes one answer, here are %d", q.ID, len(nodes))
		ok = false
	}
	return mask, ok
}

// because reads reasons: a map from questions to the choices that count.
func (l *caseLoader) because(node strict.Node) Because {
	var b Because
	for _, pair := range node.Pairs() {
		place, ok := l.scope().question(pair.Key)
		if !ok {
			continue
		}
		if mask, ok := l.reason(l.Vocabulary.Question(place), pair.Value); ok {
			b.add(place, mask)
		}
	}
	return b
}

// reason reads the choices that count. A choice that is itself called "open" is
// written as a list.
func (l *caseLoader) reason(q *Question, node strict.Node) (mask uint64, ok bool) {
	if l.isList(node) {
		return l.choices(q, node)
	}
	switch word := node.Text(); {
	case word == "open":
		return 0, true
	case q.Kind == Text && word == "answered":
		return 1, true
	case q.Kind == Text && word != "":
		node.Faultf("question %q is free text: a reason is \"answered\" or \"open\"", q.ID)
		return 0, false
	}
	return l.choices(q, node)
}

// Untested names the states of rules that none of the cases wants, such as
// "factor picking: absent": each level, each factor present, absent and
// unknown, each tip called for, said to everybody and left out, each caution
// present and unknown, and so on. States that no answers can bring are not
// asked for.
func (g *Guideline) Untested(cases []Case) []string {
	u := untested{covered: map[string]bool{}}
	for _, c := range cases {
		for _, check := range c.checks {
			u.covered[check.covers] = true
		}
	}
	for _, level := range g.Levels {
		u.need("care", level.ID)
	}
	u.need("care", Undecided)
	u.need("support", "true", "false")
	u.need("crisis", "true", "false")
	for _, factor := range g.Factors {
		u.need("factor "+factor.ID, statuses...)
	}
	for _, tip := range g.Tips {
		u.need("tip "+tip.ID, tip.states()...)
	}
	for _, treatment := range g.Treatments {
		u.need("treatment "+treatment.ID, shown, notShown)
	}
	for _, caution := range g.Cautions {
		u.need("caution "+caution.ID, g.states(caution)...)
	}
	for _, note := range g.Notes {
		u.need("note "+note.ID, note.states()...)
	}
	for _, note := range g.Ask {
		u.need("question to ask "+note.ID, note.states()...)
	}
	return u.missing
}

type untested struct {
	covered map[string]bool
	missing []string
}

func (u *untested) need(what string, states ...string) {
	for _, state := range states {
		if key := what + ": " + state; !u.covered[key] {
			u.missing = append(u.missing, key)
		}
	}
}

func (t *Tip) states() []string {
	switch {
	case t.When == nil:
		return []string{everybody}
	case t.Always:
		return []string{calledFor, everybody}
	}
	return []string{calledFor, notShown}
}

func (n *Note) states() []string {
	if n.When == nil {
		return []string{shown}
	}
	return []string{shown, notShown}
}

// states leaves out "unknown" for a caution that rests on the marks alone:
// treatments show only when the marks are known.
func (g *Guideline) states(c *Caution) []string {
	marksOnly := true
	c.When.each(func(leaf *Condition) { marksOnly = marksOnly && leaf.question == g.marks })
	if marksOnly {
		return []string{present}
	}
	return []string{present, unknown}
}
