package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// CheckOptions are what is told of a check beside what it found.
type CheckOptions struct {
	Program string        // name and version of the program
	Took    time.Duration // how long it ran
	Sheets  []Sheet       // what the doctor's page must fit on; none if there is no protocol
}

// Sheet is a sheet of paper that the doctor's page must fit on: how much room
// the page can take, whatever is answered, and how much there is.
type Sheet struct {
	Language words.Language `json:"language,omitzero"` // left out for English
	Name     string         `json:"name"`              // "text", "pdf-a4"
	Unit     string         `json:"unit"`              // "lines", "points"
	Takes    int            `json:"takes"`
	Room     int            `json:"room"`
}

// Fits reports whether the page always fits.
func (s Sheet) Fits() bool { return s.Takes <= s.Room }

// String is "58 of 60 lines as text", and in which language.
func (s Sheet) String() string {
	said := fmt.Sprintf("%d of %d %s as %s", s.Takes, s.Room, s.Unit, s.Name)
	if s.Language != words.English {
		said += " in " + s.Language.Tag()
	}
	return said
}

// CheckFormat draws what became of a protocol's checks.
type CheckFormat func(io.Writer, *quiz.Checked, CheckOptions) error

// CheckFormats are the ways to draw a check, by name.
var CheckFormats = map[string]CheckFormat{"text": CheckText, "json": CheckJSON}

// CheckText tells a check to people: a line for each part, then what is wrong.
func CheckText(w io.Writer, c *quiz.Checked, o CheckOptions) error {
	t := &textPage{width: TextWidth}
	if p := c.Protocol; p != nil {
		t.line(fmt.Sprintf("Protocol %s, reviewed %s, next review by %s", p.Name(),
			words.English.Date(p.Reviewed), words.English.Date(p.ReviewBy)))
	} else {
		t.line("The protocol cannot be loaded; mend this first, the rest of the check follows.")
	}
	t.line("")
	for _, part := range checkParts(c, o.Sheets) {
		word := "ok"
		if part.wrong > 0 {
			word = fmt.Sprintf("%d wrong", part.wrong)
		}
		t.wrap(part.what, fmt.Sprintf("  %-8s %-8s ", part.name, word), strings.Repeat(" ", 20))
	}
	t.wrongs(Wrong(c))
	t.waivers(c)
	t.survivors(c)
	if len(c.Untested) > 0 {
		t.line("")
		t.wrap("Not a fault, but no case tests: "+strings.Join(c.Untested, "; ")+".", "", "  ")
	}
	if c.Against != nil {
		t.against(c)
	}
	verdict := "Sound"
	if !c.Sound() {
		verdict = "Not sound"
	}
	t.line(fmt.Sprintf("\n%s. %.2f s", verdict, o.Took.Seconds()))
	_, err := io.WriteString(w, t.String())
	return err
}

// mostWrong is how many things wrong the text lists: people mend a few at a time.
const mostWrong = 25

func (t *textPage) wrongs(wrong []string) {
	if len(wrong) == 0 {
		return
	}
	t.line("\n" + strings.Join(wrong[:min(mostWrong, len(wrong))], "\n"))
	if more := len(wrong) - mostWrong; more > 0 {
		t.line(fmt.Sprintf("... and %d more; -f json lists them all", more))
	}
}

// checkPart is one part of a check: what was looked at, and how much is wrong.
type checkPart struct {
	name, what string
	wrong      int
}

// alsoIn names the other languages that a protocol has words in.
func alsoIn(c *quiz.Checked) string {
	said := ""
	for _, p := range c.Others {
		said += ", all of them in " + p.Language.Tag() + " as well"
	}
	return said
}

func checkParts(c *quiz.Checked, sheets []Sheet) []checkPart {
	if c.Protocol == nil {
		return []checkPart{{"Files", "", len(c.Faults)}}
	}
	n := counts(c)
	parts := []checkPart{{"Files", fmt.Sprintf("%d questions, %d levels of care, %d factors, %d tips, %d treatments, %d notes, %d sources, %d texts",
		n.Questions, n.Levels, n.Factors, n.Tips, n.Treatments, n.Notes, n.Sources, n.Texts) + alsoIn(c), len(c.Faults)}}
	if v := c.Verdict; v != nil {
		parts = append(parts,
			checkPart{
				"Laws", fmt.Sprintf("%d laws on %d things, for each of %s answer sets", n.Laws, len(v.Laws), grouped(v.Answers)),
				len(brokenLaws(v)) + len(v.Unused),
			},
			checkPart{"Claims", fmt.Sprintf("%d claims, which make %d promises, for each of them", n.Claims, n.Promises), len(brokenClaims(v))},
			checkPart{
				"Cases", fmt.Sprintf("%d cases, and %s random answer sets beside them", n.Cases, thousands(n.Completions)),
				len(v.Failures) + len(v.Boundless),
			})
	}
	parts = append(parts, pagePart(sheets))
	if m := c.Mutation; m != nil {
		part := checkPart{"Mutants", fmt.Sprintf("%d of %d changes of one place are refused (%.1f%%); %d more change nothing",
			m.Refused, m.Counted(), score(m), m.Equivalent), 0}
		if !c.Guarded() {
			part.wrong = len(m.Survivors)
		}
		parts = append(parts, part)
	}
	return parts
}

