package fhir_test

import (
	"slices"

	"scarcheck/quiz/fhir"
)

// filled is a form with answers in it, by linkId, looked at as the standard
// says: an item is enabled when its comparisons and its parents allow it, and
// an item that is not enabled has no answer.
type filled struct {
	items   map[string]*fhir.Item
	parents map[string]string
	answers map[string][]fhir.Answer
	enabled map[string]bool
}

func fill(form *fhir.Questionnaire, answers map[string][]fhir.Answer) *filled {
	f := &filled{map[string]*fhir.Item{}, map[string]string{}, answers, map[string]bool{}}
	f.index("", form.Item)
	return f
}

func (f *filled) index(parent string, items []fhir.Item) {
	for i := range items {
		f.items[items[i].LinkID], f.parents[items[i].LinkID] = &items[i], parent
		f.index(items[i].LinkID, items[i].Item)
	}
}

func (f *filled) isEnabled(link string) bool {
	known, ok := f.enabled[link]
	if !ok {
		known = (f.parents[link] == "" || f.isEnabled(f.parents[link])) && f.allows(f.items[link])
		f.enabled[link] = known
	}
	return known
}

func (f *filled) allows(item *fhir.Item) bool {
	if len(item.EnableWhen) == 0 {
		return true
	}
	holds := func(w fhir.EnableWhen) bool { return f.holds(&w) }
	if item.EnableBehavior == "any" {
		return slices.ContainsFunc(item.EnableWhen, holds)
	}
	return !slices.ContainsFunc(item.EnableWhen, func(w fhir.EnableWhen) bool { return !holds(w) })
}

func (f *filled) holds(w *fhir.EnableWhen) bool {
	var answers []fhir.Answer
	if f.isEnabled(w.Question) {
		answers = f.answers[w.Question]
	}
	switch {
	case w.Operator == "exists" && w.AnswerBoolean != nil:
		return len(answers) > 0 == *w.AnswerBoolean
	case w.AnswerCoding == nil:
		return false
	}
	has := slices.ContainsFunc(answers, func(a fhir.Answer) bool {
		return a.ValueCoding != nil && a.ValueCoding.System == w.AnswerCoding.System && a.ValueCoding.Code == w.AnswerCoding.Code
	})
	return has == (w.Operator == "=")
}
