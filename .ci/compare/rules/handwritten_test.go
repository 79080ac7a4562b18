package rules_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// The whole protocol, written down a second time as plain Go: from the contract
// for the questions, the gates and the levels, from the words of the rules for
// the rest. It is the oracle of TestHandwrittenAgrees, and what the condition
// engine is measured against; so it is written for speed: one word of bits a
// question, no map, no slice, no allocation.

// One bit a choice, in the order of the contract.
const (
	ageUnder13 = 1 << iota
	age13To17
	age18To24
	age25Plus
	ageAll = 1<<iota - 1
)

const (
	alarmNone = 1 << iota
	alarmFever
	alarmJoints
	alarmSores
	alarmAll = 1<<iota - 1
)

const (
	lesionsNone = 1 << iota
	lesionsComedones
	lesionsInflamedFew
	lesionsInflamedMany
	lesionsDeepFew
	lesionsDeepMany
	lesionsJoined
	lesionsNotSure
	lesionsAll      = 1<<iota - 1
	lesionsActive   = lesionsAll &^ lesionsNone
	lesionsSure     = lesionsActive &^ lesionsNotSure
	lesionsInflamed = lesionsInflamedFew | lesionsInflamedMany
	lesionsDeep     = lesionsDeepFew | lesionsDeepMany | lesionsJoined
)

const (
	worstAlmostNone = 1 << iota
	worstMild
	worstModerate
	worstSevere
	worstAll = 1<<iota - 1
)

const (
	sitesFace = 1 << iota
	sitesNeck
	sitesChest
	sitesBack
	sitesAll = 1<<iota - 1
)

const (
	effectiveWithin1Year = 1 << iota
	effectiveAfter1To3
	effectiveAfter3
	effectiveNothing
	effectiveNeverTried
	effectiveAll    = 1<<iota - 1
	effectiveWorked = effectiveWithin1Year | effectiveAfter1To3 | effectiveAfter3
)

const (
	triedNothing = 1 << iota
	triedShopUnder8
	triedShop8Plus
	triedCourse1
	triedCourse2
	triedAntibiotic
	triedIsotretinoin
	triedAll = 1<<iota - 1
)

const (
	relapseNo = 1 << iota
	relapseOnce
	relapseMore
	relapseAll = 1<<iota - 1
)

const (
	pickingNever = 1 << iota
	pickingSometimes
	pickingMostDays
	pickingCannotStop
	pickingAll = 1<<iota - 1
)

const (
	habitsNone = 1 << iota
	habitsScrub
	habitsOilyProducts
	habitsOilyHair
	habitsTouch
	habitsStop
	habitsAll = 1<<iota - 1
)

const (
	familyNeither = 1 << iota
	familyAcne
	familyScars
	familyAll = 1<<iota - 1
)

const (
	marksNone = 1 << iota
	marksFlatRed
	marksFlatDark
	marksNarrow
	marksWide
	marksWavy
	marksRaised
	marksRaisedBeyond
	marksAll  = 1<<iota - 1
	marksScar = marksNarrow | marksWide | marksWavy | marksRaised | marksRaisedBeyond
)

const (
	newScarsNo = 1 << iota
	newScarsYes
	newScarsAll = 1<<iota - 1
)

const (
	visibilityCovered = 1 << iota
	visibilityArm
	visibilityBeyond
	visibilityAll = 1<<iota - 1
)

const (
	clearYes = 1 << iota
	clearNo
	clearAll = 1<<iota - 1
)

const (
	effectNone = 1 << iota
	effectLittle
	effectLot
	effectHour
	effectAll = 1<<iota - 1
)

const (
	safetyNo = 1 << iota
	safetyYes
	safetyAll = 1<<iota - 1
)

const (
	tellNone = 1 << iota
	tellPregnant
	tellColdSores
	tellThinner
	tellKeloids
	tellDarkens
	tellSteroids
	tellHormones
	tellAll = 1<<iota - 1
)

