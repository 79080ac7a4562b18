package tui

import (
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

// The page can be had in the other language, and in the person's own again; what
// is saved, printed, copied and left in the window is the one shown. The history
// gets the report as it was made.
func TestPageInTheOtherLanguage(t *testing.T) {
	p := sit(t, answered(t), 80, 24)
	other := quiztest.Reworded(t, quiztest.Greek)
	other.Hash = p.m.session.Protocol().Hash
	p.m.o.Other = "ελληνικά"
	p.m.o.Retell = func(r *report.Report) (*report.Report, bool) { return r.Retell(other) }
	p.m.o.Page = func(r *report.Report) string { return r.Language.Tag() }
	var saved []string
	save := p.m.o.Save
	p.m.o.Save = func(name string, r *report.Report, replace bool) (string, error) {
		saved = append(saved, r.Language.Tag())
		return save(name, r, replace)
	}
	p.press("enter", "f").isAt("-result").wants("WHAT TO DO", "l ελληνικά")
	own := p.m.report
	p.press("w", "enter")
	p.press("l").isAt("-result").wants(quiztest.Greek("WHAT TO DO"), "The page is now in", "l English", "Your result")
	p.press("w").press(`"x"`, "tab", "enter").isAt("-result")
	p.press("c")
	if p.copied != "xx" {
		t.Errorf("copied in %s", p.copied)
	}
	if p.m.page.Language != other.Language || p.m.report != own {
		t.Error("the report itself has changed, or the page has not")
	}
	p.press("l").wants("WHAT TO DO", "l ελληνικά")
	if p.m.page != own {
		t.Error("it is not the same page again")
	}
	if got := strings.Join(saved, " "); got != "en xx" {
		t.Errorf("saved in %s", got)
	}
	p.press("q")
	if strings.Contains(p.sees(), "neither saved nor printed") {
		t.Error("it is saved, and the screen says that it is not")
	}
}

// What cannot be told otherwise is said to be so, and stays.
func TestPageThatCannotBeRetold(t *testing.T) {
	p := sit(t, answered(t), 80, 24)
	p.m.o.Other, p.m.o.Retell = "ελληνικά", func(*report.Report) (*report.Report, bool) { return nil, false }
	p.press("enter", "f", "l").isAt("-result").wants("WHAT TO DO", "The page cannot be told in that language.")
	if p.m.page != p.m.report {
		t.Error("the page is another one")
	}
}

// Without another language there is nothing to change to.
func TestPageInOneLanguageAlone(t *testing.T) {
	p := sit(t, answered(t), 80, 24).press("enter", "f", "l").isAt("-result").wants("WHAT TO DO")
	if p.m.page != p.m.report {
		t.Error("the page is another one")
	}
}
