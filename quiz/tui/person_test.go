package tui

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// person sits before the screen: presses keys and reads frames, with no
// terminal between.
type person struct {
	t     testing.TB
	m     *model
	saved map[string]bool // file names that exist
	quit  bool

	printed []string // the queues that got the page
	kept    []quiz.Session
	broken  error // that keeping meets
	copied  string
}

var protocol = quiztest.Protocol

// sit starts the program in a window of this size.
func sit(t testing.TB, s quiz.Session, width, height int) *person {
	t.Helper()
	p := &person{t: t, saved: map[string]bool{"there.txt": true}}
	p.m = newModel(&Options{
		Session: s, Theme: Dark, Suggest: "page.txt", Save: p.save,
		Endings: []Ending{{".txt", "text to read"}, {".json", "for programs"}, {".fhir.json", "for records"}},
		Queues:  func() []string { return []string{"OFFICE", "HALL"} }, Print: p.print,
		Page: func(*report.Report) string { return "the page" },
		Build: func(a quiz.Answers) *report.Report {
			return report.Build(s.Protocol(), a, report.Options{Program: "scarcheck test", Now: noon})
		},
	})
	p.resize(width, height)
	return p
}

func (p *person) save(name string, _ *report.Report, replace bool) (string, error) {
	switch {
	case name == "full.txt":
		return "", errors.New("/home/me/full.txt cannot be written: no space left on device; choose another place")
	case p.saved[name] && !replace:
		return "", fs.ErrExist
	}
	p.saved[name] = true
	return "/home/me/" + name, nil
}

// keeps makes the program keep the session.
func (p *person) keeps() *person {
	p.m.keeper.keep = func(s quiz.Session) error {
		p.kept = append(p.kept, s)
		return p.broken
	}
	p.m.o.Keep = p.m.keeper.keep
	return p
}

func (p *person) print(_ *report.Report, queue string) (string, error) {
	if queue == "HALL" {
		return "", errors.New("the print queue HALL takes no pages now; ask who looks after it")
	}
	p.printed = append(p.printed, queue)
	return "sent to the print queue " + cmp.Or(queue, "HOME"), nil
}

func (p *person) send(msg tea.Msg) {
	p.t.Helper()
	_, cmd := p.m.Update(msg)
	p.run(cmd)
}

func (p *person) run(cmd tea.Cmd) {
	p.t.Helper()
	if cmd == nil {
		return
	}
	switch reply := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range reply {
			p.run(cmd)
		}
	case tea.QuitMsg:
		p.quit = true
	case savedMsg, queuesMsg, printedMsg, keptMsg, crashMsg:
		p.send(reply)
	default:
		p.copied = fmt.Sprint(reply) // the only other command is to copy
	}
}

func (p *person) resize(width, height int) {
	p.t.Helper()
	p.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// press sends keys by name. A name in quotes is typed letter by letter.
func (p *person) press(names ...string) *person {
	p.t.Helper()
	for _, name := range names {
		if text, ok := strings.CutPrefix(name, `"`); ok {
			for _, r := range strings.TrimSuffix(text, `"`) {
				p.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		p.send(pressOf(p.t, name))
	}
	return p
}

var namedKeys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"space": {Code: tea.KeySpace, Text: " "}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4},
}

func pressOf(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	if pressed, ok := namedKeys[name]; ok {
		return pressed
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	r, size := utf8.DecodeRuneInString(name)
	if size != len(name) {
		t.Fatalf("there is no key %q", name)
	}
	return tea.KeyPressMsg{Code: r, Text: name}
}

// sees is the frame without styles.
func (p *person) sees() string { return ansi.Strip(p.m.View().Content) }

// answer is the answer to the question with this id.
func (p *person) answer(id string) quiz.Answer {
	p.t.Helper()
	place, ok := p.m.session.Protocol().Find(id)
	if !ok {
		p.t.Fatalf("there is no question %q", id)
	}
	return p.m.session.Answer(place)
}

// asked is the id of the question on the screen, or the kind of screen.
func (p *person) asked() string {
	switch s := p.m.screen.(type) {
	case question:
		return s.session.Question().ID
	case welcome:
		return "-welcome"
	case why:
		return "-why"
	case crisis:
		return "-crisis"
	case review:
		return "-review"
	case result:
		return "-result"
	case save:
		return "-save"
	case leave:
		return "-leave"
	case printing:
		return "-printing"
	}
	return "?"
}

// wants fails unless the frame holds all of these.
func (p *person) wants(texts ...string) *person {
	p.t.Helper()
	for _, text := range texts {
		if frame := p.sees(); !strings.Contains(frame, text) {
			p.t.Fatalf("the frame does not say %q:\n%s", text, frame)
		}
	}
	return p
}

// isAt fails unless this is on the screen.
func (p *person) isAt(asked string) *person {
	p.t.Helper()
	if p.asked() != asked {
		p.t.Fatalf("at %q, want %q:\n%s", p.asked(), asked, p.sees())
	}
	return p
}

// answered is a session at the review in which every question is asked.
func answered(t testing.TB, changes ...string) quiz.Session {
	t.Helper()
	return answeredIn(t, protocol(t), changes...)
}

func answeredIn(t testing.TB, p *quiz.Protocol, changes ...string) quiz.Session {
	t.Helper()
	const all = `{"answers": {"age": "age-18-24", "alarm": ["none"], "lesions": ["none"], "worst": "severe",
		"sites": ["face", "chest"], "effective-treatment": "after-1-to-3-years", "tried": ["course-1"], "relapse": "once",
		"picking": "sometimes", "habits": ["oily-hair"], "family": "dont-know", "marks": ["narrow-deep", "wavy"],
		"new-scars": "no", "visibility": "arms-length", "clear-a-year": "yes", "effect": "a-lot", "safety": "no",
		"tell": "prefer-not", "sex": "female", "goal": "Smoother skin before the summer"}}`
	src := strings.NewReplacer(changes...).Replace(all)
	src = strings.Replace(src, "{", `{"protocol": "`+p.Name()+`", `, 1)
	answers, err := p.ParseAnswers([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return quiztest.Resumed(p, answers)
}

// at is a session at the question with this id, all others answered.
func at(t testing.TB, id string) quiz.Session {
	t.Helper()
	return atIn(t, protocol(t), id)
}

func atIn(t testing.TB, p *quiz.Protocol, id string) quiz.Session {
	t.Helper()
	s := answeredIn(t, p)
	for s = s.Back(); s.Question().ID != id; s = s.Back() {
		if number, _ := s.Progress(); number == 1 {
			t.Fatalf("question %q is not asked", id)
		}
	}
	return s
}
