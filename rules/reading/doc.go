// Package reading measures how many years of school a text asks for.
//
// [Grade] is the Flesch-Kincaid grade level, from J. P. Kincaid, R. P. Fishburne,
// R. L. Rogers and B. S. Chissom, "Derivation of new readability formulas
// (Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for
// Navy enlisted personnel", Research Branch Report 8-75, Naval Technical Training
// Command, 1975:
//
//	0.39 * words / sentences + 11.8 * syllables / words - 15.59
//
// A grade of 6 is what a pupil of eleven or twelve reads with ease. A text may
// have medical words that cannot be avoided and are explained elsewhere; given
// as terms, each counts as one word of one syllable, so that the grade is that of
// the sentences around them:
//
//	reading.Grade("Isotretinoin can help.")                  // 17.0
//	reading.Grade("Isotretinoin can help.", "isotretinoin")  // -2.6
//
// What is counted:
//
//   - A word is a run of letters or digits, with the apostrophes, points and
//     commas inside it: "don't" and "1,000" are one word. A hyphen parts two
//     words, and so does a slash.
//   - A sentence ends with . ! ? or … before a space or the end. A colon, a
//     semicolon and a line break end none, nor does the point of "e.g." or of
//     "Dr.". A text without an end is one sentence.
//   - Syllables are guessed from the spelling, see [Syllables]. A number counts
//     as it is read aloud, roughly: up to 12 as its English word has them, above
//     that two for up to two digits, and three for more or with a point or comma.
//
// The formula was made for passages of a hundred words. On a single short
// sentence it swings widely; grade whole paragraphs where that is possible.
package reading
