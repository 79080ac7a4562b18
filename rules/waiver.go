package rules

// Waiver allows a law to be broken on purpose, for the answers of When.
type Waiver struct {
	Law    string
	About  string
	When   *Condition // nil: for all answers
	Reason string
	Line   int // where it stands in claims.yaml
}
