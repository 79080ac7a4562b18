package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"scarcheck/rules/diagram"
)

// Doubled is a guideline with every question and every rule twice; a level
// holds when it holds for one half or the other. Its answer space is squared.
func Doubled(g *Guideline) *Guideline {
	first, second := g.clone(), g.clone()
	offset, factors := g.Vocabulary.Len(), len(g.Factors)
	for i := range second.Vocabulary.questions {
		q := &second.Vocabulary.questions[i]
		q.ID = fmt.Sprintf("%s-%d", q.ID, offset)
		q.AskIf.shift(offset)
	}
	d := first
	d.Vocabulary = NewVocabulary(append(first.Vocabulary.questions, second.Vocabulary.questions...))
	for _, rule := range second.ruleConditions() {
		rule.when.shift(offset)
	}
	for _, f := range second.Factors {
		f.ID, f.place = fmt.Sprintf("%s-%d", f.ID, factors), f.place+factors
		d.Factors = append(d.Factors, f)
	}
	for i, level := range second.Levels[:len(second.Levels)-1] {
		d.Levels[i].When = &Condition{op: opAny, parts: []Condition{*d.Levels[i].When, *level.When}}
	}
	for _, t := range second.Tips {
		t.ID = fmt.Sprintf("%s-%d", t.ID, offset)
		d.Tips = append(d.Tips, t)
	}
	for _, c := range second.Cautions {
		c.ID = fmt.Sprintf("%s-%d", c.ID, offset)
		d.Cautions = append(d.Cautions, c)
	}
	for i, t := range second.Treatments {
		d.Treatments[i].Cautions = append(d.Treatments[i].Cautions, t.Cautions...)
	}
	for _, n := range second.Notes {
		n.ID = fmt.Sprintf("%s-%d", n.ID, offset)
		d.Notes = append(d.Notes, n)
	}
	d.compile()
	return d
}

// shift makes a condition speak of later questions.
func (c *Condition) shift(offset int) {
	if c == nil {
		return
	}
	c.question += offset
	for i := range c.parts {
		c.parts[i].shift(offset)
	}
}

func TestNodeLimit(t *testing.T) {
	g := newSmall(t, 1)
	s, err := newSpace(g.Vocabulary, g.conditions())
	if err != nil {
		t.Fatal(err)
	}
	p := newProver(s, 10)
	err = p.Try(func() { p.world(g).prove(nil) })
	if !errors.Is(err, diagram.ErrTooBig) {
		t.Error(err)
	}
}

func TestTooManyChoicesToCombine(t *testing.T) {
	q := Question{ID: "places", Kind: Many}
	for i := range mostCombined + 1 {
		q.Choices = append(q.Choices, Choice{ID: fmt.Sprintf("c%d", i)})
	}
	_, err := newSpace(NewVocabulary([]Question{q}), nil)
	if err == nil || !strings.Contains(err.Error(), `question "places" has 17 choices that can be combined; proofs take at most 16`) {
		t.Error(err)
	}
}

// Every kind of test, on every kind of answer: the prover reads it as the
// interpreter does.
func TestTestsAreReadAlike(t *testing.T) {
	q := Question{Kind: Many, Choices: []Choice{{ID: "a", Alone: true}, {ID: "b"}, {ID: "c"}}, DontKnowAs: "c"}
	v := NewVocabulary([]Question{q})
	for _, o := range []op{opAnyOf, opAllOf, opOnly, opUnknown} {
		for mask := uint64(1); mask < 8; mask++ {
			for _, r := range v.Question(0).replies() {
				f := newFacts(1)
				f.see(v, []Answer{r.answer(v.Question(0))})
				c := Condition{op: o, mask: mask}
				want := slices.Index([]Truth{False, Unknown, True}, c.eval(&f))
				if got := (test{0, o, mask}).value(r.answer(v.Question(0))); int(got) != want {
					t.Errorf("test %d of %b on %v: got %d, want %d", o, mask, r, got, want)
				}
			}
		}
	}
}
