package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"scarcheck/quiz"
)

// lineOf puts answers into a line that is whole otherwise.
func lineOf(answers string) string {
	return `{"id": "a", "protocol": "acne-scar@1", "answers": {` + answers + `}}`
}

// batch runs a whole batch.
func batch(t *testing.T, in string, o Options) (string, Tally) {
	t.Helper()
	var out bytes.Buffer
	tally, err := Run(t.Context(), protocol(t), strings.NewReader(in), &out, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), tally
}

// Each bad line comes out as an error that names its line and place; those
// around it come out as they would alone.
func TestBadLines(t *testing.T) {
	const notJSON = "this is not JSON; look for a comma, a quote or a bracket that is missing or too many"
	long := lineOf(`"goal": "` + strings.Repeat("x", MaxLine) + `"`)
	for _, row := range []struct{ name, line, id, question, message string }{
		{"no JSON", "lesions", `null`, `null`, "column 1: " + notJSON},
		{"cut off", lineOf(`"sex": "male"`)[:40], `null`, `null`, "column 41: the file ends too early; a bracket or a quote is not closed"},
		{"no object", `["lesions"]`, `null`, `null`, `column 1: an answers file is an object: {"protocol": "acne-scar@1", "answers": {...}}`},
		{"nothing in it", `{}`, `null`, `null`, `column 2: the file does not say which questionnaire it answers; add "protocol": "acne-scar@1" (and 1 more fault)`},
		{"no protocol", `{"id": 7, "answers": {}}`, `7`, `null`, `column 24: the file does not say which questionnaire it answers; add "protocol": "acne-scar@1"`},
		{"another protocol", `{"id": 7, "protocol": "x@1", "answers": {}}`, `7`, `null`, `column 23: these answers belong to another questionnaire; this one is "acne-scar@1"`},
		{"another key", `{"id": 7, "protocol": "acne-scar@1", "answers": {}, "name": "Eve"}`, `7`, `null`, `column 53: a line has only "id", "protocol" and "answers"`},
		{"unknown question", lineOf(`"lesion": ["none"]`), `"a"`, `null`, `column 52: there is no question of this name, did you mean "lesions"?`},
		{"unknown choice", lineOf(`"sex": "mail"`), `"a"`, `"sex"`, "column 59: there is no such choice; it takes female, male"},
		{"three faults", lineOf(`"sex": "mail", "alarm": [], "goal": 1`), `"a"`, `"sex"`, "column 59: there is no such choice; it takes female, male (and 2 more faults)"},
		{"a key twice", lineOf(`"sex": "male", "sex": "male"`), `null`, `null`, "column 67: this key stands here twice; keep the one that counts"},
		{"two values", `{} {}`, `null`, `null`, "column 4: one value a file; something follows the end of the first"},
		{"not UTF-8", lineOf("\"goal\": \"\xff\""), `null`, `null`, "column 61: this is not UTF-8 text; save the file as UTF-8"},
		{"an id that is a list", `{"id": [1], "protocol": "acne-scar@1", "answers": {}}`, `null`, `null`, "column 8: an id is a text in quotes or a whole number"},
		{"an id that is a fraction", `{"id": 1.5, "protocol": "acne-scar@1", "answers": {}}`, `null`, `null`, "column 8: an id that is a number is a whole one, of at most 18 digits"},
		{"an id that is a formula", `{"id": "=1+1", "protocol": "acne-scar@1", "answers": {}}`, `null`, `null`, "column 8: an id is a text of one line, at most 128 characters, that does not begin with = + - or @"},
		{"an id that moves the cursor", `{"id": "a\u001b[A", "protocol": "acne-scar@1", "answers": {}}`, `null`, `null`, "column 8: an id is a text of one line, at most 128 characters, that does not begin with = + - or @"},
		{"too long to be held", long, `null`, `null`, "the line is longer than 64 KiB, more than any answers need"},
		{"much too long", long + long + long, `null`, `null`, "the line is longer than 64 KiB, more than any answers need"},
		{"one byte too long", lineOf("")[:43] + strings.Repeat(" ", MaxLine+1-44) + "}", `null`, `null`, "the line is longer than 64 KiB, more than any answers need"},
	} {
		t.Run(row.name, func(t *testing.T) {
			one, _ := batch(t, typical, options(JSON))
			var told []string
			o := options(JSON)
			o.Refused = func(line int, f quiz.Fault) { told = append(told, fmt.Sprint(line, ": ", f.Why)) }
			out, tally := batch(t, typical+"\n"+row.line+"\r\n"+typical+"\n", o)
			message, _ := json.Marshal(row.message)
			want := fmt.Sprintf(`{"id":%s,"line":2,"error":{"question":%s,"message":%s}}`, row.id, row.question, message) + "\n"
			if out != one+want+one {
				t.Errorf("%s", difference(out, one+want+one))
			}
			if want := (Tally{Lines: 3, Reports: 2, Refused: 1}); tally != want {
				t.Errorf("%+v, want %+v", tally, want)
			}
			if len(told) != 1 || !strings.HasPrefix(told[0], "2: ") || !strings.HasSuffix(row.message, told[0][3:]) {
				t.Errorf("told of %q", told)
			}
		})
	}
}

