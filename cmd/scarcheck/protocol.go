package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

// protocol is the questionnaire to use: the one that the program carries, or
// that of the folder named, which must pass its checks.
func (a *app) protocol() (*quiz.Protocol, error) {
	if a.folder == "" {
		if a.unchecked {
			return nil, usage("--unchecked goes with --protocol; the questionnaire of the program itself is checked")
		}
		return quiz.Embedded()
	}
	folder, err := openFolder("--protocol", a.folder)
	if err != nil {
		return nil, err
	}
	if a.unchecked {
		return loadUnchecked(folder)
	}
	checked, _, err := a.checked(folder, folder)
	if err != nil {
		return nil, failed("checking %s: %w", a.folder, err)
	}
	if !checked.Sound() {
		return nil, a.refuse(checked)
	}
	return checked.Protocol, nil
}

// loadUnchecked loads a protocol that nothing vouches for, and marks it so.
func loadUnchecked(folder rules.Folder) (*quiz.Protocol, error) {
	p, err := quiz.Load(folder, folder)
	if err != nil {
		return nil, err
	}
	p.Unchecked = true
	p.Welcome = append([]string{string(report.NotChecked)}, p.Welcome...)
	return p, nil
}

// fewest is how many faults are told where they are not what was asked for.
const fewest = 5

// refuse says what is wrong with a protocol, and what to do.
func (a *app) refuse(c *quiz.Checked) error {
	wrong := report.Wrong(c)
	if more := len(wrong) - fewest; more > 0 {
		wrong = append(wrong[:fewest], fmt.Sprintf("and %d more", more))
	}
	next := fmt.Sprintf("the protocol in %s fails its checks and was not used; mend it, and see scarcheck check --protocol %[1]s", a.folder)
	if c.Protocol != nil {
		next += "\n--unchecked uses it all the same, and says so on every page"
	}
	return &exitError{exitFaults, fmt.Errorf("%s\n%s", strings.Join(wrong, "\n"), next)}
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
var about = map[string]string{
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
		Use:   "protocol DIR",
		Short: "Write the questions and rules into a new folder, to read and to change",
		Long: `protocol writes the questionnaire that the program carries, its questions, rules
and test cases, as files into a new folder. Read them, change them with any
editor, check the change, and use them with --protocol.`,
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
	fmt.Fprintf(&told, "The protocol stands in %s now:\n", dir)
	for _, from := range []rules.Folder{quiz.EmbeddedQuestions(), rules.Embedded()} {
		names, err := fs.Glob(from.FS, "*.yaml")
		if err == nil {
			err = copyFiles(dir, from, names)
		}
		if err != nil {
			_ = os.RemoveAll(dir) // the folder is ours: it was made above
			return failed("the protocol cannot be written: %w", unwrapPath(dir, err))
		}
		for _, name := range names {
			fmt.Fprintf(&told, "  %-16s %s\n", name, about[name])
		}
	}
	fmt.Fprintf(&told, "Change the files with any editor. Then:\n"+
		"  scarcheck check --protocol %[1]s      look for faults, and prove the rules\n"+
		"  scarcheck --protocol %[1]s            use it\n", dir)
	if _, err := fmt.Fprint(a.stdout, told.String()); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return nil
}

func copyFiles(dir string, from rules.Folder, names []string) error {
	for _, name := range names {
		src, err := from.Read(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), src, 0o644); err != nil {
			return err
		}
	}
	return nil
}
