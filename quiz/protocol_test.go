package quiz_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// contract is the table of questions of the contract, transcribed by hand:
// id, section, kind, choices (a * excludes the others), and when it is asked.
// Answers files, saved assessments and other programs rely on these ids.
const contract = `
age                 | You            | one  | under-13 age-13-17 age-18-24 age-25-plus | always
alarm               | Right now      | many | none* fever-or-ill joint-pain open-sores | always
lesions             | Your acne      | many | none* comedones inflamed-few inflamed-many deep-few deep-many joined-or-leaking not-sure-acne | always
worst               | Your acne      | one  | almost-none mild moderate severe | always
sites               | Your acne      | many | face neck-jaw chest back-shoulders | had acne
effective-treatment | Treatment      | one  | within-1-year after-1-to-3-years after-over-3-years nothing-worked never-tried | had acne
tried               | Treatment      | many | nothing* shop-under-8-weeks shop-8-weeks-plus course-1 course-2-plus antibiotic-tablets isotretinoin | had acne
relapse             | Treatment      | one  | no once more-than-once | treatment worked
picking             | Habits         | one  | never sometimes most-days cannot-stop | always
habits              | Habits         | many | none* scrub-or-harsh oily-products oily-hair touch-face stop-when-clear | always
family              | Family         | one  | neither acne-only scars | always
marks               | Marks          | many | none* flat-red flat-dark narrow-deep wide-sharp wavy raised raised-beyond | always
new-scars           | Marks          | one  | no yes | has a scar
visibility          | Marks          | one  | covered arms-length beyond | has a scar
clear-a-year        | Marks          | one  | yes no | has a scar, no acne
effect              | Your life      | one  | not-at-all a-little a-lot over-an-hour | always
safety              | Your life      | one  | no yes | weighs
tell                | For the doctor | many | none* pregnant cold-sores blood-thinner keloids skin-darkens steroids-or-new-medicine hormone-signs | always
sex                 | For the doctor | one  | female male | always
goal                | For the doctor | text | | always
`

// askIf are the words of the table above, each with answers that make it true,
// false and unknown: "lesions=none" is an answer, "lesions=" leaves it open.
var askIf = map[string]struct{ asked, not, unknown []string }{
	"always": {asked: []string{"", "lesions=none worst=almost-none marks=none effect=not-at-all"}},
	"had acne": {
		asked:   []string{"lesions=comedones", "worst=mild", "lesions=none worst=severe", "lesions=not-sure-acne worst=almost-none"},
		not:     []string{"lesions=none worst=almost-none"},
		unknown: []string{"", "lesions=none", "worst=almost-none"},
	},
	"treatment worked": {
		asked: []string{
			"worst=mild effective-treatment=within-1-year", "worst=mild effective-treatment=after-1-to-3-years",
			"worst=mild effective-treatment=after-over-3-years",
		},
		not: []string{
			"worst=mild effective-treatment=nothing-worked", "worst=mild effective-treatment=never-tried",
			"lesions=none worst=almost-none effective-treatment=within-1-year",
		},
		unknown: []string{"", "worst=mild", "effective-treatment=within-1-year"},
	},
	"has a scar": {
		asked:   []string{"marks=narrow-deep", "marks=wide-sharp", "marks=wavy", "marks=raised", "marks=raised-beyond,flat-red"},
		not:     []string{"marks=none", "marks=flat-red,flat-dark"},
		unknown: []string{""},
	},
	"has a scar, no acne": {
		asked:   []string{"marks=wavy lesions=none"},
		not:     []string{"marks=none", "marks=flat-red", "lesions=comedones", "lesions=not-sure-acne marks=wavy"},
		unknown: []string{"", "lesions=none", "marks=wavy"},
	},
	"weighs": {
		asked: []string{
			"effect=a-lot", "effect=over-an-hour", "", "picking=never", "effect=not-at-all picking=cannot-stop",
		},
		not:     []string{"effect=not-at-all picking=never", "effect=a-little picking=most-days"},
		unknown: []string{"effect=not-at-all", "effect=a-little"},
	},
}

