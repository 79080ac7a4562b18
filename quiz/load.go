package quiz

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

//go:embed data/questions.yaml data/questions.packed data/es
var data embed.FS

// MaxText is the most characters that a question of kind text may take.
const MaxText = 280

// EmbeddedQuestions is the folder of questions.yaml that the program carries;
// the rules beside it are rules.Embedded.
func EmbeddedQuestions() rules.Folder {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		panic(err) // the name is fixed at build time
	}
	return rules.Folder{FS: sub, Name: "quiz/data", Packed: true}
}

// Embedded loads the protocol that the program carries. Its tests vouch for it.
var Embedded = sync.OnceValues(func() (*Protocol, error) { return Load(EmbeddedQuestions(), rules.Embedded()) })

// Load reads a protocol: questions.yaml from one folder and the guideline's
// files from another (or the same). The error is a strict.Faults that lists
// all that is wrong, each with its place.
func Load(questions, guideline rules.Folder) (*Protocol, error) {
	log := &strict.Log{}
	l := &loader{Protocol: &Protocol{}, sections: map[string]Section{}}
	file := questions.Parse(log, "questions.yaml")
	l.head(file)
	l.Guideline = rules.Load(log, guideline, l.vocabulary())
	l.finish()
	if err := log.Err(); err != nil {
		return nil, err
	}
	hash, err := digest(questions, guideline)
	l.Hash = hash
	return l.Protocol, err
}

// loader reads questions.yaml in two passes: conditions may speak of questions
// only once all of them are known, and sources are read with the guideline.
type loader struct {
	*Protocol
	sections map[string]Section
	nodes    []strict.Map // of the questions, in order
	page     strict.Node
}

func (l *loader) head(file strict.Node) {
	m := file.Map("id", "version", "reviewed", "review_by", "title", "welcome", "sections", "page", "questions")
	l.ID, l.Version, l.Title = m.Text("id"), m.Get("version").Int(), m.Text("title")
	rules.CheckID(m.Get("id"), l.ID)
	l.review(m)
	for _, node := range m.Get("welcome").Items() {
		l.Welcome = append(l.Welcome, node.Text())
	}
	for _, node := range m.Get("sections").Items() {
		s := node.Map("id", "title")
		section := Section{ID: s.Text("id"), Title: s.Text("title")}
		if _, twice := l.sections[section.ID]; twice && section.ID != "" {
			s.Get("id").Faultf("section %q stands here twice; give one of them another id", section.ID)
		}
		l.sections[section.ID] = section
		l.Sections = append(l.Sections, section)
	}
	for _, node := range m.Get("questions").Items() {
		l.question(node)
	}
	l.page = m.Get("page")
}

func (l *loader) question(node strict.Node) {
	m := node.Map("id", "section", "kind", "optional", "sensitive", "dont_know_as", "order", "informational", "ask_if",
		"label", "text", "hint", "why", "sources", "choices", "max")
	logic := &rules.Question{
		ID: m.Text("id"), Sensitive: m.MaybeBool("sensitive"), DontKnowAs: m.MaybeText("dont_know_as"),
		Informational: m.MaybeBool("informational"),
	}
	q := Question{
		Question: logic, Section: l.section(m.Get("section")), Optional: m.MaybeBool("optional"),
		Label: m.Text("label"), Text: m.Text("text"), Hint: m.Text("hint"), Why: m.Text("why"),
	}
	rules.CheckID(m.Get("id"), logic.ID)
	for _, other := range l.Questions {
		if other.ID == logic.ID && logic.ID != "" {
			m.Get("id").Faultf("question %q stands here twice; give one of them another id", logic.ID)
		}
	}
	logic.Kind = kind(m.Get("kind"))
	logic.Order = order(m.Maybe("order"), logic.Kind)
	if logic.Kind == rules.Text {
		q.Max = textMax(m)
	} else {
		l.choices(&q, m)
	}
	if as := logic.DontKnowAs; as != "" {
		l.dontKnowAs(&q, as, m.Get("dont_know_as"))
	}
	l.Questions = append(l.Questions, q)
	l.nodes = append(l.nodes, m)
}

// dontKnowAs sees that "I don't know" means a choice of the question, and not
// one that excludes all others: that would make a quiet "no" of it.
func (l *loader) dontKnowAs(q *Question, id string, node strict.Node) {
	at := slices.IndexFunc(q.Choices, func(c Choice) bool { return c.ID == id })
	switch {
	case at < 0:
		node.Faultf("question %q has no choice %q%s", q.ID, id, strict.Suggest(id, choiceIDs(q.Choices)))
	case q.Choices[at].Alone:
		node.Faultf("\"I don't know\" cannot mean choice %q, which excludes all others: that would make a \"no\" of it", id)
	}
}

func (l *loader) section(node strict.Node) Section {
	id := node.Text()
	section, ok := l.sections[id]
	if !ok && id != "" {
		known := make([]string, 0, len(l.Sections))
		for _, s := range l.Sections {
			known = append(known, s.ID)
		}
		node.Faultf("no section %q%s", id, strict.Suggest(id, known))
	}
	return section
}

