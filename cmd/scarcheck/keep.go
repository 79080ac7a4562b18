package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// keeping is what outlives the program while questions are asked: the draft,
// and what it grew from.
type keeping struct {
	store   *history.Store // nil where nothing is kept
	clock   func() time.Time
	lang    words.Language
	in      history.Translations // of the questions
	notice  []string             // what to tell before anything else
	promise string               // that answers are kept, "" if they may not be
	offer   *quiz.Session        // to go on with, nil if there is none
	about   []string             // when that was, and what became of its answers
	last    *report.Report       // the assessment before this one, nil if there is none
	started bool                 // something was kept
}

// keep opens what an earlier run left. Whatever stands in the way is told, and
// the questions are asked all the same.
func (a *app) keep(p *quiz.Protocol) *keeping {
	k := &keeping{clock: a.clock, lang: a.lang, in: a.inWordsOf}
	if a.noSave {
		return k
	}
	dir, err := a.dataDir()
	if err == nil {
		k.store, err = history.Open(dir)
	}
	if err != nil {
		k.store = nil
		k.tell(k.lang.Sayf("Your answers are not kept on this computer: %s.", k.bare(err)))
		return k
	}
	if err := k.store.Writable(); err != nil {
		k.tell(k.lang.Sayf("Your answers are not kept on this computer: %s.", k.bare(err)))
	} else {
		k.promise = k.lang.Say(quiz.Kept)
	}
	k.begin(p)
	return k
}

func (k *keeping) tell(paragraph string) { k.notice = append(k.notice, paragraph) }

// bare is an error without the full stop that the sentence around it has.
func (k *keeping) bare(err error) string { return strings.TrimRight(k.lang.Tell(err), ".") }

// begin reads the draft and the newest assessment.
func (k *keeping) begin(p *quiz.Protocol) {
	draft, err := k.store.LoadDraft(p)
	var damaged *history.Damaged
	switch {
	case errors.Is(err, history.ErrBusy):
		k.tell(k.lang.Say("Another scarcheck is open on this computer. This one does not keep your answers."))
		_ = k.store.Close()
		k.store, k.promise = nil, ""
		return
	case errors.As(err, &damaged):
		k.tell(k.aside(damaged))
	case err != nil:
		k.tell(k.lang.Sayf("Answers from an earlier time cannot be read: %s.", k.bare(err)))
	case draft != nil && len(draft.Met) > 0:
		k.resume(p, draft)
	}
	if _, newest, err := k.store.Newest(); err == nil {
		k.last = newest
	}
}

// aside says where a damaged draft is now.
func (k *keeping) aside(d *history.Damaged) string {
	if d.Aside == "" {
		return k.lang.Sayf("Answers from an earlier time could not be read. They are still in %s.", d.Path)
	}
	return k.lang.Sayf("Answers from an earlier time could not be read. They were put aside as %s.", d.Aside)
}

func (k *keeping) resume(p *quiz.Protocol, draft *history.Draft) {
	carried := history.CarryDraft(p, draft, k.in)
	session := p.Restore(carried.Position)
	k.offer, k.started = &session, true
	k.about = append(k.about, k.lang.Sayf("You stopped %s and had answered %s. You can go on there, or start afresh.",
		ago(k.lang, draft.Age(k.clock())), questions(k.lang, draft.Answered())))
	k.about = append(k.about, notKept(k.lang, carried)...)
}

// notKept tells each earlier answer that does not count any more, and why.
func notKept(l words.Language, c *history.Carried) []string {
	var told []string
	for _, outcomes := range [][]history.Outcome{c.Again, c.Retired} {
		for _, o := range outcomes {
			text := o.Label
			if len(o.Words) > 0 {
				text += fmt.Sprintf(", %q", strings.Join(o.Words, "; "))
			}
			told = append(told, text+": "+l.Say(o.Why.Sentence()))
		}
	}
	if len(told) > 0 {
		told = append([]string{l.Say("The questions have changed since then. These answers do not count any more:")}, told...)
	}
	return told
}

func questions(l words.Language, n int) string {
	if n == 1 {
		return l.Say("1 question")
	}
	return l.Sayf("%d questions", n)
}

// ago says an age in words, in the largest unit that fits.
func ago(l words.Language, age time.Duration) string {
	for _, unit := range []struct {
		length    time.Duration
		one, more words.Text
	}{
		{24 * time.Hour, "1 day ago", "%d days ago"},
		{time.Hour, "1 hour ago", "%d hours ago"},
		{time.Minute, "1 minute ago", "%d minutes ago"},
	} {
		if n := int(age / unit.length); n == 1 {
			return l.Say(unit.one)
		} else if n > 1 {
			return l.Sayf(unit.more, n)
		}
	}
	return l.Say("less than a minute ago")
}

// save keeps a session as the draft. One in which nothing was met yet leaves no
// trace.
func (k *keeping) save(s quiz.Session) error {
	if !k.started && !met(s) {
		return nil
	}
	k.started = true
	return k.store.SaveDraft(s, k.clock())
}

func met(s quiz.Session) bool {
	for _, met := range s.Position().Met {
		if met {
			return true
		}
	}
	return false
}

// saver is save, nil where nothing is kept.
func (k *keeping) saver() func(quiz.Session) error {
	if k.store == nil {
		return nil
	}
	return k.save
}

// finish keeps a finished assessment in place of its draft.
func (k *keeping) finish(r *report.Report) (id string, err error) {
	if k.store == nil {
		return "", nil
	}
	if id, err = k.store.Add(r); err != nil {
		return "", err
	}
	return id, k.store.RemoveDraft()
}

// forget removes the draft.
func (k *keeping) forget() error {
	if k.store == nil {
		return nil
	}
	return k.store.RemoveDraft()
}

// kept says what an end before the result leaves behind.
func (k *keeping) kept() words.Text {
	if k.store == nil || !k.started {
		return "nothing was saved"
	}
	return "your answers so far are kept; scarcheck goes on with them, and scarcheck history forget --all removes them"
}

// close gives the draft free for another scarcheck.
func (k *keeping) close() {
	if k.store != nil {
		_ = k.store.Close()
	}
}
