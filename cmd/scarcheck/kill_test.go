//go:build !windows

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
)

// The kills: so many in line mode, by so many people at once, and so many on
// the full screen. Together they are 500.
const (
	killers     = 4
	lineKills   = 115 // each
	screenKills = 40
)

// kills is a number of kills, fewer under -short.
func kills(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// survivor is somebody whose scarcheck is killed again and again. It knows all
// that may lie on the disk then.
type survivor struct {
	t      *testing.T
	home   string
	random *rand.Rand
	p      *quiz.Protocol
	could  []quiz.Session // what the draft can be; the last one if the last key was still taken
	asked  bool           // the last key asked for the result

	taken, lost, half, results int // last keys taken, lost; drafts half written; results kept
}

func newSurvivor(t *testing.T, seed uint64) *survivor {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return &survivor{t: t, home: t.TempDir(), random: rand.New(rand.NewPCG(5, seed)), p: p, could: []quiz.Session{p.Start()}}
}

// any is an answer to the question of a session, chosen at random.
func (s *survivor) any(at quiz.Session) quiz.Answer {
	q := at.Question()
	n := s.random.IntN(len(q.Choices) + 2)
	switch {
	case n == len(q.Choices):
		return quiz.Answer{State: quiz.DontKnow}
	case n > len(q.Choices):
		return quiz.Answer{State: quiz.PreferNot}
	}
	return quiz.Answer{State: quiz.Answered, Chosen: 1 << n}
}

// moment waits for a random moment of the work that one key makes.
func (s *survivor) moment() { time.Sleep(time.Duration(s.random.IntN(8_000)) * time.Microsecond) }

// onDisk is the draft as it must lie on the disk, "" for none.
func onDisk(s quiz.Session) string {
	seconds := int64(0)
	fmt.Sscan(epoch, &seconds)
	if !met(s) {
		return ""
	}
	return string(history.NewDraft(s, time.Unix(seconds, 0).UTC()).JSON())
}

// look sees after a kill that the draft is whole, byte for byte one of those it
// can be, and goes on from it.
func (s *survivor) look() {
	s.t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dataIn(s.home), ".scarcheck-tmp-*")); len(left) > 0 {
		s.half++
	}
	src, err := os.ReadFile(draftIn(s.home))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.t.Fatal(err)
	}
	saved, _ := filepath.Glob(filepath.Join(dataIn(s.home), "assessments", "*.json"))
	finished := s.asked && len(saved) == s.results+1
	if !finished && len(saved) != s.results {
		s.t.Fatalf("there are %d results, and were %d", len(saved), s.results)
	}
	s.results = len(saved)
	which := slices.IndexFunc(s.could, func(c quiz.Session) bool { return string(src) == onDisk(c) })
	if which < 0 && (!finished || len(src) > 0) {
		s.t.Fatalf("the draft is none of those it can be; it is\n%s\nand can be\n%s", src, onDisk(s.could[0]))
	}
	if which == len(s.could)-1 && !s.asked || finished {
		s.taken++
	} else {
		s.lost++
	}
	s.asked, s.could = false, []quiz.Session{s.again(src)}
}

// again is where the next start goes on with this draft.
func (s *survivor) again(draft []byte) quiz.Session {
	s.t.Helper()
	if len(draft) == 0 {
		return s.p.Start()
	}
	d, err := history.ParseDraft(s.p, draft)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.p.Restore(history.CarryDraft(s.p, d, nil).Position)
}

// swept sees that a start removed what the kill before left half written.
func (s *survivor) swept() {
	s.t.Helper()
	for _, folder := range []string{dataIn(s.home), filepath.Join(dataIn(s.home), "assessments")} {
		if left, _ := filepath.Glob(filepath.Join(folder, ".scarcheck-tmp-*")); len(left) > 0 {
			s.t.Fatalf("the start did not sweep %s", left)
		}
	}
}

// lives starts scarcheck in line mode, gives some answers and is killed.
func (s *survivor) lives() {
	p := speak(s.t, s.home)
	if s.random.IntN(20) == 0 { // before anything was asked
		s.moment()
		p.kill()
		return
	}
	at := s.could[0]
	if met(at) {
		p.hears("You stopped less than a minute ago and had answered ")
		s.swept()
		p.tells("y")
	}
	for more := s.random.IntN(3); more >= 0; more-- {
		p.hearsQuestion(at) // so the answer to the one before is kept
		if at.AtReview() {
			s.could, s.asked = []quiz.Session{at}, true
			p.tells("r")
			break
		}
		a := s.any(at)
		p.tells(lineFor(at.Question(), a))
		next := given(s.t, at, a)
		s.could, at = []quiz.Session{at, next}, next
	}
	s.moment()
	p.kill()
}

// given is a session after an answer.
func given(t *testing.T, s quiz.Session, a quiz.Answer) quiz.Session {
	t.Helper()
	switch a.State {
	case quiz.DontKnow:
		return s.DontKnow()
	case quiz.PreferNot:
		return s.PreferNot()
	case quiz.Unanswered:
		return s.Skip()
	}
	next, err := s.Give(a)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// SIGKILL at random moments: no answer given before the last key is lost, the
// draft is always whole, the next start goes on there and sweeps.
func TestKilledInLineMode(t *testing.T) {
	for n := range killers {
		t.Run(fmt.Sprintf("person %d", n+1), func(t *testing.T) {
			t.Parallel()
			s := newSurvivor(t, uint64(n))
			for range kills(lineKills) {
				s.lives()
				s.look()
			}
			t.Logf("last key taken %d times, lost %d times; %d drafts half written; %d results kept", s.taken, s.lost, s.half, s.results)
			if !testing.Short() && (s.taken == 0 || s.lost == 0) {
				t.Error("the kills hit one moment alone; this proves nothing")
			}
		})
	}
}

// The same on the full screen, where the next question may be read while the
// last answer is still on its way to the disk.
func TestKilledOnTheScreen(t *testing.T) {
	t.Parallel()
	s := newSurvivor(t, 99)
	for range kills(screenKills) {
		s.sits()
		s.look()
	}
	t.Logf("last key taken %d times, lost %d times; %d drafts half written", s.taken, s.lost, s.half)
}

// sits starts scarcheck on the full screen, gives some answers by one key each
// and is killed. The key of an answer waits until the one before is kept. Short
// of the question that takes text, it starts afresh.
func (s *survivor) sits() {
	var args []string
	at := s.could[0]
	if number, of := at.Progress(); at.AtReview() || number > of-4 {
		args, at = []string{"--new"}, s.p.Start()
	}
	tt := open(s.t, 80, 24, []string{"HOME=" + s.home}, args...)
	p := &person{terminal: tt, session: at}
	if met(at) {
		p.sees("You stopped", "go on")
	} else {
		p.sees("Acne scar check")
	}
	s.swept()
	p.press(enter)
	for range 1 + s.random.IntN(4) {
		p.onScreen()
		p.session = p.session.DontKnow()
		if _, err := tt.pty.WriteString("d"); err != nil {
			s.t.Fatal(err)
		}
		s.could = append(s.could, p.session)
		s.could = s.could[max(0, len(s.could)-3):] // the key before waited for the answer before it
	}
	time.Sleep(time.Duration(s.random.IntN(4_000)) * time.Microsecond)
	_ = tt.command.Process.Kill()
	_ = tt.command.Wait()
}
