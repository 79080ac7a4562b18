//go:build !windows

package main

import (
	"strings"
	"testing"
)

// On the whole screen a key at the welcome changes the language, as often as one
// likes, and all that follows is said in it, to the words after the end.
func TestOtherLanguageOnScreen(t *testing.T) {
	tt := open(t, 80, 24, []string{"LANG=en_US.UTF-8"})
	tt.sees("Acne scar check", "l español", "Enter start")
	tt.press("l")
	tt.sees("Cicatrices de acné: revisión", "l English", "Intro empezar")
	tt.press("l")
	tt.sees("Acne scar check", "l español")
	tt.press("l")
	tt.sees("Intro empezar")
	tt.press(enter)
	tt.sees("¿Cuántos años tienes?")
	tt.press(enter)
	tt.sees("Pregunta 2 de")
	tt.press(ctrlC)
	if code := tt.exits(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(tt.written(), "parado; tus respuestas hasta ahora") {
		t.Errorf("the last words are not Spanish: %q", tt.written())
	}
}

// A terminal without accents has a name for the language all the same.
func TestOtherLanguageWithoutAccents(t *testing.T) {
	tt := open(t, 80, 24, []string{"LC_ALL=C"})
	tt.sees("Acne scar check", "l espanol")
	tt.press("l")
	tt.sees("Cicatrices de acne: revision")
}
