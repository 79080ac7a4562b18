package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"scarcheck/quiz/words"
)

// Person returns the sections for the person, the pages after the first: what
// to do and to ask about, and whatever the first page leaves out at this detail.
func (r *Report) Person(d Detail) []Section {
	sections := []Section{r.notice(), r.advice(), r.sinceForPerson(d), r.support(), r.tips(), r.treatments(), r.notes()}
	if d >= Titles {
		sections = append(sections, r.ask())
	}
	return joined(append(sections, r.answersInFull(d), r.figures(d), r.sources(), r.about())...)
}

func (r *Report) tips() Section {
	s := Section{ID: "tips", Title: r.Language.Say("What you can do")}
	for _, t := range r.Tips {
		b := Block{Kind: Point, Label: t.Title, Text: t.Text, More: r.youSaid(t.Because)}
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

func (r *Report) treatments() Section {
	s := Section{ID: "treatments", Title: r.Language.Say("Treatments to ask about")}
	if len(r.Treatments) == 0 {
		return s
	}
	s.Blocks = []Block{{Text: r.Language.Say("These are things to ask about, not advice to have them. What suits your skin is for you and a dermatologist to decide.")}}
	for _, t := range r.Treatments {
		s.Blocks = append(s.Blocks, r.treatment(&t))
	}
	s.Blocks = append(s.Blocks, r.cautions()...)
	return s
}

// talkFirst leads what to tell the doctor before a treatment.
const talkFirst words.Text = "Talk about first"

// treatment has what to know below it, a line each behind its label and a colon.
func (r *Report) treatment(t *Treatment) Block {
	b := Block{Kind: Point, Label: t.Name, Text: t.Text}
	tell := func(label words.Text, text string) { b.More = append(b.More, r.Language.Say(label)+": "+text) }
	tell("For", t.ForText)
	tell("Visits", t.Visits)
	tell("What to expect", t.Expect)
	tell("Healing", t.Healing)
	tell("What can go wrong", t.Risks)
	names := make([]string, len(t.Cautions))
	for i, c := range t.Cautions {
		names[i] = lowered(c.Name)
	}
	if len(names) > 0 {
		tell(talkFirst, strings.Join(names, ", "))
	}
	return b
}

// lowered is a name as it stands in the middle of a sentence. A saved report
// may have been changed by hand, so the name may be empty.
func lowered(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// cautions says once what several treatments share.
func (r *Report) cautions() []Block {
	blocks := []Block{{Kind: Group, Label: r.Language.Say(talkFirst)}}
	seen := map[string]bool{}
	for _, t := range r.Treatments {
		for _, c := range t.Cautions {
			if seen[c.ID] {
				continue
			}
			seen[c.ID] = true
			b := Block{Kind: Point, Label: c.Name, Text: c.Text}
			if c.Status == Unknown {
				b.More = r.Language.Each("It is not known whether this concerns you.")
			}
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

func (r *Report) notes() Section {
	s := Section{ID: "notes", Title: r.Language.Say("Good to know")}
	for _, n := range r.Text.Notes {
		if !n.First {
			s.Blocks = append(s.Blocks, Block{Kind: Point, Label: n.Title, Text: n.Text})
		}
	}
	return s
}

func (r *Report) sources() Section {
	s := Section{ID: "sources", Title: r.Language.Say("Where this comes from")}
	for _, source := range r.Text.Sources {
		text := source.Title + " (" + source.Where + ")."
		if source.SecondHand != "" {
			text += " " + r.Language.Sayf("Second-hand: %s", source.SecondHand)
		}
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: text})
	}
	return s
}

func (r *Report) about() Section {
	hash := strings.TrimPrefix(r.Protocol.Hash, "sha256:")
	return Section{ID: "about", Title: r.Language.Say("This page"), Blocks: []Block{{
		Text: r.Language.Sayf("%s, protocol %s version %d (%.12s), %s.", r.Program, r.Protocol.ID, r.Protocol.Version, hash, r.Date()),
	}}}
}

// answersInFull gives the answers that the first page tells in few words, and
// the lines to write on that it has no room for.
func (r *Report) answersInFull(d Detail) Section {
	s := Section{ID: "in-full", Title: r.Language.Say("The answers in full")}
	if d < ShortWords {
		return s
	}
	s.Blocks = append(r.answered(Full, false), r.answered(Full, true)...)
	if d == Least {
		s.Blocks = append(s.Blocks, r.blanks()...)
	}
	return s
}

// figures gives what stands behind the factors where the first page has no room
// for it.
func (r *Report) figures(d Detail) Section {
	s := Section{ID: "figures", Title: r.Language.Say("Behind the factors, for the doctor")}
	if d < NoFigures {
		return s
	}
	s.Blocks = r.factorPoints(func(f *Factor) Block {
		return Block{Kind: Point, Label: f.Name, Text: r.because(f.Because) + " " + f.Evidence}
	})
	if d >= Titles {
		s.Blocks = slices.Concat(s.Blocks, r.factorNames(Unknown, "Not known"), r.factorNames(Absent, "Absent"))
	}
	return s
}
