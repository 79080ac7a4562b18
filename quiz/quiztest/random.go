package quiztest

import (
	"math/rand/v2"
	"strings"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// Answers answers every question in some way, asked or not.
func Answers(p *quiz.Protocol, random *rand.Rand, words ...string) quiz.Answers {
	answers := make(quiz.Answers, len(p.Questions))
	for i := range answers {
		answers[i] = Answer(&p.Questions[i], random, words...)
	}
	return answers
}

// Answer is an answer that fits the question: one in three leaves it open, in
// each of the ways there are; of kind many it often has many choices. An answer
// in own words is one of words, as far as there is room.
func Answer(q *quiz.Question, random *rand.Rand, words ...string) quiz.Answer {
	if dice := random.IntN(9); dice < 3 {
		return quiz.Answer{State: quiz.State(dice)}
	}
	a := quiz.Answer{State: quiz.Answered}
	if q.Kind == rules.Text {
		a.Text = "own words"
		if len(words) > 0 {
			text := []rune(words[random.IntN(len(words))])
			a.Text = strings.TrimSpace(string(text[:min(len(text), q.Max)]))
		}
		return a
	}
	a.Chosen = 1 << random.IntN(len(q.Choices))
	if q.Kind == rules.Many {
		for range random.IntN(3 * len(q.Choices)) {
			if next := q.Toggle(a.Chosen, 1<<random.IntN(len(q.Choices))); next != 0 {
				a.Chosen = next
			}
		}
	}
	return a
}

// Everything is every choice that can stand together, of kind one the last, and
// a letter in own words.
func Everything(p *quiz.Protocol) quiz.Answers {
	answers := make(quiz.Answers, len(p.Questions))
	for i := range p.Questions {
		q := &p.Questions[i]
		answers[i] = quiz.Answer{State: quiz.Answered, Text: "w"}
		for j, c := range q.Choices {
			if q.Kind == rules.Many && !c.Alone {
				answers[i].Chosen |= 1 << j
			} else if q.Kind == rules.One {
				answers[i].Chosen = 1 << j // the last one
			}
		}
	}
	return answers
}

// LongWords are texts as long as any question takes, of words of every length
// up to longest, made of each of these letters.
func LongWords(longest int, letters ...string) []string {
	var texts []string
	for length := 1; length <= longest; length++ {
		for _, letter := range letters {
			word := strings.Repeat(letter, length) + " "
			texts = append(texts, strings.TrimSpace(strings.Repeat(word, max(1, quiz.MaxText/len([]rune(word))))))
		}
	}
	return texts
}
