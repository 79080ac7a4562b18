package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// protocol is the questionnaire to use: the one that the program carries, or
// that of the folder named, which must pass its checks. It speaks the language of
// the program. Where a folder has no words in that, and nobody asked for it by
// name, all is said in English: nobody can use half of a questionnaire.
func (a *app) protocol() (*quiz.Protocol, error) {
	p, err := a.protocolIn(a.lang)
	switch {
	case !errors.Is(err, quiz.ErrLanguage):
		return p, err
	case a.langNamed:
		return nil, a.noWords(a.lang)
	}
	a.say("the protocol in %s is in English alone, so everything is said in English", a.folder)
	a.lang = words.English
	return a.protocolIn(a.lang)
}

func (a *app) noWords(l words.Language) error {
	return usage("the protocol in %s has no words in the language %q; leave --lang out, or put them into the folder %s; "+
		"scarcheck protocol DIR writes those of the program to start from", a.folder, l.Tag(), filepath.Join(a.folder, l.Tag()))
}

// inWordsOf is the questionnaire in use in any language, nil if it has no words in
// that one, or cannot be used.
func (a *app) inWordsOf(l words.Language) *quiz.Protocol {
	p, err := a.protocolIn(l)
	if err != nil {
		return nil
	}
	return p
}

// shelf is the questionnaire in use, in each language that it was asked for in:
// to check a folder takes long, and what is wrong with one does not change.
type shelf struct {
	mu      sync.Mutex
	checked *quiz.Protocol // of the folder, in English
	refused error          // why the folder is not used
	told    map[string]volume
}

// volume is a questionnaire in one language, or why there is none.
type volume struct {
	protocol *quiz.Protocol
	err      error
}

// protocolIn is the questionnaire in use in a language. The error is
// quiz.ErrLanguage if it has no words in that.
func (a *app) protocolIn(l words.Language) (*quiz.Protocol, error) {
	a.shelf.mu.Lock()
	defer a.shelf.mu.Unlock()
	v, ok := a.shelf.told[l.Tag()]
	if !ok {
		v.protocol, v.err = a.load(l)
		if a.shelf.told == nil {
			a.shelf.told = map[string]volume{}
		}
		a.shelf.told[l.Tag()] = v
	}
	return v.protocol, v.err
}

func (a *app) load(l words.Language) (*quiz.Protocol, error) {
	switch {
	case a.folder == "" && a.unchecked:
		return nil, usage("--unchecked goes with --protocol; the questionnaire of the program itself is checked")
	case a.folder == "" && l == words.English:
		return quiz.Embedded()
	case a.folder == "":
		return quiz.LoadIn(l, quiz.EmbeddedQuestions(), rules.Embedded())
	}
	folder, err := openFolder("--protocol", a.folder)
	if err != nil {
		return nil, err
	}
	if a.unchecked {
		return loadUnchecked(l, folder)
	}
	if a.shelf.checked == nil && a.shelf.refused == nil {
		a.shelf.checked, a.shelf.refused = a.passed(folder)
	}
	if a.shelf.refused != nil || l == words.English {
		return a.shelf.checked, a.shelf.refused
	}
	return quiz.LoadIn(l, folder, folder)
}

// passed is the protocol of a folder that passes its checks.
func (a *app) passed(folder rules.Folder) (*quiz.Protocol, error) {
	checked, _, err := a.checked(folder, folder)
	switch {
	case err != nil:
		return nil, failed("checking %s: %w", a.folder, err)
	case !checked.Sound():
		return nil, a.refuse(checked)
	}
	return checked.Protocol, nil
}

// loadUnchecked loads a protocol that nothing vouches for, and marks it so. Words
// in another language that do not fit it are none: half of a questionnaire would
// come in English.
func loadUnchecked(l words.Language, folder rules.Folder) (*quiz.Protocol, error) {
	p, err := quiz.LoadIn(l, folder, folder)
	var faults strict.Faults
	if l != words.English && errors.As(err, &faults) {
		if _, err := quiz.Load(folder, folder); err != nil {
			return nil, err
		}
		return nil, quiz.ErrLanguage
	}
	if err != nil {
		return nil, err
	}
	p.Unchecked = true
	p.Welcome = append([]string{l.Say(report.NotChecked)}, p.Welcome...)
	return p, nil
}

// hasWordsIn reports whether the questionnaire in use has words in a language.
func (a *app) hasWordsIn(l words.Language) bool {
	if a.folder == "" || l == words.English {
		return true
	}
	if a.unchecked {
		return a.inWordsOf(l) != nil
	}
	folder, err := openFolder("--protocol", a.folder)
	return err == nil && quiz.Speaks(folder, l)
}

// fewest is how many faults are told where they are not what was asked for.
const fewest = 5

// refuse says what is wrong with a protocol, and what to do.
func (a *app) refuse(c *quiz.Checked) error {
	wrong := report.Wrong(c)
	if more := len(wrong) - fewest; more > 0 {
		wrong = append(wrong[:fewest], a.lang.Sayf("and %d more", more))
	}
	next := a.lang.Sayf("the protocol in %s fails its checks and was not used; mend it, and see scarcheck check --protocol %[1]s", a.folder)
	if aside, ok := a.wordsAlone(c); ok {
		next += "\n" + a.lang.Sayf("its English is sound; to use it as it is, take the folder %s out of it", aside)
	}
	if c.Protocol != nil {
		next += "\n" + a.lang.Say("--unchecked uses it all the same, and says so on every page")
	}
	return &exitError{exitFaults, words.Errorf("%s\n%s", strings.Join(wrong, "\n"), next)}
}

