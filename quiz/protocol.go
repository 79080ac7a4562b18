package quiz

import (
	"fmt"
	"time"

	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Protocol is a questionnaire and the guideline that judges its answers.
type Protocol struct {
	ID        string
	Version   int
	Reviewed  time.Time // the day on which clinicians last went through it
	ReviewBy  time.Time // the day by which they have to again
	Unchecked bool      // it was not put through its checks; every result says so
	Language  words.Language
	Title     string
	Welcome   []string // what this is and is not, one paragraph each, before the first question
	Hash      string   // "sha256:" and the digest of all files that make it up, the words in other languages aside
	Sections  []Section
	Questions []Question
	Page      [][]int // the places of the questions in the order a doctor's page tells them, in groups
	Guideline *rules.Guideline
}

// Section is a part of the questionnaire.
type Section struct {
	ID, Title string
}

// Question is a question with its words. What rules know of it, its kind,
// choices' ids and when it is asked, is the embedded logic.
type Question struct {
	*rules.Question
	Section  Section
	Optional bool
	Label    string // short name, on the page and in the review
	Text     string
	Hint     string // how to tell
	Why      string // why it is asked
	Sources  []string
	Choices  []Choice
	Max      int // kind Text: how many characters
}

// Choice is a choice with its words.
type Choice struct {
	ID      string
	Text    string // what the person sees, and every "because" repeats
	Short   string // the same in few words, for a page that would run over; Text if the file has none
	Detail  string // one line that explains, or ""
	Drawing string // plain characters, or ""; Detail says the same in words
	Alone   bool   // excludes the others
}

// Name is what an answers file calls the protocol: "acne-scar@1".
func (p *Protocol) Name() string { return fmt.Sprintf("%s@%d", p.ID, p.Version) }

// Find returns the place of the question with this id.
func (p *Protocol) Find(id string) (int, bool) { return p.Guideline.Vocabulary.Find(id) }

// Words returns the texts of the choices in mask, in order.
func (q *Question) Words(mask uint64) []string {
	var words []string
	for i := range q.Choices {
		if mask&(1<<i) != 0 {
			words = append(words, q.Choices[i].Text)
		}
	}
	return words
}

// Short returns the texts of the choices in mask in few words, in order.
func (q *Question) Short(mask uint64) []string {
	var words []string
	for i := range q.Choices {
		if mask&(1<<i) != 0 {
			words = append(words, q.Choices[i].Short)
		}
	}
	return words
}

// Kept is said before the first question to everybody whose answers outlive the
// program.
const Kept words.Text = "What you answer is kept on this computer, for you alone, so that you can go on later. You can have it forgotten at any time."

// Start returns a session at the first question, nothing answered.
func (p *Protocol) Start() Session {
	s := Session{protocol: p, answers: make(Answers, len(p.Questions)), seen: make([]bool, len(p.Questions))}
	return s.look()
}
