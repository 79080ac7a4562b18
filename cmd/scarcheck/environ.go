package main

import "scarcheck/quiz/words"

// variable is one of the environment.
type variable struct {
	names     string
	onWindows string // the one that counts there instead, "" if it is the same
	means     words.Text
}

// called is how help and man pages call it.
func (v variable) called(l words.Language) string {
	if v.onWindows == "" {
		return v.names
	}
	return l.Sayf("%s (%s on Windows)", v.names, v.onWindows)
}

// variables are those of the environment that make a difference, in the order
// that help and man pages list them. A test finds those that are read.
var variables = []variable{
	{"SCARCHECK_HOME", "", "The folder for drafts and history, as with --data-dir."},
	{"XDG_DATA_HOME", "LOCALAPPDATA", "The folder for the data of programs; drafts and history are in scarcheck there. " +
		"Without it that is ~/.local/share, or ~/Library/Application Support on macOS."},
	{"ACCESSIBLE", "", "With any value the questions come line by line, as with --plain."},
	{"TERM", "", "The kind of terminal. With dumb the questions come line by line."},
	{"NO_COLOR", "", "With any value the full screen shows no colours. It counts before the next two."},
	{"CLICOLOR_FORCE", "", "With any value but 0 the full screen shows colours, whatever TERM says."},
	{"CLICOLOR", "", "With 0 the full screen shows no colours."},
	{"COLUMNS", "", "How wide lines are on a terminal, from 20 to 1000, in line mode and for the result there. " +
		"The full screen and the page keep their own width."},
	{"PAGER", "", "The program that shows summary, explain, history, check and form on a terminal when they are taller than it. " +
		"Without it nothing does. It runs with LESSSECURE=1 and LESSHISTFILE=-, so that less keeps nothing; " +
		"another program may keep what it is shown."},
	{"PAPERSIZE", "", "Your paper: a4 or letter. It counts before the locale."},
	{"LC_ALL, LC_PAPER, LANG", "", "The locale; the first that is set says which paper you have."},
	{"LC_ALL, LC_MESSAGES, LANG", "", "The locale; the first that is set says whether you read Spanish. --lang counts before it."},
	{"LANGUAGE", "", "The languages you read, the one you like best first, as in es:en. It counts before the locale, unless that is C."},
	{"LC_ALL, LC_CTYPE, LANG", "", "The locale; the first that is set says which letters the terminal has. " +
		"If they are not those of UTF-8, Spanish comes without accents there."},
	{"PRINTER, LPDEST, CUPS_SERVER", "", "The print queue and the print service, as for lp."},
	{"TMPDIR", "TEMP", "The folder where a page waits while it is handed to the printer."},
	{"HOME", "USERPROFILE", "Your home folder, for drafts and history, and for a file name that begins with ~/."},
	{"SOURCE_DATE_EPOCH", "", "The time of the assessment, in seconds since 1970, so that the same answers give the same bytes."},
}

// kept are the files that the program keeps in the folder for drafts and
// history, as the man page lists them.
var kept = []struct {
	name  string
	holds words.Text
}{
	{"~/.local/share/scarcheck", "The folder for drafts and history, open to you alone, unless the environment or --data-dir names another one."},
	{"draft.json", "In it: the answers so far, gone once the last one is given."},
	{"assessments/ID.json", "In it: a finished assessment, as summary -f json writes it. scarcheck history forget removes it."},
}