const (
	sexFemale = 1 << iota
	sexMale
	sexAll = 1<<iota - 1
)

const goalAll = 1

// choiceBits is what every question's bits add up to, in the contract's order.
var choiceBits = [...]uint64{
	ageAll, alarmAll, lesionsAll, worstAll, sitesAll, effectiveAll, triedAll, relapseAll, pickingAll, habitsAll,
	familyAll, marksAll, newScarsAll, visibilityAll, clearAll, effectAll, safetyAll, tellAll, sexAll, goalAll,
}

// person is one set of answers; Chosen and Possible have a bit a choice.
type person struct {
	age, alarm, lesions, worst, sites, effective, tried, relapse, picking, habits, family, marks, newScars,
	visibility, clear, effect, safety, tell, sex, goal rules.Answer
}

func newPerson(a rules.Answers) person {
	return person{
		a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12],
		a[13], a[14], a[15], a[16], a[17], a[18], a[19],
	}
}

// The ids behind the places in a verdict.
var (
	levelIDs = [...]string{
		"same-day", "dermatologist-soon", "dermatologist", "scar-dermatologist", "pharmacist-or-gp", "self-care",
	}
	factorIDs = [...]string{
		"existing-scars", "inflammatory-lesions", "severe-acne", "delayed-treatment", "picking", "family-scars",
		"family-acne", "relapse", "lasting-redness", "trunk-acne", "keloid-tendency", "male-sex",
	}
	tipIDs = [...]string{
		"hands-off", "keep-treating", "wash-gently", "wash-hair", "oil-free-products", "treat-early", "pharmacy-first",
		"give-it-time", "picking-help", "sun", "no-home-procedures",
	}
	cautionIDs = [...]string{
		"darkening", "keloids", "raised-scars", "cold-sores", "blood-thinner", "pregnancy", "recent-isotretinoin",
		"under-18", "active-acne",
	}
	noteIDs = [...]string{
		"fever", "under-13", "scar-kinds", "both-truths", "not-always-preventable", "ice-pick", "why-scars-form",
		"flat-marks", "shop-products", "several-sessions", "cost", "provider", "what-this-is",
	}
	askIDs = [...]string{
		"is-it-acne", "which-kinds", "calm-first", "skin-colour", "sessions-cost", "what-can-go-wrong",
		"stop-new-isotretinoin", "stop-new", "look-for-scars", "acne-treatment", "cause", "picking-help", "flat-marks",
		"raised-scars", "stay-clear", "come-back",
	}
)

// verdict is the value of every rule.
type verdict struct {
	levels          [len(levelIDs)]rules.Truth
	factors         [len(factorIDs)]rules.Truth
	tips            [len(tipIDs)]rules.Truth
	cautions        [len(cautionIDs)]rules.Truth
	notes           [len(noteIDs)]rules.Truth
	ask             [len(askIDs)]rules.Truth
	support, crisis rules.Truth
	level           int
}

// anyOf is one leaf: is any of these choices made?
func anyOf(a rules.Answer, choices uint64) rules.Truth {
	if a.Chosen&choices != 0 {
		return rules.True
	}
	if a.Possible&choices == 0 {
		return rules.False
	}
	return rules.Unknown
}

// only is true when something is chosen and nothing but these choices.
func only(a rules.Answer, choices uint64) rules.Truth {
	if a.Chosen&^choices != 0 || a.Possible&choices == 0 {
		return rules.False
	}
	if a.Chosen != 0 && a.Possible&^choices == 0 {
		return rules.True
	}
	return rules.Unknown
}

// open is true when the question applies and has no answer.
func open(a rules.Answer) rules.Truth {
	if a.Chosen != a.Possible {
		return rules.True
	}
	return rules.False
}

func not(t rules.Truth) rules.Truth {
	switch t {
	case rules.True:
		return rules.False
	case rules.False:
		return rules.True
	}
	return rules.Unknown
}

