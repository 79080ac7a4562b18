package report_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

var may = time.Date(2026, 5, 3, 9, 30, 0, 0, time.UTC)

// revised is the embedded protocol with changes: file, old text, new text. Its
// hash tells the changes by their number.
func revised(t testing.TB, changes ...[3]string) *quiz.Protocol {
	t.Helper()
	files := fstest.MapFS{}
	for _, folder := range []rules.Folder{quiz.EmbeddedQuestions(), rules.Embedded()} {
		names, err := fs.Glob(folder.FS, "*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(folder.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: src}
		}
	}
	for _, c := range changes {
		old := string(files[c[0]].Data)
		if !strings.Contains(old, c[1]) {
			t.Fatalf("%s has no %q", c[0], c[1])
		}
		files[c[0]].Data = []byte(strings.Replace(old, c[1], c[2], 1))
	}
	p, err := quiz.Load(rules.Folder{FS: files, Name: "new"}, rules.Folder{FS: files, Name: "new"})
	if err != nil {
		t.Fatal(err)
	}
	p.Hash = "sha256:" + strings.Repeat(string(rune('a'+len(changes))), 16)
	return p
}

// version2 asks and judges otherwise than the embedded protocol.
func version2(t testing.TB) *quiz.Protocol {
	return revised(t,
		[3]string{"questions.yaml", "version: 1", "version: 2"},
		[3]string{"questions.yaml", "label: Picking\n", "label: Picking at spots\n"},
		[3]string{"questions.yaml", "  - [age, sex, alarm]", "  - [age, sex, alarm, sleep]"},
		[3]string{"questions.yaml", "  - id: lesions\n", "  - {id: sleep, section: you, kind: one, label: Sleep, text: How do you sleep?, hint: Think back., why: It matters., " +
			"sources: [mnt], choices: [{id: well, text: Sleeping well}, {id: badly, text: Sleeping badly}]}\n  - id: lesions\n"},
		[3]string{"factors.yaml", "when: {q: picking, any_of: [sometimes, most-days, cannot-stop]}", "when: {q: picking, any_of: [most-days, cannot-stop]}"},
		[3]string{"factors.yaml", "name: Flat red marks", "name: Red marks that stay flat"},
	)
}

// assess builds a report of answers written as in an answers file.
func assess(t testing.TB, p *quiz.Protocol, now time.Time, answers string) *report.Report {
	t.Helper()
	a, err := p.ParseAnswers([]byte(`{"protocol": "` + p.Name() + `", "answers": {` + answers + `}}`))
	if err != nil {
		t.Fatal(err)
	}
	return report.Build(p, a, report.Options{Program: "scarcheck test", Now: now})
}

const (
	inMay = `"age": "age-13-17", "alarm": ["none"], "lesions": ["comedones"], "worst": "mild", "sites": ["face"], "tried": ["shop-8-weeks-plus"],
		"picking": "sometimes", "habits": ["none"], "family": "dont-know", "marks": ["flat-red", "flat-dark"], "effect": "a-lot", "safety": "no",
		"tell": ["none"], "goal": "A plan"`
	inNovember = `"age": "age-13-17", "alarm": ["none"], "lesions": ["comedones", "deep-few"], "worst": "severe", "sites": ["face"], "tried": ["shop-8-weeks-plus"],
		"picking": "never", "habits": ["touch-face"], "family": "scars", "marks": ["flat-dark", "narrow-deep"], "new-scars": "yes", "effect": "a-lot", "safety": "yes",
		"tell": ["keloids"], "goal": "<script>\u001b[31m\u202e **one**"`
)

