package tui

import (
	"strings"
	"testing"

	"scarcheck/quiz"
)

// keyCases say what each key does on each screen. from is pressed at first.
var keyCases = []struct {
	from, press string
	at          string // the question or screen then shown
	of          string // the question whose answer is looked at
	answer      quiz.Answer
}{
	{"", "enter", "age", "", quiz.Answer{}},
	{"", "ctrl+j", "age", "", quiz.Answer{}},
	{"", "x", "-welcome", "", quiz.Answer{}},

	{"enter", "enter", "alarm", "age", chosen(1)},
	{"enter", "ctrl+j", "alarm", "age", chosen(1)},
	{"enter", "down enter", "alarm", "age", chosen(2)},
	{"enter", "j enter", "alarm", "age", chosen(2)},
	{"enter", "J enter", "alarm", "age", chosen(2)},
	{"enter", "j j k enter", "alarm", "age", chosen(2)},
	{"enter", "end enter", "alarm", "age", chosen(8)},
	{"enter", "end home enter", "alarm", "age", chosen(1)},
	{"enter", "up enter", "alarm", "age", chosen(1)},
	{"enter", "end down down enter", "alarm", "age", chosen(8)},
	{"enter", "d", "alarm", "age", dontKnow},
	{"enter", "D", "alarm", "age", dontKnow},
	{"enter", "f2", "alarm", "age", dontKnow},
	{"enter", "p", "alarm", "age", preferNot},
	{"enter", "f3", "alarm", "age", preferNot},
	{"enter", "s", "alarm", "age", quiz.Answer{}},
	{"enter", "f4", "alarm", "age", quiz.Answer{}},
	{"enter", "space", "age", "age", quiz.Answer{}},
	{"enter", "/", "age", "age", quiz.Answer{}},
	{"enter", "esc", "age", "age", quiz.Answer{}},
	{"enter", "left", "-welcome", "age", quiz.Answer{}},
	{"enter", "shift+tab", "-welcome", "age", quiz.Answer{}},
	{"enter", "?", "-why", "age", quiz.Answer{}},
	{"enter", "f1", "-why", "age", quiz.Answer{}},
	{"enter ?", "q", "age", "age", quiz.Answer{}},
	{"enter ?", "esc", "age", "age", quiz.Answer{}},
	{"enter down ?", "enter enter", "alarm", "age", chosen(2)},

	{"enter s", "enter", "alarm", "alarm", quiz.Answer{}},
	{"enter s", "space enter", "lesions", "alarm", chosen(1)},
	{"enter s", "down space down x enter", "lesions", "alarm", chosen(6)},
	{"enter s", "down X enter", "lesions", "alarm", chosen(2)},
	{"enter s", "down space space enter", "alarm", "alarm", quiz.Answer{}},
	{"enter s", "ctrl+a enter", "alarm", "alarm", quiz.Answer{}},
	{"enter s", "down space d", "lesions", "alarm", dontKnow},
	{"enter s", "left", "age", "alarm", quiz.Answer{}},
}

func chosen(bits uint64) quiz.Answer { return quiz.Answer{State: quiz.Answered, Chosen: bits} }

var dontKnow, preferNot = quiz.Answer{State: quiz.DontKnow}, quiz.Answer{State: quiz.PreferNot}

func TestKeys(t *testing.T) {
	for _, test := range keyCases {
		t.Run(test.from+"+"+test.press, func(t *testing.T) {
			p := sit(t, protocol(t).Start(), 80, 24)
			p.press(strings.Fields(test.from)...).press(strings.Fields(test.press)...).isAt(test.at)
			if test.of == "" {
				return
			}
			if got := p.answer(test.of); got != test.answer {
				t.Errorf("the answer to %s is %+v, want %+v", test.of, got, test.answer)
			}
		})
	}
}

// In a text, letters are text, and what else they would do is on other keys.
func TestKeysWhileTyping(t *testing.T) {
	for _, test := range []struct {
		press string
		at    string
		want  quiz.Answer
	}{
		{`"?dps xjk/" enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "?dps xjk/"}},
		{`enter`, "-review", quiz.Answer{}},
		{`space enter`, "-review", quiz.Answer{}},
		{`"ab" left "c" enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "acb"}},
		{`"a" backspace "b" enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "b"}},
		{`"a" f1`, "-why", quiz.Answer{}},
		{`"a" f1 x enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "a"}},
		{`"a" f2`, "-review", quiz.Answer{State: quiz.DontKnow}},
		{`"a" f3`, "-review", quiz.Answer{State: quiz.PreferNot}},
		{`"a" f4`, "-review", quiz.Answer{}},
		{`"a" tab d`, "-review", quiz.Answer{State: quiz.DontKnow}},
		{`"a" tab p`, "-review", quiz.Answer{State: quiz.PreferNot}},
		{`"a" tab s`, "-review", quiz.Answer{}},
		{`"a" tab x tab "b" enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "ab"}},
		{`"a" tab ?`, "-why", quiz.Answer{}},
		{`"a" tab left`, "sex", quiz.Answer{}},
		{`"a" shift+tab`, "sex", quiz.Answer{}},
		{`left`, "sex", quiz.Answer{}},
		{`"a" shift+tab enter enter`, "-review", quiz.Answer{State: quiz.Answered, Text: "a"}},
	} {
		t.Run(test.press, func(t *testing.T) {
			p := sit(t, at(t, "sex"), 80, 24).press("enter", "s").isAt("goal")
			p.press("f4", "shift+tab").isAt("goal")
			pressed(p, test.press).isAt(test.at)
			if got := p.answer("goal"); got != test.want {
				t.Errorf("the answer is %+v, want %+v", got, test.want)
			}
		})
	}
}

// pressed presses keys given as in a file of keys, texts without spaces aside.
func pressed(p *person, line string) *person {
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		name, rest, _ := strings.Cut(line, " ")
		if line[0] == '"' {
			end := strings.IndexByte(line[1:], '"') + 2
			name, rest = line[:end], line[end:]
		}
		p.press(name)
		line = rest
	}
	return p
}

// Every key that the footer names does something, and the panel behind "?"
// names those that a narrow footer leaves out.
func TestHelpNamesAllKeys(t *testing.T) {
	p := sit(t, at(t, "alarm"), 200, 60).press("enter", "?")
	for all, i := keys.forMany(), 0; i < all.number(); i++ {
		p.wants(all.at(i).Help().Key + ": " + all.at(i).Help().Desc)
	}
}

func TestCtrlCStopsEverywhere(t *testing.T) {
	for _, path := range []string{"", "enter", "enter ?", "enter shift+tab", "enter f", "enter f w", "enter f q"} {
		p := sit(t, answered(t), 80, 24).press(strings.Fields(path)...).press("ctrl+c")
		if !p.quit || !p.m.interrupted {
			t.Errorf("after %q Ctrl+C does not stop the program", path)
		}
		if p.sees() != "" {
			t.Errorf("after %q the last frame is not empty", path)
		}
	}
}
