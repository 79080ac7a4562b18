package batch

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"scarcheck/quiz"
)

// agree sees that what the scanner takes, ParseEntry takes, and as the same.
func agree(t testing.TB, p *quiz.Protocol, s *scanner, line []byte) (taken bool) {
	t.Helper()
	id, taken := s.line(line)
	if !taken {
		return false
	}
	entry, err := p.ParseEntry(line)
	if err != nil || string(entry.ID) != string(id) || !slices.Equal(entry.Answers, s.answers) {
		t.Fatalf("%q\nthe scanner takes it as %s %v\nParseEntry: %s %v, %v", line, id, s.answers, entry.ID, entry.Answers, err)
	}
	return true
}

// pieces are what lines are broken with.
var pieces = []string{
	"{", "}", "[", "]", `"`, ":", ",", " ", "\t", "\r", "\n", "\x00", "\x7f", "\xff", "\\", `\u0061`, `\ud800`, "é", "\u202e", "\ufeff",
	"null", "true", "0", "-1", "1e3", "00", `"id": 7, `, `"id": "=x", `, `"id": "a b", `, `"dont-know"`, `"prefer-not"`, `["none"]`, `[]`, `"unanswered"`,
	`"sex": "male", `, `"goal": "a  b", `, `"goal": "\n\u003c", `, `"goal": "", `, `"goal": "dont\u002dknow", `, `"s\u0065x": "male", `, `"protocol": "acne-scar@1", `, `"answers": {}, `, `, "fever-or-ill"`,
}

// TestScannerAgrees breaks sound lines in all ways it can think of. The scanner
// must never take a line that ParseEntry refuses or reads in another way, and
// it must take those that programs write.
func TestScannerAgrees(t *testing.T) {
	p, rounds := protocol(t), 40_000
	if testing.Short() || raceDetector {
		rounds = 4_000
	}
	s := newScanner(p)
	m := &people{Rand: rand.New(rand.NewPCG(11, 12)), protocol: p}
	taken := 0
	for i := range rounds {
		m.odd, m.open = m.IntN(4) == 0, m.Float64()
		line := bytes.TrimSpace(m.line(fmt.Sprint(i), m.answers()))
		if !agree(t, p, s, line) && !m.odd {
			t.Fatalf("%s\nis left to ParseEntry", line)
		}
		for range 10 {
			if agree(t, p, s, broken(m.Rand, line)) {
				taken++
			}
		}
	}
	if taken < rounds/10 || taken > 8*rounds {
		t.Errorf("of %d broken lines the scanner took %d; the breaks are too harsh or too soft", 10*rounds, taken)
	}
}

// broken is a line with a few bytes gone, changed, doubled or put in.
func broken(r *rand.Rand, line []byte) []byte {
	line = slices.Clone(line)
	for range 1 + r.IntN(3) {
		at := r.IntN(len(line) + 1)
		end := min(len(line), at+r.IntN(12))
		switch r.IntN(5) {
		case 0:
			line = slices.Delete(line, at, end)
		case 1:
			line = slices.Insert(line, at, line[at:end]...)
		case 2:
			line = bytes.Replace(line, []byte(`"`), []byte(pieces[r.IntN(len(pieces))]+`"`), 1+r.IntN(3))
		case 3:
			if quotes := bytes.Index(line[at:], []byte(`"`)); quotes >= 0 {
				at += quotes
			}
			line = slices.Insert(line, at, []byte(pieces[r.IntN(len(pieces))])...)
		default:
			line = slices.Insert(line, at, []byte(pieces[r.IntN(len(pieces))])...)
		}
	}
	return line
}

// FuzzLine looks for a line on which scanner and ParseEntry differ, and for
// one that breaks a worker or comes out as anything but one line.
func FuzzLine(f *testing.F) {
	f.Add([]byte(typical))
	m := &people{Rand: rand.New(rand.NewPCG(13, 14)), protocol: protocol(f), open: 0.2, odd: true}
	for i := range 20 {
		f.Add(bytes.TrimSpace(m.line(fmt.Sprint(i), m.answers())))
	}
	p := protocol(f)
	s, words := newScanner(p), newPhrases(p, options(JSON))
	f.Fuzz(func(t *testing.T, line []byte) {
		line = bytes.ReplaceAll(line, []byte("\n"), nil)
		agree(t, p, s, line)
		j := newJudge(words)
		fault := j.line(1, line)
		if fault.Why == ourFault.Why {
			t.Fatalf("%q breaks a worker", line)
		}
		if ends := bytes.Count(j.out, []byte("\n")); len(j.out) > 0 && (ends != 1 || j.out[len(j.out)-1] != '\n') {
			t.Fatalf("%q came out as %d lines", line, ends)
		}
	})
}
