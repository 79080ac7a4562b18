package plain

import (
	"errors"
	"strings"

	"scarcheck/quiz"
)

// Tell says paragraphs before the dialogue begins.
func (d *Dialogue) Tell(paragraphs []string) {
	for _, paragraph := range paragraphs {
		d.say(paragraph)
	}
}

// Offer asks whether to go on with what an earlier time left, about which it
// says these paragraphs. The error is ErrEnded, or that the prompt could not be
// written.
func (d *Dialogue) Offer(about []string) (goOn bool, err error) {
	d.Tell(about)
	for {
		d.speak("Type y to go on with these answers, or n to start afresh. Then press Enter.")
		line, err := d.line()
		if err != nil && !errors.Is(err, errLong) {
			return false, err
		}
		switch word := phrase(strings.TrimPrefix(strings.TrimSpace(line), "/")); {
		case err != nil:
		case d.known.isYes(word):
			return true, nil
		case d.known.isNo(word):
			return false, nil
		case d.known.verbs[word] == stop:
			return false, ErrEnded
		}
	}
}

// kept keeps the session after a step, and says once if it cannot.
func (d *Dialogue) kept(s quiz.Session) {
	if d.Keep == nil {
		return
	}
	err := d.Keep(s)
	if err != nil && !d.lost {
		d.pause()
		d.say(d.language.Sayf("Your answers are not kept: %s They stay here until you stop.", quiz.Sentence(d.language, err)))
	}
	d.lost = err != nil
}
