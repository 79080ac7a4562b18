package tui

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// tour is a way to a screen in a window of its own: keys to press from the
// start on, at questions of every kind, and screens as they can look.
var tour = []struct{ name, from, press string }{
	{"welcome", "", ""},
	{"too small", "", "resize"},
	{"the first question", "", "enter"},
	{"space at one choice", "", "enter space"},
	{"many", "", "enter s"},
	{"nothing chosen", "", "enter s enter"},
	{"not known", "", "enter d left"},
	{"not said", "", "enter p left"},
	{"an answer given", "", "enter down enter left"},
	{"why", "", "enter s ?"},
	{"the end of why", "", "enter s ? end"},
	{"why of one", "", "enter ? end"},
	{"why of text", "goal", "enter f1 end"},
	{"why of text aside", "goal", "enter tab f1 end"},
	{"a text", "goal", "enter"},
	{"a text aside", "goal", "enter tab"},
	{"a draft's welcome", "all", ""},
	{"review", "all", "enter"},
	{"the end of the review", "all", "enter end"},
	{"an edit", "all", "enter down enter"},
	{"help", "safety", "enter down enter"},
	{"result", "all", "enter f"},
	{"the end of the result", "all", "enter f end"},
	{"copied", "all", "enter f c"},
	{"save", "all", "enter f w"},
	{"save to no kind of file", "all", `enter f w "zz"`},
	{"save over a file", "all", "enter f w enter w enter"},
	{"save without a name", "all", "enter f w " + strings.Repeat("backspace ", 8) + "enter"},
	{"saved", "all", "enter f w enter"},
	{"print", "all", "enter f p"},
	{"printing fails", "all", "enter f p down down enter"},
	{"printed", "all", "enter f p enter"},
	{"leave", "all", "enter f q"},
}

// visit goes to a screen of the tour in a protocol.
func visit(t *testing.T, p *quiz.Protocol, from, press string, width, height int) *person {
	t.Helper()
	s := p.Start()
	switch from {
	case "":
	case "all":
		s = answeredIn(t, p)
	default:
		s = atIn(t, p, from)
	}
	person := sit(t, s, width, height).keeps()
	if press == "resize" {
		person.resize(29, 12)
		return person
	}
	person.press(strings.Fields(press)...)
	if shown, ok := person.m.screen.(result); ok { // what a report says is for package report to see
		shown.sections = nil
		person.m.show(shown)
	}
	return person
}

// notTold are what is the same in every language: keys, what comes from the
// test, and marks that are drawn.
var notTold = regexp.MustCompile(`(?:Ctrl\+[A-Z]|Shift\+Tab|Tab|Esc|F[1-4]|\[x\]|\(x\)|/home/me/|page\.\S+|\.(?:txtzz|txt|fhir|json)|OFFICE|HALL|HOME|Smoother skin before the summer)|\b[a-z]\b`)

// fromOutside are the strings that the test hands to the screen in English.
var fromOutside = strings.NewReplacer("text to read", "", "for programs", "", "for records", "", "sent to the print queue", "")

func TestNothingIsSaidInEnglish(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Greek)
	for _, stop := range tour {
		t.Run(stop.name, func(t *testing.T) {
			shown := visit(t, p, stop.from, stop.press, 200, 60)
			if stop.name == "printing fails" { // its error is made in English by the test
				shown.m.screen = func() screen { s := shown.m.screen.(printing); s.note = ""; return s }()
			}
			left := notTold.ReplaceAllString(fromOutside.Replace(shown.sees()), "")
			for _, word := range regexp.MustCompile(`[A-Za-z]+`).FindAllString(left, -1) {
				t.Errorf("%q is said in English", word)
			}
			if t.Failed() || !strings.ContainsFunc(shown.sees(), func(r rune) bool { return r >= 'Α' && r <= 'ω' }) {
				t.Errorf("the frame:\n%s", shown.sees())
			}
		})
	}
}

// That answers are not kept is told in the language on every screen.
func TestAlertsInSpanish(t *testing.T) {
	p := *protocol(t)
	p.Language = spanish(t)
	shown := sit(t, p.Start(), 80, 24).keeps()
	shown.broken = words.New("no space left on device")
	shown.press("enter", "s").wants("! Sin guardar: No queda espacio en el disco.")
}

func TestFaultsInSpanish(t *testing.T) {
	l := spanish(t)
	crash := &Crash{Kind: "runtime.boundsError"}
	if got, want := l.Tell(crash), "un fallo del programa (runtime.boundsError)"; got != want {
		t.Errorf("a crash is told as %q, want %q", got, want)
	}
	if got := crash.Error(); got != "a fault in the program (runtime.boundsError)" {
		t.Errorf("a crash is logged as %q", got)
	}
	if _, err := gone(0, errors.New("x")); errors.Is(err, ErrGone) || l.Tell(ErrGone) != "la terminal ya no está" {
		t.Errorf("a terminal that is gone is told as %q", l.Tell(ErrGone))
	}
}

