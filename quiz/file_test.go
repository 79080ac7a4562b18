package quiz_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// inFile puts answers into a file that is whole otherwise.
func inFile(answers string) string {
	return `{"protocol": "acne-scar@1", "answers": {` + answers + `}}`
}

func TestParseAnswers(t *testing.T) {
	for _, row := range []struct{ name, answers, want string }{
		{"nothing", ``, ""},
		{"one", `"worst": "mild"`, "worst=mild"},
		{"many", `"lesions": ["deep-few", "comedones"]`, "lesions=comedones,deep-few"},
		{"one of many", `"lesions": ["none"]`, "lesions=none"},
		{"text", `"goal": "peace"`, "goal=peace"},
		{"text is cleaned", `"goal": " \u001b[31mpeace\u202e "`, "goal=peace"},
		{"blank text is no answer", `"goal": " \n"`, ""},
		{"a lone surrogate is dropped", `"goal": "pea\ud800ce"`, "goal=peace"},
		{"not to know", `"worst": "dont-know", "lesions": "dont-know", "goal": "dont-know"`, "worst=dont-know lesions=dont-know goal=dont-know"},
		{"not to say", `"worst": "prefer-not", "lesions": "prefer-not"`, "worst=prefer-not lesions=prefer-not"},
		{"escapes in words", `"w\u006frst": "m\u0069ld"`, "worst=mild"},
		{"a question that is not asked", `"lesions": ["none"], "worst": "almost-none", "relapse": "once"`, "lesions=none worst=almost-none relapse=once"},
		{"space", " \t\r\n \"worst\" \n : \n \"mild\" \n", "worst=mild"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := embedded(t)
			got, err := p.ParseAnswers([]byte(inFile(row.answers)))
			if want := parse(t, p, row.want); err != nil || !slices.Equal(got, want) {
				t.Errorf("%+v, %v\nwant %+v", got, err, want)
			}
		})
	}
}

