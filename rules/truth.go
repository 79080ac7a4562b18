package rules

// Truth is the value of a condition in Kleene's three-valued logic. The order
// of the constants is what makes it work: "all" is the least of its parts,
// "any" the greatest, "not" the mirror image.
type Truth uint8

// The three values. Unknown is what a question left open makes of a condition;
// it is never a quiet "no".
const (
	False Truth = iota
	Unknown
	True
)

// String names the value: "false", "unknown" or "true".
func (t Truth) String() string {
	return [...]string{"false", "unknown", "true"}[t]
}

func (t Truth) not() Truth { return True - t }

func truthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}
