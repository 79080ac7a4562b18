package rules

import "scarcheck/rules"

// Known is what is known of the answers: sets, as maps because all of the
// engines look into those without searching.
type Known struct {
	Certain, Possible map[string]bool // "question/choice"
	Open              map[string]bool // questions
}

// Known is what the rules may take from these answers.
func (b *Book) Known(answers rules.Answers) Known {
	k := Known{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for i, asked := range b.vocabulary.Asked(answers) {
		q, a := b.vocabulary.Question(i), answers[i]
		switch asked {
		case rules.True:
		case rules.False:
			continue
		default:
			a = q.Open()
		}
		if a.Chosen != a.Possible {
			k.Open[q.ID] = true
		}
		for bit, choice := range q.Choices {
			if a.Chosen>>bit&1 == 1 {
				k.Certain[q.ID+"/"+choice.ID] = true
			}
			if a.Possible>>bit&1 == 1 {
				k.Possible[q.ID+"/"+choice.ID] = true
			}
		}
	}
	return k
}

func (k Known) env() map[string]any {
	return map[string]any{"certain": k.Certain, "possible": k.Possible, "open": k.Open}
}

// truth is the value of a rule that certainly holds, or may.
func truth(holds, may bool) rules.Truth {
	switch {
	case holds:
		return rules.True
	case may:
		return rules.Unknown
	}
	return rules.False
}
