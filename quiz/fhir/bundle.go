package fhir

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// Draw writes an assessment as a Bundle. p may be nil, or another protocol
// than the report is of, or the same in another language than the person saw:
// then the Bundle is without the Questionnaire.
func Draw(w io.Writer, r *report.Report, p *quiz.Protocol) error {
	bundle, err := NewBundle(r, p)
	if err != nil {
		return err
	}
	return write(w, bundle)
}

// WriteQuestionnaire writes the blank form of a protocol.
func WriteQuestionnaire(w io.Writer, p *quiz.Protocol) error {
	form, err := NewQuestionnaire(p)
	if err != nil {
		return err
	}
	return write(w, form)
}

// NewBundle is an assessment as a collection of resources. The names they know
// each other by are made from what is in them, so the same report has the same.
func NewBundle(r *report.Report, p *quiz.Protocol) (*Bundle, error) {
	bundle := &Bundle{ResourceType: "Bundle", Language: r.Language, Type: "collection", Timestamp: r.AssessedAt}
	var form *Questionnaire
	if p != nil && p.Hash == r.Protocol.Hash && p.Language == r.Language {
		var err error
		if form, err = NewQuestionnaire(p); err != nil {
			return nil, err
		}
		if _, err = bundle.add(form); err != nil {
			return nil, err
		}
	}
	response, err := NewResponse(form, r)
	if err != nil {
		return nil, err
	}
	basis, err := bundle.add(response)
	if err != nil {
		return nil, err
	}
	_, err = bundle.add(NewRiskAssessment(r, basis))
	return bundle, err
}

// add puts a resource into the bundle and returns its name there.
func (b *Bundle) add(resource any) (name string, err error) {
	content, err := json.Marshal(resource)
	if err != nil {
		return "", err
	}
	name = uuid(content)
	b.Entry = append(b.Entry, Entry{FullURL: name, Resource: resource})
	return name, nil
}

// uuid is a UUID of version 8 (RFC 9562) made from content.
func uuid(content []byte) string {
	sum := sha256.Sum256(content)
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// write writes a resource, indented.
func write(w io.Writer, resource any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(resource)
}
