package rules

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"scarcheck/rules/strict"
)

// smallPair are two small guidelines over nearly the same questions: the
// second may lack a question or a choice.
func smallPair(t *testing.T, seed uint64) [2]*Guideline {
	t.Helper()
	m := &small{Rand: rand.New(rand.NewPCG(seed, 8)), unknown: seed%2 == 0}
	for i := range 3 + m.IntN(2) {
		m.questions = append(m.questions, m.question(i))
	}
	first := m.guideline(t)
	switch last := len(m.questions) - 1; m.IntN(4) {
	case 0:
		m.questions = slices.Delete(slices.Clone(m.questions), last, last+1)
	case 1:
		m.questions = slices.Clone(m.questions)
		if q := &m.questions[0]; len(q.Choices) > 2 && q.DontKnowAs != q.Choices[2].ID {
			q.Choices = q.Choices[:2]
		}
	}
	return [2]*Guideline{first, m.guideline(t)}
}

func (m *small) guideline(t *testing.T) *Guideline {
	t.Helper()
	var log strict.Log
	v := NewVocabulary(slices.Clone(m.questions))
	for i := 1; i < v.Len(); i++ {
		if m.chance(40) {
			v.AskIf(i, strict.Parse(&log, "gate", []byte(m.when(i, 1, 0))))
		}
	}
	g := Load(&log, Folder{FS: m.files(), Name: "small"}, v)
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return g
}

// told is everything that a result tells, by name and in the words of a Shift.
func (b *brute) told(p *point) map[string]string {
	told := map[string]string{"care": b.levelOf(p.care)}
	word := func(t Truth, words ...string) string { return words[[...]int{False: 0, Unknown: 1, True: 2}[t]] }
	for i, asked := range p.asked {
		told["question "+b.Vocabulary.Question(i).ID] = word(asked, "not asked", "not asked, for want of an answer", "asked")
	}
	for i, f := range b.Factors {
		told["factor "+f.ID] = word(p.factors[i], absent, unknown, present)
	}
	at := 0
	next := func(name string, words ...string) {
		told[name] = word(p.shown[at], words...)
		at++
	}
	other := []string{notShown, "shown as not known", shown}
	for _, level := range b.Levels {
		for i := range level.Also {
			next(alsoName(level, i), other...)
		}
	}
	next("support", other...)
	next("crisis", other...)
	for _, tip := range b.Tips {
		if next("tip "+tip.ID, notShown, notShown, calledFor); tip.Always && told["tip "+tip.ID] == notShown {
			told["tip "+tip.ID] = everybody
		}
	}
	for _, tr := range b.Treatments {
		next("treatment "+tr.ID, other...)
		for _, c := range tr.Cautions {
			next(cautionName(tr, c), other...)
		}
	}
	for _, n := range b.Notes {
		next("note "+n.ID, other...)
	}
	for _, n := range b.Ask {
		next("question to ask "+n.ID, other...)
	}
	return told
}

// inOther puts replies to the questions of one guideline into the words of
// another; false if the other does not know them.
func (b *brute) inOther(replies []Reply, other *brute) ([]int, bool) {
	places := make([]int, len(other.space))
	for i, reply := range replies {
		q := b.Vocabulary.Question(i)
		at, ok := other.Vocabulary.Find(q.ID)
		if !ok {
			if reply.State != Unanswered {
				return nil, false
			}
			continue
		}
		if reply.State == Answered && q.Kind != Text {
			mask, err := other.Vocabulary.Question(at).Mask(q.IDs(reply.Chosen)...)
			if err != nil {
				return nil, false
			}
			reply.Chosen = mask
		}
		places[at] = slices.Index(other.space[at], reply)
	}
	return places, true
}

// counted is what a Difference says, counted one set of answers after another.
type counted struct {
	answers, changed, moved int
	shifts                  map[string]int
	at                      map[string]bool // shift and answers
}

func count(from, to *brute) counted {
	c := counted{shifts: map[string]int{}, at: map[string]bool{}}
	larger, smaller, swapped := from, to, false
	if len(to.space) > len(from.space) || len(to.points) > len(from.points) {
		larger, smaller, swapped = to, from, true
	}
	for i := range larger.points {
		p := &larger.points[i]
		replies := make([]Reply, len(p.replies))
		for q, r := range p.replies {
			replies[q] = larger.space[q][r]
		}
		places, ok := larger.inOther(replies, smaller)
		if !ok {
			continue
		}
		other := smaller.judge(places)
		if !askedOnly(larger, smaller, p, &other) {
			continue
		}
		before, after := larger.told(p), smaller.told(&other)
		if swapped {
			before, after = after, before
		}
		c.add(before, after, larger, p)
	}
	return c
}

