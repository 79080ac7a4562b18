package quiz_test

import (
	"regexp"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

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
	for _, text := range embedded(t).Texts() {
		for _, pattern := range never {
			if found := pattern.FindString(text.Text); found != "" {
				t.Errorf("%s says %q: %s", text.Path, found, text.Text)
			}
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
