package code_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/words"
)

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// refused sees that letters are not read, and returns what is wrong with them.
func refused(t *testing.T, p *quiz.Protocol, letters string) code.Mistyped {
	t.Helper()
	answers, _, err := code.Decode(p, letters)
	wrong, ok := errors.AsType[code.Mistyped](err)
	if !ok || answers != nil {
		t.Fatalf("%s: %v, want a mistake to be found", letters, err)
	}
	return wrong
}

// full is an assessment in six groups.
func full(t testing.TB, p *quiz.Protocol) string {
	names, answers := assessments(t, p)
	return code.Encode(p, answers[slices.Index(names, "full")], day)
}

// Every letter changed to every other one, at every place, is found in its
// group.
func TestEveryWrongLetter(t *testing.T) {
	p := protocol(t)
	_, all := assessments(t, p)
	for _, answers := range all {
		letters := code.Encode(p, answers, day)
		for i, right := range letters {
			for _, wrong := range alphabet {
				if right == '-' || wrong == right {
					continue
				}
				got := refused(t, p, letters[:i]+string(wrong)+letters[i+1:])
				if got.Group != i/6+1 {
					t.Fatalf("%s with %c at %d: look at group %d", letters, wrong, i, got.Group)
				}
			}
		}
	}
}

// Every two letters that change places within a group or with their neighbour,
// and every two groups, are found at the first of them.
func TestEverySwap(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(51, 52))
	for range 200 {
		written := code.Encode(p, randomAnswers(p, random), day)
		letters := []byte(strings.ReplaceAll(written, "-", ""))
		for i := range letters {
			for j := i + 1; j < len(letters) && (j/5 == i/5 || j == i+1); j++ {
				if letters[i] == letters[j] {
					continue
				}
				swapped := slices.Clone(letters)
				swapped[i], swapped[j] = letters[j], letters[i]
				if got := refused(t, p, string(swapped)); got.Group != i/5+1 {
					t.Fatalf("%s read as %s: look at group %d", letters, swapped, got.Group)
				}
			}
		}
		groups := strings.Split(written, "-")
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				swapped := slices.Clone(groups)
				swapped[i], swapped[j] = groups[j], groups[i]
				got := refused(t, p, strings.Join(swapped, "-"))
				if got.Group != i+1 || !errors.Is(got, code.ErrSwapped) {
					t.Fatalf("%s with groups %d and %d swapped: %v", written, i+1, j+1, got)
				}
			}
		}
	}
}

// Every group that is left out, written twice or written too much is found.
func TestEveryMissingGroup(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(53, 54))
	for range 200 {
		groups := strings.Split(code.Encode(p, randomAnswers(p, random), day), "-")
		n := len(groups)
		for i := range groups {
			got := refused(t, p, strings.Join(slices.Delete(slices.Clone(groups), i, i+1), "-"))
			want := code.Mistyped{Group: i + 1, Err: code.ErrBefore}
			if i == n-1 {
				want = code.Mistyped{Group: n - 1, Err: code.ErrAfter}
			}
			if got != want {
				t.Fatalf("%v without group %d: %v", groups, i+1, got)
			}
			refused(t, p, strings.Join(slices.Insert(slices.Clone(groups), i, groups[i]), "-"))
			got = refused(t, p, strings.Join(groups, "-")+"-"+groups[i])
			if want = (code.Mistyped{Group: n, Err: code.ErrLast}); got != want {
				t.Fatalf("%v and group %d once more: %v", groups, i+1, got)
			}
		}
	}
}

