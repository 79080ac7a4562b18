package rules

import (
	"slices"

	"scarcheck/rules/strict"
)

func (l *loader) care(file strict.Node) {
	m := file.Map("levels", "undecided", "support", "crisis")
	levels := m.Get("levels").Items()
	for i, node := range levels {
		l.Levels = append(l.Levels, l.level(node, i == len(levels)-1))
	}
	u := m.Get("undecided").Map("title", "says", "sources")
	l.Undecided = l.advice(u)
	s := m.Get("support").Map("when", "title", "says", "sources")
	l.Support = l.advice(s)
	l.Support.When = l.when(s)
	c := m.Get("crisis").Map("when", "title", "says", "sources")
	l.Crisis = l.advice(c)
	scope := l.scope()
	scope.sensitive = true
	l.Crisis.When = scope.condition(c.Get("when"))
}

func (l *loader) advice(m strict.Map) Advice {
	return Advice{Title: m.Text("title"), Says: m.Text("says"), Sources: l.cites(m)}
}

func (l *loader) level(node strict.Node, last bool) *Level {
	m := node.Map("id", "title", "when", "otherwise", "says", "also", "could_be", "sources")
	level := &Level{ID: l.id(m, "level"), Advice: l.advice(m)}
	if level.ID == Undecided {
		m.Get("id").Faultf("no level may be called %q: the word says that no level is certain", Undecided)
	}
	if last {
		if !m.MaybeBool("otherwise") || m.Has("when") {
			node.Faultf("the last level must say \"otherwise: true\" and have no \"when\": it is for everybody whom no level above takes")
		}
	} else {
		if m.Has("otherwise") {
			m.Get("otherwise").Faultf("only the last level may say \"otherwise\"; give this one a \"when\"")
			level.When = l.maybeWhen(m)
		} else {
			level.When = l.when(m)
		}
		level.CouldBe = m.Text("could_be")
	}
	if m.Has("also") {
		for _, also := range m.Get("also").Items() {
			a := also.Map("when", "says")
			level.Also = append(level.Also, Also{When: l.when(a), Says: a.Text("says")})
		}
	}
	return level
}

func (l *loader) treatments(file strict.Node) {
	m := file.Map("cautions", "marks", "treatments")
	for _, node := range m.Get("cautions").Items() {
		c := node.Map("id", "name", "when", "text", "sources")
		l.Cautions = append(l.Cautions, &Caution{
			ID: l.id(c, "caution"), Name: c.Text("name"), When: l.when(c), Text: c.Text("text"), Sources: l.cites(c),
		})
	}
	for _, node := range m.Get("treatments").Items() {
		l.Treatments = append(l.Treatments, l.treatment(node))
	}
	l.suit(m.Get("marks"))
}

func (l *loader) treatment(node strict.Node) *Treatment {
	m := node.Map("id", "name", "what", "visits", "expect", "healing", "risks", "cautions", "sources")
	t := &Treatment{
		ID: l.id(m, "treatment"), Name: m.Text("name"), What: m.Text("what"), Visits: m.Text("visits"),
		Expect: m.Text("expect"), Healing: m.Text("healing"), Risks: m.Text("risks"), Sources: l.cites(m),
	}
	known := make([]string, 0, len(l.Cautions))
	for _, c := range l.Cautions {
		known = append(known, c.ID)
	}
	for _, node := range m.Get("cautions").Items() {
		id := node.Text()
		at := slices.Index(known, id)
		switch {
		case id == "", len(known) == 0: // what is wrong stands in the log already
		case at < 0:
			node.Faultf("no caution %q%s", id, strict.Suggest(id, known))
		case slices.Contains(t.Cautions, l.Cautions[at]):
			node.Faultf("caution %q is named twice", id)
		default:
			t.Cautions = append(t.Cautions, l.Cautions[at])
		}
	}
	return t
}

// suit reads which treatment suits which mark: choices of the question "marks".
func (l *loader) suit(rows strict.Node) {
	place, ok := l.Vocabulary.Find("marks")
	if !ok {
		rows.Faultf("treatments answer to a question \"marks\", and there is none")
		return
	}
	l.marks = place
	var seen uint64
	for _, row := range rows.Items() {
		m := row.Map("mark", "first", "follow_up")
		mark := m.Text("mark")
		bit, err := l.Vocabulary.Question(place).Mask(mark)
		switch {
		case mark == "": // what is wrong stands in the log already
		case err != nil:
			m.Get("mark").Faultf("%v", err)
		case seen&bit != 0:
			m.Get("mark").Faultf("mark %q has a row above; join the two", mark)
			continue
		}
		seen |= bit
		for _, node := range m.Get("first").Items() {
			l.suits(node, bit, func(t *Treatment) *uint64 { return &t.first })
		}
		if m.Has("follow_up") {
			for _, node := range m.Get("follow_up").Items() {
				l.suits(node, bit, func(t *Treatment) *uint64 { return &t.followUp })
			}
		}
	}
}

// suits notes that the treatment named at node suits a mark, first or after
// another.
func (l *loader) suits(node strict.Node, mark uint64, when func(*Treatment) *uint64) {
	id := node.Text()
	known := make([]string, 0, len(l.Treatments))
	for _, t := range l.Treatments {
		known = append(known, t.ID)
	}
	at := slices.Index(known, id)
	switch {
	case id == "", len(known) == 0: // what is wrong stands in the log already
	case at < 0:
		node.Faultf("no treatment %q%s", id, strict.Suggest(id, known))
	case (l.Treatments[at].first|l.Treatments[at].followUp)&mark != 0:
		node.Faultf("treatment %q is named twice for this mark", id)
	default:
		*when(l.Treatments[at]) |= mark
	}
}
