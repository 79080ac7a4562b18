package plain

import (
	"errors"
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
	d.speak("Do you want to save the page for your visit?")
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
			d.say(d.language.Sayf("Saved as %s", path))
			return d.flush()
		}
		d.say(d.language.Sayf("It could not be saved: %v.", err))
	}
}

// unsaved ends the offer with nothing saved: the end of the input means no.
func (d *Dialogue) unsaved(err error) error {
	if err != nil && !errors.Is(err, ErrEnded) {
		return err
	}
	d.speak("Nothing was saved.")
	return d.flush()
}

// name asks for a file name until one is given; "" means that nothing shall be
// saved.
func (d *Dialogue) name(suggest string) (string, error) {
	for {
		d.speak("Type a name for the file, then press Enter.")
		if suggest != "" {
			d.say(d.language.Sayf("Or type y to save it as %s", suggest))
		}
		d.speak("To save nothing, press Enter alone.")
		line, err := d.line()
		if err != nil && !errors.Is(err, errLong) {
			return "", err
		}
		name := strings.TrimSpace(line)
		switch word := phrase(strings.TrimPrefix(name, "/")); {
		case err != nil, strings.ContainsFunc(name, unicode.IsControl):
			d.speak("That cannot be the name of a file.")
		case d.known.isClearYes(word) && suggest != "":
			return suggest, nil
		case name == "", d.known.declines(word):
			return "", nil
		case d.known.isYes(word), d.known.verbs[word] != nothing:
			d.speak("That is a command, and none that works here.")
		default:
			return name, nil
		}
	}
}

// replace asks whether a file may be overwritten. Only a clear yes does it.
func (d *Dialogue) replace() (bool, error) {
	d.speak("There is a file of that name already.")
	for {
		d.speak("Type y to replace it, or n to keep it. Then press Enter.")
		line, err := d.line()
		if err != nil && !errors.Is(err, errLong) {
			return false, err
		}
		switch word := phrase(strings.TrimPrefix(strings.TrimSpace(line), "/")); {
		case err != nil:
		case d.known.isClearYes(word):
			return true, nil
		case d.known.declines(word):
			return false, nil
		}
	}
}
