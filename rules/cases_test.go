package rules_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

func embeddedGuideline(t *testing.T) *rules.Guideline {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p.Guideline
}

func embeddedCases(t *testing.T) (*rules.Guideline, []rules.Case) {
	t.Helper()
	g := embeddedGuideline(t)
	var log strict.Log
	cases := rules.LoadCases(&log, rules.Embedded(), g)
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return g, cases
}

// casesFrom loads cases.yaml with this content, for the embedded guideline.
func casesFrom(t *testing.T, yaml string) ([]rules.Case, error) {
	t.Helper()
	var log strict.Log
	folder := rules.Folder{FS: fstest.MapFS{"cases.yaml": {Data: []byte(yaml)}}, Name: "clinic"}
	cases := rules.LoadCases(&log, folder, embeddedGuideline(t))
	return cases, log.Err()
}

func TestCases(t *testing.T) {
	g, cases := embeddedCases(t)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			for _, failure := range g.RunCase(c) {
				t.Error(failure)
			}
		})
	}
}

func TestCasesLeaveNothingUntested(t *testing.T) {
	g, cases := embeddedCases(t)
	if len(cases) < 40 {
		t.Errorf("%d cases are too few", len(cases))
	}
	for _, state := range g.Untested(cases) {
		t.Errorf("no case wants %s", state)
	}
}

func TestUntestedNamesTheStates(t *testing.T) {
	g := embeddedGuideline(t)
	got := g.Untested(nil)
	for _, want := range []string{
		"care: self-care", "care: undecided", "support: false", "crisis: true",
		"factor picking: absent", "factor picking: unknown", "factor picking: present",
		"tip hands-off: called for", "tip hands-off: said to everybody", "tip sun: called for", "tip sun: not shown",
		"treatment filler: shown", "treatment filler: not shown", "caution keloids: present", "caution keloids: unknown",
		"note fever: shown", "note fever: not shown", "note cost: shown", "question to ask cause: not shown",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is untested without a case, and not named", want)
		}
	}
	for _, never := range []string{"caution raised-scars: unknown", "note cost: not shown", "tip sun: said to everybody"} {
		if slices.Contains(got, never) {
			t.Errorf("no answers can bring %q, and it is asked for", never)
		}
	}
}

// Each case counts: without one that alone wants a state, the state is named.
func TestUntestedNoticesAMissingCase(t *testing.T) {
	g, cases := embeddedCases(t)
	without := slices.DeleteFunc(cases, func(c rules.Case) bool { return strings.HasPrefix(c.Name, "thoughts of self-harm") })
	if got := fmt.Sprint(g.Untested(without)); got != "[crisis: true]" {
		t.Errorf("got %s", got)
	}
}

// The cases hold the rules: whichever test in the data is turned into its
// opposite, and whichever id is taken out of a list, some case fails.
func TestCasesNoticeEveryChange(t *testing.T) {
	g, cases := embeddedCases(t)
	for _, file := range []string{"care.yaml", "factors.yaml", "tips.yaml", "treatments.yaml", "notes.yaml"} {
		for _, change := range changes(t, rules.Embedded().FS, file) {
			var log strict.Log
			changed := rules.Load(&log, change.folder, g.Vocabulary)
			if err := log.Err(); err != nil {
				t.Fatalf("%s: the change makes no guideline: %v", change, err)
			}
			if !change.hidden() && !slices.ContainsFunc(cases, fails(changed)) {
				t.Errorf("%s: and no case fails", change)
			}
		}
	}
}

// So they do for the conditions under which questions are asked: what a case
// answers is then not asked, or what it leaves out is.
func TestCasesNoticeEveryChangeOfAskIf(t *testing.T) {
	for _, change := range changes(t, os.DirFS("../quiz/data"), "questions.yaml") {
		p, err := quiz.Load(change.folder, rules.Embedded())
		if err != nil {
			t.Fatalf("%s: the change makes no protocol: %v", change, err)
		}
		var log strict.Log
		cases := rules.LoadCases(&log, rules.Embedded(), p.Guideline)
		if log.Err() == nil && !slices.ContainsFunc(cases, fails(p.Guideline)) {
			t.Errorf("%s: and no case fails", change)
		}
	}
}

func fails(g *rules.Guideline) func(rules.Case) bool {
	return func(c rules.Case) bool { return len(g.RunCase(c)) > 0 }
}

type change struct {
	file   string
	line   int
	what   string
	folder rules.Folder
}

func (c change) String() string { return fmt.Sprintf("%s:%d: %s", c.file, c.line, c.what) }

