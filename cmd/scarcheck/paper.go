package main

import "strings"

// papers are the papers a page can be drawn for, the first one the default.
var papers = []string{"a4", "letter"}

// letterTerritories are the countries and areas that print on US Letter, by
// the paper sizes of the Unicode CLDR (supplemental data, measurementData).
// Everybody else prints on A4.
const letterTerritories = " BZ CA CL CO CR GT MX NI PA PH PR SV US VE "

// paper is the paper that this person most likely has: the one that PAPERSIZE
// names, else the one of the territory of the locale.
func (p *process) paper() string {
	if named, ok := paperNamed(p.getenv("PAPERSIZE")); ok {
		return named
	}
	for _, name := range []string{"LC_ALL", "LC_PAPER", "LANG"} { // POSIX: the first that is set decides
		if locale := p.getenv(name); locale != "" {
			return localePaper(locale)
		}
	}
	return localePaper(systemLocale())
}

// paperNamed finds a paper by its name, as people write it.
func paperNamed(name string) (string, bool) {
	for _, paper := range papers {
		if strings.EqualFold(strings.TrimSpace(name), paper) {
			return paper, true
		}
	}
	return "", false
}

// localePaper is the paper of a locale such as en_US.UTF-8, es-MX or
// sr_RS@latin. A locale without a territory, C among them, has A4.
func localePaper(locale string) string {
	locale, _, _ = strings.Cut(locale, "@")
	locale, _, _ = strings.Cut(locale, ".")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	for i, part := range parts {
		if i > 0 && len(part) == 2 && strings.Contains(letterTerritories, " "+strings.ToUpper(part)+" ") {
			return "letter"
		}
	}
	return "a4"
}
