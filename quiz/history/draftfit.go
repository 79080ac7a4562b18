package history

import (
	"reflect"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// fits sees that a draft of this very protocol holds what a session of it can
// hold.
func (r *draftReader) fits() {
	p := r.protocol
	if r.draft.Protocol != p.Name() {
		r.fault(tree(r.src).get("protocol"), "", "the hash is that of %q", p.Name())
	}
	if _, ok := p.Find(r.draft.At); !ok && r.draft.At != AtReview {
		r.fault(r.at, "", "there is no question of this name; after the last one this is %q", AtReview)
	}
	last := -1
	for i := range r.draft.Met {
		m := &r.draft.Met[i]
		place, ok := p.Find(m.Question)
		switch {
		case !ok:
			r.fault(r.saw[i], "", "there is no question of this name")
			continue
		case place <= last:
			r.fault(r.saw[i], m.Question, "the questions do not stand in their order")
		}
		last = place
		if why := r.misfit(&p.Questions[place], m); why != "" {
			r.fault(r.saw[i], m.Question, "%s", why)
		}
	}
}

// misfit says why a question cannot have been met like this, or "". The hash
// stands for the protocol's own words, which are English; those of another
// language may have been mended since.
func (r *draftReader) misfit(q *quiz.Question, m *Met) words.Text {
	if q.Sensitive {
		return "this question is never saved"
	}
	seen := q
	if r.draft.Language != words.English || r.protocol.Language != words.English {
		seen = nil
	}
	a, why := m.answer(q, seen)
	if why != Same {
		return "this is not what a person sees or can answer"
	}
	want, got := meet(q, a), *m
	if seen == nil {
		want, got = want.wordless(), got.wordless()
	}
	if !reflect.DeepEqual(want, got) {
		return "this is not what a person sees"
	}
	return ""
}

// wordless is the question as it was met, in any language.
func (m Met) wordless() Met {
	m.Label, m.Text = "", ""
	if m.Offered != nil {
		m.Offered = make([]string, len(m.Offered))
	}
	if m.Words != nil && m.Kind != text {
		m.Words = make([]string, len(m.Words))
	}
	return m
}