// hidden reports changes nobody can see: in the level "dermatologist", active
// acne of these kinds has already led to the more urgent level above.
func (c change) hidden() bool {
	kind := regexp.MustCompile(`^(deep-few|deep-many|joined-or-leaking|not-sure-acne) is taken out of .*comedones`)
	return c.file == "care.yaml" && kind.MatchString(c.what)
}

var (
	aLeaf = regexp.MustCompile(`(?s)\{(q|factor): [^}]*\}`)
	aList = regexp.MustCompile(`(?s)(any_of|only|first|follow_up|cautions): \[([^\]]*,[^\]]*)\]`)
)

// changes makes one wrong folder after another out of a right one.
func changes(t *testing.T, right fs.FS, file string) []change {
	t.Helper()
	bytes, err := fs.ReadFile(right, file)
	if err != nil {
		t.Fatal(err)
	}
	src := string(bytes)
	var found []change
	add := func(at, end int, what, instead string) {
		line := strings.Count(src[:at], "\n") + 1
		folder := rules.Folder{FS: with(t, right, file, src[:at]+instead+src[end:]), Name: "changed"}
		found = append(found, change{file, line, what, folder})
	}
	for _, at := range aLeaf.FindAllStringIndex(src, -1) {
		text := src[at[0]:at[1]]
		add(at[0], at[1], fmt.Sprintf("%q is turned round", text), "{not: "+text+"}")
	}
	for _, at := range aList.FindAllStringSubmatchIndex(src, -1) {
		list := strings.FieldsFunc(src[at[4]:at[5]], func(r rune) bool { return strings.ContainsRune(", \n", r) })
		for i, id := range list {
			rest := slices.Delete(slices.Clone(list), i, i+1)
			add(at[4], at[5], fmt.Sprintf("%s is taken out of %q", id, list), strings.Join(rest, ", "))
		}
	}
	if len(found) == 0 {
		t.Fatalf("%s holds nothing to change", file)
	}
	return found
}

// with is a folder with the content of one file replaced.
func with(t *testing.T, folder fs.FS, file, content string) fs.FS {
	t.Helper()
	copied := fstest.MapFS{}
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		copied[name] = &fstest.MapFile{Data: src}
	}
	copied[file] = &fstest.MapFile{Data: []byte(content)}
	return copied
}