func askedOnly(larger, smaller *brute, p, other *point) bool {
	for q, r := range p.replies {
		asked := p.asked[q] == True
		at, ok := smaller.Vocabulary.Find(larger.Vocabulary.Question(q).ID)
		asked = ok && (asked || other.asked[at] == True)
		if !asked && larger.space[q][r].State != Unanswered {
			return false
		}
	}
	return true
}

func (c *counted) add(before, after map[string]string, b *brute, p *point) {
	c.answers++
	names := maps.Clone(before)
	maps.Copy(names, after)
	changed := false
	for name := range names {
		was, is := before[name], after[name]
		if len(name) > 9 && name[:9] == "question " && (was == "" || is == "") && name[:11] != "question to" {
			continue // a question of one alone
		}
		if was == "" {
			was = notShown
		}
		if is == "" {
			is = notShown
		}
		if was == is {
			continue
		}
		changed = true
		key := fmt.Sprintf("%s: %s to %s", name, was, is)
		c.shifts[key]++
		c.at[key+" for "+b.words(p)] = true
		if name == "care" {
			c.moved++
		}
	}
	if changed {
		c.changed++
	}
}

func (b *brute) words(p *point) string {
	var given []Given
	for i, r := range p.replies {
		if reply := b.space[i][r]; reply.State != Unanswered {
			given = append(given, Given{i, reply})
		}
	}
	return b.Vocabulary.Words(given)
}

// The comparison of small protocols made up at random counts what counting one
// set of answers after another gives, and its examples are examples.
func TestCompareCountsExactly(t *testing.T) {
	pairs := uint64(120)
	if testing.Short() || raced {
		pairs = 15
	}
	compared := 0
	for seed := range pairs {
		pair := smallPair(t, seed)
		if seed%3 == 0 {
			pair[0], pair[1] = pair[1], pair[0]
		}
		d, err := Compare(pair[0], pair[1])
		if err != nil {
			continue // of kinds that TestCompareRefuses has
		}
		compared++
		want := count(newBrute(pair[0]), newBrute(pair[1]))
		equal(t, seed, "answers", d.Answers, want.answers)
		equal(t, seed, "changed", d.Changed, want.changed)
		equal(t, seed, "moved", d.Moved, want.moved)
		shifts := append(slices.Clone(d.Care), d.Shown...)
		for _, s := range shifts {
			key := fmt.Sprintf("%s: %s to %s", s.What, s.From, s.To)
			equal(t, seed, key, s.Answers, want.shifts[key])
			if example := key + " for " + d.Vocabulary.Words(s.Example); !want.at[example] {
				t.Errorf("seed %d: this is no example: %s", seed, example)
			}
		}
		if len(shifts) != len(want.shifts) {
			t.Errorf("seed %d: %d shifts, want %d", seed, len(shifts), len(want.shifts))
		}
		if t.Failed() {
			return
		}
	}
	if compared < int(pairs)*9/10 {
		t.Errorf("only %d of %d pairs can be compared", compared, pairs)
	}
}

func equal(t *testing.T, seed uint64, what string, got *big.Int, want int) {
	t.Helper()
	if got.Cmp(big.NewInt(int64(want))) != 0 {
		t.Errorf("seed %d: %s: got %v, want %d", seed, what, got, want)
	}
}

func TestCompareRefuses(t *testing.T) {
	question := func(id string, kind Kind) Question {
		return Question{ID: id, Kind: kind, Choices: []Choice{{ID: "a"}, {ID: "b"}}}
	}
	tests := []struct {
		name          string
		before, after []Question
		want          string
	}{
		{"kind", []Question{question("x", One)}, []Question{question("x", Many)}, `question "x" changed its kind or what "I don't know" means there, so the answers to both cannot be compared; give the new question another id`},
		{"order", []Question{question("x", One), question("y", One)}, []Question{question("y", One), question("x", One)}, `questions "x" and "y" stand in another order; compare once with the order as it was, then change it alone`},
	}
	for _, test := range tests {
		_, err := Compare(&Guideline{Vocabulary: NewVocabulary(test.before)}, &Guideline{Vocabulary: NewVocabulary(test.after)})
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
}
