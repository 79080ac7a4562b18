package code

import (
	"math/big"
	"math/bits"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// The ways of not answering come first, so that what is left open at the end
// of an assessment takes no letters.
const ways = uint64(quiz.Answered)

// valid numbers all answers that a question can have: the ways of not
// answering, then the choices that stand alone, then the sets of the others
// that are not empty.
type valid struct {
	alone, free uint64 // bits of the choices
}

func validOf(q *quiz.Question) valid {
	all := q.Open().Possible
	if q.Kind == rules.One {
		return valid{alone: all}
	}
	return valid{alone: q.Alone(), free: all &^ q.Alone()}
}

// count is how many answers there are. It can pass 64 bits.
func (v valid) count() *big.Int {
	sets := new(big.Int).Lsh(big.NewInt(1), uint(bits.OnesCount64(v.free)))
	return sets.Add(sets, new(big.Int).SetUint64(v.first()-1))
}

// first is the place of the first set of free choices.
func (v valid) first() uint64 { return ways + uint64(bits.OnesCount64(v.alone)) }

// place is the place of an answer among them.
func (v valid) place(a quiz.Answer) *big.Int {
	place := new(big.Int)
	switch {
	case a.State != quiz.Answered:
		return place.SetUint64(uint64(a.State))
	case a.Chosen&v.alone != 0:
		before := v.alone & (a.Chosen&v.alone - 1)
		return place.SetUint64(ways + uint64(bits.OnesCount64(before)))
	}
	place.SetUint64(gather(a.Chosen, v.free) - 1)
	return place.Add(place, new(big.Int).SetUint64(v.first()))
}

// answer is the answer at a place below count.
func (v valid) answer(place *big.Int) quiz.Answer {
	first := new(big.Int).SetUint64(v.first())
	if place.Cmp(first) >= 0 {
		set := new(big.Int).Sub(place, first).Uint64() + 1
		return quiz.Answer{State: quiz.Answered, Chosen: scatter(set, v.free)}
	}
	at := place.Uint64()
	if at < ways {
		return quiz.Answer{State: quiz.State(at)}
	}
	return quiz.Answer{State: quiz.Answered, Chosen: scatter(1<<(at-ways), v.alone)}
}

// gather moves the bits of x that stand in mask together at the low end.
func gather(x, mask uint64) (low uint64) {
	for at := 0; mask != 0; at++ {
		if x&mask&-mask != 0 {
			low |= 1 << at
		}
		mask &= mask - 1
	}
	return low
}

// scatter moves them back.
func scatter(low, mask uint64) (x uint64) {
	for ; mask != 0; low >>= 1 {
		x |= mask & -mask * (low & 1)
		mask &= mask - 1
	}
	return x
}
