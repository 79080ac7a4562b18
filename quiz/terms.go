package quiz

import (
	"slices"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/reading"
)

// Terms lists the medical words in what a question says, explained.
func (p *Protocol) Terms(q *Question) []rules.Term {
	texts := []string{q.Text, q.Hint, q.Why}
	for _, c := range q.Choices {
		texts = append(texts, c.Text, c.Detail)
	}
	var found []rules.Term
	for _, t := range p.Guideline.Terms {
		if slices.ContainsFunc(texts, func(text string) bool { return mentions(p.Language, text, t.Term) }) {
			found = append(found, t)
		}
	}
	return found
}

// mentions reports whether a text has a medical word, in the singular or in the
// plural as its language makes it.
func mentions(l words.Language, text, term string) bool {
	if l.Tag() == "es" {
		return reading.SpanishMentions(text, term)
	}
	return reading.Mentions(text, term)
}