// gate is an answer seen through whether its question is asked.
func gate(asked rules.Truth, a rules.Answer, all uint64) rules.Answer {
	switch asked {
	case rules.True:
		return a
	case rules.False:
		return rules.Answer{}
	}
	return rules.Answer{Possible: all}
}

// judge gives every rule its value.
func (p person) judge(v *verdict) {
	hadAcne := max(not(only(p.lesions, lesionsNone)), not(anyOf(p.worst, worstAlmostNone)))
	scarred := anyOf(p.marks, marksScar)
	weighs := max(anyOf(p.effect, effectLot|effectHour), open(p.effect), anyOf(p.picking, pickingCannotStop))
	p.sites = gate(hadAcne, p.sites, sitesAll)
	p.effective = gate(hadAcne, p.effective, effectiveAll)
	p.tried = gate(hadAcne, p.tried, triedAll)
	p.relapse = gate(anyOf(p.effective, effectiveWorked), p.relapse, relapseAll)
	p.newScars = gate(scarred, p.newScars, newScarsAll)
	p.visibility = gate(scarred, p.visibility, visibilityAll)
	p.clear = gate(min(scarred, only(p.lesions, lesionsNone)), p.clear, clearAll)
	p.safety = gate(weighs, p.safety, safetyAll)

	v.support = weighs
	v.crisis = anyOf(p.safety, safetyYes)
	p.factors(v)
	p.levels(v)
	p.tips(v)
	p.cautions(v)
	p.notes(v)
	p.ask(v)
}

func (p *person) factors(v *verdict) {
	inflamed := max(anyOf(p.lesions, lesionsInflamed|lesionsDeep), anyOf(p.worst, worstModerate|worstSevere))
	v.factors = [...]rules.Truth{
		anyOf(p.marks, marksScar),
		inflamed,
		anyOf(p.worst, worstSevere),
		min(inflamed, anyOf(p.effective, effectiveAll&^effectiveWithin1Year)),
		anyOf(p.picking, pickingAll&^pickingNever),
		anyOf(p.family, familyScars),
		anyOf(p.family, familyAcne|familyScars),
		anyOf(p.relapse, relapseOnce|relapseMore),
		anyOf(p.marks, marksFlatRed),
		anyOf(p.sites, sitesChest|sitesBack),
		max(anyOf(p.tell, tellKeloids), anyOf(p.marks, marksRaisedBeyond)),
		anyOf(p.sex, sexMale),
	}
}

// failed is true when what was tried did not work, or the acne came back.
func (p *person) failed() rules.Truth {
	return max(anyOf(p.effective, effectiveNothing), anyOf(p.relapse, relapseOnce|relapseMore))
}

func (p *person) levels(v *verdict) {
	ill := anyOf(p.alarm, alarmFever|alarmJoints)
	sores := anyOf(p.alarm, alarmSores)
	active := anyOf(p.lesions, lesionsActive)
	inflamed := anyOf(p.lesions, lesionsInflamed)
	failed := p.failed()
	v.levels = [len(levelIDs)]rules.Truth{
		min(sores, ill),
		max(anyOf(p.lesions, lesionsDeep|lesionsNotSure), sores, min(ill, inflamed)),
		max(
			min(active, anyOf(p.marks, marksScar|marksFlatDark)),
			anyOf(p.newScars, newScarsYes),
			min(active, anyOf(p.worst, worstSevere)),
			min(anyOf(p.tried, triedCourse2), failed),
			min(anyOf(p.tried, triedAntibiotic), failed, anyOf(p.worst, worstModerate|worstSevere)),
			anyOf(p.effect, effectLot|effectHour),
			anyOf(p.picking, pickingCannotStop),
			anyOf(p.tell, tellSteroids|tellHormones),
		),
		min(only(p.lesions, lesionsNone), anyOf(p.marks, marksScar)),
		max(inflamed, min(anyOf(p.lesions, lesionsComedones), anyOf(p.tried, triedShop8Plus))),
	}
	last := len(v.levels) - 1
	worst := max(v.levels[0], v.levels[1], v.levels[2], v.levels[3], v.levels[4])
	v.levels[last] = not(worst)
	v.level = rules.NoLevel
	for i, level := range v.levels {
		if level == rules.True {
			v.level = i
			return
		}
	}
}

