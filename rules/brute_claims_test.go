package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"scarcheck/rules/strict"
)

// smallClaims are promises made up at random about a small guideline, one a
// claim.
func smallClaims(t *testing.T, g *Guideline, seed uint64) []Claim {
	m := &small{Rand: rand.New(rand.NewPCG(seed, 8)), unknown: true, questions: g.Vocabulary.questions}
	promises := []string{
		"at_least: l1", "at_most: l1", "at_least: undecided", "exactly: last", "could_be: l0", "present: [f0]", "absent: [f1]",
		"unknown: [f2]", "tips: [t0]", "no_tips: [t1]", "treatments: [t0]", "no_treatments: [t1]", "cautions: {c0: every}",
		"open_cautions: {c0: [t0]}", "no_cautions: {c1: [t1]}", "notes: [n0]", "no_ask: [a6]", "ask: [a7]", "support: true",
		"crisis: false", "asked: [q1]", "not_asked: [q2]",
	}
	text := "claims:\n"
	for i, promise := range promises {
		text += fmt.Sprintf("  - {says: c%d, when: %s, %s, sources: [s]}\n", i, m.when(len(m.questions), 1, 0), promise)
	}
	var log strict.Log
	claims := LoadClaims(&log, Folder{FS: fstest.MapFS{"claims.yaml": {Data: []byte(text)}}, Name: "small"}, g)
	if err := log.Err(); err != nil {
		t.Error(seed, err)
	}
	return claims.List
}

// broken reports whether a promise is broken at a point.
func (b *brute) broken(p Promise, at *point) bool {
	shown := func(name string) Truth {
		if i := slices.Index(b.shownNames(), name); i >= 0 {
			return at.shown[i]
		}
		return False
	}
	urgency := map[string]uint8{"l0": b.urgency(0), "l1": b.urgency(1), "last": 0, Undecided: 1}[p.ID]
	factor := func() Truth { return at.factors[p.ID[1]-'0'] }
	question, _ := b.Vocabulary.Find(p.ID)
	switch p.Kind {
	case "at_least":
		return at.care < urgency
	case "at_most":
		return at.care > urgency
	case "exactly":
		return at.care != urgency
	case "could_be":
		return at.couldBe != urgency
	case "present":
		return factor() != True
	case "absent":
		return factor() != False
	case "unknown":
		return factor() != Unknown
	case "asked":
		return at.asked[question] != True
	case "not_asked":
		return at.asked[question] != False
	case "support", "crisis":
		return (shown(p.Kind) == True) != (p.ID == "true")
	case "tips", "treatments", "notes":
		return shown(p.Kind[:len(p.Kind)-1]+" "+p.ID) != True
	case "no_tips", "no_treatments":
		return shown(p.Kind[3:len(p.Kind)-1]+" "+p.ID) == True
	case "ask", "no_ask":
		return (shown("question to ask "+p.ID) == True) != (p.Kind == "ask")
	}
	return b.cautionBroken(p, shown)
}

func (b *brute) cautionBroken(p Promise, shown func(string) Truth) bool {
	want := map[string]Truth{"cautions": True, "open_cautions": Unknown, "no_cautions": False}[p.Kind]
	for _, t := range b.Treatments {
		carries := t.Cautions[0].ID == p.ID
		if shown("treatment "+t.ID) == True && (p.On == t.ID || (p.On == "every" && carries)) {
			if shown("caution "+p.ID+" on "+t.ID) != want {
				return true
			}
		}
	}
	return false
}

// keep is the shortest way to break each claim, see breaches; -3 where no
// answers are meant.
func (b *brute) keep(claims []Claim) []int {
	least := make([]tally, len(claims))
	meant := make([]bool, len(claims))
	for i := range least {
		least[i] = tally{-1}
	}
	for n := range b.points {
		at := b.points[n]
		b.judge(at.replies)
		for i, c := range claims {
			if c.When.eval(&b.e.facts) == True {
				meant[i] = true
				least[i].look(b.broken(c.Promises[0], &at), func() int { return b.answered(n) })
			}
		}
	}
	lengths := make([]int, len(claims))
	for i, t := range least {
		if lengths[i] = t.least; !meant[i] {
			lengths[i] = -3
		}
	}
	return lengths
}

// Claims against brute force: on small protocols made up at random, each is
// proved or refuted as looking at every set of answers does.
func TestClaimsAgreeWithBruteForce(t *testing.T) {
	protocols := uint64(Times(200))
	broken := map[string]int{}
	for seed := range protocols {
		g := newSmall(t, seed)
		claims := smallClaims(t, g, seed)
		s, err := newSpace(g.Vocabulary, append(g.conditions(), (&Claims{List: claims}).conditions()...))
		if err != nil {
			t.Fatal(err)
		}
		want := newBrute(g).keep(claims)
		kept := newProver(s, nodeLimit).world(g).keep(claims)
		for i := range claims {
			k := kept[slices.IndexFunc(kept, func(k Kept) bool { return k.Claim == &claims[i] })]
			got := length(Proof{Holds: k.Holds, Example: k.Example})
			switch {
			case k.Why == "there is no such rule":
				continue // "every" treatment carries it, and there is none
			case want[i] == -3 && k.Why == "no answers are those it speaks of":
				continue
			case got != want[i]:
				t.Fatalf("protocol %d: %s: got %d, want %d: %s", seed, k.Promise, got, want[i], k.Why)
			case !k.Holds:
				broken[k.Promise.Kind]++
			}
		}
	}
	t.Log(broken)
	if len(broken) < 20 {
		t.Errorf("only %v are ever broken", broken)
	}
}
