package report

import (
	"slices"
	"strings"

	"scarcheck/quiz/words"
)

func (r *Report) factorsForPerson() Section {
	l := r.Language
	return Section{"factors", l.Say("Risk factors"), slices.Concat(
		[]Block{{Text: l.Say("Each one stands alone. They are not added up, and they do not say what will happen to you.")}},
		r.factorPoints(func(f *Factor) Block {
			return Block{Kind: Point, Label: f.Name, Text: f.Text, More: r.youSaid(f.Because)}
		}),
		r.factorNames(Unknown, "Not known"), r.factorNames(Absent, "Absent, by what you said"),
	)}
}

// factorsForDoctor has the figure behind each factor in place of what it means
// to the person.
func (r *Report) factorsForDoctor(d Detail) Section {
	l := r.Language
	s := Section{ID: "factors", Title: l.Say("Risk factors, as reported")}
	if d == Least {
		s.Blocks = []Block{{Text: l.Say("Never added up.")}, r.factorsPresent()}
		return s
	}
	s.Blocks = []Block{{Text: l.Say("Never added up. Figures are from groups, not one person's chance.")}}
	if d == Titles {
		s.Blocks = append(s.Blocks, r.factorStatuses())
		return s
	}
	present := r.factorNames(Present, "Present")
	if d < Packed {
		present = r.factorPoints(func(f *Factor) Block {
			b := Block{Kind: Point, Label: f.Name, Text: r.because(f.Because)}
			if d < NoFigures {
				b.Text += " " + f.Evidence
			}
			return b
		})
	}
	s.Blocks = slices.Concat(s.Blocks, present, r.factorNames(Unknown, "Not known"), r.factorNames(Absent, "Absent"))
	return s
}

// statusWords says a status to people, beside what it is the status of. What is
// none is said as it stands.
func statusWords(l words.Language, status string) string {
	switch status {
	case Present:
		return l.Say("present")
	case Absent:
		return l.Say("absent")
	case Unknown:
		return l.Say("not known")
	}
	return status
}

// factorsPresent names the factors that are present.
func (r *Report) factorsPresent() Block {
	var names []string
	for _, f := range r.Factors {
		if f.Status == Present {
			names = append(names, f.Name)
		}
	}
	if len(names) == 0 {
		return Block{Text: r.Language.Say("None is known to be present.")}
	}
	return Block{Label: r.Language.Say("Present") + ":", Text: strings.Join(names, "; ") + "."}
}

// factorStatuses names all factors in one paragraph, each with its status.
func (r *Report) factorStatuses() Block {
	told := make([]string, len(r.Factors))
	for i, f := range r.Factors {
		told[i] = f.Name + ": " + statusWords(r.Language, f.Status)
	}
	return Block{Text: strings.Join(told, "; ") + "."}
}

func (r *Report) factorPoints(draw func(*Factor) Block) []Block {
	blocks := []Block{{Kind: Group, Label: r.Language.Say("Present")}}
	for i := range r.Factors {
		if r.Factors[i].Status == Present {
			blocks = append(blocks, draw(&r.Factors[i]))
		}
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

// factorNames lists the factors of a status in one paragraph, each with the
// questions to look at for the reason.
func (r *Report) factorNames(status string, title words.Text) []Block {
	var names []string
	for _, f := range r.Factors {
		if f.Status != status {
			continue
		}
		names = append(names, r.Language.Sayf("%s (see %s)", f.Name, r.from(f.Because)))
	}
	if len(names) == 0 {
		return nil
	}
	return []Block{{Label: r.Language.Say(title) + ":", Text: strings.Join(names, "; ") + "."}}
}
