package rules

import (
	"fmt"
	"slices"
)

// shared is what two protocols both speak of: the questions of both, and the
// choices of both at each, so that their rules can be drawn over one space.
type shared struct {
	questions []Question // those of both, in an order that suits both
	sides     [2]side
	notes     []string // what one has and the other has not, in words
}

// side is how one protocol stands in what is shared.
type side struct {
	guideline *Guideline
	places    []int      // of its questions among those of both
	bits      [][]uint64 // of their choices
	has       []bool     // which of the questions of both it has
	others    []uint64   // of each question of both: the choices it does not have
}

// share puts the questions of two guidelines together. It is an error if an
// answer to a question of the one cannot be an answer to the same question of
// the other.
func share(before, after *Guideline) (*shared, error) {
	s := &shared{sides: [2]side{{guideline: before}, {guideline: after}}}
	ids, err := mergeOrder(before.Vocabulary.IDs(), after.Vocabulary.IDs())
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		i, was := before.Vocabulary.Find(id)
		j, is := after.Vocabulary.Find(id)
		switch {
		case !is:
			s.add(before.Vocabulary.Question(i), nil)
			s.notes = append(s.notes, fmt.Sprintf("question %s is gone", id))
		case !was:
			s.add(nil, after.Vocabulary.Question(j))
			s.notes = append(s.notes, fmt.Sprintf("question %s is new", id))
		default:
			from, to := before.Vocabulary.Question(i), after.Vocabulary.Question(j)
			if from.Kind != to.Kind || from.DontKnowAs != to.DontKnowAs || from.DontKnow().open() != to.DontKnow().open() {
				return nil, fmt.Errorf("question %q changed its kind or what \"I don't know\" means there, "+
					"so the answers to both cannot be compared; give the new question another id", id)
			}
			s.add(from, to)
		}
		if n := len(s.questions[len(s.questions)-1].Choices); n > MaxChoices {
			return nil, fmt.Errorf("question %q has %d choices in both protocols together, and no more than %d can be compared", id, n, MaxChoices)
		}
	}
	return s, nil
}

// mergeOrder puts two lists together so that each keeps its order.
func mergeOrder(a, b []string) ([]string, error) {
	var merged []string
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(a) > 0 && !slices.Contains(b, a[0]):
			merged, a = append(merged, a[0]), a[1:]
		case len(b) > 0 && !slices.Contains(a, b[0]):
			merged, b = append(merged, b[0]), b[1:]
		case a[0] == b[0]:
			merged, a, b = append(merged, a[0]), a[1:], b[1:]
		default:
			return nil, fmt.Errorf("questions %q and %q stand in another order; compare once with the order as it was, then change it alone", a[0], b[0])
		}
	}
	return merged, nil
}

// add adds a question that one or both have, with the choices of both.
func (s *shared) add(from, to *Question) {
	one := from
	if one == nil {
		one = to
	}
	q := Question{ID: one.ID, Kind: one.Kind, DontKnowAs: one.DontKnowAs}
	for side, own := range []*Question{from, to} {
		at := &s.sides[side]
		at.has = append(at.has, own != nil)
		if own == nil {
			continue
		}
		at.places = append(at.places, len(s.questions))
		bits := make([]uint64, len(own.Choices))
		for i, c := range own.Choices {
			place := slices.IndexFunc(q.Choices, func(other Choice) bool { return other.ID == c.ID })
			if place < 0 {
				place = len(q.Choices)
				q.Choices = append(q.Choices, c)
			}
			bits[i] = 1 << place
		}
		at.bits = append(at.bits, bits)
	}
	for i := range s.sides {
		s.sides[i].miss(len(q.Choices))
	}
	s.noteChoices(from, to)
	s.questions = append(s.questions, q)
}

// miss notes which of the choices of the question just added a side lacks.
func (at *side) miss(choices int) {
	others := uint64(1)<<choices - 1
	if at.has[len(at.has)-1] {
		for _, bit := range at.bits[len(at.bits)-1] {
			others &^= bit
		}
	}
	at.others = append(at.others, others)
}

func (s *shared) noteChoices(from, to *Question) {
	if from == nil || to == nil {
		return
	}
	for i, ids := range [][2]*Question{{from, to}, {to, from}} {
		for _, c := range ids[0].Choices {
			if ids[1].bit(c.ID) == 0 {
				s.notes = append(s.notes, fmt.Sprintf("question %s: choice %s is %s", from.ID, c.ID, [...]string{"gone", "new"}[i]))
			}
		}
	}
}

// foreign are the choices of a question of both that one side does not have.
func (s *shared) foreign(question int) uint64 {
	return s.sides[0].others[question] | s.sides[1].others[question]
}

// moved is the guideline of a side, its conditions speaking of the questions of
// both. A question that it does not have is never asked.
func (s *shared) moved(at *side) *Guideline {
	g := at.guideline.clone()
	own := g.Vocabulary
	g.Vocabulary = NewVocabulary(slices.Clone(s.questions))
	for i, has := range at.has {
		if !has {
			g.Vocabulary.questions[i].AskIf = &Condition{op: opAnyOf} // none of no choices: never
		}
	}
	for i, place := range at.places {
		gate := own.questions[i].AskIf
		at.move(gate)
		g.Vocabulary.questions[place].AskIf = gate
	}
	for _, rule := range g.ruleConditions() {
		at.move(rule.when)
	}
	if g.marks >= 0 {
		for _, t := range g.Treatments {
			t.first, t.followUp = at.mask(g.marks, t.first), at.mask(g.marks, t.followUp)
		}
		g.marks = at.places[g.marks]
	}
	return g
}

// move makes a condition speak of the questions of both.
func (at *side) move(c *Condition) {
	switch {
	case c == nil, c.op == opFactor:
	case c.op == opAll, c.op == opAny, c.op == opNot:
		for i := range c.parts {
			at.move(&c.parts[i])
		}
	default:
		c.question, c.mask = at.places[c.question], at.mask(c.question, c.mask)
		if c.op == opOnly { // the other's choices are never made, and must not look possible beside these
			c.mask |= at.others[c.question]
		}
	}
}

func (at *side) mask(question int, mask uint64) uint64 {
	moved := uint64(0)
	for i, bit := range at.bits[question] {
		if mask&(1<<i) != 0 {
			moved |= bit
		}
	}
	return moved
}
