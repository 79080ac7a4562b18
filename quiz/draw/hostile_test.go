package draw_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// nasty are pieces of text that mean something to some format.
var nasty = []string{
	"<script>alert(1)</script>", "</title>", "</style>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "<b", `" onmouseover="alert(1)`, "'",
	"![x](http://a.example/x.png)", "[x](javascript:alert(1))", "[x]: http://a.example", "[^1]", "<http://a.example>", "http://a.example", "HTTPS://A.example/x",
	"www.a.example", "WWW.a.example", "ftp://a.example", "a@b.example", "mailto:a@b.example", "xmpp:a@b.example", "@team", "#1",
	"`", "```", "~~~", "**", "*", "_", "__", "~~x~~", "|", "| a | b |", "|-|-|", "---", "-", "+", "- [ ] x", "1.", "1)", "12345678901.", "===", "=", ">", "# x", "#",
	":-", ":-:", "-:", "\\", "\\\\", "&lt;", "&amp", "&#60;", "&", "$x$", "$$", "{{.}}", "%s", "%!d", "${x}", "é", "试", "عربي", "\u202e", "\u200b", "\u00a0", "x", "word", ".", "!", "  ",
}

func nastyText(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(12) {
		b.WriteString(nasty[random.IntN(len(nasty))])
		if random.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return quiz.Clean(b.String())
}

// withGoal is a report of somebody who wants this from the visit.
func withGoal(t testing.TB, goal string) *report.Report {
	t.Helper()
	p := protocol(t)
	answers := make(quiz.Answers, len(p.Questions))
	place, _ := p.Find("goal")
	answers[place] = quiz.Answer{State: quiz.Answered, Text: goal}
	return report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
}

var texts = regexp.MustCompile(`"(name|label|title|text|where|evidence|program)": "(?:[^"\\]|\\.)*"`)

// changed is a saved report with this in the place of every text.
func changed(t testing.TB, r *report.Report, text string) *report.Report {
	t.Helper()
	var saved bytes.Buffer
	if err := report.JSON(&saved, r); err != nil {
		t.Fatal(err)
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	src := texts.ReplaceAllStringFunc(saved.String(), func(field string) string {
		key, _, _ := strings.Cut(field, ":")
		return key + ": " + string(quoted)
	})
	hostile, err := report.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return hostile
}

// nastyReports calls visit with reports of hostile goals, and with some whose
// every text is hostile.
func nastyReports(t *testing.T, rounds int, visit func(r *report.Report)) {
	t.Helper()
	random := rand.New(rand.NewPCG(9, 4))
	full := cases(t)["full"]
	for range rounds {
		visit(withGoal(t, nastyText(random)))
	}
	for range rounds / 5 {
		visit(changed(t, full, nastyText(random)))
	}
}

// meant are the words that sections should show, in their order, without white
// space. between stands behind the label of a fact.
func meant(sections []report.Section, between, blank string) string {
	var b strings.Builder
	for _, s := range sections {
		b.WriteString(s.Title)
		for i := range s.Blocks {
			block := &s.Blocks[i]
			switch block.Kind {
			case report.Fact:
				b.WriteString(block.Label + between)
			case report.Blank:
				b.WriteString(block.Label + between + blank)
			default:
				b.WriteString(block.Lead())
			}
			b.WriteString(block.Text + strings.Join(block.More, ""))
		}
	}
	return squeezed(b.String())
}

// squeezed is a text without its white space.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }
