package rules

import (
	"strings"

	"scarcheck/rules/strict"
)

// scope is what a condition may speak of: the questions before a place, and
// the factors already read. Sensitive questions only where it says so.
type scope struct {
	vocabulary *Vocabulary
	before     int // questions from this place on are out of reach
	factors    []*Factor
	defined    map[string]Condition // what {defined: id} stands for, in claims
	above      bool                 // only factors above this one
	sensitive  bool
}

var (
	leafTests = []string{"is", "any_of", "all_of", "only", "unknown"}
	forms     = []string{"q", "factor", "all", "any", "not"}
)

// forms are the forms that a condition may have here.
func (s scope) forms() []string {
	if s.defined != nil {
		return []string{"q", "defined", "all", "any", "not"}
	}
	return forms
}

// condition compiles the condition at node, or logs what is wrong with it and
// returns nil.
func (s scope) condition(node strict.Node) *Condition {
	if node.IsZero() {
		return nil
	}
	c, ok := s.parse(node)
	if !ok {
		return nil
	}
	return &c
}

func (s scope) parse(node strict.Node) (Condition, bool) {
	forms := s.forms()
	m := node.Map(append(append([]string{}, forms...), leafTests...)...)
	form := ""
	for _, f := range forms {
		if !m.Has(f) {
			continue
		}
		if form != "" {
			node.Faultf("a condition is one of %s; this one has both %q and %q", strings.Join(forms, ", "), form, f)
			return Condition{}, false
		}
		form = f
	}
	for _, test := range leafTests {
		if m.Has(test) && form != "q" {
			m.Get(test).Faultf("%q tests a question: put it beside \"q\"", test)
			return Condition{}, false
		}
	}
	switch form {
	case "q":
		return s.leaf(m)
	case "factor":
		return s.factor(m.Get("factor"))
	case "defined":
		return s.definition(m.Get("defined"))
	case "all":
		return s.list(opAll, m.Get("all"))
	case "any":
		return s.list(opAny, m.Get("any"))
	case "not":
		part, ok := s.parse(m.Get("not"))
		return Condition{op: opNot, parts: []Condition{part}}, ok
	}
	if len(m.Node().Pairs()) == 0 {
		node.Faultf("a condition needs one of %s", strings.Join(forms, ", "))
	}
	return Condition{}, false
}

func (s scope) list(o op, node strict.Node) (Condition, bool) {
	items := node.Items()
	c, good := Condition{op: o}, len(items) > 0
	for _, item := range items {
		part, ok := s.parse(item)
		good = good && ok
		c.parts = append(c.parts, part)
	}
	return c, good
}

func (s scope) factor(node strict.Node) (Condition, bool) {
	id := node.Text()
	if id == "" {
		return Condition{}, false
	}
	if s.factors == nil {
		node.Faultf("a question's \"ask_if\" may speak of questions only, not of factor %q", id)
		return Condition{}, false
	}
	if len(s.factors) == 0 && !s.above {
		return Condition{}, false // the file of factors has a fault of its own
	}
	known := make([]string, 0, len(s.factors))
	for _, f := range s.factors {
		if f.ID == id {
			return Condition{op: opFactor, factor: f}, f.When != nil
		}
		known = append(known, f.ID)
	}
	where := "in factors.yaml"
	if s.above {
		where = "stands above this one"
	}
	node.Faultf("no factor %q %s%s", id, where, strict.Suggest(id, known))
	return Condition{}, false
}

func (s scope) question(node strict.Node) (int, bool) {
	id := node.Text()
	if id == "" {
		return 0, false
	}
	i, ok := s.vocabulary.Find(id)
	switch {
	case !ok:
		node.Faultf("no question %q%s", id, strict.Suggest(id, s.vocabulary.IDs()))
	case i >= s.before:
		node.Faultf("question %q is not asked before this one: \"ask_if\" may look back only", id)
		ok = false
	case s.vocabulary.questions[i].Sensitive && !s.sensitive:
		node.Faultf("question %q is sensitive: a rule on it would give the answer away, so only \"crisis\" may read it", id)
		ok = false
	}
	return i, ok
}

func (s scope) leaf(m strict.Map) (Condition, bool) {
	place, ok := s.question(m.Get("q"))
	test := ""
	for _, t := range leafTests {
		if !m.Has(t) {
			continue
		}
		if test != "" {
			m.Get(t).Faultf("a condition makes one test: this one has both %q and %q; join two conditions with \"all\"", test, t)
			return Condition{}, false
		}
		test = t
	}
	if test == "" && len(m.Node().Pairs()) == 1 {
		m.Node().Faultf("say what to test: one of %s", strings.Join(leafTests, ", "))
	}
	if test == "" {
		return Condition{}, false
	}
	if !ok {
		return Condition{}, false
	}
	return s.test(place, test, m.Get(test))
}

func (s scope) test(place int, test string, node strict.Node) (Condition, bool) {
	q := &s.vocabulary.questions[place]
	c := Condition{question: place}
	if test == "unknown" {
		c.op = opUnknown
		if node.Text() == "false" {
			node.Faultf("\"unknown\" takes only true; for the opposite write {not: {q: %s, unknown: true}}", q.ID)
			return c, false
		}
		return c, node.Bool()
	}
	if q.Kind == Text {
		node.Faultf("question %q is free text: only \"unknown\" can test it", q.ID)
		return c, false
	}
	if q.Kind == One && (test == "all_of" || test == "only") {
		node.Faultf("question %q takes one answer: use \"is\" or \"any_of\"", q.ID)
		return c, false
	}
	c.op = map[string]op{"any_of": opAnyOf, "all_of": opAllOf, "only": opOnly, "is": opAnyOf}[test]
	choices := []strict.Node{node}
	if test != "is" {
		choices = node.Items()
	} else if q.Kind == Many {
		c.op = opOnly
	}
	ok := len(choices) > 0
	for _, choice := range choices {
		ok = s.choice(q, choice, &c.mask) && ok
	}
	return c, ok
}

func (s scope) choice(q *Question, node strict.Node, mask *uint64) bool {
	id := node.Text()
	if id == "" {
		return false
	}
	bit, err := q.Mask(id)
	switch {
	case err != nil:
		node.Faultf("%v", err)
		return false
	case *mask&bit != 0:
		node.Faultf("choice %q is named twice", id)
		return false
	}
	*mask |= bit
	return true
}
