package plain

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// ErrEnded is returned when the person stopped, or the input ended, before the
// result was asked for. Nothing was guessed in place of the missing answers.
var ErrEnded = words.New("stopped before the end of the questions")

// ErrOther is returned when the person wants to go on in the other language.
var ErrOther = errors.New("the other language was asked for")

// Other is a language to change to: what those who speak it call it, which is
// what they type, and a sentence in it that says so.
type Other struct{ Name, Invites string }

// Dialogue is one conversation: one reader for all of it, so that a line typed
// ahead is never lost between two parts.
type Dialogue struct {
	language words.Language
	known    *vocabulary // what may be typed
	in       *bufio.Reader
	out      io.Writer
	width    int             // in columns; 0 does not wrap
	speech   strings.Builder // said, but not yet written
	broken   error           // the first failure to write
	begun    bool            // something was read
	lost     bool            // that answers are not kept was said

	// Other is a language that the person can change to before anything is
	// answered, the zero value for none; Ask then ends with ErrOther. The
	// dialogue in that language loses nothing that was typed ahead if both read
	// from one [Reader].
	Other Other
	// Kept is said after the welcome: that answers outlive the program, "" where
	// they do not.
	Kept string
	// Keep puts the session where it outlives the program. It is called after
	// each step; nil keeps nothing.
	Keep func(quiz.Session) error
}

// Reader is in with room for the longest line. Of one that it made already it is
// that one.
func Reader(in io.Reader) *bufio.Reader { return bufio.NewReaderSize(in, longest) }

// New returns a conversation in a language, that of the protocol to ask. It
// reads lines from in and writes prompts to out, wrapped to width columns. A
// width of 0 does not wrap, which is best for screen readers and pipes: a
// sentence then stays on one line.
func New(l words.Language, in io.Reader, out io.Writer, width int) *Dialogue {
	return &Dialogue{language: l, known: newVocabulary(l), in: Reader(in), out: out, width: max(0, width)}
}

// Ask goes on from where s stands: it welcomes the person, asks the questions,
// shows the answers for review, and returns once the result is asked for. When
// the input ends first, or the person stops, it returns the session so far and
// ErrEnded. Another error means that the prompts could not be written.
func (d *Dialogue) Ask(s quiz.Session) (quiz.Session, error) {
	d.welcome(s)
	for {
		var done bool
		var err error
		if s.AtReview() {
			s, done, err = d.review(s)
		} else {
			if s, err = d.question(s); err == nil {
				d.kept(s)
			}
		}
		if err == nil && done {
			err = d.flush()
		}
		if err != nil || done {
			return s, err
		}
	}
}

func (d *Dialogue) welcome(s quiz.Session) {
	p := s.Protocol()
	d.say(p.Title)
	if started(s) {
		d.speak("You go on where you stopped.")
	} else {
		for _, paragraph := range p.Welcome {
			d.say(paragraph)
		}
		if d.Kept != "" {
			d.say(d.Kept)
		}
	}
	if d.changeable(s) {
		d.say(d.Other.Invites)
	}
	d.speak("How to answer: each choice has a number. Type the number of your choice, then press Enter. " +
		"Where more than one can fit, type the numbers with spaces between them, such as 2 4.")
	d.speak("All other commands are single letters, and each prompt names them. The whole word works too, such as back for b.")
	d.speak("Your answers can add questions or take some away, so how many there are can change.")
	if s.Crisis() {
		d.crisis(s)
	}
}

// changeable reports whether the person can change to the other language: not
// once something is answered, or met and passed over.
func (d *Dialogue) changeable(s quiz.Session) bool {
	number, _ := s.Progress()
	return d.Other.Name != "" && number == 1 && !started(s) && !s.Editing()
}

func started(s quiz.Session) bool {
	return slices.ContainsFunc(s.Asked(), func(i int) bool { return s.Answer(i).State != quiz.Unanswered })
}

// crisis says whom to call before anything else is said.
func (d *Dialogue) crisis(s quiz.Session) {
	help := s.Protocol().Guideline.Crisis
	d.pause()
	d.say(sentence(help.Title, help.Says))
	d.speak("The questions go on below. You can stop at any time.")
}
