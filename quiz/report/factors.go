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
func (r *Report) factorsForDoctor(d Detail) Section {
	s := Section{"factors", "Risk factors, as reported", []Block{
		{Text: "Never added up. Figures are from groups, not one person's chance."},
	}}
	if d == Least {
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

// statusWords are the statuses of factors in words.
var statusWords = map[string]string{Present: "present", Absent: "absent", Unknown: "not known", widestStatus: "not_known"}

// widestStatus stands in for all statuses where only the room they take
// matters: one word, wider than any of them.
const widestStatus = "widest"

// factorStatuses names all factors in one paragraph, each with its status.
func (r *Report) factorStatuses() Block {
	told := make([]string, len(r.Factors))
	for i, f := range r.Factors {
		told[i] = f.Name + ": " + statusWords[f.Status]
	}
	return Block{Text: strings.Join(told, "; ") + "."}
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

// factorNames lists the factors of a status in one paragraph, each with the
// questions to look at for the reason.
func (r *Report) factorNames(status, title string) []Block {
	var names []string
	for _, f := range r.Factors {
		if f.Status != status {
			continue
		}
		names = append(names, fmt.Sprintf("%s (see %s)", f.Name, r.from(f.Because)))
	}
	if len(names) == 0 {
		return nil
	}
	return []Block{{Text: title + ": " + strings.Join(names, "; ") + ".", Strong: []string{title + ":"}}}
}
