package code_test

import (
	"fmt"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/words"
)

// Letters are read, and a mistake in them is found in its group.
func Example() {
	protocol, err := quiz.Embedded()
	if err != nil {
		fmt.Println(err)
		return
	}
	answers := make(quiz.Answers, len(protocol.Questions))
	answers[0] = quiz.Answer{State: quiz.Answered, Chosen: 1 << 2}
	letters := code.Encode(protocol, answers, time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC))

	read, day, err := code.Decode(protocol, letters)
	fmt.Println(day.Format(time.DateOnly), protocol.Questions[0].Words(read[0].Chosen), err)

	_, _, err = code.Decode(protocol, letters[:6]+"U"+letters[7:])
	fmt.Println(quiz.Sentence(words.English, err))
	// Output:
	// 2026-11-23 [18 to 24] <nil>
	// The second group of the code has a sign that no code has.
}
