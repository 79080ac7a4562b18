package quiz

import (
	"fmt"

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
	t := &texts{}
	t.questions(p)
	g := p.Guideline
	t.care(g)
	t.file = "factors.yaml"
	for _, f := range g.Factors {
		t.add("factors."+f.ID+".name", f.Name)
		t.add("factors."+f.ID+".text", f.Text)
	}
	t.file = "tips.yaml"
	for _, tip := range g.Tips {
		t.add("tips."+tip.ID+".title", tip.Title)
		t.add("tips."+tip.ID+".text", tip.Text)
	}
	t.treatments(g)
	t.file = "notes.yaml"
	for _, n := range g.Notes {
		t.add("notes."+n.ID+".title", n.Title)
		t.add("notes."+n.ID+".text", n.Text)
	}
	for _, n := range g.Ask {
		t.add("ask."+n.ID+".text", n.Text)
	}
	t.file = "terms.yaml"
	for _, term := range g.Terms {
		t.add("terms."+term.Term+".plain", term.Plain)
	}
	return t.list
}

type texts struct {
	file string
	list []Text
}

func (t *texts) add(path, text string) {
	if text != "" {
		t.list = append(t.list, Text{t.file, path, text})
	}
}

func (t *texts) questions(p *Protocol) {
	t.file = "questions.yaml"
	for i, paragraph := range p.Welcome {
		t.add(fmt.Sprintf("welcome.%d", i+1), paragraph)
	}
	for _, q := range p.Questions {
		path := "questions." + q.ID
		t.add(path+".text", q.Text)
		t.add(path+".hint", q.Hint)
		t.add(path+".why", q.Why)
		for _, c := range q.Choices {
			t.add(path+".choices."+c.ID+".text", c.Text)
			if c.Short != c.Text {
				t.add(path+".choices."+c.ID+".short", c.Short)
			}
			t.add(path+".choices."+c.ID+".detail", c.Detail)
		}
	}
}

func (t *texts) care(g *rules.Guideline) {
	t.file = "care.yaml"
	for _, level := range g.Levels {
		path := "levels." + level.ID
		t.advice(path, &level.Advice)
		for i, also := range level.Also {
			t.add(fmt.Sprintf("%s.also.%d.says", path, i+1), also.Says)
		}
		t.add(path+".could_be", level.CouldBe)
	}
	t.advice("undecided", &g.Undecided)
	t.advice("support", &g.Support)
	t.advice("crisis", &g.Crisis)
}

func (t *texts) advice(path string, a *rules.Advice) {
	t.add(path+".title", a.Title)
	t.add(path+".says", a.Says)
}

func (t *texts) treatments(g *rules.Guideline) {
	t.file = "treatments.yaml"
	for _, c := range g.Cautions {
		t.add("cautions."+c.ID+".name", c.Name)
		t.add("cautions."+c.ID+".text", c.Text)
	}
	for _, tr := range g.Treatments {
		path := "treatments." + tr.ID
		t.add(path+".name", tr.Name)
		t.add(path+".what", tr.What)
		t.add(path+".visits", tr.Visits)
		t.add(path+".expect", tr.Expect)
		t.add(path+".healing", tr.Healing)
		t.add(path+".risks", tr.Risks)
	}
}
