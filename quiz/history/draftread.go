package history

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// The kinds of question, as a draft names them.
var (
	one  = rules.One.String()
	many = rules.Many.String()
	text = rules.Text.String()
)

// ParseDraft reads a draft's canonical form. Nothing is guessed: the error is a
// quiz.Faults that names the place of everything that does not fit, and never
// an answer. A draft that says it was made with this very protocol must fit it
// too; how one of another protocol fits is for [CarryDraft] to say.
func ParseDraft(p *quiz.Protocol, src []byte) (*Draft, error) {
	if err := quiz.CheckJSON(src); err != nil {
		return nil, err
	}
	r := &draftReader{protocol: p, src: src, draft: &Draft{}, answers: map[string]*node{}, passed: map[string]*node{}, taken: map[*node]bool{}}
	r.file(tree(src))
	if len(r.faults) == 0 && r.draft.Hash == p.Hash {
		r.fits()
	}
	if len(r.faults) > 0 {
		slices.SortStableFunc(r.faults, func(a, b quiz.Fault) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		return nil, r.faults
	}
	return r.draft, nil
}

// draftReader fills a draft from the tree of a file.
type draftReader struct {
	protocol *quiz.Protocol
	src      []byte
	draft    *Draft
	at       *node            // the value of "at"
	answers  map[string]*node // by question
	passed   map[string]*node // the places in "passed_over", by question
	taken    map[*node]bool   // those of either that "saw" tells of
	saw      []*node          // beside draft.Met
	faults   quiz.Faults
}

// mostFaults is how many faults are named: a person mends a few at a time.
const mostFaults = 100

func (r *draftReader) fault(n *node, question string, text words.Text, args ...any) {
	if len(r.faults) < mostFaults {
		r.faults = append(r.faults, quiz.FaultAt(r.src, n.at, question, words.Errorf(text, args...)))
	}
}

func (r *draftReader) file(n *node) {
	if !n.isObject() {
		r.fault(n, "", `a draft is an object: {"schema": %q, ...}`, Schema)
		return
	}
	if !r.schema(n) {
		return
	}
	want := []string{"schema", "protocol", "hash", "saved_at", "at", "editing", "answers", "passed_over", "saw"}
	if n.get("language") != nil {
		want = append(want, "language")
	}
	r.keys(n, want...)
	if len(r.faults) > 0 {
		return
	}
	d := r.draft
	d.Protocol, d.Hash = r.text(n.get("protocol")), r.text(n.get("hash"))
	d.Language = r.language(n.get("language"))
	r.at = n.get("at")
	d.At = r.text(r.at)
	when := r.text(n.get("saved_at"))
	saved, err := time.Parse(time.RFC3339, when)
	if err != nil && when != "" {
		r.fault(n.get("saved_at"), "", "this takes a time such as 2026-11-23T09:30:00Z")
	}
	d.SavedAt = saved.Truncate(time.Second)
	editing, isBool := n.get("editing").token.(bool)
	if !isBool {
		r.fault(n.get("editing"), "", "this takes true or false")
	}
	d.Editing = editing
	r.lists(n)
}

// schema sees that this scarcheck knows the form of the file.
func (r *draftReader) schema(n *node) bool {
	schema := n.get("schema")
	switch {
	case schema == nil:
		r.fault(n, "", `this is no draft: it has no "schema"; a draft has %q`, Schema)
	case schema.token == Schema:
		return true
	default:
		word, _ := schema.token.(string)
		if strings.HasPrefix(word, "scarcheck.draft/") {
			r.fault(schema, "", "another version of scarcheck wrote this draft; go on with it there")
			return false
		}
		r.fault(schema, "", "this is no draft; a draft has %q", Schema)
	}
	return false
}

// keys sees that an object has exactly these.
func (r *draftReader) keys(n *node, want ...string) {
	for i, key := range n.keys {
		if !slices.Contains(want, key) {
			r.fault(n.named[i], "", "there is no such key here; there are %s", strings.Join(want, ", "))
		}
	}
	for _, key := range want {
		if n.get(key) == nil {
			r.fault(n, "", "%q is missing here", key)
		}
	}
}

// text reads a text that is safe to show and stands as it was written.
func (r *draftReader) text(n *node) string {
	s, ok := n.token.(string)
	if !ok || s == "" || quiz.Clean(s) != s {
		r.fault(n, "", "this takes a text in quotes, without control or hidden characters")
	}
	return s
}

func (r *draftReader) texts(n *node) []string {
	var list []string
	if !n.isList() {
		r.fault(n, "", "this takes a list of texts in square brackets")
		return nil
	}
	for _, item := range n.items {
		list = append(list, r.text(item))
	}
	return list
}

// language reads the language of a draft, which is English if none is named.
func (r *draftReader) language(n *node) words.Language {
	if n == nil {
		return words.English
	}
	tag, _ := n.token.(string)
	l, ok := words.Find(tag)
	if !ok {
		r.fault(n, "", "this takes a language that scarcheck speaks: %s", strings.Join(words.Tags(), ", "))
	}
	return l
}

// lists reads the answers, what was passed over, and what was seen of either.
func (r *draftReader) lists(n *node) {
	answers := n.get("answers")
	if !answers.isObject() {
		r.fault(answers, "", `this takes an object: {"question": answer, ...}`)
	}
	for i, question := range answers.keys {
		r.answers[question] = answers.items[i]
	}
	passed := n.get("passed_over")
	for i, question := range r.texts(passed) {
		if r.answers[question] != nil || r.passed[question] != nil {
			r.fault(passed.items[i], "", "this question stands here twice, or is answered as well")
			r.taken[passed.items[i]] = true
			continue
		}
		r.passed[question] = passed.items[i]
	}
	seen := n.get("saw")
	if !seen.isList() {
		r.fault(seen, "", "this takes a list of questions in square brackets")
	}
	for _, item := range seen.items {
		r.met(item)
	}
	for _, n := range slices.Concat(answers.items, passed.items) {
		if !r.taken[n] {
			r.fault(n, "", `"saw" does not tell what was seen of this question`)
		}
	}
}

// met reads what was seen of one question, and takes its answer.
func (r *draftReader) met(n *node) {
	before := len(r.faults)
	if !n.isObject() {
		r.fault(n, "", `this takes an object: {"question": ..., ...}`)
		return
	}
	want := []string{"question", "label", "kind", "text", "answer"}
	if n.get("offered") != nil {
		want = append(want, "offered")
	}
	if r.keys(n, want...); len(r.faults) > before {
		return
	}
	m := Met{
		Question: r.text(n.get("question")), Label: r.text(n.get("label")), Kind: r.text(n.get("kind")), Text: r.text(n.get("text")),
		Words: r.texts(n.get("answer")),
	}
	if slices.Index(rules.Kinds, m.Kind) < 0 {
		r.fault(n.get("kind"), "", "this takes %s", strings.Join(rules.Kinds, ", "))
	}
	if offered := n.get("offered"); offered != nil {
		m.Offered = r.texts(offered)
	}
	if (len(m.Offered) > 0) != (m.Kind == many) {
		r.fault(n, "", `"offered" lists the choices of kind %q, and of no other`, many)
	}
	r.answer(n, &m)
	r.draft.Met, r.saw = append(r.draft.Met, m), append(r.saw, n)
}

// answer gives a question the answer that stands in the other lists.
func (r *draftReader) answer(n *node, m *Met) {
	if passed := r.passed[m.Question]; passed != nil && !r.taken[passed] {
		r.taken[passed] = true
		if len(m.Words) > 0 {
			r.fault(n, "", "this question is passed over, and has an answer all the same")
		}
		return
	}
	value := r.answers[m.Question]
	if value == nil || r.taken[value] {
		r.fault(n, "", "this question is neither answered nor passed over, or stands here twice")
		return
	}
	r.taken[value] = true
	word, _ := value.token.(string)
	if state, ok := quiz.NoAnswer(word); ok && len(m.Words) == 0 {
		m.State = state
		return
	}
	m.State = quiz.Answered
	switch {
	case value.isList() == (m.Kind != many):
		r.fault(value, "", "an answer of kind %q does not look so", m.Kind)
		return
	case m.Kind == many:
		m.Values = r.texts(value)
	default:
		m.Values = []string{r.text(value)}
	}
	if len(m.Words) != len(m.Values) || len(m.Words) == 0 {
		r.fault(n, "", `"answer" does not have a text for each choice`)
	}
}
