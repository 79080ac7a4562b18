package batch

import (
	"bytes"
	"errors"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// judge is what one worker needs to judge line after line; nothing of it is
// made anew for a line.
type judge struct {
	*phrases
	scan    *scanner
	answers quiz.Answers // of the line at hand
	told    []bool       // which of them have a place in the report
	logic   rules.Answers
	e       *rules.Evaluation
	care    rules.CareFinding
	because rules.Because
	out     []byte
	tally   Tally
}

func newJudge(words *phrases) *judge {
	p := words.protocol
	return &judge{
		phrases: words, scan: newScanner(p),
		told: make([]bool, len(p.Questions)), logic: make(rules.Answers, len(p.Questions)), e: p.Guideline.NewEvaluation(),
	}
}

// chunk judges the lines of a chunk.
func (j *judge) chunk(c *chunk) {
	j.out, j.tally, c.refused = c.out[:0], Tally{}, c.refused[:0]
	number, rest := c.first, c.lines
	for ; len(rest) > 0; number++ {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		rest = after
		if fault := j.line(number, line); fault.Why != nil {
			c.refused = append(c.refused, refusal{number, fault})
		}
	}
	if c.long {
		c.refused = append(c.refused, refusal{number, j.refuse(nil, number, tooLong)})
		number++
	}
	j.tally.Lines, j.tally.Refused = number-c.first, len(c.refused)
	c.out, c.tally = j.out, j.tally
}

// What a line is refused for that no answers file is.
var (
	tooLong  = quiz.Fault{Line: 1, Why: words.New("the line is longer than 64 KiB, more than any answers need")}
	ourFault = quiz.Fault{Line: 1, Why: words.New("the program failed at this line; the fault is not yours, please report it")}
)

// line writes what is told of a line. If something in the program breaks over
// it, the line is refused, and the others still get their turn.
func (j *judge) line(number int, line []byte) (fault quiz.Fault) {
	line = bytes.TrimSuffix(line, []byte("\r"))
	if len(bytes.TrimLeft(line, " \t\r")) == 0 {
		return quiz.Fault{}
	}
	start := len(j.out)
	defer func() {
		if recover() != nil {
			j.out = j.out[:start]
			fault = j.refuse(nil, number, ourFault)
		}
	}()
	if j.instead != nil {
		return j.instead(j, number, line)
	}
	return j.one(number, line)
}

// one judges a line that is not empty.
func (j *judge) one(number int, line []byte) quiz.Fault {
	if len(line) > MaxLine {
		return j.refuse(nil, number, tooLong)
	}
	id, ok := j.scan.line(line)
	j.answers = j.scan.answers
	if !ok {
		entry, err := j.protocol.ParseEntry(line)
		if err != nil {
			return j.refuse(entry.ID, number, first(err))
		}
		id, j.answers = entry.ID, entry.Answers
	}
	j.see()
	j.tell(id)
	j.tally.Reports++
	return quiz.Fault{}
}

// first is the first of the faults of a line, and how many more there are.
func first(err error) quiz.Fault {
	var faults quiz.Faults
	if !errors.As(err, &faults) {
		return ourFault
	}
	fault := faults[0]
	switch more := len(faults) - 1; more {
	case 0:
	case 1:
		fault.Why = words.Errorf("%w (and 1 more fault)", fault.Why)
	default:
		fault.Why = words.Errorf("%w (and %d more faults)", fault.Why, more)
	}
	return fault
}

// see evaluates the answers at hand, and takes out those to questions that are
// not asked.
func (j *judge) see() {
	for i := range j.answers {
		a := &j.answers[i]
		switch {
		case a.State == quiz.DontKnow:
			j.logic[i] = j.dontKnow[i]
		case a.State != quiz.Answered:
			j.logic[i] = j.open[i]
		case a.Text != "":
			j.logic[i] = rules.Answer{Chosen: 1, Possible: 1}
		default:
			j.logic[i] = rules.Answer{Chosen: a.Chosen, Possible: a.Chosen}
		}
	}
	j.protocol.Guideline.Evaluate(j.logic, j.e)
	dropped := false
	for i, asked := range j.e.Asked() {
		j.told[i] = asked == rules.True && !j.questions[i].hidden
		if a := &j.answers[i]; asked != rules.True && a.State != quiz.Unanswered {
			dropped, *a = true, quiz.Answer{}
		}
	}
	if dropped {
		j.tally.Dropped++
	}
}

// tell writes what is told of the answers at hand.
func (j *judge) tell(id []byte) {
	switch {
	case j.format == CSV:
		j.row(id)
	case j.texts:
		j.whole(id, report.Build(j.protocol, j.answers, j.report))
	default:
		j.ids(id)
	}
}
