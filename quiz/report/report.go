package report

import "scarcheck/quiz/words"

// Schema names the form of a report as JSON.
const Schema = "scarcheck.report/1"

// SchemaIDs names the form of a report that has ids and no texts, as batches
// write it. Nothing can be drawn from it.
const SchemaIDs = "scarcheck.report-ids/1"

// Report is what is told of one assessment: every decision taken, every text
// beside its id, so that any format can be drawn from it, now or from a saved
// file, without the protocol. Its JSON is the canonical form.
type Report struct {
	Schema     string         `json:"schema"`            // Schema
	Program    string         `json:"program"`           // "scarcheck 1.0.0"
	Language   words.Language `json:"language,omitzero"` // of all texts; left out for English
	Protocol   Protocol       `json:"protocol"`          // which questionnaire
	AssessedAt string         `json:"assessed_at"`       // RFC 3339
	Redrawn    bool           `json:"redrawn,omitempty"` // from the code of a page, which does not hold all answers
	Answers    Answers        `json:"answers"`           // in the protocol's order; sensitive ones left out unless asked for
	Open       []Open         `json:"open"`              // asked, and not answered
	Care       Care           `json:"care"`
	Support    bool           `json:"support"` // whether to say whom to talk to
	Crisis     *bool          `json:"crisis,omitempty"`
	Factors    []Factor       `json:"factors"` // all of them, in the protocol's order
	Tips       []Tip          `json:"tips"`
	Treatments []Treatment    `json:"treatments"`
	Notes      []string       `json:"notes"` // ids; their texts are in Text
	Ask        []string       `json:"ask"`   // ids; their texts are in Text
	Since      *Since         `json:"since,omitempty"`
	Text       Words          `json:"text"`
}

// Protocol says which questionnaire a report is of.
type Protocol struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
	Hash    string `json:"hash"`

	Unchecked bool   `json:"unchecked,omitempty"`  // it was used without its checks
	ReviewDue string `json:"review_due,omitempty"` // the day by which clinicians had to go through it, once that has passed
}

// Open is a question that was asked and not answered.
type Open struct {
	Question string `json:"question"`
	State    string `json:"state"` // "dont-know", "prefer-not" or "unanswered"
}

// Reason is an answer that a finding rests on. Where the question is open,
// Answer holds its state.
type Reason struct {
	Question string   `json:"question"`
	Answer   []string `json:"answer"`
	Text     string   `json:"text"` // the words the person saw
}

// Care is how soon to see whom.
type Care struct {
	Level            string   `json:"level"` // a level's id, or "undecided"
	Title            string   `json:"title"`
	Text             string   `json:"text"`
	Because          []Reason `json:"because"`
	CouldBe          string   `json:"could_be"` // the most urgent level that answers to open questions could bring
	CouldBeText      string   `json:"could_be_text,omitempty"`
	CouldBeQuestions []string `json:"could_be_questions"`
	Sources          []string `json:"sources"`
}

// The statuses of a factor or a caution.
const (
	Present = "present"
	Absent  = "absent"
	Unknown = "unknown"
)

// Factor is a risk factor and its status.
type Factor struct {
	ID       string   `json:"id"`
	Status   string   `json:"status"`
	Name     string   `json:"name"`
	Text     string   `json:"text"`
	Evidence string   `json:"evidence"`
	Because  []Reason `json:"because"`
	Sources  []string `json:"sources"`
}

// Tip is prevention advice; without a because it is for everybody.
type Tip struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Because []Reason `json:"because"`
	Sources []string `json:"sources"`
}

// Treatment is a treatment to ask about.
type Treatment struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Text     string    `json:"text"` // what is done
	Visits   string    `json:"visits"`
	Expect   string    `json:"expect"`
	Healing  string    `json:"healing"`
	Risks    string    `json:"risks"`
	For      []string  `json:"for"` // the marks it suits
	ForText  string    `json:"for_text"`
	FollowUp []string  `json:"follow_up"` // those of them where it follows or joins another treatment
	Cautions []Caution `json:"cautions"`
	Sources  []string  `json:"sources"`
}

// Caution is something to tell the doctor before a treatment: Present, or
// Unknown when the question behind it is open.
type Caution struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Name   string `json:"name"`
	Text   string `json:"text"`
}

// Words holds the texts behind the ids that stand bare elsewhere.
type Words struct {
	Title     string     `json:"title"`          // of the questionnaire
	Code      string     `json:"code,omitempty"` // letters from which the page can be drawn again, without sensitive answers and own words
	Questions []Question `json:"questions"`      // those asked, in the order of the doctor's page
	Notes     []Note     `json:"notes"`
	Ask       []Note     `json:"ask"`
	Support   *Note      `json:"support,omitempty"`
	Crisis    *Note      `json:"crisis,omitempty"`
	Sources   []Source   `json:"sources"` // those that something here rests on
}

// Question is a question that was asked and what was answered, in words.
type Question struct {
	ID        string   `json:"id"`
	Group     int      `json:"group"` // those of one group stand together
	Label     string   `json:"label"`
	Text      string   `json:"text"`
	Answer    []string `json:"answer"`          // one text a choice, or the free text; none when open
	Short     []string `json:"short,omitempty"` // Answer in fewer words, for a page that would run over
	State     string   `json:"state"`           // "answered", or how it was left open
	Free      bool     `json:"free,omitempty"`  // answered in the person's own words
	Sensitive bool     `json:"sensitive,omitempty"`
}

// Note is a text with its id.
type Note struct {
	ID    string `json:"id"`
	First bool   `json:"first,omitempty"` // stands with the care advice, at the top
	Title string `json:"title,omitempty"`
	Text  string `json:"text"`
}

// Source is where a fact comes from.
type Source struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Where      string `json:"where"`
	SecondHand string `json:"second_hand,omitempty"` // read only in this page's report
}
