//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// On the whole screen a key at the welcome changes the language, as often as one
// likes, and all that follows is said in it, to the words after the end.
func TestOtherLanguageOnScreen(t *testing.T) {
	tt := open(t, 80, 24, []string{"LANG=en_US.UTF-8"})
	tt.sees("Acne scar check", "l español", "Enter start")
	tt.press("l")
	tt.sees("Cicatrices de acné: revisión", "l English", "Enter empezar")
	tt.press("l")
	tt.sees("Acne scar check", "l español")
	tt.press("l")
	tt.sees("Enter empezar")
	tt.press(enter)
	tt.sees("¿Cuántos años tienes?")
	tt.press(enter)
	tt.sees("Pregunta 2 de")
	tt.press(ctrlC)
	if code := tt.exits(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(tt.written(), "detenido; tus respuestas hasta ahora") {
		t.Errorf("the last words are not Spanish: %q", tt.written())
	}
}

// A terminal without accents has a name for the language all the same. It comes
// line by line there, and back again on the whole screen.
func TestOtherLanguageWithoutAccents(t *testing.T) {
	tt := open(t, 80, 24, []string{"LC_ALL=C"})
	tt.sees("Acne scar check", "l espanol")
	tt.press("l")
	tt.sees("Cuantos anios tienes?", "Escribe un numero")
	begun := strings.Count(tt.written(), "\x1b[?1049h")
	tt.press("english", enter)
	tt.until("the whole screen again", func() bool { return strings.Count(tt.written(), "\x1b[?1049h") > begun })
	tt.sees("Acne scar check", "l espanol")
	tt.press(enter)
	tt.sees("How old are you?", "Question 1 of")
}

// The result can be shown, and left in the window, in the other language: for a
// doctor who reads that.
func TestPageInTheOtherLanguage(t *testing.T) {
	tt := open(t, 80, 24, []string{"LANG=es_MX.UTF-8"})
	tt.sees("Enter empezar")
	tt.press(enter)
	tt.sees("Pregunta 1 de")
	for range 30 {
		if strings.Contains(tt.text(), "Tus respuestas") {
			break
		}
		tt.press("\x1bOS") // F4 passes over any kind of question
		time.Sleep(20 * time.Millisecond)
	}
	tt.sees("Tus respuestas")
	tt.press("f")
	tt.sees("Tu resultado", "QUÉ HACER", "l English")
	tt.press("l")
	tt.sees("Tu resultado", "WHAT TO DO", "La hoja está ahora en inglés.", "l español")
	tt.press("q")
	tt.sees("¿Qué debe quedar aquí cuando salgas?")
	tt.press(enter)
	if code := tt.exits(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(tt.written(), "ACNE SCAR CHECK") {
		t.Error("the page that is left is not the one that was shown")
	}
	kept, err := filepath.Glob(filepath.Join(tt.folder, ".local", "share", "scarcheck", "assessments", "*.json"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d are kept, %v", len(kept), err)
	}
	if src, err := os.ReadFile(kept[0]); err != nil || !strings.Contains(string(src), `"language": "es"`) {
		t.Errorf("the history does not have it in the language that it was answered in: %v", err)
	}
}
