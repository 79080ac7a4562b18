package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

func TestWhichLanguageIsSpoken(t *testing.T) {
	for _, row := range []struct {
		name   string
		args   string
		env    []string
		system string // the locale that the system keeps outside the environment
		want   string
	}{
		{"nothing is known", "", nil, "", "en"},
		{"Mexico", "", []string{"LANG=es_MX.UTF-8"}, "", "es"},
		{"a language alone", "", []string{"LANG=es"}, "", "es"},
		{"a continent", "", []string{"LANG=es-419"}, "", "es"},
		{"a modifier", "", []string{"LANG=es_ES@euro"}, "", "es"},
		{"in capitals", "", []string{"LANG=ES_es"}, "", "es"},
		{"Estonian is not Spanish", "", []string{"LANG=et_EE.UTF-8"}, "", "en"},
		{"a language of three letters is not Spanish", "", []string{"LANG=esu_US"}, "", "en"},
		{"one that is not spoken", "", []string{"LANG=fr_FR.UTF-8"}, "", "en"},
		{"C", "", []string{"LANG=C"}, "", "en"},
		{"POSIX", "", []string{"LANG=POSIX"}, "", "en"},
		{"LC_MESSAGES before LANG", "", []string{"LANG=en_US.UTF-8", "LC_MESSAGES=es_US.UTF-8"}, "", "es"},
		{"LC_ALL before LC_MESSAGES", "", []string{"LC_ALL=en_US.UTF-8", "LC_MESSAGES=es_US.UTF-8"}, "", "en"},
		{"C counts as set", "", []string{"LC_ALL=C", "LANG=es_ES.UTF-8"}, "", "en"},
		{"an empty one is not set", "", []string{"LC_ALL=", "LC_MESSAGES=", "LANG=es_ES.UTF-8"}, "", "es"},
		{"LC_PAPER has no say", "", []string{"LC_PAPER=es_ES.UTF-8"}, "", "en"},
		{"LANGUAGE before the locale", "", []string{"LANGUAGE=es:en", "LANG=en_US.UTF-8"}, "", "es"},
		{"LANGUAGE, English first", "", []string{"LANGUAGE=en:es", "LANG=es_US.UTF-8"}, "", "en"},
		{"what is not spoken is passed over", "", []string{"LANGUAGE=ca:es:en", "LANG=ca_ES.UTF-8"}, "", "es"},
		{"none of LANGUAGE is spoken", "", []string{"LANGUAGE=ca:gl", "LANG=es_ES.UTF-8"}, "", "es"},
		{"LANGUAGE does not count in C", "", []string{"LANGUAGE=es", "LANG=C.UTF-8"}, "", "en"},
		{"nor where there is no locale", "", []string{"LANGUAGE=es"}, "", "en"},
		{"the system, where the environment is silent", "", nil, "es-MX", "es"},
		{"the environment before the system", "", []string{"LANG=en_US.UTF-8"}, "es-MX", "en"},
		{"--lang before all", "--lang en", []string{"LC_ALL=es_ES.UTF-8", "LANGUAGE=es"}, "es-ES", "en"},
		{"--lang in C", "summary --lang es", []string{"LC_ALL=C"}, "", "es"},
		{"--lang=", "--lang=es summary", nil, "", "es"},
		{"--lang with a country", "--lang=es-MX", nil, "", "es"},
		{"the last --lang", "--lang es --lang=en", nil, "", "en"},
		{"behind -- it is a file", "summary -- --lang es", nil, "", "en"},
		{"--lang without a value", "summary --lang", []string{"LANG=es"}, "", "es"},
		{"--lang of no language", "--lang xx", []string{"LANG=es"}, "", "es"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := process{args: strings.Fields(row.args), env: row.env, locale: row.system}
			if got := p.language().Tag(); got != row.want {
				t.Errorf("%s, want %s", got, row.want)
			}
		})
	}
}

// What is found before the flags are parsed is what they say.
func TestLangFlagSaysTheSame(t *testing.T) {
	for _, args := range []string{"--lang es", "--lang=en", "history list --lang es", "summary x --lang en --lang es"} {
		t.Run(args, func(t *testing.T) {
			p := process{args: strings.Fields(args)}
			a := &app{process: p, lang: p.language()}
			root := a.root()
			c, rest, err := root.Find(p.args)
			if err == nil {
				err = c.ParseFlags(rest)
			}
			if err != nil || !a.langNamed || a.lang != p.language() {
				t.Errorf("the flag means %s (named: %v, %v), and before it was %s", a.lang.Tag(), a.langNamed, err, p.language().Tag())
			}
		})
	}
}

// A language that is not there is refused with those that are, in the language
// that is spoken otherwise.
func TestNoSuchLanguage(t *testing.T) {
	const en, es = "\nscarcheck summary --help lists what there is", "\nscarcheck summary --help muestra lo que hay"
	for _, row := range []struct{ named, lang, says string }{
		{"fr", "C", `there is no language "fr"; --lang takes en, es` + en},
		{"", "C", `there is no language ""; --lang takes en, es` + en},
		{"spanish", "C", `there is no language "spanish", did you mean "es"? --lang takes en, es` + en},
		{"Español", "C", `there is no language "Español", did you mean "es"? --lang takes en, es` + en},
		{"inglés", "es_ES.UTF-8", `no hay un idioma "inglés", ¿querías decir "en"? --lang admite en, es` + es},
		{"fr", "es_ES.UTF-8", `no hay un idioma "fr"; --lang admite en, es` + es},
	} {
		t.Run(row.named+" in "+row.lang, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			p := process{args: []string{"summary", "--lang", row.named}, env: []string{"LANG=" + row.lang}, stdout: &stdout, stderr: &stderr}
			code := run(p)
			if want := "scarcheck: " + row.says + "\n"; code != exitUsage || stderr.String() != want || stdout.Len() > 0 {
				t.Errorf("exit code %d\ngot  %s\nwant %s", code, stderr.String(), want)
			}
		})
	}
}

