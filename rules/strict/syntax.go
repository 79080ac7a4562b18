package strict

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

const (
	directives = "lines that begin with % are not allowed; delete it"
	tags       = "tags (!) are not allowed; quote a text that begins with an exclamation mark"
	afterQuote = "the quote before this has ended the text; write a quote inside it twice ('') or as \\\""
)

// A complaint is one that the YAML library makes, in our words.
type complaint struct {
	context, message string // parts of what the library says; "" fits all
	say              string // %s: the character at the place
	opening          bool   // the place is where the construct began, not where the library gave up
}

// complaints are tried in order. The texts are those of go.yaml.in/yaml/v4
// v4.0.0; one that a later version words differently falls through to the end of
// syntaxFault, with the right place still.
var complaints = []complaint{
	{message: errDeep.Error(), say: errDeep.Error()},
	{context: "directive", say: directives},
	{message: "incompatible YAML document", say: directives},
	{message: "duplicate %", say: directives},
	{context: "a tag", say: tags, opening: true},
	{message: "undefined tag handle", say: tags},
	{message: "unknown anchor", say: "aliases (*) are not allowed; quote a text that begins with an asterisk"},
	{context: "an alias", say: `a text cannot begin with "*"; put it in quotes`, opening: true},
	{context: "an anchor", say: `a text cannot begin with "&"; put it in quotes`, opening: true},
	{context: "quoted scalar", message: "unexpected end of stream", say: "this quote is never closed", opening: true},
	{context: "quoted scalar", message: "document indicator", say: "this quote is never closed", opening: true},
	{message: "unknown escape character", say: `a backslash in double quotes begins an escape that does not exist; write \\ or use single quotes`},
	{message: "hexadecimal number", say: `the escape after this backslash needs hexadecimal digits, as in \u00e9`},
	{message: "Unicode character escape", say: "this escape stands for no character"},
	{message: "','", say: `"," or the closing bracket is missing before this`},
	{message: "could not find expected ':'", say: `this should be "key: value" but has no ":"; or it belongs to the text above and must be indented`, opening: true},
	{message: "mapping values are not allowed", say: `a ":" does not fit here; quote a text that has ": " in it, or mend the indentation`},
	{message: "mapping keys are not allowed", say: `a text cannot begin with "? "; put it in quotes`},
	{message: "block sequence entries", say: `a list cannot begin here; put each "- " on a line of its own below the key`},
	{message: "expected '-' indicator", say: `this does not fit into the list above; begin it with "- " or mend the indentation`},
	{message: "expected key", say: "this does not fit here; mend the indentation, or the quotes and brackets before it"},
	{message: "expected node content", say: "a value is missing before this"},
	{message: "cannot start any token", say: "a text cannot begin with %s; put it in quotes"},
	{message: "comment without preceding", say: `put a space before "#", or put the text in quotes`},
	{message: "indentation indicator", say: `the number after "|" or ">" must be 1 to 9; leave it out`},
	{context: "block scalar", say: `the text after "|" or ">" must begin on the next line`},
	{message: "document start", say: "more follows after the end; one file holds one map or one list"},
}

// syntaxFault logs what the YAML library gave up on. It gives up where it cannot
// go on, which for a missing bracket may be lines below the mistake; so the
// brackets are looked at first.
func (s *source) syntaxFault(err error) {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) {
		s.faultf(1, 1, "cannot be read as YAML: %v", err)
		return
	}
	if fault.Message != errDeep.Error() {
		if b, ok := findUnbalanced(s.text); ok && b.line <= fault.Mark.Line {
			s.faultf(b.line, b.column, "%s", b.message)
			return
		}
	}
	if strings.Contains(fault.Message, "expected key") && s.afterQuote(fault.Mark) {
		s.faultf(fault.Mark.Line, fault.Mark.Column, "%s", afterQuote)
		return
	}
	for _, c := range complaints {
		if strings.Contains(fault.ContextMsg, c.context) && strings.Contains(fault.Message, c.message) {
			s.complain(c, fault)
			return
		}
	}
	s.faultf(fault.Mark.Line, fault.Mark.Column, "cannot be read as YAML: %s", fault.Message)
}

// afterQuote reports whether the last thing before a place is a closing quote.
func (s *source) afterQuote(place yaml.Mark) bool {
	line, _ := lineAt(s.text, place.Line)
	runes := []rune(line)
	before := string(runes[:min(max(place.Column-1, 0), len(runes))])
	return strings.HasSuffix(strings.TrimRight(before, " "), `"`) || strings.HasSuffix(before, "'")
}

func (s *source) complain(c complaint, fault *yaml.LoadError) {
	place := fault.Mark
	if c.opening && fault.ContextMark.Line > 0 {
		place = fault.ContextMark
	}
	if !strings.Contains(c.say, "%s") {
		s.faultf(place.Line, place.Column, "%s", c.say)
		return
	}
	line, _ := lineAt(s.text, place.Line)
	runes := []rune(line)
	if place.Column < 1 || place.Column > len(runes) {
		s.faultf(place.Line, place.Column, "cannot be read as YAML: %s", fault.Message)
		return
	}
	s.faultf(place.Line, place.Column, c.say, quoted(string(runes[place.Column-1])))
}
