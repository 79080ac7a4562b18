package report

// Tight draws sections as on a doctor's page without room to spare.
func Tight(sections []Section) string {
	t := &textPage{width: TextWidth, tight: true}
	t.sections(sections)
	return t.String()
}
