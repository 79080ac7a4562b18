package main

import (
	"fmt"
	"io"
	"strconv"
	"time"
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
	p.draw(state(lines, bytes, p.size, now.Sub(p.began)))
}

// state is the line in words: how many lines, how fast, how long it will take.
func state(lines int, bytes, size int64, since time.Duration) string {
	text := fmt.Sprintf("%s lines, %s a second", thousands(lines), thousands(int(float64(lines)/since.Seconds())))
	if size > bytes && bytes > 0 {
		left := time.Duration(float64(since) / float64(bytes) * float64(size-bytes)).Round(time.Second)
		text += fmt.Sprintf(", %d:%02d left", int(left.Minutes()), int(left.Seconds())%60)
	}
	return text
}

// draw puts a text over the one that stands there.
func (p *progress) draw(text string) {
	fmt.Fprintf(p.out, "\r%-*s", p.width, text)
	p.width = len(text)
}

// clear makes the line empty and goes back to its beginning.
func (p *progress) clear() {
	if p.width > 0 {
		p.draw("")
		fmt.Fprint(p.out, "\r")
		p.width = 0
	}
}

// thousands writes 1234567 as 1,234,567.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// linesInWords is "1 line", "2,000 lines".
func linesInWords(n int) string {
	if n == 1 {
		return "1 line"
	}
	return thousands(n) + " lines"
}
