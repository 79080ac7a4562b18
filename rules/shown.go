package rules

import "scarcheck/rules/diagram"

// drawShown draws all that a result shows beside care and factors, and the
// condition of every rule.
func (w *world) drawShown() {
	g := w.guideline
	for i, level := range g.Levels {
		for j, also := range level.Also {
			told := w.Choose(w.care, g.urgency(i), w.Value(yes), w.Value(no))
			w.show(alsoName(level, j), w.Apply(w.and, told, w.Map(w.certain, w.condition(also.When))))
		}
	}
	w.show("support", w.Map(w.certain, w.condition(g.Support.When)))
	w.show("crisis", w.Map(w.certain, w.condition(g.Crisis.When)))
	for _, tip := range g.Tips {
		called := w.Value(no)
		if tip.When != nil {
			called = w.Map(w.certain, w.condition(tip.When))
		}
		w.show("tip "+tip.ID, called)
	}
	w.drawTreatments()
	for _, note := range g.Notes {
		w.show("note "+note.ID, w.Map(w.certain, w.condition(note.When)))
	}
	w.drawAsk()
}

func alsoName(level *Level, i int) string {
	return "further sentence " + string(rune('1'+i)) + " of " + level.ID
}

func (w *world) show(name string, f diagram.Ref) { w.shown = append(w.shown, outcome{name, f}) }

// drawTreatments draws each treatment, shown for a mark, and the cautions
// beside it, which may be not known.
func (w *world) drawTreatments() {
	g := w.guideline
	cautions := make([]diagram.Ref, len(g.Cautions))
	place := make(map[*Caution]int, len(g.Cautions))
	for i, c := range g.Cautions {
		cautions[i], place[c] = w.condition(c.When), i
	}
	for _, t := range g.Treatments {
		shown := w.suits(t.first | t.followUp)
		w.show("treatment "+t.ID, shown)
		for _, c := range t.Cautions {
			w.show(cautionName(t, c), w.Apply(w.and, shown, cautions[place[c]]))
		}
	}
}

func cautionName(t *Treatment, c *Caution) string { return "caution " + c.ID + " on " + t.ID }

// suits is yes where one of these marks is reported.
func (w *world) suits(marks uint64) diagram.Ref {
	if w.guideline.marks < 0 {
		return w.Value(no)
	}
	return w.Map(w.certain, w.test(test{w.guideline.marks, opAnyOf, marks}))
}

// drawAsk draws the questions for the dermatologist: of those that hold, the
// first MostAsk.
func (w *world) drawAsk() {
	before := w.Value(0)
	for _, note := range w.guideline.Ask {
		holds := w.Map(w.certain, w.condition(note.When))
		full := w.Choose(before, MostAsk, w.Value(no), holds)
		w.show("question to ask "+note.ID, full)
		before = w.Apply(w.sum, before, w.Map(w.once, holds))
	}
}
