package quiz

import (
	"fmt"
	"strings"
	"unicode"

	"scarcheck/rules"
)

// Text is a text that people read, and where it stands.
type Text struct {
	File string // "questions.yaml"
	Path string // "questions.lesions.hint", as strict.Node.Walk names it
	Text string
}

// Texts are all sentences of the protocol that a person reads, in the order of
// the files. Those left out of the files are left out here.
func (p *Protocol) Texts() []Text {
	var list []Text
	p.walk(func(file, path string, text *string, use use) {
		if use == told {
			list = append(list, Text{file, path, *text})
		}
	})
	return list
}

// use is what a text of the protocol is for.
type use uint8

const (
	told  use = iota // sentences and choices, for the person
	named            // titles, labels and words, and what is for the doctor; not measured for how it reads
)

// texts walks over the texts of a protocol.
type texts struct {
	file  string
	visit func(file, path string, text *string, use use)
}

// walk calls visit with each text of the protocol that people read in some
// form, in the order of the files. Those left out of the files are left out here.
func (p *Protocol) walk(visit func(file, path string, text *string, use use)) {
	t := &texts{visit: visit}
	t.questions(p)
	g := p.Guideline
	t.care(g)
	t.file = "factors.yaml"
	for _, f := range g.Factors {
		t.told("factors."+f.ID+".name", &f.Name)
		t.told("factors."+f.ID+".text", &f.Text)
		t.named("factors."+f.ID+".evidence", &f.Evidence)
	}
	t.file = "tips.yaml"
	for _, tip := range g.Tips {
		t.told("tips."+tip.ID+".title", &tip.Title)
		t.told("tips."+tip.ID+".text", &tip.Text)
	}
	t.treatments(g)
	t.file = "notes.yaml"
	for _, n := range g.Notes {
		t.told("notes."+n.ID+".title", &n.Title)
		t.told("notes."+n.ID+".text", &n.Text)
	}
	for _, n := range g.Ask {
		t.told("ask."+n.ID+".text", &n.Text)
	}
	t.file = "terms.yaml"
	for i := range g.Terms {
		path := "terms." + g.Terms[i].Term
		t.named(path+".term", &g.Terms[i].Term)
		t.told(path+".plain", &g.Terms[i].Plain)
	}
	t.file = "sources.yaml"
	for _, s := range g.Sources {
		t.named("sources."+s.ID+".second_hand", &s.SecondHand)
	}
}

func (t *texts) told(path string, text *string) { t.add(path, text, told) }

func (t *texts) named(path string, text *string) { t.add(path, text, named) }

func (t *texts) add(path string, text *string, use use) {
	if *text != "" {
		t.visit(t.file, path, text, use)
	}
}

func (t *texts) questions(p *Protocol) {
	t.file = "questions.yaml"
	t.named("title", &p.Title)
	for i := range p.Welcome {
		t.told(fmt.Sprintf("welcome.%d", i+1), &p.Welcome[i])
	}
	for i := range p.Sections {
		t.named("sections."+p.Sections[i].ID+".title", &p.Sections[i].Title)
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		path := "questions." + q.ID
		t.named(path+".label", &q.Label)
		t.told(path+".text", &q.Text)
		t.told(path+".hint", &q.Hint)
		t.told(path+".why", &q.Why)
		for j := range q.Choices {
			t.choice(path+".choices."+q.Choices[j].ID, &q.Choices[j])
		}
	}
}

func (t *texts) choice(path string, c *Choice) {
	short := c.Short != c.Text // else the file has none
	t.told(path+".text", &c.Text)
	if short {
		t.told(path+".short", &c.Short)
	}
	t.told(path+".detail", &c.Detail)
	if strings.ContainsFunc(c.Drawing, unicode.IsLetter) {
		t.named(path+".drawing", &c.Drawing)
	}
}

func (t *texts) care(g *rules.Guideline) {
	t.file = "care.yaml"
	for _, level := range g.Levels {
		path := "levels." + level.ID
		t.advice(path, &level.Advice)
		for i := range level.Also {
			t.told(fmt.Sprintf("%s.also.%d.says", path, i+1), &level.Also[i].Says)
		}
		t.told(path+".could_be", &level.CouldBe)
	}
	t.advice("undecided", &g.Undecided)
	t.advice("support", &g.Support)
	t.advice("crisis", &g.Crisis)
}

func (t *texts) advice(path string, a *rules.Advice) {
	t.told(path+".title", &a.Title)
	t.told(path+".says", &a.Says)
}

func (t *texts) treatments(g *rules.Guideline) {
	t.file = "treatments.yaml"
	for _, c := range g.Cautions {
		t.told("cautions."+c.ID+".name", &c.Name)
		t.told("cautions."+c.ID+".text", &c.Text)
	}
	for _, tr := range g.Treatments {
		path := "treatments." + tr.ID
		t.told(path+".name", &tr.Name)
		t.told(path+".what", &tr.What)
		t.told(path+".visits", &tr.Visits)
		t.told(path+".expect", &tr.Expect)
		t.told(path+".healing", &tr.Healing)
		t.told(path+".risks", &tr.Risks)
	}
}