// TestParseAnswersFaults has a row for each fault; the messages are exact, and
// none of them repeats an answer.
func TestParseAnswersFaults(t *testing.T) {
	const notJSON = "this is not JSON; look for a comma, a quote or a bracket that is missing or too many"
	const early = "the file ends too early; a bracket or a quote is not closed"
	const two = "one value a file; something follows the end of the first"
	deep := strings.Repeat("[", 1_000_000)
	for _, row := range []struct{ name, src, want string }{
		{"empty", "", "1:1: " + early},
		{"no object", `["lesions"]`, `1:1: an answers file is an object: {"protocol": "acne-scar@1", "answers": {...}}`},
		{"a word", `"lesions"`, `1:1: an answers file is an object: {"protocol": "acne-scar@1", "answers": {...}}`},
		{"no protocol", "{\"answers\": {}}\n", `1:15: the file does not say which questionnaire it answers; add "protocol": "acne-scar@1"`},
		{"no answers", `{"protocol": "acne-scar@1"}`, `1:27: the file has no answers; add "answers": {...}`},
		{"another protocol", `{"protocol": "acne-scar@2", "answers": {}}`, `1:14: these answers belong to another questionnaire; this one is "acne-scar@1"`},
		{"no name", `{"protocol": {"a": [1]}, "answers": {}}`, `1:14: these answers belong to another questionnaire; this one is "acne-scar@1"`},
		{"no answers object", `{"protocol": "acne-scar@1", "answers": []}`, `1:40: "answers" takes an object: {"question": answer, ...}`},
		{"another key", `{"protocol": "acne-scar@1", "answers": {}, "name": "Eve"}`, `1:44: an answers file has only "protocol" and "answers"`},
		{"unknown question", inFile(`"lesion": ["none"]`), `1:41: there is no question of this name, did you mean "lesions"?`},
		{"unknown question, far off", inFile(`"height": {"cm": [180]}`), `1:41: there is no question of this name`},
		{"unknown choice of one", inFile(`"sex": "mail"`), `1:48: question "sex": there is no such choice; it takes female, male`},
		{"unknown choice of many", inFile(`"alarm": ["fever-or-ill", "cough"]`), `1:67: question "alarm": there is no such choice; it takes none, fever-or-ill, joint-pain, open-sores`},
		{"a list for one", inFile(`"sex": ["male"]`), `1:48: question "sex": takes one choice in quotes, or "dont-know" or "prefer-not"`},
		{"a word for many", inFile(`"alarm": "none"`), `1:50: question "alarm": takes a list of choices in square brackets, or "dont-know" or "prefer-not"`},
		{"a number", inFile(`"sex": 1`), `1:48: question "sex": takes one choice in quotes, or "dont-know" or "prefer-not"`},
		{"null", inFile(`"sex": null`), `1:48: question "sex": takes one choice in quotes, or "dont-know" or "prefer-not"`},
		{"true for text", inFile(`"goal": true`), `1:49: question "goal": takes a text in quotes, or "dont-know" or "prefer-not"`},
		{"a number in a list", inFile(`"alarm": [1, {"a": []}]`), "1:51: question \"alarm\": a choice is a word in quotes\n1:54: question \"alarm\": a choice is a word in quotes"},
		{"an empty list", inFile(`"alarm": []`), `1:50: question "alarm": the list is empty; leave the question out if it is not answered`},
		{"a choice twice", inFile(`"alarm": ["joint-pain", "joint-pain"]`), `1:65: question "alarm": this choice stands here twice`},
		{"none beside another", inFile(`"alarm": ["none", "joint-pain"]`), `1:50: question "alarm": a choice here excludes all others, and others stand beside it`},
		{"not to know in a list", inFile(`"alarm": ["dont-know"]`), `1:51: question "alarm": "dont-know" and "prefer-not" stand alone, in place of the list`},
		{"unanswered is no answer", inFile(`"sex": "unanswered"`), `1:48: question "sex": there is no such choice; it takes female, male`},
		{"too long", inFile(`"goal": "` + strings.Repeat("é", 281) + `"`), `1:49: question "goal": the text is too long; there is room for 280 characters`},
		{"a key twice", inFile(`"sex": "male", "sex": "female"`), `1:56: this key stands here twice; keep the one that counts`},
		{"a key twice, once escaped", inFile(`"sex": "male", "s\u0065x": "female"`), `1:56: this key stands here twice; keep the one that counts`},
		{"answers twice", `{"answers": {}, "protocol": "acne-scar@1", "answers": {}}`, `1:44: this key stands here twice; keep the one that counts`},
		{
			"several, in order", inFile("\n \"sexx\": \"male\",\n \"alarm\": [\"cough\"],\n \"habits\": [],\n \"goal\": 3\n"),
			`2:2: there is no question of this name, did you mean "sex"?` + "\n" +
				`3:12: question "alarm": there is no such choice; it takes none, fever-or-ill, joint-pain, open-sores` + "\n" +
				`4:12: question "habits": the list is empty; leave the question out if it is not answered` + "\n" +
				`5:10: question "goal": takes a text in quotes, or "dont-know" or "prefer-not"`,
		},
		{"cut off in a word", `{"protocol": "acne`, "1:19: " + early},
		{"cut off", inFile(`"sex": "male"`)[:50], "1:51: " + early},
		{"a bad literal", inFile(`"sex": mail`), "1:48: " + notJSON},
		{"a bad literal, late", inFile("\n\"sex\": \"male\",\n\"goal\": tru"), "3:12: " + notJSON},
		{"no comma", inFile("\n\"sex\": \"male\"\n\"goal\": \"peace\""), "3:1: " + notJSON},
		{"a comma too many", inFile(`"alarm": ["none",]`), "1:58: " + notJSON},
		{"a comma before the end", inFile(`"sex": "male",`), "1:55: " + notJSON},
		{"no colon", inFile(`"sex" "male"`), "1:47: " + notJSON},
		{"no quotes round a key", inFile(`sex: "male"`), "1:41: " + notJSON},
		{"the wrong bracket", inFile(`"alarm": ["none"}`), "1:57: " + notJSON},
		{"a line break in a text", inFile("\"goal\": \"my\nwish\""), "1:52: " + notJSON},
		{"a bad escape", inFile(`"goal": "\x"`), "1:51: " + notJSON},
		{"a huge number", inFile(`"sex": 1e999`), "1:48: " + notJSON},
		{"more behind it", inFile("") + " {}", "1:44: " + two},
		{"more behind it that is no JSON", inFile("") + " x", "1:44: " + two},
		{"a NUL", inFile(`"sex": ` + "\x00"), "1:48: " + notJSON},
		{"a NUL in a text", inFile("\"goal\": \"\x00\""), "1:50: " + notJSON},
		{"not UTF-8", inFile("\"goal\": \"\xff\""), "1:50: this is not UTF-8 text; save the file as UTF-8"},
		{"UTF-16", "{\x00\"\x00", "1:2: " + notJSON},
		{"a byte order mark", "\uFEFF{}", "1:1: " + notJSON},
		{"lists too deep", deep, "1:17: brackets are nested too deep"},
		{"objects too deep", strings.Repeat(`{"a":`, 200_000), "1:81: brackets are nested too deep"},
		{"larger than 1 MiB", strings.Repeat(" ", quiz.MaxFile+1), "1:1: the file is larger than 1 MiB, more than any answers need"},
	} {
		t.Run(row.name, func(t *testing.T) {
			answers, err := embedded(t).ParseAnswers([]byte(row.src))
			var faults quiz.Faults
			if answers != nil || !errors.As(err, &faults) || err.Error() != row.want {
				t.Errorf("got\n%v\nwant\n%s", err, row.want)
			}
		})
	}
}

