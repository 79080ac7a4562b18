package fhir_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"scarcheck/quiz/fhir"
)

// misfits says where a response does not fit its form: what neither a schema
// nor a check of one resource can see.
func misfits(formJSON, responseJSON []byte) []string {
	var form fhir.Questionnaire
	var response fhir.QuestionnaireResponse
	if err := json.Unmarshal(formJSON, &form); err != nil {
		return []string{"form: " + err.Error()}
	}
	if err := json.Unmarshal(responseJSON, &response); err != nil {
		return []string{"response: " + err.Error()}
	}
	m := &misfit{answers: map[string][]fhir.Answer{}}
	m.links(form.Item, map[string]bool{})
	if want := form.URL + "|" + form.Version; response.Questionnaire != want {
		m.add("the response answers %q, not %q", response.Questionnaire, want)
	}
	m.collect(response.Item)
	m.filled = fill(&form, m.answers)
	m.level(form.Item, response.Item)
	m.known()
	return m.found
}

type misfit struct {
	answers map[string][]fhir.Answer
	filled  *filled
	found   []string
}

func (m *misfit) add(format string, values ...any) {
	m.found = append(m.found, fmt.Sprintf(format, values...))
}

// links: no linkId twice.
func (m *misfit) links(items []fhir.Item, seen map[string]bool) {
	for _, item := range items {
		if seen[item.LinkID] {
			m.add("linkId %q stands twice in the form", item.LinkID)
		}
		seen[item.LinkID] = true
		m.links(item.Item, seen)
	}
}

// known: conditions speak of questions of the form, and of options they offer.
func (m *misfit) known() {
	for link, item := range m.filled.items {
		for _, w := range item.EnableWhen {
			q := m.filled.items[w.Question]
			switch {
			case q == nil:
				m.add("%q depends on %q, which is not in the form", link, w.Question)
			case w.AnswerCoding != nil && !offers(q, *w.AnswerCoding):
				m.add("%q depends on an answer that %q does not offer", link, w.Question)
			}
		}
	}
}

func (m *misfit) collect(items []fhir.ResponseItem) {
	for _, item := range items {
		m.answers[item.LinkID] = item.Answer
		m.collect(item.Item)
	}
}

// level: items nest as in the form and stand in its order, each once.
func (m *misfit) level(form []fhir.Item, items []fhir.ResponseItem) {
	from := 0
	for i := range items {
		at := slices.IndexFunc(form[from:], func(f fhir.Item) bool { return f.LinkID == items[i].LinkID })
		if at < 0 {
			m.add("linkId %q has no place here in the form", items[i].LinkID)
			continue
		}
		from += at + 1
		m.item(&form[from-1], &items[i])
	}
}

func (m *misfit) item(form *fhir.Item, item *fhir.ResponseItem) {
	if !m.filled.isEnabled(item.LinkID) {
		m.add("%q is filled in, and is not asked", item.LinkID)
	}
	if len(item.Answer) > 1 && !form.Repeats {
		m.add("%q takes one answer and has %d", item.LinkID, len(item.Answer))
	}
	for _, a := range item.Answer {
		m.answer(form, &a)
	}
	m.level(form.Item, item.Item)
}

func (m *misfit) answer(form *fhir.Item, a *fhir.Answer) {
	switch {
	case form.Type == "group" || form.Type == "display":
		m.add("%q is no question and is answered", form.LinkID)
	case a.ValueCoding == nil && form.Type != "open-choice":
		m.add("%q takes no text", form.LinkID)
	case a.ValueCoding == nil && form.MaxLength > 0 && len([]rune(a.ValueString)) > form.MaxLength:
		m.add("%q has a longer text than there is room for", form.LinkID)
	case a.ValueCoding != nil && !offers(form, *a.ValueCoding):
		m.add("%q does not offer its answer", form.LinkID)
	case a.ValueCoding != nil && alone(form, *a.ValueCoding) && len(m.answers[form.LinkID]) > 1:
		m.add("%q has an answer that excludes the others beside it", form.LinkID)
	}
}

func offers(item *fhir.Item, c fhir.Coding) bool {
	return slices.ContainsFunc(item.AnswerOption, func(o fhir.AnswerOption) bool { return o.ValueCoding == c })
}

func alone(item *fhir.Item, c fhir.Coding) bool {
	return slices.ContainsFunc(item.AnswerOption, func(o fhir.AnswerOption) bool { return o.ValueCoding == c && len(o.Extension) > 0 })
}
