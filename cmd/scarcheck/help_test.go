package main

import (
	"bytes"
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz/words"
)

// shellWords are those of a command line: quotes hold together, and what a shell
// would take for itself ends it.
func shellWords(line string) []string {
	var all []string
	for _, word := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(line, -1) {
		if slices.Contains([]string{"|", ">", "<"}, word) {
			break
		}
		all = append(all, strings.Trim(word, "'"))
	}
	return all
}

// exampleLines are the commands in the examples of a verb, each from the name of
// the program on. Three blanks begin a remark.
func exampleLines(c *cobra.Command) [][]string {
	var lines [][]string
	for line := range strings.Lines(c.Example) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "   ")
		if _, after, ok := strings.Cut(line, "| scarcheck "); ok {
			line = "scarcheck " + after
		}
		lines = append(lines, shellWords(line))
	}
	return lines
}

func TestEveryVerbTellsHowItIsUsed(t *testing.T) {
	languages(t, func(t *testing.T, l words.Language) {
		_, verbs := tree(l)
		for _, c := range verbs {
			if c.Short == "" || c.Long == "" || c.Example == "" {
				t.Errorf("%s: short, long or example is missing", c.CommandPath())
			}
			if strings.HasSuffix(c.Short, ".") {
				t.Errorf("%s: the short text is no sentence", c.CommandPath())
			}
			for line := range strings.Lines(c.Long) {
				if len([]rune(line)) > 81 {
					t.Errorf("%s: wider than 80 columns: %s", c.CommandPath(), line)
				}
			}
		}
	})
}

// Each example names verbs and flags that there are, with arguments they take.
func TestExamplesParse(t *testing.T) {
	languages(t, func(t *testing.T, l words.Language) {
		_, verbs := tree(l)
		for _, of := range verbs {
			for _, line := range exampleLines(of) {
				t.Run(strings.Join(line, " "), func(t *testing.T) { parses(t, l, line) })
			}
		}
	})
}

// parses fails if a command is not one that the program takes.
func parses(t *testing.T, l words.Language, line []string) {
	t.Helper()
	if line[0] != "scarcheck" {
		t.Fatal("the program is not named first")
	}
	root, _ := tree(l)
	c, rest, err := root.Find(line[1:])
	if err != nil {
		t.Fatal(err)
	}
	if err := c.ParseFlags(rest); err != nil {
		t.Fatal(err)
	}
	if err := c.ValidateArgs(c.Flags().Args()); err != nil {
		t.Fatal(err)
	}
	c.Flags().Visit(func(f *pflag.Flag) { offered(t, c, f) })
}

// offered fails if a flag is given what completion does not offer for it.
func offered(t *testing.T, c *cobra.Command, f *pflag.Flag) {
	t.Helper()
	complete, ok := c.GetFlagCompletionFunc(f.Name)
	if !ok || f.Name == "printer" || f.Name == "copies" {
		return
	}
	values, _ := complete(c, nil, "")
	if !slices.Contains(values, f.Value.String()) {
		t.Errorf("--%s takes %v, not %s", f.Name, values, f.Value)
	}
}

// Every variable that is read stands in the table that help and man pages show.
func TestVariablesAreTold(t *testing.T) {
	var told, read []string
	for _, v := range variables {
		told = append(told, regexp.MustCompile(`[A-Z_]{2,}`).FindAllString(v.names+" "+v.onWindows, -1)...)
	}
	readers := []string{"getenv", "Getenv", "LookupEnv", "value"}
	sources(t, func(folder string, _ *token.FileSet, file *ast.File) {
		if folder == "quiz/quiztest" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || !slices.Contains(readers, called(call.Fun)) {
				return true
			}
			if literal, ok := call.Args[len(call.Args)-1].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				name, _ := strconv.Unquote(literal.Value)
				read = append(read, name)
			}
			return true
		})
	})
	if len(read) < 9 {
		t.Errorf("only %v were found in the sources", read)
	}
	for _, name := range read {
		if !slices.Contains(told, name) {
			t.Errorf("%s is read, and nowhere told", name)
		}
	}
}

func called(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func TestWhatIsMistypedIsNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("answers.json", []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ args, says string }{
		{"sumary", `there is no verb "sumary", did you mean "summary"?` + "\nscarcheck --help lists what there is"},
		{"sum", `there is no verb "sum", did you mean "summary"?` + "\nscarcheck --help lists what there is"},
		{"Print", `there is no verb "Print", did you mean "print"?` + "\nscarcheck --help lists what there is"},
		{"frobnicate", `there is no verb "frobnicate"` + "\nscarcheck --help lists what there is"},
		{"answers.json", `there is no verb "answers.json"; to draw the page from that file: scarcheck summary answers.json`},
		{"help exlpain", `there is no verb "exlpain", did you mean "explain"?` + "\nscarcheck --help lists what there is"},
		{"help summary more", `there is no verb "more"` + "\nscarcheck summary --help lists what there is"},
		{"help history shwo", `there is no verb "shwo", did you mean "show"?` + "\nscarcheck history --help lists what there is"},
		{"history dif", `there is no verb "dif", did you mean "diff"?` + "\nscarcheck history --help lists what there is"},
		{"summary x --fromat json", "scarcheck summary has no flag --fromat, did you mean --format?\nscarcheck summary --help lists what there is"},
		{"summary x --out y", "scarcheck summary has no flag --out, did you mean --output?\nscarcheck summary --help lists what there is"},
		{"summary x --protocl y", "scarcheck summary has no flag --protocl, did you mean --protocol?\nscarcheck summary --help lists what there is"},
		{"summary x --frobnicate", "scarcheck summary has no flag --frobnicate\nscarcheck summary --help lists what there is"},
		{"summary x -paper a4", "scarcheck summary has no flag -p, did you mean --paper?\nscarcheck summary --help lists what there is"},
		{"summary x -q", "scarcheck summary has no flag -q\nscarcheck summary --help lists what there is"},
		{"summary x -ö", "scarcheck summary has no flag -ö\nscarcheck summary --help lists what there is"},
		{"summary x -f", "--format needs a value\nscarcheck summary --help lists what there is"},
		{"--plan", "scarcheck has no flag --plan, did you mean --plain?\nscarcheck --help lists what there is"},
		{"completion bahs", `there is no completion for "bahs", did you mean "bash"?` + "\nchoose one of bash, zsh, fish, powershell"},
		{"man a b", "man takes the name of one folder, not 2"},
	} {
		t.Run(row.args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(process{args: strings.Fields(row.args), stdout: &stdout, stderr: &stderr})
			if want := "scarcheck: " + row.says; code != exitUsage || !strings.HasPrefix(stderr.String(), want) || stdout.Len() > 0 {
				t.Errorf("exit code %d\ngot  %s\nwant %s", code, stderr.String(), want)
			}
		})
	}
}
