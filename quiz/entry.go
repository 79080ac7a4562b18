package quiz

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Entry is one set of answers among many: a line of a batch.
type Entry struct {
	ID      json.RawMessage // as it is echoed: a text in quotes or a whole number; nil if the entry has none
	Answers Answers
}

// MaxID is how many characters the id of an entry may have.
const MaxID = 128

// ParseEntry reads an answers file that may say which one it is:
//
//	{"id": "p-17", "protocol": "acne-scar@1", "answers": {"worst": "mild"}}
//
// An id is a text of one line or a whole number. What ParseAnswers refuses is
// refused with the same faults; the entry then still has its id if that could
// be read.
func (p *Protocol) ParseEntry(src []byte) (Entry, error) {
	if err := CheckJSON(src); err != nil {
		return Entry{}, err
	}
	var id json.RawMessage
	r := p.newAnswersReader(src)
	r.id = &id
	r.file()
	if len(r.faults) > 0 {
		return Entry{ID: id}, r.faults
	}
	return Entry{id, r.answers}, nil
}

// identity reads an id where there may be one.
func (r *answersReader) identity() {
	token, _ := r.next()
	raw := r.src[r.start:r.decoder.InputOffset()]
	switch id := token.(type) {
	case string:
		if !fitsID(id) {
			r.fault(r.start, "", "an id is a text of one line, at most %d characters, that does not begin with = + - or @", MaxID)
			return
		}
		*r.id = quote(id)
	case float64:
		if !whole(raw) {
			r.fault(r.start, "", "an id that is a number is a whole one, of at most 18 digits")
			return
		}
		*r.id = raw
	default:
		r.fault(r.start, "", "an id is a text in quotes or a whole number")
		r.finish(token)
	}
}

// fitsID knows the texts that can stand in any output as they are. A
// spreadsheet would take one that begins with = + - or @ for a formula.
func fitsID(id string) bool {
	return id != "" && utf8.RuneCountInString(id) <= MaxID && strings.IndexByte("=+-@", id[0]) < 0 && Clean(id) == id
}

// whole knows the numbers that every program reads alike.
func whole(number []byte) bool {
	return len(number) <= 18 && len(bytes.Trim(number, "0123456789")) == 0
}

// quote is a text as JSON, as reports write it.
func quote(text string) json.RawMessage {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a text always has a form as JSON
	return bytes.TrimRight(b.Bytes(), "\n")
}
