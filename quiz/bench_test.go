package quiz_test

import (
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// BenchmarkGive is one answer in the middle of the questionnaire: it is checked,
// what is asked next is worked out, and a new session is made.
func BenchmarkGive(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	s, deep := p.Start(), quiz.Answer{State: quiz.Answered, Chosen: 1 << 4}
	for s.Question().ID != "lesions" {
		s = s.Skip()
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Give(deep); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkQuestionnaire is the whole way from the first question to the review.
func BenchmarkQuestionnaire(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for s := p.Start(); !s.AtReview(); {
			s = s.DontKnow()
		}
	}
}

// BenchmarkParseAnswers reads an answers file.
func BenchmarkParseAnswers(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	src := []byte(`{"protocol": "acne-scar@1", "answers": {"age": "age-18-24", "lesions": ["comedones", "deep-few"],
	"worst": "severe", "sites": ["face", "chest"], "picking": "most-days", "family": "dont-know", "goal": "no new scars"}}`)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.ParseAnswers(src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTerms(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	place, _ := p.Find("lesions")
	for b.Loop() {
		if len(p.Terms(&p.Questions[place])) == 0 {
			b.Fatal("no terms")
		}
	}
}

func BenchmarkLoadIn(b *testing.B) {
	spanish, _ := words.Find("es")
	for b.Loop() {
		if _, err := quiz.LoadIn(spanish, quiz.EmbeddedQuestions(), rules.Embedded()); err != nil {
			b.Fatal(err)
		}
	}
}
