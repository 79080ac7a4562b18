package report

import (
	"fmt"
	"slices"
	"strings"
)

func (r *Report) factorsForPerson() Section {
	return Section{"factors", "Risk factors", slices.Concat(
		[]Block{{Text: "Each one stands alone. They are not added up, and they do not say what will happen to you."}},
		r.factorPoints(func(f *Factor) Block {
			return Block{Kind: Point, Label: f.Name, Text: f.Text, More: r.said("You said", f.Because)}
		}),
		r.factorNames(Unknown, "Not known"), r.factorNames(Absent, "Absent, by what you said"),
	)}
}

// factorsForDoctor has the figure behind each factor in place of what it means
// to the person.
func (r *Report) factorsForDoctor() Section {
	return Section{"factors", "Risk factors, as reported", slices.Concat(
		[]Block{{Text: "Never added up. Figures are from groups and say nothing of one person's chance."}},
		r.factorPoints(func(f *Factor) Block {
			return Block{Kind: Point, Label: f.Name, Text: f.Evidence, More: r.said("Said", f.Because)}
		}),
		r.factorNames(Unknown, "Not known"), r.factorNames(Absent, "Absent"),
	)}
}

func (r *Report) factorPoints(draw func(*Factor) Block) []Block {
	blocks := []Block{{Kind: Group, Label: "Present"}}
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

// factorNames lists factors that are not present, each with the questions to
// look at for the reason.
func (r *Report) factorNames(status, title string) []Block {
	var names []string
	for _, f := range r.Factors {
		if f.Status != status {
			continue
		}
		var questions []string
		for _, reason := range f.Because {
			questions = append(questions, reason.Question)
		}
		names = append(names, fmt.Sprintf("%s (see %s)", f.Name, strings.Join(r.labels(questions), ", ")))
	}
	if len(names) == 0 {
		return nil
	}
	return []Block{{Text: title + ": " + strings.Join(names, "; ") + "."}}
}
