package main

import (
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/draw"
)

// letterTerritories are the countries and areas that print on US Letter, by
// the paper sizes of the Unicode CLDR (supplemental data, measurementData).
// Everybody else prints on A4.
const letterTerritories = " BZ CA CL CO CR GT MX NI PA PH PR SV US VE "

// paper is the paper that this person most likely has: the one that PAPERSIZE
// names, else the one of the territory of the locale.
func (p *process) paper() draw.Paper {
	if named, err := draw.ParsePaper(p.getenv("PAPERSIZE")); err == nil {
		return named
	}
	return localePaper(p.localeFor("LC_PAPER"))
}

// paperFlag adds --paper to a command and returns what it was given.
func (a *app) paperFlag(c *cobra.Command) func() (draw.Paper, error) {
	named, names := "", draw.PaperNames()
	c.Flags().StringVar(&named, "paper", string(a.paper()), a.lang.Sayf("the `PAPER`: %s; without it that of PAPERSIZE, or of your locale", a.lang.Or(names)))
	_ = c.Flags().SetAnnotation("paper", ownDefault, nil) // the flag is there
	_ = c.RegisterFlagCompletionFunc("paper", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return func() (draw.Paper, error) {
		paper, err := draw.ParsePaper(named)
		if err != nil {
			return "", usage("--paper takes %s", a.lang.Or(names))
		}
		return paper, nil
	}
}

// localePaper is the paper of a locale such as en_US.UTF-8, es-MX or
// sr_RS@latin. A locale without a territory, C among them, has A4.
func localePaper(locale string) draw.Paper {
	locale, _, _ = strings.Cut(locale, "@")
	locale, _, _ = strings.Cut(locale, ".")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	for i, part := range parts {
		if i > 0 && len(part) == 2 && strings.Contains(letterTerritories, " "+strings.ToUpper(part)+" ") {
			return draw.Letter
		}
	}
	return draw.A4
}
