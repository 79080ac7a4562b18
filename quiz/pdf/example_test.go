package pdf_test

import (
	"bytes"
	"fmt"

	"scarcheck/quiz/pdf"
)

func Example() {
	d := pdf.New(pdf.Options{Paper: pdf.A4, Title: "Tea", Lang: "en"})
	f := d.Flow(pdf.Box{X: 50, Y: 50, W: 495, H: 740})
	f.Heading(pdf.H1, pdf.Style{Font: pdf.Bold, Size: 18}, "Tea", 40)
	f.Text(pdf.P, pdf.Style{Size: 11}, "How to make it:")
	d.Begin(pdf.Bullets)
	f.Item(pdf.Style{Size: 11}, "•", "Pour hot water over the leaves.", 12)
	d.End()
	file, err := d.Bytes()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Pages(), "page,", string(bytes.SplitN(file, []byte("\n"), 2)[0]))
	// Output: 1 page, %PDF-1.7
}

func ExampleDrawable() {
	shown, missing := pdf.Drawable("Zoë 🙂 李明")
	fmt.Println(shown, missing)
	// Output: Zoë [?] [?] true
}

func ExampleStyle_Wrap() {
	s := pdf.Style{Size: 10}
	for _, line := range s.Wrap("Pour hot water over the leaves.", 80) {
		fmt.Printf("%q %.1f\n", line, s.Width(line))
	}
	// Output:
	// "Pour hot water " 67.8
	// "over the leaves." 70.6
}
