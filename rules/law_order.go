package rules

import "scarcheck/rules/diagram"

// The laws on worse answers: they never make things look better.

func (p *proofs) worseCare() {
	for i := range p.space.questions {
		q := &p.space.questions[i]
		if pairs := q.worsening(); len(pairs) > 0 {
			p.neverFalls("question "+q.ID, "a worse answer leads to a less urgent level", p.care, i, pairs)
		}
	}
}

func (p *proofs) worseFactors() {
	for i := range p.space.questions {
		q := &p.space.questions[i]
		pairs := q.worsening()
		if len(pairs) == 0 {
			continue
		}
		for j, f := range p.guideline.Factors {
			p.neverFalls("factor "+f.ID+", question "+q.ID, "a worse answer takes the factor away", p.Map(p.certain, p.factors[j]), i, pairs)
		}
	}
}

// neverFalls records that the value of f never falls from the first of a pair
// of replies to the second.
func (p *proofs) neverFalls(about, why string, f diagram.Ref, question int, pairs [][2]int) {
	worse := p.rewriting("worse", question, func(kids []diagram.Ref) []diagram.Ref {
		q := &p.space.questions[question]
		bad := make([]diagram.Ref, len(kids))
		seen := map[[2]int]bool{}
		for _, pair := range pairs {
			from, to := q.class[pair[0]], q.class[pair[1]]
			if !seen[[2]int{from, to}] && kids[from] != kids[to] {
				seen[[2]int{from, to}] = true
				bad[from] = p.Apply(p.or, bad[from], p.Apply(p.less, kids[to], kids[from]))
			}
		}
		return bad
	})
	bad := p.Rewrite(worse, f)
	p.breach(about, why, bad, func(bad diagram.Ref) *Example {
		return p.pair(bad, f, question, pairs, func(from, to uint8) bool { return to < from })
	})
}