func (p *person) tips(v *verdict) {
	scarred := anyOf(p.marks, marksScar)
	active := anyOf(p.lesions, lesionsActive)
	v.tips = [...]rules.Truth{
		max(anyOf(p.picking, pickingAll&^pickingNever), anyOf(p.habits, habitsTouch)),
		anyOf(p.habits, habitsStop),
		anyOf(p.habits, habitsScrub),
		anyOf(p.habits, habitsOilyHair),
		anyOf(p.habits, habitsOilyProducts),
		active,
		min(
			only(p.lesions, lesionsComedones|lesionsInflamedFew),
			anyOf(p.worst, worstAlmostNone|worstMild),
			not(scarred),
			not(anyOf(p.marks, marksFlatDark)),
			not(anyOf(p.alarm, alarmAll&^alarmNone)),
			not(anyOf(p.effect, effectLot|effectHour)),
			not(anyOf(p.picking, pickingCannotStop)),
			not(anyOf(p.tell, tellSteroids|tellHormones)),
			not(anyOf(p.tried, triedIsotretinoin)),
			not(min(anyOf(p.tried, triedShop8Plus|triedCourse1|triedCourse2|triedAntibiotic), p.failed())),
		),
		active,
		anyOf(p.picking, pickingMostDays|pickingCannotStop),
		max(anyOf(p.marks, marksFlatDark|marksFlatRed), anyOf(p.tell, tellDarkens)),
		scarred,
	}
}

func (p *person) cautions(v *verdict) {
	v.cautions = [...]rules.Truth{
		anyOf(p.tell, tellDarkens),
		max(anyOf(p.tell, tellKeloids), anyOf(p.marks, marksRaisedBeyond)),
		anyOf(p.marks, marksRaised|marksRaisedBeyond),
		anyOf(p.tell, tellColdSores),
		anyOf(p.tell, tellThinner),
		anyOf(p.tell, tellPregnant),
		anyOf(p.tried, triedIsotretinoin),
		anyOf(p.age, ageUnder13|age13To17),
		anyOf(p.lesions, lesionsActive),
	}
}

func (p *person) notes(v *verdict) {
	const always = rules.True
	v.notes = [...]rules.Truth{
		min(anyOf(p.alarm, alarmFever|alarmJoints), not(anyOf(p.alarm, alarmSores))),
		anyOf(p.age, ageUnder13),
		max(anyOf(p.marks, marksScar), open(p.marks)),
		always, always, always, always, always, always, always, always, always, always,
	}
}

func (p *person) ask(v *verdict) {
	const always = rules.True
	scarred := anyOf(p.marks, marksScar)
	surelyAcne := anyOf(p.lesions, lesionsSure)
	notSure := anyOf(p.lesions, lesionsNotSure)
	calm := min(scarred, surelyAcne, not(notSure))
	v.ask = [...]rules.Truth{
		notSure,
		scarred,
		calm,
		scarred,
		scarred,
		scarred,
		min(calm, not(anyOf(p.tried, triedIsotretinoin)), not(anyOf(p.tell, tellPregnant)), not(anyOf(p.age, ageUnder13))),
		always,
		open(p.marks),
		surelyAcne,
		anyOf(p.tell, tellSteroids|tellHormones),
		anyOf(p.picking, pickingMostDays|pickingCannotStop),
		anyOf(p.marks, marksFlatRed|marksFlatDark),
		max(anyOf(p.tell, tellKeloids), anyOf(p.marks, marksRaisedBeyond)),
		always,
		always,
	}
}

