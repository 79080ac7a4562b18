package main

// variables are those of the environment that make a difference, in the order
// that help and man pages list them. A test finds those that are read.
var variables = []struct{ names, means string }{
	{"ACCESSIBLE", "With any value the questions come line by line, as with --plain."},
	{"TERM", "The kind of terminal. With dumb the questions come line by line."},
	{"NO_COLOR", "With any value the full screen shows no colours. It counts before the next two."},
	{"CLICOLOR_FORCE", "With any value but 0 the full screen shows colours, whatever TERM says."},
	{"CLICOLOR", "With 0 the full screen shows no colours."},
	{"COLUMNS", "How wide lines are on a terminal, from 20 to 1000, in line mode and for the result there. " +
		"The full screen and the page keep their own width."},
	{"PAGER", "The program that shows summary, explain, check and form on a terminal when they are taller than it. " +
		"Without it nothing does. It runs with LESSSECURE=1 and LESSHISTFILE=-, so that less keeps nothing; " +
		"another program may keep what it is shown."},
	{"PAPERSIZE", "Your paper: a4 or letter. It counts before the locale."},
	{"LC_ALL, LC_PAPER, LANG", "The locale; the first that is set says which paper you have."},
	{"PRINTER, LPDEST, CUPS_SERVER", "The print queue and the print service, as for lp."},
	{"TMPDIR (TEMP on Windows)", "The folder where a page waits while it is handed to the printer."},
	{"HOME (USERPROFILE on Windows)", "Your home folder, for a file name that begins with ~/ at the end of the questions."},
	{"SOURCE_DATE_EPOCH", "The time of the assessment, in seconds since 1970, so that the same answers give the same bytes."},
}
