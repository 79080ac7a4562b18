package rules

import "scarcheck/rules/diagram"

// The laws on open questions: what is missing is never a "no".

// opening are the pairs of replies of which the first is open and the second
// a definite answer that it may turn out to be.
func (r *replySpace) opening() [][2]int {
	var pairs [][2]int
	for i, a := range r.answers {
		for j, definite := range r.answers {
			if a.open() && a.fits(definite) {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// openClasses calls visit with each class of open replies and the classes of
// what they may turn out to be.
func (r *replySpace) openClasses(visit func(class int, fits []int)) {
	for class, members := range r.members {
		if r.answers[members[0]].open() {
			visit(class, r.fits[class])
		}
	}
}

func (p *proofs) missingIsNeverNo() {
	for i := range p.space.questions {
		q := &p.space.questions[i]
		op := p.rewriting("missing", i, func(kids []diagram.Ref) []diagram.Ref {
			bad := make([]diagram.Ref, len(kids))
			q.openClasses(func(class int, fits []int) {
				for _, definite := range fits {
					bad[class] = p.Apply(p.or, bad[class], p.Apply(p.contradicts, kids[class], kids[definite]))
				}
			})
			return bad
		})
		for j, f := range p.guideline.Factors {
			bad := p.Rewrite(op, p.factors[j])
			p.breach("factor "+f.ID+", question "+q.ID, "it is taken as certain, and an answer makes it something else", bad,
				func(bad diagram.Ref) *Example {
					return p.pair(bad, p.factors[j], i, q.opening(), func(from, to uint8) bool { return from != open && from != to })
				})
		}
	}
}

func (p *proofs) openNeverReassures() {
	for i := range p.space.questions {
		q := &p.space.questions[i]
		op := p.rewriting("reassures", i, func(kids []diagram.Ref) []diagram.Ref {
			bad := make([]diagram.Ref, len(kids))
			q.openClasses(func(class int, fits []int) {
				least := kids[fits[0]]
				for _, definite := range fits[1:] {
					least = p.Apply(p.fewest, least, kids[definite])
				}
				bad[class] = p.Apply(p.less, kids[class], least)
			})
			return bad
		})
		p.breach("question "+q.ID, "no answer reads as more reassuring than any answer would", p.Rewrite(op, p.care),
			func(bad diagram.Ref) *Example {
				return p.pair(bad, p.care, i, q.opening(), func(from, to uint8) bool { return from < to })
			})
	}
}

func (p *proofs) couldBeNeverBelow() {
	p.breach("care", "open answers can bring a more urgent level than it says", p.Apply(p.less, p.couldBe, p.worst), p.one)
}

func (p *proofs) couldBeComesTrue() {
	p.breach("care", "no open answers can bring a level as urgent as it says", p.Apply(p.less, p.worst, p.couldBe), p.one)
}

func (p *proofs) lastIsCertain() {
	last := p.Choose(p.care, 0, p.Value(yes), p.Value(no))
	more := p.Choose(p.worst, 0, p.Value(no), p.Value(yes))
	p.breach("level "+p.guideline.levelOf(0), "it is told although open answers can bring another level", p.Apply(p.and, last, more), p.one)
}
