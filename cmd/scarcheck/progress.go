package main

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"scarcheck/quiz/words"
)

// The progress line comes only where the wait is felt, and not so often that
// it costs or flickers.
const (
	quietFor  = time.Second
	drawEvery = 200 * time.Millisecond
)

// progress is one line on a terminal, drawn over itself. It needs no escape
// sequences, so it looks the same on every system.
type progress struct {
	lang         words.Language
	out          io.Writer // nil: there is no line
	clock        func() time.Time
	size         int64 // of the input in bytes, 0 if not known
	began, drawn time.Time
	width        int // of what stands there
}

// tell draws how far it is, if it is time.
func (p *progress) tell(lines int, bytes int64) {
	if p.out == nil {
		return
	}
	now := p.clock()
	if p.began.IsZero() {
		p.began = now
	}
	if now.Sub(p.began) < quietFor || now.Sub(p.drawn) < drawEvery {
		return
	}
	p.drawn = now
	p.draw(state(p.lang, lines, bytes, p.size, now.Sub(p.began)))
}

// state is the line in words: how many lines, how fast, how long it will take.
func state(l words.Language, lines int, bytes, size int64, since time.Duration) string {
	text := l.Sayf("%s lines, %s a second", thousands(l, lines), thousands(l, int(float64(lines)/since.Seconds())))
	if size > bytes && bytes > 0 {
		left := time.Duration(float64(since) / float64(bytes) * float64(size-bytes)).Round(time.Second)
		text = l.Sayf("%s, %d:%02d left", text, int(left.Minutes()), int(left.Seconds())%60)
	}
	return text
}

// draw puts a text over the one that stands there.
func (p *progress) draw(text string) {
	fmt.Fprintf(p.out, "\r%-*s", p.width, text)
	p.width = len([]rune(text))
}

// clear makes the line empty and goes back to its beginning.
func (p *progress) clear() {
	if p.width > 0 {
		p.draw("")
		fmt.Fprint(p.out, "\r")
		p.width = 0
	}
}

// thousands writes 1234567 as 1,234,567, and where a comma begins a fraction
// with spaces.
func thousands(l words.Language, n int) string {
	mark := ","
	if l != words.English {
		mark = " "
	}
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + mark + digits[at:]
	}
	return digits
}

// linesInWords is "1 line", "2,000 lines".
func linesInWords(l words.Language, n int) string {
	if n == 1 {
		return l.Say("1 line")
	}
	return l.Sayf("%s lines", thousands(l, n))
}
