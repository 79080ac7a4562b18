package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// protocol is the questionnaire to use: the one that the program carries, or
// that of the folder named, which must pass its checks. It speaks the language
// of the program.
func (a *app) protocol() (*quiz.Protocol, error) { return a.protocolIn(a.lang) }

func (a *app) protocolIn(l words.Language) (*quiz.Protocol, error) {
	a.loading.Lock()
	defer a.loading.Unlock()
	if a.loaded != nil {
		return a.loaded, nil
	}
	p, err := a.load(l)
	if err == nil {
		a.loaded = p
	}
	return p, err
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
		return a.loadUnchecked(l, folder)
	}
	checked, _, err := a.checked(folder, folder)
	if err != nil {
		return nil, failed("checking %s: %w", a.folder, err)
	}
	if !checked.Sound() {
		return nil, a.refuse(checked)
	}
	return a.inLanguage(l, checked.Protocol, folder)
}

// inLanguage is a protocol from a folder in the language of the program. Where
// the folder has no words in it and nobody asked for it by name, all is said in
// the protocol's own language: nobody can use half of a questionnaire.
func (a *app) inLanguage(l words.Language, p *quiz.Protocol, folder rules.Folder) (*quiz.Protocol, error) {
	if l == words.English {
		return p, nil
	}
	told, err := quiz.LoadIn(l, folder, folder)
	switch {
	case a.unchecked && told != nil: // words that do not fit are better than none
		return told, nil
	case !errors.Is(err, quiz.ErrLanguage):
		return told, err
	case a.langNamed:
		return nil, usage("the protocol in %s has no words in the language %q; leave --lang out, or put them into the folder %s; "+
			"scarcheck protocol DIR writes those of the program to start from", a.folder, a.lang.Tag(), filepath.Join(a.folder, a.lang.Tag()))
	}
	a.say("the protocol in %s is in English alone, so everything is said in English", a.folder)
	a.lang = words.English
	return p, nil
}

// inWordsOf is the questionnaire in use in any language, nil if it has no words in
// that one.
func (a *app) inWordsOf(l words.Language) *quiz.Protocol {
	questions, guideline := quiz.EmbeddedQuestions(), rules.Embedded()
	if a.folder != "" {
		folder, err := openFolder("--protocol", a.folder)
		if err != nil {
			return nil
		}
		questions, guideline = folder, folder
	}
	p, err := quiz.LoadIn(l, questions, guideline)
	if err != nil {
		return nil
	}
	return p
}

// hasWordsIn reports whether the questionnaire in use has words in a language.
func (a *app) hasWordsIn(l words.Language) bool {
	if a.folder == "" || l == words.English {
		return true
	}
	_, err := os.Stat(filepath.Join(a.folder, l.Tag(), "questions.yaml"))
	return err == nil
}

// loadUnchecked loads a protocol that nothing vouches for, and marks it so.
func (a *app) loadUnchecked(l words.Language, folder rules.Folder) (*quiz.Protocol, error) {
	p, err := quiz.Load(folder, folder)
	if err != nil {
		return nil, err
	}
	if p, err = a.inLanguage(l, p, folder); err != nil {
		return nil, err
	}
	p.Unchecked = true
	p.Welcome = append([]string{a.lang.Say(report.NotChecked)}, p.Welcome...)
	return p, nil
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
