package rules

import (
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types/traits"
	"github.com/expr-lang/expr"

	"scarcheck/rules"
)

// inline writes a formula as expr and CEL both read it: whether it holds, given
// the names of the sets of certain and of possible choices. With the two names
// exchanged it says whether the formula may hold.
func (f formula) inline(certain, possible string) string {
	var parts []string
	for _, part := range f.parts {
		parts = append(parts, part.inline(certain, possible))
	}
	for _, choice := range f.choices {
		if f.op == some {
			parts = append(parts, fmt.Sprintf("%q in %s", choice, certain))
		} else {
			parts = append(parts, fmt.Sprintf("!(%q in %s)", choice, possible))
		}
	}
	switch f.op {
	case open:
		return fmt.Sprintf("%q in open", f.question)
	case settled:
		return fmt.Sprintf("!(%q in open)", f.question)
	case all, none:
		return "(" + strings.Join(parts, " && ") + ")"
	}
	return "(" + strings.Join(parts, " || ") + ")"
}

// program is all rules as one list of booleans: of each, whether it holds, and
// whether it may.
func (b *Book) program() string {
	var values []string
	for _, rule := range b.Rules {
		values = append(values, rule.when.inline("certain", "possible"), rule.when.inline("possible", "certain"))
	}
	return "[" + strings.Join(values, ",\n") + "]"
}

// Judge gives every rule of a book its value.
type Judge func(any) ([]rules.Truth, error)

// Expr makes the rules a program of github.com/expr-lang/expr, and of what is
// known what that program takes.
func (b *Book) Expr() (Judge, func(Known) any, error) {
	sets := map[string]any{"certain": map[string]bool{}, "possible": map[string]bool{}, "open": map[string]bool{}}
	program, err := expr.Compile(b.program(), expr.Env(sets))
	judge := func(known any) ([]rules.Truth, error) {
		out, err := expr.Run(program, known)
		if err != nil {
			return nil, err
		}
		found := out.([]any)
		values := make([]rules.Truth, len(b.Rules))
		for i := range values {
			values[i] = truth(found[2*i].(bool), found[2*i+1].(bool))
		}
		return values, nil
	}
	return judge, func(k Known) any { return k.env() }, err
}

// CEL makes the rules a program of cel.dev/cel-go.
func (b *Book) CEL() (Judge, func(Known) any, error) {
	set := cel.MapType(cel.StringType, cel.BoolType)
	env, err := cel.NewEnv(cel.Variable("certain", set), cel.Variable("possible", set), cel.Variable("open", set))
	if err != nil {
		return nil, nil, err
	}
	ast, issues := env.Compile(b.program())
	if issues.Err() != nil {
		return nil, nil, issues.Err()
	}
	program, err := env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	judge := func(known any) ([]rules.Truth, error) {
		out, _, err := program.Eval(known)
		if err != nil {
			return nil, err
		}
		list, values := out.(traits.Indexer), make([]rules.Truth, len(b.Rules))
		for i := range values {
			holds, may := list.Get(env.CELTypeAdapter().NativeToValue(2*i)), list.Get(env.CELTypeAdapter().NativeToValue(2*i+1))
			values[i] = truth(holds.Value().(bool), may.Value().(bool))
		}
		return values, nil
	}
	take := func(k Known) any {
		converted := map[string]any{}
		for name, set := range k.env() {
			converted[name] = env.CELTypeAdapter().NativeToValue(set)
		}
		return converted
	}
	return judge, take, err
}
