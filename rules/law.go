package rules

import (
	"fmt"

	"scarcheck/rules/diagram"
)

// Law is something that must hold of every guideline, whatever it is about.
type Law struct {
	ID   string
	Says string // in plain words

	prove func(*proofs)
}

// Laws are the laws that Check proves, in order.
func Laws() []Law {
	return []Law{
		{"rule-can-hold", "Every rule holds for some answers: none is dead.", (*proofs).canHold},
		{"rule-can-fail", "Every rule with a condition fails for some answers: none says the same to everybody.", (*proofs).canFail},
		{"level-is-reached", "Every level of care, and \"undecided\", is what somebody is told.", (*proofs).levelsReached},
		{"question-is-asked", "Every question is asked of somebody, and every question with a condition is ruled out for somebody.", (*proofs).questionsAsked},
		{"choice-matters", "Every choice changes something for somebody, unless it is marked as informational; then it changes nothing.", (*proofs).choicesMatter},
		{"worse-never-lowers-care", "A worse answer never leads to a less urgent level of care.", (*proofs).worseCare},
		{"worse-keeps-factors", "A worse answer never takes away a factor that is present.", (*proofs).worseFactors},
		{"missing-is-never-no", "A factor is absent or present only if it is so however an open question may be answered.", (*proofs).missingIsNeverNo},
		{"open-never-reassures", "No answer never reads as more reassuring than the most reassuring answer would.", (*proofs).openNeverReassures},
		{"could-be-never-below", "What it could be is at least as urgent as what any answers to the open questions bring.", (*proofs).couldBeNeverBelow},
		{"could-be-comes-true", "What it could be is no more urgent than what some answers to the open questions bring.", (*proofs).couldBeComesTrue},
		{"last-level-is-certain", "The last level is told only when no answers to the open questions bring another.", (*proofs).lastIsCertain},
		{"factor-brings-advice", "Every factor that is present brings at least one tip or treatment.", (*proofs).factorsBringAdvice},
		{"urgent-is-told", "The most urgent level is told whenever it holds, with its text and with the text on what it could be.", (*proofs).urgentIsTold},
	}
}

// Proof is what became of a law for one of the things it is about.
type Proof struct {
	Law     string
	About   string   // "factor relapse", "question effective-treatment"
	Holds   bool     // proved, or broken only where waivers allow it
	Why     string   // what is wrong, in words; "" if nothing is
	Example *Example // the shortest answers that break it; nil if none is needed to see it
	Waivers []string // the reasons of those that allow it to be broken
}

// Example is a set of answers, the shortest that shows what it is an example
// of, or two sets that differ in one answer.
type Example struct {
	Answers []Given
	Then    []Given // after the one answer is changed; nil if none is
	Changed int     // the place of the question whose answer is changed, or -1
}

// Given is a question that is asked and how it was met. Questions that are
// left out are not asked, or not answered.
type Given struct {
	Question int
	Reply    Reply
}

// Words tells an example in ids: "alarm [open-sores], worst dont-know".
func (v *Vocabulary) Words(answers []Given) string {
	words := make([]string, len(answers))
	for i, a := range answers {
		q := v.Question(a.Question)
		words[i] = q.ID + " " + a.Reply.words(q)
	}
	return list(words)
}

// proofs proves the laws of one world.
type proofs struct {
	*world
	law     Law
	waivers []*waiving
	list    []Proof
}

// prove proves all laws.
func (w *world) prove(waivers []*waiving) []Proof {
	p := &proofs{world: w, waivers: waivers}
	for _, law := range Laws() {
		p.law = law
		law.prove(p)
	}
	return p.list
}

// waiving is a waiver while the laws are proved.
type waiving struct {
	*Waiver
	used bool
}

// plain records a law that answers cannot show to be broken.
func (p *proofs) plain(about string, holds bool, why string) {
	proof := Proof{Law: p.law.ID, About: about, Holds: holds}
	if !holds {
		proof.Why = why
		p.waive(&proof, p.Value(yes))
	}
	p.list = append(p.list, proof)
}

