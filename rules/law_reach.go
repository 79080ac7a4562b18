package rules

import "scarcheck/rules/diagram"

// The laws on what can happen at all: nothing in a protocol is dead, and
// nothing says the same to everybody.

func (p *proofs) canHold() {
	for _, rule := range p.guideline.ruleConditions() {
		holds := p.Map(p.certain, p.condition(rule.when))
		p.plain(rule.name, holds != p.Value(no), "no answers make it hold")
	}
	for _, o := range p.shown {
		p.plain(o.name+", shown", p.Map(p.certain, o.Ref) != p.Value(no), "no answers bring it on the result")
	}
}

func (p *proofs) canFail() {
	for _, rule := range p.guideline.ruleConditions() {
		fails := p.Map(p.certain, p.Map(p.not, p.condition(rule.when)))
		p.plain(rule.name, fails != p.Value(no), "no answers make it fail")
	}
}

func (p *proofs) levelsReached() {
	for urgency := range uint8(len(p.guideline.Levels) + 1) {
		told := p.Choose(p.care, urgency, p.Value(yes), p.Value(no))
		p.plain("level "+p.guideline.levelOf(urgency), told != p.Value(no), "no answers lead to it")
	}
}

func (p *proofs) questionsAsked() {
	for i, asked := range p.asked {
		about := "question " + p.guideline.Vocabulary.Question(i).ID
		p.plain(about, p.Map(p.certain, asked) != p.Value(no), "no answers lead to it")
		if p.guideline.Vocabulary.Question(i).AskIf != nil {
			never := p.Choose(asked, no, p.Value(yes), p.Value(no))
			p.plain(about+", ruled out", never != p.Value(no), "no answers rule it out")
		}
	}
}

// outputs are the diagrams of all that a person or a doctor may notice.
func (w *world) outputs() []diagram.Ref {
	outputs := []diagram.Ref{w.care, w.couldBe}
	outputs = append(outputs, w.factors...)
	for _, asked := range w.asked {
		outputs = append(outputs, w.Map(w.certain, asked))
	}
	for _, o := range w.shown {
		outputs = append(outputs, o.Ref)
	}
	return outputs
}

func (p *proofs) choicesMatter() {
	branches := p.branchings()
	for i := range p.space.questions {
		q := &p.space.questions[i]
		if len(q.Choices) == 0 {
			p.matters("question "+q.ID, q.Informational, len(branches[i]) > 0)
		}
		for j, choice := range q.Choices {
			about := "question " + q.ID + ", choice " + choice.ID
			p.matters(about, q.Informational || choice.Informational, q.differs(branches[i], q.contrasts(1<<j)))
		}
	}
}

func (p *proofs) matters(about string, informational, changes bool) {
	if informational {
		p.plain(about, !changes, "it is marked as informational, but changes what somebody is told")
		return
	}
	p.plain(about, changes, "it changes nothing that anybody is told, and is not marked as informational")
}

// branchings are the branches of all nodes of all outputs, for each level.
func (w *world) branchings() [][][]diagram.Ref {
	all := make([][][]diagram.Ref, w.Levels())
	seen := map[diagram.Ref]bool{}
	for _, output := range w.outputs() {
		w.Each(output, func(f diagram.Ref) {
			if !seen[f] {
				seen[f] = true
				level := w.Level(f)
				all[level] = append(all[level], w.Branches(f, level))
			}
		})
	}
	return all
}

// contrasts are pairs of classes that differ in one choice only: with and
// without it, or, where only one can be made, it and another.
func (r *replySpace) contrasts(choice uint64) [][2]int {
	var pairs [][2]int
	for i, with := range r.replies {
		if with.Chosen&choice == 0 {
			continue
		}
		for j, without := range r.replies {
			instead := single(with.Chosen) && single(without.Chosen) && (r.Kind == One || choice&r.alone != 0)
			if without.State == Answered && without.Chosen&choice == 0 && r.class[i] != r.class[j] &&
				(instead || without.Chosen|choice == with.Chosen) {
				pairs = append(pairs, [2]int{r.class[i], r.class[j]})
			}
		}
	}
	return pairs
}

func (r *replySpace) differs(branchings [][]diagram.Ref, pairs [][2]int) bool {
	for _, branches := range branchings {
		for _, pair := range pairs {
			if branches[pair[0]] != branches[pair[1]] {
				return true
			}
		}
	}
	return false
}
