package code

import (
	"math/big"

	"scarcheck/quiz"
)

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
