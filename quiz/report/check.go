package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"scarcheck/quiz"
)

// CheckOptions are what is told of a check beside what it found.
type CheckOptions struct {
	Program string        // name and version of the program
	Took    time.Duration // how long it ran
}

// CheckFormat draws what became of a protocol's checks.
type CheckFormat func(io.Writer, *quiz.Checked, CheckOptions) error

// CheckFormats are the ways to draw a check, by name.
var CheckFormats = map[string]CheckFormat{"text": CheckText, "json": CheckJSON}

// Wrong lists all that a check found wrong, one text each, with its place.
func Wrong(c *quiz.Checked) []string {
	wrong := make([]string, 0, len(c.Faults)+len(c.Failures))
	for _, f := range c.Faults {
		wrong = append(wrong, f.String())
	}
	for _, f := range c.Failures {
		wrong = append(wrong, f.String())
	}
	return wrong
}

// CheckText tells a check to people: a line for each part, then what is wrong.
func CheckText(w io.Writer, c *quiz.Checked, o CheckOptions) error {
	t := &textPage{width: TextWidth}
	if p := c.Protocol; p != nil {
		t.line(fmt.Sprintf("Protocol %s, reviewed %s, next review by %s", p.Name(),
			p.Reviewed.Format(dayLayout), p.ReviewBy.Format(dayLayout)))
	} else {
		t.line("The protocol cannot be loaded; mend this first, the rest of the check follows.")
	}
	t.line("")
	for _, part := range checkParts(c) {
		word := "ok"
		if part.wrong > 0 {
			word = fmt.Sprintf("%d wrong", part.wrong)
		}
		t.wrap(part.what, fmt.Sprintf("  %-8s %-8s ", part.name, word), strings.Repeat(" ", 20))
	}
	if wrong := Wrong(c); len(wrong) > 0 {
		t.line("\n" + strings.Join(wrong, "\n"))
	}
	if len(c.Untested) > 0 {
		t.line("")
		t.wrap("Not a fault, but no case tests: "+strings.Join(c.Untested, "; ")+".", "", "  ")
	}
	if c.Against != nil {
		t.against(c)
	}
	verdict := "Sound"
	if !c.Sound() {
		verdict = "Not sound"
	}
	t.line(fmt.Sprintf("\n%s. %.2f s", verdict, o.Took.Seconds()))
	_, err := io.WriteString(w, t.String())
	return err
}

// checkPart is one part of a check: what was looked at, and how much is wrong.
type checkPart struct {
	name, what string
	wrong      int
}

func checkParts(c *quiz.Checked) []checkPart {
	if c.Protocol == nil {
		return []checkPart{{"Files", "", len(c.Faults)}}
	}
	n := counts(c)
	return []checkPart{
		{"Files", fmt.Sprintf("%d questions, %d levels of care, %d factors, %d tips, %d treatments, %d notes, %d sources, %d texts",
			n.Questions, n.Levels, n.Factors, n.Tips, n.Treatments, n.Notes, n.Sources, n.Texts), len(c.Faults)},
		{"Cases", fmt.Sprintf("%d run", n.Cases), len(c.Failures)},
	}
}

func counts(c *quiz.Checked) checkCounts {
	if c.Protocol == nil {
		return checkCounts{}
	}
	g := c.Protocol.Guideline
	return checkCounts{
		Questions: len(c.Protocol.Questions), Levels: len(g.Levels), Factors: len(g.Factors), Tips: len(g.Tips),
		Treatments: len(g.Treatments), Notes: len(g.Notes) + len(g.Ask), Sources: len(g.Sources),
		Texts: len(c.Protocol.Texts()), Cases: c.Cases,
	}
}
