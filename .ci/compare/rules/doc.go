// Package rules says the rules of the embedded protocol once more, in what
// somebody might have taken instead of conditions of our own: expr, CEL and Rego
// (Open Policy Agent). The rules are translated from their YAML, so that all say
// the same; a test sees that they do, on many sets of answers.
//
//	protocol, err := quiz.Embedded()
//	book := rules.Read(protocol)
//	judge, err := book.CEL()
//	values, err := judge(book.Known(answers))
//
// Those engines know true and false only. So each rule is asked twice, whether
// it certainly holds and whether it may, and "not" is moved down to the tests
// beforehand. Each engine gets what is quickest for it: all rules in one
// program, compiled before, and the answers in a form it need not convert, with
// questions that are not asked already left out (which ours does itself).
//
// The predicates written by hand are those that the tests of scarcheck/rules
// compare with: the files handwritten_test.go and embedded_test.go are links.
package rules
