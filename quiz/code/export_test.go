package code

import (
	"math/big"
	"strings"

	"scarcheck/quiz"
)

// Sound completes groups of four letters with the check letters they need.
func Sound(own ...string) string {
	groups := make([]string, len(own))
	for i, letters := range own {
		group := append(split(letters)[0], 0)
		group[ownSize] = sum(group) ^ place(i, len(own))
		groups[i] = spell(group)
	}
	return strings.Join(groups, "-")
}

// Longest is as long as the code of any assessment can get: as if all questions
// were asked, each answer had the last place, and the day were the last.
func Longest(p *quiz.Protocol) string {
	digits := headOf(p, head{day: days - 1}.date()).digits()
	for i := range p.Questions {
		if q := &p.Questions[i]; holds(q) {
			count := validOf(q).count()
			digits = append(digits, digit{new(big.Int).Sub(count, big.NewInt(1)), count})
		}
	}
	return write(number(digits))
}
