//go:build !windows

package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/quiztest"
)

// homeAndTemp are all in which a program can be expected to leave something, each
// with something in it that others put there.
func homeAndTemp(t *testing.T) (env []string, all []string) {
	t.Helper()
	top := t.TempDir()
	for _, variable := range []string{"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		folder := filepath.Join(top, variable)
		write(t, filepath.Join(folder, "somebody", "else"), variable)
		env, all = append(env, variable+"="+folder), append(all, folder)
	}
	return env, append(all, top)
}

// in is the built program with these homeAndTemp, working in the first of them.
func in(t *testing.T, env, all []string, args ...string) *exec.Cmd {
	t.Helper()
	c := programAt(t, all[0], args...)
	c.Env = append(c.Env, env...)
	return c
}

// --no-save writes nothing anywhere: names, sizes, times and contents of all
// that is there are the same afterwards. Nor does what only reads.
func TestNoSaveWritesNothing(t *testing.T) {
	env, all := homeAndTemp(t)
	if code, _, said := finished(t, in(t, env, all)); code != exitDone { // so that there is something to be touched
		t.Fatal(said)
	}
	c := in(t, env, all, "--plain", "--new")
	c.Stdin = strings.NewReader("2\nq\n")
	ran(t, c)
	answers := filepath.Join(all[0], "answers.json")
	write(t, answers, everything)
	before := filesIn(t, all...)
	unchanged := func(what string) {
		t.Helper()
		if got := changes(before, filesIn(t, all...)); got != "" {
			t.Errorf("%s: it was changed:\n%s", what, got)
			before = filesIn(t, all...)
		}
	}
	if code, page, said := finished(t, in(t, env, all, "--no-save")); code != exitDone || !strings.Contains(page, "ACNE SCAR CHECK") {
		t.Errorf("exit code %d; it said\n%s", code, said)
	}
	unchanged("line mode")
	for _, args := range []string{
		"summary", "summary answers.json", "summary answers.json -f pdf", "summary answers.json -f html", "summary answers.json -f fhir",
		"summary answers.json --include-sensitive", "explain", "explain answers.json", "check", "form", "form -f pdf",
		"history", "history list", "history show", "history show 2026-11-23-1 -f pdf", "history diff 2026-11-23-1 2026-11-23-1",
		"help", "completion bash", "--version", "no-such-verb", "summary no-such-file",
	} {
		ran(t, in(t, env, all, strings.Fields(args)...))
		unchanged(args)
	}
	p := sit(t, 80, 24, everything)
	p.terminal = open(t, 80, 24, env, "--no-save")
	all = append(all, p.folder)
	before = filesIn(t, all...)
	p.start()
	p.answerAll()
	p.press("f")
	p.sees("Your result")
	p.press("q")
	p.sees("What should stay here")
	p.press(down, enter)
	if code := p.exits(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	unchanged("the full screen")
}

// aboutSafety finds what would tell that somebody was asked about hurting
// themselves, or what they said.
var aboutSafety = regexp.MustCompile(`"safety"|Your safety|hurting (yourself|myself)|"crisis"|had thoughts|Please get help now|PLEASE GET HELP NOW`)

// searched fails if something about the sensitive question lies in a file under
// these homeAndTemp. The program's own words on where help is are on every page
// alike and are not meant.
func searched(t *testing.T, when string, all ...string) (files int) {
	t.Helper()
	for _, folder := range all {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) { // the program may still take a moment to stop
				return nil
			}
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			src, err := os.ReadFile(path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			if filepath.Ext(path) == ".pdf" {
				src = []byte(quiztest.Run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"))
			}
			if strings.HasSuffix(path, ".fhir.json") { // has the blank questionnaire with all its questions, the same for everybody
				return nil
			}
			if found := aboutSafety.Find(src); found != nil {
				t.Errorf("%s: %q is in %s", when, found, path)
			}
			files++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// Whoever says yes to the sensitive question leaves nothing of it on the disk,
// at no moment: the program is stopped after each key, and all files are
// searched. And what does lie there is to the byte what it is for somebody who
// said no.
func TestSensitiveAnswersNeverReachTheDisk(t *testing.T) {
	var left [2][]string // the drafts after each key, then the files at the end
	for i, answer := range []string{"yes", "no"} {
		env, all := homeAndTemp(t)
		person := sitLine(t, strings.Replace(everything, `"safety": "no"`, `"safety": "`+answer+`"`, 1))
		p := speakWith(t, all[0], in(t, env, all, "--plain"))
		data := filepath.Join(all[2], "scarcheck")
		for !person.session.AtReview() {
			p.hearsQuestion(person.session)
			src, _ := os.ReadFile(filepath.Join(data, "draft.json"))
			left[i] = append(left[i], string(src))
			q := person.session.Question()
			place, _ := person.session.Protocol().Find(q.ID)
			p.tells(lineFor(q, person.answers[place]))
			for range 3 { // while it works
				_ = p.command.Process.Signal(syscall.SIGSTOP)
				searched(t, q.ID, all...)
				_ = p.command.Process.Signal(syscall.SIGCONT)
			}
			person.session = given(t, person.session, person.answers[place])
		}
		p.hearsQuestion(person.session)
		searched(t, "the review", all...)
		if asked := answer == "yes"; strings.Contains(strings.ToLower(p.all()), "please get help now") != asked {
			t.Errorf("%s: help is offered: %v; this proves nothing", answer, !asked)
		}
		p.tells("r")
		if code := p.exits(); code != exitDone {
			t.Fatalf("exit code %d; it said\n%s", code, bothEnds(p.all()))
		}
		write(t, filepath.Join(all[0], "page.txt"), p.out.String())
		for _, format := range draw.Formats {
			name := "page" + format.Endings[0]
			if code, _, said := ran(t, in(t, env, all, "summary", "-f", format.Name, "-o", name)); code != exitDone {
				t.Fatal(said)
			}
			left[i] = append(left[i], content(t, filepath.Join(all[0], name)))
		}
		left[i] = append(left[i], content(t, filepath.Join(data, "assessments", "2026-11-23-1.json")))
		if files := searched(t, "the end", all...); files < len(draw.Formats) {
			t.Errorf("only %d files were searched", files)
		}
	}
	for step := range left[0] {
		if left[0][step] != left[1][step] {
			t.Errorf("step %d tells yes from no:\n%s\nand\n%s", step, bothEnds(left[0][step]), bothEnds(left[1][step]))
		}
	}
}

// sitLine is somebody with these answers and no terminal.
func sitLine(t *testing.T, answers string) *person {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	known, err := p.ParseAnswers([]byte(answers))
	if err != nil {
		t.Fatal(err)
	}
	return &person{session: p.Start(), answers: known}
}

// The same on the full screen, with the page saved from there.
func TestSensitiveAnswersOnTheScreen(t *testing.T) {
	env, all := homeAndTemp(t)
	p := sitLine(t, strings.Replace(everything, `"safety": "no"`, `"safety": "yes"`, 1))
	p.terminal = open(t, 80, 24, env)
	all = append(all, p.folder)
	p.start()
	for !p.session.AtReview() {
		help := p.session.Question().Sensitive
		p.answer()
		if help {
			p.sees("Please get help now")
			p.press(enter)
		}
		_ = p.command.Process.Signal(syscall.SIGSTOP)
		searched(t, "the screen", all...)
		_ = p.command.Process.Signal(syscall.SIGCONT)
	}
	p.sees("Your answers")
	p.press("f")
	p.sees("Your result")
	p.saves("report.json")
	p.press(ctrlC)
	p.exits()
	if files := searched(t, "the end", all...); files < 8 || !bytes.Contains([]byte(p.file("report.json")), []byte(`"effect"`)) {
		t.Errorf("only %d files were searched", files)
	}
}

// To forget all leaves no trace under the data folder, whatever lies there.
func TestForgetLeavesNoTrace(t *testing.T) {
	env, all := homeAndTemp(t)
	data := filepath.Join(all[2], "scarcheck")
	before := filesIn(t, all...)
	for range 2 {
		finished(t, in(t, env, all))
	}
	c := in(t, env, all, "--plain", "--new")
	c.Stdin = strings.NewReader("2\nq\n")
	ran(t, c)
	write(t, filepath.Join(data, "draft-damaged-1.json"), "x")
	write(t, filepath.Join(data, ".scarcheck-tmp-1"), "x")
	write(t, filepath.Join(data, "assessments", ".scarcheck-tmp-2"), "x")
	write(t, filepath.Join(data, "assessments", "2026-11-20-1.json"), "garbage")
	code, _, said := ran(t, in(t, env, all, "history", "forget", "--all", "--yes"))
	if code != exitDone || !strings.Contains(said, "removed 3 assessments, the draft, drafts that could not be read, the folder") {
		t.Errorf("exit code %d; it said\n%s", code, said)
	}
	after := filesIn(t, all...)
	for _, trees := range []map[string]string{before, after} {
		delete(trees, all[2]) // the folder that scarcheck's own lay in has another time now
	}
	if got := changes(before, after); got != "" {
		t.Errorf("a trace is left:\n%s", got)
	}
}
