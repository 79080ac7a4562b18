package tui

import (
	"context"
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// Theme says which colours suit the terminal's background.
type Theme uint8

// The themes. Auto asks the terminal and shows no colours until it answers.
const (
	Auto Theme = iota
	Light
	Dark
)

// Options is all that the screen needs from outside. What it is to say is in the
// language of the session's protocol, as is what the functions return.
type Options struct {
	Session quiz.Session // where to start
	In      io.Reader    // the terminal, to read keys from
	Out     io.Writer    // the terminal, to draw on
	Environ []string     // for TERM, NO_COLOR, CLICOLOR, CLICOLOR_FORCE
	Theme   Theme

	// Other is the name of a language that the person can change to at the
	// welcome, "" for none. Changing ends Run, to be run again in it.
	Other string
	// Offer is what an earlier time left unfinished; nil for nothing.
	Offer *Offer
	// Notice is told before anything else, a paragraph each.
	Notice []string
	// Kept is told after the welcome: that answers outlive the program, "" where
	// they do not.
	Kept string
	// Keep puts the session where it outlives the program. It is called outside
	// of the screen's own work, never twice at once, and nil where nothing is
	// to be kept.
	Keep func(quiz.Session) error

	// Pauses is how a shell stops the program for a while; nil where none can.
	Pauses *Pauses

	// Build makes the report for these answers.
	Build func(quiz.Answers) *report.Report
	// Suggest is the file name to suggest for saving; its ending is the first
	// of Endings.
	Suggest string
	// Endings are the endings of file names that Save knows.
	Endings []Ending
	// Save writes the report and returns where. Without replace, an error
	// that is fs.ErrExist makes the screen ask whether to replace the file.
	Save func(name string, r *report.Report, replace bool) (path string, err error)
	// Queues lists the print queues, and Print hands the report to one of them
	// ("" is the default one) and says what became of it. Both may take a while.
	// Print is nil where nothing can be printed.
	Queues func() []string
	Print  func(r *report.Report, queue string) (became string, err error)
	// Retell tells a report in the other language, for a doctor who reads that;
	// false if it cannot. It is nil where Other is "".
	Retell func(*report.Report) (*report.Report, bool)
	// Page is the report as text for the clipboard.
	Page func(*report.Report) string
}

// Ending is the ending of a file name, such as ".pdf", and what such a file is
// for.
type Ending struct{ Name, About string }

// Offer is a session from an earlier time, to go on with or not.
type Offer struct {
	Session quiz.Session
	About   []string // when that was, and what became of its answers; a paragraph each
}

// Pauses is how a shell stops the program for a while and lets it go on. The
// terminal is the shell's meanwhile.
type Pauses struct {
	Asked <-chan struct{} // somebody other than the person at the keys asks for it
	Stop  func()          // stops the program, and returns when it goes on
}

// Outcome is how the conversation ended.
type Outcome struct {
	Session     quiz.Session   // with all answers given
	Report      *report.Report // nil if the result was not reached
	Page        *report.Report // the same in the language that the page was last shown in
	Keep        bool           // the person wants the page to stay in the window: print it
	Forget      bool           // the person wants nothing to be kept
	Other       bool           // the person wants to go on in the other language
	Interrupted bool           // stopped by Ctrl+C, a signal, or the end of the terminal
}

// ErrGone is returned when the terminal went away while questions were open.
var ErrGone = words.New("the terminal is gone")

// framesPerSecond keeps the wait from a key to its frame below 9 ms.
const framesPerSecond = 120

// Run shows the questionnaire until the person leaves. The outcome holds the
// session as it stands, also beside an error, which is ErrGone when the
// terminal went away, or what stopped the screen.
func Run(ctx context.Context, o Options) (Outcome, error) {
	m := newModel(&o)
	program := tea.NewProgram(m,
		tea.WithInput(watch(o.In)), tea.WithOutput(o.Out), tea.WithEnvironment(o.Environ),
		tea.WithColorProfile(profile(o.Environ)), tea.WithFPS(framesPerSecond))
	m.abort = func() { go program.Quit() }
	// Not tea.WithContext: in Bubble Tea v2.1.1 that closes the input while it
	// is still read, which is a race.
	stop := context.AfterFunc(ctx, program.Quit)
	defer stop()
	if o.Pauses != nil {
		ended := make(chan struct{})
		defer close(ended)
		go o.Pauses.pass(program, ended)
		m.stopped = func() tea.Msg { return o.Pauses.hold(program) }
	}
	last, err := program.Run()
	if final, ok := last.(*model); ok {
		m = final
	}
	_ = m.keeper.wait()
	out := Outcome{Session: m.session, Report: m.report, Page: m.page, Keep: m.keep, Forget: m.forget, Other: m.other, Interrupted: m.interrupted || !m.done}
	switch {
	case m.crash != nil:
		return out, m.crash
	case errors.Is(err, tea.ErrInterrupted):
		return out, nil
	case errors.Is(err, ErrGone), hungUp(err):
		return out, ErrGone
	case err == nil && !m.done && ctx.Err() != nil:
		return out, ctx.Err()
	case err != nil:
		return out, words.Errorf("drawing on the terminal: %w", err)
	}
	return out, nil
}

// pass hands requests to pause to the program until it has ended.
func (p *Pauses) pass(program *tea.Program, ended <-chan struct{}) {
	for {
		select {
		case <-p.Asked:
			program.Send(pauseMsg{})
		case <-ended:
			return
		}
	}
}

// hold gives the terminal back while the program is stopped.
func (p *Pauses) hold(program *tea.Program) tea.Msg {
	if program.ReleaseTerminal() == nil {
		p.Stop()
		_ = program.RestoreTerminal() // one that is gone is noticed by the next read
	}
	return nil
}
