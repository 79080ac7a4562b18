package fhir

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// The types of item that are used.
const (
	typeGroup      = "group"
	typeDisplay    = "display"
	typeChoice     = "choice"
	typeOpenChoice = "open-choice" // a choice, or a text
)

// NewQuestionnaire is the blank form of a protocol: its sections as groups,
// its questions under their own ids, each with its help, its choices and when
// it is asked, and the words for a crisis where an answer calls for them: who
// fills the form in elsewhere sees them as well. The error names the question
// whose condition FHIR cannot say.
func NewQuestionnaire(p *quiz.Protocol) (*Questionnaire, error) {
	form := &Questionnaire{
		ResourceType: "Questionnaire",
		Language:     p.Language,
		URL:          questionnaireURL(p.ID),
		Identifier:   []Identifier{{Base + "/protocol-hash", p.Hash}},
		Version:      strconv.Itoa(p.Version),
		Name:         name(p.ID),
		Title:        p.Title,
		Status:       "active",
		SubjectType:  []string{"Patient"},
		Description:  markdown(strings.Join(p.Welcome, "\n\n")),
		Code:         formCodes,
	}
	if p.Unchecked {
		form.Status = "draft"
	}
	if !p.Reviewed.IsZero() {
		form.LastReviewDate = p.Reviewed.Format(time.DateOnly)
		form.Effective = &Period{Start: form.LastReviewDate, End: p.ReviewBy.Format(time.DateOnly)}
	}
	b := &formBuilder{protocol: p, runs: map[string]int{}}
	var err error
	form.Item, err = b.sections()
	return form, err
}

// canonical is the name by which a response says which form it answers.
func (q *Questionnaire) canonical() string { return q.URL + "|" + q.Version }

// name is an id as a name for programs: "acne-scar" is AcneScar.
func name(id string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(id, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

type formBuilder struct {
	protocol *quiz.Protocol
	question *quiz.Question // that is being put
	runs     map[string]int // how often each section has begun
}

// sections puts each run of questions of one section as a group.
func (b *formBuilder) sections() ([]Item, error) {
	var groups []Item
	last := ""
	for i := range b.protocol.Questions {
		b.question = &b.protocol.Questions[i]
		items, err := b.items(i)
		if err != nil {
			return nil, fmt.Errorf("question %q: %w", b.question.ID, err)
		}
		if section := b.question.Section; len(groups) == 0 || section.ID != last {
			groups, last = append(groups, b.group(section)), section.ID
		}
		group := &groups[len(groups)-1]
		group.Item = append(group.Item, items...)
	}
	return groups, nil
}

// group is the head of a section. No question's id has a full stop, so no
// linkId made with one is a question's.
func (b *formBuilder) group(s quiz.Section) Item {
	link := "section." + s.ID
	if b.runs[s.ID]++; b.runs[s.ID] > 1 {
		link += "." + strconv.Itoa(b.runs[s.ID])
	}
	return Item{LinkID: link, Code: sectionCodes[s.ID], Text: s.Title, Type: typeGroup}
}

// items are question i and what is said behind it.
func (b *formBuilder) items(i int) ([]Item, error) {
	logic := conditions{b.protocol.Guideline.Vocabulary}
	asked, err := logic.when(b.question.AskIf)
	if err != nil {
		return nil, err
	}
	items := []Item{b.item(i)}
	b.when(&items[0], asked)
	crisis := &b.protocol.Guideline.Crisis
	if crisis.When == nil || last(crisis.When) != i {
		return items, nil
	}
	called, err := logic.when(crisis.When)
	help := Item{LinkID: b.question.ID + ".crisis", Text: sentences(crisis.Title, crisis.Says), Type: typeDisplay}
	b.when(&help, called)
	return append(items, help), err
}

func (b *formBuilder) item(i int) Item {
	q := b.question
	item := Item{
		LinkID: q.ID, Code: questionCodes[q.ID], Text: q.Text, Type: typeChoice,
		Repeats: q.Kind == rules.Many, AnswerOption: b.options(i), Item: []Item{b.help()},
	}
	switch q.Kind {
	case rules.One:
		item.Extension = []Extension{control("radio-button"), oneALine}
	case rules.Many:
		item.Extension = []Extension{control("check-box"), oneALine}
	default:
		item.Type, item.MaxLength = typeOpenChoice, q.Max
	}
	return item
}

// oneALine asks for choices one below the other.
var oneALine = Extension{URL: orientation, ValueCode: "vertical"}

func control(code string) Extension {
	return Extension{URL: itemControl, ValueCodeableConcept: &CodeableConcept{Coding: []Coding{{System: controls, Code: code}}}}
}

// options are the choices, and the ways of not answering beside them.
func (b *formBuilder) options(i int) []AnswerOption {
	q := &b.protocol.Questions[i]
	options := make([]AnswerOption, len(q.Choices)+len(noAnswers))
	for n := range options {
		options[n].ValueCoding = *b.coding(i, n)
		alone := n >= len(q.Choices) || q.Choices[n].Alone
		if alone && q.Kind == rules.Many {
			options[n].Extension = []Extension{{URL: exclusive, ValueBoolean: true}}
		}
	}
	return options
}

// coding is the answer option at place n of question i.
func (b *formBuilder) coding(i, n int) *Coding {
	q := &b.protocol.Questions[i]
	if n >= len(q.Choices) {
		return noAnswer(b.protocol.Language, noAnswers[n-len(q.Choices)])
	}
	return &Coding{choiceSystem(b.protocol.ID, q.ID), q.Choices[n].ID, q.Choices[n].Text}
}

// help is how to tell, what the choices mean, and why it is asked.
func (b *formBuilder) help() Item {
	q := b.question
	lines := []string{q.Hint}
	for _, c := range q.Choices {
		if c.Detail != "" {
			lines = append(lines, c.Text+": "+c.Detail)
		}
	}
	lines = append(lines, b.protocol.Language.Sayf("Why we ask: %s", q.Why))
	return Item{
		Extension: []Extension{control("help")},
		LinkID:    q.ID + ".help", Text: strings.Join(lines, "\n"), Type: typeDisplay,
	}
}
