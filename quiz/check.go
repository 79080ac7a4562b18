package quiz

import (
	"errors"
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
