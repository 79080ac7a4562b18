package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"scarcheck/quiz/words"
)

// MaxFile is the largest answers file that is read: 1 MiB.
const MaxFile = 1 << 20

// maxDepth is how deep lists and objects in a file may nest: reports need 6.
const maxDepth = 16

// CheckJSON sees that src is one JSON value of sound form: at most MaxFile
// bytes of UTF-8, not nested deeper than any file of ours, no key twice in an
// object. The error is a Faults.
func CheckJSON(src []byte) error {
	r := newJSONReader(src)
	switch bad := firstInvalid(src); {
	case len(src) > MaxFile:
		r.fault(0, "", "the file is larger than 1 MiB, more than any answers need")
	case bad >= 0:
		r.fault(bad, "", "this is not UTF-8 text; save the file as UTF-8")
	default:
		r.check()
	}
	if len(r.faults) > 0 {
		return r.faults
	}
	return nil
}

func firstInvalid(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// jsonReader reads tokens and knows where each stands.
type jsonReader struct {
	src     []byte
	decoder *json.Decoder
	start   int // of the last token
	faults  Faults
}

func newJSONReader(src []byte) *jsonReader {
	return &jsonReader{src: src, decoder: json.NewDecoder(bytes.NewReader(src))}
}

func (r *jsonReader) next() (json.Token, error) {
	r.start = int(r.decoder.InputOffset())
	for r.start < len(r.src) && strings.IndexByte(" \t\r\n,:", r.src[r.start]) >= 0 {
		r.start++
	}
	return r.decoder.Token()
}

// mostFaults is how many faults of a file are named: a person mends a few at a
// time, and finding the place of each takes time that a file of 1 MiB could
// multiply by hundreds of thousands.
const mostFaults = 100

func (r *jsonReader) fault(offset int, question string, text words.Text, args ...any) {
	why := words.Errorf(text, args...)
	switch n := len(r.faults); {
	case n > mostFaults:
		return
	case n == mostFaults:
		question, why = "", words.New("there is more wrong in this file; mend the faults named here first")
	}
	line, column := place(r.src, offset)
	r.faults = append(r.faults, Fault{line, column, question, why})
}

// syntax logs that the file is not JSON, without the text that is wrong.
func (r *jsonReader) syntax(err error) {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		r.fault(len(r.src), "", "the file ends too early; a bracket or a quote is not closed")
		return
	}
	// The offset in err counts some of the bytes only (encoding/json, Go 1.26:
	// Decoder.Token leaves out what it passed over itself), that of Unmarshal all.
	at := r.start
	var wrong *json.SyntaxError
	if err := json.Unmarshal(r.src, new(json.RawMessage)); errors.As(err, &wrong) {
		at = max(0, int(wrong.Offset)-1)
	}
	r.fault(at, "", "this is not JSON; look for a comma, a quote or a bracket that is missing or too many")
}

// nesting is one open list or object.
type nesting struct {
	keys    map[string]bool // those seen; nil in a list
	wantKey bool            // the next token is a key
}

// check walks one whole value without recursion, so that depth costs nothing.
func (r *jsonReader) check() {
	var open []*nesting
	for {
		token, err := r.next()
		if err != nil {
			r.syntax(err)
			return
		}
		if len(open) > 0 && r.key(open[len(open)-1], token) {
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, &nesting{keys: map[string]bool{}, wantKey: true})
		case json.Delim('['):
			open = append(open, &nesting{})
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
			fallthrough
		default:
			if len(open) == 0 {
				r.end()
				return
			}
			open[len(open)-1].wantKey = open[len(open)-1].keys != nil
		}
		if len(open) > maxDepth {
			r.fault(r.start, "", "brackets are nested too deep")
			return
		}
	}
}

// key takes a token that is a key of an object, and says whether it was one.
func (r *jsonReader) key(in *nesting, token json.Token) bool {
	name, ok := token.(string)
	if !ok || !in.wantKey {
		return false
	}
	if in.keys[name] {
		r.fault(r.start, "", "this key stands here twice; keep the one that counts")
	}
	in.keys[name] = true
	in.wantKey = false
	return true
}

func (r *jsonReader) end() {
	if _, err := r.next(); !errors.Is(err, io.EOF) {
		r.fault(r.start, "", "one value a file; something follows the end of the first")
	}
}
