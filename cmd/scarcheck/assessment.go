package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"sync"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// read returns the bytes of a file, "-" being standard input, and the name to
// call it by. It reads no more than the largest file there can be.
func (a *app) read(name string) ([]byte, string, error) {
	from, called := a.stdin, a.lang.Say("standard input")
	if isCode(name) {
		return []byte(name), a.lang.Say(theCode), nil
	}
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, name, usage("%w; give the path of an answers or report file, or - for standard input", unwrapPath(name, err))
		}
		defer file.Close()
		from, called = file, name
	}
	src, err := io.ReadAll(io.LimitReader(from, quiz.MaxFile+1))
	if err != nil {
		return nil, called, usage("%s cannot be read: %w", called, err)
	}
	return bytes.TrimPrefix(src, []byte("\ufeff")), called, nil // some editors put a mark before UTF-8
}

// unwrapPath says "x.json: no such file or directory" without the system call.
func unwrapPath(name string, err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return words.Errorf("%s: %w", name, path.Err)
	}
	return err
}

// report reads an assessment, an answers file, a saved report or the code of a
// page, and returns its report. A report is drawn as it was saved.
func (a *app) report(name string) (*report.Report, error) {
	r, err := a.told(name)
	if err == nil && a.noCode {
		r.Text.Code = ""
	}
	return r, err
}

func (a *app) told(name string) (*report.Report, error) {
	if isSaved(name) {
		r, err := a.saved(name)
		if err != nil {
			return nil, err
		}
		return a.retold(r), nil
	}
	src, called, err := a.read(name)
	if err != nil {
		return nil, err
	}
	if holdsCode(src) {
		return a.redraw(src, called)
	}
	r, err := report.Parse(src)
	switch {
	case err == nil:
		return a.reported(a.retold(r)), nil
	case !errors.Is(err, report.ErrNotReport):
		return nil, inFile(called, err)
	}
	p, err := a.protocol()
	if err != nil {
		return nil, err
	}
	answers, err := a.parse(p, src, called)
	if err != nil {
		return nil, err
	}
	return a.build(p, answers), nil
}

// reported is a report from a file, whose reader may be the one it is about.
func (a *app) reported(r *report.Report) *report.Report {
	if r.Crisis != nil && *r.Crisis {
		a.warn(r.Text.Crisis.Title, r.Text.Crisis.Text)
	}
	if !a.sensitive {
		r.HideSensitive()
	}
	return r
}

// retold is a saved report in the language that --lang names. Without --lang it
// stays in its own, and so it does where the questionnaire in use has not the
// words for it.
func (a *app) retold(r *report.Report) *report.Report {
	if !a.langNamed {
		return r
	}
	told := a.inOurs(r)
	if told.Language != a.lang {
		a.say("this assessment was made with other questions, or was changed since, so it stays in the language that it was made in")
	}
	return told
}

// inOurs is a saved report in the language of the program, if it can be told so.
func (a *app) inOurs(r *report.Report) *report.Report {
	if r.Language == a.lang {
		return r
	}
	if p := a.atHand(); p != nil {
		if told, ok := r.Retell(p); ok {
			return told
		}
	}
	return r
}

// savedID is how the ids of assessments begin: a whole day and a hyphen.
var savedID = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(-\d*)?$`)
})

// isSaved reports whether an argument means an assessment from the history: it
// is left out, or it is an id. A file of that name comes first.
func isSaved(name string) bool {
	if name == "" {
		return true
	}
	if !savedID().MatchString(name) {
		return false
	}
	_, err := os.Lstat(name)
	return err != nil
}

// redraw makes the report again of which a page has the code.
func (a *app) redraw(src []byte, called string) (*report.Report, error) {
	p, err := a.protocol()
	if err != nil {
		return nil, err
	}
	answers, day, err := a.decode(p, src, called)
	if err != nil {
		return nil, err
	}
	return report.Build(p, answers, report.Options{Program: program(), Now: day, Redrawn: true}), nil
}

// answers reads an assessment for its answers alone. Those of a report that was
// made with other questions are carried over, and what does not count any more
// is told.
func (a *app) answers(p *quiz.Protocol, name string) (quiz.Answers, error) {
	if isSaved(name) {
		r, err := a.saved(name)
		if err != nil {
			return nil, err
		}
		return a.carried(p, r), nil
	}
	src, called, err := a.read(name)
	if err != nil {
		return nil, err
	}
	if holdsCode(src) {
		answers, _, err := a.decode(p, src, called)
		return answers, err
	}
	r, err := report.Parse(src)
	switch {
	case err == nil:
		return a.carried(p, r), nil
	case !errors.Is(err, report.ErrNotReport):
		return nil, inFile(called, err)
	}
	return a.parse(p, src, called)
}

// carried returns the answers of a saved report under the present protocol, and
// says which of them do not count any more.
func (a *app) carried(p *quiz.Protocol, r *report.Report) quiz.Answers {
	c := history.CarryReport(p, r, a.inWordsOf)
	for _, line := range notKept(a.lang, c) {
		fmt.Fprintln(a.stderr, "scarcheck: "+line)
	}
	applied, _ := p.Apply(c.Position.Answers)
	return applied
}

// parse reads an answers file, says which answers have no place in it, and
// points to help at once where an answer calls for it.
func (a *app) parse(p *quiz.Protocol, src []byte, called string) (quiz.Answers, error) {
	answers, err := p.ParseAnswers(src)
	if err != nil {
		return nil, inFile(called, err)
	}
	if p.Crisis(answers) {
		a.warn(p.Guideline.Crisis.Title, p.Guideline.Crisis.Says)
	}
	applied, dropped := p.Apply(answers)
	if len(dropped) > 0 {
		ids := make([]string, len(dropped))
		for i, place := range dropped {
			ids[i] = p.Questions[place].ID
		}
		a.say("%s: left out, because the other answers do not lead to the question: %s", called, strings.Join(ids, ", "))
	}
	return applied, nil
}

// warn says what cannot wait, where there is no screen to say it on.
func (a *app) warn(title, text string) {
	fmt.Fprintln(a.stderr, strings.ToUpper(title))
	for _, line := range report.Wrap(text, "", "", report.TextWidth) {
		fmt.Fprintln(a.stderr, line)
	}
}

// say tells something beside the result.
func (a *app) say(t words.Text, args ...any) {
	fmt.Fprintln(a.stderr, "scarcheck: "+a.lang.Sayf(t, args...))
}
