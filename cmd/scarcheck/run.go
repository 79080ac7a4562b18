package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// app is what the verbs share.
type app struct {
	process
	theme     string
	sensitive bool
	noCode    bool
	folder    string // of the protocol to use, "" for the program's own
	unchecked bool   // use it though nothing vouches for it

	dataFolder string // that drafts and assessments are kept in, "" for the user's own
	noSave     bool   // keep nothing
}

// run is the whole program: it reads the arguments, does what they say and
// returns the exit code.
func run(p process) int {
	a := &app{process: p}
	root := a.root()
	root.SetArgs(p.args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	err := root.Execute()
	if err != nil && err.Error() != "" {
		fmt.Fprintf(p.stderr, "scarcheck: %s\n", tell(err))
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

func (a *app) root() *cobra.Command {
	var tellVersion bool
	var o askOptions
	root := &cobra.Command{
		Use:   "scarcheck",
		Short: "A private, offline questionnaire about the risk of acne scars",
		Long: `scarcheck asks about acne, habits and family, then tells which risk factors for
acne scars you reported, what you can do, and how soon to see a dermatologist.
At the end you can save a page to bring to the visit. It takes about three
minutes. It is not a diagnosis, and nothing leaves this computer.`,
		Example: `  scarcheck                                 ask, then show the result
  scarcheck --plain                         line by line, for screen readers
  scarcheck summary answers.json            draw the page from an answers file
  scarcheck summary answers.json -f json    the same as data, for programs
  scarcheck print answers.json              hand the page to the print queue
  scarcheck form -f pdf -o form.pdf         the blank questionnaire for pen and paper
  scarcheck explain answers.json            why each rule fired, or did not
  scarcheck batch answers.jsonl             many at once, one a line
  scarcheck check                           look for faults in the questions and rules, and prove them`,
		Args:          noVerb,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(*cobra.Command, []string) error {
			if tellVersion { // not by cobra's template; TestNoTemplates says why
				return a.write(fmt.Appendf(nil, "%s (protocol %s)\n", program(), carried))
			}
			return a.ask(o)
		},
	}
	root.SetFlagErrorFunc(badFlag)
	root.Flags().BoolVarP(&tellVersion, "version", "v", false, "show the version of the program and of its protocol")
	root.Flags().BoolVar(&o.plain, "plain", false, "ask line by line, for screen readers and pipes")
	root.Flags().BoolVar(&o.resume, "resume", false, "go on where you stopped, without asking")
	root.Flags().BoolVar(&o.afresh, "new", false, "start afresh, without asking")
	root.Flags().BoolVar(&a.noSave, "no-save", false, "keep nothing on this computer: no draft, no history")
	root.PersistentFlags().StringVar(&a.dataFolder, "data-dir", "", "keep drafts and history in the folder `DIR`; also SCARCHECK_HOME")
	_ = root.MarkPersistentFlagDirname("data-dir")
	root.MarkFlagsMutuallyExclusive("resume", "new")
	root.MarkFlagsMutuallyExclusive("resume", "no-save")
	root.Flags().StringVar(&a.theme, "theme", "auto", "the `BACKGROUND` of the terminal, for colours that suit it: auto, light or dark")
	root.PersistentFlags().StringVar(&a.folder, "protocol", "", "use the questions and rules in the folder `DIR`; see scarcheck protocol")
	root.PersistentFlags().BoolVar(&a.unchecked, "unchecked", false, "with --protocol: use them unchecked; every page says so")
	_ = root.MarkPersistentFlagDirname("protocol")
	root.MarkFlagsMutuallyExclusive("plain", "theme")
	_ = root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions([]string{"auto", "light", "dark"}, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(a.history(), a.summary(), a.print(), a.form(), a.explain(), a.batch(), a.check(), a.writeProtocol(),
		a.completion(), a.man(), environment(), exitCodes())
	root.SetHelpCommand(help())
	return root
}
