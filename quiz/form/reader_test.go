package form_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// reader is someone who does what the form says and knows nothing else: it
// reads the drawn pages, from the first line to the last.
type reader struct {
	t     *testing.T
	lines []line
	marks map[string]bool // "3b", `"Don't know" in 3`, "an answer to 19"
}

// line is a question or a gate of the form, put together from the lines it
// takes on the page.
type line struct {
	number int    // of a question
	gate   string // what stands behind the arrow
	points []string
}

var asks = regexp.MustCompile(`^( ?\d+)  \S`)

// read takes in the pages of a form as text.
func read(t *testing.T, pages string) *reader {
	r := &reader{t: t}
	var open *line // a gate that goes on
	for _, text := range strings.Split(pages, "\n") {
		text = strings.TrimPrefix(text, "\f")
		switch number := asks.FindStringSubmatch(text); {
		case strings.HasPrefix(text, ">> "):
			r.lines = append(r.lines, line{gate: text[3:]})
			open = &r.lines[len(r.lines)-1]
		case number != nil:
			n, _ := strconv.Atoi(strings.TrimSpace(number[1]))
			r.lines = append(r.lines, line{number: n})
			open = nil
		case text == "":
			open = nil
		case open == nil:
		case strings.HasPrefix(strings.TrimSpace(text), "- "):
			open.points = append(open.points, text)
		case len(open.points) > 0:
			open.points[len(open.points)-1] += " " + strings.TrimSpace(text)
		default:
			open.gate += " " + strings.TrimSpace(text)
		}
	}
	return r
}

var gate = regexp.MustCompile(`^Questions? (\d+)(?: (?:and|to) (\d+))?: only if (.*)\. If not, go to (the end|\d+)\.$`)

// answer goes through the form, answers each question it comes to with what
// mark gives, and returns the numbers of those questions.
func (r *reader) answer(mark func(number int) []string) []int {
	var answered []int
	r.marks = map[string]bool{}
	for at := 0; at < len(r.lines); at++ {
		l := &r.lines[at]
		if l.gate == "" {
			answered = append(answered, l.number)
			for _, m := range mark(l.number) {
				r.marks[m] = true
			}
			continue
		}
		says := gate.FindStringSubmatch(l.gate)
		if says == nil {
			r.t.Fatalf("not understood: %q", l.gate)
		}
		if first, _ := strconv.Atoi(says[1]); r.lines[at+1].number != first {
			r.t.Fatalf("%q stands before question %d", l.gate, r.lines[at+1].number)
		}
		if !r.holds(says[3], l.points) {
			at = r.find(says[4]) - 1
		}
	}
	return answered
}

// find returns where to go on: at a question, or the gate before it.
func (r *reader) find(to string) int {
	if to == "the end" {
		return len(r.lines)
	}
	for i := range r.lines {
		if strconv.Itoa(r.lines[i].number) == to {
			if i > 0 && r.lines[i-1].gate != "" {
				return i - 1
			}
			return i
		}
	}
	r.t.Fatalf("no question %s to go to", to)
	return 0
}

// holds reads a condition: a list of points, or a row of tests.
func (r *reader) holds(says string, points []string) bool {
	switch says {
	case "all of these are true":
		return r.list(points, true)
	case "one of these or more is true":
		return r.list(points, false)
	}
	return r.row(says)
}

// list reads points and those below them.
func (r *reader) list(points []string, all bool) bool {
	depth := func(point string) int { return strings.Index(point, "- ") }
	result := all
	for i := 0; i < len(points); {
		next := i + 1
		for next < len(points) && depth(points[next]) > depth(points[i]) {
			next++
		}
		says := strings.TrimRight(strings.TrimLeft(points[i], " -"), ".:")
		if holds := r.holds(strings.ToLower(says[:1])+says[1:], points[i+1:next]); holds != all {
			result = holds
		}
		i = next
	}
	return result
}

var verb = regexp.MustCompile(`^(you marked|you did not mark|you wrote|you did not write) `)

// row reads tests joined by "and" or by "or". A test without a verb has that of
// the one before.
func (r *reader) row(says string) bool {
	all := strings.Contains(says, ", and ")
	if all && strings.Contains(says, ", or ") {
		r.t.Fatalf("can be read in two ways: %q", says)
	}
	join, said := ", or ", ""
	if all {
		join = ", and "
	}
	result := all
	for _, test := range strings.Split(says, join) {
		if v := verb.FindString(test); v != "" {
			said, test = v, test[len(v):]
		}
		if said == "" {
			r.t.Fatalf("no verb in %q", says)
		}
		if holds := r.any(test) != strings.Contains(said, "not"); holds != all {
			result = holds
		}
	}
	return result
}

// any reads what is marked, "any of 3b to 3d, 3f", "3a or 3b", each perhaps
// followed by "I don't know", and reports whether any of it is.
func (r *reader) any(boxes string) bool {
	found := false
	for _, box := range strings.Split(strings.TrimPrefix(boxes, "any of "), " or ") {
		for _, run := range strings.Split(box, ", ") {
			from, to, isRun := strings.Cut(run, " to ")
			if !isRun || strings.HasPrefix(run, "an answer to ") {
				found = found || r.marks[run]
				continue
			}
			number := strings.TrimRight(from, "abcdefghijklmnopqrstuvwxyz")
			for c := from[len(number)]; c <= to[len(number)]; c++ {
				found = found || r.marks[number+string(rune(c))]
			}
		}
	}
	return found
}
