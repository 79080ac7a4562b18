package quiz

import (
	"time"

	"scarcheck/rules/strict"
)

// date reads a day, written as 2026-11-23; it is midnight of that day, UTC.
func date(node strict.Node) time.Time {
	text := node.Text()
	if text == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		node.Faultf("a day is written as year, month and day, such as 2026-11-23, not %q", text)
	}
	return day
}

// review reads when clinicians last went through the protocol, and by when
// they have to again.
func (l *loader) review(m strict.Map) {
	l.Reviewed, l.ReviewBy = date(m.Get("reviewed")), date(m.Get("review_by"))
	if !l.Reviewed.IsZero() && !l.ReviewBy.IsZero() && !l.ReviewBy.After(l.Reviewed) {
		m.Get("review_by").Faultf("the next review must come after the last one, of %s", l.Reviewed.Format(time.DateOnly))
	}
}

// Overdue reports whether the day of the next review has passed.
func (p *Protocol) Overdue(now time.Time) bool {
	return now.Format(time.DateOnly) > p.ReviewBy.Format(time.DateOnly)
}