// TestParseAnswersOfThisSize reads as much as is allowed, and gives up soon if
// all of it is wrong.
func TestParseAnswersOfThisSize(t *testing.T) {
	src := inFile(`"sex": "male"`)
	src += strings.Repeat(" ", quiz.MaxFile-len(src))
	if _, err := embedded(t).ParseAnswers([]byte(src)); err != nil {
		t.Error(err)
	}
	many := strings.Repeat(`"x",`, quiz.MaxFile/4-30) + `"x"`
	_, err := embedded(t).ParseAnswers([]byte(inFile(`"alarm": [` + many + `]`)))
	var faults quiz.Faults
	if !errors.As(err, &faults) || len(faults) != 101 || !strings.Contains(faults[100].Why.Error(), "there is more") {
		t.Errorf("%d faults in a list of nonsense, want 100 and a last word", len(faults))
	}
}

// TestFaultsKeepSecrets makes answers files with all kinds of faults, with
// words in place of answers that stand nowhere else: none may be in an error.
func TestFaultsKeepSecrets(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(31, 32))
	faulty := 0
	for range 5000 {
		m := secretMaker{random, p}
		src := m.file()
		_, err := p.ParseAnswers([]byte(src))
		if err == nil {
			continue
		}
		faulty++
		if strings.Contains(strings.ToLower(err.Error()), "zq") {
			t.Fatalf("%s\ngives an answer away:\n%v", src, err)
		}
	}
	if faulty < 4000 {
		t.Errorf("only %d faulty files", faulty)
	}
}

// secretMaker writes answers files in which every answer has "zq" in it.
type secretMaker struct {
	*rand.Rand
	protocol *quiz.Protocol
}

func (m secretMaker) file() string {
	var pairs []string
	for range m.IntN(5) {
		pairs = append(pairs, m.key()+": "+m.value(3))
	}
	src := fmt.Sprintf(`{"protocol": "acne-scar@1", "answers": {%s}}`, strings.Join(pairs, ", "))
	switch m.IntN(6) {
	case 0:
		src = src[:m.IntN(len(src))]
	case 1:
		src = strings.Replace(src, `"`, "", 1+m.IntN(8))
	case 2:
		src = strings.Replace(src, "acne-scar@1", m.secret(), 1)
	case 3:
		at := m.IntN(len(src))
		src = src[:at] + string(rune(m.IntN(128))) + src[at:]
	}
	return src
}

func (m secretMaker) key() string {
	q := m.protocol.Questions[m.IntN(len(m.protocol.Questions))].ID
	if m.IntN(4) == 0 {
		q = q[1:]
	}
	return `"` + q + `"`
}

