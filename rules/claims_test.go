package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// claimsFrom loads claims.yaml with this content, for the embedded guideline.
func claimsFrom(t *testing.T, yaml string) (*rules.Claims, error) {
	t.Helper()
	var log strict.Log
	folder := rules.Folder{FS: fstest.MapFS{"claims.yaml": {Data: []byte(yaml)}}, Name: "clinic"}
	claims := rules.LoadClaims(&log, folder, embeddedGuideline(t))
	return claims, log.Err()
}

// checked proves claims of the embedded guideline, without its own ones.
func checked(t *testing.T, yaml string) *rules.Verdict {
	t.Helper()
	claims, err := claimsFrom(t, yaml)
	if err != nil {
		t.Fatal(err)
	}
	v, err := rules.Check(embeddedGuideline(t), nil, claims)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestClaimsThatDoNotHold(t *testing.T) {
	v := embeddedGuideline(t).Vocabulary
	for _, test := range []struct{ name, claim, promise, why, example string }{
		{
			"a level that is not reached", "when: {q: alarm, any_of: [open-sores]}, at_least: same-day, sources: [ng198]",
			"at_least same-day", "answers break it", "alarm [open-sores]",
		},
		{
			"a level that is passed", "when: {q: lesions, any_of: [comedones]}, at_most: dermatologist, sources: [ng198]",
			"at_most dermatologist", "answers break it", "lesions [comedones, deep-few]",
		},
		{
			"undecided is not care at home", "when: {q: lesions, only: [none]}, exactly: self-care, sources: [nhs]",
			"exactly self-care", "answers break it", "lesions [none]",
		},
		{
			"a factor", "when: {q: worst, is: severe}, present: [relapse], sources: [tan-2017-us]",
			"present relapse", "answers break it", "worst severe",
		},
		{
			"missing is not absent", "when: {not: {q: picking, is: never}}, present: [picking], sources: [mnt]",
			"", "", "", // a condition that is not certain promises nothing
		},
		{
			"a tip", "when: {q: picking, is: sometimes}, tips: [picking-help], sources: [habit-reversal]",
			"tips picking-help", "answers break it", "picking sometimes",
		},
		{
			"a caution that a treatment lacks", "when: {q: tell, any_of: [cold-sores]}, cautions: {cold-sores: [filler]}, sources: [cold-sore-laser]",
			"cautions cold-sores on filler", "answers break it", "marks [wavy], tell [cold-sores]",
		},
		{
			"the seventh question to ask", "when: {q: picking, is: cannot-stop}, ask: [picking-help], sources: [habit-reversal]",
			"ask picking-help", "answers break it", "picking cannot-stop, marks [narrow-deep], tell [steroids-or-new-medicine]",
		},
		{
			"nobody is meant", "when: {all: [{q: worst, is: mild}, {q: worst, is: severe}]}, at_most: self-care, sources: [nhs]",
			" ", "no answers are those it speaks of", "",
		},
		{
			"a source that is not cited", "when: {q: worst, is: severe}, present: [severe-acne], sources: [mnt]",
			" ", `nothing that it is about cites "mnt"`, "",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict := checked(t, "claims:\n  - {says: so, "+test.claim+"}\n")
			var broken []rules.Kept
			for _, k := range verdict.Claims {
				if !k.Holds {
					broken = append(broken, k)
				}
			}
			if test.why == "" {
				if len(broken) > 0 || verdict.Claims[0].Why != "" {
					t.Errorf("%+v", broken)
				}
				return
			}
			if len(broken) != 1 {
				t.Fatalf("%d are broken: %+v", len(broken), broken)
			}
			example := ""
			if broken[0].Example != nil {
				example = v.Words(broken[0].Example.Answers)
			}
			if broken[0].Promise.String() != test.promise || broken[0].Why != test.why || example != test.example {
				t.Errorf("got %q, %s: %s", broken[0].Promise, broken[0].Why, example)
			}
		})
	}
}

