package history_test

import (
	"fmt"
	"os"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
)

// A draft is saved after each answer, taken up by the next run, and gone once
// the assessment is kept.
func Example() {
	dir, _ := os.MkdirTemp("", "scarcheck")
	protocol, _ := quiz.Embedded()
	now := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

	store, err := history.Open(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	session := protocol.Start().DontKnow().Skip()
	if err := store.SaveDraft(session, now); err != nil {
		fmt.Println(err)
	}
	draft, _ := store.LoadDraft(protocol)
	fmt.Println("answered:", draft.Answered(), "at:", draft.At, "age:", draft.Age(now.Add(time.Hour)))

	carried := history.CarryDraft(protocol, draft, nil)
	session = protocol.Restore(carried.Position)
	id, _ := store.Add(report.Build(protocol, session.Result(), report.Options{Program: "scarcheck 1.0.0", Now: now}))
	_ = store.RemoveDraft()
	list, _ := store.List()
	for entry := range list {
		fmt.Println(entry.ID == id, entry.ID, entry.Level)
	}
	removed, _ := store.ForgetAll()
	fmt.Println("forgotten:", removed.Assessments, "folder gone:", removed.Folder)
	// Output:
	// answered: 1 at: lesions age: 1h0m0s
	// true 2026-11-23-1 undecided
	// forgotten: [2026-11-23-1] folder gone: true
}

func ExampleCarryReport() {
	protocol, _ := quiz.Embedded()
	earlier := report.Build(protocol, protocol.Start().DontKnow().Result(), report.Options{})
	earlier.Text.Questions[0].Text = "What is your age?" // as another version asked it
	for _, outcome := range history.CarryReport(protocol, earlier, nil).Again {
		fmt.Println(outcome.Label, outcome.Words, outcome.Why.Sentence())
	}
	// Output: Age [I don't know] The question has new words.
}
