package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"sync"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/plain"
	"scarcheck/quiz/report"
	"scarcheck/quiz/tui"
)

// ask runs the questionnaire, on the whole screen where there is one.
func (a *app) ask(lineMode bool) error {
	theme, ok := map[string]tui.Theme{"auto": tui.Auto, "light": tui.Light, "dark": tui.Dark}[a.theme]
	if !ok {
		return usage("--theme takes auto, light or dark")
	}
	p, err := a.protocol()
	if err != nil {
		return err
	}
	if lineMode || !a.screen || a.getenv("ACCESSIBLE") != "" || a.getenv("TERM") == "dumb" {
		return a.askPlain(p.Start())
	}
	return a.askScreen(p.Start(), theme)
}

func (a *app) askScreen(s quiz.Session, theme tui.Theme) error {
	var printing sync.WaitGroup
	out, err := tui.Run(context.Background(), tui.Options{
		Session: s, In: a.stdin, Out: a.stdout, Environ: a.env, Theme: theme,
		Build:   func(answers quiz.Answers) *report.Report { return a.build(s.Protocol(), answers) },
		Suggest: a.pageName(), Endings: endings(), Save: a.saveSilently,
		Queues: func() []string { return a.queues(context.Background()) },
		Print: func(r *report.Report, queue string) (string, error) {
			printing.Add(1)
			defer printing.Done()
			return a.printFromScreen(r, queue)
		},
		Page: pageText,
	})
	printing.Wait() // who leaves while the page is handed over must not leave its file behind
	switch {
	case errors.Is(err, tui.ErrGone):
		return &exitError{exitStopped, err}
	case out.Interrupted && out.Report == nil:
		return interrupted()
	case out.Interrupted:
		return &exitError{exitInterrupted, errors.New("stopped")}
	case err != nil:
		return failed("the screen stopped: %w", err)
	case out.Keep && out.Report != nil:
		return a.keep(out.Report)
	}
	return nil
}

// endings are those of all formats, that of the suggested name first.
func endings() []tui.Ending {
	var all []tui.Ending
	for _, f := range draw.Formats {
		all = append(all, tui.Ending{Name: f.Endings[0], About: f.About})
	}
	return all
}

// printFromScreen hands the page to a print queue.
func (a *app) printFromScreen(r *report.Report, queue string) (became string, err error) {
	page, err := a.pagePDF(r, a.paper())
	if err != nil {
		return "", err
	}
	return a.send(context.Background(), page, printOptions{printer: queue, copies: 1})
}

// pageText is the page as it goes to the clipboard, without the form feed for
// paper.
func pageText(r *report.Report) string {
	var page strings.Builder
	if err := report.Text(&page, r); err != nil {
		return "" // a strings.Builder takes everything
	}
	return strings.ReplaceAll(page.String(), "\f", "")
}

func interrupted() error {
	return &exitError{exitInterrupted, errors.New("stopped; nothing was saved")}
}

// askPlain holds the dialogue on standard error, so that standard output has
// the result and nothing else.
func (a *app) askPlain(s quiz.Session) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- a.dialogue(s) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done(): // a read from the terminal cannot be called off; leaving ends it
		fmt.Fprintln(a.stderr)
		return interrupted()
	}
}

func (a *app) dialogue(s quiz.Session) error {
	d := plain.New(a.stdin, a.stderr, a.width)
	s, err := d.Ask(s)
	if errors.Is(err, plain.ErrEnded) {
		return &exitError{exitStopped, errors.New("stopped before the last question; nothing was saved")}
	}
	if err != nil {
		return failed("reading the answers: %w", err)
	}
	r := a.build(s.Protocol(), s.Result())
	if s.Crisis() {
		a.warn(s.Protocol().Guideline.Crisis.Title, s.Protocol().Guideline.Crisis.Says)
	}
	if !a.screen {
		return a.keep(r)
	}
	if _, err := fmt.Fprint(a.stdout, report.Sections(r.Screen(), a.width)); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return d.Save(a.pageName(), func(name string, replace bool) (string, error) { return a.save(name, r, replace) })
}
