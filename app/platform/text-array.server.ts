const TEXT_OID = 25

/** PostgreSQL's binary form of a text[], so that large texts are neither decoded, escaped nor joined on their way through. */
export function textArray(texts: readonly Buffer[]): Buffer {
  const size = texts.reduce((sum, text) => sum + 4 + text.length, 20)
  const out = Buffer.allocUnsafe(size)
  // One dimension, no nulls, of text, so many elements, counted from 1.
  const header = texts.length === 0 ? [0, 0, TEXT_OID] : [1, 0, TEXT_OID, texts.length, 1]
  let at = 0
  for (const word of header) at = out.writeInt32BE(word, at)
  for (const text of texts) {
    at = out.writeInt32BE(text.length, at)
    at += text.copy(out, at)
  }
  return out.subarray(0, at)
}
