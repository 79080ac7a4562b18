package rules

import (
	"fmt"
	"slices"

	"scarcheck/rules/diagram"
)

// Kept says what became of one promise of a claim.
type Kept struct {
	Claim   *Claim
	Promise Promise
	Holds   bool
	Why     string   // what is wrong, in words; "" if nothing is
	Example *Example // the shortest answers that break it; nil if none is needed to see it
}

// String is the promise as claims.yaml writes it: "present picking".
func (p Promise) String() string {
	if p.On != "" {
		return p.Kind + " " + p.ID + " on " + p.On
	}
	return p.Kind + " " + p.ID
}

// keep proves the claims.
func (w *world) keep(claims []Claim) []Kept {
	var list []Kept
	for i := range claims {
		list = append(list, w.keepClaim(&claims[i])...)
	}
	return list
}

func (w *world) keepClaim(c *Claim) []Kept {
	var list []Kept
	when := w.Map(w.certain, w.condition(c.When))
	if when == w.Value(no) {
		return []Kept{{Claim: c, Why: "no answers are those it speaks of"}}
	}
	var cited []string
	for _, p := range c.Promises {
		kept := Kept{Claim: c, Promise: p}
		bad, sources, ok := w.breaks(p)
		cited = append(cited, sources...)
		if !ok {
			kept.Why = "there is no such rule"
		} else if bad = w.Apply(w.and, when, bad); bad != w.Value(no) {
			kept.Why, kept.Example = "answers break it", w.one(bad)
		}
		kept.Holds = kept.Why == ""
		list = append(list, kept)
	}
	for _, source := range c.Sources {
		if !slices.Contains(cited, source) {
			list = append(list, Kept{Claim: c, Why: fmt.Sprintf("nothing that it is about cites %q", source)})
		}
	}
	return list
}

// breaks are the answers of which a promise is not true, and the sources of
// what it is about.
func (w *world) breaks(p Promise) (bad diagram.Ref, sources []string, ok bool) {
	switch p.Kind {
	case "at_least", "at_most", "exactly", "could_be":
		return w.breaksLevel(p)
	case "present", "absent", "unknown":
		at := slices.IndexFunc(w.guideline.Factors, func(f *Factor) bool { return f.ID == p.ID })
		if at < 0 {
			return 0, nil, false
		}
		want := map[string]uint8{"present": yes, "absent": no, "unknown": open}[p.Kind]
		return w.isNot(w.factors[at], want), w.guideline.Factors[at].Sources, true
	case "always":
		at := slices.IndexFunc(w.guideline.Tips, func(t *Tip) bool { return t.ID == p.ID })
		if at < 0 {
			return 0, nil, false
		}
		return w.Value(decide(!w.guideline.Tips[at].Always)), w.guideline.Tips[at].Sources, true
	case "asked", "not_asked":
		at, ok := w.guideline.Vocabulary.Find(p.ID)
		return w.isNot(w.asked[at], decide(p.Kind == "asked")), nil, ok
	case "cautions", "open_cautions", "no_cautions":
		return w.breaksCaution(p)
	}
	return w.breaksShown(p)
}

// isNot is yes where f has another value.
func (w *world) isNot(f diagram.Ref, value uint8) diagram.Ref {
	return w.Choose(f, value, w.Value(no), w.Value(yes))
}

func (w *world) breaksLevel(p Promise) (bad diagram.Ref, sources []string, ok bool) {
	g, level := w.guideline, NoLevel
	sources = g.Undecided.Sources
	if p.ID != Undecided {
		level = slices.IndexFunc(g.Levels, func(l *Level) bool { return l.ID == p.ID })
		if level < 0 {
			return 0, nil, false
		}
		sources = g.Levels[level].Sources
	}
	urgency := w.Value(g.urgency(level))
	switch p.Kind {
	case "at_least":
		return w.Apply(w.less, w.care, urgency), sources, true
	case "at_most":
		return w.Apply(w.less, urgency, w.care), sources, true
	case "exactly":
		return w.isNot(w.care, g.urgency(level)), sources, true
	}
	return w.isNot(w.couldBe, g.urgency(level)), sources, true
}

// breaksShown is about what a result shows or not.
func (w *world) breaksShown(p Promise) (bad diagram.Ref, sources []string, ok bool) {
	name, want := "", yes
	switch p.Kind {
	case "support", "crisis":
		name, want = p.Kind, decide(p.ID == "true")
	case "tips", "treatments", "notes":
		name = p.Kind[:len(p.Kind)-1] + " " + p.ID
	case "no_tips", "no_treatments", "no_notes":
		name, want = p.Kind[3:len(p.Kind)-1]+" "+p.ID, no
	case "ask":
		name = "question to ask " + p.ID
	case "no_ask":
		name, want = "question to ask "+p.ID, no
	case "also":
		name = "further sentence 1 of " + p.ID
	case "no_also":
		name, want = "further sentence 1 of "+p.ID, no
	}
	f, ok := w.outcome(name)
	return w.isNot(f, want), w.guideline.citedBy(name), ok
}

func (w *world) outcome(name string) (diagram.Ref, bool) {
	at := slices.IndexFunc(w.shown, func(o outcome) bool { return o.name == name })
	if at < 0 {
		return 0, false
	}
	return w.shown[at].Ref, true
}

// breaksCaution: a caution is promised where its treatment shows.
func (w *world) breaksCaution(p Promise) (bad diagram.Ref, sources []string, ok bool) {
	at := slices.IndexFunc(w.guideline.Cautions, func(c *Caution) bool { return c.ID == p.ID })
	if at < 0 {
		return 0, nil, false
	}
	caution := w.guideline.Cautions[at]
	bad, found := w.Value(no), p.On == "every"
	for _, t := range w.guideline.Treatments {
		carries := slices.Contains(t.Cautions, caution)
		if p.On != t.ID && (p.On != "every" || !carries) {
			continue
		}
		found = true
		bad = w.Apply(w.or, bad, w.breaksOn(p, t, caution, carries))
	}
	return bad, caution.Sources, found
}

func (w *world) breaksOn(p Promise, t *Treatment, c *Caution, carries bool) diagram.Ref {
	shown, _ := w.outcome("treatment " + t.ID)
	status := w.Value(no)
	if carries {
		status, _ = w.outcome(cautionName(t, c))
	}
	want := map[string]uint8{"cautions": yes, "open_cautions": open, "no_cautions": no}[p.Kind]
	return w.Apply(w.and, shown, w.isNot(status, want))
}

// citedBy are the sources of the rule behind an outcome.
func (g *Guideline) citedBy(name string) []string {
	switch name {
	case "support":
		return g.Support.Sources
	case "crisis":
		return g.Crisis.Sources
	}
	for _, level := range g.Levels {
		if name == alsoName(level, 0) {
			return level.Sources
		}
	}
	for _, t := range g.Tips {
		if name == "tip "+t.ID {
			return t.Sources
		}
	}
	for _, t := range g.Treatments {
		if name == "treatment "+t.ID {
			return t.Sources
		}
	}
	for _, n := range g.Notes {
		if name == "note "+n.ID {
			return n.Sources
		}
	}
	for _, n := range g.Ask {
		if name == "question to ask "+n.ID {
			return n.Sources
		}
	}
	return nil
}
