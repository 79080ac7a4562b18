package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// Entry is an assessment in a list.
type Entry struct {
	ID         string
	AssessedAt time.Time
	Level      string   // the id of the care level, or "undecided"
	Title      string   // of the level
	Present    []string // the names of the factors that are present
	Protocol   string   // "acne-scar@1"
	Damaged    error    // why the file cannot be used; then only ID is set
}

// List tells of the assessments one at a time, newest first, and reads each
// file only when its turn comes: to stop early costs nothing, and ten thousand
// take no more memory than one. A file that is damaged has its place in the
// list. Get may still find fault with what a list does not show.
func (s *Store) List() (iter.Seq[Entry], error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	ids, _, err := s.ids()
	if err != nil {
		return nil, err
	}
	return func(yield func(Entry) bool) {
		for _, i := range ids {
			if !yield(s.entry(i)) {
				return
			}
		}
	}, nil
}

// IDs are the ids of the assessments, newest first. No assessment is read.
func (s *Store) IDs() ([]string, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	ids, _, err := s.ids()
	if err != nil {
		return nil, err
	}
	names := make([]string, len(ids))
	for n, i := range ids {
		names[n] = i.String()
	}
	return names, nil
}

// summary is as much of a report as a list shows.
type summary struct {
	Schema   string `json:"schema"`
	Protocol struct {
		ID      string `json:"id"`
		Version int    `json:"version"`
	} `json:"protocol"`
	AssessedAt string `json:"assessed_at"`
	Care       struct {
		Level string `json:"level"`
		Title string `json:"title"`
	} `json:"care"`
	Factors []struct {
		Status string `json:"status"`
		Name   string `json:"name"`
	} `json:"factors"`
}

func (s *Store) entry(i id) Entry {
	src, err := read(s.assessment(i))
	if err != nil {
		return Entry{ID: i.String(), Damaged: notRead(s.assessment(i), err)}
	}
	e, err := parseEntry(src)
	if err != nil {
		return Entry{ID: i.String(), Damaged: fmt.Errorf("%s is damaged: %w", s.assessment(i), err)}
	}
	e.ID = i.String()
	return e
}

// parseEntry reads what a list shows out of a report. A report that cannot be
// read is read once more with care, to say why.
func parseEntry(src []byte) (Entry, error) {
	var t summary
	err := json.Unmarshal(src, &t)
	at, timeErr := time.Parse(time.RFC3339, t.AssessedAt)
	if err != nil || timeErr != nil || t.Schema != report.Schema || len(src) > quiz.MaxFile {
		if _, err := report.Parse(src); err != nil {
			return Entry{}, err
		}
		return Entry{}, errors.New("it is no report")
	}
	e := Entry{
		AssessedAt: at, Level: quiz.Clean(t.Care.Level), Title: quiz.Clean(t.Care.Title),
		Protocol: fmt.Sprintf("%s@%d", quiz.Clean(t.Protocol.ID), t.Protocol.Version),
	}
	for _, f := range t.Factors {
		if f.Status == report.Present {
			e.Present = append(e.Present, quiz.Clean(f.Name))
		}
	}
	return e, nil
}
