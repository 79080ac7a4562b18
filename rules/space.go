package rules

import (
	"fmt"

	"scarcheck/rules/diagram"
)

// space is every set of answers to a vocabulary: the replies to each question,
// those that no condition can tell apart put together in one class.
type space struct {
	vocabulary *Vocabulary
	questions  []replySpace
}

// replySpace is every reply to one question.
type replySpace struct {
	*Question
	replies []Reply
	answers []Answer // as conditions see them
	class   []int    // of each reply
	members [][]int  // of each class: its replies, the shortest first
	open    int      // the class of what is not answered, which has no other reply
	fits    [][]int  // of each class: the classes of the definite answers it may turn out to be
}

// newSpace sorts replies by what the tests of these conditions see of them.
// Without conditions each reply that is not the same to every possible
// condition is a class of its own.
func newSpace(v *Vocabulary, conditions []*Condition) (*space, error) {
	tests := make([][]test, v.Len())
	for _, c := range conditions {
		c.tests(func(t test) { tests[t.question] = append(tests[t.question], t) })
	}
	s := &space{vocabulary: v, questions: make([]replySpace, v.Len())}
	for i := range s.questions {
		q := v.Question(i)
		if q.Kind == Many && len(q.Choices) > mostCombined {
			return nil, fmt.Errorf("question %q has %d choices that can be combined; proofs take at most %d: ask it as two questions",
				q.ID, len(q.Choices), mostCombined)
		}
		s.questions[i].Question = q
		s.questions[i].sort(tests[i], conditions == nil)
	}
	return s, nil
}

// test is what a leaf of a condition asks.
type test struct {
	question int
	op       op
	mask     uint64
}

// tests calls visit with the test of each leaf, factors followed.
func (c *Condition) tests(visit func(test)) {
	if c == nil {
		return
	}
	c.each(func(leaf *Condition) { visit(test{leaf.question, leaf.op, leaf.mask}) })
}

// The values of conditions in diagrams.
const (
	no uint8 = iota
	open
	yes
)

// value is the test's value for an answer. It is written apart from the
// interpreter on purpose: each checks the other.
func (t test) value(a Answer) uint8 {
	all := func(part uint64) bool { return part == t.mask }
	switch t.op {
	case opAnyOf:
		return between(a.Chosen&t.mask != 0, a.Possible&t.mask != 0)
	case opAllOf:
		return between(all(a.Chosen&t.mask), all(a.Possible&t.mask))
	case opOnly:
		certain := a.Chosen != 0 && a.Possible&^t.mask == 0
		return between(certain, a.Chosen&^t.mask == 0 && a.Possible&t.mask != 0)
	default:
		return between(a.open(), a.open())
	}
}

// between is yes for what is certain, no for what is not possible.
func between(certain, possible bool) uint8 {
	switch {
	case !possible:
		return no
	case certain:
		return yes
	}
	return open
}

func (r *replySpace) sort(tests []test, finest bool) {
	r.replies = r.Question.replies()
	r.answers = make([]Answer, len(r.replies))
	seen := make([]string, len(r.replies)) // what the tests see of a reply
	for i, reply := range r.replies {
		r.answers[i] = reply.answer(r.Question)
		seen[i] = signature(tests, r.answers[i], finest)
	}
	whole := make([]string, len(r.replies)) // and of what it may turn out to be
	for i, a := range r.answers {
		whole[i] = seen[i]
		if a.open() {
			whole[i] += r.signatures(a, seen)
		} else {
			whole[i] += "/" + seen[i]
		}
	}
	whole[0] += "/unanswered" // apart, to count answers by what is asked
	r.group(whole)
	r.link()
}

func signature(tests []test, a Answer, finest bool) string {
	if finest {
		return fmt.Sprintf("%x-%x", a.Chosen, a.Possible)
	}
	s := make([]byte, len(tests))
	for i, t := range tests {
		s[i] = '0' + t.value(a)
	}
	return string(s)
}

func (r *replySpace) signatures(open Answer, seen []string) string {
	all, known := "", map[string]bool{}
	for i, a := range r.answers {
		if open.fits(a) && !known[seen[i]] {
			known[seen[i]] = true
			all += "/" + seen[i]
		}
	}
	return all
}

func (r *replySpace) group(signatures []string) {
	classes := map[string]int{}
	r.class = make([]int, len(r.replies))
	for i, s := range signatures {
		class, ok := classes[s]
		if !ok {
			class = len(classes)
			classes[s] = class
			r.members = append(r.members, nil)
		}
		r.class[i] = class
		r.members[class] = append(r.members[class], i)
		if members := r.members[class]; r.replies[i].cost() < r.replies[members[0]].cost() {
			members[0], members[len(members)-1] = i, members[0]
		}
	}
	r.open = r.class[0]
}

// link finds what each class may turn out to be.
func (r *replySpace) link() {
	r.fits = make([][]int, len(r.members))
	for class, members := range r.members {
		a := r.answers[members[0]]
		seen := make([]bool, len(r.members))
		for i, definite := range r.answers {
			if a.fits(definite) && !seen[r.class[i]] {
				seen[r.class[i]] = true
				r.fits[class] = append(r.fits[class], r.class[i])
			}
		}
	}
}

// unansweredOnly is yes for the class of what is not answered.
func (r *replySpace) unansweredOnly() []uint8 {
	values := make([]uint8, len(r.members))
	values[r.open] = yes
	return values
}

// levels are the space as a store of diagrams sees it.
func (s *space) levels() []diagram.Level {
	levels := make([]diagram.Level, len(s.questions))
	for i := range s.questions {
		q := &s.questions[i]
		for _, members := range q.members {
			levels[i].Weights = append(levels[i].Weights, uint64(len(members)))
			levels[i].Costs = append(levels[i].Costs, q.replies[members[0]].cost())
		}
	}
	return levels
}
