package report

import (
	"encoding/json"
	"io"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// CheckSchema names the form of a check as JSON.
const CheckSchema = "scarcheck.check/1"

// checkResult is a check for programs. Examples are answers in ids.
type checkResult struct {
	Schema       string         `json:"schema"`
	Program      string         `json:"program"`
	Protocol     *Protocol      `json:"protocol,omitempty"` // left out if it cannot be loaded
	Sound        bool           `json:"sound"`
	Counts       checkCounts    `json:"counts"`
	Sheets       []Sheet        `json:"sheets"` // what the doctor's page must fit on
	Faults       []checkFault   `json:"faults"` // of the files
	Laws         []checkLaw     `json:"laws"`
	Claims       []checkClaim   `json:"claims"` // those that are broken
	Waivers      []checkWaiver  `json:"waivers"`
	Unused       []checkWaiver  `json:"unused_waivers"`
	Failures     []checkFailure `json:"failures"` // of the cases
	Untested     []string       `json:"untested"` // states of rules that no case wants; no fault
	Told         []checkTold    `json:"told"`
	Mutants      *checkMutants  `json:"mutants,omitempty"`
	Against      *against       `json:"against,omitempty"`
	Milliseconds int64          `json:"milliseconds"`
}

type checkCounts struct {
	Questions   int    `json:"questions"`
	Levels      int    `json:"levels"`
	Factors     int    `json:"factors"`
	Tips        int    `json:"tips"`
	Treatments  int    `json:"treatments"`
	Notes       int    `json:"notes"`
	Sources     int    `json:"sources"`
	Texts       int    `json:"texts"`
	Laws        int    `json:"laws"`
	Claims      int    `json:"claims"`
	Promises    int    `json:"promises"`
	Cases       int    `json:"cases"`
	Completions int    `json:"completions"` // random answer sets beside the cases
	Answers     string `json:"answers"`     // sets of answers proved over, exactly
}

type checkFault struct {
	File    string `json:"file"`
	Line    int    `json:"line"` // 0 for a file as a whole
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type checkLaw struct {
	ID     string        `json:"id"`
	Says   string        `json:"says"`
	Things int           `json:"things"` // that it is about
	Broken []checkBroken `json:"broken"`
}

type checkBroken struct {
	About   string `json:"about"`
	Why     string `json:"why"`
	Example string `json:"example"`
	Then    string `json:"then,omitempty"` // the example with one answer changed
}

type checkClaim struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Says    string `json:"says"`
	Promise string `json:"promise"`
	Why     string `json:"why"`
	Example string `json:"example"`
}

type checkWaiver struct {
	Law    string `json:"law"`
	About  string `json:"about"`
	Reason string `json:"reason"`
}

type checkFailure struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Case    string `json:"case"`
	Message string `json:"message"`
}

type checkTold struct {
	Level   string `json:"level"`
	Answers string `json:"answers"` // how many sets of answers lead to it, exactly
}

type checkMutants struct {
	Made      int             `json:"made"`
	Counted   int             `json:"counted"` // those that change something
	Refused   int             `json:"refused"`
	By        map[string]int  `json:"by"` // refused by each on its own
	Survivors []checkSurvivor `json:"survivors"`
}

type checkSurvivor struct {
	Change  string `json:"change"`
	Lowers  bool   `json:"lowers"`
	Example string `json:"example"`
}

// CheckJSON tells a check to programs.
func CheckJSON(w io.Writer, c *quiz.Checked, o CheckOptions) error {
	told := checkResult{
		Schema: CheckSchema, Program: o.Program, Sound: c.Sound(), Counts: counts(c), Sheets: append([]Sheet{}, o.Sheets...),
		Faults: []checkFault{}, Laws: []checkLaw{}, Claims: []checkClaim{}, Waivers: waived(c), Unused: []checkWaiver{},
		Failures: []checkFailure{}, Untested: append([]string{}, c.Untested...), Told: []checkTold{},
		Milliseconds: o.Took.Milliseconds(),
	}
	if p := c.Protocol; p != nil {
		told.Protocol = &Protocol{ID: p.ID, Version: p.Version, Hash: p.Hash}
	}
	for _, f := range c.Faults {
		told.Faults = append(told.Faults, checkFault{f.File, f.Line, f.Column, f.Message})
	}
	if c.Verdict != nil {
		told.verdict(c.Verdict, c.Protocol.Guideline.Vocabulary)
	}
	if c.Mutation != nil {
		told.Mutants = mutants(c.Mutation, c.Protocol.Guideline.Vocabulary)
	}
	if c.Against != nil {
		told.Against = newAgainst(c)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(told)
}

// verdict fills in what became of laws, claims and cases.
func (r *checkResult) verdict(v *rules.Verdict, words *rules.Vocabulary) {
	for _, l := range rules.Laws() {
		told := checkLaw{ID: l.ID, Says: l.Says, Broken: []checkBroken{}}
		for _, p := range v.Laws {
			if p.Law != l.ID {
				continue
			}
			if told.Things++; !p.Holds {
				example, then := inIDs(words, p.Example)
				told.Broken = append(told.Broken, checkBroken{p.About, p.Why, example, then})
			}
		}
		r.Laws = append(r.Laws, told)
	}
	for _, k := range brokenClaims(v) {
		example, _ := inIDs(words, k.Example)
		r.Claims = append(r.Claims, checkClaim{k.Claim.File, k.Claim.Line, k.Claim.Says, k.Promise.String(), k.Why, example})
	}
	for _, w := range v.Unused {
		r.Unused = append(r.Unused, checkWaiver{w.Law, w.About, w.Reason})
	}
	for _, failures := range [][]rules.Failure{v.Failures, v.Boundless} {
		for _, f := range failures {
			r.Failures = append(r.Failures, checkFailure{f.File, f.Line, f.Case, f.Message})
		}
	}
	for _, t := range v.Told {
		r.Told = append(r.Told, checkTold{t.Level, t.Answers.String()})
	}
}

// inIDs is an example in ids, and what it is changed to, if it is.
func inIDs(v *rules.Vocabulary, e *rules.Example) (answers, then string) {
	if e == nil {
		return "", ""
	}
	if e.Changed >= 0 {
		then = v.Words(e.Then)
	}
	return v.Words(e.Answers), then
}

func mutants(m *rules.Mutation, v *rules.Vocabulary) *checkMutants {
	told := &checkMutants{m.Mutants, m.Counted(), m.Refused, m.By, []checkSurvivor{}}
	for _, s := range m.Survivors {
		example, _ := inIDs(v, s.Example)
		told.Survivors = append(told.Survivors, checkSurvivor{s.String(), s.Lowers, example})
	}
	return told
}

// counts is how much there is of everything.
func counts(c *quiz.Checked) checkCounts {
	if c.Protocol == nil {
		return checkCounts{Answers: "0"}
	}
	g := c.Protocol.Guideline
	n := checkCounts{
		Questions: len(c.Protocol.Questions), Levels: len(g.Levels), Factors: len(g.Factors), Tips: len(g.Tips),
		Treatments: len(g.Treatments), Notes: len(g.Notes) + len(g.Ask), Sources: len(g.Sources),
		Texts: len(c.Protocol.Texts()), Laws: len(rules.Laws()), Claims: c.Claims, Answers: "0",
	}
	if v := c.Verdict; v != nil {
		n.Promises, n.Cases, n.Completions, n.Answers = len(v.Claims), v.Cases, v.Completions, v.Answers.String()
	}
	return n
}
