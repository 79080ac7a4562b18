package rules

import (
	"context"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"scarcheck/rules"
)

// policy is a module of Rego under writing. Rego joins with "and" in the body of
// a rule and with "or" by several of one name, so every part of a formula has a
// rule of its own; what was said before is not said again.
type policy struct {
	strings.Builder
	names map[string]string // of rules, by what they say
}

// name returns the rule that says so, with a body for each way to hold.
func (p *policy) name(bodies ...string) string {
	said := strings.Join(bodies, "\nor\n")
	name, ok := p.names[said]
	if ok {
		return name
	}
	name = fmt.Sprintf("r%d", len(p.names))
	p.names[said] = name
	fmt.Fprintf(p, "default %s := false\n", name)
	for _, body := range bodies {
		fmt.Fprintf(p, "%s if {\n%s\n}\n", name, body)
	}
	return name
}

// rule returns the name of the rule that holds when the formula does.
func (p *policy) rule(f formula, certain, possible string) string {
	var parts []string
	for _, part := range f.parts {
		parts = append(parts, p.rule(part, certain, possible))
	}
	for _, choice := range f.choices {
		if f.op == some {
			parts = append(parts, fmt.Sprintf("input.%s[%q]", certain, choice))
		} else {
			parts = append(parts, fmt.Sprintf("not input.%s[%q]", possible, choice))
		}
	}
	switch f.op {
	case open:
		return p.name(fmt.Sprintf("input.open[%q]", f.question))
	case settled:
		return p.name(fmt.Sprintf("not input.open[%q]", f.question))
	case all, none:
		return p.name(strings.Join(parts, "\n"))
	}
	return p.name(parts...)
}

// Rego makes the rules a prepared query of github.com/open-policy-agent/opa.
func (b *Book) Rego() (Judge, func(Known) any, error) {
	p := &policy{names: map[string]string{}}
	var values []string
	for _, rule := range b.Rules {
		values = append(values, p.rule(rule.when, "certain", "possible"), p.rule(rule.when, "possible", "certain"))
	}
	module := "package scarcheck\n\n" + p.String() + "values := [" + strings.Join(values, ", ") + "]\n"
	query, err := rego.New(rego.Query("data.scarcheck.values"), rego.Module("scarcheck.rego", module)).PrepareForEval(context.Background())
	judge := func(known any) ([]rules.Truth, error) {
		out, err := query.Eval(context.Background(), rego.EvalParsedInput(known.(ast.Value)))
		if err != nil {
			return nil, err
		}
		found, values := out[0].Expressions[0].Value.([]any), make([]rules.Truth, len(b.Rules))
		for i := range values {
			values[i] = truth(found[2*i].(bool), found[2*i+1].(bool))
		}
		return values, nil
	}
	take := func(k Known) any {
		value, err := ast.InterfaceToValue(k.env())
		if err != nil {
			panic(err) // maps of strings and booleans are JSON
		}
		return value
	}
	return judge, take, err
}
