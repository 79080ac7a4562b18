package rules

import "strings"

// The laws on what is told: nobody is left with a finding and no word on it.

func (p *proofs) factorsBringAdvice() {
	advice := p.Value(no)
	for _, tip := range p.guideline.Tips {
		if tip.Always {
			advice = p.Value(yes)
		}
	}
	for _, o := range p.shown {
		if strings.HasPrefix(o.name, "tip ") || strings.HasPrefix(o.name, "treatment ") {
			advice = p.Apply(p.or, advice, o.Ref)
		}
	}
	for i, f := range p.guideline.Factors {
		bad := p.Apply(p.and, p.Map(p.certain, p.factors[i]), p.Map(p.not, advice))
		p.breach("factor "+f.ID, "it is present, and there is no tip and no treatment", bad, p.one)
	}
}

func (p *proofs) urgentIsTold() {
	top := p.guideline.Levels[0]
	urgent := p.Map(p.certain, p.levels[0])
	told := p.Choose(p.care, p.guideline.urgency(0), p.Value(yes), p.Value(no))
	p.breach("level "+top.ID, "it holds, and another level is told", p.Apply(p.and, urgent, p.Map(p.not, told)), p.one)
	for _, text := range [][2]string{{"title", top.Title}, {"says", top.Says}, {"could_be", top.CouldBe}} {
		p.plain("level "+top.ID+", "+text[0], strings.TrimSpace(text[1]) != "", "the text is missing")
	}
}
