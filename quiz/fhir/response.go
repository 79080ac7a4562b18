package fhir

import (
	"slices"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// NewResponse is the form as it was filled in. Its items nest as in the form;
// without one, when the report is of a questionnaire not at hand, they stand
// in a row, and the response says in words which form it answers. An error
// means that the report was changed by hand and does not fit the form.
func NewResponse(form *Questionnaire, r *report.Report) (*QuestionnaireResponse, error) {
	b := &responseBuilder{report: r, put: map[string]bool{}}
	response := &QuestionnaireResponse{ResourceType: "QuestionnaireResponse", Language: r.Language, Status: "completed", Authored: r.AssessedAt}
	if form == nil {
		response.Extension = []Extension{{URL: formExtension, ValueString: formName(r)}}
		response.Item = b.row()
		return response, nil
	}
	response.Questionnaire = form.canonical()
	response.Item = b.nested(form.Item)
	for _, q := range r.Text.Questions {
		if !b.put[q.ID] && b.fault == nil {
			b.fault = words.Errorf("this report was changed by hand: its questionnaire has no question %q", q.ID)
		}
	}
	return response, b.fault
}

// formName says in words which form a report answers.
func formName(r *report.Report) string {
	return r.Language.Sayf("%s, %s version %d, %s", r.Text.Title, r.Protocol.ID, r.Protocol.Version, r.Protocol.Hash)
}

type responseBuilder struct {
	report *report.Report
	put    map[string]bool
	fault  error
}

// nested puts what was answered of these items.
func (b *responseBuilder) nested(items []Item) []ResponseItem {
	var answered []ResponseItem
	for i := range items {
		item := &items[i]
		switch item.Type {
		case typeDisplay:
		case typeGroup:
			if below := b.nested(item.Item); below != nil {
				answered = append(answered, ResponseItem{LinkID: item.LinkID, Text: item.Text, Item: below})
			}
		default:
			at := slices.IndexFunc(b.report.Text.Questions, func(q report.Question) bool { return q.ID == item.LinkID })
			if at >= 0 {
				answered = append(answered, b.answered(&b.report.Text.Questions[at], item))
			}
		}
	}
	return answered
}

func (b *responseBuilder) row() []ResponseItem {
	var answered []ResponseItem
	for i := range b.report.Text.Questions {
		answered = append(answered, b.answered(&b.report.Text.Questions[i], nil))
	}
	return answered
}

// answered puts one question; item is its place in the form, or nil.
func (b *responseBuilder) answered(q *report.Question, item *Item) ResponseItem {
	b.put[q.ID] = true
	said := ResponseItem{LinkID: q.ID, Text: q.Text}
	if reason, open := absent[q.State]; open {
		said.Extension = []Extension{{URL: absentReason, ValueCode: reason}}
		if state, way := quiz.NoAnswer(q.State); way {
			said.Answer = []Answer{{ValueCoding: noAnswer(b.report.Language, state)}}
		}
		return said
	}
	for n, value := range b.values(q.ID) {
		switch {
		case item == nil:
			said.Answer = append(said.Answer, b.guessed(q, n, value))
		case item.Type == typeOpenChoice:
			said.Answer = append(said.Answer, Answer{ValueString: value})
		default:
			said.Answer = append(said.Answer, Answer{ValueCoding: b.offered(item, value)})
		}
	}
	return said
}

// values are the choices' ids, or the text, that answer a question.
func (b *responseBuilder) values(question string) []string {
	for _, a := range b.report.Answers {
		if a.Question == question {
			return a.Values
		}
	}
	return nil
}

// offered is the choice of this id as the form offers it.
func (b *responseBuilder) offered(item *Item, choice string) *Coding {
	for i := range item.AnswerOption {
		if c := &item.AnswerOption[i].ValueCoding; c.Code == choice && c.System != absentReasons {
			return c
		}
	}
	b.fault = words.Errorf("this report was changed by hand: question %q does not offer what is answered there", item.LinkID)
	return nil
}

// guessed is an answer put without the form. A report does not say which
// questions take a text; but there the value and its words are the same.
func (b *responseBuilder) guessed(q *report.Question, n int, value string) Answer {
	switch {
	case n >= len(q.Answer):
		return Answer{ValueCoding: &Coding{System: choiceSystem(b.report.Protocol.ID, q.ID), Code: value}}
	case q.Answer[n] == value:
		return Answer{ValueString: value}
	}
	return Answer{ValueCoding: &Coding{choiceSystem(b.report.Protocol.ID, q.ID), value, q.Answer[n]}}
}
