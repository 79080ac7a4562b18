package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// crowd is a stream of so many lines for batch: the answers of many people,
// each line with its number as its id.
type crowd struct {
	people [][]byte // what follows the id
	next   int
	lines  int
	line   []byte // what is left of the current one
}

func newCrowd(t *testing.T, lines int) *crowd {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(21, 22))
	c := &crowd{lines: lines}
	for range 4096 {
		given := map[string]any{}
		answers := make(quiz.Answers, len(p.Questions))
		for i := range answers {
			q := &p.Questions[i]
			if q.Kind == rules.Text || p.Asked(answers)[i] != rules.True {
				continue
			}
			switch {
			case random.IntN(20) == 0:
				answers[i], given[q.ID] = quiz.Answer{State: quiz.DontKnow}, "dont-know"
			case q.Kind == rules.One:
				answers[i] = quiz.Answer{State: quiz.Answered, Chosen: 1 << random.IntN(len(q.Choices))}
				given[q.ID] = q.IDs(answers[i].Chosen)[0]
			default:
				chosen := uint64(1) << random.IntN(len(q.Choices))
				if more := chosen | 1<<random.IntN(len(q.Choices)); !q.Excludes(more) {
					chosen = more
				}
				answers[i], given[q.ID] = quiz.Answer{State: quiz.Answered, Chosen: chosen}, q.IDs(chosen)
			}
		}
		body, _ := json.Marshal(given)
		c.people = append(c.people, fmt.Appendf(nil, `, "protocol": %q, "answers": %s}`+"\n", p.Name(), body))
	}
	return c
}

func (c *crowd) Read(to []byte) (n int, err error) {
	for n < len(to) {
		if len(c.line) == 0 {
			if c.next == c.lines {
				break
			}
			c.line = append(strconv.AppendInt([]byte(`{"id": `), int64(c.next), 10), c.people[c.next%len(c.people)]...)
			c.next++
		}
		copied := copy(to[n:], c.line)
		c.line, n = c.line[copied:], n+copied
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
