// Package rules judges: it holds the knowledge about acne scars as data, and
// says for one set of answers which rules hold, which do not, which are open,
// and because of which answers.
//
// The knowledge stands in data/*.yaml, for clinicians to read and change. A
// [Guideline] is that knowledge, loaded and checked; [Load] reports every
// fault at once, each with its file, line and column. What the questions are
// called and which choices they have, rules learn from a [Vocabulary].
//
// There is one form of condition, for rules and for "ask if" alike:
//
//	any:
//	  - {q: lesions, any_of: [deep-few, deep-many]}  # at least one of these
//	  - {q: lesions, only: [none]}                   # nothing but these
//	  - {q: tell, all_of: [keloids, cold-sores]}     # all of these
//	  - {q: worst, is: severe}                       # exactly that
//	  - {q: effect, unknown: true}                   # asked, and left open
//	  - not: {factor: picking}                       # the factor is absent
//	  - all: [...]
//
// Conditions are three-valued, after Kleene: true, false, or unknown while an
// answer that decides is open. A question that does not apply makes every
// test on it false. Each choice is one bit of its question's [Answer], so a
// test is one mask and a whole guideline is judged in well under a
// microsecond ([Guideline.Evaluate]), without reasons and without allocating.
// [Guideline.Judge] adds the reasons, and what open answers could still
// bring: the most urgent level of care that some set of answers to the open
// questions really leads to, found exactly, not estimated.
//
//	findings := guideline.Judge(answers)
//	findings.Care.ID()            // "dermatologist-soon"
//	findings.Care.Because         // which choices of which questions
//	findings.Care.CouldBe.ID      // "same-day", while the alarm question is open
//	findings.Factors[0].Status    // True: present, False: absent, Unknown: not known
//
// Factors are never added up: there is no score. [Case] tests a guideline the
// way a clinician would, with answers and the findings they must give.
//
// # Proofs
//
// A case tries one set of answers, and there are about 8e20. [Check] looks at
// all of them at once: it draws every rule as a decision diagram (package
// diagram), a chart that asks one question after another and ends in what the
// rule says, and compares the charts. What it proves holds for every set of
// answers, "I don't know", "I prefer not to say" and not answered included;
// what does not hold, it shows with the shortest answers that break it
// ([Example]). It knows three kinds of promise.
//
// [Laws] hold of any protocol, whatever it is about. Nothing is dead: each
// rule holds for some and fails for others, each level is told to somebody,
// each question is asked, each choice matters. Worse is never better: who adds
// a sign of concern, or puts a worse one in place of another, is never told a
// less urgent level and never loses a factor (which answers are worse, the
// questions say themselves, see [Order]). Missing is never "no": an open
// question leaves a factor "not known" as long as an answer could change it,
// never reads as more reassuring than the most reassuring answer to it, and
// what it could be is exactly the most urgent level that some answers bring;
// the last level is told only when no answers bring another. And nobody is
// left alone: a factor brings a tip or a treatment, the most urgent level its
// text. Where a law must be broken on purpose, a [Waiver] says for which
// answers and why, and is shown with the result.
//
// [Claims] are what clinicians promise of this protocol, in claims.yaml: with
// open sores and a fever, the level is exactly "same-day"; without open sores
// it is at most "dermatologist-soon". They are written from the guidelines and
// not from the rules, and each says on whose word. Cases may say that a part
// of their outcome holds "regardless": then the questions they leave out are
// met at random, a thousand times.
//
//	verdict, err := rules.Check(guideline, cases, claims)
//	verdict.OK()          // every law and claim is proved or waived, every case holds
//	verdict.Laws[0].Why   // "no answers make it hold"
//
// Who guards the guards: [Mutate] makes every change of one place that a slip
// of the hand could make to rules, levels, treatments and sources, leaves out
// those that change nothing anybody is told (the diagrams are the same), and
// counts how many of the others laws, claims or cases refuse. Reasons
// ("because") are no part of that: goldens guard them.
//
// [Compare] holds two protocols against each other, for a reviewer to sign: for
// how many sets of answers the level of care, a factor, a tip or anything else
// told changes, exactly, and the shortest of them. [Guideline.Turns] finds for
// one set of answers the smallest change that would make a rule hold.
//
// The package is pure: no files but those handed to it, no clock, no terminal.
package rules