// A waiver allows what it names and no more; one that allows nothing is a
// fault.
func TestWaivers(t *testing.T) {
	const claim = "claims: [{says: so, when: {q: worst, is: severe}, present: [severe-acne], sources: [liu-2023]}]\n"
	of := func(v *rules.Verdict, law, about string) rules.Proof {
		for _, p := range v.Laws {
			if p.Law == law && p.About == about {
				return p
			}
		}
		t.Fatal("no such proof")
		return rules.Proof{}
	}
	const about = "factor relapse, question effective-treatment"
	waiver := "waivers: [{law: worse-keeps-factors, about: \"" + about + "\", when: {q: effective-treatment, is: after-over-3-years}, reason: on purpose}]\n"

	if p := of(checked(t, claim), "worse-keeps-factors", about); p.Holds || p.Example == nil {
		t.Errorf("not waived: %+v", p)
	}
	v := checked(t, claim+waiver)
	if p := of(v, "worse-keeps-factors", about); !p.Holds || len(p.Waivers) != 1 || p.Waivers[0] != "on purpose" || len(v.Unused) != 0 {
		t.Errorf("waived: %+v", p)
	}
	v = checked(t, claim+strings.Replace(waiver, "after-over-3-years", "within-1-year", 1))
	if p := of(v, "worse-keeps-factors", about); p.Holds || len(v.Unused) != 1 || v.OK() {
		t.Errorf("another answer is waived: %+v, unused %v", p, v.Unused)
	}
}

func TestLoadClaimsFaults(t *testing.T) {
	for _, test := range []struct {
		name, claim string
		faults      []string
	}{
		{"promises nothing", "says: so, sources: [mnt]", []string{`2:5: this claim promises nothing`}},
		{"needs a source", "says: so, support: true", []string{`2:5: needs "sources"`}},
		{"asking needs none", "says: so, asked: [age]", nil},
		{"unknown level", "says: so, at_least: same-dya, sources: [mnt]", []string{`2:26: no level of care "same-dya", did you mean "same-day"?`}},
		{"undecided is a level here", "says: so, at_least: undecided, sources: [mnt]", nil},
		{"unknown factor", "says: so, present: [pickin], sources: [mnt]", []string{`2:26: no factor "pickin", did you mean "picking"?`}},
		{"unknown caution and treatment", "says: so, cautions: {keloid: every, keloids: [fillers]}, sources: [mnt]", []string{
			`2:27: no caution "keloid", did you mean "keloids"?`, `2:52: no treatment "fillers", did you mean "filler"?`,
		}},
		{"unknown definition", "says: so, when: {defined: scra}, support: true, sources: [mnt]", []string{`2:32: nothing called "scra" is defined above`}},
		{"no factor in a condition", "says: so, when: {factor: picking}, support: true, sources: [mnt]", []string{
			`2:23: unknown key "factor". Known here: q, defined, all, any, not, is, any_of, all_of, only, unknown`,
		}},
		{"flag", "says: so, support: maybe, sources: [mnt]", []string{`2:25: must be true or false, without quotes, not "maybe"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := claimsFrom(t, "claims:\n  - {"+test.claim+"}\n")
			equalFaults(t, err, test.faults)
		})
	}
	_, err := claimsFrom(t, `defined: [{id: scar, when: {q: worst, is: mild}}, {id: scar, when: {q: worst, is: mild}}]
claims:
  - {says: so, asked: [age]}
  - {says: so, asked: [age]}
waivers:
  - {law: worse-care, about: x, reason: y}
`)
	equalFaults(t, err, []string{
		`1:56: "scar" is defined twice`, `4:12: a claim on line 3 says the same`,
		`6:11: no law "worse-care"`,
	})
}

func TestRegardless(t *testing.T) {
	const text = `cases:
  - name: a deep lump
    answers: {lesions: [deep-few]}
    want: {care: {level: dermatologist-soon}, could_be: {level: same-day, questions: [alarm]}, support: true}
    regardless: [KEYS]
`
	g := embeddedGuideline(t)
	cases, err := casesFrom(t, strings.Replace(text, "KEYS", "care, support", 1))
	if err != nil {
		t.Fatal(err)
	}
	failures := g.RunRegardless(cases[0])
	if len(failures) != 1 || !strings.Contains(failures[0].Message, "regardless, got ") || !strings.Contains(failures[0].Message, " too") {
		t.Errorf("%v", failures)
	}
	if again := g.RunRegardless(cases[0]); len(again) != 1 || again[0] != failures[0] {
		t.Errorf("another time it fails another way: %v", again)
	}
	_, err = casesFrom(t, strings.Replace(text, "KEYS", "care, notes", 1))
	equalFaults(t, err, []string{`5:24: no part of "want" here "notes"`})
}