func TestLoadCasesFaults(t *testing.T) {
	const care = "care: {level: same-day}"
	tests := []struct {
		name, answers, want string
		faults              []string // line:column and message
	}{
		{
			"unknown question", "{lesion: [none]}", care,
			[]string{`4:15: no question "lesion", did you mean "lesions"?`},
		},
		{
			"unknown choice in a list", "{lesions: [deep-fwe]}", care,
			[]string{`4:25: question "lesions" has no choice "deep-fwe", did you mean "deep-few"?`},
		},
		{
			"unknown choice", "{worst: sever}", care,
			[]string{`4:22: question "worst" has no choice "sever", did you mean "severe"?`},
		},
		{
			"choice named twice", "{lesions: [deep-few, deep-few]}", care,
			[]string{`4:35: choice "deep-few" is named twice`},
		},
		{
			"choice that stands alone", "{alarm: [none, joint-pain]}", care,
			[]string{`4:22: question "alarm": a choice that must stand alone stands beside another`},
		},
		{
			"two answers where one is taken", "{worst: [mild, severe]}", care,
			[]string{`4:22: question "worst" takes one answer, here are 2`},
		},
		{
			"no answer is no choice of a list", "{lesions: [dont-know]}", care,
			[]string{`4:25: question "lesions" has no choice "dont-know"`},
		},
		{
			"an empty list", "{lesions: []}", care,
			[]string{`4:24: needs at least one item in the list`},
		},
		{
			"a list as free text", "{goal: [clear, skin]}", care,
			[]string{`4:22: question "goal" has no choice "clear"`, `4:29: question "goal" has no choice "skin"`},
		},
		{
			"a map as answer", "{lesions: {none: true}}", care,
			[]string{`4:24: must be text, not a map`},
		},
		{
			"question ruled out", "{lesions: [none], worst: almost-none, sites: [face]}", care,
			[]string{`4:52: nobody can answer this: the other answers rule the question out`},
		},
		{
			"question not known to be asked", "{relapse: once}", care,
			[]string{`4:15: nobody can answer this: it hangs on a question that is left open here`},
		},
		{
			"not even without an answer", "{marks: [none], new-scars: dont-know}", care,
			[]string{`4:30: nobody can answer this: the other answers rule the question out`},
		},
		{
			"a wrong answer closes nothing", "{marks: [wavey], new-scars: no}", care,
			[]string{`4:23: question "marks" has no choice "wavey", did you mean "wavy"?`},
		},
		{"no care", "{}", "support: true", []string{`6:7: needs "care"`}},
		{
			"unknown key", "{}", care + "\n      tipz: {}",
			[]string{`7:7: unknown key "tipz", did you mean "tips"? Known here: care, could_be, support, crisis, factors, tips, no_tips, treatments, no_treatments, notes, no_notes, ask, no_ask`},
		},
		{
			"unknown level", "{}", "care: {level: same-dya}",
			[]string{`6:21: no level of care "same-dya", did you mean "same-day"?`},
		},
		{
			"could be is a level", "{}", care + "\n      could_be: {level: undecided}",
			[]string{`7:25: no level of care "undecided"`},
		},
		{
			"undecided must say what it could be", "{}", "care: {level: undecided}",
			[]string{`6:7: care is undecided here: "could_be" must say what the open answers could bring`},
		},
		{
			"unknown question of could be", "{}", care + "\n      could_be: {level: same-day, questions: [alrm]}",
			[]string{`7:47: no question "alrm", did you mean "alarm"?`},
		},
		{
			"unknown question and choice of a reason", "{}", "care: {level: same-day, because: {alrm: open, worst: mid}}",
			[]string{`6:41: no question "alrm", did you mean "alarm"?`, `6:60: question "worst" has no choice "mid", did you mean "mild"?`},
		},
		{
			"reason of free text", "{}", "care: {level: same-day, because: {goal: clear skin}}",
			[]string{`6:47: question "goal" is free text: a reason is "answered" or "open"`},
		},
		{"also is a number", "{}", "care: {level: same-day, also: some}", []string{`6:37: must be a whole number such as 12, without quotes, not "some"`}},
		{"support is true or false", "{}", care + "\n      support: yes", []string{`7:16: must be true or false, without quotes, not "yes"`}},
		{
			"unknown factors", "{}", care + "\n      factors: {present: {pickin: {}}, absent: [famly-acne], unknown: [x], because: {relaps: {}}}",
			[]string{
				`7:27: no factor "pickin", did you mean "picking"?`, `7:49: no factor "famly-acne", did you mean "family-acne"?`,
				`7:72: no factor "x"`, `7:86: no factor "relaps", did you mean "relapse"?`,
			},
		},
		{
			"unknown status of factors", "{}", care + "\n      factors: {maybe: [picking]}",
			[]string{`7:17: unknown key "maybe". Known here: present, absent, unknown, because`},
		},
		{
			"unknown tips", "{}", care + "\n      tips: {sunn: {}}\n      no_tips: [wash-hairs]",
			[]string{`7:14: no tip "sunn", did you mean "sun"?`, `8:17: no tip "wash-hairs", did you mean "wash-hair"?`},
		},
		{
			"unknown treatments", "{}", care + "\n      treatments: {filer: {}}\n      no_treatments: [fillers]",
			[]string{`7:20: no treatment "filer", did you mean "filler"?`, `8:23: no treatment "fillers", did you mean "filler"?`},
		},
		{
			"unknown mark, caution and status", "{}", care + "\n      treatments: {filler: {for: [wavey], cautions: {keloid: present, pregnancy: maybe}}}",
			[]string{
				`7:35: question "marks" has no choice "wavey", did you mean "wavy"?`, `7:54: no caution "keloid", did you mean "keloids"?`,
				`7:82: no status "maybe"`,
			},
		},
		{
			"follow-up without for", "{}", care + "\n      treatments: {filler: {follow_up: [wavy]}}",
			[]string{`7:40: "follow_up" needs "for" beside it: all the marks that the treatment is for`},
		},
		{
			"unknown notes and questions to ask", "{}", care + "\n      notes: [fevr]\n      no_notes: [costs]\n      ask: [which-kind]\n      no_ask: [causes]",
			[]string{
				`7:15: no note "fevr", did you mean "fever"?`, `8:18: no note "costs", did you mean "cost"?`,
				`9:13: no question to ask "which-kind", did you mean "which-kinds"?`, `10:16: no question to ask "causes", did you mean "cause"?`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := casesFrom(t, "# first line\ncases:\n  - name: a case\n    answers: "+test.answers+"\n    want:\n      "+test.want+"\n")
			equalFaults(t, err, test.faults)
		})
	}
}

