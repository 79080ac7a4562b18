package history_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// put is a protocol put into Spanish, or what stands for it: other words under
// the same ids and the same hash. Some of them were mended, in pairs.
func put(t testing.TB, p *quiz.Protocol, mended ...string) *quiz.Protocol {
	t.Helper()
	mend := strings.NewReplacer(mended...)
	told := func(text *string) { *text = "¡" + mend.Replace(*text) + "!" }
	other := *p
	other.Language, other.Questions = quiztest.Language(t, "es"), slices.Clone(p.Questions)
	for i := range other.Questions {
		q := &other.Questions[i]
		told(&q.Label)
		told(&q.Text)
		q.Choices = slices.Clone(q.Choices)
		for j := range q.Choices {
			told(&q.Choices[j].Text)
		}
	}
	return &other
}

// in has these protocols at hand.
func in(protocols ...*quiz.Protocol) history.Translations {
	return func(l words.Language) *quiz.Protocol {
		for _, p := range protocols {
			if p.Language == l {
				return p
			}
		}
		return nil
	}
}

// TestCarryBetweenLanguages makes a draft and a report in one language and
// carries them over to a protocol in the same or another one.
func TestCarryBetweenLanguages(t *testing.T) {
	english := protocol(t)
	es := put(t, english)
	titled := changed(t, "title: Acne scar check", "title: Scar check")
	reworded := changed(t, "How old are you?", "What is your age?")
	longer := changed(t, "      - id: touch-face\n", "      - id: hot-baths\n        text: Hot baths\n        informational: true\n      - id: touch-face\n")
	const age, picked = "How old are you?", "Picking or squeezing on most days"
	const newWords, newChoice = " The question has new words.", " A choice you made has new words."
	for _, row := range []struct {
		name      string
		then, now *quiz.Protocol
		hand      []*quiz.Protocol
		want      string // what becomes of it
		at        string // where the draft goes on
	}{
		{"the same protocol, later in Spanish", english, es, nil, "kept 14", "review"},
		{"the same, with the English at hand", english, es, []*quiz.Protocol{english}, "kept 14", "review"},
		{"the same protocol, later in English", es, english, []*quiz.Protocol{es}, "kept 14", "review"},
		{"the same, with no Spanish at hand", es, english, nil, "kept 14", "review"},
		{"Spanish, later again", es, es, nil, "kept 14", "review"},
		{"the Spanish of a question was mended", es, put(t, english, age, "Your age?"), nil, "kept 13\nagain age [¡18 to 24!]" + newWords, "age"},
		{"it was, and now in English", es, english, []*quiz.Protocol{put(t, english, age, "Your age?")}, "kept 13\nagain age [¡18 to 24!]" + newWords, "age"},
		{"the Spanish of a choice was mended", es, put(t, english, picked, "Picking a lot"), nil, "kept 13\nagain picking [¡" + picked + "!]" + newChoice, "picking"},
		{"another protocol, the same Spanish", es, put(t, titled), nil, "kept 14", "safety"},
		{"another protocol, later in English", es, titled, []*quiz.Protocol{put(t, titled)}, "kept 14", "safety"},
		{"another protocol, later in Spanish", english, put(t, titled), []*quiz.Protocol{titled}, "kept 14", "safety"},
		{"a question reworded, later in English", es, reworded, []*quiz.Protocol{put(t, reworded)}, "kept 13\nagain age [¡18 to 24!]" + newWords, "age"},
		{"a question reworded, later in Spanish", english, put(t, reworded), []*quiz.Protocol{reworded}, "kept 13\nagain age [18 to 24]" + newWords, "age"},
		{"a question reworded that the Spanish says as before", es, reworded, []*quiz.Protocol{put(t, reworded, "What is your age?", age)}, "kept 14", "safety"},
		{"another protocol, of which there is no Spanish", es, titled, nil, "", "age"},
		{"another protocol, and the Spanish of this one", es, titled, []*quiz.Protocol{es}, "", "age"},
		{"choices that nobody saw, later in Spanish", english, put(t, longer), []*quiz.Protocol{longer}, "*", "habits"},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := walk(t, row.then, finished)
			d, err := history.ParseDraft(row.now, history.NewDraft(s, noon).JSON())
			if err != nil {
				t.Fatal(err)
			}
			c := history.CarryDraft(row.now, d, in(row.hand...))
			if at := stand(row.now.Restore(c.Position)); at != row.at {
				t.Errorf("goes on at %s, want %s", at, row.at)
			}
			of := history.CarryReport(row.now, reportOf(row.then, s), in(row.hand...))
			for _, c := range []*history.Carried{c, of} {
				switch row.want {
				case "":
					untold(t, c)
				case "*":
				default:
					if got := became(c); got != row.want {
						t.Errorf("%s\nwant\n%s", got, row.want)
					}
				}
			}
		})
	}
}

