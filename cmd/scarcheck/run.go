package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/tui"
	"scarcheck/quiz/words"
)

// app is what the verbs share.
type app struct {
	process
	lang      words.Language
	langNamed bool // by the person, and not found in the environment
	theme     string
	sensitive bool
	noCode    bool
	folder    string // of the protocol to use, "" for the program's own
	unchecked bool   // use it though nothing vouches for it

	dataFolder string // that drafts and assessments are kept in, "" for the user's own
	noSave     bool   // keep nothing

	shelf shelf // the questionnaire in use
}

// run is the whole program: it reads the arguments, does what they say and
// returns the exit code.
func run(p process) int {
	l := p.language()
	p.plainLetters(l)
	return (&app{process: p, lang: l}).run()
}

// run is the program in one language. Go would print the words of a fault of the
// program, and with the stack its arguments: there may be answers in both.
func (a *app) run() (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(a.stderr, "scarcheck: %s\n", tell(a.lang, crashed(tui.CrashOf(fault), "nothing more was done")))
			code = exitFailed
		}
	}()
	if a.lang != words.English { // what cobra v1.10.2 says on Windows to who double-clicks on the program
		cobra.MousetrapHelpText = a.lang.Say("This is a command line tool.\n\nYou need to open cmd.exe and run it from there.\n")
	}
	root := a.root()
	root.SetArgs(a.args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.Execute()
	if err != nil && err.Error() != "" {
		fmt.Fprintf(a.stderr, "scarcheck: %s\n", tell(a.lang, err))
	}
	return exitCode(err)
}

// program is how reports name this program.
func program() string { return "scarcheck " + version() }

func (a *app) build(p *quiz.Protocol, answers quiz.Answers) *report.Report {
	return a.buildAfter(nil, p, answers)
}

// buildAfter is build, with what changed since the assessment before.
func (a *app) buildAfter(last *report.Report, p *quiz.Protocol, answers quiz.Answers) *report.Report {
	return report.Build(p, answers, report.Options{Program: program(), Now: a.clock(), Sensitive: a.sensitive, Last: last})
}

// root is the program as cobra has it: the verbs, each with its words in the
// language.
func (a *app) root() *cobra.Command {
	var tellVersion bool
	var o askOptions
	root := &cobra.Command{
		Use:   "scarcheck",
		Short: a.lang.Say("A private, offline questionnaire about the risk of acne scars"),
		Long: a.lang.Say(`scarcheck asks about acne, habits and family, then tells which risk factors for
acne scars you reported, what you can do, and how soon to see a dermatologist.
At the end you can save a page to bring to the visit. It takes about three
minutes. It is not a diagnosis, and nothing leaves this computer.`),
		Example:       rootExamples(a.lang),
		Args:          noVerb,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(*cobra.Command, []string) error {
			if tellVersion { // not by cobra's template; TestNoTemplates says why
				return a.write(fmt.Appendf(nil, "%s (%s)\n", program(), a.lang.Sayf("protocol %s", carried)))
			}
			return a.ask(o)
		},
	}
	root.SetFlagErrorFunc(badFlag)
	root.SetUsageFunc(a.drawUsage)
	root.Flags().BoolVarP(&tellVersion, "version", "v", false, a.lang.Say("show the version of the program and of its protocol"))
	a.askFlags(root, &o)
	a.everyVerbFlags(root)
	root.AddCommand(a.history(), a.summary(), a.print(), a.form(), a.explain(), a.batch(), a.check(), a.writeProtocol(),
		a.completion(), a.man(), a.environment(), a.exitCodes())
	root.SetHelpCommand(a.help())
	if a.lang != words.English {
		helpFlags(a.lang, root)
	}
	return root
}

// rootExamples are commands to begin with, and what each is for.
func rootExamples(l words.Language) string {
	lines := ""
	for _, example := range []struct {
		command string
		about   words.Text
	}{
		{"scarcheck", "ask, then show the result"},
		{"scarcheck --plain", "line by line, for screen readers"},
		{"scarcheck --lang es", "the same in Spanish"},
		{"scarcheck summary answers.json", "draw the page from an answers file"},
		{"scarcheck summary answers.json -f json", "the same as data, for programs"},
		{"scarcheck print answers.json", "hand the page to the print queue"},
		{"scarcheck form -f pdf -o form.pdf", "the blank questionnaire for pen and paper"},
		{"scarcheck explain answers.json", "why each rule fired, or did not"},
		{"scarcheck batch answers.jsonl", "many at once, one a line"},
		{"scarcheck check", "look for faults in the questions and rules, and prove them"},
	} {
		lines += fmt.Sprintf("  %-38s    %s\n", example.command, l.Say(example.about))
	}
	return strings.TrimSuffix(lines, "\n")
}

// askFlags are those of asking, which is what the program does without a verb.
func (a *app) askFlags(root *cobra.Command, o *askOptions) {
	themes := []string{"auto", "light", "dark"}
	root.Flags().BoolVar(&o.plain, "plain", false, a.lang.Say("ask line by line, for screen readers and pipes"))
	root.Flags().BoolVar(&o.resume, "resume", false, a.lang.Say("go on where you stopped, without asking"))
	root.Flags().BoolVar(&o.afresh, "new", false, a.lang.Say("start afresh, without asking"))
	root.Flags().BoolVar(&a.noSave, "no-save", false, a.lang.Say("keep nothing on this computer: no draft, no history"))
	root.Flags().StringVar(&a.theme, "theme", "auto", a.lang.Sayf("the `BACKGROUND` of the terminal, for colours that suit it: %s", a.lang.Or(themes)))
	root.MarkFlagsMutuallyExclusive("resume", "new")
	root.MarkFlagsMutuallyExclusive("resume", "no-save")
	root.MarkFlagsMutuallyExclusive("plain", "theme")
	_ = root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes, cobra.ShellCompDirectiveNoFileComp))
}

// everyVerbFlags are those that each verb takes.
func (a *app) everyVerbFlags(root *cobra.Command) {
	flags, tags := root.PersistentFlags(), words.Tags()
	flags.StringVar(&a.dataFolder, "data-dir", "", a.lang.Say("keep drafts and history in the folder `DIR`; also SCARCHECK_HOME"))
	flags.Var(langFlag{a}, "lang", a.lang.Sayf("the `LANGUAGE` to speak: %s; without it that of your locale", a.lang.Or(tags)))
	flags.StringVar(&a.folder, "protocol", "", a.lang.Say("use the questions and rules in the folder `DIR`; see scarcheck protocol"))
	flags.BoolVar(&a.unchecked, "unchecked", false, a.lang.Say("with --protocol: use them unchecked; every page says so"))
	_ = root.MarkPersistentFlagDirname("data-dir")
	_ = root.MarkPersistentFlagDirname("protocol")
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(tags, cobra.ShellCompDirectiveNoFileComp))
}