// pagePart tells how much of its sheet the doctor's page can take.
func pagePart(sheets []Sheet) checkPart {
	part := checkPart{name: "Page"}
	var names []string
	told := map[string]string{} // by name, of all languages
	for _, sheet := range sheets {
		if !sheet.Fits() {
			part.wrong++
		}
		if before, ok := told[sheet.Name]; ok {
			told[sheet.Name] = before + fmt.Sprintf(" (%s %d)", sheet.Language.Tag(), sheet.Takes)
			continue
		}
		names = append(names, sheet.Name)
		told[sheet.Name] = sheet.String()
	}
	for i, name := range names {
		names[i] = told[name]
	}
	part.what = "for the doctor, whatever is answered, at most " + strings.Join(names, ", ")
	return part
}

// score is how many mutants are refused of those that change something, in
// percent.
func score(m *rules.Mutation) float64 { return 100 * float64(m.Refused) / float64(max(1, m.Counted())) }

func brokenLaws(v *rules.Verdict) (broken []rules.Proof) {
	for _, p := range v.Laws {
		if !p.Holds {
			broken = append(broken, p)
		}
	}
	return broken
}

func brokenClaims(v *rules.Verdict) (broken []rules.Kept) {
	for _, k := range v.Claims {
		if !k.Holds {
			broken = append(broken, k)
		}
	}
	return broken
}

// Wrong lists all that a check found wrong, one text each: with its place where
// it has one, and with the shortest answers that show it.
func Wrong(c *quiz.Checked) []string {
	var wrong []string
	for _, f := range c.Faults {
		wrong = append(wrong, f.String())
	}
	if c.Verdict == nil {
		return wrong
	}
	for _, p := range brokenLaws(c.Verdict) {
		head := fmt.Sprintf("law %s, %s: %s", p.Law, p.About, p.Why)
		wrong = append(wrong, head+below("The law", law(p.Law))+shownBy(c.Protocol, p.Example))
	}
	for _, k := range brokenClaims(c.Verdict) {
		head := fmt.Sprintf("%s:%d: claim %q: %s", k.Claim.File, k.Claim.Line, k.Claim.Says, k.Why)
		if promise := k.Promise.String(); strings.TrimSpace(promise) != "" {
			head = fmt.Sprintf("%s:%d: claim %q, %s: %s", k.Claim.File, k.Claim.Line, k.Claim.Says, promise, k.Why)
		}
		wrong = append(wrong, head+shownBy(c.Protocol, k.Example))
	}
	for _, w := range c.Verdict.Unused {
		wrong = append(wrong, fmt.Sprintf("waiver of law %s, %s: it allows nothing that would be broken without it; take it out", w.Law, w.About))
	}
	for _, failures := range [][]rules.Failure{c.Verdict.Failures, c.Verdict.Boundless} {
		for _, f := range failures {
			wrong = append(wrong, f.String())
		}
	}
	return wrong
}

// law is what a law says.
func law(id string) string {
	for _, l := range rules.Laws() {
		if l.ID == id {
			return l.Says
		}
	}
	return id
}

// shownBy says an example in the words that a person sees, on lines of its own.
func shownBy(p *quiz.Protocol, e *rules.Example) string {
	if e == nil {
		return ""
	}
	w := &exampleWords{p.Guideline.Vocabulary, []*quiz.Protocol{p}}
	text := below("Shown by", w.say(e.Answers))
	if e.Changed >= 0 {
		text += below("And then", w.say(e.Then))
	}
	return text
}

// below is a line below what is wrong, wrapped like the page.
func below(label, text string) string {
	return "\n" + strings.Join(Wrap(label+": "+text, "      ", "        ", TextWidth), "\n")
}

// waivers prints each law that may be broken, and why.
func (t *textPage) waivers(c *quiz.Checked) {
	for i, w := range waived(c) {
		if i == 0 {
			t.line("\nBroken on purpose")
		}
		t.wrap(w.Law+", "+w.About+": "+w.Reason, "  - ", "    ")
	}
}

// waived lists the waivers that allow something.
func waived(c *quiz.Checked) []checkWaiver {
	list := []checkWaiver{}
	if c.Verdict == nil {
		return list
	}
	for _, p := range c.Verdict.Laws {
		for _, reason := range p.Waivers {
			list = append(list, checkWaiver{p.Law, p.About, reason})
		}
	}
	return list
}

// survivors lists the mutants that nothing refused, each with answers that tell
// it from the protocol.
func (t *textPage) survivors(c *quiz.Checked) {
	if c.Mutation == nil {
		return
	}
	for i, s := range c.Mutation.Survivors {
		if i == 0 {
			t.line("\nChanges that nothing refuses")
		}
		text := s.String()
		if s.Lowers {
			text = "LESS URGENT FOR SOMEBODY: " + text
		}
		t.wrap(text, "  - ", "    ")
		if s.Example != nil {
			w := &exampleWords{c.Protocol.Guideline.Vocabulary, []*quiz.Protocol{c.Protocol}}
			t.wrap("seen with "+w.say(s.Example.Answers), "    ", "      ")
		}
	}
}
