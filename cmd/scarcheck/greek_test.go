package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz"
	"scarcheck/quiz/batch"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/form"
	"scarcheck/quiz/words"
)

// greek is a language whose every letter is a Greek one, so that a word that did
// not go through the language is seen at once.
var greek = words.Made("el", func(text words.Text) string {
	verb := regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`)
	var told strings.Builder
	at := 0
	for _, place := range append(verb.FindAllStringIndex(string(text), -1), []int{len(text), len(text)}) {
		told.WriteString(strings.Map(func(r rune) rune {
			switch {
			case r >= 'a' && r <= 'z':
				return 'α' + (r-'a')%24
			case r >= 'A' && r <= 'Z':
				return 'Α' + (r-'A')%17
			}
			return r
		}, string(text[at:place[0]])) + string(text[place[0]:place[1]]))
		at = place[1]
	}
	return told.String()
})

// names are what is called the same in every language: verbs, flags, formats,
// variables, and the commands of examples.
func names() []string {
	all := slices.Concat(draw.Names(), form.Names(), batch.Formats, draw.PaperNames(), words.Tags(),
		[]string{"auto", "light", "dark", "text", "json", "help", "acne", "scar", "dev", "true", "false", "and", "or"}) // Made joins words as English does
	for _, shell := range shells {
		all = append(all, shell.name)
	}
	for _, v := range variables {
		all = append(all, latin.FindAllString(v.names+" "+v.onWindows, -1)...)
	}
	for _, k := range kept {
		all = append(all, latin.FindAllString(k.name, -1)...)
	}
	root := (&app{lang: greek}).root()
	for _, c := range append(everyVerb(root), root) {
		all = append(all, latin.FindAllString(c.Use+" "+c.Example, -1)...)
		c.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, latin.FindAllString(f.Name, -1)...) })
		c.InheritedFlags().VisitAll(func(f *pflag.Flag) { all = append(all, latin.FindAllString(f.Name, -1)...) })
	}
	return all
}

// everyVerb are all verbs and topics under c.
func everyVerb(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, verb := range c.Commands() {
		all = append(append(all, verb), everyVerb(verb)...)
	}
	return all
}

var latin = regexp.MustCompile(`[A-Za-z_]{2,}`)

// strange are the words in a text that are neither Greek nor names.
func strange(text string, known []string) []string {
	var found []string
	for _, word := range latin.FindAllString(text, -1) {
		if !slices.Contains(known, word) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

// inGreek is an app that speaks Greek; its protocol does too, but for its texts.
func inGreek(t *testing.T, p process) *app {
	t.Helper()
	embedded, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	protocol := *embedded
	protocol.Language = greek
	return &app{process: p, lang: greek, shelf: shelf{told: map[string]volume{greek.Tag(): {protocol: &protocol}}}}
}

// Help has no word that the language was not asked for.
func TestHelpIsSaidInTheLanguage(t *testing.T) {
	known := names()
	root := (&app{lang: greek}).root()
	for _, c := range append(everyVerb(root), root) {
		t.Run(c.CommandPath(), func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			args := append(strings.Fields(c.CommandPath())[1:], "--help")
			code := inGreek(t, process{args: args, stdout: &stdout, stderr: &stderr}).run()
			if code != exitDone || stderr.Len() > 0 {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			if found := strange(stdout.String(), known); found != nil {
				t.Errorf("says %v", found)
			}
		})
	}
	var stdout bytes.Buffer
	inGreek(t, process{args: []string{"man"}, stdout: &stdout, stderr: &stdout}).run()
	macros := regexp.MustCompile(`(?m)^\.TH "SCARCHECK"|^\.[A-Z]{2}|^\.br|\\f[A-Z]|\\\((rs|aq|ga|ha|ti|dq)|\\\[u[0-9A-F]{4}\]`)
	if found := strange(macros.ReplaceAllString(stdout.String(), " "), known); found != nil {
		t.Errorf("the man page says %v", found)
	}
}

// What is told beside results, and what is wrong, has no such word either.
func TestErrorsAreSaidInTheLanguage(t *testing.T) {
	known := append(names(), "sumary", "frobnicate", "missing", "xx", "bahs", "dif", "out", "spanish", "maybe", "clinic", "yaml", "bad",
		"questions", "care", "cases", "claims", "factors", "notes", "sources", "terms", "tips", "treatments")
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"answers.json": `{"protocol": "acne-scar@1", "answers": {"lesions": ["none"], "relapse": "once"}}`,
		"bad.jsonl":    "{}\n", "good.jsonl": `{"protocol": "acne-scar@1", "answers": {"lesions": ["none"], "relapse": "yes"}}` + "\n",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range []string{
		"sumary", "frobnicate", "answers.json", "history dif", "summary x --out y", "summary --frobnicate", "summary -q", "summary -f",
		"--plain=maybe", "--=x", "--resume --new", "--theme x", "--lang xx", "--lang spanish", "history show x y", "history list x",
		"completion bahs", "completion xx", "completion", "man x y", "man answers.json/x", "summary missing.json", "summary x y",
		"print answers.json --copies 0", "print answers.json --printer=", "protocol", "protocol x --protocol y", "protocol clinic", "protocol clinic",
		"check x", "check -f x", "check --unchecked", "check --protocol missing", "batch -f x", "batch missing", "batch x y", "batch --texts -f csv",
		"batch bad.jsonl", "summary --unchecked", "summary --protocol answers.json", "form x", "form -f x", "form --paper x",
		"history", "history show", "history show 2026-01-01-1", "history diff -f x", "history diff",
		"history forget", "history forget --all", "history forget --all --yes", "history forget 2026-01-01-1 --yes",
	} {
		t.Run(args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			p := process{args: strings.Fields(args), stdin: strings.NewReader("n\n"), stdout: &stdout, stderr: &stderr, env: []string{"SCARCHECK_HOME=" + t.TempDir()}}
			inGreek(t, p).run()
			said := stderr.String()
			if verb := strings.Fields(args)[0]; verb != "batch" { // what it writes is for programs
				said += stdout.String()
			}
			said = strings.ReplaceAll(said, p.getenv("SCARCHECK_HOME"), "")
			if found := strange(said, known); found != nil || said == "" {
				t.Errorf("says %v:\n%s", found, said)
			}
		})
	}
}

// What is said of a draft, of what was removed, and while a batch runs.
func TestAsidesAreSaidInTheLanguage(t *testing.T) {
	var said []string
	for _, age := range []time.Duration{time.Second, time.Minute, 2 * time.Minute, time.Hour, 3 * time.Hour, 24 * time.Hour, 72 * time.Hour} {
		said = append(said, ago(greek, age))
	}
	for n := range 3 {
		said = append(said, questions(greek, n), linesInWords(greek, n), state(greek, n, 5, 10, time.Second))
	}
	said = append(said, present(greek, nil), present(greek, []string{"α"}), greek.Say((&keeping{}).kept()))
	for _, err := range []error{
		windowsName("a:b"), windowsName("NUL"), writeError("x", os.ErrPermission), noRoom(os.ErrPermission),
		&chooseError{words.New("there is no such program"), []string{"x"}}, &chooseError{words.New("there is no such program"), []string{"x", "x"}},
	} {
		said = append(said, greek.Tell(err))
	}
	for _, text := range said {
		if found := strange(strings.ReplaceAll(text, os.TempDir(), ""), []string{"NUL", tempVariable}); found != nil {
			t.Errorf("says %v: %s", found, text)
		}
	}
}
