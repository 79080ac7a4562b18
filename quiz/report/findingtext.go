package report

import "scarcheck/quiz/words"

// kindWords say to people what a finding is, and of which words its states are.
type kindWords struct{ name, absent, unknown, present words.Text }

func findingWords(kind string) kindWords {
	switch kind {
	case "support":
		return kindWords{"Someone to talk to", "not said", "not known", "said"}
	case "factor":
		return kindWords{"Risk factor", "absent", "not known", "present"}
	case "tip":
		return kindWords{"Tip", "not given", "not known", "your answers call for it"}
	case "treatment":
		return kindWords{"Treatment to ask about", "not listed", "not known", "listed"}
	case "caution":
		return kindWords{talkFirst, "not listed", "listed, and not known if it concerns you", "listed"}
	case "note":
		return kindWords{"Good to know", "not said", "not known", "said"}
	}
	return kindWords{"Question for the dermatologist", "not listed", "not known", "listed"}
}

// comesOrGoes reports whether all there is to tell is that it is listed now or
// no longer is.
func (f *Finding) comesOrGoes() bool {
	listed := f.Kind == "treatment" || f.Kind == "caution" || f.Kind == "note" || f.Kind == "ask"
	return listed && len(f.Because) == 0 && (f.Was == Absent && f.Now == Present || f.Was == Present && f.Now == Absent)
}

// arrow takes the name of what comes or goes.
func (f *Finding) arrow() words.Text {
	if f.Now == Present {
		return "New: %s"
	}
	return "No longer: %s"
}

// stated is a state in the words for this kind of finding.
func (f *Finding) stated(state string) words.Text {
	say := findingWords(f.Kind)
	switch state {
	case Present:
		return say.present
	case Absent:
		return say.absent
	case Unknown:
		return say.unknown
	case ForEverybody:
		return "given to everybody"
	}
	return "not looked at"
}

func (f *Finding) block(l words.Language) Block {
	switch f.Kind {
	case "care":
		return f.careBlock(l)
	case "could-be":
		return Block{Kind: Point, Label: l.Say("What open answers could change"), More: beforeNow(l, orNothing(l, f.WasText), orNothing(l, f.NowText))}
	}
	b := Block{Kind: Point, Label: l.Say(findingWords(f.Kind).name) + ": " + f.Name}
	if f.WasName != "" {
		b.Text = l.Sayf("It was called: %s", f.WasName)
	}
	if f.Was == f.Now {
		b.More = beforeNow(l, f.WasText, f.NowText)
		return b
	}
	b.More = []string{l.Sayf("Before: %s. Now: %s.", f.stated(f.Was), f.stated(f.Now))}
	return b
}

// careBlock tells the advice: by its titles where it is another level, in full
// where only what is added to it changed.
func (f *Finding) careBlock(l words.Language) Block {
	b := Block{Kind: Point, Label: l.Say("Advice"), More: beforeNow(l, f.was(), f.Name)}
	if f.Was == f.Now {
		b.More = beforeNow(l, sentence(f.was(), f.WasText), sentence(f.Name, f.NowText))
	}
	return b
}

func orNothing(l words.Language, text string) string {
	if text == "" {
		return l.Say("no open answer could.")
	}
	return text
}