// What stands around lines changes nothing, and lines keep their numbers.
func TestLineEnds(t *testing.T) {
	sex := lineOf(`"sex": "male"`)
	want, _ := batch(t, sex+"\n"+sex+"\n", options(JSON))
	for _, row := range []struct {
		name, in string
		lines    int
	}{
		{"no line end at the end", sex + "\n" + sex, 2},
		{"CRLF", sex + "\r\n" + sex + "\r\n", 2},
		{"CRLF, cut", sex + "\r\n" + sex + "\r", 2},
		{"byte order mark", "\ufeff" + sex + "\n" + sex, 2},
		{"empty lines", "\n\n" + sex + "\n \t\r\n" + sex + "\n\n", 6},
		{"space around", "  " + sex + "\t\n\t" + sex + " ", 2},
		{"as long as may be", sex + "\n" + strings.Repeat(" ", MaxLine-len(sex)) + sex + "\r\n", 2},
	} {
		t.Run(row.name, func(t *testing.T) {
			for _, in := range []io.Reader{strings.NewReader(row.in), iotest.OneByteReader(strings.NewReader(row.in)), iotest.DataErrReader(strings.NewReader(row.in))} {
				var out bytes.Buffer
				tally, err := Run(t.Context(), protocol(t), in, &out, options(JSON))
				if err != nil || out.String() != want || tally.Lines != row.lines || tally.Refused != 0 {
					t.Errorf("%v, %+v\n%s", err, tally, difference(out.String(), want))
				}
			}
		})
	}
	for _, in := range []string{"", "\n", "\ufeff", "\r\n\r\n"} {
		if out, tally := batch(t, in, options(JSON)); out != "" || tally.Reports+tally.Refused != 0 {
			t.Errorf("%q made %q", in, out)
		}
	}
}

// Answers that have no place are counted, and a table has one row a line.
func TestTable(t *testing.T) {
	in := strings.Join([]string{
		lineOf(`"lesions": ["none"], "worst": "almost-none", "relapse": "once"`),
		"nonsense",
		`{"id": "b,\"c", "protocol": "acne-scar@1", "answers": {}}`,
		`{"id": "d\\e\u0041", "protocol": "acne-scar@1", "answers": {}}`,
		`{"protocol": "acne-scar@1", "answers": {}}`,
	}, "\n")
	refused := 0
	o := options(CSV)
	o.Refused = func(line int, _ quiz.Fault) { refused = line }
	out, tally := batch(t, in, o)
	rows := strings.SplitAfter(out, "\r\n")
	unknown := ",undecided,same-day" + strings.Repeat(",unknown", 12) + "\r\n"
	want := []string{
		"id,level,could_be,existing-scars,inflammatory-lesions,severe-acne,delayed-treatment,picking,family-scars,family-acne,relapse,lasting-redness,trunk-acne,keloid-tendency,male-sex\r\n",
		"a,undecided,same-day,unknown,absent,absent,absent,unknown,unknown,unknown,absent,unknown,absent,unknown,unknown\r\n",
		`"b,""c"` + unknown, `d\eA` + unknown, unknown, "",
	}
	if strings.Join(rows, "") != strings.Join(want, "") {
		t.Errorf("%s", difference(out, strings.Join(want, "")))
	}
	if want := (Tally{Lines: 5, Reports: 4, Refused: 1, Dropped: 1}); tally != want || refused != 2 {
		t.Errorf("%+v, want %+v; refused line %d", tally, want, refused)
	}
}

