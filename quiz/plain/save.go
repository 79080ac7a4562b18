package plain

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"
)

// Save offers to save the page. A name saves it, y saves it as suggest, and an
// empty line or the end of the input does not save. A file that is there
// already is replaced only after the person said so; whatever else goes wrong
// is told, and the name asked again. The error means that the prompts could
// not be written.
//
// The function gets a name as it was typed and returns the path that it wrote,
// or an error that wraps fs.ErrExist when replace is false and the file exists.
func (d *Dialogue) Save(suggest string, save func(name string, replace bool) (path string, err error)) error {
	d.pause()
	d.say("Do you want to save the page for your visit?")
	for {
		name, err := d.name(suggest)
		if err != nil || name == "" {
			return d.unsaved(err)
		}
		path, err := save(name, false)
		if errors.Is(err, fs.ErrExist) {
			replace, ended := d.replace()
			if ended != nil {
				return d.unsaved(ended)
			}
			if !replace {
				continue
			}
			path, err = save(name, true)
		}
		if err == nil {
			d.say("Saved as " + path)
			return d.flush()
		}
		d.say(fmt.Sprintf("It could not be saved: %v.", err))
	}
}

// unsaved ends the offer with nothing saved: the end of the input means no.
func (d *Dialogue) unsaved(err error) error {
	if err != nil && !errors.Is(err, ErrEnded) {
		return err
	}
	d.say("Nothing was saved.")
	return d.flush()
}

// name asks for a file name until one is given; "" means that nothing shall be
// saved.
func (d *Dialogue) name(suggest string) (string, error) {
	for {
		d.say("Type a name for the file, then press Enter.")
		if suggest != "" {
			d.say("Or type y to save it as " + suggest)
		}
		d.say("To save nothing, press Enter alone.")
		line, err := d.line()
		if err != nil && !errors.Is(err, errLong) {
			return "", err
		}
		name := strings.TrimSpace(line)
		switch word := phrase(strings.TrimPrefix(name, "/")); {
		case err != nil, strings.ContainsFunc(name, unicode.IsControl):
			d.say("That cannot be the name of a file.")
		case name == "", isNo(word):
			return "", nil
		case isYes(word) && suggest != "":
			return suggest, nil
		case isYes(word), verbs[word] != nothing:
			d.say("That is a command, and none that works here.")
		default:
			return name, nil
		}
	}
}

// replace asks whether a file may be overwritten. Only a clear yes does it.
func (d *Dialogue) replace() (bool, error) {
	d.say("There is a file of that name already.")
	for {
		d.say("Type y to replace it, or n to keep it. Then press Enter.")
		line, err := d.line()
		if err != nil && !errors.Is(err, errLong) {
			return false, err
		}
		switch word := phrase(strings.TrimPrefix(strings.TrimSpace(line), "/")); {
		case err != nil:
		case isYes(word):
			return true, nil
		case isNo(word):
			return false, nil
		}
	}
}

func isYes(word string) bool { return word == "y" || word == "yes" }

// isNo reports whether a word declines an offer.
func isNo(word string) bool {
	return word == "n" || word == "no" || verbs[word] == skip || verbs[word] == stop
}
