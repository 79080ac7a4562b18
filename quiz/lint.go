package quiz

import (
	"slices"
	"time"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Lint looks at a protocol that Load read from these folders for what is wrong
// though each file is sound: a review that is overdue, questions, sources, terms,
// sections and cautions that nothing uses, texts that are hard to read, and wording that
// stands twice. The error is a strict.Faults, each with its place.
func (p *Protocol) Lint(questions, guideline rules.Folder, now time.Time) error {
	l := &linter{Protocol: p, places: map[string]strict.Node{}}
	l.index(questions, "questions.yaml")
	for _, file := range rules.Files {
		l.index(guideline, file)
	}
	l.review(now)
	l.sections()
	l.unread()
	l.sources()
	l.cautions()
	l.wording()
	return l.log.Err()
}

// linter finds faults of a protocol and knows where everything stands.
type linter struct {
	*Protocol
	log    strict.Log
	places map[string]strict.Node // by file and path

	english   *Protocol         // that it was put into another language from, nil if it is English itself
	originals map[string]string // the texts of that, by file and path
}

func (l *linter) index(from rules.Folder, file string) {
	from.Parse(&l.log, file).Walk(func(path string, n strict.Node) { l.places[file+"/"+path] = n })
}

func (l *linter) faultf(file, path, format string, args ...any) {
	l.places[file+"/"+path].Faultf(format, args...)
}

func (l *linter) review(now time.Time) {
	if l.Overdue(now) {
		l.faultf("questions.yaml", "review_by",
			"the protocol was due for review on this day; go through it, then set \"reviewed\" and \"review_by\" anew")
	}
}

func (l *linter) sections() {
	for _, s := range l.Sections {
		if !slices.ContainsFunc(l.Questions, func(q Question) bool { return q.Section.ID == s.ID }) {
			l.faultf("questions.yaml", "sections."+s.ID, "section %q has no question; take it out, or move one into it", s.ID)
		}
	}
}

// unread finds questions that nothing looks at, and that are not said to be for
// the doctor alone.
func (l *linter) unread() {
	read := l.Guideline.Reads()
	for i, q := range l.Questions {
		if !read[i] && !q.Informational {
			l.faultf("questions.yaml", "questions."+q.ID,
				"no rule and no other question looks at %q; take it out, or mark it \"informational: true\" if it is for the doctor to read", q.ID)
		}
	}
}

func (l *linter) sources() {
	used := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, q := range l.Questions {
		cite(q.Sources)
	}
	l.Guideline.EachCitation(cite)
	for _, s := range l.Guideline.Sources {
		if !used[s.ID] {
			l.faultf("sources.yaml", "sources."+s.ID, "nothing rests on source %q; take it out, or name it where it is used", s.ID)
		}
	}
}

func (l *linter) cautions() {
	for _, c := range l.Guideline.Cautions {
		if !slices.ContainsFunc(l.Guideline.Treatments, func(t *rules.Treatment) bool { return slices.Contains(t.Cautions, c) }) {
			l.faultf("treatments.yaml", "cautions."+c.ID, "caution %q stands beside no treatment, so nobody would see it", c.ID)
		}
	}
}
