package code_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
)

var day = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

var protocol = quiztest.Protocol

// randomAnswers has an answer that fits for every question, asked or not; some
// are left out.
func randomAnswers(p *quiz.Protocol, random *rand.Rand) quiz.Answers {
	answers := quiztest.Answers(p, random)
	left := 2 + random.IntN(20)
	for i := range answers {
		if random.IntN(left) == 0 {
			answers[i] = quiz.Answer{}
		}
	}
	return answers
}

// without takes out what no code tells.
func without(p *quiz.Protocol, answers quiz.Answers) quiz.Answers {
	answers = slices.Clone(answers)
	for i := range answers {
		if q := &p.Questions[i]; q.Kind == rules.Text || q.Sensitive {
			answers[i] = quiz.Answer{}
		}
	}
	return answers
}

func randomDay(random *rand.Rand) time.Time {
	return time.Unix(0, 0).UTC().AddDate(0, 0, random.IntN(1<<16))
}

// What is read is what was written, for the answers that are asked.
func TestRoundTrip(t *testing.T) {
	for _, row := range []struct {
		name string
		p    *quiz.Protocol
	}{{"embedded", protocol(t)}, {"odd", odd(t)}} {
		t.Run(row.name, func(t *testing.T) {
			p, random := row.p, rand.New(rand.NewPCG(41, 42))
			for range 5000 {
				answers, on := randomAnswers(p, random), randomDay(random)
				want, _ := p.Apply(answers)
				want, _ = p.Apply(without(p, want))
				letters := code.Encode(p, answers, on)
				got, when, err := code.Decode(p, letters)
				if err != nil || !slices.Equal(got, want) || !when.Equal(on) {
					t.Fatalf("%s of %v:\n%v\nis read as %v, %v, %v", letters, on, want, got, when, err)
				}
				if !code.Is(letters) || letters != code.Encode(p, got, when) {
					t.Fatalf("%s is no code, or another one when it is written again", letters)
				}
			}
		})
	}
}

// In the embedded protocol nothing is asked because of text or a sensitive
// answer, so the law is simpler there.
func TestRoundTripIsApply(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(43, 44))
	for range 2000 {
		answers := randomAnswers(p, random)
		want, _ := p.Apply(answers)
		if got, _, err := code.Decode(p, code.Encode(p, answers, day)); err != nil || !slices.Equal(got, without(p, want)) {
			t.Fatalf("%v, %v; want %v", got, err, want)
		}
	}
}

// Text and sensitive answers leave no trace at all in the letters, nor does
// what was answered to a question that is closed now.
func TestLeavesNoTrace(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(45, 46))
	for range 2000 {
		answers := randomAnswers(p, random)
		applied, _ := p.Apply(answers)
		one, other := code.Encode(p, answers, day), code.Encode(p, without(p, applied), day)
		if one != other {
			t.Fatalf("%s and %s", one, other)
		}
	}
}

func TestAnswersThatDoNotFitAreLeftOut(t *testing.T) {
	p := protocol(t)
	nothing := code.Encode(p, make(quiz.Answers, len(p.Questions)), day)
	for _, row := range []struct {
		name, question string
		chosen         uint64
	}{
		{"nothing chosen", "age", 0},
		{"two of one", "age", 3},
		{"no such choice", "alarm", 1 << 63},
		{"none beside fever", "alarm", 3},
	} {
		t.Run(row.name, func(t *testing.T) {
			answers := make(quiz.Answers, len(p.Questions))
			i, _ := p.Find(row.question)
			answers[i] = quiz.Answer{State: quiz.Answered, Chosen: row.chosen}
			if got := code.Encode(p, answers, day); got != nothing {
				t.Errorf("%s, want %s", got, nothing)
			}
		})
	}
}

// assessments are the answers files of the report's tests.
func assessments(t testing.TB, p *quiz.Protocol) (names []string, answers []quiz.Answers) {
	t.Helper()
	files, _ := filepath.Glob("../report/testdata/*.answers.json")
	if len(files) == 0 {
		t.Fatal("no assessments found")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := p.ParseAnswers(src)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".answers.json"))
		answers = append(answers, a)
	}
	return names, answers
}