func equalFaults(t *testing.T, err error, want []string) {
	t.Helper()
	var got []string
	var faults strict.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			got = append(got, fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Message))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestLoadCasesFaultsOfTheFile(t *testing.T) {
	for _, test := range []struct {
		name, yaml string
		faults     []string
	}{
		{"no cases", "case: []\n", []string{`1:1: unknown key "case", did you mean "cases"? Known here: cases`}},
		{"an empty case", "cases:\n  - {}\n", []string{`2:5: needs "name"`, `2:5: needs "answers"`, `2:5: needs "want"`}},
		{
			"two of one name",
			"cases:\n  - {name: a, answers: {}, want: {care: {level: same-day}}}\n  - {name: a, answers: {}, want: {care: {level: same-day}}}\n",
			[]string{`3:12: a case of this name stands on line 2; give one of them another`},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := casesFrom(t, test.yaml)
			equalFaults(t, err, test.faults)
		})
	}
	t.Run("missing", func(t *testing.T) {
		var log strict.Log
		cases := rules.LoadCases(&log, rules.Folder{FS: fstest.MapFS{}, Name: "clinic"}, embeddedGuideline(t))
		if err := log.Err(); err == nil || err.Error() != "clinic/cases.yaml: this file is missing; a protocol needs it" || len(cases) > 0 {
			t.Errorf("got %v and %d cases", err, len(cases))
		}
	})
}

// Answers may be written as lists in brackets, as lists over several lines, or
// as words; the same answers make the same case.
func TestLoadCasesReadsEveryWayOfAnswering(t *testing.T) {
	cases, err := casesFrom(t, `cases:
  - name: in brackets
    answers: {lesions: [deep-few, comedones], worst: [severe], family: prefer-not, goal: "clear, at last"}
    want: {care: {level: dermatologist-soon, because: {lesions: deep-few}}, could_be: {level: same-day, questions: [alarm]}}
  - name: over lines
    answers:
      lesions:
        - comedones
        - deep-few
      worst: "severe"
      family: prefer-not
      goal: >-
        [clear] skin
    want:
      care:
        level: dermatologist-soon
        because:
          lesions:
            - deep-few
      could_be: {level: same-day, questions: [alarm]}
`)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(cases[0].Answers, cases[1].Answers) {
		t.Errorf("%v is not %v", cases[0].Answers, cases[1].Answers)
	}
	for _, c := range cases {
		for _, failure := range embeddedGuideline(t).RunCase(c) {
			t.Error(failure)
		}
	}
}

