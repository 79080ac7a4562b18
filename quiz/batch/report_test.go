package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// texts are the keys of a report that hold words for people.
var texts = []string{"text", "title", "name", "evidence", "visits", "expect", "healing", "risks", "for_text", "could_be_text"}

// withoutTexts takes the texts out of a compact report and changes no other byte.
func withoutTexts(t testing.TB, src []byte) []byte {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(src))
	open, err := d.Token()
	if err != nil {
		t.Fatal(err)
	}
	delim, ok := open.(json.Delim)
	if !ok {
		return src
	}
	out := []byte(delim.String())
	for d.More() {
		key := ""
		if delim == '{' {
			token, _ := d.Token()
			key = token.(string)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(texts, key) {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		if delim == '{' {
			out = append(out, fmt.Sprintf("%q:", key)...)
		}
		if key != "answers" {
			value = withoutTexts(t, value)
		}
		out = append(out, value...)
	}
	return append(out, byte(delim)+2) // } and ] stand two behind { and [
}

// canonical is the line that a whole report would make.
func canonical(t testing.TB, id string, r *report.Report) string {
	t.Helper()
	var indented, compact bytes.Buffer
	if err := report.JSON(&indented, r); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&compact, indented.Bytes()); err != nil {
		t.Fatal(err)
	}
	return `{"id":` + id + `,"report":` + compact.String() + "}\n"
}

// A line of a batch is the canonical report, less its texts, byte for byte.
func TestLineIsCanonical(t *testing.T) {
	p, rounds := protocol(t), 10_000
	if testing.Short() || raceDetector {
		rounds = 1_000
	}
	overdue := *p
	overdue.Unchecked, overdue.ReviewBy = true, noon.AddDate(0, 0, -1)
	for _, row := range []struct {
		name      string
		protocol  *quiz.Protocol
		sensitive bool
		texts     bool
	}{{"plain", p, false, false}, {"sensitive", p, true, false}, {"texts", p, false, true}, {"overdue, unchecked", &overdue, false, false}, {"odd", odd(t), true, false}} {
		t.Run(row.name, func(t *testing.T) {
			o := options(JSON)
			o.Report.Sensitive, o.Texts = row.sensitive, row.texts
			j := newJudge(newPhrases(row.protocol, o))
			m := &people{Rand: rand.New(rand.NewPCG(7, 8)), protocol: row.protocol}
			for i := range rounds / 5 {
				m.odd, m.open = i%2 == 0, []float64{0, 0.05, 0.3, 0.8}[m.IntN(4)]
				answers := m.answers()
				want := canonical(t, fmt.Sprint(i), report.Build(row.protocol, clean(answers), o.Report))
				if !row.texts {
					want = string(withoutTexts(t, []byte(want))) + "\n"
					want = strings.Replace(want, report.Schema, report.SchemaIDs, 1)
				}
				j.out = j.out[:0]
				line := bytes.TrimSpace(m.line(fmt.Sprint(i), answers))
				if fault := j.line(1, line); fault.Why != nil || string(j.out) != want {
					t.Fatalf("%s\n%s\n%s", line, fault.Why, difference(string(j.out), want))
				}
			}
		})
	}
}

// difference shows where two lines part.
func difference(got, want string) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	from := max(0, at-60)
	return fmt.Sprintf("got  ...%.200s\nwant ...%.200s", got[from:], want[from:])
}

// clean does to own words what reading them does.
func clean(answers quiz.Answers) quiz.Answers {
	answers = slices.Clone(answers)
	for i := range answers {
		if answers[i].Text = quiz.Clean(answers[i].Text); answers[i].State == quiz.Answered && answers[i].Chosen == 0 && answers[i].Text == "" {
			answers[i] = quiz.Answer{}
		}
	}
	return answers
}

// A row has the same decisions as the report.
func TestRowIsTheReport(t *testing.T) {
	p := protocol(t)
	o := options(CSV)
	j := newJudge(newPhrases(p, o))
	m := &people{Rand: rand.New(rand.NewPCG(9, 10)), protocol: p, open: 0.2}
	for i := range 500 {
		answers := m.answers()
		r := report.Build(p, answers, o.Report)
		want := []string{fmt.Sprint(i), r.Care.Level, r.Care.CouldBe}
		for _, f := range r.Factors {
			want = append(want, f.Status)
		}
		j.out = j.out[:0]
		j.line(1, bytes.TrimSpace(m.line(fmt.Sprint(i), answers)))
		if got := string(j.out); got != strings.Join(want, ",")+"\r\n" {
			t.Fatalf("got  %swant %v", got, want)
		}
	}
}

// No report without texts can be mistaken for a whole one.
func TestNothingIsDrawnFromIDs(t *testing.T) {
	j := newJudge(newPhrases(protocol(t), options(JSON)))
	j.line(1, []byte(typical))
	var line struct {
		Report json.RawMessage `json:"report"`
	}
	if err := json.Unmarshal(j.out, &line); err != nil {
		t.Fatal(err)
	}
	if _, err := report.Parse(line.Report); err == nil || !strings.Contains(err.Error(), "--texts") {
		t.Errorf("a report without texts was read, or refused without saying how to get one: %v", err)
	}
}
