package form

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"scarcheck/rules"
)

// gate is what stands before questions that not everybody answers. It is said
// in full wherever it stands, so nobody has to keep another one in mind.
type gate struct {
	first, last int    // numbers of the questions it is about
	next        int    // where to go if not; 0 is past the last question
	says        string // the sentence, or the head of the list
	list        []point
}

// point is a line of a list of conditions. Points of a depth belong to the
// last point of the depth above.
type point struct {
	depth int
	text  string
}

// who names the questions that a gate is about.
func (g *gate) who() string {
	switch g.last - g.first {
	case 0:
		return fmt.Sprintf("Question %d:", g.first)
	case 1:
		return fmt.Sprintf("Questions %d and %d:", g.first, g.last)
	}
	return fmt.Sprintf("Questions %d to %d:", g.first, g.last)
}

// otherwise says where to go if not.
func (g *gate) otherwise() string {
	if g.next == 0 {
		return "If not, go to the end."
	}
	return fmt.Sprintf("If not, go to %d.", g.next)
}

// sentences says rules in words, given the numbers of the questions on the paper.
type sentences struct {
	*rules.Vocabulary
	numbers []int
}

// gate puts a rule in words: in one sentence if it is one row of tests, else
// as a list.
func (w *sentences) gate(r *rule, g *gate) {
	if row := w.row(r); row != "" {
		g.says = "only if " + row + "."
		return
	}
	g.says = "only if " + howMany(r) + " true."
	w.list(r, 0, g)
}

func howMany(r *rule) string {
	if r.is(opAll) {
		return "all of these are"
	}
	return "one of these or more is"
}

func (w *sentences) list(r *rule, depth int, g *gate) {
	for i := range r.parts {
		part := &r.parts[i]
		if row := w.row(part); row != "" {
			g.list = append(g.list, point{depth, upper(row) + "."})
			continue
		}
		g.list = append(g.list, point{depth, upper(howMany(part)) + " true:"})
		w.list(part, depth+1, g)
	}
}

// mostInRow is how many tests a sentence holds without being hard to read.
const mostInRow = 2

// row is a test, or a few joined by the same word; "" is neither. A test takes
// over "you marked" from the one before.
func (w *sentences) row(r *rule) string {
	tests, join := []rule{*r}, ""
	switch r.op {
	case opAll:
		tests, join = r.parts, ", and "
	case opAny:
		tests, join = r.parts, ", or "
	}
	if len(tests) > mostInRow {
		return ""
	}
	said, verb := make([]string, len(tests)), ""
	for i := range tests {
		t := &tests[i]
		if t.is(opAll) || t.is(opAny) {
			return ""
		}
		said[i] = w.object(t)
		if v := w.verb(t); v != verb || v != youMarked {
			said[i], verb = v+" "+said[i], v
		}
	}
	return strings.Join(said, join)
}

const youMarked = "you marked"

func (w *sentences) verb(test *rule) string {
	switch isText := w.Question(test.question).Kind == rules.Text; {
	case isText && test.is(opMarked):
		return "you wrote"
	case isText:
		return "you did not write"
	case test.is(opMarked):
		return youMarked
	}
	return "you did not mark"
}

// object is what is marked: "3a", "3a or 3b", "any of 3b to 3h", and after
// them "I don't know".
func (w *sentences) object(test *rule) string {
	number := w.numbers[test.question]
	if w.Question(test.question).Kind == rules.Text {
		return fmt.Sprintf("an answer to %d", number)
	}
	said := codes(number, test.boxes.choices)
	if test.boxes.dontKnow {
		if said != "" {
			said += " or "
		}
		said += fmt.Sprintf("%q in %d", dontKnow, number)
	}
	return said
}

// codes names boxes of a question, three and more in a row by the first and the
// last.
func codes(number int, choices uint64) string {
	code := func(i int) string { return strconv.Itoa(number) + letter(i) }
	var runs []string
	for rest := choices; rest != 0; {
		first := bits.TrailingZeros64(rest)
		length := bits.TrailingZeros64(^(rest >> first))
		if length >= 3 {
			runs = append(runs, code(first)+" to "+code(first+length-1))
		} else {
			for i := range length {
				runs = append(runs, code(first+i))
			}
		}
		rest &^= (1<<length - 1) << first
	}
	if bits.OnesCount64(choices) <= 2 {
		return strings.Join(runs, " or ")
	}
	return "any of " + strings.Join(runs, ", ")
}

// letter names a choice by its place: a to z, then aa, ab and so on.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// gates puts a gate before each run of questions with the same rule.
func gates(v *rules.Vocabulary, asked []rule, numbers []int) map[int]*gate {
	w, found := &sentences{v, numbers}, map[int]*gate{}
	var last *gate
	before := -1 // the place of the question before, of those on the paper
	for i := range asked {
		if numbers[i] == 0 {
			continue
		}
		switch {
		case asked[i].constant(always):
			last = nil
		case last != nil && asked[i].same(&asked[before]):
			last.last = numbers[i]
		default:
			last = &gate{first: numbers[i], last: numbers[i]}
			w.gate(&asked[i], last)
			found[i] = last
		}
		before = i
	}
	for i, g := range found {
		g.next = next(i, asked, numbers)
	}
	return found
}

// next is the number of the first question after i that someone who does not
// answer i may have to answer.
func next(i int, asked []rule, numbers []int) int {
	for j := i + 1; j < len(asked); j++ {
		if numbers[j] != 0 && !entails(&asked[j], &asked[i], asked) {
			return numbers[j]
		}
	}
	return 0
}
