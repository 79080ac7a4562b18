package quiz

import (
	"slices"
	"strings"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// order reads how the choices of a question compare. It changes nothing that a
// person sees: the proofs in package rules build on it.
func order(node strict.Node, kind rules.Kind) rules.Order {
	if node.IsZero() {
		return rules.NoOrder
	}
	name, known := node.Text(), rules.Orders[1:]
	at := slices.Index(known, name)
	switch {
	case name == "":
		return rules.NoOrder
	case at < 0:
		node.Faultf("no order %q%s; the choices of a question are in order of %s", name, strict.Suggest(name, known), strings.Join(known, " or "))
		return rules.NoOrder
	case kind == rules.Text:
		node.Faultf("a question of kind text has no choices to put in order")
	case rules.Order(at+1) == rules.Adding && kind == rules.One:
		node.Faultf("only to a question of kind many can a choice be added")
	}
	return rules.Order(at + 1)
}

// unordered reads whether a choice stands outside the order of its question.
func unordered(choice strict.Map, q *Question) bool {
	outside := choice.MaybeBool("unordered")
	if outside && q.Order == rules.NoOrder {
		choice.Get("unordered").Faultf("the question has no \"order\" that a choice could stand outside of")
	}
	return outside
}
