// No letter that looks like another or like a digit, and no vowel, so that no word forms: 23 of them.
const ALPHABET = '23456789CDFHJKMNPQRTVWX'
const GROUPS = 3
const GROUP = 4
/** 12 letters of 23: 54 bits. */
export const RANDOM_BYTES = 64

/** A code to read out, type and trust: `THANKS-7KQM-2XWP-9RTC`. Bytes that would favour some letters are skipped. */
export function codeFrom(prefix: string, random: Uint8Array): string {
  const fair = 256 - (256 % ALPHABET.length)
  const letters = [...random].filter((byte) => byte < fair).map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
  if (letters.length < GROUPS * GROUP) throw new Error('Too little chance for a code')
  const groups = Array.from({ length: GROUPS }, (_, index) => letters.slice(index * GROUP, (index + 1) * GROUP).join(''))
  return [prefix, ...groups].join('-')
}

/** Codes kept ready: what the last quarter of an hour gave away, but a few at least and never more than one call can add. */
export const poolSize = (givenLately: number): number => Math.min(240, Math.max(8, givenLately))
