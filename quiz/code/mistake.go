package code

import (
	"slices"

	"scarcheck/quiz/words"
)

// The faults of a group of letters, in a Mistyped.
var (
	ErrSign    = words.New("has a sign that no code has")
	ErrLength  = words.New("has a letter too few or too many")
	ErrLetter  = words.New("has a wrong letter, or two letters that changed places")
	ErrSwapped = words.New("has changed places with another group")
	ErrBefore  = words.New("seems to come too early: a group before it is missing, or a letter in it is wrong")
	ErrAfter   = words.New("seems not to be the last: a group after it is missing, or a letter in it is wrong")
	ErrLast    = words.New("seems to be the last: what comes after it is too much, or a letter in it is wrong")
)

// Mistyped is a mistake in the letters: which group to look at, and what the
// mistake looks like, one of the Err values above.
type Mistyped struct {
	Group int // from 1
	Err   error
}

// Error is "the third group of the code has a wrong letter, or ...".
func (m Mistyped) Error() string { return m.In(words.English) }

// In says it in a language.
func (m Mistyped) In(l words.Language) string {
	return l.Sayf("%s of the code %v", ordinal(l, m.Group), m.Err)
}

// Unwrap returns what the mistake looks like.
func (m Mistyped) Unwrap() error { return m.Err }

// ordinals name the groups that codes have; no protocol so far needs more.
var ordinals = [...]words.Text{
	"the first group", "the second group", "the third group", "the fourth group", "the fifth group",
	"the sixth group", "the seventh group", "the eighth group", "the ninth group", "the tenth group",
}

func ordinal(l words.Language, n int) string {
	if n > len(ordinals) {
		return l.Sayf("group %d", n)
	}
	return l.Say(ordinals[n-1])
}

// mistake finds what is wrong with letters, written being the groups as they
// are written and groups as they are read. It is nil if all groups are sound.
func mistake(written, groups [][]byte) error {
	wrong, odd := unsound(groups), uneven(written)
	if len(written) == 1 || len(odd) > 1 { // not written in groups of five
		written, odd = groups, wrong
	}
	for i, group := range written {
		if slices.Contains(group, noLetter) {
			return Mistyped{i + 1, ErrSign}
		}
	}
	switch {
	case len(groups[len(groups)-1]) != groupSize:
		return Mistyped{odd[0] + 1, ErrLength}
	case len(wrong) > 0:
		return Mistyped{wrong[0] + 1, looksLike(groups, wrong[0])}
	}
	return nil
}

// uneven lists the groups that do not have five letters.
func uneven(groups [][]byte) (at []int) {
	for i, group := range groups {
		if len(group) != groupSize {
			at = append(at, i)
		}
	}
	return at
}

// unsound lists the groups that do not have five letters, or not those that
// fit each other and their place.
func unsound(groups [][]byte) (at []int) {
	for i, group := range groups {
		if len(group) != groupSize || sum(group) != place(i, len(groups)) {
			at = append(at, i)
		}
	}
	return at
}

// looksLike guesses at the mistake behind the first group that is wrong, by
// the places that it and those after it belong to.
func looksLike(groups [][]byte, i int) error {
	n := len(groups)
	belongs := sum(groups[i])
	switch {
	case belongs == place(i, i+1):
		return ErrLast
	case i == n-1 && belongs == place(i, n+1):
		return ErrAfter
	case allLate(groups, i):
		return ErrBefore
	}
	for other := i + 1; other < n; other++ {
		if belongs == place(other, n) && sum(groups[other]) == place(i, n) {
			return ErrSwapped
		}
	}
	return ErrLetter
}

// allLate reports whether all groups from i on are right one place later.
func allLate(groups [][]byte, i int) bool {
	for ; i < len(groups); i++ {
		if sum(groups[i]) != place(i+1, len(groups)+1) {
			return false
		}
	}
	return true
}
