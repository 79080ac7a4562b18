package quiz

import (
	"errors"
	"slices"
	"time"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Checked is what became of the checks of a protocol.
type Checked struct {
	Protocol *Protocol       // nil if it cannot be loaded; then there are only faults
	Others   []*Protocol     // the same in the other languages in which its words are sound
	Faults   strict.Faults   // of the files: what loading and lint found
	Verdict  *rules.Verdict  // on laws, claims and cases; nil if a fault stands in the way
	Claims   int             // how many there are; each may promise several things
	Untested []string        // states of rules that no case wants; no fault
	Mutation *rules.Mutation // nil if no mutants were made
	Against  *Against        // what changes for people; nil if nothing was compared

	cases  []rules.Case
	claims *rules.Claims
}

// LeastScore is how much of the mutants that change something must be refused,
// in percent.
const LeastScore = 95

// Sound reports whether nothing is wrong.
func (c *Checked) Sound() bool {
	return len(c.Faults) == 0 && c.Verdict != nil && c.Verdict.OK() && c.Guarded()
}

// Guarded reports whether laws, claims and cases refuse enough of the mutants,
// and each that lowers the urgency of anybody; true if no mutants were made.
func (c *Checked) Guarded() bool {
	m := c.Mutation
	if m == nil {
		return true
	}
	lowers := slices.ContainsFunc(m.Survivors, func(s rules.Survivor) bool { return s.Lowers })
	return !lowers && 100*m.Refused >= LeastScore*m.Counted()
}

// Check puts a protocol through all its checks: the files are sound, nothing in
// them is unused, overdue or hard to read, in any language it has words in, the laws and the claims hold for
// every set of answers, and every case comes out as it says. An error means
// that it could not be checked, not that something is wrong.
func Check(questions, guideline rules.Folder, now time.Time) (*Checked, error) {
	p, err := Load(questions, guideline)
	if err != nil {
		c := &Checked{}
		return c, c.add(err)
	}
	c := &Checked{Protocol: p}
	if err := c.add(p.Lint(questions, guideline, now)); err != nil {
		return nil, err
	}
	if err := c.others(questions, guideline); err != nil {
		return nil, err
	}
	var log strict.Log
	c.claims = rules.LoadClaims(&log, guideline, p.Guideline)
	c.cases = rules.LoadCases(&log, guideline, p.Guideline)
	if err := log.Err(); err != nil {
		return c, c.add(err)
	}
	c.Claims, c.Untested = len(c.claims.List), p.Guideline.Untested(c.cases)
	if c.Verdict, err = rules.Check(p.Guideline, c.cases, c.claims); err != nil {
		c.Faults = append(c.Faults, strict.Fault{File: guideline.Name, Message: err.Error()})
	}
	return c, nil
}

// others checks the words in other languages, as far as a protocol has them. That
// which the program carries has them all, and the program itself has.
func (c *Checked) others(questions, guideline rules.Folder) error {
	for _, tag := range words.Other {
		language, _ := words.Find(tag)
		if !questions.Packed && !Speaks(questions, language) {
			continue
		}
		p, err := lintIn(language, c.Protocol, questions, guideline)
		if err == nil {
			c.Others = append(c.Others, p)
		}
		if err := c.add(err); err != nil {
			return err
		}
	}
	if !questions.Packed {
		return nil
	}
	return c.add(words.Check())
}

// Mutate tries every change of one place and counts those that the checks
// refuse. It does nothing for a protocol that does not pass them itself.
func (c *Checked) Mutate() (err error) {
	if c.Sound() {
		c.Mutation, err = rules.Mutate(c.Protocol.Guideline, c.cases, c.claims)
	}
	return err
}

// add takes in the faults of an error, and returns any other error.
func (c *Checked) add(err error) error {
	var faults strict.Faults
	if !errors.As(err, &faults) {
		return err
	}
	c.Faults = append(c.Faults, faults...)
	return nil
}
