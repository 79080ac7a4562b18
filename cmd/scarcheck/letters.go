package main

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/words"
)

// oneAssessment takes one argument that names an assessment, or none for the
// newest. The groups of a code may come as several.
func oneAssessment(c *cobra.Command, args []string) error {
	if len(args) == 0 || len(args) > 1 && code.Is(strings.Join(args, "-")) {
		return nil
	}
	return one("an id from the history, an answers or report file, the code of a page, or -")(c, args)
}

// named is the assessment that the arguments name.
func named(args []string) string { return strings.Join(args, "-") }

// theCode is what messages call a code, which holds answers and so is not
// repeated.
const theCode words.Text = "the code"

// isCode reports whether an argument is the code of a page. A file of that name
// comes first.
func isCode(name string) bool {
	if !code.Is(name) {
		return false
	}
	_, err := os.Lstat(name)
	return err != nil
}

// holdsCode reports whether what was read is the code of a page.
func holdsCode(src []byte) bool {
	src = bytes.TrimSpace(src)
	return len(src) < 1000 && !bytes.HasPrefix(src, []byte("{")) && code.Is(string(src))
}

// decode reads the answers that the code of a page holds, and their day.
func (a *app) decode(p *quiz.Protocol, src []byte, called string) (quiz.Answers, time.Time, error) {
	answers, day, err := code.Decode(p, string(bytes.TrimSpace(src)))
	var other code.OtherProtocol
	if errors.As(err, &other) {
		err = words.Errorf("%w; --protocol names the folder of another version", err)
	}
	switch {
	case err == nil:
		return answers, day, nil
	case called == a.lang.Say(theCode):
		return nil, day, usage("%w", err)
	}
	return nil, day, inFile(called, err)
}
