import type { Dice } from '../seed/dice.ts'

/** What a shopper thinks of what she bought. */
export interface Opinion {
  stars: number
  words: string
  photo: boolean
}

const STARS: [number, number][] = [
  [5, 48],
  [4, 29],
  [3, 12],
  [2, 6],
  [1, 5],
]
const PHOTOS = 0.3
const MOST_TRIES = 20

type Mood = 'glad' | 'content' | 'cross'
const MOODS: Record<number, Mood> = { 5: 'glad', 4: 'content', 3: 'content', 2: 'cross', 1: 'cross' }

// One sentence of each list. Whoever says what another has said is held as spam.
const SENTENCES: Record<'en' | 'de', Record<Mood, [string[], string[]]>> = {
  en: {
    glad: [
      [
        'Exactly what I was looking for.',
        'I have used it every day since it came.',
        'My second one from this shop, and as good as the first.',
        'Lovely colour, and it simply works.',
        'I did not expect that much for the price.',
        'A present for my sister, who will not put it down.',
      ],
      [
        'It arrived within two days, well packed and without any plastic.',
        'It feels sturdier in the hand than it looks in the pictures.',
        'After three weeks there is not a single scratch on it.',
        'Setting it up took me a minute, and I am not good at these things.',
        'The questions I had were answered the same evening.',
        'I compared four others before, and none of them fitted as well.',
      ],
    ],
    content: [
      [
        'Good on the whole.',
        'It does what it says.',
        'I am happy with it, with one reservation.',
        'All right for what it costs.',
        'Solid, if not exciting.',
      ],
      [
        'The box could have been half the size.',
        'The instructions are only in English, which my father could not read.',
        'It turned out a little darker than in the picture.',
        'Delivery took three days longer than I was told.',
        'I would have liked a longer cable.',
      ],
    ],
    cross: [
      ['I would choose another one now.', 'Not what I had hoped for.'],
      [
        'After a week it has scratches already.',
        'It did not fit, although the page said that it would; the exchange was friendly, at least.',
      ],
    ],
  },
  de: {
    glad: [
      [
        'Genau das, was ich gesucht habe.',
        'Seit es da ist, benutze ich es jeden Tag.',
        'Schöne Farbe, und es tut einfach, was es soll.',
        'Für den Preis hatte ich nicht so viel erwartet.',
        'Ein Geschenk für meine Schwester, die es nicht mehr aus der Hand legt.',
      ],
      [
        'Nach zwei Tagen war es da, gut verpackt und ganz ohne Plastik.',
        'Es liegt fester in der Hand, als es auf den Bildern aussieht.',
        'Auch nach drei Wochen ist kein Kratzer zu sehen.',
        'Das Einrichten dauerte eine Minute, und ich bin da nicht begabt.',
        'Meine Frage wurde noch am selben Abend beantwortet.',
      ],
    ],
    content: [
      ['Im Ganzen gut.', 'Ich bin zufrieden, mit einer Einschränkung.', 'In Ordnung für das Geld.'],
      [
        'Die Schachtel hätte halb so groß sein dürfen.',
        'Etwas dunkler als auf dem Bild.',
        'Die Lieferung brauchte drei Tage länger als angekündigt.',
      ],
    ],
    cross: [
      ['Heute würde ich etwas anderes nehmen.', 'Nicht das, was ich mir erhofft hatte.'],
      [
        'Nach einer Woche hat es schon Kratzer.',
        'Es passte nicht, obwohl es auf der Seite so stand; der Umtausch war immerhin freundlich.',
      ],
    ],
  },
}

/** In words that nobody has used (`said`), as long as there are any. */
export function opinionOf(dice: Dice, language: string, said: Set<string>): Opinion {
  const stars = dice.weighted(STARS)
  const parts = SENTENCES[language === 'de' ? 'de' : 'en'][MOODS[stars] ?? 'content']
  const speak = () => parts.map((part) => dice.pick(part)).join(' ')
  let words = speak()
  for (let tries = 0; said.has(words) && tries < MOST_TRIES; tries += 1) words = speak()
  said.add(words)
  return { stars, words, photo: dice.chance(PHOTOS) }
}