func kind(node strict.Node) rules.Kind {
	name := node.Text()
	at := slices.Index(rules.Kinds, name)
	if at < 0 {
		if name != "" {
			node.Faultf("no kind %q: a question is of kind %s", name, strings.Join(rules.Kinds, ", "))
		}
		return rules.One
	}
	return rules.Kind(at)
}

func textMax(m strict.Map) int {
	most := m.Get("max").Int()
	if m.Has("choices") {
		m.Get("choices").Faultf("a question of kind text has no choices")
	}
	if most > MaxText || m.MaybeText("max") == "0" {
		m.Get("max").Faultf("\"max\" must be from 1 to %d characters", MaxText)
	}
	return most
}

func (l *loader) choices(q *Question, m strict.Map) {
	if m.Has("max") {
		m.Get("max").Faultf("only a question of kind text has a \"max\"")
	}
	nodes := m.Get("choices").Items()
	if len(nodes) == 1 || len(nodes) > rules.MaxChoices {
		m.Get("choices").Faultf("a question needs 2 to %d choices, this one has %d", rules.MaxChoices, len(nodes))
	}
	for _, node := range nodes {
		c, logic := l.choice(q, node)
		q.Choices = append(q.Choices, c)
		q.Question.Choices = append(q.Question.Choices, logic)
	}
}

func (l *loader) choice(q *Question, node strict.Node) (Choice, rules.Choice) {
	m := node.Map("id", "text", "short", "detail", "alone", "unordered", "informational", "drawing")
	c := Choice{
		ID: m.Text("id"), Text: m.Text("text"), Detail: m.MaybeText("detail"), Alone: m.MaybeBool("alone"),
		Drawing: strings.TrimRight(m.MaybeText("drawing"), "\n"),
	}
	rules.CheckID(m.Get("id"), c.ID)
	c.Short = short(m, c.Text)
	if _, taken := NoAnswer(c.ID); taken {
		m.Get("id").Faultf("%q stands for no answer everywhere; a choice needs another id", c.ID)
	}
	if slices.Contains(choiceIDs(q.Choices), c.ID) && c.ID != "" {
		m.Get("id").Faultf("choice %q stands here twice; give one of them another id", c.ID)
	}
	if c.Alone && q.Kind == rules.One {
		m.Get("alone").Faultf("only in a question of kind many can a choice exclude the others")
	}
	if c.Drawing != "" && c.Detail == "" {
		m.Get("drawing").Faultf("a drawing needs a \"detail\" that says it in words")
	}
	return c, rules.Choice{ID: c.ID, Alone: c.Alone, Unordered: unordered(m, q), Informational: m.MaybeBool("informational")}
}

// short reads a choice's text in few words.
func short(m strict.Map, text string) string {
	if !m.Has("short") {
		return text
	}
	short := m.Text("short")
	if text != "" && len(short) >= len(text) {
		m.Get("short").Faultf("\"short\" is no shorter than \"text\"; leave it out")
	}
	return short
}

func choiceIDs(choices []Choice) []string {
	ids := make([]string, 0, len(choices))
	for _, c := range choices {
		ids = append(ids, c.ID)
	}
	return ids
}

// vocabulary hands the questions' logic to the rules and reads when each is asked.
func (l *loader) vocabulary() *rules.Vocabulary {
	logic := make([]rules.Question, len(l.Questions))
	for i := range l.Questions {
		logic[i] = *l.Questions[i].Question
	}
	v := rules.NewVocabulary(logic)
	for i, m := range l.nodes {
		v.AskIf(i, m.Maybe("ask_if"))
		l.Questions[i].Question = v.Question(i)
	}
	return v
}

// finish reads what needed the guideline or all questions.
func (l *loader) finish() {
	for i, m := range l.nodes {
		l.Questions[i].Sources = l.Guideline.Cites(m)
	}
	l.pageGroups()
}

// pageGroups reads the order of the doctor's page, which must name each
// question once.
func (l *loader) pageGroups() {
	told := make([]bool, len(l.Questions))
	for _, group := range l.page.Items() {
		var places []int
		for _, node := range group.Items() {
			id := node.Text()
			place, ok := l.Find(id)
			switch {
			case id == "":
			case !ok:
				node.Faultf("no question %q%s", id, strict.Suggest(id, l.Guideline.Vocabulary.IDs()))
			case told[place]:
				node.Faultf("question %q stands on the page twice", id)
			default:
				told[place] = true
				places = append(places, place)
			}
		}
		l.Page = append(l.Page, places)
	}
	for _, q := range l.Questions {
		if place, ok := l.Find(q.ID); ok && !told[place] && q.ID != "" {
			l.page.Faultf("question %q is missing from the page", q.ID)
		}
	}
}

// digest is the hash over the names and bytes of all files of a protocol.
func digest(questions, guideline rules.Folder) (string, error) {
	sum := sha256.New()
	add := func(from rules.Folder, file string) error {
		src, err := from.Read(file)
		fmt.Fprintf(sum, "%s %d\n%s", file, len(src), src)
		return err
	}
	if err := add(questions, "questions.yaml"); err != nil {
		return "", err
	}
	for _, file := range rules.Files {
		if err := add(guideline, file); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("sha256:%x", sum.Sum(nil)), nil
}
