package rules

import (
	"path"
	"slices"

	"scarcheck/rules/strict"
)

// Claims are what clinicians promise that a guideline does, written apart from
// its rules, and the laws it may break on purpose. They are proved, and never
// used to decide.
type Claims struct {
	List    []Claim
	Waivers []Waiver
}

// Claim is a promise: whenever the answers are so, the result is so.
type Claim struct {
	Says     string // the promise in words; no two say the same
	File     string // where it stands
	Line     int
	When     *Condition // nil: whatever is answered
	Promises []Promise
	Sources  []string // on whose word; each must stand at something the claim is about
}

// Promise is one thing that a claim says of a result.
type Promise struct {
	Kind string // "at_least", "present", "tips", ...: the key in claims.yaml
	ID   string // of a level, factor, tip, ...; "true" or "false"
	On   string // the treatment, of a caution
}

// cites reports whether what the promise is about has sources of its own.
func (p Promise) cites() bool { return p.Kind != "asked" && p.Kind != "not_asked" }

// Waiver allows a law to be broken on purpose, for the answers of When.
type Waiver struct {
	Law    string
	About  string     // as a Proof has it
	When   *Condition // nil: for all answers
	Reason string
	Line   int // where it stands in claims.yaml
}

// claimsFile is the file of the claims in a folder of rules.
const claimsFile = "claims.yaml"

// promises are the kinds of promise in the order of claims.yaml, and what the
// ids under each are ids of.
var promises = []struct{ key, of string }{
	{"at_least", "level"},
	{"at_most", "level"},
	{"exactly", "level"},
	{"could_be", "level"},
	{"present", "factor"},
	{"absent", "factor"},
	{"unknown", "factor"},
	{"always", "tip"},
	{"tips", "tip"},
	{"no_tips", "tip"},
	{"treatments", "treatment"},
	{"no_treatments", "treatment"},
	{"cautions", "caution"},
	{"open_cautions", "caution"},
	{"no_cautions", "caution"},
	{"notes", "note"},
	{"no_notes", "note"},
	{"ask", "question to ask"},
	{"no_ask", "question to ask"},
	{"also", "level"},
	{"no_also", "level"},
	{"support", "flag"},
	{"crisis", "flag"},
	{"asked", "question"},
	{"not_asked", "question"},
}

// LoadClaims reads claims.yaml of a folder: promises about the guideline g,
// which must have been loaded without faults, and waivers. All that is wrong
// goes to the log.
//
//	defined:                      # conditions to speak of by name
//	  - {id: scar, when: {q: marks, any_of: [narrow-deep, wavy]}}
//	claims:
//	  - says: Open sores with a fever are for today.
//	    when: {all: [{q: alarm, any_of: [open-sores]}, {q: alarm, any_of: [fever-or-ill]}]}
//	    at_least: same-day        # or at_most, exactly, could_be; "undecided" too
//	    sources: [ng198]          # needed, but where only "asked" is promised
//	  - says: A scar is a factor, and calls for a tip.
//	    when: {defined: scar}
//	    present: [existing-scars] # or absent, unknown
//	    tips: [no-home-procedures] # called for ("always": to all); no_tips, notes, no_notes, ask, no_ask,
//	                              # treatments, no_treatments, asked, not_asked: alike
//	    cautions: {keloids: every} # where the treatment shows; or a list of treatments;
//	                              # open_cautions: as not known; no_cautions: not there
//	    support: true             # crisis too
//	    sources: [tan-2017-us]
//	waivers:
//	  - {law: worse-keeps-factors, about: "factor x, question y", when: {...}, reason: why}
func LoadClaims(log *strict.Log, from Folder, g *Guideline) *Claims {
	l := &claimLoader{Guideline: g, file: path.Join(from.Name, claimsFile), defined: map[string]Condition{}}
	m := from.Parse(log, claimsFile).Map("defined", "claims", "waivers")
	if m.Has("defined") {
		for _, node := range m.Get("defined").Items() {
			l.define(node)
		}
	}
	claims := &Claims{}
	for _, node := range m.Get("claims").Items() {
		claims.List = append(claims.List, l.claim(node, claims.List))
	}
	if m.Has("waivers") {
		for _, node := range m.Get("waivers").Items() {
			claims.Waivers = append(claims.Waivers, l.waiver(node))
		}
	}
	return claims
}

type claimLoader struct {
	*Guideline
	file    string
	defined map[string]Condition
}

func (l *claimLoader) scope() scope {
	return scope{vocabulary: l.Vocabulary, before: l.Vocabulary.Len(), defined: l.defined, sensitive: true}
}