func changeText(t testing.TB, c *report.Change) string {
	t.Helper()
	var b strings.Builder
	if err := report.ChangeText(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func changeJSON(t testing.TB, c *report.Change) string {
	t.Helper()
	var b strings.Builder
	if err := report.ChangeJSON(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestChangeGoldens(t *testing.T) {
	one, two := protocol(t), version2(t)
	retired := revised(t, [3]string{"questions.yaml", "- id: flat-red\n", "- id: flat-pink\n"}, [3]string{"factors.yaml", "any_of: [flat-red]", "any_of: [flat-pink]"},
		[3]string{"tips.yaml", "flat-red", "flat-pink"}, [3]string{"notes.yaml", "flat-red", "flat-pink"})
	foreign := *two
	foreign.ID = "other"
	first, later := assess(t, one, may, inMay), assess(t, one, noon, inNovember)
	for _, tt := range []struct {
		name          string
		present       *quiz.Protocol
		before, after *report.Report
	}{
		{"answers", one, first, later},
		{"protocol", two, first, assess(t, two, noon, inMay)},
		{"answers-and-protocol", two, first, assess(t, two, noon, inNovember+`, "sleep": "badly"`)},
		{"two-old-protocols", two, first, func() *report.Report {
			r := *later
			r.Protocol.Hash = "sha256:older"
			return &r
		}()},
		{"no-protocol", nil, first, assess(t, two, noon, inNovember)},
		{"no-fit", retired, first, assess(t, retired, noon, strings.ReplaceAll(inMay, "flat-red", "flat-pink"))},
		{"other-questionnaire", &foreign, first, assess(t, &foreign, noon, inMay)},
		{"nothing", one, first, assess(t, one, noon, inMay)},
		{"one-day", one, later, assess(t, one, noon.Add(time.Hour), `"alarm": ["open-sores", "fever-or-ill"]`)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := report.Compare(tt.present, tt.before, tt.after)
			text := changeText(t, c)
			checkPlain(t, text, report.TextWidth)
			quiztest.Golden(t, "testdata/change-"+tt.name+".golden.text", []byte(text))
			quiztest.Golden(t, "testdata/change-"+tt.name+".golden.json", []byte(changeJSON(t, c)))
			if again := report.Compare(tt.present, tt.after, tt.before); !reflect.DeepEqual(c, again) {
				t.Error("it depends on which of the two is named first")
			}
			for _, never := range []string{"better", "worse", "improve", "low risk", "score", "safety", "hurting", "crisis"} {
				if strings.Contains(strings.ToLower(text+changeJSON(t, c)), never) {
					t.Errorf("it says %q", never)
				}
			}
		})
	}
}

// Why the causes cannot be told apart is said, and then nothing is put down to
// either of them.
func TestCausesThatCannotBeToldApart(t *testing.T) {
	one, two := protocol(t), version2(t)
	first, later := assess(t, one, may, inMay), assess(t, two, noon, inNovember)
	foreign := *two
	foreign.ID = "other"
	for _, tt := range []struct {
		name, want string
		present    *quiz.Protocol
	}{
		{"no protocol", report.NoProtocol, nil},
		{"another questionnaire", report.OtherProtocol, &foreign},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.present != nil {
				tt.present.Hash = "sha256:third"
			}
			c := report.Compare(tt.present, first, later)
			if c.Together == nil || c.Together.Why != tt.want || len(c.Findings) > 0 || len(c.Protocol.Judged) > 0 {
				t.Errorf("got %s", changeJSON(t, c))
			}
		})
	}
}

// Laws of any two assessments of one protocol: each question answered
// otherwise and each thing told otherwise stands there once, and nothing else.
func TestChangeLaws(t *testing.T) {
	one, two := protocol(t), version2(t)
	random := rand.New(rand.NewPCG(5, 3))
	make := func(p *quiz.Protocol, now time.Time) *report.Report {
		return report.Build(p, quiztest.Answers(p, random, ownWords...), report.Options{Program: "scarcheck test", Now: now, Sensitive: true})
	}
	for range 60 {
		before, after := make(one, may), make(one, noon)
		c := report.Compare(one, before, after)
		if c.Protocol != nil || c.Together != nil {
			t.Fatal("one protocol, and it is said to have changed")
		}
		eachOnce(t, answersDiffering(before, after), changedQuestions(c.Answers), "answer")
		eachOnce(t, factorsDiffering(before, after), changedFactors(c.Findings), "factor")
		if told := kinds(c.Findings)["care"] == 1; told != (before.Care.Level != after.Care.Level || before.Care.Text != after.Care.Text) {
			t.Errorf("care told: %v", told)
		}
		eachOnce(t, listDiffering(before, after), changedLists(c.Findings), "what is listed")
		if c := report.Compare(two, before, before); !c.Empty() {
			t.Errorf("it differs from itself: %s", changeJSON(t, c))
		}
		shuffled := *before
		shuffled.Answers = slices.Clone(before.Answers)
		random.Shuffle(len(shuffled.Answers), func(i, j int) {
			shuffled.Answers[i], shuffled.Answers[j] = shuffled.Answers[j], shuffled.Answers[i]
		})
		if !reflect.DeepEqual(c, report.Compare(one, &shuffled, after)) {
			t.Error("it depends on the order of the answers")
		}
		if said := changeText(t, c) + changeJSON(t, c); strings.Contains(said, "safety") || strings.Contains(said, "hurting") {
			t.Error("a sensitive answer is told")
		}
	}
}

// Across protocols each answer stands in one of the two parts, once, and each
// factor in the part of the step that changed it.
func TestChangeLawsAcrossProtocols(t *testing.T) {
	one, two := protocol(t), version2(t)
	random := rand.New(rand.NewPCG(5, 4))
	for range 60 {
		old := quiztest.Answers(one, random, ownWords...)
		before := report.Build(one, old, report.Options{Program: "scarcheck test", Now: may})
		after := report.Build(two, quiztest.Answers(two, random, ownWords...), report.Options{Program: "scarcheck test", Now: noon})
		c := report.Compare(two, before, after)
		if c.Together != nil {
			t.Fatal("the answers fit, and it is not told apart")
		}
		eachOnce(t, answersDiffering(before, after), append(changedQuestions(c.Answers), changedQuestions(c.Protocol.Questions)...), "answer")
		carried := report.Build(two, carry(one, two, old), report.Options{Program: "scarcheck test", Now: may})
		eachOnce(t, factorsDiffering(carried, after), changedFactors(c.Findings), "factor by answers")
		eachOnce(t, factorsDiffering(before, carried), changedFactors(c.Protocol.Judged[0].Findings), "factor by protocol")
		checkPlain(t, changeText(t, c), report.TextWidth)
	}
}

// carry puts answers of one protocol in their places in another that has all
// of its questions, with the same choices.
func carry(from, to *quiz.Protocol, answers quiz.Answers) quiz.Answers {
	carried := make(quiz.Answers, len(to.Questions))
	applied, _ := from.Apply(answers)
	for i, a := range applied {
		place, _ := to.Find(from.Questions[i].ID)
		carried[place] = a
	}
	return carried
}

func eachOnce(t *testing.T, want, got []string, what string) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: differing are %v, told %v", what, want, got)
	}
}