// narrow and usual are the windows that every language must do with; in others
// not all need be in sight, and nothing may be out of place.
var (
	narrow, usual = [2]int{40, 15}, [2]int{80, 24}
	others        = [][2]int{{leastWidth, leastHeight}, {leastWidth, roomy}, {57, low}, {61, tall}, {120, 30}}
)

// namesKeys fails unless the footer names each key that it must.
func namesKeys(t *testing.T, p *person) {
	t.Helper()
	f := p.m.screen.frame()
	footer := strings.Join(f.footer(p.m.canvas), "\n")
	if !strings.HasSuffix(p.m.View().Content, strings.ReplaceAll(footer, "\n", "\n"+strings.Repeat(" ", p.m.canvas.margin()))) {
		t.Fatalf("the footer is not in sight:\n%s", p.sees())
	}
	sees := strings.Join(strings.Fields(p.sees()), " ")
	for _, k := range f.keys {
		l := p.m.canvas.language
		long, short := named(l, k)+" "+l.Say(does(k)), named(l, k)+" "+l.Say(inShort(k))
		if !strings.Contains(sees, long) && !strings.Contains(sees, short) {
			t.Fatalf("the footer does not name %q:\n%s", short, p.sees())
		}
	}
}

// spanishProtocol is the protocol with its own Spanish words.
func spanishProtocol(t *testing.T) *quiz.Protocol {
	t.Helper()
	p, err := quiz.LoadIn(spanish(t),
		rules.Folder{FS: os.DirFS("../data"), Name: "quiz/data"}, rules.Folder{FS: os.DirFS("../../rules/data"), Name: "rules/data"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Neither Spanish nor a language whose words are a third longer than the
// English ones breaks a screen: the question and each choice come into sight,
// and the keys that matter are named.
func TestLanguagesFitTheWindow(t *testing.T) {
	for name, p := range map[string]*quiz.Protocol{
		"longer": quiztest.Reworded(t, quiztest.Longer(1.0/3)), "Spanish": spanishProtocol(t),
	} {
		for i := range p.Questions {
			q := &p.Questions[i]
			t.Run(name+" "+q.ID, func(t *testing.T) {
				t.Parallel()
				for _, size := range [][2]int{narrow, usual} {
					showsChoices(t, sit(t, atIn(t, p, q.ID), size[0], size[1]).press("enter", "home"), size)
				}
			})
		}
		for _, stop := range tour {
			t.Run(name+" "+stop.name, func(t *testing.T) {
				t.Parallel()
				shown := visit(t, p, stop.from, stop.press, 80, 24)
				for _, size := range slices.Concat(others, [][2]int{narrow, usual}) {
					shown.resize(size[0], size[1])
					within(t, shown, size[0], size[1])
					if size == narrow || size == usual {
						namesKeys(t, shown)
					}
				}
			})
		}
	}
}

// showsChoices goes through the choices of a question, each of which must come
// into sight, and then to other windows.
func showsChoices(t *testing.T, shown *person, size [2]int) {
	t.Helper()
	q := shown.m.screen.(question).session.Question()
	for i := range max(1, len(q.Choices)) {
		within(t, shown, size[0], size[1])
		inSight(t, shown, size[0], size[1])
		namesKeys(t, shown)
		frame := strings.Join(strings.Fields(shown.sees()), " ")
		if len(q.Choices) > 0 && !strings.Contains(frame, q.Choices[i].Text) {
			t.Fatalf("%dx%d: no %q in\n%s", size[0], size[1], q.Choices[i].Text, shown.sees())
		}
		shown.press("down")
	}
	for _, size := range others {
		shown.resize(size[0], size[1])
		within(t, shown, size[0], size[1])
	}
}

// The Spanish footer names on 40 columns all that the English one names.
func TestNarrowFooterInSpanish(t *testing.T) {
	p := spanishProtocol(t)
	for _, id := range []string{"age", "alarm", "goal"} {
		shown := sit(t, atIn(t, p, id), narrow[0], narrow[1]).press("enter")
		shown.wants("no lo sé", "prefiero no", "saltar", " por qué", " atrás")
		namesKeys(t, shown)
	}
}

// Every key that is named has a name and does something that can be said.
func TestFootersSayWhatKeysDo(t *testing.T) {
	for _, stop := range tour {
		f := visit(t, protocol(t), stop.from, stop.press, 80, 24).m.screen.frame()
		for i := range f.number() {
			if k := f.at(i); named(words.English, k) == "" || does(k) == "" {
				t.Errorf("%s: a key without words: %v", stop.name, k.Keys())
			}
		}
	}
}
