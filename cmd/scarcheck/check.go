package main

import (
	"errors"
	"fmt"
	"math"
	"path"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// checkOptions are the flags of check.
type checkOptions struct {
	format  string
	against string // the folder of another protocol, or ""
	mutants bool
}

func (a *app) check() *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check",
		Short: a.lang.Say("Check the questions and rules: lint them, prove them, run their cases"),
		Long: a.lang.Say(`check looks for everything that can be wrong with a protocol, the one that the
program carries or the one in the folder that --protocol names: its files are
sound, the laws and the claims hold for every set of answers, and its cases come
out as they say. It ends with exit code 4 if it finds a fault.

--against tells what a change means: how many answer sets move from which level
of care to which, and what else comes or goes, with one example each.
--mutants tries every change of one place and counts those that are refused.

What it finds is told in English, the language of the files.`),
		Example: `  scarcheck check
  scarcheck check --protocol clinic
  scarcheck check --protocol clinic -f json
  scarcheck check --protocol clinic --against clinic-before
  scarcheck check --mutants`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("check takes no file; name a folder with --protocol: scarcheck check --protocol %s", args[0])
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			draw, ok := report.CheckFormats[o.format]
			if !ok {
				return usage("check has no format %q; choose text or json", o.format)
			}
			return a.runCheck(draw, &o)
		},
	}
	c.Flags().StringVarP(&o.format, "format", "f", "text", a.lang.Sayf("the `FORMAT`: %s", a.lang.Or([]string{"text", "json"})))
	c.Flags().StringVar(&o.against, "against", "", a.lang.Say("tell what changes against the protocol in the folder `DIR`, and for how many answers"))
	c.Flags().BoolVar(&o.mutants, "mutants", false, a.lang.Say("try every change of one place, and count those that the checks refuse (slow)"))
	_ = c.MarkFlagDirname("against")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (a *app) runCheck(draw report.CheckFormat, o *checkOptions) error {
	if a.unchecked {
		return usage("check is what --unchecked leaves out; run it without")
	}
	questions, guideline := quiz.EmbeddedQuestions(), rules.Embedded()
	if a.folder != "" {
		folder, err := openFolder("--protocol", a.folder)
		if err != nil {
			return err
		}
		questions, guideline = folder, folder
	}
	begin := time.Now()
	checked, sheets, err := a.checked(questions, guideline)
	if err != nil {
		return failed("the check stopped: %w", err)
	}
	if o.mutants {
		if err := checked.Mutate(); err != nil {
			return failed("the mutants cannot be tried: %w", err)
		}
	}
	if o.against != "" {
		if err := a.compare(checked, o.against); err != nil {
			return err
		}
	}
	var told strings.Builder
	if err := draw(&told, checked, report.CheckOptions{Program: program(), Took: time.Since(begin), Sheets: sheets}); err != nil {
		return failed("drawing the check: %w", err)
	}
	if err := a.scroll([]byte(told.String())); err != nil {
		return err
	}
	if !checked.Sound() {
		return &exitError{exitFaults, errors.New("")} // the report has said it all
	}
	return nil
}

// checked puts a protocol through all its checks, and sees that the doctor's
// page fits on one sheet for all answers, as text, PDF and HTML, in each language
// that the protocol has words in. It returns how much room that page can take.
func (a *app) checked(questions, guideline rules.Folder) (*quiz.Checked, []report.Sheet, error) {
	checked, err := quiz.Check(questions, guideline, a.clock())
	if err != nil || checked.Protocol == nil {
		return checked, nil, err
	}
	sheets := sheetsOf(checked.Protocol)
	checked.Faults = append(checked.Faults, tooTall(sheets, path.Join(questions.Name, "questions.yaml"))...)
	for _, p := range checked.Others {
		more := sheetsOf(p)
		checked.Faults = append(checked.Faults, tooTall(more, path.Join(questions.Name, p.Language.Tag(), "questions.yaml"))...)
		sheets = append(sheets, more...)
	}
	return checked, sheets, nil
}

// tooTall are the faults of a file by whose words the doctor's page can run over.
func tooTall(sheets []report.Sheet, file string) strict.Faults {
	var faults strict.Faults
	for _, sheet := range sheets {
		if !sheet.Fits() {
			faults = append(faults, strict.Fault{
				File: file, Message: fmt.Sprintf("the doctor's page can take %s; shorten the longest choices, or give them a \"short\"", sheet),
			})
		}
	}
	return faults
}

// sheetsOf is how much room the doctor's page can take on each sheet that it
// must fit on.
func sheetsOf(p *quiz.Protocol) []report.Sheet {
	sheets := []report.Sheet{{Language: p.Language, Name: "text", Unit: "lines", Takes: report.MostLines(p), Room: report.TextLines}}
	for _, format := range [...]struct {
		name string
		most func(*quiz.Protocol, draw.Paper) (takes, room float64)
	}{{"pdf", draw.PDFMost}, {"html", draw.HTMLMost}} {
		for _, paper := range draw.Papers {
			takes, room := format.most(p, paper)
			sheets = append(sheets, report.Sheet{
				Language: p.Language, Name: format.name + "-" + string(paper), Unit: "points", Takes: int(math.Ceil(takes)), Room: int(room),
			})
		}
	}
	return sheets
}

// compare finds what changes against the protocol in a folder.
func (a *app) compare(checked *quiz.Checked, against string) error {
	folder, err := openFolder("--against", against)
	if err != nil {
		return err
	}
	before, err := quiz.Load(folder, folder)
	if err != nil {
		return err
	}
	if err := checked.Compare(before); err != nil {
		return failed("%s cannot be compared: %w", against, err)
	}
	return nil
}
