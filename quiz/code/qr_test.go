package code_test

import (
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rsc.io/qr"

	"scarcheck/quiz/code"
	"scarcheck/quiz/quiztest"
)

func matrix(t testing.TB, letters string) *code.Matrix {
	t.Helper()
	m, err := code.QR(letters)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// photo is a picture of a QR code on white paper: so many pixels a module,
// turned by so many degrees, faded to grey.
func photo(m *code.Matrix, scale, degrees float64, dark, light uint8) image.Image {
	side := int(scale*float64(m.Size())*1.5) + 1
	picture := image.NewGray(image.Rect(0, 0, side, side))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for py := range side {
		for px := range side {
			x, y := float64(px)-float64(side)/2+0.5, float64(py)-float64(side)/2+0.5
			x, y = x*cos+y*sin, y*cos-x*sin
			half := float64(m.Size()) / 2
			shade := light
			if m.Dark(int(math.Floor(x/scale+half)), int(math.Floor(y/scale+half))) {
				shade = dark
			}
			picture.SetGray(px, py, color.Gray{Y: shade})
		}
	}
	return picture
}

// scanned is what zbarimg reads from the picture.
func scanned(t *testing.T, picture image.Image) string {
	t.Helper()
	quiztest.Tool(t, "zbarimg")
	file := filepath.Join(t.TempDir(), "code.png")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := png.Encode(out, picture); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(quiztest.Run(t, "zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file))
}

// A reader that knows nothing of this program reads the letters, in photos of
// all kinds.
func TestScanned(t *testing.T) {
	letters := full(t, protocol(t))
	m := matrix(t, letters)
	for _, row := range []struct {
		name           string
		scale, degrees float64
		dark, light    uint8
	}{
		{"as printed", 8, 0, 0, 255},
		{"small", 3, 0, 0, 255},
		{"smallest", 2, 0, 0, 255},
		{"scaled down unevenly", 3.3, 0, 0, 255},
		{"on its side", 4, 90, 0, 255},
		{"upside down", 4, 180, 0, 255},
		{"turned a little", 6, 7, 0, 255},
		{"turned", 6, 30, 0, 255},
		{"turned the other way", 5.5, -62, 0, 255},
		{"a pale copy", 5, 0, 110, 190},
		{"a dark copy", 5, 3, 10, 90},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := scanned(t, photo(m, row.scale, row.degrees, row.dark, row.light)); got != letters {
				t.Errorf("read as %q, want %q", got, letters)
			}
		})
	}
}

// Codes of all lengths are read, and what is read is an assessment again.
func TestScannedAll(t *testing.T) {
	p, random := protocol(t), rand.New(rand.NewPCG(61, 62))
	for range 40 {
		letters := code.Encode(p, randomAnswers(p, random), randomDay(random))
		got := scanned(t, photo(matrix(t, letters), 4, 0, 0, 255))
		if _, _, err := code.Decode(p, got); err != nil || got != letters {
			t.Errorf("%s is read as %q: %v", letters, got, err)
		}
	}
}

// A stain of a tenth of the square does no harm.
func TestScannedWithStain(t *testing.T) {
	letters := full(t, protocol(t))
	m := matrix(t, letters)
	picture := photo(m, 6, 0, 0, 255).(*image.Gray)
	middle := picture.Bounds().Dx() / 2
	for y := range 5 * 6 { // of 25 by 25 modules, right of the middle
		for x := range 5 * 6 {
			picture.SetGray(middle+x, middle+y-15, color.Gray{})
		}
	}
	if got := scanned(t, picture); got != letters {
		t.Errorf("read as %q, want %q", got, letters)
	}
}

func TestSize(t *testing.T) {
	p := protocol(t)
	names, answers := assessments(t, p)
	for i, name := range names {
		if m := matrix(t, code.Encode(p, answers[i], day)); m.Size() > 25+8 {
			t.Errorf("%s takes %d modules a side", name, m.Size())
		}
	}
	for _, row := range []struct {
		name    string
		letters int
		size    int // 17 + 4 for each version + the quiet zone
	}{
		{"version 1 at level M", 20, 21 + 8},
		{"version 2", 21, 25 + 8},
		{"version 2 at level M", 38, 25 + 8},
		{"version 3", 39, 29 + 8},
		{"version 40 at level M", 3391, 177 + 8},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := matrix(t, strings.Repeat("K", row.letters)).Size(); got != row.size {
				t.Errorf("%d modules a side, want %d", got, row.size)
			}
		})
	}
}

func TestQuietZone(t *testing.T) {
	m := matrix(t, full(t, protocol(t)))
	n := m.Size()
	for y := -1; y <= n; y++ {
		for x := -1; x <= n; x++ {
			if border := min(x, y, n-1-x, n-1-y) < 4; border && m.Dark(x, y) {
				t.Fatalf("dark at %d, %d of %d", x, y, n)
			}
		}
	}
	if !m.Dark(4, 4) || !m.Dark(n-5, 4) || !m.Dark(4, n-5) || m.Dark(5, 5) {
		t.Error("no finder patterns in the corners")
	}
}

func TestNoQR(t *testing.T) {
	for _, row := range []struct{ name, text string }{
		{"nothing", ""},
		{"another script", "ключ"},
		{"a sign that needs more room", "K7QF2_"},
		{"more than fits", strings.Repeat("K", 3392)},
	} {
		t.Run(row.name, func(t *testing.T) {
			if m, err := code.QR(row.text); err == nil || m != nil {
				t.Errorf("%v, %v", m, err)
			}
		})
	}
	if _, err := code.QR("_"); !errors.Is(err, code.ErrNoCode) {
		t.Errorf("%v", err)
	}
}

// The letters take the mode for capital letters also by qr's own choice: as
// bytes they would need a larger code.
func TestAlphanumeric(t *testing.T) {
	letters := full(t, protocol(t))
	own, err := qr.Encode(letters, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	bytes, err := qr.Encode(strings.ToLower(letters), qr.M)
	if err != nil {
		t.Fatal(err)
	}
	m := matrix(t, letters)
	if m.Size() != own.Size+8 || m.Size() >= bytes.Size+8 {
		t.Errorf("%d modules a side; qr draws %d, as bytes %d", m.Size()-8, own.Size, bytes.Size)
	}
	if small := matrix(t, strings.ToLower(letters)); small.Size() != m.Size() {
		t.Errorf("small letters are not drawn as capital ones: %d modules", small.Size())
	}
}
