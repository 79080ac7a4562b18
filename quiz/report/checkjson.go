package report

import (
	"encoding/json"
	"io"

	"scarcheck/quiz"
)

// CheckSchema names the form of a check as JSON.
const CheckSchema = "scarcheck.check/1"

// checkResult is a check for programs.
type checkResult struct {
	Schema       string         `json:"schema"`
	Program      string         `json:"program"`
	Protocol     *Protocol      `json:"protocol,omitempty"` // left out if it cannot be loaded
	Sound        bool           `json:"sound"`
	Counts       checkCounts    `json:"counts"`
	Faults       []checkFault   `json:"faults"`   // of the files
	Failures     []checkFailure `json:"failures"` // of the cases
	Untested     []string       `json:"untested"` // states of rules that no case wants; no fault
	Against      *against       `json:"against,omitempty"`
	Milliseconds int64          `json:"milliseconds"`
}

type checkCounts struct {
	Questions  int `json:"questions"`
	Levels     int `json:"levels"`
	Factors    int `json:"factors"`
	Tips       int `json:"tips"`
	Treatments int `json:"treatments"`
	Notes      int `json:"notes"`
	Sources    int `json:"sources"`
	Texts      int `json:"texts"`
	Cases      int `json:"cases"`
}

type checkFault struct {
	File    string `json:"file"`
	Line    int    `json:"line"` // 0 for a file as a whole
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type checkFailure struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Case    string `json:"case"`
	Message string `json:"message"`
}

// CheckJSON tells a check to programs.
func CheckJSON(w io.Writer, c *quiz.Checked, o CheckOptions) error {
	told := checkResult{
		Schema: CheckSchema, Program: o.Program, Sound: c.Sound(), Counts: counts(c),
		Faults: []checkFault{}, Failures: []checkFailure{}, Untested: append([]string{}, c.Untested...),
		Milliseconds: o.Took.Milliseconds(),
	}
	if p := c.Protocol; p != nil {
		told.Protocol = &Protocol{ID: p.ID, Version: p.Version, Hash: p.Hash}
	}
	if c.Against != nil {
		told.Against = newAgainst(c)
	}
	for _, f := range c.Faults {
		told.Faults = append(told.Faults, checkFault{f.File, f.Line, f.Column, f.Message})
	}
	for _, f := range c.Failures {
		told.Failures = append(told.Failures, checkFailure{f.File, f.Line, f.Case, f.Message})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(told)
}
