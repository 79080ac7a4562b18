package main

import (
	"strings"

	"scarcheck/quiz/plain"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules/strict"
)

// language is the language to speak: the one that --lang names, else that of the
// environment or the system, else English. The words of help are made before
// cobra parses the flags, so this looks for --lang itself; cobra does too, and
// refuses a language that is none.
func (p *process) language() words.Language {
	if l, ok := spoken(namedLanguage(p.args)); ok {
		return l
	}
	return p.ownLanguage()
}

// namedLanguage is the value of the last --lang among the arguments, "" if there
// is none.
func namedLanguage(args []string) string {
	named := ""
	for i, arg := range args {
		flag, value, within := strings.Cut(arg, "=")
		switch {
		case arg == "--":
			return named
		case flag != "--lang":
		case within:
			named = value
		case i+1 < len(args):
			named = args[i+1]
		}
	}
	return named
}

// ownLanguage is the language of this person. As GNU gettext has it, LANGUAGE
// counts before the locale, unless that is C; what is not spoken there is passed
// over.
func (p *process) ownLanguage() words.Language {
	locale := p.localeFor("LC_MESSAGES")
	if isC(locale) {
		return words.English
	}
	for _, name := range strings.Split(p.getenv("LANGUAGE"), ":") {
		if l, ok := spoken(name); ok {
			return l
		}
	}
	l, _ := spoken(locale)
	return l
}

// speak changes to another language, asked for by name.
func (a *app) speak(l words.Language) {
	a.lang, a.langNamed = l, true
	a.plainLetters(l)
}

// other is the language to offer beside the one spoken, if the questions have
// words in it.
func (a *app) other() (words.Language, bool) {
	for _, tag := range words.Tags() {
		if l, _ := words.Find(tag); l != a.lang && a.hasWordsIn(l) {
			return l, true
		}
	}
	return words.English, false
}

// otherName is what the other language is called, in letters that the terminal
// has.
func (a *app) otherName() string {
	l, ok := a.other()
	switch {
	case !ok:
		return ""
	case a.narrow():
		return strings.ReplaceAll(l.Name(), "ñ", "n")
	}
	return l.Name()
}

// inOther tells a report in the other language.
func (a *app) inOther(r *report.Report) (*report.Report, bool) {
	l, ok := a.other()
	if !ok {
		return nil, false
	}
	p := a.inWordsOf(l)
	if p == nil {
		return nil, false
	}
	return r.Retell(p)
}

// invitation offers the other language, in its own words.
func (a *app) invitation() plain.Other {
	name := a.otherName()
	if name == "" {
		return plain.Other{}
	}
	l, _ := a.other()
	return plain.Other{Name: name, Invites: l.Sayf("To go on in %[1]s, type %[1]s. Then press Enter.", name)}
}

// localeFor is the locale for a category, such as LC_PAPER: that of the first
// variable that is set, else the one that the system keeps elsewhere.
func (p *process) localeFor(category string) string {
	for _, name := range []string{"LC_ALL", category, "LANG"} { // POSIX: the first that is set decides
		if locale := p.getenv(name); locale != "" {
			return locale
		}
	}
	return p.locale
}

// isC reports whether a locale is that of no language.
func isC(locale string) bool {
	locale, _, _ = strings.Cut(locale, ".")
	return locale == "" || locale == "C" || locale == "POSIX"
}

// spoken is the language of a locale such as es, es-419 or es_MX.UTF-8, if the
// program speaks it.
func spoken(locale string) (words.Language, bool) {
	tag, _, _ := strings.Cut(locale, "_")
	tag, _, _ = strings.Cut(tag, "-")
	tag, _, _ = strings.Cut(tag, ".")
	tag, _, _ = strings.Cut(tag, "@")
	return words.Find(strings.ToLower(tag))
}

// langFlag is the value of --lang.
type langFlag struct{ a *app }

// Set takes the name of a language.
func (f langFlag) Set(name string) error {
	l, ok := spoken(name)
	if !ok {
		return noLanguage(name)
	}
	f.a.lang, f.a.langNamed = l, true
	return nil
}

// String is the language that was named, "" if none was.
func (f langFlag) String() string {
	if f.a == nil || !f.a.langNamed {
		return ""
	}
	return f.a.lang.Tag()
}

// Type is how pflag calls the kind of the value.
func (f langFlag) Type() string { return "language" }

// callings are names that languages have beside their tags.
var callings = [...]struct{ name, tag string }{
	{"english", "en"}, {"inglés", "en"}, {"spanish", "es"}, {"español", "es"}, {"castellano", "es"},
}

// noLanguage refuses a language, and lists those there are.
func noLanguage(name string) error {
	tags := words.Tags()
	known := tags
	for _, c := range callings {
		known = append(known, c.name)
	}
	near, ok := strict.Nearest(name, known)
	if !ok {
		return usage("there is no language %q; --lang takes %s", name, strings.Join(tags, ", "))
	}
	for _, c := range callings {
		if c.name == near {
			near = c.tag
		}
	}
	return usage("there is no language %q, did you mean %q? --lang takes %s", name, near, strings.Join(tags, ", "))
}
