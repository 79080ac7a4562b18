//go:build !windows

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Whatever is wrong with a file, no answer in it is repeated in the message:
// others may read a log, or look over a shoulder.
func TestNoAnswerInErrors(t *testing.T) {
	home := t.TempDir()
	inAnswers := func(answers string) string { return `{"protocol": "acne-scar@1", "answers": {` + answers + `}}` }
	good := inAnswers(`"lesions": ["deep-few"], "goal": "` + mark + `"`)
	_, report, _ := ran(t, programFed(t, home, good, "summary", "-", "-f", "json"))
	if !strings.Contains(report, mark) {
		t.Fatal("the mark is not in the report; this proves nothing")
	}
	for name, src := range map[string]string{
		"a text too long":              inAnswers(`"goal": "` + strings.Repeat(mark, 100) + `"`),
		"a text in a list":             inAnswers(`"goal": ["` + mark + `"]`),
		"a text in an object":          inAnswers(`"goal": {"` + mark + `": "` + mark + `"}`),
		"no such choice":               inAnswers(`"lesions": ["` + mark + `"]`),
		"almost a choice":              inAnswers(`"lesions": ["deep-few-` + mark + `"]`),
		"one where many fit":           inAnswers(`"lesions": "` + mark + `"`),
		"many where one fits":          inAnswers(`"age": ["` + mark + `", "` + mark + `"]`),
		"a choice twice":               inAnswers(`"lesions": ["` + mark + `", "` + mark + `"]`),
		"an answer twice":              inAnswers(`"goal": "` + mark + `", "goal": "` + mark + `"`),
		"a number":                     inAnswers(`"age": 1, "goal": "` + mark + `"`),
		"cut off in the text":          inAnswers(`"goal": "` + mark + `"`)[:60],
		"cut off after the text":       strings.TrimSuffix(good, "}}"),
		"a quote too many":             inAnswers(`"goal": "` + mark + `""`),
		"a comma missing":              inAnswers(`"goal": "` + mark + `" "age": "` + mark + `"`),
		"not UTF-8":                    inAnswers(`"goal": "` + mark + "\xff" + `"`),
		"a NUL":                        inAnswers(`"goal": "` + mark + "\x00" + `"`),
		"a line feed in the text":      inAnswers("\"goal\": \"\n" + mark + `"`),
		"more after the end":           good + `"` + mark + `"`,
		"of another protocol":          strings.Replace(good, "acne-scar@1", "acne-scar@9", 1),
		"of no protocol":               `{"answers": {"goal": "` + mark + `"}}`,
		"left out":                     inAnswers(`"effect": "not-at-all", "safety": "` + mark + `"`),
		"too large":                    good + strings.Repeat(" ", 1<<21),
		"a report cut off":             report[:strings.Index(report, mark)+4],
		"a report with another answer": strings.Replace(report, `"`+mark+`"`, `{"`+mark+`": 1}`, 1),
		"a report with a wrong type":   strings.Replace(report, `"support": false`, `"support": "`+mark+`"`, 1),
		"a report with a wrong day":    regexp.MustCompile(`"assessed_at": "[^"]*"`).ReplaceAllString(report, `"assessed_at": "`+mark+`"`),
		"a report with a wrong status": strings.Replace(report, `"status": "unknown"`, `"status": "`+mark+`"`, 1),
		"a report of another schema":   strings.Replace(report, "scarcheck.report/1", "scarcheck.report/"+mark, 1),
		"a code":                       "9M83P-90RJB-" + strings.ToUpper(mark),
	} {
		for _, verb := range []string{"summary", "explain", "print"} {
			c := programFed(t, home, src, verb, "-")
			c.Env = append(c.Env, "PATH=/nowhere")
			code, stdout, stderr := ran(t, c)
			if strings.Contains(strings.ToLower(stderr), mark) {
				t.Errorf("%s, %s: an answer is in the error:\n%s", name, verb, stderr)
			}
			if code != exitUsage && verb != "print" && (code != exitDone || stdout == "") {
				t.Errorf("%s, %s: exit code %d\n%s", name, verb, code, stderr)
			}
		}
	}
}

// What is typed wrongly in line mode is not repeated either, nor is an answer in
// what is said of a draft that cannot be used.
func TestNoAnswerInWhatIsSaid(t *testing.T) {
	home := t.TempDir()
	said := ""
	for _, typed := range []string{mark, mark + " 2", "99 " + mark, "/" + mark, strings.Repeat(mark, 9000)} {
		_, _, out := ran(t, programFed(t, home, typed+"\nq\n", "--plain", "--new"))
		said += out
	}
	draft := strings.ReplaceAll(aDraft(t), "age-13-17", mark)
	for _, src := range []string{draft, draft[:len(draft)-9], strings.ReplaceAll(draft, "scarcheck.draft/1", mark), strings.ReplaceAll(draft, `"editing"`, `"`+mark+`"`)} {
		write(t, draftIn(home), src)
		_, _, out := ran(t, programFed(t, home, "q\n", "--plain"))
		said += out
	}
	if strings.Contains(said, mark) || strings.Count(said, "put aside as") != 4 {
		t.Errorf("it said\n%s", said)
	}
}

