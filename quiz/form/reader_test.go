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
	*tongue
	t     *testing.T
	lines []line
	marks map[string]bool // "3b", "3 don't know", "19 written"
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
func read(t *testing.T, l *tongue, pages string) *reader {
	r := &reader{tongue: l, t: t}
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
		says := r.gate.FindStringSubmatch(l.gate)
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
	if to == r.end {
		return len(r.lines)
	}
	to = to[strings.LastIndex(to, " ")+1:]
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
	case r.all:
		return r.list(points, true)
	case r.any:
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

// row reads tests joined by "and" or by "or". A test without a verb has that of
// the one before.
func (r *reader) row(says string) bool {
	all := strings.Contains(says, r.and)
	if all && strings.Contains(says, r.or) {
		r.t.Fatalf("can be read in two ways: %q", says)
	}
	join, said := r.or, ""
	if all {
		join = r.and
	}
	result := all
	for _, test := range strings.Split(says, join) {
		if v := r.verb.FindString(test); v != "" {
			said, test = v, test[len(v):]
		}
		if said == "" {
			r.t.Fatalf("no verb in %q", says)
		}
		if holds := r.marked(test) != strings.HasPrefix(said, r.not); holds != all {
			result = holds
		}
	}
	return result
}

// marked reads boxes, "any of 3b to 3d, 3f", "3a or 3b", each perhaps followed
// by "Don't know", and reports whether any of them is marked.
func (r *reader) marked(boxes string) bool {
	found := false
	for _, list := range r.either.Split(r.some.ReplaceAllString(boxes, ""), -1) {
		for _, box := range strings.Split(list, ", ") {
			found = r.box(box) || found
		}
	}
	return found
}

var code = regexp.MustCompile(`^(\d+)([a-z])$`)

// box reads a box, or boxes in a row.
func (r *reader) box(says string) bool {
	if number := r.dontKnow.FindStringSubmatch(says); number != nil {
		return r.marks[number[1]+" don't know"]
	}
	if number := r.written.FindStringSubmatch(says); number != nil {
		return r.marks[number[1]+" written"]
	}
	first, last, isRun := strings.Cut(says, r.run)
	if !isRun {
		last = first
	}
	from, to := code.FindStringSubmatch(first), code.FindStringSubmatch(last)
	if from == nil || to == nil || from[1] != to[1] {
		r.t.Fatalf("not understood: %q", says)
	}
	found := false
	for letter := from[2][0]; letter <= to[2][0]; letter++ {
		found = found || r.marks[from[1]+string(letter)]
	}
	return found
}
