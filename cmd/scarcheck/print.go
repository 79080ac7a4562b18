package main

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// printOptions say how a page is printed.
type printOptions struct {
	printer string // the name of a print queue, "" for the default one
	copies  int    // from 1 to mostCopies
}

// mostCopies keeps a slip of the finger from emptying the paper tray.
const mostCopies = 99

func (a *app) print() *cobra.Command {
	var printer, copies string
	var paper func() (draw.Paper, error)
	c := &cobra.Command{
		Use:   "print " + a.lang.Say("[ASSESSMENT]"),
		Short: a.lang.Say("Hand the page for the appointment to the print queue"),
		Long: a.lang.Say(`print draws the page to bring to the appointment and hands it to the print queue
of this computer, each page on a sheet of its own. ASSESSMENT is an id from the
history, an answers file, a saved report or the code of a page; - reads standard
input. Left out it is the newest one. It says which queue has the page; whether
the paper comes out, the printer alone knows. Answers given in Spanish can come
out in English: --lang names the language of the page.

The page waits in a private file that is gone when print ends. The print service
can keep a copy of its own for a while, and a printer that others use shows the
page to whoever stands there first. On Windows the page opens in your PDF
viewer, to print from there.

Without --printer it goes to the default queue. PRINTER, LPDEST and CUPS_SERVER
in the environment count as they do for lp.`),
		Example: `  scarcheck print answers.json
  scarcheck print answers.json --printer OFFICE --copies 2
  scarcheck print report.json --paper letter
  scarcheck print --lang en
  scarcheck print - < answers.json`,
		Args: oneAssessment, ValidArgsFunction: a.completeAssessment,
		RunE: func(c *cobra.Command, args []string) error {
			o, err := readPrintFlags(c, printer, copies)
			if err != nil {
				return err
			}
			size, err := paper()
			if err != nil {
				return err
			}
			return a.runPrint(c, named(args), size, o)
		},
	}
	paper = a.paperFlag(c)
	c.Flags().StringVar(&printer, "printer", "", a.lang.Say("the `NAME` of the print queue; lpstat -e lists them"))
	c.Flags().StringVar(&copies, "copies", "1", a.lang.Sayf("print `N` of them, at most %d", mostCopies))
	c.Flags().BoolVar(&a.noCode, "no-code", false, a.lang.Say("leave off the code from which the page can be drawn again"))
	_ = c.RegisterFlagCompletionFunc("copies", cobra.NoFileCompletions)
	_ = c.RegisterFlagCompletionFunc("printer", func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return a.queues(c.Context()), cobra.ShellCompDirectiveNoFileComp
	})
	return c
}

// readPrintFlags checks the flags, each as it was typed, before anything is
// read or drawn.
func readPrintFlags(c *cobra.Command, printer, copies string) (o printOptions, err error) {
	if c.Flags().Changed("printer") && printer == "" {
		return o, usage("--printer takes the name of a print queue; leave it out for the default one")
	}
	n, err := strconv.Atoi(copies)
	if err != nil || n < 1 || n > mostCopies {
		return o, usage("--copies takes a number from 1 to %d", mostCopies)
	}
	return printOptions{printer: printer, copies: n}, nil
}

func (a *app) runPrint(c *cobra.Command, file string, paper draw.Paper, o printOptions) error {
	r, err := a.report(file)
	if err != nil {
		return err
	}
	page, err := a.pagePDF(r, paper)
	if err != nil {
		return failed("drawing the page: %w", err)
	}
	became, err := a.send(c.Context(), page, o)
	if err != nil {
		return withNextStep(c, file, err)
	}
	fmt.Fprintf(a.stderr, "scarcheck: %s\n", became)
	return nil
}

// pagePDF draws the page that is printed.
func (a *app) pagePDF(r *report.Report, paper draw.Paper) ([]byte, error) {
	f, err := draw.Lookup("pdf")
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = f.Draw(&page, r, a.drawing(paper))
	return page.Bytes(), err
}

// chooseError says that a page has no queue to go to, and which there are.
type chooseError struct {
	why    error    // "there is no print queue "OFFCE""
	queues []string // at least one
}

// Error is one sentence.
func (e *chooseError) Error() string { return e.In(words.English) }

// In is the sentence in a language.
func (e *chooseError) In(l words.Language) string {
	if len(e.queues) == 1 {
		return l.Sayf("%s; the one there is: %s", e.why, e.queues[0])
	}
	return l.Sayf("%s; those there are: %s", e.why, strings.Join(e.queues, ", "))
}

// withNextStep adds to an error of print the command that leads on: the same
// with a queue named, or the page as a file.
func withNextStep(c *cobra.Command, file string, err error) error {
	var chosen *chooseError
	switch {
	case errors.As(err, &chosen):
		name := "NAME"
		if len(chosen.queues) == 1 {
			name = chosen.queues[0]
		}
		line := commandLine(c, "print", file, "--printer", name)
		return &exitError{exitCode(err), words.Errorf("%w\nname it: %s", err, line)}
	case exitCode(err) == exitFailed:
		line := commandLine(c, "summary", file, "-f", "pdf", "-o", "page.pdf")
		return failed("%w\nor save the page, open it and print it from there: %s", err, line)
	}
	return err
}

// commandLine is a command to type next, with the flags given to c that change
// the page.
func commandLine(c *cobra.Command, verb, file string, more ...string) string {
	line := []string{"scarcheck", verb, file}
	for _, name := range []string{"lang", "protocol", "unchecked", "paper", "copies"} {
		f := c.Flags().Lookup(name)
		switch {
		case !f.Changed || name == "copies" && verb != "print":
		case f.NoOptDefVal != "": // takes no value
			line = append(line, "--"+name)
		default:
			line = append(line, "--"+name, f.Value.String())
		}
	}
	line = append(line, more...)
	for i, word := range line {
		line[i] = quoted(word)
	}
	return strings.Join(line, " ")
}

// quoted is a word as a shell takes it for one.
func quoted(word string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@%+,"
	if word != "" && strings.Trim(word, plain) == "" {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
