package words

import (
	"fmt"
	"strings"
	"time"
)

// Text is something that the program says, in English. It may have verbs as
// those of package fmt; then it goes to [Language.Sayf] or [Errorf].
type Text string

// Language is a language that the program speaks. The zero Language is English.
// Languages are values and can be compared.
type Language struct{ *speaker }

// speaker is all of a language but English.
type speaker struct {
	tag    string
	name   string
	in     Text
	say    func(Text) string
	joined func(words []string, or bool) string
	date   string // a layout of package time, with the English name of the month
	months [12]string
}

// English is the language that the program is written in.
var English Language

// Tag is the name of the language by BCP 47: "en".
func (l Language) Tag() string {
	if l.speaker == nil {
		return "en"
	}
	return l.tag
}

// Name is what those who speak the language call it: "English".
func (l Language) Name() string {
	if l.speaker == nil {
		return "English"
	}
	return l.name
}

// In is "in English" or the like, to be said in any language.
func (l Language) In() Text {
	if l.speaker == nil {
		return "in English"
	}
	return l.in
}

// MarshalText writes the tag.
func (l Language) MarshalText() ([]byte, error) { return []byte(l.Tag()), nil }

// UnmarshalText reads a tag; the error lists the languages there are.
func (l *Language) UnmarshalText(tag []byte) error {
	found, ok := Find(string(tag))
	if !ok {
		return Errorf("there is no language %q; there are %s", tag, strings.Join(Tags(), ", "))
	}
	*l = found
	return nil
}

// Say puts a text into the language. What the language has no words for stays
// English.
func (l Language) Say(t Text) string {
	if l.speaker == nil {
		return string(t)
	}
	return l.say(t)
}

// Sayf puts a text into the language, then its arguments into the text. An
// argument that is a Text or an error is put into the language as well.
func (l Language) Sayf(t Text, args ...any) string {
	if l.speaker == nil {
		return fmt.Sprintf(string(t), args...)
	}
	return fmt.Sprintf(l.say(t), l.each(args)...)
}

// each puts those arguments into the language that have words in it.
func (l Language) each(args []any) []any {
	told := make([]any, len(args))
	for i, arg := range args {
		switch a := arg.(type) {
		case Text:
			told[i] = l.Say(a)
		case error:
			told[i] = l.Tell(a)
		default:
			told[i] = arg
		}
	}
	return told
}

// Each puts several texts into the language.
func (l Language) Each(texts ...Text) []string {
	told := make([]string, len(texts))
	for i, t := range texts {
		told[i] = l.Say(t)
	}
	return told
}

// And joins words that all hold: "a", "a and b", "a, b and c".
func (l Language) And(words []string) string { return l.join(words, false) }

// Or joins words of which one holds: "a", "a or b", "a, b or c".
func (l Language) Or(words []string) string { return l.join(words, true) }

func (l Language) join(words []string, or bool) string {
	switch {
	case l.speaker != nil:
		return l.joined(words, or)
	case or:
		return list(words, " or ")
	}
	return list(words, " and ")
}

// list joins words by commas, the last one by another word.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(words[:end], ", ") + last + words[end]
}

// Date is a day in words: "23 November 2026".
func (l Language) Date(day time.Time) string {
	if l.speaker == nil {
		return day.Format("2 January 2006")
	}
	return strings.Replace(day.Format(l.date), day.Month().String(), l.months[day.Month()-1], 1)
}

// Made makes a language of a tag and the way it says things, which otherwise
// joins words and writes dates as English does. It is for trying how the program
// looks in words of another length.
func Made(tag string, say func(Text) string) Language {
	return Language{&speaker{
		tag: tag, name: tag, in: Text("in " + tag), say: say, date: "2 January 2006", months: englishMonths(),
		joined: English.join,
	}}
}

func englishMonths() (names [12]string) {
	for i := range names {
		names[i] = time.Month(i + 1).String()
	}
	return names
}
