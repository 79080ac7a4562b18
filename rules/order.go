package rules

import "math/bits"

// Order says how the choices of a question compare.
type Order uint8

// The orders a question may declare.
const (
	NoOrder Order = iota // its choices are not compared
	Concern              // they run from least to most concerning
	Adding               // each further choice concerns more; one and another are not compared
)

// Orders are the names of the orders as protocol files write them, in the
// order of the constants.
var Orders = []string{"", "concern", "adding"}

// worsening are the pairs of replies to a question, by their places, of which
// the second is worse by one step: a choice added, or one put in place of the
// one before it. Every worse answer is reached by such steps.
func (r *replySpace) worsening() [][2]int {
	place := map[uint64]int{}
	for i, reply := range r.replies {
		if reply.State == Answered {
			place[reply.Chosen] = i
		}
	}
	var pairs [][2]int
	for i, reply := range r.replies {
		if reply.State != Answered || r.Order == NoOrder {
			continue
		}
		for _, worse := range r.worse(reply.Chosen) {
			if to, ok := place[worse]; ok {
				pairs = append(pairs, [2]int{i, to})
			}
		}
	}
	return pairs
}

// worse are the choices that are one step worse than these.
func (q *Question) worse(chosen uint64) []uint64 {
	var all []uint64
	before := uint64(0) // the choice before in the order
	for i := range q.Choices {
		choice := uint64(1) << i
		if q.Choices[i].Unordered {
			continue
		}
		if q.Kind == Many && chosen&choice == 0 && choice&q.alone == 0 {
			all = append(all, chosen&^q.alone|choice)
		}
		if q.Order == Concern && chosen&before != 0 && chosen&choice == 0 {
			all = append(all, chosen&^before|choice)
		}
		before = choice
	}
	return all
}

// single reports whether mask is one choice.
func single(mask uint64) bool { return bits.OnesCount64(mask) == 1 }