func answersDiffering(before, after *report.Report) []string {
	said := func(r *report.Report) map[string]string {
		all := map[string]string{}
		for _, q := range r.Text.Questions {
			if !q.Sensitive {
				all[q.ID] = q.State + strings.Join(q.Answer, "\n")
			}
		}
		return all
	}
	was, now := said(before), said(after)
	var differing []string
	for id := range was {
		if was[id] != now[id] {
			differing = append(differing, id)
		}
	}
	for id := range now {
		if _, asked := was[id]; !asked {
			differing = append(differing, id)
		}
	}
	return differing
}

func factorsDiffering(before, after *report.Report) []string {
	var differing []string
	for i, f := range before.Factors {
		if g := after.Factors[i]; f.Status != g.Status || f.Name != g.Name {
			differing = append(differing, f.ID+" "+f.Status+" "+g.Status)
		}
	}
	return differing
}

func changedQuestions(changes []report.AnswerChange) []string {
	ids := make([]string, len(changes))
	for i, c := range changes {
		ids[i] = c.Question
	}
	return ids
}

func changedFactors(findings []report.Finding) []string {
	var ids []string
	for _, f := range findings {
		if f.Kind == "factor" {
			ids = append(ids, f.ID+" "+f.Was+" "+f.Now)
		}
	}
	return ids
}

// listDiffering are the things that only one of two reports lists, by kind.
func listDiffering(before, after *report.Report) []string {
	listed := func(r *report.Report) []string {
		list := []string{}
		for _, x := range r.Tips {
			list = append(list, "tip "+x.ID)
		}
		for _, x := range r.Treatments {
			list = append(list, "treatment "+x.ID)
		}
		for _, id := range r.Notes {
			list = append(list, "note "+id)
		}
		for _, id := range r.Ask {
			list = append(list, "ask "+id)
		}
		return list
	}
	was, now := listed(before), listed(after)
	known := func(list []string) func(string) bool { return func(x string) bool { return slices.Contains(list, x) } }
	return append(slices.DeleteFunc(slices.Clone(was), known(now)), slices.DeleteFunc(slices.Clone(now), known(was))...)
}

func changedLists(findings []report.Finding) []string {
	var ids []string
	for _, f := range findings {
		if slices.Contains([]string{"tip", "treatment", "note", "ask"}, f.Kind) && (f.Was == report.Absent || f.Now == report.Absent) {
			ids = append(ids, f.Kind+" "+f.ID)
		}
	}
	return ids
}

func kinds(findings []report.Finding) map[string]int {
	count := map[string]int{}
	for _, f := range findings {
		count[f.Kind]++
	}
	return count
}

// A report changed by hand may lack anything; comparing it must not fail.
func TestCompareTakesAnything(t *testing.T) {
	one, two := protocol(t), version2(t)
	full := build(t, one, "testdata/full.answers.json", true)
	bare := &report.Report{Schema: report.Schema}
	halved := *full
	halved.Answers, halved.Text.Questions = full.Answers[:4], full.Text.Questions[8:]
	twice := *full
	twice.Factors, twice.Tips = slices.Concat(full.Factors, full.Factors), slices.Concat(full.Tips, full.Tips)
	for _, p := range []*quiz.Protocol{nil, one, two} {
		for _, a := range []*report.Report{full, bare, &halved, &twice} {
			for _, b := range []*report.Report{full, bare, &halved, &twice} {
				c := report.Compare(p, a, b)
				if text := changeText(t, c); strings.Contains(text, "hurting") {
					t.Error("a sensitive answer is told")
				}
				report.Trend([]*report.Report{a, b, a})
			}
		}
	}
}

// A page drawn from its code has no answers in own words, which is no change.
func TestCompareRedrawn(t *testing.T) {
	p := protocol(t)
	first := assess(t, p, may, inMay)
	answers, err := p.ParseAnswers([]byte(`{"protocol": "acne-scar@1", "answers": {` + inMay + `}}`))
	if err != nil {
		t.Fatal(err)
	}
	again := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon, Redrawn: true})
	c := report.Compare(p, first, again)
	if !c.Empty() || !strings.Contains(strings.Join(strings.Fields(changeText(t, c)), " "), "Answers in own words are not compared.") {
		t.Error(changeText(t, c))
	}
	if !bytes.Contains(jsonOf(t, first), []byte("A plan")) {
		t.Error("the first had no own words to begin with")
	}
}
