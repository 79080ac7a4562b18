package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
)

// keeping is what outlives the program while questions are asked: the draft,
// and what it grew from.
type keeping struct {
	store   *history.Store // nil where nothing is kept
	clock   func() time.Time
	notice  []string       // what to tell before anything else
	promise string         // that answers are kept, "" if they may not be
	offer   *quiz.Session  // to go on with, nil if there is none
	about   []string       // when that was, and what became of its answers
	last    *report.Report // the assessment before this one, nil if there is none
	started bool           // something was kept
}

// keep opens what an earlier run left. Whatever stands in the way is told, and
// the questions are asked all the same.
func (a *app) keep(p *quiz.Protocol) *keeping {
	k := &keeping{clock: a.clock}
	if a.noSave {
		return k
	}
	dir, err := a.dataDir()
	if err == nil {
		k.store, err = history.Open(dir)
	}
	if err != nil {
		k.store = nil
		k.tell("Your answers are not kept on this computer: " + bare(err) + ".")
		return k
	}
	if err := k.store.Writable(); err != nil {
		k.tell("Your answers are not kept on this computer: " + bare(err) + ".")
	} else {
		k.promise = string(quiz.Kept)
	}
	k.begin(p)
	return k
}

func (k *keeping) tell(paragraph string) { k.notice = append(k.notice, paragraph) }

// bare is an error without the full stop that the sentence around it has.
func bare(err error) string { return strings.TrimRight(err.Error(), ".") }

// begin reads the draft and the newest assessment.
func (k *keeping) begin(p *quiz.Protocol) {
	draft, err := k.store.LoadDraft(p)
	var damaged *history.Damaged
	switch {
	case errors.Is(err, history.ErrBusy):
		k.tell("Another scarcheck is open on this computer. This one does not keep your answers.")
		_ = k.store.Close()
		k.store, k.promise = nil, ""
		return
	case errors.As(err, &damaged):
		k.tell("Answers from an earlier time could not be read. " + aside(damaged))
	case err != nil:
		k.tell("Answers from an earlier time cannot be read: " + bare(err) + ".")
	case draft != nil && len(draft.Met) > 0:
		k.resume(p, draft)
	}
	if _, newest, err := k.store.Newest(); err == nil {
		k.last = newest
	}
}

// aside says where a damaged draft is now.
func aside(d *history.Damaged) string {
	if d.Aside == "" {
		return "They are still in " + d.Path + "."
	}
	return "They were put aside as " + d.Aside + "."
}

func (k *keeping) resume(p *quiz.Protocol, draft *history.Draft) {
	carried := history.CarryDraft(p, draft, nil)
	session := p.Restore(carried.Position)
	k.offer, k.started = &session, true
	k.about = append(k.about, fmt.Sprintf("You stopped %s and had answered %s. You can go on there, or start afresh.",
		ago(draft.Age(k.clock())), questions(draft.Answered())))
	k.about = append(k.about, notKept(carried)...)
}

// notKept tells each earlier answer that does not count any more, and why.
func notKept(c *history.Carried) []string {
	var told []string
	for _, outcomes := range [][]history.Outcome{c.Again, c.Retired} {
		for _, o := range outcomes {
			text := o.Label
			if len(o.Words) > 0 {
				text += fmt.Sprintf(", %q", strings.Join(o.Words, "; "))
			}
			told = append(told, text+": "+string(o.Why.Sentence()))
		}
	}
	if len(told) > 0 {
		told = append([]string{"The questions have changed since then. These answers do not count any more:"}, told...)
	}
	return told
}

func questions(n int) string {
	if n == 1 {
		return "1 question"
	}
	return fmt.Sprintf("%d questions", n)
}

// ago says an age in words, in the largest unit that fits.
func ago(age time.Duration) string {
	for _, unit := range []struct {
		length time.Duration
		name   string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		if n := int(age / unit.length); n == 1 {
			return "1 " + unit.name + " ago"
		} else if n > 1 {
			return fmt.Sprintf("%d %ss ago", n, unit.name)
		}
	}
	return "less than a minute ago"
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
func (k *keeping) kept() string {
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
