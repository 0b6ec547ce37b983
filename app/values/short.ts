const graphemes = new Intl.Segmenter()

/** No more than so many letters, cut between words where that is not too early, with a sign that something is missing. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  if (letters.length <= most) return text
  const kept = letters.slice(0, most - 1).join('')
  const atWord = kept.replace(/[\s\p{P}]+[^\s\p{P}]*$/u, '')
  return `${atWord.length * 2 > kept.length ? atWord : kept.trimEnd()}…`
}

/** Of a product's name within a sentence: shops sell under names of two hundred letters. */
export const MOST_NAME = 60
