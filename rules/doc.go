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
// The package is pure: no files but those handed to it, no clock, no terminal.
package rules
