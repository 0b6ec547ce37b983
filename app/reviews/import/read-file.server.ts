import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { textOf } from './decode.server.ts'

const MOST_OF_A_HEADER = 65_536
const DELIMITERS = [',', ';', '\t'] as const

export interface FileRow {
  n: number // 1 is the first below the header
  cells: string[]
}

/** The file's records one by one, the header first; nothing but the record in hand is kept. `heard`: where it is not in UTF-8. */
export async function* readRecords(file: AsyncIterable<Uint8Array>, heard?: (encoding: string) => void): AsyncGenerator<string[]> {
  const chunks = textOf(file, heard)
  let head = ''
  while (!head.includes('\n') && head.length < MOST_OF_A_HEADER) {
    const { value, done } = await chunks.next()
    if (done) break
    head += value
  }
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  })
  const whole = async function* () {
    yield head
    yield* chunks
  }
  Readable.from(whole())
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  yield* parser as AsyncIterable<string[]>
}

/** The sign that stands most often in the header, outside quotes. */
export function delimiterOf(head: string): string {
  const line = (head.split(/\r?\n/)[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const counted = DELIMITERS.map((sign) => [sign, line.split(sign).length] as const)
  return counted.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ','
}
