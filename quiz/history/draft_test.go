package history_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
)

// TestDraftGolden shows what a draft looks like on paper, and that the
// sensitive answer is not in it.
func TestDraftGolden(t *testing.T) {
	s := walk(t, protocol(t), finished+" edit:worst")
	src := history.NewDraft(s, noon).JSON()
	hash := protocol(t).Hash
	quiztest.Golden(t, "testdata/draft.golden.json", bytes.Replace(src, []byte(hash), []byte("sha256:HASH"), 1))
	if bytes.Contains(src, []byte("safety")) || bytes.Contains(src, []byte("hurt")) {
		t.Errorf("the sensitive question is in the draft:\n%s", src)
	}
}

// TestDraftRoundTrips puts random sessions on paper: what is read back is the
// same draft, writes the same bytes, and restores the same position, or that
// before it where the person stopped at a sensitive question.
func TestDraftRoundTrips(t *testing.T) {
	p := protocol(t)
	random := rand.New(rand.NewPCG(51, 52))
	for run := range 1000 {
		s := randomSession(p, random)
		d := history.NewDraft(s, noon)
		src := d.JSON()
		if q := s.Question(); q != nil && q.Sensitive {
			s = s.Back()
		}
		if bytes.Contains(src, []byte("safety")) {
			t.Fatalf("run %d: the sensitive question is in the draft:\n%s", run, src)
		}
		again, err := history.ParseDraft(p, src)
		if err != nil {
			t.Fatalf("run %d: %v\n%s", run, err, src)
		}
		if !bytes.Equal(again.JSON(), src) || !again.SavedAt.Equal(d.SavedAt) || again.Answered() != d.Answered() {
			t.Fatalf("run %d: read back as\n%s\nwas\n%s", run, again.JSON(), src)
		}
		carried := history.CarryDraft(p, again, nil)
		if got, want := carried.Position, s.Position(); !reflect.DeepEqual(got, want) {
			t.Fatalf("run %d: position %+v, want %+v", run, got, want)
		}
		if !carried.Whole() || len(carried.Kept) != d.Answered() {
			t.Fatalf("run %d: the same protocol keeps %d of %d: %+v", run, len(carried.Kept), d.Answered(), carried.Again)
		}
		if got, want := p.Restore(carried.Position).Position(), s.Position(); !reflect.DeepEqual(got, want) {
			t.Fatalf("run %d: restored %+v, want %+v", run, got, want)
		}
	}
}

func randomSession(p *quiz.Protocol, random *rand.Rand) quiz.Session {
	s := p.Start()
	for range random.IntN(40) {
		switch q := s.Question(); {
		case q == nil:
			s = s.Edit(random.IntN(len(p.Questions)))
		case random.IntN(8) == 0:
			s = s.Back()
		default:
			s, _ = s.Give(randomAnswer(q, random))
		}
	}
	return s
}

