const TEXT_OID = 25
const NULL_LENGTH = -1
const HEAD_BYTES = 20

/** The most bytes that it can take: to count a text's costs as much as to write it. */
const mostOf = (text: Buffer | string | null): number => (text === null ? 0 : typeof text === 'string' ? text.length * 3 : text.length)

/** PostgreSQL's binary form of a text[], so that texts are neither escaped nor joined on their way through, nor parsed at its end. */
export function textArray(texts: readonly (Buffer | string | null)[]): Buffer {
  const out = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + 4 + mostOf(text), HEAD_BYTES))
  // One dimension, nulls or not, of text, so many elements, counted from 1.
  const header = texts.length === 0 ? [0, 0, TEXT_OID] : [1, Number(texts.includes(null)), TEXT_OID, texts.length, 1]
  let at = 0
  for (const word of header) at = out.writeInt32BE(word, at)
  for (const text of texts) {
    const start = at + 4
    const length = text === null ? 0 : typeof text === 'string' ? out.write(text, start) : text.copy(out, start)
    out.writeInt32BE(text === null ? NULL_LENGTH : length, at)
    at = start + length
  }
  return out.subarray(0, at)
}
