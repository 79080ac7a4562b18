package rules

import (
	"math/bits"

	"scarcheck/rules/diagram"
)

// Turn is the smallest change of answers under which a rule would hold that
// does not: the fewest questions answered otherwise, and in them the fewest
// choices. No change is smaller; it is found over all answers, by diagrams.
type Turn struct {
	Never   bool // no answers at all would make it hold
	Changes []Change
}

// Change is one question answered otherwise.
type Change struct {
	Question int
	To       Reply
}

// Turns finds the turn of each rule that Explain explained for these answers;
// nil for one that holds. It returns nil for a guideline that is too big to be
// proved over, which check says in words.
func (g *Guideline) Turns(explained []Explanation, answers Answers) []*Turn {
	t := newTurner(g, answers)
	if t == nil {
		return nil
	}
	turns := make([]*Turn, len(explained))
	err := t.Try(func() {
		for i, x := range explained {
			switch {
			case x.Value == True:
			case x.last:
				turns[i] = t.turn(t.levels[len(t.levels)-1])
			default:
				turns[i] = t.turn(t.condition(x.when))
			}
		}
	})
	if err != nil {
		return nil
	}
	return turns
}

// turner finds turns from one set of answers.
type turner struct {
	*world
	answers Answers
	costs   map[int][]int // what it costs to go over to each class of replies
	best    [][]int       // of each class: the reply that costs the least
}

// newTurner returns nil when the guideline is too big to be drawn.
func newTurner(g *Guideline, answers Answers) *turner {
	s, err := newSpace(g.Vocabulary, g.conditions())
	if err != nil {
		return nil
	}
	t := &turner{answers: answers, costs: map[int][]int{}, best: make([][]int, len(s.questions))}
	p := newProver(s, nodeLimit)
	if err := p.Try(func() { t.world = p.world(g) }); err != nil {
		return nil
	}
	for i := range s.questions {
		q := &s.questions[i]
		t.costs[i] = make([]int, len(q.members))
		t.best[i] = make([]int, len(q.members))
		for class, members := range q.members {
			t.best[i][class], t.costs[i][class] = q.cheapest(members, answers[i])
		}
	}
	return t
}

// cheapest is the reply among these that is the least change of an answer, and
// what it costs.
func (r *replySpace) cheapest(members []int, from Answer) (reply, cost int) {
	reply, cost = -1, 0
	for _, member := range members {
		if c := r.changing(member, from); reply < 0 || c < cost || c == cost && member < reply {
			reply, cost = member, c
		}
	}
	return reply, cost
}

// changing is what it costs to put a reply in the place of an answer: nothing
// if it is the same, else one question and the choices made or unmade. To
// leave a question open costs more than any choice.
func (r *replySpace) changing(reply int, from Answer) int {
	to := r.replies[reply]
	switch {
	case r.answers[reply] == from:
		return 0
	case to.State == Answered:
		return oneAnswer + bits.OnesCount64(to.Chosen^from.Chosen)
	default:
		return oneAnswer + 2*MaxChoices + int(to.State)
	}
}

// turn finds the smallest change under which f is yes.
func (t *turner) turn(f diagram.Ref) *Turn {
	classes, ok := t.Shortest(f, yes, t.costs)
	if !ok {
		return &Turn{Never: true}
	}
	turn := &Turn{}
	for i, class := range classes {
		if q := &t.space.questions[i]; t.costs[i][class] > 0 {
			turn.Changes = append(turn.Changes, Change{i, q.replies[t.best[i][class]]})
		}
	}
	return turn
}