func (l *claimLoader) define(node strict.Node) {
	m := node.Map("id", "when")
	id := m.Text("id")
	CheckID(m.Get("id"), id)
	if _, twice := l.defined[id]; twice {
		m.Get("id").Faultf("%q is defined twice", id)
	}
	if c := l.scope().condition(m.Get("when")); c != nil && id != "" {
		l.defined[id] = *c
	}
}

// definition is what {defined: id} stands for: the condition itself.
func (s scope) definition(node strict.Node) (Condition, bool) {
	id := node.Text()
	c, ok := s.defined[id]
	if !ok && id != "" {
		known := make([]string, 0, len(s.defined))
		for name := range s.defined {
			known = append(known, name)
		}
		slices.Sort(known)
		node.Faultf("nothing called %q is defined above%s", id, strict.Suggest(id, known))
	}
	return c, ok
}

func (l *claimLoader) claim(node strict.Node, before []Claim) Claim {
	keys := []string{"says", "when", "sources"}
	for _, p := range promises {
		keys = append(keys, p.key)
	}
	m := node.Map(keys...)
	c := Claim{Says: m.Text("says"), File: l.file, When: l.scope().condition(m.Maybe("when"))}
	c.Line, _ = node.Place()
	for _, other := range before {
		if other.Says == c.Says && c.Says != "" {
			m.Get("says").Faultf("a claim on line %d says the same", other.Line)
		}
	}
	promised := false
	for _, p := range promises {
		if m.Has(p.key) {
			promised = true
			c.Promises = append(c.Promises, l.promised(p.key, p.of, m.Get(p.key))...)
		}
	}
	if m.Has("sources") || slices.ContainsFunc(c.Promises, Promise.cites) {
		c.Sources = l.Cites(m)
	}
	if !promised && c.Says != "" {
		node.Faultf("this claim promises nothing")
	}
	return c
}

// promised reads what is promised under one key.
func (l *claimLoader) promised(key, of string, node strict.Node) []Promise {
	ids := l.ids(of)
	switch of {
	case "flag":
		if node.Bool() {
			return []Promise{{Kind: key, ID: "true"}}
		}
		return []Promise{{Kind: key, ID: "false"}}
	case "caution":
		return l.onTreatments(key, node, ids)
	case "level":
		id, _ := known(node, "level of care", ids)
		return []Promise{{Kind: key, ID: id}}
	}
	var list []Promise
	for _, item := range node.Items() {
		if id, ok := known(item, of, ids); ok {
			list = append(list, Promise{Kind: key, ID: id})
		}
	}
	return list
}

// onTreatments reads cautions and the treatments that each is promised on.
// "every" is every treatment, or, where the caution is to be there, every one
// that carries it.
func (l *claimLoader) onTreatments(key string, node strict.Node, ids []string) []Promise {
	var list []Promise
	for _, pair := range node.Pairs() {
		id, ok := known(pair.Key, "caution", ids)
		if !ok {
			continue
		}
		if word, ok := pair.Value.Word(); ok && word == "every" {
			list = append(list, Promise{key, id, "every"})
			continue
		}
		for _, item := range pair.Value.Items() {
			if on, ok := known(item, "treatment", l.ids("treatment")); ok {
				list = append(list, Promise{key, id, on})
			}
		}
	}
	return list
}

func (l *claimLoader) ids(of string) []string {
	switch of {
	case "level":
		return append(idsOf(l.Levels, func(level *Level) string { return level.ID }), Undecided)
	case "factor":
		return idsOf(l.Factors, func(f *Factor) string { return f.ID })
	case "tip":
		return idsOf(l.Tips, func(t *Tip) string { return t.ID })
	case "treatment":
		return idsOf(l.Treatments, func(t *Treatment) string { return t.ID })
	case "caution":
		return idsOf(l.Cautions, func(c *Caution) string { return c.ID })
	case "note":
		return noteIDs(l.Notes)
	case "question to ask":
		return noteIDs(l.Ask)
	}
	return l.Vocabulary.IDs()
}

func (l *claimLoader) waiver(node strict.Node) Waiver {
	m := node.Map("law", "about", "when", "reason")
	laws := idsOf(Laws(), func(law Law) string { return law.ID })
	w := Waiver{About: m.Text("about"), Reason: m.Text("reason"), When: l.scope().condition(m.Maybe("when"))}
	w.Law, _ = known(m.Get("law"), "law", laws)
	w.Line, _ = node.Place()
	return w
}
