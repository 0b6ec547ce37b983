// Control characters, and those that turn around the direction of whatever is written after them on the page.
const MEDDLING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
const BLANK_ENDS = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu

/** What somebody wrote, without what is not to be seen and meddles with the rest. */
export const tidy = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(MEDDLING, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replaceAll(BLANK_ENDS, '')