// Every kind of want fails with a sentence that says what was wanted and what
// came.
func TestRunCaseMismatches(t *testing.T) {
	const (
		lump = "{lesions: [deep-few], picking: most-days, effect: a-little}"
		care = "care: {level: dermatologist-soon}\n      could_be: {level: same-day, questions: [alarm]}\n      "
		pits = "{alarm: [none], lesions: [none], worst: almost-none, picking: never, marks: [narrow-deep, wide-sharp], new-scars: no," +
			" visibility: beyond, clear-a-year: yes, effect: not-at-all, tell: [keloids]}"
		scar = "care: {level: scar-dermatologist}\n      "
	)
	for _, test := range []struct {
		name, answers, want, says string
	}{
		{
			"level", lump, "care: {level: undecided}\n      could_be: {level: same-day, questions: [alarm]}",
			"care: want undecided, got dermatologist-soon",
		},
		{"undecided came", "{}", "care: {level: same-day}\n      could_be: {level: same-day, questions: [alarm]}", "care: want same-day, got undecided"},
		{
			"reason", lump, "care: {level: dermatologist-soon, because: {picking: most-days, lesions: [deep-many, deep-few], goal: answered}}\n" +
				"      could_be: {level: same-day, questions: [alarm]}",
			"care because: want lesions [deep-few, deep-many], picking [most-days], goal answered, got lesions [deep-few]",
		},
		{
			"open reason", lump, "care: {level: dermatologist-soon, because: {lesions: open}}\n      could_be: {level: same-day, questions: [alarm]}",
			"care because: want lesions open, got lesions [deep-few]",
		},
		{
			"could be", lump, "care: {level: dermatologist-soon}\n      could_be: {level: dermatologist, questions: [alarm]}",
			"could be: want dermatologist, got same-day",
		},
		{
			"could be left out", lump, "care: {level: dermatologist-soon}",
			"could be: want dermatologist-soon, got same-day; could be, by the questions: want none, got alarm",
		},
		{
			"questions", lump, "care: {level: dermatologist-soon}\n      could_be: {level: same-day, questions: [alarm, tell]}",
			"could be, by the questions: want alarm, tell, got alarm",
		},
		{"further sentences", pits, "care: {level: scar-dermatologist, also: 0}", "care: further sentences: want 0, got 1"},
		{"support", lump, care + "support: true", "support: want true, got false"},
		{"crisis", lump, care + "crisis: true", "crisis: want true, got false"},
		{
			"factor present", lump, care + "factors: {present: {relapse: {effective-treatment: open}}}",
			"factor relapse: want present, got unknown",
		},
		{"factor absent", lump, care + "factors: {absent: [picking]}", "factor picking: want absent, got present"},
		{"factor unknown", lump, care + "factors: {unknown: [picking]}", "factor picking: want unknown, got present"},
		{
			"reason of a factor", lump, care + "factors: {present: {picking: {picking: sometimes}}}",
			"factor picking because: want picking [sometimes], got picking [most-days]",
		},
		{
			"reason of an open factor", lump, care + "factors: {because: {relapse: {relapse: open}}}",
			"factor relapse because: want relapse open, got effective-treatment open",
		},
		{
			"tip called for", lump, care + "tips: {wash-hair: {habits: [oily-hair]}}",
			"tip wash-hair: want called for, got said to everybody; tip wash-hair because: want habits [oily-hair], got none",
		},
		{
			"tip for everybody", lump, care + "tips: {hands-off: {}}",
			"tip hands-off: want said to everybody, got called for; tip hands-off because: want none, got picking [most-days]",
		},
		{
			"tip missing", lump, care + "tips: {sun: {tell: [skin-darkens]}}",
			"tip sun: want called for, got not shown; tip sun because: want tell [skin-darkens], got none",
		},
		{"tip too many", lump, care + "no_tips: [picking-help]", "tip picking-help: want not shown, got called for"},
		{"treatment missing", pits, scar + "treatments: {filler: {}}", "treatment filler: want shown, got not shown"},
		{"treatment too many", pits, scar + "no_treatments: [tca-cross]", "treatment tca-cross: want not shown, got shown"},
		{
			"marks", pits, scar + "treatments: {punch-excision: {for: [narrow-deep]}}",
			"treatment punch-excision for: want narrow-deep, got narrow-deep, wide-sharp",
		},
		{
			"follow-up", pits, scar + "treatments: {microneedling: {for: [wide-sharp, narrow-deep]}}",
			"treatment microneedling to follow up: want none, got narrow-deep",
		},
		{
			"caution", pits, scar + "treatments: {filler: {cautions: {keloids: unknown}}, tca-cross: {cautions: {keloids: unknown, under-18: absent}}}",
			"treatment filler: want shown, got not shown; treatment filler, caution keloids: want unknown, got absent; " +
				"treatment tca-cross, caution keloids: want unknown, got present; treatment tca-cross, caution under-18: want absent, got unknown",
		},
		{"note missing", lump, care + "notes: [fever]", "note fever: want shown, got not shown"},
		{"note too many", lump, care + "no_notes: [cost]", "note cost: want not shown, got shown"},
		{"question to ask missing", lump, care + "ask: [cause]", "question to ask cause: want shown, got not shown"},
		{"question to ask too many", lump, care + "no_ask: [stop-new]", "question to ask stop-new: want not shown, got shown"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cases, err := casesFrom(t, "cases:\n  - name: wrong\n    answers: "+test.answers+"\n    want:\n      "+test.want+"\n")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, failure := range embeddedGuideline(t).RunCase(cases[0]) {
				got = append(got, failure.Message)
			}
			if says := strings.Join(got, "; "); says != test.says {
				t.Errorf("got\n\t%s\nwant\n\t%s", says, test.says)
			}
		})
	}
}

func TestFailureNamesItsPlace(t *testing.T) {
	cases, err := casesFrom(t, "cases:\n\n  - name: one \"bad\" case\n    answers: {alarm: [open-sores, joint-pain]}\n    want: {care: {level: self-care}}\n")
	if err != nil {
		t.Fatal(err)
	}
	failures := embeddedGuideline(t).RunCase(cases[0])
	if len(failures) == 0 {
		t.Fatal("the case is wrong, and nothing failed")
	}
	if got, want := failures[0].String(), `clinic/cases.yaml:3: case "one \"bad\" case": care: want self-care, got same-day`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func BenchmarkCases(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var log strict.Log
		for _, c := range rules.LoadCases(&log, rules.Embedded(), p.Guideline) {
			if len(p.Guideline.RunCase(c)) > 0 {
				b.Fatal("a case fails")
			}
		}
	}
}