// texts are what people may write.
var texts = []string{"some words", "dont-know", "prefer-not", `"quotes" and \`, "<b>&", "Ünï ©ödé 👩‍⚕️", "\u2028", "review"}

func randomAnswer(q *quiz.Question, random *rand.Rand) quiz.Answer {
	if dice := random.IntN(6); dice < 3 {
		return quiz.Answer{State: quiz.State(dice)}
	}
	a := quiz.Answer{State: quiz.Answered}
	if q.Kind == rules.Text {
		a.Text = texts[random.IntN(len(texts))]
		return a
	}
	a.Chosen = 1 << random.IntN(len(q.Choices))
	if q.Kind == rules.Many && random.IntN(2) == 0 {
		if more := q.Toggle(a.Chosen, 1<<random.IntN(len(q.Choices))); more != 0 {
			a.Chosen = more
		}
	}
	return a
}

func TestAge(t *testing.T) {
	d := history.NewDraft(protocol(t).Start(), noon.Add(900*time.Millisecond))
	for _, row := range []struct {
		name string
		now  time.Time
		want time.Duration
	}{
		{"an hour", noon.Add(time.Hour), time.Hour},
		{"in another zone", noon.Add(time.Hour).UTC(), time.Hour},
		{"a clock that went backwards", noon.Add(-time.Hour), 0},
	} {
		if got := d.Age(row.now); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

// sound is a small draft of the present protocol.
func sound(t testing.TB) string {
	t.Helper()
	return string(history.NewDraft(walk(t, protocol(t), "age-18-24 skip comedones,deep-few"), noon).JSON())
}

// TestParseDraftFaults changes a sound draft by hand, in one place each; the
// messages are exact, and none repeats an answer.
func TestParseDraftFaults(t *testing.T) {
	const aText = "this takes a text in quotes, without control or hidden characters"
	const notSeen = `"saw" does not tell what was seen of this question`
	const never = "this is not what a person sees or can answer"
	p := protocol(t)
	for _, row := range []struct{ name, old, new, want string }{
		{"another schema", "scarcheck.draft/1", "scarcheck.draft/2", "2:13: another version of scarcheck wrote this draft; go on with it there"},
		{"no draft at all", `"scarcheck.draft/1"`, `"scarcheck.report/1"`, `2:13: this is no draft; a draft has "scarcheck.draft/1"`},
		{"a schema of a wrong type", `"scarcheck.draft/1"`, `1`, `2:13: this is no draft; a draft has "scarcheck.draft/1"`},
		{"no schema", `"schema": "scarcheck.draft/1",`, "", `1:1: this is no draft: it has no "schema"; a draft has "scarcheck.draft/1"`},
		{"a key too many", `"editing": false`, `"secret": 1, "editing": false`, `7:3: there is no such key here; there are schema, protocol, hash, saved_at, at, editing, answers, passed_over, saw`},
		{"keys missing", `"editing": false,`, "", `1:1: "editing" is missing here`},
		{"no time", "2026-11-23T12:00:00+01:00", "yesterday", `5:15: this takes a time such as 2026-11-23T09:30:00Z`},
		{"a time of a wrong type", `"2026-11-23T12:00:00+01:00"`, "12", "5:15: " + aText},
		{"a place of a wrong type", `"at": "worst"`, `"at": ["worst"]`, "6:9: " + aText},
		{"no such place", `"at": "worst"`, `"at": "best"`, `6:9: there is no question of this name; after the last one this is "(review)"`},
		{"no flag", `"editing": false`, `"editing": "false"`, "7:14: this takes true or false"},
		{"another name with this hash", "acne-scar@1", "acne-scar@7", `3:15: the hash is that of "acne-scar@1"`},
		{"an answer that nobody saw", `"age": "age-18-24",`, `"age": "age-18-24", "sex": "male",`, "9:32: " + notSeen},
		{"an answer too few", `"age": "age-18-24",`, ``, "19:5: this question is neither answered nor passed over, or stands here twice"},
		{"no such choice", `"age": "age-18-24",`, `"age": "age-18-25",`, `19:5: question "age": ` + never},
		{"another choice than was seen", `"age": "age-18-24",`, `"age": "under-13",`, `19:5: question "age": ` + never},
		{"a list for one", `"age": "age-18-24",`, `"age": ["age-18-24"],`, `9:12: an answer of kind "one" does not look so`},
		{"a number for one", `"age": "age-18-24",`, `"age": 3,`, `9:12: ` + aText},
		{"one for a list", `"lesions": [`, `"lesions": "deep-few", "x": [`, "10:16: an answer of kind \"many\" does not look so\n10:33: " + notSeen + ""},
		{"a number in a list", `"deep-few"`, `7`, "12:7: " + aText},
		{"passed over and answered", `"alarm"`, `"alarm", "age"`, "16:14: this question stands here twice, or is answered as well"},
		{"passed over twice", `"alarm"`, `"alarm", "alarm"`, "16:14: this question stands here twice, or is answered as well"},
		{"passed over, with words for an answer", "right now?\",\n      \"answer\": []", "right now?\", \"answer\": [\"Fever\"]", "28:5: this question is passed over, and has an answer all the same"},
		{"passed over in no list", "\"passed_over\": [\n    \"alarm\"\n  ]", `"passed_over": {}`, "15:18: this takes a list of texts in square brackets\n26:5: this question is neither answered nor passed over, or stands here twice"},
		{"a question of another kind", `"kind": "one"`, `"kind": "two"`, "22:15: this takes one, many, text"},
		{"choices offered where there are none", `"kind": "one"`, `"offered": ["Yes"], "kind": "one"`, `19:5: "offered" lists the choices of kind "many", and of no other`},
		{"a question worded otherwise", "How old are you?", "How young are you?", `19:5: question "age": ` + never},
		{"a label worded otherwise", `"label": "Age"`, `"label": "Years"`, `19:5: question "age": this is not what a person sees`},
		{"no such question", `"question": "age"`, `"question": "years"`, "9:12: " + notSeen + "\n19:5: this question is neither answered nor passed over, or stands here twice"},
		{"hidden characters", "How old are you?", `How old\u202e are you?`, "23:15: " + aText},
		{"control characters", "How old are you?", `How old\u001b[2J are you?`, "23:15: " + aText},
		{"an empty text", `"label": "Age"`, `"label": ""`, "21:16: " + aText},
		{"a key twice", `"editing": false`, `"at": "age", "editing": false`, "7:3: this key stands here twice; keep the one that counts"},
	} {
		t.Run(row.name, func(t *testing.T) {
			src := sound(t)
			if !strings.Contains(src, row.old) {
				t.Fatalf("no %q in\n%s", row.old, src)
			}
			d, err := history.ParseDraft(p, []byte(strings.Replace(src, row.old, row.new, 1)))
			var faults quiz.Faults
			if d != nil || !errors.As(err, &faults) || err.Error() != row.want {
				t.Errorf("got\n%v\nwant\n%s", err, row.want)
			}
		})
	}
}

// TestParseDraftHostile reads what was never a draft.
func TestParseDraftHostile(t *testing.T) {
	const early = "the file ends too early; a bracket or a quote is not closed"
	const notJSON = "this is not JSON; look for a comma, a quote or a bracket that is missing or too many"
	for _, row := range []struct{ name, src, want string }{
		{"empty", "", "1:1: " + early},
		{"cut off", sound(t)[:100], "4:37: " + early},
		{"garbage", "\x7fELF\x02", "1:1: " + notJSON},
		{"not UTF-8", "{\"schema\": \"\xff\"}", "1:13: this is not UTF-8 text; save the file as UTF-8"},
		{"NUL bytes", strings.Repeat("\x00", 4096), "1:1: " + notJSON},
		{"a list", "[]", `1:1: a draft is an object: {"schema": "scarcheck.draft/1", ...}`},
		{"null", "null", `1:1: a draft is an object: {"schema": "scarcheck.draft/1", ...}`},
		{"an answers file", `{"protocol": "acne-scar@1", "answers": {}}`, `1:1: this is no draft: it has no "schema"; a draft has "scarcheck.draft/1"`},
		{"a million brackets", strings.Repeat("[", 1_000_000), "1:17: brackets are nested too deep"},
		{"larger than 1 MiB", strings.Repeat(" ", quiz.MaxFile+1), "1:1: the file is larger than 1 MiB, more than any answers need"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d, err := history.ParseDraft(protocol(t), []byte(row.src))
			if d != nil || err == nil || err.Error() != row.want {
				t.Errorf("got\n%v\nwant\n%s", err, row.want)
			}
		})
	}
}

// TestParseDraftSensitive is given a draft with an answer that no draft holds.
func TestParseDraftSensitive(t *testing.T) {
	src := sound(t)
	src = strings.Replace(src, `"age": "age-18-24",`, `"age": "age-18-24", "safety": "yes",`, 1)
	src = strings.Replace(src, `"saw": [`, `"saw": [{"question": "safety", "label": "x", "kind": "one", "text": "x", "answer": ["x"]},`, 1)
	_, err := history.ParseDraft(protocol(t), []byte(src))
	if err == nil || !strings.Contains(err.Error(), `question "safety": this question is never saved`) {
		t.Errorf("%v", err)
	}
}

// FuzzParseDraft reads anything. What is read must write a form that reads as
// the same again, carries over without a loss, and restores a session.
func FuzzParseDraft(f *testing.F) {
	p := protocol(f)
	other := strings.Replace(sound(f), p.Hash, "sha256:other", 1)
	spanish := string(history.NewDraft(walk(f, put(f, p), finished), noon).JSON())
	for _, src := range []string{sound(f), other, spanish, string(history.NewDraft(walk(f, p, finished), noon).JSON()), "{}", "", `{"schema": "scarcheck.draft/1"}`} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := history.ParseDraft(p, src)
		if err != nil {
			if d != nil || !errors.As(err, new(quiz.Faults)) {
				t.Fatalf("%v, %v", d, err)
			}
			return
		}
		paper := d.JSON()
		again, err := history.ParseDraft(p, paper)
		if err != nil || !bytes.Equal(again.JSON(), paper) {
			t.Fatalf("%v\n%s", err, paper)
		}
		c := history.CarryDraft(p, d, nil)
		if n := len(c.Kept) + len(c.Again) + len(c.Retired); n != d.Answered() {
			t.Fatalf("%d answers became %d", d.Answered(), n)
		}
		if s := p.Restore(c.Position); len(c.Kept) > 0 && len(s.Protocol().Questions) != len(s.Position().Answers) {
			t.Fatal("no session")
		}
	})
}
