package rules

// Truth is the value of a condition in Kleene's three-valued logic. It is two
// bits: the lower says that the condition may hold, the upper that it certainly
// does. So "all" is a bitwise and, which is also the least of the parts; "any"
// a bitwise or, the greatest; and "not" swaps the bits and turns them over.
type Truth uint8

// The three values. Unknown is what a question left open makes of a condition;
// it is never a quiet "no".
const (
	False   Truth = 0b00
	Unknown Truth = 0b01
	True    Truth = 0b11
)

// String names the value: "false", "unknown" or "true".
func (t Truth) String() string {
	return [...]string{False: "false", Unknown: "unknown", True: "true"}[t]
}

func (t Truth) not() Truth { return True &^ (t>>1 | t<<1) }

func truthOf(b bool) Truth { return True * bit(b) }

// bit is 1 if b, compiled without a branch.
func bit(b bool) Truth {
	if b {
		return 1
	}
	return 0
}
