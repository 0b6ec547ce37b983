import { isAscii, isUtf8 } from 'node:buffer'

// What Excel writes on Windows where nobody asks it for UTF-8.
export const FALLBACK = 'windows-1252'
const ENOUGH_TO_TELL = 4_096
const LONGEST_LETTER = 4 // bytes, in UTF-8

/** A file's text as it comes. In which encoding is settled by its first letter that is not ASCII; `heard` is told where that is not UTF-8. */
export async function* textOf(file: AsyncIterable<Uint8Array>, heard: (encoding: string) => void = () => {}): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let held: Uint8Array = new Uint8Array()
  const decide = (): TextDecoder => {
    const encoding = encodingOf(held)
    if (encoding !== 'utf-8') heard(encoding)
    return new TextDecoder(encoding)
  }
  for await (const chunk of file) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (!isAscii(held) && held.length < ENOUGH_TO_TELL) continue
    if (!isAscii(held)) decoder = decide()
    yield decoder ? decoder.decode(held, { stream: true }) : Buffer.from(held).toString('latin1')
    held = new Uint8Array()
  }
  decoder ??= decide()
  yield decoder.decode(held, { stream: true }) + decoder.decode()
}

function encodingOf(sample: Uint8Array): string {
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // The sample may end within a letter.
  const whole = Array.from({ length: LONGEST_LETTER }, (_, cut) => sample.subarray(0, sample.length - cut))
  return whole.some((part) => isUtf8(part)) ? 'utf-8' : FALLBACK
}
