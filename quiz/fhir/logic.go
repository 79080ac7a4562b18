package fhir

import (
	"cmp"
	"errors"
	"slices"
)

// anyOption in a literal stands for any answer at all.
const anyOption = -1

// literal is what a FHIR item can be enabled by: that a question has a certain
// option among its answers, or any answer, or that it has not. A question that
// is not asked has no answer.
type literal struct {
	question int // its place
	option   int // the place of an answer option, or anyOption
	not      bool
}

// clause holds when any of its literals does.
type clause []literal

// logic is plain, two-valued logic of what is answered: it holds when all of its
// clauses do. It is the one form that groups within groups can take.
type logic []clause

var (
	always = logic{}
	never  = logic{{}}
)

// mostClauses is how many clauses a condition may grow to.
const mostClauses = 64

// errGrows says that a condition has too many clauses.
var errGrows = errors.New("its condition is too complex for FHIR's enableWhen; make it simpler")

func one(l literal) logic { return logic{{l}} }

// and holds when all parts do.
func and(parts ...logic) logic { return slices.Concat(parts...).absorbed() }

// or holds when any of the parts does.
func or(parts ...logic) logic {
	sum := never
	for _, part := range parts {
		var product logic
		for _, a := range sum {
			for _, b := range part {
				product = append(product, slices.Concat(a, b))
			}
		}
		if sum = product.absorbed(); len(sum) > mostClauses {
			panic(errGrows) // caught in conditions.when
		}
	}
	return sum
}

// not holds when f does not.
func not(f logic) logic {
	parts := []logic{}
	for _, c := range f {
		part := always
		for _, l := range c {
			l.not = !l.not
			part = append(part, clause{l})
		}
		parts = append(parts, part)
	}
	return or(parts...)
}

// absorbed leaves out what says nothing: clauses that always hold, and clauses
// that hold whenever another one does.
func (f logic) absorbed() logic {
	kept := logic{}
	for _, c := range f {
		if c = c.sorted(); !c.trivial() {
			kept = append(kept, c)
		}
	}
	slices.SortStableFunc(kept, func(a, b clause) int { return cmp.Compare(len(a), len(b)) })
	var least logic
	for _, c := range kept {
		if !slices.ContainsFunc(least, func(shorter clause) bool { return shorter.implies(c) }) {
			least = append(least, c)
		}
	}
	return append(logic{}, least...)
}

func (c clause) sorted() clause {
	c = slices.Clone(c)
	slices.SortFunc(c, func(a, b literal) int {
		return cmp.Or(cmp.Compare(a.question, b.question), cmp.Compare(a.option, b.option), order(a.not, b.not))
	})
	return slices.Compact(c)
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// trivial reports whether the clause always holds: an answer that is there or
// not there.
func (c clause) trivial() bool {
	return slices.ContainsFunc(c, func(l literal) bool {
		l.not = !l.not
		return slices.Contains(c, l)
	})
}

// implies reports whether d holds wherever c does.
func (c clause) implies(d clause) bool {
	for _, l := range c {
		if !slices.Contains(d, l) {
			return false
		}
	}
	return true
}
