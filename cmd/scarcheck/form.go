package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/form"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/words"
)

func (a *app) form() *cobra.Command {
	format, out := "", ""
	var paper func() (draw.Paper, error)
	c := &cobra.Command{
		Use:   "form",
		Short: a.lang.Say("Draw the blank questionnaire for pen and paper"),
		Long: a.lang.Say(`form draws the whole questionnaire for pen and paper: one sheet, both sides. It
says in words who answers which question. Answers on paper are judged when
someone types them in: scarcheck asks in the same order.

The question about hurting yourself is not on the form, because paper cannot
answer it. In its place the form tells everyone where to find help.`),
		Example: `  scarcheck form -f pdf -o form.pdf
  scarcheck form -f pdf --paper letter -o form.pdf
  scarcheck form --protocol clinic -o form.txt`,
		Args:              none("form draws a blank form; see scarcheck summary for one with answers"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			f, err := form.Lookup(format)
			if err != nil {
				return usage("%w", err)
			}
			size, err := paper()
			if err != nil {
				return err
			}
			return a.drawForm(f, size.Sheet(), out)
		},
	}
	names := form.Names()
	c.Flags().StringVarP(&format, "format", "f", names[0], a.lang.Sayf("the `FORMAT`: %s", a.lang.Or(names)))
	c.Flags().StringVarP(&out, "output", "o", "", a.lang.Say("write to this `FILE` instead of standard output"))
	paper = a.paperFlag(c)
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// drawForm writes the whole form or nothing.
func (a *app) drawForm(f form.Format, sheet pdf.Paper, out string) error {
	if f.Binary && out == "" && a.width > 0 {
		return usage("%s is not for a terminal; write it to a file with -o form.%[1]s", f.Name)
	}
	p, err := a.protocol()
	if err != nil {
		return err
	}
	var drawn bytes.Buffer
	o := form.Options{Program: program(), Paper: sheet, Warn: func(sentence string) { fmt.Fprintln(a.stderr, "scarcheck: "+sentence) }}
	if err := f.Draw(&drawn, p, o); err != nil {
		return failed("drawing the form as %s: %w", f.Name, err)
	}
	if out != "" {
		return replaceFile(out, drawn.Bytes())
	}
	page := drawn.Bytes()
	if a.width > 0 { // a form feed is for paper
		page = bytes.ReplaceAll(page, []byte("\f"), []byte("\n"))
	}
	return a.scroll(page)
}

// none asks for no argument and says why.
func none(why words.Text) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage(why)
		}
		return nil
	}
}