// What cobra and pflag refuse is told in Spanish, as what the program refuses.
func TestMistakesInSpanish(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, row := range []struct{ args, says string }{
		{"sumary", "no hay un comando \"sumary\", ¿querías decir \"summary\"?\nscarcheck --help muestra lo que hay"},
		{"history dif", "no hay un comando \"dif\", ¿querías decir \"diff\"?\nscarcheck history --help muestra lo que hay"},
		{"summary x --out y", "scarcheck summary no tiene la opción --out, ¿querías decir --output?\nscarcheck summary --help muestra lo que hay"},
		{"summary x -q", "scarcheck summary no tiene la opción -q\nscarcheck summary --help muestra lo que hay"},
		{"summary x -f", "--format necesita un valor\nscarcheck summary --help muestra lo que hay"},
		{"--plain=maybe", "--plain admite true o false, no \"maybe\"\nscarcheck --help muestra lo que hay"},
		{"--=x", "opción mal escrita: --=x\nscarcheck --help muestra lo que hay"},
		{"--resume --new", "de las opciones [resume new] solo puede ir una a la vez; y aquí están [new resume]"},
		{"--theme blue", "--theme admite auto, light o dark"},
		{"history show a b", "admite como mucho 1, y hay 2"},
		{"completion bahs", "no hay un script para \"bahs\", ¿querías decir \"bash\"?\nelige una de estas: bash, zsh, fish, powershell"},
		{"summary nothing.json", "nothing.json: no existe ese archivo o carpeta; da la ruta de un archivo de respuestas o de un informe, o - para la entrada estándar"},
		{"summary a b", "summary admite un archivo, no 2; mira scarcheck summary --help"},
		{"print x --copies 0", "--copies admite un número de 1 a 99"},
		{"protocol", "protocol necesita el nombre de una carpeta por crear; mira scarcheck protocol --help"},
		{"check -f xml", `check no tiene el formato "xml"; elige text o json`},
		{"batch -f xml", `batch no tiene el formato "xml"; tiene json y csv`},
		{"form x", "form dibuja un cuestionario en blanco; para uno con respuestas, mira scarcheck summary"},
	} {
		t.Run(row.args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			p := process{args: strings.Fields(row.args), env: []string{"LANG=es_ES.UTF-8"}, stdout: &stdout, stderr: &stderr}
			code := run(p)
			if want := "scarcheck: " + row.says + "\n"; code != exitUsage || stderr.String() != want || stdout.Len() > 0 {
				t.Errorf("exit code %d\ngot  %s\nwant %s", code, stderr.String(), want)
			}
		})
	}
}

// Shells complete the language, and say in it what verbs and flags are for.
func TestCompletionInSpanish(t *testing.T) {
	if offers, files := completes(t, "summary", "--lang", ""); !slices.Equal(offers, words.Tags()) || files != noFile {
		t.Errorf("--lang completes %v %s", offers, files)
	}
	for args, want := range map[string]string{
		"sum":             "summary\t" + quiztest.Language(t, "es").Say("Draw the page for the appointment, in any format"),
		"help for":        "form\t" + quiztest.Language(t, "es").Say("Draw the blank questionnaire for pen and paper"),
		"history --he":    "--help\t" + quiztest.Language(t, "es").Sayf("help for %s", "history"),
		"print --print":   "--printer\t" + strings.ReplaceAll(quiztest.Language(t, "es").Say("the `NAME` of the print queue; lpstat -e lists them"), "`", ""),
		"history forg":    "forget\t" + quiztest.Language(t, "es").Say("Remove some of them, or everything that is kept"),
		"check --against": "--against\t",
	} {
		var stdout, stderr bytes.Buffer
		p := process{args: append([]string{"__complete"}, strings.Fields(args)...), env: []string{"LANG=es"}, stdout: &stdout, stderr: &stderr}
		if code := run(p); code != exitDone || !strings.HasPrefix(strings.ReplaceAll(stdout.String(), "`", ""), want) {
			t.Errorf("%s: exit code %d, %s, want %s", args, code, stdout.String(), want)
		}
	}
}

// Large numbers are written so that no comma can be taken for that of a fraction.
func TestThousands(t *testing.T) {
	for _, row := range []struct {
		n      int
		en, es string
	}{{0, "0", "0"}, {999, "999", "999"}, {1000, "1,000", "1 000"}, {1_234_567, "1,234,567", "1 234 567"}} {
		if en, es := thousands(words.English, row.n), thousands(quiztest.Language(t, "es"), row.n); en != row.en || es != row.es {
			t.Errorf("%d: %s and %s, want %s and %s", row.n, en, es, row.en, row.es)
		}
	}
	if got, want := fmt.Sprint(linesInWords(quiztest.Language(t, "es"), 1), ", ", linesInWords(quiztest.Language(t, "es"), 2000)), "1 línea, 2 000 líneas"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