// TestHandwrittenAgrees compares the condition engine on the embedded protocol
// with the hand-written predicates.
func TestHandwrittenAgrees(t *testing.T) {
	p := embedded(t)
	g := p.Guideline
	if g.Vocabulary.Len() != len(choiceBits) {
		t.Fatalf("%d questions, written by hand for %d", g.Vocabulary.Len(), len(choiceBits))
	}
	for i, bits := range choiceBits {
		if q := g.Vocabulary.Question(i); q.Open().Possible != bits {
			t.Fatalf("question %q has choices %b, written by hand %b", q.ID, q.Open().Possible, bits)
		}
	}
	agree := newAgreement(t, p)
	random := rand.New(rand.NewPCG(1, 2))
	e := g.NewEvaluation()
	var v verdict
	levels := map[int]int{}
	for run := range 100_000 {
		answers := randomAnswers(g.Vocabulary, random)
		g.Evaluate(answers, e)
		newPerson(answers).judge(&v)
		levels[e.Level]++
		if !agree.on(e, &v) {
			t.Fatalf("run %d, answers %+v", run, answers)
		}
	}
	for level := rules.NoLevel; level < len(g.Levels); level++ {
		if levels[level] < 100 {
			t.Errorf("level %d came up only %d times: the answers tried are too much alike", level, levels[level])
		}
	}
}

// agreement knows which hand-written rule stands where in the guideline.
type agreement struct {
	t                                         *testing.T
	guideline                                 *rules.Guideline
	levels, factors, tips, cautions, notes, a []int
}

func newAgreement(t *testing.T, p *quiz.Protocol) agreement {
	g := p.Guideline
	return agreement{
		t: t, guideline: g,
		levels:   places(t, "level", levelIDs[:], g.Levels, func(l *rules.Level) string { return l.ID }),
		factors:  places(t, "factor", factorIDs[:], g.Factors, func(f *rules.Factor) string { return f.ID }),
		tips:     places(t, "tip", tipIDs[:], g.Tips, func(t *rules.Tip) string { return t.ID }),
		cautions: places(t, "caution", cautionIDs[:], g.Cautions, func(c *rules.Caution) string { return c.ID }),
		notes:    places(t, "note", noteIDs[:], g.Notes, func(n *rules.Note) string { return n.ID }),
		a:        places(t, "ask", askIDs[:], g.Ask, func(n *rules.Note) string { return n.ID }),
	}
}

// places finds each entry of the guideline among the rules written by hand.
func places[T any](t *testing.T, kind string, hand []string, entries []T, id func(T) string) []int {
	t.Helper()
	if len(hand) != len(entries) {
		t.Errorf("%d entries of kind %s, %d written by hand", len(entries), kind, len(hand))
	}
	at := make([]int, len(entries))
	for i, entry := range entries {
		if at[i] = slices.Index(hand, id(entry)); at[i] < 0 {
			t.Fatalf("%s %q has no predicate written by hand: add one", kind, id(entry))
		}
	}
	return at
}

func (a agreement) on(e *rules.Evaluation, v *verdict) bool {
	same := a.same("level", e.Levels, v.levels[:], a.levels) && a.same("factor", e.Factors, v.factors[:], a.factors) &&
		a.same("tip", e.Tips, v.tips[:], a.tips) && a.same("caution", e.Cautions, v.cautions[:], a.cautions) &&
		a.same("note", e.Notes, v.notes[:], a.notes) && a.same("ask", e.Ask, v.ask[:], a.a)
	if e.Support != v.support || e.Crisis != v.crisis || e.Level != v.level {
		a.t.Errorf("support %v, crisis %v, level %d; by hand %v, %v, %d", e.Support, e.Crisis, e.Level, v.support, v.crisis, v.level)
		return false
	}
	return same
}

func (a agreement) same(kind string, got, hand []rules.Truth, at []int) bool {
	for i, truth := range got {
		if truth != hand[at[i]] {
			a.t.Errorf("%s number %d is %v, by hand %v", kind, i+1, truth, hand[at[i]])
			return false
		}
	}
	return true
}