// However long each line takes, and whatever breaks, lines come out in order.
func TestOrder(t *testing.T) {
	o := options(JSON)
	o.Workers = 7
	o.instead = func(j *judge, number int, line []byte) quiz.Fault {
		if rand.IntN(20) == 0 {
			time.Sleep(time.Duration(rand.IntN(3000)) * time.Microsecond)
		}
		if number%100 == 0 {
			panic("zq")
		}
		j.out = append(append(j.out, line...), '\n')
		return quiz.Fault{}
	}
	var in, want strings.Builder
	for i := 1; i <= 5000; i++ {
		fmt.Fprintln(&in, i)
		if i%100 == 0 {
			fmt.Fprintf(&want, `{"id":null,"line":%d,"error":{"question":null,"message":"%v"}}`+"\n", i, ourFault.Why)
			continue
		}
		fmt.Fprintln(&want, i)
	}
	out, tally := batch(t, in.String(), o)
	if out != want.String() || tally.Refused != 50 || tally.Lines != 5000 {
		t.Errorf("%+v\n%s", tally, difference(out, want.String()))
	}
}

// The number of workers changes no byte.
func TestWorkers(t *testing.T) {
	in := string(stream(t, 1000))
	one, two := options(JSON), options(JSON)
	one.Workers, two.Workers = 1, 5
	a, _ := batch(t, in, one)
	b, _ := batch(t, in, two)
	if a != b {
		t.Errorf("%s", difference(a, b))
	}
}

// A program that writes a line and waits gets its answer.
func TestAnswersAtOnce(t *testing.T) {
	in, feed := io.Pipe()
	told, out := io.Pipe()
	go func() {
		_, err := Run(context.Background(), protocol(t), in, out, options(JSON))
		out.CloseWithError(errors.Join(err, io.EOF))
	}()
	answer := make([]byte, 64<<10)
	for range 3 {
		fmt.Fprintf(feed, "%s\n{\"id\"", typical) // and the beginning of another
		n, err := told.Read(answer)
		if err != nil || answer[n-1] != '\n' {
			t.Fatalf("%q, %v", answer[:n], err)
		}
		fmt.Fprint(feed, ": \n")
		if _, err := told.Read(answer); err != nil {
			t.Fatal(err)
		}
	}
	feed.Close()
	if _, err := told.Read(answer); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
}

// endless repeats a line for ever.
type endless struct{}

func (endless) Read(to []byte) (int, error) {
	n := 0
	for n+len(typical)+1 <= len(to) {
		n += copy(to[n:], typical+"\n")
	}
	if n == 0 {
		return copy(to, "\n"), nil
	}
	return n, nil
}

type failingWriter struct{ left int }

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

// However a batch ends, nothing of it goes on.
func TestEnds(t *testing.T) {
	p := protocol(t)
	before := runtime.NumGoroutine()
	broken := errors.New("the disk is gone")
	t.Run("output closed", func(t *testing.T) {
		if _, err := Run(t.Context(), p, endless{}, &failingWriter{3}, options(JSON)); !errors.Is(err, io.ErrClosedPipe) {
			t.Error(err)
		}
	})
	t.Run("output closed at once", func(t *testing.T) {
		if _, err := Run(t.Context(), p, endless{}, &failingWriter{0}, options(CSV)); !errors.Is(err, io.ErrClosedPipe) {
			t.Error(err)
		}
	})
	t.Run("stopped", func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		o := options(JSON)
		var out bytes.Buffer
		o.Progress = func(lines int, _ int64) {
			if lines > 1000 {
				stop()
			}
		}
		_, err := Run(ctx, p, endless{}, &out, o)
		if !errors.Is(err, context.Canceled) || !bytes.HasSuffix(out.Bytes(), []byte("}\n")) {
			t.Errorf("%v; the output ends in the middle of a line", err)
		}
	})
	t.Run("stopped while it waits for input", func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		in, feed := io.Pipe()
		time.AfterFunc(10*time.Millisecond, stop)
		if _, err := Run(ctx, p, in, io.Discard, options(JSON)); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		feed.Close() // which ends the Read
	})
	t.Run("input breaks", func(t *testing.T) {
		var out bytes.Buffer
		in := io.MultiReader(strings.NewReader(typical+"\n"+typical), iotest.ErrReader(broken))
		tally, err := Run(t.Context(), p, in, &out, options(JSON))
		var read *ReadError
		if !errors.Is(err, broken) || !errors.As(err, &read) || tally.Reports != 1 {
			t.Errorf("%v, %+v", err, tally)
		}
	})
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines before, now %d\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
}