// untold sees that nothing is carried over, and that it is told why.
func untold(t *testing.T, c *history.Carried) {
	t.Helper()
	if len(c.Kept) > 0 || len(c.Again) != 14 {
		t.Errorf("%s", became(c))
	}
	for _, o := range c.Again {
		if o.Why != history.Untold && o.Why != history.NotSaved {
			t.Errorf("%s: %s", o.Question, o.Why.Sentence())
		}
	}
	if slices.Contains(c.Position.Met, true) {
		t.Error("a question counts as met")
	}
}

// TestDraftsGoOnInAnyLanguage stops random sessions in one language: in the
// other the same session goes on.
func TestDraftsGoOnInAnyLanguage(t *testing.T) {
	random := rand.New(rand.NewPCG(55, 56))
	english := protocol(t)
	es := put(t, english)
	for run := range 400 {
		then, now := english, es
		if run%2 == 1 {
			then, now = es, english
		}
		s := randomSession(then, random)
		d := history.NewDraft(s, noon)
		if q := s.Question(); q != nil && q.Sensitive {
			s = s.Back()
		}
		again, err := history.ParseDraft(now, d.JSON())
		if err != nil {
			t.Fatalf("run %d: %v", run, err)
		}
		if !bytes.Equal(again.JSON(), d.JSON()) {
			t.Fatalf("run %d: read back as\n%s\nwas\n%s", run, again.JSON(), d.JSON())
		}
		for name, hand := range map[string]history.Translations{"at hand": in(then), "not at hand": nil} {
			c := history.CarryDraft(now, again, hand)
			if got, want := now.Restore(c.Position).Position(), s.Position(); !c.Whole() || !reflect.DeepEqual(got, want) {
				t.Fatalf("run %d, the other language %s: %+v, want %+v\n%s", run, name, got, want, became(c))
			}
		}
	}
}

// A draft names its language, unless that is English: so drafts from before
// there were languages stay what they are.
func TestDraftNamesItsLanguage(t *testing.T) {
	if src := sound(t); strings.Contains(src, "language") {
		t.Error("an English draft names its language")
	}
	src := string(history.NewDraft(walk(t, put(t, protocol(t)), "age-18-24"), noon).JSON())
	if want := "\",\n  \"language\": \"es\",\n  \"saved_at\""; !strings.Contains(src, want) {
		t.Errorf("no %s in\n%s", want, src)
	}
}

