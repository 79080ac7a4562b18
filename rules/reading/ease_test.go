package reading

import (
	"math"
	"testing"
)

func TestEase(t *testing.T) {
	for _, test := range []struct {
		name, text string
		terms      []string
		want       float64
	}{
		{"nothing", "", nil, 206.84},
		{"marks only", "... ¡!", nil, 206.84},
		// 5 words, 1 sentence; ten-go gra-nos en la ca-ra: 8 syllables
		{"short words", "Tengo granos en la cara.", nil, 206.84 - 60*8./5 - 1.02*5},
		{"without an end", "Tengo granos en la cara", nil, 105.74},
		{"easiest", "Sí.", nil, 206.84 - 60 - 1.02},
		{"question and cry", "¿Te duele? ¡Sí!", nil, 206.84 - 60*4./3 - 1.02*3/2},
		// No te to-ques los gra-nos, 7. Si los a-prie-tas, pue-den de-jar mar-ca, 11.
		{"two sentences", "No te toques los granos. Si los aprietas, pueden dejar marca.", nil, 206.84 - 60*18./11 - 1.02*11/2},
		// El der-ma-tó-lo-go pue-de a-yu-dar-te: 12
		{"a long word", "El dermatólogo puede ayudarte.", nil, 206.84 - 60*12./4 - 1.02*4},
		{"term has two syllables", "El dermatólogo puede ayudarte.", []string{"dermatólogo"}, 206.84 - 60*9./4 - 1.02*4},
		{"term in capitals", "El DERMATÓLOGO puede ayudarte.", []string{"dermatólogo"}, 67.76},
		{"term with its accent behind it", "El dermato\u0301logo puede ayudarte.", []string{"dermatólogo"}, 67.76},
		// 3 words; hay, the term as 2, ro-jos: 5
		{"plural in -s", "Hay granos rojos.", []string{"grano"}, 206.84 - 60*5./3 - 1.02*3},
		{"plural in -es", "Hay láseres rojos.", []string{"láser"}, 103.78},
		{"plural in -s after a consonant", "Hay peelings rojos.", []string{"peeling"}, 103.78},
		{"plural in -ces", "Hay cicatrices rojas.", []string{"Cicatriz"}, 103.78},
		{"plural without the accent", "Hay lesiones rojas.", []string{"lesión"}, 103.78},
		{"plural with an accent more", "Hay imágenes rojas.", []string{"imagen"}, 103.78},
		{"first word in the plural", "Hay marcas de acné rojas.", []string{"marca de acné"}, 103.78},
		{"two words in the plural", "Hay bultos hondos rojos.", []string{"bulto hondo"}, 103.78},
		{"longest term first", "Hay marcas de acné rojas.", []string{"acné", "marca", "marca de acné", "marca de"}, 103.78},
		// Hay mar-cas de ac-né. De no-che no: 10 of 7 words
		{"term at the end of a sentence", "Hay marcas de acné. De noche no.", []string{"marca de acné"}, 206.84 - 60*7./5 - 1.02*5/2},
		{"term not over a sentence end", "Hay marcas. De acné no sé.", []string{"marca de acné"}, 206.84 - 60*8./6 - 1.02*6/2},
		// e-lla prac-ti-ca hoy: 6
		{"accent tells words apart", "Ella practica hoy.", []string{"práctica"}, 206.84 - 60*6./3 - 1.02*3},
		{"term is no part of a word", "Ella practica hoy.", []string{"practi", "la"}, 83.78},
		{"empty term", "Ella practica hoy.", []string{"", " "}, 83.78},
		// mi-de u-no co-ma cin-co mm: 9
		{"decimal comma", "Mide 1,5 mm.", nil, 206.84 - 60*9./3 - 1.02*3},
		// a-yu-da al cua-ren-ta y tres hoy: 10
		{"percent sign is no word", "Ayuda al 43% hoy.", nil, 206.84 - 60*10./4 - 1.02*4},
		// u-sa cre-ma por e-jem-plo es-ta: 10
		{"for example", "Usa crema, p. ej. esta.", nil, 206.84 - 60*10./5 - 1.02*5},
		// la doc-to-ra Ruiz vi-ve en es-ta-dos u-ni-dos y vie-ne hoy: 18
		{"abbreviations", "La Dra. Ruiz vive en EE. UU. y viene hoy.", nil, 206.84 - 60*18./10 - 1.02*10},
		{"colon ends no sentence", "Mira: un pie; un pie\ny un pie", nil, 206.84 - 60*9./8 - 1.02*8},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Ease(test.text, test.terms...); math.Abs(got-test.want) > 0.005 {
				t.Errorf("got %.2f, want %.2f", got, test.want)
			}
		})
	}
}

// Known texts keep their order and their rough ease.
func TestEaseOfPassages(t *testing.T) {
	for _, test := range []struct {
		name, text string
		low, high  float64
	}{
		{"plain advice", `No te toques ni aprietes los granos. Pueden durar más y dejar una cicatriz. Si te cuesta parar, dilo a
			tu médico. Hay formas de ayudarte.`, 85, 110},
		{"leaflet", `El acné es un problema de la piel que tiene casi todo el mundo en algún momento. Salen granos, la piel se
			vuelve grasa y a veces está caliente o duele al tocarla.`, 70, 95},
		{"Quijote", `En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo de los
			de lanza en astillero, adarga antigua, rocín flaco y galgo corredor.`, 55, 80},
		{"paper", `La cicatrización atrófica se asoció significativamente con la gravedad, la duración de las lesiones inflamatorias
			antes de una intervención eficaz y los antecedentes familiares en los análisis de regresión multivariable.`, 0, 30},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Ease(test.text); got < test.low || got > test.high {
				t.Errorf("ease %.1f, want %v to %v", got, test.low, test.high)
			}
		})
	}
}

func TestSpanishSentences(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"marks", "Uno. ¡Dos! ¿Tres? Cuatro… Cinco", 5},
		{"marks in a row", "¿¡Qué!? No... Sí", 3},
		{"question within a sentence", "¿Te duele?, pregunta.", 1},
		{"opening mark within a sentence", "Si duele, ¿qué haces?", 1},
		{"quotes of print", "Dijo «ven.» Luego se fue.", 2},
		{"closing bracket", "Una (o dos.) Tres.", 2},
		{"for example", "Un gel, p. ej. este, ayuda.", 1},
		{"for example, joined", "Un gel, p.ej. este, ayuda.", 1},
		{"a doctor", "Ve a la Dra. Ruiz o al Dr. Paz.", 1},
		{"United States", "En EE. UU. hay otra.", 1},
		{"United States, joined", "En EE.UU. hay otra.", 1},
		{"and so on", "Granos, etc. Luego marcas.", 2},
		{"decimal comma and point", "Mide 2,5 o 2.5 mm.", 1},
		{"number at the end", "Son 3. Ya está.", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := spanish.measure(test.text, nil).sentences; got != test.want {
				t.Errorf("got %d, want %d: %s", got, test.want, describe(spanish.tokens(test.text)))
			}
		})
	}
}
