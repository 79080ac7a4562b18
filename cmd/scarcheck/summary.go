package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

func (a *app) summary() *cobra.Command {
	format, out := "", ""
	var paper func() (draw.Paper, error)
	c := &cobra.Command{
		Use:   "summary " + a.lang.Say("[ASSESSMENT]"),
		Short: a.lang.Say("Draw the page for the appointment, in any format"),
		Long: a.lang.Say(`summary draws the page to bring to the appointment. ASSESSMENT is an id from the
history, an answers file, a report saved as JSON, or the code that stands on a
page; - reads a file or a code from standard input. Left out it is the newest
assessment on this computer. A code holds no answers in your own words. Typed
after summary it may stay in your shell's history; - leaves no trace there.

What was saved is drawn in the language that it was made in, unless --lang names
another one.`),
		Example: `  scarcheck summary -o page.pdf
  scarcheck summary answers.json
  scarcheck summary answers.json -o page.pdf
  scarcheck summary report.json -f text
  scarcheck summary report.json -o page.pdf --lang en
  scarcheck summary 9M83P-90RJB-8SE3V-NXZ0M-YWXMZ-WD70X
  echo '{"protocol": "acne-scar@1", "answers": {"lesions": ["comedones"]}}' | scarcheck summary - -f json`,
		Args: oneAssessment, ValidArgsFunction: a.completeAssessment,
		RunE: func(c *cobra.Command, args []string) error {
			f, err := formatFor(c, format, out)
			if err != nil {
				return err
			}
			size, err := paper()
			if err != nil {
				return err
			}
			if f.Binary && out == "" && a.width > 0 {
				return usage("%s is not for a screen; name a file for it: -o page%s", f.Name, f.Endings[0])
			}
			r, err := a.report(named(args))
			if err != nil {
				return err
			}
			return a.draw(f, r, size, out)
		},
	}
	paper = a.paperFlag(c)
	names := draw.Names()
	c.Flags().StringVarP(&format, "format", "f", names[0], a.lang.Sayf("the `FORMAT`: %s; without it the ending of -o decides", strings.Join(names, ", ")))
	c.Flags().StringVarP(&out, "output", "o", "", a.lang.Say("write to this `FILE` instead of standard output"))
	c.Flags().BoolVar(&a.noCode, "no-code", false, a.lang.Say("leave off the code from which the page can be drawn again"))
	c.Flags().BoolVar(&a.sensitive, "include-sensitive", false, a.lang.Say("put the answer about hurting yourself on this one page"))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// formatFor is the format that was asked for, or without -f the one that the
// ending of the file stands for.
func formatFor(c *cobra.Command, named, out string) (draw.Format, error) {
	if out != "" && !c.Flags().Changed("format") {
		if f, err := draw.ByEnding(out); err == nil {
			return f, nil
		}
	}
	f, err := draw.Lookup(named)
	if err != nil {
		return f, usage("%w", err)
	}
	return f, nil
}

// draw writes the whole drawing or nothing.
func (a *app) draw(f draw.Format, r *report.Report, paper draw.Paper, out string) error {
	page, err := a.drawn(f, r, paper)
	switch {
	case err != nil:
		return err
	case out != "":
		return replaceFile(out, page)
	}
	return a.scroll(a.unpaged(page))
}

// leaveText writes the page where it stays in the window, after the questions.
func (a *app) leaveText(r *report.Report) error {
	page, err := a.drawn(draw.Formats[0], r, a.paper())
	if err != nil {
		return err
	}
	return a.write(a.unpaged(page))
}

func (a *app) drawn(f draw.Format, r *report.Report, paper draw.Paper) ([]byte, error) {
	var page bytes.Buffer
	if err := f.Draw(&page, r, a.drawing(paper)); err != nil {
		return nil, failed("drawing as %s: %w", f.Name, err)
	}
	return page.Bytes(), nil
}

// unpaged is a drawing without form feeds where standard output is a terminal:
// they are for paper, and a terminal would skip a line or clear itself.
func (a *app) unpaged(page []byte) []byte {
	if a.width == 0 {
		return page
	}
	return bytes.ReplaceAll(page, []byte("\f"), nil)
}

// drawText draws a page as text, to read now.
func (a *app) drawText(r *report.Report) error { return a.draw(draw.Formats[0], r, a.paper(), "") }

// drawing is how pages are drawn on this paper.
func (a *app) drawing(paper draw.Paper) draw.Options {
	return draw.Options{
		Paper: paper, Protocol: a.inWordsOf,
		Warn: func(what error) { fmt.Fprintln(a.stderr, "scarcheck: "+a.lang.Tell(what)) },
	}
}

// atHand is the questionnaire in use, nil if it cannot be used.
func (a *app) atHand() *quiz.Protocol {
	p, err := a.protocol()
	if err != nil {
		return nil
	}
	return p
}

// one asks for exactly one argument and says what it is.
func one(what words.Text) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 1:
			return nil
		case 0:
			return usage("%s needs %s; see scarcheck %s --help", c.Name(), what, c.Name())
		}
		return usage("%s takes one file, not %d; see scarcheck %s --help", c.Name(), len(args), c.Name())
	}
}
