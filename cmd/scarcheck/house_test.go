package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The house: what each package may import of ours, and of what others wrote
// beyond the standard library. A package that is not here may not exist.
var house = map[string]struct{ ours, theirs []string }{
	"rules/diagram": {},
	"rules/reading": {},
	"rules/strict":  {theirs: []string{"go.yaml.in/yaml/v4"}},
	"rules":         {ours: []string{"rules/strict", "rules/diagram"}},
	"quiz/words":    {ours: []string{"rules", "rules/strict"}},
	"quiz":          {ours: []string{"quiz/words", "rules", "rules/reading", "rules/strict"}},
	"quiz/quiztest": {ours: []string{"quiz/words", "quiz", "rules", "rules/strict"}}, // what tests share; they alone import it
	"quiz/pdf":      {theirs: []string{"codeberg.org/go-pdf/fpdf", "github.com/go-fonts/liberation/", "golang.org/x/text/unicode/norm"}},
	"quiz/report":   {ours: []string{"quiz/words", "quiz/code", "quiz", "rules"}, theirs: []string{"github.com/charmbracelet/x/ansi"}},
	"quiz/code":     {ours: []string{"quiz/words", "quiz", "rules"}, theirs: []string{"rsc.io/qr"}},
	"quiz/fhir":     {ours: []string{"quiz/words", "quiz/report", "quiz", "rules"}},
	"quiz/plain":    {ours: []string{"quiz/words", "quiz/report", "quiz", "rules"}, theirs: []string{"github.com/charmbracelet/x/ansi"}},
	"quiz/batch":    {ours: []string{"quiz/words", "quiz/report", "quiz", "rules"}},
	"quiz/history":  {ours: []string{"quiz/words", "quiz/report", "quiz", "rules"}, theirs: []string{"github.com/gofrs/flock"}},
	"quiz/draw":     {ours: []string{"quiz/words", "quiz/code", "quiz/fhir", "quiz/pdf", "quiz/report", "quiz"}},
	"quiz/form":     {ours: []string{"quiz/words", "quiz/fhir", "quiz/pdf", "quiz/report", "quiz", "rules"}, theirs: []string{"github.com/charmbracelet/x/ansi"}},
	"quiz/tui":      {ours: []string{"quiz/words", "quiz/report", "quiz", "rules"}, theirs: []string{"charm.land/", "github.com/charmbracelet/"}},
	"cmd/scarcheck": {
		ours:   []string{"quiz/tui", "quiz/plain", "quiz/batch", "quiz/draw", "quiz/form", "quiz/history", "quiz/pdf", "quiz/report", "quiz/code", "quiz/words", "quiz", "rules", "rules/strict"},
		theirs: []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/charmbracelet/", "golang.org/x/sys/unix"},
	},
}

// Packages that import os. What they do with it is files, each for its reason;
// streams, environment, clock and flags stay with cmd.
var opensFiles = []string{
	"cmd/scarcheck",
	"quiz/history",  // files are its business: drafts and assessments that survive a kill and a full disk
	"quiz/quiztest", // goldens and outside programs, for tests alone
}

const root = "../.."

// sources calls visit with every Go file of the module, tests aside.
func sources(t *testing.T, visit func(folder string, fset *token.FileSet, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := entry.Name(); entry.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		visit(filepath.ToSlash(folder), fset, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestArrowsPointDown(t *testing.T) {
	sources(t, func(folder string, _ *token.FileSet, file *ast.File) {
		room, ok := house[folder]
		if !ok {
			t.Errorf("package %s has no place in the house", folder)
			return
		}
		for _, spec := range file.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			ours, isOurs := strings.CutPrefix(path, "scarcheck/")
			switch {
			case isOurs && !slices.Contains(room.ours, ours):
				t.Errorf("package %s may not import %s", folder, ours)
			case !isOurs && strings.Contains(path, ".") && !slices.ContainsFunc(room.theirs, func(p string) bool { return strings.HasPrefix(path, p) }):
				t.Errorf("package %s may not import %s", folder, path)
			case path == "net" || strings.HasPrefix(path, "net/"):
				t.Errorf("package %s imports %s; nothing here may reach a network", folder, path)
			case !slices.Contains(opensFiles, folder) && (path == "os" || strings.HasPrefix(path, "os/")):
				t.Errorf("package %s imports %s; only cmd/scarcheck touches the outside", folder, path)
			}
		}
	})
}

// Only cmd/scarcheck reads the clock: everything else is given the time.
func TestOneClock(t *testing.T) {
	sources(t, func(folder string, _ *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok || folder == "cmd/scarcheck" {
				return true
			}
			if pkg, ok := call.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, call.Sel.Name) {
				t.Errorf("package %s reads the clock with time.%s", folder, call.Sel.Name)
			}
			return true
		})
	})
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains([]string{"cmd", "quiz", "rules", "go.mod", "go.sum", "README.md", "LICENSE"}, name) {
			t.Errorf("%s has no place at the top level", name)
		}
	}
}

// cobra v1.10.2 links text/template only into programs that set a template, and
// with it every method of every type: 2.4 MB of the program.
func TestNoTemplates(t *testing.T) {
	sources(t, func(folder string, fset *token.FileSet, file *ast.File) {
		for _, spec := range file.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); path == "text/template" || path == "html/template" {
				t.Errorf("package %s imports %s", folder, path)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && strings.HasPrefix(call.Sel.Name, "Set") && strings.HasSuffix(call.Sel.Name, "Template") {
				t.Errorf("%s: %s", fset.Position(call.Pos()), call.Sel.Name)
			}
			return true
		})
	})
}

// Every exported name says what it is.
func TestExportedNamesAreDocumented(t *testing.T) {
	sources(t, func(_ string, fset *token.FileSet, file *ast.File) {
		for _, decl := range file.Decls {
			undocumented(t, fset, decl)
		}
	})
}

func undocumented(t *testing.T, fset *token.FileSet, decl ast.Decl) {
	t.Helper()
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && !unexportedReceiver(d) {
			t.Errorf("%s: %s has no comment", fset.Position(d.Pos()), d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					t.Errorf("%s: %s has no comment", fset.Position(s.Pos()), s.Name.Name)
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					t.Errorf("%s: %s has no comment", fset.Position(s.Pos()), s.Names[0].Name)
				}
			}
		}
	}
}

func unexportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return false
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	name, ok := typ.(*ast.Ident)
	return ok && !name.IsExported()
}