// How people write a code does not matter.
func TestWaysToWriteIt(t *testing.T) {
	p := protocol(t)
	letters := full(t, p)
	want, _, err := code.Decode(p, letters)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ name, text string }{
		{"small letters", strings.ToLower(letters)},
		{"spaces", strings.ReplaceAll(letters, "-", " ")},
		{"in one", strings.ReplaceAll(letters, "-", "")},
		{"in pairs", strings.ReplaceAll(letters, "", " ")},
		{"lines", strings.ReplaceAll(letters, "-", "-\r\n")},
		{"dashes of a word processor", strings.ReplaceAll(letters, "-", "\u2013")},
		{"spaces that do not break", strings.ReplaceAll(letters, "-", "\u00a0")},
		{"O for 0", strings.ReplaceAll(letters, "0", "O")},
		{"o for 0", strings.ReplaceAll(letters, "0", "o")},
		{"I for 1", strings.ReplaceAll(letters, "1", "I")},
		{"l for 1", strings.ReplaceAll(letters, "1", "l")},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, _, err := code.Decode(p, row.text)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%q: %v", row.text, err)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	p := protocol(t)
	const letters = "9M83P-90RJB-8SE3V-NXZ0M-YWXMZ-WD70X"
	if letters != full(t, p) {
		t.Fatal("the code is another one now")
	}
	for _, row := range []struct{ name, text, want string }{
		{"a wrong letter", "9M83P-90RJB-8SE4V-NXZ0M-YWXMZ-WD70X", "The third group of the code has a wrong letter, or two letters that changed places."},
		{"two wrong groups", "9M83P-90RJC-8SE4V-NXZ0M-YWXMZ-WD70X", "The second group of the code has a wrong letter, or two letters that changed places."},
		{"the check letter", "9M83P-90RJB-8SE3V-NXZ0M-YWXMZ-WD70Z", "The sixth group of the code has a wrong letter, or two letters that changed places."},
		{"a sign", "9M83P-90RJB-8SE3V-NUZ0M-YWXMZ-WD70X", "The fourth group of the code has a sign that no code has."},
		{"a sign in letters without groups", "9M83P90RJB8SE3VN?Z0MYWXMZWD70X", "The fourth group of the code has a sign that no code has."},
		{"a letter missing", "9M83P-90RB-8SE3V-NXZ0M-YWXMZ-WD70X", "The second group of the code has a letter too few or too many."},
		{"a letter missing at the end", "9M83P-90RJB-8SE3V-NXZ0M-YWXMZ-WD70", "The sixth group of the code has a letter too few or too many."},
		{"a letter twice", "9M83P-90RJB-8SE3V-NXZ00M-YWXMZ-WD70X", "The fourth group of the code has a letter too few or too many."},
		{"a letter missing without groups", "9M83P90RJB8SE3VXZ0MYWXMZWD70X", "The fourth group of the code has a letter too few or too many."},
		{"a letter missing in groups of four", "9M83 P90R JB8S E3VX Z0MY WXMZ WD70 X", "The fourth group of the code has a letter too few or too many."},
		{"groups swapped", "9M83P-NXZ0M-8SE3V-90RJB-YWXMZ-WD70X", "The second group of the code has changed places with another group."},
		{"the last one swapped", "9M83P-90RJB-8SE3V-NXZ0M-WD70X-YWXMZ", "The fifth group of the code has changed places with another group."},
		{"the first group missing", "90RJB-8SE3V-NXZ0M-YWXMZ-WD70X", "The first group of the code seems to come too early: a group before it is missing, or a letter in it is wrong."},
		{"a group missing", "9M83P-90RJB-NXZ0M-YWXMZ-WD70X", "The third group of the code seems to come too early: a group before it is missing, or a letter in it is wrong."},
		{"the last group missing", "9M83P-90RJB-8SE3V-NXZ0M-YWXMZ", "The fifth group of the code seems not to be the last: a group after it is missing, or a letter in it is wrong."},
		{"more letters", letters + "-00000", "The sixth group of the code seems to be the last: what comes after it is too much, or a letter in it is wrong."},
		{"no letters", " - ", "This is not a code from a page."},
		{"too few letters", "9M83P", "This is not a code from a page."},
		{"far too many letters", strings.Repeat(letters, 1000), "This is not a code from a page."},
		{"a group far away", letters + strings.Repeat("-00000", 20), "The sixth group of the code seems to be the last: what comes after it is too much, or a letter in it is wrong."},
	} {
		t.Run(row.name, func(t *testing.T) {
			answers, _, err := code.Decode(p, row.text)
			if err == nil || answers != nil {
				t.Fatalf("it is read, as %v", answers)
			}
			if got := quiz.Sentence(words.English, err); got != row.want {
				t.Errorf("it says %q\nwant    %q", got, row.want)
			}
		})
	}
	if got := (code.Mistyped{Group: 11, Err: code.ErrLetter}).Error(); !strings.HasPrefix(got, "group 11 of the code ") {
		t.Errorf("it says %q", got)
	}
}

// Letters that are sound and still not what Encode writes are refused: an
// answer that stands for nothing, more groups than are needed.
func TestImpossible(t *testing.T) {
	p := protocol(t)
	written := strings.Split(full(t, p), "-")
	own := make([]string, len(written))
	for i, group := range written {
		own[i] = group[:4]
	}
	if code.Sound(own...) != full(t, p) {
		t.Fatal("Sound does not write what Encode does")
	}
	for _, row := range []struct {
		name string
		own  []string
	}{
		{"a group of nothing at the end", append(slices.Clone(own), "0000")},
		{"more than all questions hold", append(slices.Clone(own), "0001")},
		{"the largest number", append(slices.Clone(own[:3]), "ZZZZ", "ZZZZ", "ZZZZ")},
		{"a version that never ends", []string{"9ZZZ", "ZZZZ", "ZZZZ", "ZZZZ", "ZZZZ"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			answers, _, err := code.Decode(p, code.Sound(row.own...))
			if !errors.Is(err, code.ErrNoCode) || answers != nil {
				t.Errorf("%v, %v", answers, err)
			}
		})
	}
}

// No error says anything of the answers: it is the same whatever they are.
func TestErrorsKeepSecrets(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(57, 58))
	other := *p
	other.Version = 7
	said := map[string]bool{}
	for range 500 {
		letters := code.Encode(p, randomAnswers(p, random), day)
		_, _, err := code.Decode(&other, letters)
		said[fmt.Sprint(err)] = true
		_, _, err = code.Decode(p, letters[:3]+"U"+letters[4:])
		said[fmt.Sprint(err)] = true
	}
	if len(said) != 2 {
		t.Errorf("they say %v", said)
	}
}

// TestHostile reads what was never a code, however much there is of it. Each is
// refused, and none takes long.
func TestHostile(t *testing.T) {
	p := protocol(t)
	for name, text := range map[string]string{
		"a million letters":    strings.Repeat("9M83-", 200_000),
		"a million hyphens":    strings.Repeat("-", 1_000_000),
		"a million brackets":   strings.Repeat("[", 1_000_000),
		"NUL bytes":            "9M83P\x0090RJB\x008SE3V",
		"invalid UTF-8":        "9M83P-90RJB-\xff\xfe8SE3V",
		"directions":           "9M83P-90RJB-\u202e8SE3V\u2066",
		"zero width":           "9M83P\u200b-90RJB\ufeff-8SE3V",
		"letters that look so": "９Ｍ８３Ｐ-９０ＲＪＢ-８ＳＥ３Ｖ",
	} {
		begin := time.Now()
		if answers, _, err := code.Decode(p, text); err == nil {
			t.Errorf("%s: read as %v", name, answers)
		}
		code.Is(text)
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}
