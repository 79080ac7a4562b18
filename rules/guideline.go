package rules

// Guideline is the knowledge that judges a set of answers: what counts as a
// factor, how soon to see whom, what to tell. Its entries keep the order of
// their files, which is the order in which people read them.
type Guideline struct {
	Vocabulary *Vocabulary
	Levels     []*Level // most urgent first; the last one holds otherwise
	Undecided  Advice
	Support    Advice
	Crisis     Advice
	Factors    []*Factor
	Tips       []*Tip
	Cautions   []*Caution
	Treatments []*Treatment
	Notes      []*Note
	Ask        []*Note // questions for the dermatologist
	Terms      []Term
	Sources    []*Source

	marks   int      // the place of the question that treatments answer to
	program *program // all conditions, for Evaluate
}

// MostAsk is how many questions for the dermatologist a result carries.
const MostAsk = 6

// Undecided is the id of the level of care when too little is answered to say.
const Undecided = "undecided"

// Advice is something to say under a condition.
type Advice struct {
	When    *Condition
	Title   string
	Says    string
	Sources []string
}

// Level is a level of care: how soon to see whom.
type Level struct {
	Advice
	ID      string
	Also    []Also // further sentences, each under its own condition
	CouldBe string // said beside the open questions that could bring this level
}

// Also is a sentence that joins a level's advice under its own condition.
type Also struct {
	When *Condition
	Says string
}

// Factor is a risk factor: present, absent or not known, and never added up.
type Factor struct {
	ID       string
	Name     string
	When     *Condition
	Text     string // to the person
	Evidence string // to the doctor: the figure behind it
	Sources  []string

	place int
}

// Tip is a piece of prevention advice.
type Tip struct {
	ID      string
	Title   string
	Always  bool       // said to everybody
	When    *Condition // the answers that call for it; may be nil with Always
	Text    string
	Sources []string
}

// Caution is something to tell or ask before a treatment.
type Caution struct {
	ID      string
	Name    string
	When    *Condition
	Text    string
	Sources []string
}

// Treatment is a treatment worth asking about, never a recommendation.
type Treatment struct {
	ID       string
	Name     string
	What     string // what is done
	Visits   string // how many visits, how far apart
	Expect   string // the range of results, no promise
	Healing  string // how long the skin takes
	Risks    string // what can go wrong
	Cautions []*Caution
	Sources  []string

	first, followUp uint64 // the marks it suits, as choices of the marks question
}

// Note is a short text on a result, or a question to ask, with its condition
// (nil: always).
type Note struct {
	ID      string
	First   bool // stands with the care advice, at the top
	Title   string
	When    *Condition
	Text    string
	Sources []string
}

// Term is a medical word that must stay, with its plain explanation.
type Term struct {
	Term, Plain string
}

// Source is where a fact comes from and how much of it was read.
type Source struct {
	ID         string
	Title      string
	Where      string // doi, PubMed number, guideline number
	Known      string // one of Known
	SecondHand string // the page that reports it, where it was not read itself
	Says       string // what is taken from it
}

// Known are the words for how much of a source was read; the last one means
// second-hand: only another page's report of it.
var Known = []string{"whole", "part", "abstract", "summary"}

// Source returns the source with this id, or nil.
func (g *Guideline) Source(id string) *Source {
	for _, s := range g.Sources {
		if s.ID == id {
			return s
		}
	}
	return nil
}
