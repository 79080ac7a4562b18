package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// tree is the program's verbs, as they are when one of them runs.
func tree(l words.Language) (root *cobra.Command, verbs []*cobra.Command) {
	root = (&app{lang: l}).root()
	root.InitDefaultHelpCmd()
	verbs = append([]*cobra.Command{root}, allVerbs(root)...)
	for _, c := range verbs {
		c.InitDefaultHelpFlag()
		c.InheritedFlags() // gathers the flags of the verb's parents
	}
	return root, verbs
}

// languages calls test with each language.
func languages(t *testing.T, test func(t *testing.T, l words.Language)) {
	t.Helper()
	for _, tag := range words.Tags() {
		l, ok := words.Find(tag)
		if !ok {
			t.Fatal(tag)
		}
		t.Run(tag, func(t *testing.T) { test(t, l) })
	}
}

// manPages writes all pages with the program itself, and returns their folder.
func manPages(t *testing.T, env ...string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "man1")
	var stdout, stderr bytes.Buffer
	p := process{args: []string{"man", folder}, stdout: &stdout, stderr: &stderr, env: append(env, "SOURCE_DATE_EPOCH=1795435200")}
	if code := run(p); code != exitDone || stdout.Len()+stderr.Len() > 0 {
		t.Fatalf("exit code %d\n%s%s", code, stdout.String(), stderr.String())
	}
	return folder
}

// rendered is a man page as a terminal shows it, without bold and underline.
func rendered(t *testing.T, program string, args ...string) string {
	t.Helper()
	out := quiztest.Run(t, program, args...)
	out = regexp.MustCompile(`.\x08`).ReplaceAllString(out, "")
	return regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(out, "")
}

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestEveryVerbHasItsManPage(t *testing.T) {
	folder := manPages(t)
	_, verbs := tree(words.English)
	pages, err := filepath.Glob(filepath.Join(folder, "*.1"))
	if err != nil || len(pages) != len(verbs) {
		t.Errorf("%d pages for %d verbs (%v)", len(pages), len(verbs), err)
	}
	for _, c := range verbs {
		if _, err := os.Stat(filepath.Join(folder, pageOf(c)+".1")); err != nil {
			t.Error(err)
		}
	}
	var stdout bytes.Buffer
	run(process{args: []string{"man"}, stdout: &stdout, stderr: &stdout, env: []string{"SOURCE_DATE_EPOCH=1795435200"}})
	alone, err := os.ReadFile(filepath.Join(folder, "scarcheck.1"))
	if err != nil || !bytes.Equal(stdout.Bytes(), alone) {
		t.Errorf("scarcheck man and scarcheck man DIR write other pages (%v)", err)
	}
}

// Two programs read the pages, and neither has anything to find fault with.
func TestManPagesAreSound(t *testing.T) {
	languages(t, func(t *testing.T, l words.Language) {
		pages, _ := filepath.Glob(filepath.Join(manPages(t, "LANG="+l.Tag()), "*.1"))
		for _, page := range pages {
			if said := quiztest.Run(t, "mandoc", "-T", "lint", page); said != "" {
				t.Error(said)
			}
			if said := quiztest.Run(t, "groff", "-man", "-ww", "-z", "-Tutf8", page); said != "" {
				t.Error(said)
			}
		}
	})
}

// Nothing that --help says is lost on the way through roff.
func TestManPagesSayWhatHelpSays(t *testing.T) {
	languages(t, func(t *testing.T, l words.Language) {
		folder := manPages(t, "LANG="+l.Tag())
		_, verbs := tree(l)
		for _, c := range verbs {
			page := filepath.Join(folder, pageOf(c)+".1")
			for _, shown := range []string{
				rendered(t, "mandoc", "-T", "utf8", "-O", "width=500", page),
				rendered(t, "groff", "-man", "-Tutf8", "-rLL=500n", page),
			} {
				shown = flat(shown)
				said := []string{lowerFirst(c.Short), c.Long}
				said = append(said, strings.Split(c.Example, "\n")...)
				c.Flags().VisitAll(func(f *pflag.Flag) { said = append(said, "--"+f.Name, flagMeans(l, f)) })
				for _, want := range said {
					if !strings.Contains(shown, flat(want)) {
						t.Errorf("%s does not show %q:\n%s", pageOf(c), want, shown)
					}
				}
			}
		}
	})
}

func TestManPageAsItIsRead(t *testing.T) {
	page := filepath.Join(manPages(t), "scarcheck-summary.1")
	quiztest.Golden(t, "testdata/man/scarcheck-summary.txt", []byte(rendered(t, "mandoc", "-T", "ascii", "-O", "width=78", page)))
	page = filepath.Join(manPages(t, "LANG=es_ES.UTF-8"), "scarcheck-summary.1")
	quiztest.Golden(t, "testdata/man/scarcheck-summary.es.txt", []byte(rendered(t, "mandoc", "-T", "utf8", "-O", "width=78", page)))
}

// The pages are the same bytes wherever they are made.
func TestManPagesAreOfNoMachine(t *testing.T) {
	here, there := manPages(t, "LANG=de_DE.UTF-8", "HOME=/home/a"), manPages(t, "LANG=en_US.UTF-8", "PAPERSIZE=letter", "COLUMNS=40", "HOME=/home/b")
	pages, _ := filepath.Glob(filepath.Join(here, "*.1"))
	for _, page := range pages {
		one, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		other, err := os.ReadFile(filepath.Join(there, filepath.Base(page)))
		if err != nil || !bytes.Equal(one, other) {
			t.Errorf("%s depends on where it is made (%v)", filepath.Base(page), err)
		}
	}
}

// Letters that mean something to roff, at any place, come out as themselves.
func TestRoffShowsTextAsItIs(t *testing.T) {
	texts := []string{
		`.TH is no macro here`, `.`, `'br neither`, `\fBnot bold\fR`, `a\`, `\n(.x \*(ab \" c`, `--flag -f a-b`,
		`it's "quoted" 'so' and ` + "`so`", `^hat ~tilde ~/x`, `100 % $HOME {x} [y] @z #`, "Zoë costs 5 € – “so”", `... and so on.`,
	}
	var page roff
	page.title("X", (&process{}).now, "x 1")
	page.macro("SH", "NAME")
	page.line(`x \- y`)
	page.macro("SH", "DESCRIPTION")
	page.prose(strings.Join(texts, "\n\n"))
	page.verbatim("  " + strings.Join(texts, "\n  "))
	for _, text := range texts {
		page.tagged(bold(text), text)
	}
	file := filepath.Join(t.TempDir(), "x.1")
	if err := os.WriteFile(file, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{rendered(t, "mandoc", "-T", "utf8", file), rendered(t, "groff", "-man", "-ww", "-Tutf8", file)} {
		for _, text := range texts {
			if n := strings.Count(shown, text); n < 4 && text != "." {
				t.Errorf("%q stands there %d times, not 4:\n%s", text, n, shown)
			}
		}
	}
}