// breach records a law and the answers that break it: none, if it holds.
// The example is made from those that no waiver allows.
func (p *proofs) breach(about, why string, bad diagram.Ref, example func(bad diagram.Ref) *Example) {
	proof := Proof{Law: p.law.ID, About: about, Holds: bad == p.Value(no)}
	if !proof.Holds {
		proof.Why = why
		if bad = p.waive(&proof, bad); !proof.Holds {
			proof.Example = example(bad)
		}
	}
	p.list = append(p.list, proof)
}

// waive takes what waivers allow away from the answers that break a law.
func (p *proofs) waive(proof *Proof, bad diagram.Ref) diagram.Ref {
	for _, w := range p.waivers {
		if w.Law != proof.Law || w.About != proof.About {
			continue
		}
		allowed := p.Map(p.certain, p.condition(w.When))
		if p.Apply(p.and, bad, allowed) == p.Value(no) {
			continue
		}
		w.used = true
		proof.Waivers = append(proof.Waivers, w.Reason)
		bad = p.Apply(p.and, bad, p.Map(p.not, allowed))
	}
	if proof.Holds = bad == p.Value(no); proof.Holds {
		proof.Why = ""
	}
	return bad
}

// one is an example of one set of answers.
func (w *world) one(bad diagram.Ref) *Example {
	classes, ok := w.Shortest(bad, yes, nil)
	if !ok {
		return nil
	}
	return &Example{Answers: w.given(w.shortest(classes), classes), Changed: -1}
}

// shortest are the shortest replies of classes.
func (w *world) shortest(classes []int) []int {
	replies := make([]int, len(classes))
	for i, class := range classes {
		replies[i] = w.space.questions[i].members[class][0]
	}
	return replies
}

// given are the replies to the questions that these answers lead to.
func (w *world) given(replies, classes []int) []Given {
	given := []Given{}
	for i, reply := range replies {
		r := w.space.questions[i].replies[reply]
		if r.State != Unanswered && w.Eval(w.asked[i], classes) == yes {
			given = append(given, Given{i, r})
		}
	}
	return given
}

// pair is an example of two sets of answers that differ in the reply to one
// question: one of the pairs of its replies, for which broken holds of the
// values of f.
func (w *world) pair(bad, f diagram.Ref, question int, pairs [][2]int, broken func(from, to uint8) bool) *Example {
	q := &w.space.questions[question]
	costs := make([]int, len(q.members))
	for class := range costs {
		costs[class] = diagram.Never
	}
	for _, pair := range pairs {
		class := q.class[pair[0]]
		costs[class] = min(costs[class], q.replies[pair[0]].cost())
	}
	classes, ok := w.Shortest(bad, yes, map[int][]int{question: costs})
	if !ok {
		return nil
	}
	best, least, from := [2]int{}, -1, classes[question]
	before := w.Eval(f, classes)
	for _, pair := range pairs {
		classes[question] = q.class[pair[1]]
		cost := q.replies[pair[0]].cost() + q.replies[pair[1]].cost()
		if q.class[pair[0]] == from && broken(before, w.Eval(f, classes)) && (least < 0 || cost < least) {
			best, least = pair, cost
		}
	}
	return w.change(classes, question, best)
}

// change is the example in which the reply to a question changes.
func (w *world) change(classes []int, question int, pair [2]int) *Example {
	q := &w.space.questions[question]
	example := &Example{Changed: question}
	for i, reply := range pair {
		classes[question] = q.class[reply]
		replies := w.shortest(classes)
		replies[question] = reply
		given := w.given(replies, classes)
		if i == 0 {
			example.Answers = given
		} else {
			example.Then = given
		}
	}
	return example
}

// rewriting is an operation at one level that many diagrams go through; it is
// made once, so that what it did before is known.
func (p *prover) rewriting(name string, level int, of func([]diagram.Ref) []diagram.Ref) diagram.Rewriting {
	key := fmt.Sprintf("%s %d", name, level)
	op, ok := p.rewritings[key]
	if !ok {
		op = p.Rewriting(level, of)
		p.rewritings[key] = op
	}
	return op
}
