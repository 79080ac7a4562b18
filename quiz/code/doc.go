// Package code puts an assessment into a few letters that stand on the page,
// as a QR code and to be typed, so that the page can be drawn again from paper
// alone:
//
//	letters := code.Encode(protocol, answers, day)  // "9M83P-90RJB-8SE3V-..."
//	matrix, err := code.QR(letters)                 // squares to draw, with the quiet zone
//
//	answers, day, err := code.Decode(protocol, letters)
//	switch wrong := err.(type) {
//	case code.Mistyped:      // wrong.Group: which group of letters to look at
//	case code.OtherProtocol: // wrong.Version: the questionnaire that the letters need
//	}
//
// What is in it: the format, the protocol's version and the start of its hash,
// the day, and the answers to the questions that are asked, "I don't know" and
// "I prefer not to say" among them. What is not: text in a person's own words,
// and every answer to a sensitive question. It hides nothing: whoever has the
// letters and the program has the answers, as with the page they stand on.
//
// How it is made, a file each. Every question has so many valid answers; the
// answer is the place of one among them (valid.go). These places are the
// digits of one large number whose base changes from digit to digit, and a
// question that the answers before it rule out is no digit at all (number.go,
// code.go). The number is written in 32 letters that are hard to confuse, in
// groups of five, the fifth being a check on the four and on where the group
// stands (letters.go). Every single wrong letter, every swap of two letters in
// a group or next to each other, every missing group and, up to 16 groups, every
// swap of two is found; mistake.go says where and what it looks like.
//
// Letters that make sense are not believed for that alone: what is read is
// written again, and anything but the same letters is refused.
package code