// The other ids of the contract.
const (
	levels  = "same-day dermatologist-soon dermatologist scar-dermatologist pharmacist-or-gp self-care"
	factors = "existing-scars inflammatory-lesions severe-acne delayed-treatment picking family-scars family-acne relapse " +
		"lasting-redness trunk-acne keloid-tendency male-sex"
	tips = "hands-off keep-treating wash-gently wash-hair oil-free-products " +
		"treat-early pharmacy-first give-it-time picking-help sun no-home-procedures"
	fromTheArticle = "hands-off keep-treating wash-gently wash-hair oil-free-products"
	treatments     = "punch-excision punch-grafting tca-cross radiofrequency microneedling laser-resurfacing subcision filler raised-scar-care"
)

// suits says which treatments suit which mark, after "then" as follow-up.
var suits = map[string]string{
	"narrow-deep":   "punch-excision punch-grafting tca-cross then microneedling radiofrequency laser-resurfacing",
	"wide-sharp":    "punch-excision laser-resurfacing microneedling radiofrequency",
	"wavy":          "subcision microneedling radiofrequency filler",
	"raised":        "raised-scar-care",
	"raised-beyond": "raised-scar-care",
	"none":          "", "flat-red": "", "flat-dark": "",
}

func TestContract(t *testing.T) {
	p := embedded(t)
	rows := strings.Split(strings.TrimSpace(contract), "\n")
	if len(rows) != len(p.Questions) {
		t.Fatalf("%d questions, the contract has %d", len(p.Questions), len(rows))
	}
	if p.Name() != "acne-scar@1" {
		t.Errorf("the protocol is called %q", p.Name())
	}
	for i, row := range rows {
		cells := strings.Split(row, "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		q := p.Questions[i]
		t.Run(cells[0], func(t *testing.T) {
			if q.ID != cells[0] || q.Section.Title != cells[1] || q.Kind.String() != cells[2] {
				t.Errorf("%s, %s, %s; the contract says %v", q.ID, q.Section.Title, q.Kind, cells[:3])
			}
			if got := choices(&q); got != cells[3] {
				t.Errorf("choices %s\nthe contract has %s", got, cells[3])
			}
			when, ok := askIf[cells[4]]
			if !ok {
				t.Fatalf("no answers to try for %q", cells[4])
			}
			asked(t, p, i, when.asked, rules.True)
			asked(t, p, i, when.not, rules.False)
			asked(t, p, i, when.unknown, rules.Unknown)
			if (q.ID == "safety") != q.Sensitive {
				t.Error("the one sensitive question is safety")
			}
			if optional := []string{"safety", "sex", "goal"}; slices.Contains(optional, q.ID) != q.Optional {
				t.Errorf("optional are %v", optional)
			}
			if (q.ID == "lesions") != (q.DontKnowAs == "not-sure-acne") {
				t.Errorf("not to know counts as %q", q.DontKnowAs)
			}
		})
	}
	if goal := p.Questions[len(p.Questions)-1]; goal.Max != 280 {
		t.Errorf("goal takes %d characters", goal.Max)
	}
}

func choices(q *quiz.Question) string {
	var ids []string
	for _, c := range q.Choices {
		if c.Alone {
			c.ID += "*"
		}
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, " ")
}

func asked(t *testing.T, p *quiz.Protocol, question int, when []string, want rules.Truth) {
	t.Helper()
	for _, answers := range when {
		if got := p.Asked(parse(t, p, answers))[question]; got != want {
			t.Errorf("with %q asked is %v, want %v", answers, got, want)
		}
	}
}

// parse reads answers as tests write them: "lesions=comedones,deep-few worst=mild
// family=dont-know".
func parse(t testing.TB, p *quiz.Protocol, text string) quiz.Answers {
	t.Helper()
	answers := make(quiz.Answers, len(p.Questions))
	for word := range strings.FieldsSeq(text) {
		id, value, _ := strings.Cut(word, "=")
		i, ok := p.Find(id)
		if !ok {
			t.Fatalf("no question %q", id)
		}
		answers[i] = answer(t, &p.Questions[i], value)
	}
	return answers
}

func answer(t testing.TB, q *quiz.Question, value string) quiz.Answer {
	t.Helper()
	if state, ok := quiz.NoAnswer(value); ok {
		return quiz.Answer{State: state}
	}
	switch {
	case value == "":
		return quiz.Answer{}
	case q.Kind == rules.Text:
		return quiz.Answer{State: quiz.Answered, Text: value}
	}
	mask, err := q.Mask(strings.Split(value, ",")...)
	if err != nil {
		t.Fatal(err)
	}
	return quiz.Answer{State: quiz.Answered, Chosen: mask}
}

// TestContractIDs sees that nothing of the contract is missing or in another
// order. Tips and the like may be added; levels and factors are all there are.
func TestContractIDs(t *testing.T) {
	g := embedded(t).Guideline
	rows := []struct{ kind, want, got string }{
		{"levels", levels, ids(g.Levels, func(l *rules.Level) string { return l.ID })},
		{"factors", factors, ids(g.Factors, func(f *rules.Factor) string { return f.ID })},
		{"tips", tips, ids(g.Tips, func(t *rules.Tip) string { return t.ID })},
		{"treatments", treatments, ids(g.Treatments, func(t *rules.Treatment) string { return t.ID })},
	}
	for _, row := range rows {
		if row.got != row.want {
			t.Errorf("%s: %s\nthe contract has %s", row.kind, row.got, row.want)
		}
	}
	for _, tip := range g.Tips {
		if slices.Contains(strings.Fields(fromTheArticle), tip.ID) != tip.Always {
			t.Errorf("tip %q: always is %v; the article's five are for everybody", tip.ID, tip.Always)
		}
	}
}

func ids[T any](entries []T, id func(T) string) string {
	var list []string
	for _, entry := range entries {
		list = append(list, id(entry))
	}
	return strings.Join(list, " ")
}

// TestSuits reports one mark at a time and looks at the treatments told.
func TestSuits(t *testing.T) {
	p := embedded(t)
	marks := p.Questions[11]
	if marks.ID != "marks" || len(marks.Choices) != len(suits) {
		t.Fatalf("question %q with %d choices", marks.ID, len(marks.Choices))
	}
	for mark, want := range suits {
		t.Run(mark, func(t *testing.T) {
			first, then := map[string]bool{}, map[string]bool{}
			for _, finding := range p.Guideline.Judge(p.Logic(parse(t, p, "marks="+mark))).Treatments {
				into := first
				if slices.Equal(finding.FollowUp, []string{mark}) {
					into = then
				}
				into[finding.Treatment.ID] = true
			}
			wantFirst, wantThen, _ := strings.Cut(want, "then")
			if !maps.Equal(first, set(wantFirst)) || !maps.Equal(then, set(wantThen)) {
				t.Errorf("first %v, then %v; the contract has %s", first, then, want)
			}
		})
	}
}

func set(words string) map[string]bool {
	s := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		s[word] = true
	}
	return s
}

