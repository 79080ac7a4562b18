package main

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"scarcheck/quiz/words"
)

// What the program says in English is ASCII. In another language it is not, and
// some terminals show nothing but ASCII. There the letters come without their
// accents, line by line: ñ is ni, since n would make another word of "años", and
// so takes more than its place on a full screen.
var withoutAccents = []string{
	"á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "ni",
	"Á", "A", "É", "E", "Í", "I", "Ó", "O", "Ú", "U", "Ü", "U", "Ñ", "Ni", "º", "o", "ª", "a", "¿", "", "¡", "",
}

// narrow reports whether the terminal is known to show other letters than those
// of UTF-8: its locale is C, or names another encoding. A locale that names none
// may be either; terminals that are no UTF-8 have become rare.
func (p *process) narrow() bool {
	locale := p.localeFor("LC_CTYPE")
	name, rest, named := strings.Cut(locale, ".")
	encoding, _, _ := strings.Cut(rest, "@")
	if named {
		return !strings.EqualFold(strings.ReplaceAll(encoding, "-", ""), "UTF8")
	}
	return name == "C" || name == "POSIX"
}

// plainLetters takes the accents away where the terminal has no letters for them,
// and gives them back in English, where they can only be a person's own. Files and
// programs that read the output get UTF-8 as ever.
func (p *process) plainLetters(l words.Language) {
	if p.whole.stderr == nil {
		p.whole.stdout, p.whole.stderr = p.stdout, p.stderr
	}
	p.stdout, p.stderr = p.whole.stdout, p.whole.stderr
	if l == words.English || !p.narrow() {
		return
	}
	if p.talks {
		p.stderr = newPlainWriter(p.stderr)
	}
	if p.width > 0 {
		p.stdout = newPlainWriter(p.stdout)
	}
}

// plainWriter writes text without accents. What is cut within a letter waits for
// the rest of it.
type plainWriter struct {
	out     io.Writer
	letters *strings.Replacer
	begun   []byte
}

func newPlainWriter(out io.Writer) *plainWriter {
	return &plainWriter{out: out, letters: strings.NewReplacer(withoutAccents...)}
}

// Write reports all as written: of a letter it writes another number of bytes.
func (w *plainWriter) Write(text []byte) (int, error) {
	all := slices.Concat(w.begun, text)
	end := len(all)
	for i := 1; i <= min(utf8.UTFMax-1, len(all)); i++ {
		if utf8.RuneStart(all[len(all)-i]) {
			if !utf8.FullRune(all[len(all)-i:]) {
				end = len(all) - i
			}
			break
		}
	}
	w.begun = append([]byte(nil), all[end:]...)
	if _, err := w.letters.WriteString(w.out, string(all[:end])); err != nil {
		return 0, err
	}
	return len(text), nil
}

// terminal is standard output for another program, and a text as it can be shown
// there.
func (a *app) terminal(text []byte) (io.Writer, []byte) {
	w, ok := a.stdout.(*plainWriter)
	if !ok {
		return a.stdout, text
	}
	return w.out, []byte(w.letters.Replace(string(text)))
}
