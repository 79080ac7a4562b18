//go:build unix

package history_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
)

// children are what the test binary does instead of testing when it is run
// once more as another process. What they print goes to the test.
var children = map[string]func(dir string) error{
	"own": own, "save": saveForever, "add": addForever,
}

func TestMain(m *testing.M) {
	child, ok := children[os.Getenv("HISTORY_CHILD")]
	if !ok {
		os.Exit(m.Run())
	}
	if err := child(os.Getenv("HISTORY_DIR")); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

// process is a child that runs.
type process struct {
	*exec.Cmd
	out *bufio.Reader
	in  io.WriteCloser
}

func start(t *testing.T, child, dir string) *process {
	t.Helper()
	binary, err := os.Executable()
	check(t, err)
	c := exec.Command(binary)
	c.Env = append(os.Environ(), "HISTORY_CHILD="+child, "HISTORY_DIR="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	check(t, err)
	in, err := c.StdinPipe()
	check(t, err)
	check(t, c.Start())
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	return &process{c, bufio.NewReader(out), in}
}

// line waits for the next line that the child prints.
func (p *process) line(t *testing.T) string {
	t.Helper()
	line, err := p.out.ReadString('\n')
	if err != nil {
		t.Fatalf("the child ended: %q, %v", line, err)
	}
	return strings.TrimSuffix(line, "\n")
}

// kill kills the child with SIGKILL and returns the last whole line it printed,
// or the one given.
func (p *process) kill(t *testing.T, last string) string {
	t.Helper()
	check(t, p.Process.Kill())
	for {
		line, err := p.out.ReadString('\n')
		if err != nil {
			p.Wait()
			return last
		}
		last = strings.TrimSuffix(line, "\n")
	}
}

// own owns a folder until its input ends.
func own(dir string) error {
	s, err := history.Open(dir)
	if err == nil {
		err = s.Own()
	}
	if err != nil {
		return err
	}
	fmt.Println("owned")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// TestLock has another process own the folder: nobody else writes, anybody
// reads, and the lock goes with the process, even when it is killed.
func TestLock(t *testing.T) {
	dir, p := t.TempDir(), protocol(t)
	s := open(t, dir)
	check(t, s.SaveDraft(walk(t, p, "age-18-24"), noon))
	add(t, s, noon)
	check(t, s.Close())
	for _, end := range []string{"ends", "is killed"} {
		other := start(t, "own", dir)
		if got := other.line(t); got != "owned" {
			t.Fatal(got)
		}
		before := lies(t, dir) + contents(t, filepath.Join(dir, "draft.json"))
		again := open(t, dir)
		_, loadErr := again.LoadDraft(p)
		_, addErr := again.Add(built(t, finished, noon, false))
		_, forgetErr := again.Forget("2026-11-23-1")
		_, allErr := again.ForgetAll()
		for what, err := range map[string]error{
			"own": again.Own(), "load": loadErr, "save": again.SaveDraft(p.Start(), noon), "remove": again.RemoveDraft(),
			"add": addErr, "forget": forgetErr, "forget all": allErr,
		} {
			if !errors.Is(err, history.ErrBusy) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if after := lies(t, dir) + contents(t, filepath.Join(dir, "draft.json")); after != before {
			t.Errorf("it was changed:\n%s\nwas\n%s", after, before)
		}
		if got := ids(entries(t, again)); got != "2026-11-23-1" {
			t.Errorf("listed is %s", got)
		}
		if end == "ends" {
			check(t, other.in.Close())
			check(t, other.Wait())
		} else {
			other.kill(t, "")
		}
		if d, err := again.LoadDraft(p); err != nil || d.Answered() != 1 {
			t.Errorf("after the other %s: %v", end, err)
		}
		check(t, again.Close())
	}
}

// numbered is a session whose wish is a number.
func numbered(s quiz.Session, n int) quiz.Session {
	place, _ := s.Protocol().Find("goal")
	s = s.Edit(place)
	s, err := s.Give(quiz.Answer{State: quiz.Answered, Text: fmt.Sprintf("wish %d", n)})
	if err != nil {
		panic(err)
	}
	return s
}

// number is the number in the wish of a draft.
func number(t testing.TB, d *history.Draft) int {
	t.Helper()
	wish, _ := strings.CutPrefix(d.Met[len(d.Met)-1].Words[0], "wish ")
	n, err := strconv.Atoi(wish)
	check(t, err)
	return n
}

// review is a session at the review.
func review(p *quiz.Protocol) quiz.Session {
	s := p.Start()
	for !s.AtReview() {
		s = s.DontKnow()
	}
	return s
}

// saveForever saves one draft after the other, numbered on from the one there
// is, and prints the number of each once it is saved.
func saveForever(dir string) error {
	p, err := quiz.Embedded()
	if err != nil {
		return err
	}
	s, err := history.Open(dir)
	if err != nil {
		return err
	}
	d, err := s.LoadDraft(p)
	if err != nil {
		return err
	}
	n, session := 0, review(p)
	if d != nil {
		if _, err := fmt.Sscanf(d.Met[len(d.Met)-1].Words[0], "wish %d", &n); err != nil {
			return err
		}
	}
	for {
		n++
		if err := s.SaveDraft(numbered(session, n), noon); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// kills is how often a crash test kills.
func kills(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// TestKillWhileSaving kills a process at 300 random moments while it saves one
// draft after the other. The draft is always whole: the last that was said to
// be saved, or the one after it. What was half written is gone at the next Open.
func TestKillWhileSaving(t *testing.T) {
	dir, p := t.TempDir(), protocol(t)
	random := rand.New(rand.NewPCG(61, 62))
	halfWritten, saved := 0, 0
	for range kills(300) {
		child := start(t, "save", dir)
		first := child.line(t)
		time.Sleep(time.Duration(random.IntN(10_000)) * time.Microsecond)
		last, err := strconv.Atoi(child.kill(t, first))
		check(t, err)
		if strings.Contains(lies(t, dir), ".scarcheck-tmp-") {
			halfWritten++
		}
		s := open(t, dir)
		if got := lies(t, dir); got != "draft.json lock" {
			t.Fatalf("there is %s", got)
		}
		d, err := s.LoadDraft(p)
		check(t, err)
		if saved = number(t, d); saved != last && saved != last+1 {
			t.Fatalf("the draft is number %d, and %d was saved", saved, last)
		}
		check(t, s.Close())
	}
	t.Logf("%d drafts saved, %d kills left one half written", saved, halfWritten)
	if halfWritten == 0 && !testing.Short() {
		t.Error("no kill hit a draft while it was written; the test proves nothing")
	}
}

// addForever adds one assessment after the other, and prints each id.
func addForever(dir string) error {
	p, err := quiz.Embedded()
	if err != nil {
		return err
	}
	s, err := history.Open(dir)
	if err != nil {
		return err
	}
	r := reportOf(p, review(p))
	for {
		id, err := s.Add(r)
		if err != nil {
			return err
		}
		fmt.Println(id)
	}
}

// TestKillWhileAdding does the same while assessments are added: none is lost,
// none is damaged, and at most one more than was said is there.
func TestKillWhileAdding(t *testing.T) {
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(63, 64))
	for range kills(50) {
		child := start(t, "add", dir)
		first := child.line(t)
		time.Sleep(time.Duration(random.IntN(10_000)) * time.Microsecond)
		last := strings.TrimPrefix(child.kill(t, first), "2026-11-23-")
		said, err := strconv.Atoi(last)
		check(t, err)
		s := open(t, dir)
		got := entries(t, s)
		if len(got) != said && len(got) != said+1 {
			t.Fatalf("there are %d, and %d were added", len(got), said)
		}
		for _, e := range got[:min(5, len(got))] {
			if e.Damaged != nil {
				t.Fatal(e.Damaged)
			}
		}
		if strings.Contains(lies(t, dir), ".scarcheck-tmp-") {
			t.Fatal("something half written is still there")
		}
	}
}
