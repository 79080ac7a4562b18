package code

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// format numbers the way codes are written. Another way gets another number.
const format = 1

// The bases of what stands before the answers.
const (
	formats     = 8
	versionBits = 3       // of a version at a time, and one bit for whether more follow
	versions    = 1 << 30 // and no more than this
	hashes      = 1 << 24 // the first 6 hexadecimal digits
	days        = 1 << 16 // from 1970 to 2149
)

// What can be wrong with a code whose letters are all right; see also
// OtherProtocol, and Mistyped for letters that are not.
var (
	ErrNoCode = words.New("this is not a code from a page")
	ErrFormat = words.New("the code was made by another version of the program; use a newer one")
)

// OtherProtocol is the error for a code that another questionnaire is needed
// for: another version, or the same one with a text or rule changed.
type OtherProtocol struct {
	Version     int    // that the code needs
	Hash        string // the first hexadecimal digits of the hash of its files
	HaveVersion int    // that Decode was given
	HaveHash    string
}

// Error names both versions.
func (o OtherProtocol) Error() string { return o.In(words.English) }

// In names both versions in a language.
func (o OtherProtocol) In(l words.Language) string {
	return l.Sayf("the code needs version %d of the questions and rules (%s), and here is version %d (%s)",
		o.Version, o.Hash, o.HaveVersion, o.HaveHash)
}

// Encode writes an assessment of this day as letters. It takes from the answers
// what Apply takes; text, sensitive answers and answers that do not fit their
// question count as not answered, and so do answers to a question that is
// asked only because of one of these. Of the day its own calendar counts; one
// before 1970 or after 2149 becomes the nearest in between.
func Encode(p *quiz.Protocol, answers quiz.Answers, day time.Time) string {
	digits := headOf(p, day).digits()
	told := tell(p, answers)
	for i, asked := range p.Asked(told) {
		if asked == rules.True && holds(&p.Questions[i]) {
			v := validOf(&p.Questions[i])
			digits = append(digits, digit{v.place(told[i]), v.count()})
		}
	}
	return write(number(digits))
}

// Decode reads what Encode wrote: the answers, and the day at midnight UTC.
// The error is a Mistyped, an OtherProtocol, ErrFormat or ErrNoCode; none says
// anything of the answers.
func Decode(p *quiz.Protocol, letters string) (quiz.Answers, time.Time, error) {
	n, err := read(letters)
	if err != nil {
		return nil, time.Time{}, err
	}
	head, err := takeHead(n)
	if err != nil {
		return nil, time.Time{}, err
	}
	if mine := headOf(p, head.date()); head != mine {
		return nil, time.Time{}, OtherProtocol{head.version, head.short(), mine.version, mine.short()}
	}
	answers := make(quiz.Answers, len(p.Questions))
	for i := range answers {
		q := &p.Questions[i]
		if holds(q) && (q.AskIf == nil || p.Asked(answers)[i] == rules.True) { // it rests on the answers before it
			v := validOf(q)
			answers[i] = v.answer(take(n, v.count()))
		}
	}
	if Encode(p, answers, head.date()) != tidy(letters) {
		return nil, time.Time{}, ErrNoCode
	}
	return answers, head.date(), nil
}

// holds reports whether a code holds answers to the question.
func holds(q *quiz.Question) bool { return q.Kind != rules.Text && !q.Sensitive }

// tell leaves of the answers those that a code may tell. Some of them may not
// be asked any more without those that are gone.
func tell(p *quiz.Protocol, answers quiz.Answers) quiz.Answers {
	told, _ := p.Apply(answers)
	for i := range told {
		q := &p.Questions[i]
		if !holds(q) || q.Check(told[i]) != nil {
			told[i] = quiz.Answer{}
		}
	}
	return told
}

// head is what stands before the answers and can be read without knowing the
// questions.
type head struct {
	version int
	hash    uint64
	day     uint64 // since 1970-01-01
}

func headOf(p *quiz.Protocol, day time.Time) head {
	year, month, date := day.Date()
	since := time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60)
	_, hex, _ := strings.Cut(p.Hash, ":")
	hash, _ := strconv.ParseUint(hex[:min(6, len(hex))], 16, 32)
	return head{min(max(p.Version, 0), versions-1), hash, uint64(min(max(since, 0), days-1))}
}

func (h head) date() time.Time { return time.Unix(int64(h.day)*24*60*60, 0).UTC() }

func (h head) short() string { return fmt.Sprintf("%06x", h.hash) }

func (h head) digits() []digit {
	digits := []digit{small(format, formats)}
	const more = 1 << versionBits
	rest := uint64(h.version)
	for ; rest >= more; rest /= more {
		digits = append(digits, small(more+rest%more, 2*more))
	}
	return append(digits, small(rest, 2*more), small(h.hash, hashes), small(h.day, days))
}

func takeHead(n *big.Int) (h head, err error) {
	if takeSmall(n, formats) != format {
		return head{}, ErrFormat
	}
	const more = 1 << versionBits
	for unit := 1; unit < versions; unit *= more {
		part := takeSmall(n, 2*more)
		h.version += int(part%more) * unit
		if part < more {
			h.hash, h.day = takeSmall(n, hashes), takeSmall(n, days)
			return h, nil
		}
	}
	return head{}, ErrNoCode
}

// tidy is how Encode would write these letters.
func tidy(letters string) string {
	groups := regroup(split(letters))
	written := make([]string, len(groups))
	for i, group := range groups {
		written[i] = spell(group)
	}
	return strings.Join(written, "-")
}
