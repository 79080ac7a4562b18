package batch

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

// ids writes the report on the answers at hand without its texts. It decides
// nothing that report.Build does not decide in the same way.
func (j *judge) ids(id []byte) {
	j.identity(id)
	j.say(`,"report":`, j.head)
	j.given()
	j.left()
	j.judged()
	j.factorFindings()
	j.tipFindings()
	j.suited()
	j.say(`,"notes":[`)
	j.holding(j.notes, j.e.Notes, len(j.notes))
	j.say(`,"ask":[`)
	j.holding(j.ask, j.e.Ask, rules.MostAsk)
	j.say("}}\n")
}

// whole writes a report with its texts.
func (j *judge) whole(id []byte, r *report.Report) {
	j.identity(id)
	j.say(`,"report":`, encode(r), "}\n")
}

// refuse writes what is wrong with a line.
func (j *judge) refuse(id []byte, number int, fault quiz.Fault) quiz.Fault {
	if j.format == CSV {
		return fault
	}
	j.identity(id)
	j.say(`,"line":`)
	j.out = strconv.AppendInt(j.out, int64(number), 10)
	question, message := "null", fault.Why.Error()
	if fault.Question != "" {
		question = quoted(fault.Question)
	}
	if fault.Column > 0 {
		message = fmt.Sprintf("column %d: %s", fault.Column, message)
	}
	j.say(`,"error":{"question":`, question, `,"message":`, quoted(message), "}}\n")
	return fault
}

// identity begins a line. Whatever stands in it, "id" is there.
func (j *judge) identity(id []byte) {
	j.say(`{"id":`)
	if id == nil {
		j.say("null")
	}
	j.out = append(j.out, id...)
}

func (j *judge) say(phrases ...string) {
	for _, phrase := range phrases {
		j.out = append(j.out, phrase...)
	}
}

// item adds one of a list, end closes the list.
func (j *judge) item(text string) { j.out = append(append(j.out, text...), ',') }

func (j *judge) end(bracket byte) {
	if last := len(j.out) - 1; j.out[last] == ',' {
		j.out[last] = bracket
		return
	}
	j.out = append(j.out, bracket)
}

// endThen closes a list whose bracket stands at the beginning of the phrase.
func (j *judge) endThen(phrase string) {
	j.end(phrase[0])
	j.out = append(j.out, phrase[1:]...)
}

func (j *judge) given() {
	for i := range j.answers {
		a := &j.answers[i]
		if a.State == quiz.Unanswered || !j.told[i] {
			continue
		}
		q := &j.questions[i]
		j.say(q.answer)
		switch {
		case a.State != quiz.Answered:
			j.say(`"`, a.State.String(), `",`)
		case q.kind == rules.Text:
			j.item(ownWords(a.Text))
		case q.kind == rules.Many:
			j.say("[")
			j.choices(q, a.Chosen)
			j.say(",")
		default:
			j.item(q.choices[bits.TrailingZeros64(a.Chosen)])
		}
	}
	j.end('}')
}

// choices writes the choices in mask and closes the list.
func (j *judge) choices(q *questionPhrases, mask uint64) {
	for mask &= 1<<len(q.choices) - 1; mask != 0; mask &= mask - 1 { // own words have a bit and no choice
		j.item(q.choices[bits.TrailingZeros64(mask)])
	}
	j.end(']')
}

// ownWords is an answer as reports write it, with < > and & escaped.
func ownWords(text string) string {
	if tidy(text) && strings.IndexByte(text, '"') < 0 && !strings.ContainsAny(text, "<>&") {
		return `"` + text + `"`
	}
	escaped, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text always has a form as JSON
	}
	return string(escaped)
}

func (j *judge) left() {
	j.say(`,"open":[`)
	for i := range j.answers {
		if state := j.answers[i].State; state != quiz.Answered && j.told[i] {
			j.item(j.questions[i].left[state])
		}
	}
}

// judged writes the level of care, what could come of it, and support.
func (j *judge) judged() {
	g := j.protocol.Guideline
	g.JudgeCare(j.e, &j.care)
	level := &j.levels[len(j.levels)-1]
	if j.e.Level != rules.NoLevel {
		level = &j.levels[j.e.Level]
	}
	j.endThen(level.level)
	j.reasons(j.care.Because)
	j.endThen(j.could().couldBe)
	for _, i := range j.care.Open {
		j.item(j.questions[i].id)
	}
	j.endThen(level.sources)
	j.say(`,"support":`)
	j.out = strconv.AppendBool(j.out, j.e.Support == rules.True)
	if j.report.Sensitive {
		j.say(`,"crisis":`)
		j.out = strconv.AppendBool(j.out, j.e.Crisis == rules.True)
	}
}

// could is the level that open answers could bring.
func (j *judge) could() *levelPhrases {
	for i, level := range j.protocol.Guideline.Levels {
		if level == j.care.CouldBe {
			return &j.levels[i]
		}
	}
	panic("no such level")
}

// reasons writes answers that a finding rests on.
func (j *judge) reasons(because rules.Because) {
	for _, r := range because {
		q, state := &j.questions[r.Question], j.answers[r.Question].State
		switch {
		case state != quiz.Answered:
			j.item(q.met[state])
		case bits.OnesCount64(r.Chosen) == 1 && len(q.because) > 0:
			j.item(q.because[bits.TrailingZeros64(r.Chosen)])
		default:
			j.say(q.reason)
			j.choices(q, r.Chosen)
			j.say("},")
		}
	}
}

func (j *judge) finding(f *findingPhrases, value rules.Truth, when *rules.Condition) {
	j.say(f.statuses[value])
	j.because = j.protocol.Guideline.Reasons(when, j.e, j.because)
	j.reasons(j.because)
	j.endThen(f.sources)
	j.say(",")
}

func (j *judge) factorFindings() {
	j.say(`,"factors":[`)
	for i, f := range j.protocol.Guideline.Factors {
		j.finding(&j.factors[i], j.e.Factors[i], f.When)
	}
	j.end(']')
}

// tipFindings writes first the tips that the answers call for.
func (j *judge) tipFindings() {
	j.say(`,"tips":[`)
	tips := j.protocol.Guideline.Tips
	for i, t := range tips {
		if j.e.Tips[i] == rules.True {
			j.finding(&j.tips[i], rules.True, t.When)
		}
	}
	for i, t := range tips {
		if t.Always && j.e.Tips[i] != rules.True {
			j.item(j.tips[i].everybody)
		}
	}
	j.end(']')
}

func (j *judge) suited() {
	g := j.protocol.Guideline
	j.say(`,"treatments":[`)
	for i, t := range g.Treatments {
		suits, followUp := g.Suits(t, j.e)
		if suits == 0 {
			continue
		}
		marks, said := &j.questions[g.Marks()], &j.treatments[i]
		j.say(said.first)
		j.choices(marks, suits)
		j.say(`,"follow_up":[`)
		j.choices(marks, followUp)
		j.say(`,"cautions":[`)
		for k := range said.cautions {
			c := &said.cautions[k]
			if status := j.e.Cautions[c.place]; status != rules.False {
				j.item(c.statuses[status])
			}
		}
		j.endThen(said.sources)
		j.say(",")
	}
	j.end(']')
}

// holding writes the ids of those that hold, at most so many, and closes the
// list.
func (j *judge) holding(ids []string, values []rules.Truth, most int) {
	for i, id := range ids {
		if values[i] == rules.True && most > 0 {
			j.item(id)
			most--
		}
	}
	j.end(']')
}