// TestLengths sees that every text fits the place it is drawn in.
func TestLengths(t *testing.T) {
	p := embedded(t)
	fits := func(where, text string, most int) {
		t.Helper()
		if n := utf8.RuneCountInString(text); n > most {
			t.Errorf("%s has %d characters, at most %d fit: %s", where, n, most, text)
		}
	}
	for _, q := range p.Questions {
		fits(q.ID+" label", q.Label, 22)
		fits(q.ID+" text", q.Text, 100)
		fits(q.ID+" hint", q.Hint, 240)
		fits(q.ID+" why", q.Why, 300)
		for _, c := range q.Choices {
			fits(q.ID+" "+c.ID+" text", c.Text, 46)
			fits(q.ID+" "+c.ID+" detail", c.Detail, 120)
			lines := strings.Split(c.Drawing, "\n")
			if len(lines) > 5 {
				t.Errorf("%s %s: a drawing of %d lines, at most 5 fit", q.ID, c.ID, len(lines))
			}
			for _, line := range lines {
				fits(q.ID+" "+c.ID+" drawing", line, 30)
				if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > '~' }) {
					t.Errorf("%s %s: a drawing takes plain characters only", q.ID, c.ID)
				}
			}
		}
	}
	g := p.Guideline
	for _, l := range g.Levels {
		fits(l.ID+" title", l.Title, 60)
	}
	for _, f := range g.Factors {
		fits(f.ID+" name", f.Name, 44)
		fits(f.ID+" evidence", f.Evidence, 110)
	}
	for _, tip := range g.Tips {
		fits(tip.ID+" title", tip.Title, 50)
	}
	for _, c := range g.Cautions {
		fits(c.ID+" name", c.Name, 44)
	}
	for _, tr := range g.Treatments {
		fits(tr.ID+" name", tr.Name, 44)
	}
	for _, term := range g.Terms {
		fits(term.Term+" plain", term.Plain, 120)
	}
}