func (m secretMaker) value(depth int) string {
	switch dice := m.IntN(8); {
	case depth == 0, dice < 3:
		return `"` + m.secret() + `"`
	case dice < 5:
		return "[" + m.value(depth-1) + ", " + m.value(depth-1) + "]"
	case dice < 6:
		return `{"` + m.secret() + `": ` + m.value(depth-1) + "}"
	case dice < 7:
		return m.secret() // no quotes: no JSON
	default:
		return []string{"zq", "1zq", "nullzq", `"\zq"`, `"zq` + strings.Repeat("z", 300) + `"`}[m.IntN(5)]
	}
}

func (m secretMaker) secret() string {
	return []string{"zq", "ZQ-choice", "dont-knowzq", "zq none", `zq\u0022`, `zq\ud800`}[m.IntN(6)]
}

// TestAnswersRoundTrip writes random answers as the file has them and reads
// them back.
func TestAnswersRoundTrip(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(33, 34))
	for range 2000 {
		want, fields := make(quiz.Answers, len(p.Questions)), map[string]any{}
		for i := range want {
			q := &p.Questions[i]
			if want[i] = randomAnswer(q, random); want[i].State != quiz.Unanswered {
				fields[q.ID] = written(q, want[i])
			}
		}
		src, err := json.Marshal(map[string]any{"protocol": p.Name(), "answers": fields})
		if err != nil {
			t.Fatal(err)
		}
		got, err := p.ParseAnswers(src)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%s\nis read as %+v, %v\nwant %+v", src, got, err, want)
		}
		applied, dropped := p.Apply(got)
		for i, asked := range p.Asked(got) {
			stale := asked != rules.True && got[i].State != quiz.Unanswered
			if stale != slices.Contains(dropped, i) || (asked == rules.True && applied[i] != got[i]) {
				t.Fatalf("%s: question %d asked %v, dropped %v, applied %+v", src, i, asked, dropped, applied[i])
			}
		}
	}
}

func written(q *quiz.Question, a quiz.Answer) any {
	switch {
	case a.State != quiz.Answered:
		return a.State.String()
	case q.Kind == rules.Text:
		return a.Text
	case q.Kind == rules.One:
		return q.IDs(a.Chosen)[0]
	}
	return q.IDs(a.Chosen)
}

// FuzzParseAnswers reads anything: it must not panic, its faults have a place
// inside the file, and what it reads must fit the questions.
func FuzzParseAnswers(f *testing.F) {
	p, err := quiz.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		inFile(`"lesions": ["comedones", "deep-few"], "worst": "mild", "family": "dont-know", "goal": "peace"`),
		inFile(`"alarm": ["none", "none"], "sex": 3, "alarm": {}`), inFile("") + "{", "[[[[[[[[[[[[[[[[[", `{"a":{"a":[{}]}}`, "\x00", "\xff", `"\ud800"`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		answers, err := p.ParseAnswers(src)
		if err != nil {
			for _, fault := range checkFaults(t, err) {
				if lines := strings.Count(string(src), "\n") + 1; fault.Line < 1 || fault.Line > lines || fault.Column < 1 {
					t.Errorf("a fault outside the file: %v", fault)
				}
			}
			return
		}
		var file struct{ Answers map[string]any }
		if err := json.Unmarshal(src, &file); err != nil {
			t.Errorf("read, and yet no JSON: %v", err)
		}
		for i, a := range answers {
			q := &p.Questions[i]
			if err := q.Check(a); err != nil {
				t.Errorf("%s has %+v: %v", q.ID, a, err)
			}
			if _, there := file.Answers[q.ID]; a.State != quiz.Unanswered && !there {
				t.Errorf("%s has %+v out of nowhere; the file has %v", q.ID, a, slices.Collect(maps.Keys(file.Answers)))
			}
		}
	})
}

func checkFaults(t *testing.T, err error) quiz.Faults {
	var faults quiz.Faults
	if !errors.As(err, &faults) || len(faults) == 0 {
		t.Errorf("an error that is no list of faults: %v", err)
	}
	return faults
}
