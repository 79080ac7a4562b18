package words

import (
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write what the program says anew")

const (
	root   = "../.."
	module = "scarcheck"
)

// en/*.yaml list what each package says: every constant of type Text.
func TestTexts(t *testing.T) {
	said := map[string][]string{}
	for _, goos := range []string{"linux", "windows", "darwin"} {
		for folder, texts := range textsOf(t, goos) {
			name := filepath.Base(folder)
			for _, text := range texts {
				if !slices.Contains(said[name], text) {
					said[name] = append(said[name], text)
				}
			}
		}
	}
	if len(said) == 0 {
		t.Fatal("the program says nothing")
	}
	for name, texts := range said {
		file := filepath.Join("en", name+".yaml")
		want := "# What package " + name + " says. Written by go generate ./quiz/words.\ntexts:\n"
		for _, text := range texts {
			want += "  - " + strconv.Quote(text) + "\n"
		}
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != want {
			t.Errorf("%s is not what package %s says; go generate ./quiz/words makes it, then mend the catalogues beside it", file, name)
		}
	}
	have, _ := filepath.Glob("en/*.yaml")
	for _, file := range have {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		if _, ok := said[name]; ok {
			continue
		}
		if *update {
			_ = os.Remove(file)
			continue
		}
		t.Errorf("%s: package %s says nothing, or is no more", file, name)
	}
}

// TestCatalogues sees that nothing is missing and nothing is stale.
func TestCatalogues(t *testing.T) {
	if err := Check(); err != nil {
		t.Error(err)
	}
}

// textsOf type-checks the module as one system builds it, without the packages
// of others, and returns the texts of each folder in the order of its files.
func textsOf(t *testing.T, goos string) map[string][]string {
	t.Helper()
	l := &listener{t: t, fset: token.NewFileSet(), build: build.Default, done: map[string]*types.Package{}, texts: map[string][]string{}}
	l.build.GOOS, l.build.CgoEnabled = goos, false
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if name := entry.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		folder, err := filepath.Rel(root, path)
		if err == nil && folder != "." {
			_, err = l.Import(module + "/" + filepath.ToSlash(folder))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return l.texts
}

// listener collects the texts of packages; it is their importer as well.
type listener struct {
	t     *testing.T
	fset  *token.FileSet
	build build.Context
	done  map[string]*types.Package
	texts map[string][]string // by folder
}

// Import type-checks a package of the module. Of any other package nothing is
// known: no text comes from there.
func (l *listener) Import(path string) (*types.Package, error) {
	if pkg, ok := l.done[path]; ok {
		return pkg, nil
	}
	pkg := types.NewPackage(path, filepath.Base(path))
	folder, ours := strings.CutPrefix(path, module+"/")
	if !ours {
		pkg.MarkComplete()
		l.done[path] = pkg
		return pkg, nil
	}
	files := l.parse(folder)
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: l, Error: func(error) {}}
	pkg, _ = config.Check(path, l.fset, files, info) // packages of others are missing, so there are errors
	l.done[path] = pkg
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool { return l.listen(folder, info, n) })
	}
	return pkg, nil
}

func (l *listener) parse(folder string) []*ast.File {
	names, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil {
		l.t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if fits, err := l.build.MatchFile(filepath.Split(name)); err != nil || !fits || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(l.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			l.t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// listen notes the text that an expression is, and goes on below one that is none.
func (l *listener) listen(folder string, info *types.Info, n ast.Node) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		l.arguments(info, call)
	}
	expr, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	value := info.Types[expr]
	if value.Value == nil || !isText(value.Type) {
		return true
	}
	if defined(info, expr) {
		return false
	}
	text := constant.StringVal(value.Value)
	if hasWords(text) && !slices.Contains(l.texts[folder], text) {
		l.texts[folder] = append(l.texts[folder], text)
	}
	return false
}

// hasWords reports whether a text is more than verbs and what stands between
// them.
func hasWords(text string) bool {
	for _, verb := range regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`).FindAllString(text, -1) {
		text = strings.Replace(text, verb, "", 1)
	}
	return strings.ContainsFunc(text, unicode.IsLetter)
}

// defined reports whether an expression names a constant that is a text where
// it is defined, and so is noted there.
func defined(info *types.Info, expr ast.Expr) bool {
	if selected, ok := expr.(*ast.SelectorExpr); ok {
		expr = selected.Sel
	}
	name, ok := expr.(*ast.Ident)
	return ok && info.Uses[name] != nil && isText(info.Uses[name].Type())
}

func isText(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Text" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == module+"/quiz/words"
}

// arguments sees that a call that puts arguments into a text gives as many as
// the text has verbs, which go vet sees only for plain strings.
func (l *listener) arguments(info *types.Info, call *ast.CallExpr) {
	selected, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() || info.Uses[selected.Sel] == nil {
		return
	}
	called := info.Uses[selected.Sel]
	if called.Pkg() == nil || called.Pkg().Path() != module+"/quiz/words" || called.Name() != "Sayf" && called.Name() != "Errorf" {
		return
	}
	value := info.Types[call.Args[0]].Value
	if value == nil {
		return
	}
	text := constant.StringVal(value)
	highest := 0
	for _, verb := range verbs(text) {
		var place int
		if _, err := fmt.Sscanf(verb, "%d", &place); err == nil {
			highest = max(highest, place)
		}
	}
	if given := len(call.Args) - 1; given != highest {
		l.t.Errorf("%s: %q takes %d arguments, and %d are given", l.fset.Position(call.Pos()), text, highest, given)
	}
}
