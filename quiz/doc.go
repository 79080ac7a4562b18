// Package quiz asks: it holds the questionnaire with its words, the answers a
// person gives, and the session that leads from one question to the next.
//
// A [Protocol] is the questionnaire (data/questions.yaml) together with the
// guideline that judges its answers (package rules). A [Session] is a value
// that knows where the person stands; every step returns a new one:
//
//	protocol, err := quiz.Embedded()
//	if err != nil {
//		return err // strict.Faults: file, line, column and what to do
//	}
//	s := protocol.Start()
//	for !s.AtReview() {
//		q := s.Question()              // what to ask: q.Text, q.Hint, q.Choices
//		s, err = s.Give(quiz.Answer{State: quiz.Answered, Chosen: 1}) // the first choice
//		if err != nil {
//			s = s.DontKnow()       // or s.PreferNot(), s.Skip(), s.Back()
//		}
//	}
//	answers := s.Result()                  // of the questions that are asked
//
// The words of a protocol in another language stand beside its files, each with
// its id and the English that it was made from; [LoadIn] puts them in the place of
// the English and changes nothing else, so a position, an answer and a rule mean
// the same in every language.
//
// Where a session stands can be kept: [Session.Position], and
// [Protocol.Restore] to go on from there.
//
// Full screen (quiz/tui), line mode (quiz/plain) and answers files
// ([Protocol.ParseAnswers]) all end in the same [Answers], so the report on
// them (quiz/report) is the same to the byte.
//
// Three laws hold everywhere. Missing is never "no": don't know, prefer not to
// say and not answered are kept apart to the last page. A question that other
// answers rule out leaves nothing behind in the result. And no answer ever
// stands in an error: a [Fault] names the place and the question only.
//
// The package is pure: no files, no clock, no terminal.
package quiz
