//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"scarcheck/quiz/quiztest"
)

// onPath puts the built program on the PATH.
func onPath(t *testing.T) {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("LC_ALL", "C.UTF-8") // what this machine speaks makes no difference
	t.Setenv("PATH", filepath.Dir(path)+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// fish tells what it would offer; bash is asked as its Tab key asks.
func TestShellsOfferFormats(t *testing.T) {
	onPath(t)
	// The one function of the package bash-completion that the script calls.
	const asBash = `_get_comp_words_by_ref() { words=("${COMP_WORDS[@]}") cword=$COMP_CWORD cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}; }
	source "$0"; COMP_WORDS=(scarcheck summary -f "") COMP_CWORD=3 COMP_LINE="scarcheck summary -f " COMP_POINT=21 COMP_TYPE=9
	__start_scarcheck; printf '%s\n' "${COMPREPLY[@]}"`
	for shell, command := range map[string]string{
		"bash": asBash,
		"fish": `source $argv[1]; complete -C "scarcheck summary -f "`,
	} {
		t.Run(shell, func(t *testing.T) {
			said := flat(quiztest.Run(t, shell, "-c", command, script(t, shell)))
			for _, format := range []string{"text", "pdf", "html", "markdown", "json", "fhir"} {
				if !strings.Contains(" "+said+" ", " "+format+" ") {
					t.Errorf("%s is not offered: %s", format, said)
				}
			}
		})
	}
}

// A named pipe that nobody writes to holds whoever opens it: completion opens
// no file.
func TestCompletionReadsNoFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "answers.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		for _, args := range []string{"summary # ", "summary # -f ", "explain # ", "print # --paper ", "summary -f json #", "summary --protocol # -f ", "# "} {
			completes(t, strings.Split(strings.ReplaceAll(args, "#", pipe), " ")...)
		}
	}()
	select {
	case <-done:
	case <-time.After(patience):
		t.Error("a file was opened")
	}
}

const oneAnswer = `{"protocol": "acne-scar@1", "answers": {"lesions": ["comedones"]}}`

// answersIn puts an answers file where the program on a terminal runs.
func answersIn(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(file, []byte(oneAnswer), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// pager is a program that says how it was called and shows the first line.
const pager = `printf 'PAGED %s %s ' "$LESSSECURE" "$LESSHISTFILE"; head -n 1; cat >/dev/null`

func TestPager(t *testing.T) {
	file := answersIn(t)
	for _, row := range []struct {
		name  string
		rows  int
		env   []string
		args  string
		paged bool
	}{
		{"a page taller than the terminal", 24, []string{"PAGER=" + pager}, "summary #", true},
		{"explain", 24, []string{"PAGER=" + pager}, "explain #", true},
		{"the form", 24, []string{"PAGER=" + pager}, "form", true},
		{"a taller terminal", 400, []string{"PAGER=" + pager}, "summary #", false},
		{"none by default", 24, nil, "summary #", false},
		{"an empty one is none", 24, []string{"PAGER="}, "summary #", false},
		{"a dumb terminal", 24, []string{"PAGER=" + pager, "TERM=dumb"}, "summary #", false},
		{"into a file", 24, []string{"PAGER=" + pager}, "summary # -o page.txt", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			tt := open(t, 80, row.rows, row.env, strings.Fields(strings.ReplaceAll(row.args, "#", file))...)
			if code := tt.exits(); code != exitDone {
				t.Errorf("exit code %d\n%s", code, tt.written())
			}
			if got := strings.Contains(tt.written(), "PAGED 1 - "); got != row.paged {
				t.Errorf("paged: %v\n%s", got, tt.written())
			}
		})
	}
}

// What less would keep or hand on, it may not; it is left by q, and Ctrl+C in it
// does not end the program under it.
func TestPagerLess(t *testing.T) {
	quiztest.Tool(t, "less")
	tt := open(t, 80, 24, []string{"PAGER=less"}, "summary", answersIn(t))
	tt.sees("ACNE SCAR CHECK")
	tt.press(ctrlC)
	tt.press("/Medicines", enter)
	tt.sees("Medicines")
	tt.press("!")
	tt.sees("not available")
	tt.press(enter, "q")
	if code := tt.exits(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	left, err := filepath.Glob(filepath.Join(tt.folder, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// A pager that is not there costs nobody the page.
func TestPagerMissing(t *testing.T) {
	tt := open(t, 80, 24, []string{"PAGER=no-such-pager -R"}, "summary", answersIn(t))
	if code := tt.exits(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	said := tt.written()
	if !strings.Contains(said, "the program in PAGER cannot be run") || !strings.Contains(said, "ACNE SCAR CHECK") {
		t.Error(said)
	}
}

// COLUMNS says how wide lines are, on a terminal of another width.
func TestColumns(t *testing.T) {
	for _, row := range []struct {
		asked string
		wide  int
	}{{"50", 50}, {"", 80}, {"5", 80}, {"many", 80}, {"120", 120}} {
		t.Run("COLUMNS="+row.asked, func(t *testing.T) {
			tt := open(t, 80, 60, []string{"COLUMNS=" + row.asked}, "--plain")
			tt.until("the welcome and a question", func() bool { return strings.Contains(tt.written(), "How old are you?") })
			widest := 0
			for line := range strings.Lines(tt.written()) {
				widest = max(widest, len(strings.TrimRight(line, "\r\n")))
			}
			if widest > row.wide || widest < row.wide-12 {
				t.Errorf("the widest line has %d columns, not about %d", widest, row.wide)
			}
		})
	}
}

// The version names the protocol that the program carries.
func TestVersion(t *testing.T) {
	onPath(t)
	if said := quiztest.Run(t, "scarcheck", "--version"); !strings.HasSuffix(said, " (protocol "+carried+")\n") {
		t.Error(said)
	}
}

// Ids are offered newest first, each once, and with nothing of what an
// assessment says: its files are pipes here that hold whoever opens
// them.
func TestCompletedIDs(t *testing.T) {
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "assessments"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"2026-05-03-1", "2026-11-23-1", "2026-11-23-2"} {
		if err := syscall.Mkfifo(filepath.Join(home, "assessments", id+".json"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []struct{ args, offers, files string }{
		{"summary ", "2026-11-23-2 2026-11-23-1 2026-05-03-1", anyFile},
		{"print ", "2026-11-23-2 2026-11-23-1 2026-05-03-1", anyFile},
		{"explain ", "2026-11-23-2 2026-11-23-1 2026-05-03-1", anyFile},
		{"history show ", "2026-11-23-2 2026-11-23-1 2026-05-03-1", inOrder},
		{"history show 2026-05-03-1 ", "", noFile},
		{"history diff 2026-11-23-1 ", "2026-11-23-2 2026-05-03-1", inOrder},
		{"history forget 2026-11-23-2 2026-05-03-1 ", "2026-11-23-1", inOrder},
	} {
		t.Run(row.args, func(t *testing.T) {
			offers, files := completes(t, append([]string{"--data-dir=" + home}, strings.Split(row.args, " ")...)...)
			if got := strings.Join(offers, " "); got != row.offers || files != row.files {
				t.Errorf("offers %q %s, not %q %s", got, files, row.offers, row.files)
			}
		})
	}
}
