package history

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Entry is an assessment in a list.
type Entry struct {
	ID         string
	AssessedAt time.Time
	Level      string         // the id of the care level, or "undecided"
	Title      string         // of the level
	Factors    []string       // the ids of the factors that are present
	Present    []string       // their names
	Language   words.Language // of Title and Present
	Protocol   string         // "acne-scar@1"
	Hash       string         // of the protocol's files
	Damaged    error          // why the file cannot be used; then only ID is set
}

// In is the entry in the words of p and so in its language, if p is the protocol
// that the assessment was made with; else as it was told then.
func (e Entry) In(p *quiz.Protocol) Entry {
	g := p.Guideline
	if e.Language == p.Language || e.Hash != p.Hash || e.Damaged != nil {
		return e
	}
	titles, names := map[string]string{rules.Undecided: g.Undecided.Title}, map[string]string{}
	for _, level := range g.Levels {
		titles[level.ID] = level.Title
	}
	for _, f := range g.Factors {
		names[f.ID] = f.Name
	}
	told := e
	told.Language, told.Title, told.Present = p.Language, titles[e.Level], nil
	for _, id := range e.Factors {
		told.Present = append(told.Present, names[id])
	}
	if told.Title == "" || slices.Contains(told.Present, "") {
		return e // the file was changed by hand
	}
	return told
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
	Schema   string         `json:"schema"`
	Language words.Language `json:"language,omitzero"`
	Protocol struct {
		ID      string `json:"id"`
		Version int    `json:"version"`
		Hash    string `json:"hash"`
	} `json:"protocol"`
	AssessedAt string `json:"assessed_at"`
	Care       struct {
		Level string `json:"level"`
		Title string `json:"title"`
	} `json:"care"`
	Factors []struct {
		ID     string `json:"id"`
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
		return Entry{ID: i.String(), Damaged: words.Errorf("%s is damaged: %w", s.assessment(i), err)}
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
	if err != nil || timeErr != nil || t.Schema != report.Schema || t.Care.Level == "" || len(src) > quiz.MaxFile {
		if _, err := report.Parse(src); err != nil {
			return Entry{}, err
		}
		return Entry{}, words.New("it is no report")
	}
	e := Entry{
		AssessedAt: at, Level: quiz.Clean(t.Care.Level), Title: quiz.Clean(t.Care.Title), Language: t.Language,
		Protocol: fmt.Sprintf("%s@%d", quiz.Clean(t.Protocol.ID), t.Protocol.Version), Hash: t.Protocol.Hash,
	}
	for _, f := range t.Factors {
		if f.Status == report.Present {
			e.Factors, e.Present = append(e.Factors, f.ID), append(e.Present, quiz.Clean(f.Name))
		}
	}
	return e, nil
}
