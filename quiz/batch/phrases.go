package batch

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

// phrases are the pieces that lines are put together from, made once. Workers
// share them and change nothing. A piece that ends in an open bracket is
// followed by what goes in.
type phrases struct {
	protocol   *quiz.Protocol
	report     report.Options
	format     Format
	texts      bool
	instead    func(*judge, int, []byte) quiz.Fault
	dontKnow   rules.Answers // each question answered "I don't know"
	open       rules.Answers // and not at all
	header     []byte        // of a table
	head       string        // {"schema": ... up to the answers
	questions  []questionPhrases
	levels     []levelPhrases // the last one is "undecided"
	factors    []findingPhrases
	tips       []findingPhrases
	treatments []treatmentPhrases
	notes      []string
	ask        []string
}

// questionPhrases tell of one question. The last three are whole, for they are
// what is said most.
type questionPhrases struct {
	kind    rules.Kind
	hidden  bool // never told
	id      string
	answer  string    // "lesions":
	choices []string  // "deep-few"
	reason  string    // {"question":"lesions","answer":[
	left    [4]string // by quiz.State: {"question":"lesions","state":"dont-know"}
	met     [4]string // by quiz.State: {"question":"lesions","answer":["dont-know"]}
	because []string  // by choice: {"question":"lesions","answer":["deep-few"]}
}

type levelPhrases struct {
	id      string // same-day
	level   string // {"level":"same-day","because":[
	couldBe string // ],"could_be":"same-day","could_be_questions":[
	sources string // ],"sources":[...]}
}

// findingPhrases begin and end a factor, or a tip, of which only True is used.
type findingPhrases struct {
	statuses  [4]string // by rules.Truth: {"id":"picking","status":"present","because":[
	sources   string    // ],"sources":[...]}
	everybody string    // of a tip without reasons, all of it
}

type treatmentPhrases struct {
	first    string          // {"id":"subcision","for":[
	cautions []cautionPhrase // in the treatment's order
	sources  string          // ],"sources":[...]}
}

type cautionPhrase struct {
	place    int       // among all cautions
	statuses [4]string // by rules.Truth: {"id":"keloids","status":"unknown"}
}

func newPhrases(p *quiz.Protocol, o Options) *phrases {
	g := p.Guideline
	w := &phrases{
		protocol: p, report: o.Report, format: o.Format, texts: o.Texts, instead: o.instead,
		dontKnow: stand(p, quiz.DontKnow), open: stand(p, quiz.Unanswered),
	}
	w.header = []byte("id,level,could_be")
	for _, f := range g.Factors {
		w.header = append(w.header, ","+f.ID...)
		finding := findingPhrases{sources: `],"sources":` + list(f.Sources) + "}"}
		for truth, status := range statuses {
			finding.statuses[truth] = `{"id":` + quoted(f.ID) + `,"status":` + quoted(status) + `,"because":[`
		}
		w.factors = append(w.factors, finding)
	}
	w.header = append(w.header, "\r\n"...)
	for _, t := range g.Tips {
		finding := findingPhrases{sources: `],"sources":` + list(t.Sources) + "}"}
		finding.statuses[rules.True] = `{"id":` + quoted(t.ID) + `,"because":[`
		finding.everybody = finding.statuses[rules.True] + finding.sources
		w.tips = append(w.tips, finding)
	}
	w.head = head(p, o.Report)
	for i := range p.Questions {
		w.questions = append(w.questions, sayQuestion(&p.Questions[i], o.Report.Sensitive))
	}
	for _, l := range g.Levels {
		w.levels = append(w.levels, sayLevel(l.ID, l.Sources))
	}
	w.levels = append(w.levels, sayLevel(rules.Undecided, g.Undecided.Sources))
	for _, t := range g.Treatments {
		w.treatments = append(w.treatments, sayTreatment(g, t))
	}
	for _, n := range g.Notes {
		w.notes = append(w.notes, quoted(n.ID))
	}
	for _, n := range g.Ask {
		w.ask = append(w.ask, quoted(n.ID))
	}
	return w
}

// statuses are those of factors and cautions, by rules.Truth.
var statuses = [4]string{rules.False: report.Absent, rules.Unknown: report.Unknown, rules.True: report.Present}

// stand is what rules make of every question met in this way.
func stand(p *quiz.Protocol, state quiz.State) rules.Answers {
	answers := make(quiz.Answers, len(p.Questions))
	for i := range answers {
		answers[i].State = state
	}
	return p.Logic(answers)
}

// head is what all reports of a batch have in common.
func head(p *quiz.Protocol, o report.Options) string {
	r := report.Build(p, make(quiz.Answers, len(p.Questions)), o)
	text := encode(struct {
		Schema     string          `json:"schema"`
		Program    string          `json:"program"`
		Protocol   report.Protocol `json:"protocol"`
		AssessedAt string          `json:"assessed_at"`
	}{report.SchemaIDs, r.Program, r.Protocol, r.AssessedAt})
	return strings.TrimSuffix(text, "}") + `,"answers":{`
}

func sayQuestion(q *quiz.Question, sensitive bool) questionPhrases {
	id := quoted(q.ID)
	said := questionPhrases{
		kind: q.Kind, hidden: q.Sensitive && !sensitive,
		id: id, answer: id + ":", reason: `{"question":` + id + `,"answer":[`,
	}
	for _, c := range q.Choices {
		choice := quoted(c.ID)
		said.choices = append(said.choices, choice)
		said.because = append(said.because, said.reason+choice+"]}")
	}
	for i := range said.left {
		state := quoted(quiz.State(i).String())
		said.left[i] = `{"question":` + id + `,"state":` + state + "}"
		said.met[i] = said.reason + state + "]}"
	}
	return said
}

func sayLevel(id string, sources []string) levelPhrases {
	return levelPhrases{
		id: id, level: `],"care":{"level":` + quoted(id) + `,"because":[`,
		couldBe: `],"could_be":` + quoted(id) + `,"could_be_questions":[`,
		sources: `],"sources":` + list(sources) + "}",
	}
}

func sayTreatment(g *rules.Guideline, t *rules.Treatment) treatmentPhrases {
	said := treatmentPhrases{first: `{"id":` + quoted(t.ID) + `,"for":[`, sources: `],"sources":` + list(t.Sources) + "}"}
	for _, c := range t.Cautions {
		phrase := cautionPhrase{place: slices.Index(g.Cautions, c)}
		for truth, status := range statuses {
			phrase.statuses[truth] = `{"id":` + quoted(c.ID) + `,"status":` + quoted(status) + "}"
		}
		said.cautions = append(said.cautions, phrase)
	}
	return said
}

func list(ids []string) string { return encode(append([]string{}, ids...)) }

func quoted(text string) string { return encode(text) }

// encode writes JSON as reports write it.
func encode(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // plain texts and lists of them always have a form as JSON
	}
	return strings.TrimSuffix(b.String(), "\n")
}