// wordsAlone reports whether all that is wrong with a protocol is wrong with its
// words in one other language, and names their folder.
func (a *app) wordsAlone(c *quiz.Checked) (folder string, ok bool) {
	if c.Verdict == nil || !c.Verdict.OK() {
		return "", false
	}
	for _, tag := range words.Other {
		folder = filepath.ToSlash(filepath.Join(a.folder, tag))
		others := slices.ContainsFunc(c.Faults, func(f strict.Fault) bool { return !strings.HasPrefix(f.File, folder+"/") })
		if !others && len(c.Faults) > 0 {
			return folder, true
		}
	}
	return "", false
}

// openFolder is the folder of a protocol that a flag names.
func openFolder(flag, name string) (rules.Folder, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return rules.Folder{}, usage("%s: %w; scarcheck protocol %s writes one to start from", flag, unwrapPath(name, err), name)
	case !info.IsDir():
		return rules.Folder{}, usage("%s takes a folder, and %s is a file", flag, name)
	}
	return rules.Folder{FS: os.DirFS(name), Name: filepath.ToSlash(filepath.Clean(name))}, nil
}

// about says what each file of a protocol holds.
var about = map[string]words.Text{
	"questions.yaml":  "the questions: their words, choices, and when each is asked",
	"sources.yaml":    "where the facts come from",
	"factors.yaml":    "risk factors, and which answers make them present",
	"care.yaml":       "whom to see and how soon",
	"tips.yaml":       "what a person can do",
	"treatments.yaml": "treatments to ask about, and what to talk about first",
	"notes.yaml":      "notes on the result, and questions for the dermatologist",
	"terms.yaml":      "medical words, explained",
	"claims.yaml":     "promises about the rules, which check proves",
	"cases.yaml":      "examples: answers, and what must come of them",
}

func (a *app) writeProtocol() *cobra.Command {
	return &cobra.Command{
		Use:   "protocol " + a.lang.Say("DIR"),
		Short: a.lang.Say("Write the questions and rules into a new folder, to read and to change"),
		Long: a.lang.Say(`protocol writes the questionnaire that the program carries, its questions, rules
and test cases, as files into a new folder. Read them, change them with any
editor, check the change, and use them with --protocol. Their words in other
languages are in a folder for each. Whoever does not need one can leave it out,
and who changes a text changes it there too; check finds what does not fit.`),
		Example: `  scarcheck protocol clinic
  scarcheck check --protocol clinic
  scarcheck --protocol clinic`,
		Args:              one("the name of a folder to make"),
		ValidArgsFunction: folderOnce,
		RunE: func(_ *cobra.Command, args []string) error {
			if a.folder != "" {
				return usage("protocol writes the program's own questionnaire; leave --protocol out")
			}
			return a.writeFiles(args[0])
		},
	}
}

// writeFiles makes the folder and fills it; what cannot be finished is taken
// away again.
func (a *app) writeFiles(dir string) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return usage("%s is there already; name a folder that is not, so that nothing is written over", dir)
		}
		return failed("the folder cannot be made: %w", unwrapPath(dir, err))
	}
	var told strings.Builder
	fmt.Fprintln(&told, a.lang.Sayf("The protocol stands in %s now:", dir))
	for _, from := range []rules.Folder{quiz.EmbeddedQuestions(), rules.Embedded()} {
		names, err := a.copyAll(dir, from)
		if err != nil {
			_ = os.RemoveAll(dir) // the folder is ours: it was made above
			return failed("the protocol cannot be written: %w", unwrapPath(dir, err))
		}
		for _, name := range names {
			fmt.Fprintf(&told, "  %-16s %s\n", name, a.lang.Say(about[name]))
		}
	}
	for _, tag := range words.Other {
		fmt.Fprintf(&told, "  %-16s %s\n", tag+"/", a.lang.Say("all of their words in Spanish, each beside the English"))
	}
	fmt.Fprintln(&told, a.lang.Say("Change the files with any editor. Then:"))
	for _, next := range []struct {
		command string
		does    words.Text
	}{
		{"scarcheck check --protocol " + dir, "look for faults, and prove the rules"},
		{"scarcheck --protocol " + dir, "use it"},
	} {
		fmt.Fprintf(&told, "  %-*s      %s\n", len([]rune(dir))+len("scarcheck check --protocol "), next.command, a.lang.Say(next.does))
	}
	if _, err := fmt.Fprint(a.stdout, told.String()); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return nil
}

// copyAll copies the files of a folder, and into a folder for each language their
// words in it. It returns the names of the files.
func (a *app) copyAll(dir string, from rules.Folder) ([]string, error) {
	names, err := fs.Glob(from.FS, "*.yaml")
	if err != nil {
		return nil, err
	}
	all := names
	for _, tag := range words.Other {
		others, err := fs.Glob(from.FS, tag+"/*.yaml")
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Join(dir, tag), 0o755); err != nil {
			return nil, err
		}
		all = append(all, others...)
	}
	return names, copyFiles(dir, from, all)
}

func copyFiles(dir string, from rules.Folder, names []string) error {
	for _, name := range names {
		src, err := from.Read(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), src, 0o644); err != nil {
			return err
		}
	}
	return nil
}
