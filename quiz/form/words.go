package form

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// gate is what stands before questions that not everybody answers. It is said
// in full wherever it stands, so nobody has to keep another one in mind.
type gate struct {
	first, last int    // numbers of the questions it is about
	next        int    // where to go if not; 0 is past the last question
	says        string // the sentence, or the head of the list
	list        []point

	who       string // which questions those are
	otherwise string // where to go if not
}

// point is a line of a list of conditions. Points of a depth belong to the
// last point of the depth above.
type point struct {
	depth int
	text  string
}

// who names the questions that a gate is about.
func (s *sheet) who(g *gate) string {
	switch g.last - g.first {
	case 0:
		return s.Sayf("Question %d:", g.first)
	case 1:
		return s.Sayf("Questions %d and %d:", g.first, g.last)
	}
	return s.Sayf("Questions %d to %d:", g.first, g.last)
}

// otherwise says where to go if not.
func (s *sheet) otherwise(g *gate) string {
	if g.next == 0 {
		return s.Say("If not, go to the end.")
	}
	return s.Sayf("If not, go to %d.", g.next)
}

// sentences says rules in words, given the numbers of the questions on the paper.
type sentences struct {
	words.Language
	*rules.Vocabulary
	numbers []int
}

// gate puts a rule in words: in one sentence if it is one row of tests, else
// as a list.
func (w *sentences) gate(r *rule, g *gate) {
	switch row := w.row(r); {
	case row != "":
		g.says = w.Sayf("only if %s.", row)
	case r.is(opAll):
		g.says = w.Say("only if all of these are true.")
		w.list(r, 0, g)
	default:
		g.says = w.Say("only if one of these or more is true.")
		w.list(r, 0, g)
	}
}

func (w *sentences) list(r *rule, depth int, g *gate) {
	for i := range r.parts {
		part := &r.parts[i]
		if row := w.row(part); row != "" {
			g.list = append(g.list, point{depth, upper(row) + "."})
			continue
		}
		head := words.Text("One of these or more is true:")
		if part.is(opAll) {
			head = "All of these are true:"
		}
		g.list = append(g.list, point{depth, w.Say(head)})
		w.list(part, depth+1, g)
	}
}

// mostInRow is how many tests a sentence holds without being hard to read.
const mostInRow = 2

// row is a test, or two joined by the same word; "" is neither. A test takes
// over "you marked" from the one before.
func (w *sentences) row(r *rule) string {
	tests, join := []rule{*r}, words.Text("%s")
	switch r.op {
	case opAll:
		tests, join = r.parts, "%s, and %s"
	case opAny:
		tests, join = r.parts, "%s, or %s"
	}
	if len(tests) > mostInRow {
		return ""
	}
	said, marked := make([]any, len(tests)), false
	for i := range tests {
		t, before := &tests[i], marked
		if t.is(opAll) || t.is(opAny) {
			return ""
		}
		marked = t.is(opMarked) && !w.written(t)
		if said[i] = w.test(t); before && marked {
			said[i] = w.anyOf(t)
		}
	}
	return w.Sayf(join, said...)
}

// written reports whether a test is of a question that is answered in writing.
func (w *sentences) written(test *rule) bool { return w.Question(test.question).Kind == rules.Text }

func (w *sentences) test(test *rule) string {
	switch number, isMarked := w.numbers[test.question], test.is(opMarked); {
	case isMarked && w.written(test):
		return w.Sayf("you wrote an answer to %d", number)
	case w.written(test):
		return w.Sayf("you did not write an answer to %d", number)
	case isMarked:
		return w.Sayf("you marked %s", w.anyOf(test))
	}
	return w.noneOf(test)
}

// mostNamed is how many boxes are named each for itself.
const mostNamed = 2

// anyOf is what is marked: "3a", "3a or 3b", "any of 3b to 3h", and after them
// "Don't know".
func (w *sentences) anyOf(test *rule) string {
	named := w.codes(test)
	if bits.OnesCount64(test.boxes.choices) > mostNamed {
		named = []string{w.Sayf("any of %s", strings.Join(named, ", "))}
	}
	if len(named) > 1 {
		named = []string{w.Or(named)}
	}
	return w.Or(append(named, w.dontKnow(test)...))
}

// noneOf says that none of the same is marked. What is "or" between them in
// English is a word of its own after "not" in other languages.
func (w *sentences) noneOf(test *rule) string {
	codes, dontKnow := w.codes(test), w.dontKnow(test)
	if bits.OnesCount64(test.boxes.choices) > mostNamed {
		list := strings.Join(codes, ", ")
		if test.boxes.dontKnow {
			return w.Sayf("you did not mark any of %s or %s", list, dontKnow[0])
		}
		return w.Sayf("you did not mark any of %s", list)
	}
	switch named := slices.Concat(codes, dontKnow); len(named) {
	case 1:
		return w.Sayf("you did not mark %s", named[0])
	case 2:
		return w.Sayf("you did not mark %s or %s", named[0], named[1])
	default:
		return w.Sayf("you did not mark %s or %s or %s", named[0], named[1], named[2])
	}
}

// dontKnow names the box of those who do not know, if it is among them.
func (w *sentences) dontKnow(test *rule) []string {
	if !test.boxes.dontKnow {
		return nil
	}
	return []string{w.Sayf("%q in %d", w.Say(dontKnow), w.numbers[test.question])}
}

// codes name the other boxes of a test, three and more in a row by the first
// and the last.
func (w *sentences) codes(test *rule) []string {
	code := func(i int) string { return strconv.Itoa(w.numbers[test.question]) + letter(i) }
	var runs []string
	for rest := test.boxes.choices; rest != 0; {
		first := bits.TrailingZeros64(rest)
		length := bits.TrailingZeros64(^(rest >> first))
		if length >= 3 {
			runs = append(runs, w.Sayf("%s to %s", code(first), code(first+length-1)))
		} else {
			for i := range length {
				runs = append(runs, code(first+i))
			}
		}
		rest &^= (1<<length - 1) << first
	}
	return runs
}

// letter names a choice by its place: a to z, then aa, ab and so on.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// upper begins a text with a capital.
func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// gates puts a gate before each run of questions with the same rule.
func (s *sheet) gates(v *rules.Vocabulary, asked []rule, numbers []int) map[int]*gate {
	w, found := &sentences{s.Language, v, numbers}, map[int]*gate{}
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
		g.who, g.otherwise = s.who(g), s.otherwise(g)
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
