package quiz_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/reading"
)

// highestGrade is the reading grade that no text for people may be above.
const highestGrade = 6.0

// fewestWords is how many words a text needs for a grade to mean anything:
// "Under 13" is no hard sentence.
const fewestWords = 4

// words are all texts of the protocol that a person reads, by where they stand.
func words(p *quiz.Protocol) map[string]string {
	texts := map[string]string{}
	for i, paragraph := range p.Welcome {
		texts[fmt.Sprintf("welcome %d", i+1)] = paragraph
	}
	for _, q := range p.Questions {
		texts["question "+q.ID+" text"], texts["question "+q.ID+" hint"], texts["question "+q.ID+" why"] = q.Text, q.Hint, q.Why
		for _, c := range q.Choices {
			texts["choice "+q.ID+"."+c.ID] = c.Text
			texts["choice "+q.ID+"."+c.ID+" detail"] = c.Detail
		}
	}
	g := p.Guideline
	for _, level := range g.Levels {
		advice(texts, "care "+level.ID, &level.Advice)
		texts["care "+level.ID+" could be"] = level.CouldBe
		for i, also := range level.Also {
			texts[fmt.Sprintf("care %s also %d", level.ID, i)] = also.Says
		}
	}
	advice(texts, "undecided", &g.Undecided)
	advice(texts, "support", &g.Support)
	advice(texts, "crisis", &g.Crisis)
	for _, f := range g.Factors {
		texts["factor "+f.ID] = f.Text
	}
	for _, t := range g.Tips {
		texts["tip "+t.ID], texts["tip "+t.ID+" title"] = t.Text, t.Title
	}
	for _, t := range g.Treatments {
		for part, text := range map[string]string{"what": t.What, "visits": t.Visits, "expect": t.Expect, "healing": t.Healing, "risks": t.Risks} {
			texts["treatment "+t.ID+" "+part] = text
		}
	}
	for _, c := range g.Cautions {
		texts["caution "+c.ID] = c.Text
	}
	for _, n := range g.Notes {
		texts["note "+n.ID] = n.Text
	}
	for _, n := range g.Ask {
		texts["ask "+n.ID] = n.Text
	}
	for _, t := range g.Terms {
		texts["term "+t.Term] = t.Plain
	}
	return texts
}

func advice(texts map[string]string, name string, a *rules.Advice) {
	texts[name+" title"], texts[name+" says"] = a.Title, a.Says
}

func TestWordsAreEasyToRead(t *testing.T) {
	p := embedded(t)
	var terms []string
	for _, term := range p.Guideline.Terms {
		terms = append(terms, term.Term)
	}
	for name, text := range words(p) {
		if reading.Words(text) < fewestWords {
			continue
		}
		if grade := reading.Grade(text, terms...); grade > highestGrade {
			t.Errorf("%s reads at grade %.1f, above %.0f: %s", name, grade, highestGrade, text)
		}
	}
}

// What must never be said to people, whatever the question: it reassures,
// blames, frightens, diagnoses, promises, doses, or names a chance.
var never = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(do not|don't|no need to) worry\b`),
	regexp.MustCompile(`(?i)\b(low|high|little|no) risk\b`),
	regexp.MustCompile(`(?i)\byou(r skin)? (are|is) (fine|safe|healthy|normal|okay|ok)\b`),
	regexp.MustCompile(`(?i)\bnothing to (worry|fear)\b`),
	regexp.MustCompile(`(?i)\b(harmless|perfectly|guarantee[ds]?|cured?|cures)\b`),
	regexp.MustCompile(`(?i)\b(your (own )?fault|bad habit|should have|shame)\b`),
	regexp.MustCompile(`(?i)\byou (have|suffer from|are diagnosed) (acne|a keloid|keloids|cysts?|nodules?|scars)\b`),
	regexp.MustCompile(`(?i)\b(ruin|ruined|disfigur|horrible|ugly|terrible)`),
	regexp.MustCompile(`(?i)\d ?(%|percent|mg|milligrams?|ml)`),
	regexp.MustCompile(`[\x{2013}\x{2014}]`), // dashes that screen readers pass over
	regexp.MustCompile(`(?i)https?:|www\.`),
}

func TestWordsNeverSay(t *testing.T) {
	for name, text := range words(embedded(t)) {
		for _, pattern := range never {
			if found := pattern.FindString(text); found != "" {
				t.Errorf("%s says %q: %s", name, found, text)
			}
		}
	}
}

// Each medical word stands once, and is used somewhere.
func TestTermsAreUsedAndExplainedOnce(t *testing.T) {
	p := embedded(t)
	var all strings.Builder
	for name, text := range words(p) {
		if !strings.HasPrefix(name, "term ") {
			all.WriteString(strings.ToLower(text) + "\n")
		}
	}
	for _, treatment := range p.Guideline.Treatments {
		all.WriteString(strings.ToLower(treatment.Name) + "\n")
	}
	seen := map[string]bool{}
	for _, term := range p.Guideline.Terms {
		name := strings.ToLower(term.Term)
		if seen[name] {
			t.Errorf("term %q is explained twice", term.Term)
		}
		seen[name] = true
		if !strings.Contains(all.String(), name) {
			t.Errorf("term %q is used nowhere", term.Term)
		}
	}
}

// Every level of care says when to see a dermatologist.
func TestEveryLevelSaysWhenToSeeADermatologist(t *testing.T) {
	g := embedded(t).Guideline
	says := map[string]string{rules.Undecided: g.Undecided.Says}
	for _, level := range g.Levels {
		says[level.ID] = level.Title + " " + level.Says
	}
	for id, text := range says {
		if !strings.Contains(strings.ToLower(text), "dermatologist") {
			t.Errorf("level %s does not name a dermatologist: %s", id, text)
		}
	}
}

func embedded(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}
