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
	"scarcheck/quiz/words"
)

// askOptions are the flags of asking.
type askOptions struct {
	plain  bool
	resume bool // go on with the draft, without asking
	afresh bool // start anew, without asking
}

// ask runs the questionnaire, on the whole screen where there is one, until it
// ends in the language that the person wants.
func (a *app) ask(o askOptions) error {
	for {
		err := a.askOnce(o)
		if !errors.Is(err, errOther) {
			return err
		}
		l, _ := a.other()
		a.speak(l)
	}
}

// errOther asks for the same in the other language.
var errOther = errors.New("the other language")

func (a *app) askOnce(o askOptions) error {
	theme, ok := map[string]tui.Theme{"auto": tui.Auto, "light": tui.Light, "dark": tui.Dark}[a.theme]
	if !ok {
		return usage("--theme takes auto, light or dark")
	}
	p, err := a.protocol()
	if err != nil {
		return err
	}
	k := a.keep(p)
	defer k.close()
	s := p.Start()
	switch {
	case o.afresh:
		k.offer = nil
	case o.resume && k.offer == nil:
		k.tell(a.lang.Say("There is nothing to go on with, so the questions start anew."))
	case o.resume:
		s, k.notice, k.offer = *k.offer, append(k.notice, k.about[1:]...), nil
	}
	lacking := a.lang != words.English && a.narrow() // letters that a full screen needs in their places
	if o.plain || lacking || !a.screen || a.getenv("ACCESSIBLE") != "" || a.getenv("TERM") == "dumb" {
		return a.askPlain(s, k)
	}
	return a.askScreen(s, k, theme)
}

func (a *app) askScreen(s quiz.Session, k *keeping, theme tui.Theme) error {
	ctx, stop := ending()
	defer stop()
	pauses, goOn := pauses()
	defer goOn()
	var printing sync.WaitGroup
	o := tui.Options{
		Session: s, In: a.stdin, Out: a.stdout, Environ: a.env, Theme: theme,
		Other: a.otherName(), Notice: k.notice, Kept: k.promise, Keep: k.saver(), Pauses: pauses,
		Build:   func(answers quiz.Answers) *report.Report { return a.buildAfter(k.last, s.Protocol(), answers) },
		Suggest: a.pageName(), Endings: a.endings(), Save: a.saveSilently,
		Queues: func() []string { return a.queues(context.Background()) },
		Print: func(r *report.Report, queue string) (string, error) {
			printing.Add(1)
			defer printing.Done()
			return a.printFromScreen(r, queue)
		},
		Retell: a.inOther, Page: pageText,
	}
	if k.offer != nil {
		o.Offer = &tui.Offer{Session: *k.offer, About: k.about}
	}
	out, err := tui.Run(ctx, o)
	printing.Wait() // who leaves while the page is handed over must not leave its file behind
	return a.left(out, err, k)
}

// ending returns a context that one of the ends cancels. The signals stay caught
// after it: a window that was closed may send its own when the program is ending
// already, and would kill it before its exit code.
func ending() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, ends...)
	go func() {
		select {
		case <-caught:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

// left does what the end of the screen asks for.
func (a *app) left(out tui.Outcome, err error, k *keeping) error {
	var crash *tui.Crash
	switch {
	case errors.As(err, &crash):
		return crashed(crash, k.kept())
	case errors.Is(err, tui.ErrGone):
		return &exitError{exitStopped, words.Errorf("%w; %s", err, k.kept())}
	case err != nil && !errors.Is(err, context.Canceled):
		return failed("the screen stopped: %w; %s", err, k.kept())
	case out.Other:
		return errOther
	case out.Interrupted, out.Report == nil:
		return interrupted(k)
	case out.Forget:
		if err := k.forget(); err != nil {
			return failed("the draft cannot be removed: %w", err)
		}
		return nil
	}
	if out.Keep {
		if err := a.leaveText(out.Page); err != nil {
			return err
		}
	}
	return a.finish(k, out.Report)
}

// finish keeps a finished assessment, and says where it is.
func (a *app) finish(k *keeping, r *report.Report) error {
	id, err := k.finish(r)
	if err != nil {
		return failed("the assessment could not be kept: %w", err)
	}
	if id != "" {
		a.say("kept on this computer as %s; scarcheck history lists it, scarcheck history forget %[1]s removes it", id)
		if a.lang != words.English { // the doctor may not read it
			a.say("scarcheck summary %s --lang en draws the page in English", id)
		}
	}
	return nil
}

// endings are those of all formats, that of the suggested name first.
func (a *app) endings() []tui.Ending {
	var all []tui.Ending
	for _, f := range draw.Formats {
		all = append(all, tui.Ending{Name: f.Endings[0], About: a.lang.Say(f.About)})
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

func interrupted(k *keeping) error {
	return &exitError{exitInterrupted, words.Errorf("stopped; %s", k.kept())}
}

// askPlain holds the dialogue on standard error, so that standard output has
// the result and nothing else.
func (a *app) askPlain(s quiz.Session, k *keeping) error {
	ctx, stop := ending()
	defer stop()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- crashed(tui.CrashOf(fault), k.kept())
			}
		}()
		done <- a.dialogue(s, k)
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done(): // a read from the terminal cannot be called off; leaving ends it
		fmt.Fprintln(a.stderr)
		return interrupted(k)
	}
}

func (a *app) dialogue(s quiz.Session, k *keeping) error {
	a.stdin = plain.Reader(a.stdin) // what is typed ahead is not lost to a change of language
	d := plain.New(s.Protocol().Language, a.stdin, a.stderr, a.width)
	d.Other, d.Kept, d.Keep = a.invitation(), k.promise, k.saver()
	s, err := a.choose(d, s, k)
	if err == nil {
		s, err = d.Ask(s)
	}
	if errors.Is(err, plain.ErrOther) {
		return errOther
	}
	if errors.Is(err, plain.ErrEnded) {
		return &exitError{exitStopped, words.Errorf("stopped before the last question; %s", k.kept())}
	}
	if err != nil {
		return failed("reading the answers: %w", err)
	}
	r := a.buildAfter(k.last, s.Protocol(), s.Result())
	if s.Crisis() {
		a.warn(s.Protocol().Guideline.Crisis.Title, s.Protocol().Guideline.Crisis.Says)
	}
	if err := a.show(d, r); err != nil {
		return err
	}
	return a.finish(k, r)
}

// choose tells what there is to know first, and asks whether to go on with what
// an earlier time left.
func (a *app) choose(d *plain.Dialogue, s quiz.Session, k *keeping) (quiz.Session, error) {
	d.Tell(k.notice)
	if k.offer == nil {
		return s, nil
	}
	goOn, err := d.Offer(k.about)
	if err == nil && goOn {
		return *k.offer, nil
	}
	return s, err
}

// show gives the result, and on a terminal offers to save the page.
func (a *app) show(d *plain.Dialogue, r *report.Report) error {
	if !a.screen {
		return a.leaveText(r)
	}
	if _, err := fmt.Fprint(a.stdout, report.Sections(r.Screen(), a.width)); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return d.Save(a.pageName(), func(name string, replace bool) (string, error) { return a.save(name, r, replace) })
}
