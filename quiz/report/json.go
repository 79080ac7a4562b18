package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/words"
)

// Answers are the answers of a report. As JSON they are an object in the form
// of an answers file, in the protocol's order.
type Answers []Answer

// Answer is the answer to one question: one value, or with Many a list.
type Answer struct {
	Question string
	Values   []string
	Many     bool
}

// MarshalJSON writes the answers as an object in their order.
func (as Answers) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, a := range as {
		b.WriteByte("{,"[min(i, 1)])
		var value any = a.Values
		if !a.Many {
			value = a.Values[0]
		}
		for j, part := range []any{a.Question, value} {
			text, err := json.Marshal(part)
			if err != nil {
				return nil, err
			}
			b.Write(text)
			if j == 0 {
				b.WriteByte(':')
			}
		}
	}
	if len(as) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads an object of answers and keeps its order.
func (as *Answers) UnmarshalJSON(src []byte) error {
	d := json.NewDecoder(bytes.NewReader(src))
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return words.New(`"answers" takes an object`)
	}
	*as = Answers{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
		a := Answer{Question: key.(string), Values: []string{""}}
		if err := json.Unmarshal(value, &a.Values[0]); err != nil {
			a.Many = true
			if err := json.Unmarshal(value, &a.Values); err != nil {
				return words.New(`an answer in "answers" takes a text or a list of texts`)
			}
		}
		*as = append(*as, a)
	}
	return nil
}

// JSON writes the canonical form: indented, in fixed order, the same report
// always as the same bytes.
func JSON(w io.Writer, r *Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// ErrNotReport says that a file is not a report, so it may be something else.
var ErrNotReport = words.New("this is not a report")

// Parse reads a report's canonical form. It returns ErrNotReport for JSON that
// does not claim to be a report, a quiz.Faults for what is not sound JSON, and
// another error for a report of another schema or with fields that do not fit.
// Its texts are cleaned as if a person had typed them.
func Parse(src []byte) (*Report, error) {
	if err := quiz.CheckJSON(src); err != nil {
		return nil, err
	}
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := json.Unmarshal(src, &head); err != nil || head.Schema == nil {
		return nil, ErrNotReport
	}
	if *head.Schema == SchemaIDs {
		return nil, words.New("this report has no texts that a page could be drawn from; write it with scarcheck batch --texts")
	}
	if *head.Schema != Schema {
		return nil, words.Errorf("this report is of another schema than %q; draw it with the version of scarcheck that wrote it", Schema)
	}
	r := &Report{}
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(r); err != nil {
		return nil, misfit(err)
	}
	clean(reflect.ValueOf(r))
	return r, r.check()
}

// misfit names the field that does not fit, and not the value that stands there.
func misfit(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Type == reflect.TypeFor[words.Language]() {
		return words.Errorf("this report was changed by hand: %q takes %s, not %s", wrong.Field, "en, es", wrong.Value)
	}
	if errors.As(err, &wrong) {
		return words.Errorf("this report was changed by hand: %q takes %s, not %s", wrong.Field, wrong.Type, wrong.Value)
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return words.Errorf("this report was changed by hand: json: unknown field %s", field)
	}
	return words.Errorf("this report was changed by hand: %w", err)
}

// clean makes every text below v safe to show.
func clean(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			clean(v.Elem())
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[words.Language]() {
			return
		}
		for i := range v.NumField() {
			clean(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			clean(v.Index(i))
		}
	case reflect.String:
		v.SetString(quiz.Clean(v.String()))
	}
}

// check sees that what formats rely on is there.
func (r *Report) check() error {
	if _, err := time.Parse(time.RFC3339, r.AssessedAt); err != nil {
		return words.New(`this report was changed by hand: "assessed_at" takes a time such as 2026-11-23T09:30:00Z`)
	}
	if r.Care.Level == "" {
		return words.New(`this report was changed by hand: "care" has lost its "level"`)
	}
	if due := r.Protocol.ReviewDue; due != "" {
		if _, err := time.Parse(time.DateOnly, due); err != nil {
			return words.New(`this report was changed by hand: "review_due" takes a day such as 2027-11-23`)
		}
	}
	if r.Since != nil {
		if _, err := time.Parse(time.RFC3339, r.Since.AssessedAt); err != nil {
			return words.New(`this report was changed by hand: "since" takes in "assessed_at" a time such as 2026-11-23T09:30:00Z`)
		}
	}
	if r.Text.Code != "" && !code.Is(r.Text.Code) {
		return words.New(`this report was changed by hand: "code" is none; take it out`)
	}
	if r.Crisis != nil && *r.Crisis && r.Text.Crisis == nil {
		return words.New(`this report was changed by hand: "crisis" is true, and its text is gone`)
	}
	for _, f := range r.Factors {
		if f.Status != Present && f.Status != Absent && f.Status != Unknown {
			return words.Errorf("this report was changed by hand: factor %q has no such status; it takes %s, %s or %s", f.ID, Present, Absent, Unknown)
		}
	}
	return nil
}
