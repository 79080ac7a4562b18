package rules

import (
	"fmt"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Book is every rule of a protocol that has a condition, in the order in which
// an Evaluation has them.
type Book struct {
	Rules []Rule

	vocabulary *rules.Vocabulary
	factors    map[string]strict.Node
}

// Rule is a rule that may hold.
type Rule struct {
	Name string
	// Value is what our own engine says of it.
	Value func(*rules.Evaluation) rules.Truth

	when formula
}

// Read reads the rules of the embedded protocol.
func Read(p *quiz.Protocol) *Book {
	b := &Book{vocabulary: p.Guideline.Vocabulary, factors: map[string]strict.Node{}}
	b.list("factors.yaml", "factors", nil) // others speak of them
	b.list("care.yaml", "levels", func(e *rules.Evaluation, i int) rules.Truth { return e.Levels[i] })
	b.list("factors.yaml", "factors", func(e *rules.Evaluation, i int) rules.Truth { return e.Factors[i] })
	b.list("tips.yaml", "tips", func(e *rules.Evaluation, i int) rules.Truth { return e.Tips[i] })
	b.list("treatments.yaml", "cautions", func(e *rules.Evaluation, i int) rules.Truth { return e.Cautions[i] })
	b.list("notes.yaml", "notes", func(e *rules.Evaluation, i int) rules.Truth { return e.Notes[i] })
	b.list("notes.yaml", "ask", func(e *rules.Evaluation, i int) rules.Truth { return e.Ask[i] })
	care := pairs(parse("care.yaml"))
	b.add("support", care["support"], func(e *rules.Evaluation) rules.Truth { return e.Support })
	b.add("crisis", care["crisis"], func(e *rules.Evaluation) rules.Truth { return e.Crisis })
	return b
}

// list adds the rules under a key of a file; without value it only notes the
// factors.
func (b *Book) list(file, key string, value func(*rules.Evaluation, int) rules.Truth) {
	for i, entry := range pairs(parse(file))[key].Items() {
		id := pairs(entry)["id"].Text()
		if value == nil {
			b.factors[id] = pairs(entry)["when"]
			continue
		}
		b.add(fmt.Sprintf("%s %s", key, id), entry, func(e *rules.Evaluation) rules.Truth { return value(e, i) })
	}
}

func (b *Book) add(name string, entry strict.Node, value func(*rules.Evaluation) rules.Truth) {
	if when := pairs(entry)["when"]; !when.IsZero() {
		b.Rules = append(b.Rules, Rule{name, value, b.formula(when, false)})
	}
}

func parse(file string) strict.Node { return rules.Embedded().Parse(&strict.Log{}, file) }

func pairs(n strict.Node) map[string]strict.Node {
	found := map[string]strict.Node{}
	for _, pair := range n.Pairs() {
		found[pair.Key.Text()] = pair.Value
	}
	return found
}