// The letters of a printed page must be read by every later program of this
// format, so they stand still.
func TestGolden(t *testing.T) {
	p := protocol(t)
	var b strings.Builder
	names, answers := assessments(t, p)
	for i, name := range names {
		fmt.Fprintf(&b, "%s %s\n", name, code.Encode(p, answers[i], day))
	}
	quiztest.Golden(t, "testdata/letters.golden", []byte(b.String()))
}

func TestDays(t *testing.T) {
	p := protocol(t)
	date := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	east := time.FixedZone("east", 14*60*60)
	for _, row := range []struct {
		name     string
		on, want time.Time
	}{
		{"the first", date(1970, 1, 1), date(1970, 1, 1)},
		{"before it", date(1969, 12, 31), date(1970, 1, 1)},
		{"long before", time.Time{}, date(1970, 1, 1)},
		{"a leap day", date(2028, 2, 29), date(2028, 2, 29)},
		{"the last", date(2149, 6, 6), date(2149, 6, 6)},
		{"after it", date(2149, 6, 7), date(2149, 6, 6)},
		{"the calendar of the place", time.Date(2026, 11, 24, 1, 0, 0, 0, east), date(2026, 11, 24)},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, got, err := code.Decode(p, code.Encode(p, make(quiz.Answers, len(p.Questions)), row.on))
			if err != nil || !got.Equal(row.want) || got.Location() != time.UTC {
				t.Errorf("%v, %v; want %v", got, err, row.want)
			}
		})
	}
}

func TestOtherProtocol(t *testing.T) {
	p := protocol(t)
	_, all := assessments(t, p)
	for _, row := range []struct {
		name    string
		version int
		hash    string
		want    code.OtherProtocol
	}{
		{"a newer version", 2, "sha256:fedcba", code.OtherProtocol{2, "fedcba", 1, "012345"}},
		{"another hash", 1, "sha256:012346ff", code.OtherProtocol{1, "012346", 1, "012345"}},
		{"a version of two digits", 63, p.Hash, code.OtherProtocol{63, "012345", 1, "012345"}},
		{"a large version", 20261123, p.Hash, code.OtherProtocol{20261123, "012345", 1, "012345"}},
		{"no hash", 1, "", code.OtherProtocol{1, "000000", 1, "012345"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			other := *p
			other.Version, other.Hash = row.version, row.hash
			for _, answers := range all {
				letters := code.Encode(&other, answers, day)
				if _, _, err := code.Decode(&other, letters); err != nil {
					t.Errorf("not read by its own protocol: %v", err)
				}
				got, _, err := code.Decode(p, letters)
				if wrong, ok := errors.AsType[code.OtherProtocol](err); !ok || wrong != row.want || got != nil {
					t.Errorf("%v, want %v", err, row.want)
				}
			}
		})
	}
	said := code.OtherProtocol{2, "fedcba", 1, "012345"}.Error()
	if want := "the code needs version 2 of the questions and rules (fedcba), and here is version 1 (012345)"; said != want {
		t.Errorf("it says %q", said)
	}
}

// The embedded protocol's codes keep to 30 letters, whatever is answered, and
// an assessment without an answer takes 15.
func TestLength(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(47, 48))
	if longest := letters(code.Longest(p)); longest != 30 {
		t.Errorf("the longest code has %d letters", longest)
	}
	if empty := letters(code.Encode(p, make(quiz.Answers, len(p.Questions)), day)); empty != 15 {
		t.Errorf("nothing answered takes %d letters", empty)
	}
	lengths := map[int]int{}
	for range 2000 {
		answers := randomAnswers(p, random)
		lengths[letters(code.Encode(p, answers, day))]++
	}
	t.Logf("of 2000 random assessments, letters: %v", lengths)
}

func letters(code string) int { return len(strings.ReplaceAll(code, "-", "")) }

// The first letter tells the format.
func TestFormat(t *testing.T) {
	p := protocol(t)
	_, _, err := code.Decode(p, code.Sound("0000", "0000", "0000"))
	if !errors.Is(err, code.ErrFormat) {
		t.Errorf("format 0: %v", err)
	}
	_, _, err = code.Decode(p, code.Sound("2000", "0000", "0000"))
	if !errors.Is(err, code.ErrFormat) {
		t.Errorf("format 2: %v", err)
	}
}
