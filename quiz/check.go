package quiz

import (
	"errors"
	"slices"
	"time"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Checked is what became of the checks of a protocol.
type Checked struct {
	Protocol *Protocol     // nil if it cannot be loaded; then there are only faults
	Faults   strict.Faults // what loading and lint found
	Cases    int           // how many were run
	Failures []rules.Failure
	Untested []string // states of rules that no case wants; no fault
	Against  *Against // what changes for people; nil if nothing was compared
}

// Against is what becomes of everybody's results when one protocol gives way
// to another: what a reviewer signs.
type Against struct {
	Before *Protocol
	*rules.Difference
	Texts []string // that are new, gone or worded anew: "tips.yaml: tips.sun.text"
}

// Compare finds what changes against the protocol before. It does nothing for
// a protocol that could not be loaded.
func (c *Checked) Compare(before *Protocol) error {
	if c.Protocol == nil {
		return nil
	}
	d, err := rules.Compare(before.Guideline, c.Protocol.Guideline)
	if err != nil {
		return err
	}
	c.Against = &Against{Before: before, Difference: d, Texts: reworded(before.Texts(), c.Protocol.Texts())}
	return nil
}

// reworded lists the texts that do not stand in both lists alike.
func reworded(before, after []Text) []string {
	in := func(texts []Text) map[Text]bool {
		set := make(map[Text]bool, len(texts))
		for _, t := range texts {
			set[t] = true
		}
		return set
	}
	was, is := in(before), in(after)
	var changed []string
	add := func(t Text) {
		if name := t.File + ": " + t.Path; !slices.Contains(changed, name) {
			changed = append(changed, name)
		}
	}
	for _, t := range after {
		if !was[t] {
			add(t)
		}
	}
	for _, t := range before {
		if !is[t] {
			add(t)
		}
	}
	return changed
}

// Sound reports whether nothing is wrong.
func (c *Checked) Sound() bool { return len(c.Faults) == 0 && len(c.Failures) == 0 }

// Check puts a protocol through all its checks: the files are sound, nothing in
// them is unused, overdue or hard to read, and every case comes out as it says.
// An error means that it could not be checked, not that something is wrong.
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
	return c, c.cases(guideline)
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

func (c *Checked) cases(from rules.Folder) error {
	var log strict.Log
	cases := rules.LoadCases(&log, from, c.Protocol.Guideline)
	if err := log.Err(); err != nil {
		return c.add(err)
	}
	c.Cases = len(cases)
	for _, one := range cases {
		c.Failures = append(c.Failures, c.Protocol.Guideline.RunCase(one)...)
	}
	c.Untested = c.Protocol.Guideline.Untested(cases)
	return nil
}
