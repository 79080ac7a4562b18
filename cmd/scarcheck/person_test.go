//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// person sits at a terminal and knows what to answer. A session of its own
// says which question must be on the screen.
type person struct {
	*terminal
	session quiz.Session
	answers quiz.Answers
}

const everything = `{"protocol": "acne-scar@1", "answers": {
	"age": "age-13-17", "alarm": ["none"], "lesions": ["comedones", "inflamed-many", "deep-few"], "worst": "severe",
	"sites": ["face", "back-shoulders"], "effective-treatment": "after-1-to-3-years",
	"tried": ["shop-8-weeks-plus", "course-2-plus"], "relapse": "once", "picking": "most-days", "habits": ["none"],
	"family": "dont-know", "marks": ["flat-dark", "narrow-deep"], "new-scars": "yes", "visibility": "arms-length",
	"effect": "a-lot", "safety": "no", "tell": "prefer-not", "sex": "female", "goal": "Will these marks stay?"}}`

func sit(t *testing.T, columns, rows int, answers string) *person {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	known, err := p.ParseAnswers([]byte(answers))
	if err != nil {
		t.Fatal(err)
	}
	return &person{open(t, columns, rows, nil), p.Start(), known}
}

func (p *person) start() {
	p.t.Helper()
	p.sees("Acne scar check")
	p.press(enter)
}

// onScreen waits until the current question is shown.
func (p *person) onScreen() *quiz.Question {
	p.t.Helper()
	q := p.session.Question()
	number, of := p.session.Progress()
	words := strings.Fields(q.Text)
	place := fmt.Sprintf("%d of %d", number, of)
	if p.session.Editing() {
		place = "Changing"
	}
	p.sees(place, strings.Join(words[:min(4, len(words))], " "))
	return q
}

func (p *person) answer() {
	p.t.Helper()
	q := p.onScreen()
	place, _ := p.session.Protocol().Find(q.ID)
	a := p.answers[place]
	p.press(keysFor(q, p.session.Current(), a)...)
	next, err := p.session.Give(a)
	if err != nil {
		p.t.Fatalf("%s: %v", q.ID, err)
	}
	p.session = next
}

func (p *person) answerAll() {
	p.t.Helper()
	for !p.session.AtReview() {
		p.answer()
	}
	p.sees("Your answers")
}

// keysFor are the keys that give an answer where another one was given before.
func keysFor(q *quiz.Question, before, a quiz.Answer) []string {
	text := q.Kind == rules.Text
	switch {
	case a.State == quiz.DontKnow:
		return []string{map[bool]string{true: f2, false: "d"}[text]}
	case a.State == quiz.PreferNot:
		return []string{map[bool]string{true: f3, false: "p"}[text]}
	case a.State == quiz.Unanswered:
		return []string{map[bool]string{true: f4, false: "s"}[text]}
	case text:
		return append(strings.Split(a.Text, ""), enter)
	}
	keys := []string{home}
	for i := range q.Choices {
		switch bit := uint64(1) << i; {
		case q.Kind == rules.Many && (a.Chosen^before.Chosen)&bit != 0:
			keys = append(keys, " ")
		case q.Kind == rules.One && a.Chosen == bit:
			return append(keys, enter)
		}
		keys = append(keys, down)
	}
	return append(keys, enter)
}

// saves writes the result to a file in the working folder.
func (p *person) saves(name string) {
	p.t.Helper()
	p.press("w")
	p.sees("Save the result")
	p.press(ctrlU)
	p.press(strings.Split(name, "")...)
	p.press(enter)
	p.sees("Saved:")
}

func (p *person) file(name string) string {
	p.t.Helper()
	content, err := os.ReadFile(filepath.Join(p.folder, name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(content)
}

// summaryOf is what the command line makes of an answers file.
func summaryOf(t *testing.T, answers, format string) string {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(path, "summary", "-", "-f", format)
	command.Stdin = strings.NewReader(answers)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH="+epoch)
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// expectRestored sees that the program left the terminal as it found it: out
// of the alternate screen, cursor shown, no mouse, no bracketed paste.
func (p *person) expectRestored() {
	p.t.Helper()
	written := p.written()
	for _, mode := range []string{"1049", "25", "2004", "1000", "1002", "1003", "1006"} {
		set, reset := strings.LastIndex(written, "\x1b[?"+mode+"h"), strings.LastIndex(written, "\x1b[?"+mode+"l")
		isOn := set > reset
		if wantOn := mode == "25"; isOn != wantOn && (set >= 0 || reset >= 0) {
			p.t.Errorf("mode %s is left %v", mode, isOn)
		}
	}
}

// say answers the current question in line mode.
func (p *person) say() {
	p.t.Helper()
	q := p.session.Question()
	number, of := p.session.Progress()
	p.until("the question", func() bool {
		return strings.Contains(p.written(), fmt.Sprintf("Question %d of %d", number, of))
	})
	place, _ := p.session.Protocol().Find(q.ID)
	a := p.answers[place]
	p.press(lineFor(q, a) + "\r")
	p.session, _ = p.session.Give(a)
}