// spy stands for lp and lpstat and writes down all that can be seen of the
// program while it prints: what others on this computer can list of it, of its
// environment and of what it runs.
const spy = `#!/bin/sh
{ echo "$0 $*"; tr '\0' '\n' < /proc/$PPID/cmdline; tr '\0' '\n' < /proc/$PPID/environ; env; ps -eo args= 2>/dev/null | grep -i [s]carcheck; } >> "$SEEN"
case "$0" in *lpstat) echo OFFICE ;; *) echo 'request id is OFFICE-1 (1 file(s))' ;; esac
`

func TestNoAnswerInProcesses(t *testing.T) {
	if _, err := os.Stat("/proc/self/cmdline"); err != nil {
		t.Skip("processes cannot be looked at here")
	}
	home := t.TempDir()
	for _, name := range []string{"lp", "lpstat"} {
		write(t, filepath.Join(home, "bin", name), spy)
		if err := os.Chmod(filepath.Join(home, "bin", name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	seen := filepath.Join(home, "seen")
	env := []string{"PATH=" + filepath.Join(home, "bin") + ":" + os.Getenv("PATH"), "SEEN=" + seen}
	write(t, filepath.Join(home, "answers.json"), strings.Replace(everything, "Will these marks stay?", mark, 1))
	c := programAt(t, home, "print", "answers.json", "--printer", "OFFICE")
	c.Env = append(c.Env, env...)
	if code, _, said := ran(t, c); code != exitDone {
		t.Fatalf("exit code %d\n%s", code, said)
	}
	p := sitLine(t, strings.Replace(everything, "Will these marks stay?", mark, 1))
	p.terminal = open(t, 80, 24, env)
	p.start()
	p.answerAll()
	p.press("f")
	p.sees("Your result")
	p.press("p")
	p.sees("OFFICE")
	p.press(enter)
	p.sees("sent to the print queue OFFICE")
	p.press(ctrlC)
	p.exits()
	text := content(t, seen)
	for _, secret := range []string{mark, "deep-few", "age-13-17", "13 to 17", "lumps", "female", "safety"} {
		if strings.Contains(strings.ToLower(text), secret) {
			t.Errorf("%q can be seen from outside:\n%s", secret, text)
		}
	}
	if strings.Count(text, "lp -c -n 1 -t scarcheck page ") < 2 {
		t.Errorf("the spy saw too little; this proves nothing:\n%s", text)
	}
}

// A window's title shows in the task bar and on a shared screen: it is the name
// of the program and nothing else, from start to end. And what is written
// outside of the alternate screen stays in the scrollback: without being asked
// for, that is where things are kept, and no answer.
func TestTitleAndScrollback(t *testing.T) {
	p := sitLine(t, strings.Replace(everything, "Will these marks stay?", mark, 1))
	p.terminal = open(t, 80, 24, nil)
	p.start()
	p.answerAll()
	p.press("f")
	p.sees("Your result")
	p.saves("page.txt")
	p.press("q")
	p.sees("What should stay here")
	p.press(down, enter)
	if code := p.exits(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	written := p.written()
	titles := regexp.MustCompile("\x1b\\]([0-9]+);([^\x07\x1b]*)").FindAllStringSubmatch(written, -1)
	for _, title := range titles {
		if query := title[2] == "?"; !query && title[2] != "scarcheck" && title[2] != "" {
			t.Errorf("the terminal is told %q", title[0])
		}
	}
	if len(titles) == 0 {
		t.Error("no title was set; this proves nothing")
	}
	in, out := strings.Index(written, "\x1b[?1049h"), strings.LastIndex(written, "\x1b[?1049l")
	if in < 0 || out < in {
		t.Fatalf("the alternate screen is entered at %d and left at %d", in, out)
	}
	stays := regexp.MustCompile("\x1b(\\[[0-9;?<>=]*[ -/]*[@-~]|\\][^\x07]*\x07|[=>])").ReplaceAllString(written[:in]+written[out:], "")
	want := fmt.Sprintf("scarcheck: kept on this computer as %s; scarcheck history lists it, scarcheck history forget %[1]s removes it", "2026-11-23-1")
	if got := strings.TrimSpace(stays); got != want {
		t.Errorf("in the scrollback stays\n%q\nwant\n%q", got, want)
	}
	if strings.Count(written, "\x1b[?1049h") != 1 {
		t.Error("the alternate screen was left in between")
	}
}

// Ctrl+L blanks the window at once, any key brings it back and does nothing
// else, and a screen that is hidden stays so when the window changes its size.
func TestBlankKey(t *testing.T) {
	const ctrlL = "\x0c"
	p := twoAnswers(t)
	for _, back := range []string{"d", enter, ctrlL, " ", down} {
		before := p.text()
		p.press(ctrlL)
		p.until("a blank window", func() bool { return p.text() == "" })
		p.resize(79, 24)
		p.resize(80, 24)
		p.press(back)
		p.until("the question as it was", func() bool { return p.text() == before })
	}
	p.answer()
	p.onScreen()
}
