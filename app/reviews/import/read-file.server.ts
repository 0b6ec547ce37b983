import { Readable } from 'node:stream'
import { parse } from 'csv-parse'

const MOST_OF_A_HEADER = 65_536
const DELIMITERS = [',', ';', '\t'] as const

export interface FileRow {
  n: number // 1 is the first below the header
  cells: string[]
}

/** The file's records one by one, the header first; nothing but the record in hand is kept. */
export async function* readRecords(file: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const chunks = file[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (!head.includes(10) && head.length < MOST_OF_A_HEADER) {
    const { value, done } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head.toString('utf8')),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  })
  const whole = async function* () {
    yield head
    for (;;) {
      const { value, done } = await chunks.next()
      if (done) return
      yield value
    }
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