func TestParseDraftLanguage(t *testing.T) {
	const aLanguage = "this takes a language that scarcheck speaks: en, es"
	p := protocol(t)
	es := string(history.NewDraft(walk(t, put(t, p), "age-18-24 skip comedones,deep-few"), noon).JSON())
	for _, row := range []struct{ name, src, old, new, want string }{
		{"Spanish", es, "", "", ""},
		{"English that is named", sound(t), `"saved_at"`, `"language": "en", "saved_at"`, ""},
		{"one that nobody speaks", es, `"es"`, `"tlh"`, "5:15: " + aLanguage},
		{"one with an answer in its name", es, `"es"`, `"age-18-24"`, "5:15: " + aLanguage},
		{"none", es, `"es"`, `null`, "5:15: " + aLanguage},
		{"several", es, `"es"`, `["es"]`, "5:15: " + aLanguage},
		{"named twice", es, `"language": "es"`, `"language": "es", "language": "es"`, "5:21: this key stands here twice; keep the one that counts"},
		{"words that the Spanish had once", es, "¡How old are you?!", "¿Edad?", ""},
		{"no such choice", es, `"age": "age-18-24",`, `"age": "age-18-25",`, `20:5: question "age": this is not what a person sees or can answer`},
		{"too many choices offered", es, `"offered": [`, `"offered": ["¡more!",`, `29:5: question "alarm": this is not what a person sees`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if !strings.Contains(row.src, row.old) {
				t.Fatalf("no %q in\n%s", row.old, row.src)
			}
			_, err := history.ParseDraft(p, []byte(strings.Replace(row.src, row.old, row.new, 1)))
			if got := errorText(err); got != row.want {
				t.Errorf("got\n%v\nwant\n%s", got, row.want)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// The list tells earlier assessments in the words of today's language, if they
// are of this protocol, and else in their own.
func TestListIn(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.Add(built(t, finished, noon, false)); err != nil {
		t.Fatal(err)
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	marked := quiztest.Reworded(t, quiztest.Greek)
	marked.Hash = protocol(t).Hash
	for e := range list {
		told := e.In(marked)
		shown := told.Title + " " + strings.Join(told.Present, " ")
		if left := quiztest.Unmarked(shown); len(left) > 0 || len(told.Present) != len(e.Present) || len(e.Present) == 0 || told.Level != e.Level {
			t.Errorf("told as %+v, was %+v", told, e)
		}
		other := *marked
		other.Hash = "sha256:other"
		for name, p := range map[string]*quiz.Protocol{"the same language": protocol(t), "another protocol": &other} {
			if got := e.In(p); !reflect.DeepEqual(got, e) {
				t.Errorf("%s: told as %+v, was %+v", name, got, e)
			}
		}
		e.Factors[0] = "changed-by-hand"
		if got := e.In(marked); !reflect.DeepEqual(got, e) {
			t.Errorf("changed by hand: told as %+v, was %+v", got, e)
		}
	}
}

// Everything that can stand in the way is told in the person's language.
func TestFaultsAreNotEnglishOnly(t *testing.T) {
	l := quiztest.Reworded(t, quiztest.Greek).Language
	full := &history.WriteError{Path: "1", Err: syscall.ENOSPC}
	for _, err := range []error{
		history.ErrNotFolder, history.ErrLink, history.ErrBusy, history.ErrUnknown, history.ErrNotUnique, history.ErrNone,
		full, &history.WriteError{Path: "1", Err: fs.ErrPermission}, &history.WriteError{Path: "1", Err: syscall.EROFS},
		&history.WriteError{Path: "1", Err: syscall.EBUSY},
		&history.Damaged{Path: "1", Aside: "2", Err: fs.ErrNotExist}, &history.Damaged{Path: "1", Err: full},
	} {
		if left := quiztest.Unmarked(l.Tell(err)); len(left) > 0 {
			t.Errorf("%v: %q are English still", err, left)
		}
	}
	for why := history.Reworded; why <= history.Untold; why++ {
		if left := quiztest.Unmarked(l.Say(why.Sentence())); why.Sentence() == "" || len(left) > 0 {
			t.Errorf("reason %d: %q", why, left)
		}
	}
}

// A person who stopped in English goes on in Spanish with the same folder.
func TestStoreBetweenLanguages(t *testing.T) {
	s := open(t, t.TempDir())
	es := put(t, protocol(t))
	if err := s.SaveDraft(walk(t, protocol(t), "age-18-24 skip"), noon); err != nil {
		t.Fatal(err)
	}
	d, err := s.LoadDraft(es)
	if err != nil {
		t.Fatal(err)
	}
	session := es.Restore(history.CarryDraft(es, d, nil).Position)
	if stand(session) != "lesions" || session.Answer(0).Chosen != 1<<2 {
		t.Errorf("goes on at %s", stand(session))
	}
	if err := s.SaveDraft(session, noon); err != nil {
		t.Fatal(err)
	}
	if d, err = s.LoadDraft(protocol(t)); err != nil || d.Language != quiztest.Language(t, "es") {
		t.Errorf("%v: %+v", err, d)
	}
}

// Errors keep their kinds in every language.
func TestErrorsAreTheirKind(t *testing.T) {
	s := open(t, t.TempDir())
	if _, _, err := s.Newest(); !errors.Is(err, history.ErrNone) || quiztest.Language(t, "es").Tell(err) != "aún no hay evaluaciones en tu historial" {
		t.Errorf("%v", err)
	}
}
