import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS, mappingOf, recognise } from '#app/reviews/import/formats.ts'
import { readRecords } from '#app/reviews/import/read-file.server.ts'
import { matchProduct, readRow } from '#app/reviews/import/row.ts'
import { isRewarded, orderIn, readAddresses, readDate, readHandle, readProductId, readRating } from '#app/reviews/import/values.ts'
import { FILES } from './files.ts'

async function records(text: string | Buffer, size = 7): Promise<string[][]> {
  const bytes = Buffer.from(text)
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: string[][] = []
  for await (const record of readRecords(chunks())) found.push(record)
  return found
}

const READING = { order: null, timeZone: 'UTC', now: new Date('2024-04-01T12:00:00Z') }
const KNOWN = { ids: new Set(['11']), handles: new Map([['phone', '11']]), skus: new Map([['P-1', '11']]) }

test('there is a sample of each format', () =>
  expect(Object.keys(FILES)).toEqual(FORMATS.map(({ name }) => name).filter((name) => name !== 'encore')))

test.each(Object.entries(FILES))('%s is recognised by its header and read', async (name, text) => {
  for (const file of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`]) {
    const [header = [], cells = []] = await records(file)
    const format = recognise(header)
    expect(format?.name).toBe(name)
    const row = readRow(cells, mappingOf(format!, header), { ...READING, order: orderIn('25/03/2024') })
    expect(row).toMatchObject({ ok: true, value: { rating: 5, author: 'Mia', published: true, submittedAt: expect.any(Date) } })
    if (!row.ok) return
    expect(row.value.submittedAt?.toISOString().slice(0, 10)).toBe('2024-03-25')
    expect(matchProduct(row.value.product, KNOWN)).toEqual({ ok: true, value: '11' })
    expect(row.value.photos.every((url) => url.startsWith('https://'))).toBe(true)
    expect(row.value.incentivised).toBe(['loox', 'okendo', 'meta'].includes(name))
  }
})

test.each([
  ['UTF-16 of Windows', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 of the network', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ['UTF-8', (text: string) => Buffer.from(text)],
])('%s is read, wherever the file is cut on its way', async (_, encoded) => {
  const line = `${'x'.repeat(30)},é à ß ñ`
  const file = encoded(['name,text', ...Array.from({ length: 400 }, () => line)].join('\r\n'))
  for (const size of [1, 7, 4_095, 65_536]) {
    const [header, ...rows] = await records(file, size)
    expect(header).toEqual(['name', 'text'])
    expect(new Set(rows.map(([, text]) => text))).toEqual(new Set(['é à ß ñ']))
  }
})

test('a file of nobody is not taken for somebody’s', () => expect(recognise(['stars', 'text'])).toBeNull())

describe('dates', () => {
  test.each([
    ['2024-03-04', null, '2024-03-04T00:00:00.000Z'],
    ['2024-03-04 10:00:00 UTC', null, '2024-03-04T10:00:00.000Z'],
    ['2024-03-04T10:00:00+02:00', null, '2024-03-04T08:00:00.000Z'],
    ['25/03/2024', null, '2024-03-25T00:00:00.000Z'],
    ['03/25/2024', null, '2024-03-25T00:00:00.000Z'],
    ['4/3/2024', 'dmy', '2024-03-04T00:00:00.000Z'],
    ['4/3/2024', 'mdy', '2024-04-03T00:00:00.000Z'],
    ['5/5/2024', null, '2024-05-05T00:00:00.000Z'],
    ['3/25/2024 2:30 PM', null, '2024-03-25T14:30:00.000Z'],
    ['3/25/2024, 12:05:07 a.m.', null, '2024-03-25T00:05:07.000Z'],
    ['3/25/2024 14:30 PM', null, 'date-unreadable'],
    ['2024-03-25 25:61', null, 'date-unreadable'],
    ['4/3/2024', null, 'date-ambiguous'],
    ['31/02/2024', null, 'date-unreadable'],
    ['yesterday', null, 'date-unreadable'],
  ] as const)('%s with %s is %s', (text, order, expected) => {
    const read = readDate(text, order, 'UTC')
    expect('because' in read ? read.because : read.at?.toISOString()).toBe(expected)
  })
})

test.each([
  ['2024-05-01', 'America/New_York', '2024-05-01T04:00:00.000Z'],
  ['5/1/2024 2:30 pm', 'America/New_York', '2024-05-01T18:30:00.000Z'],
  ['2024-05-01', 'Pacific/Auckland', '2024-04-30T12:00:00.000Z'],
  ['2024-05-01T10:00:00Z', 'America/New_York', '2024-05-01T10:00:00.000Z'],
  ['2024-05-01 10:00:00 +0200', 'America/New_York', '2024-05-01T08:00:00.000Z'],
])('%s in a shop in %s is %s', (text, timeZone, expected) => expect(readDate(text, 'mdy', timeZone)).toEqual({ at: new Date(expected) }))

test.each([
  ['4,0', 4],
  ['5 stars', 5],
  ['3/5', 3],
  ['4.5', null],
  ['0', null],
  ['6', null],
  ['', null],
])('a rating of %s is %s', (text, rating) => expect(readRating(text)).toBe(rating))

test.each([
  ['gid://shopify/Product/12', '12'],
  ["'12", '12'],
  ['12.0', '12'],
  ['1.2E+12', null],
  ['', null],
])('the id %s is %s', (text, id) => expect(readProductId(text)).toBe(id))

test.each([
  ['["http://a.example/1.jpg","https://a.example/2.jpg"]', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
  ['http://a.example/1.jpg, https://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
  ['https://a.example/1.jpg?x=1,2;https://a.example/2.jpg', ['https://a.example/1.jpg?x=1,2', 'https://a.example/2.jpg']],
  ['javascript:alert(1)', []],
  ['', []],
])('the pictures of %s', (text, addresses) => expect(readAddresses(text)).toEqual(addresses))

test.each([
  ['', false],
  ['FALSE', false],
  ['true', true],
  ['10% off', true],
])('an incentive told as “%s”', (text, rewarded) => expect(isRewarded(text)).toBe(rewarded))

test.each([
  ['https://shop.example/products/Cr%C3%A8me?x=1', 'crème'],
  ['https://shop.example/products/100%-wool', '100%-wool'],
  ['https://shop.example/pages/about', null],
])('the handle in %s is %s', (address, handle) => expect(readHandle(address)).toBe(handle))

test.each([
  ['2024-04-02', { ok: true }],
  ['2999-12-31', { ok: false, because: 'date-in-future' }],
])('a review of %s is looked at on 1 April 2024', (date, expected) =>
  expect(readRow(['5', 'Good', date, 'phone'], { rating: 0, body: 1, date: 2, handle: 3 }, READING)).toMatchObject(expected),
)

test('what turns the direction of a text around is taken out of a file as it is out of our form', () => {
  const read = readRow(['5', '\u202eGood\u202c\u0007', 'A\u2066da', 'phone'], { rating: 0, body: 1, author: 2, handle: 3 }, READING)
  expect(read).toMatchObject({ value: { body: 'Good', author: 'Ada' } })
})

test('two names of different products fit none', () => {
  const known = { ...KNOWN, ids: new Set(['11', '12']) }
  expect(matchProduct({ id: '12', handle: 'phone', sku: null }, known)).toMatchObject({ because: 'product-contradicts' })
  expect(matchProduct({ id: '99', handle: 'phone', sku: null }, known)).toEqual({ ok: true, value: '11' })
})

test('whatever a file holds, a row is read or refused, and never verified', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 12 }), (cells) => {
      const row = readRow(cells, { rating: 0, body: 1, date: 2, handle: 3, photos: 4, status: 5 }, READING)
      expect(row.ok ? Object.keys(row.value) : [row.because]).not.toContain('verified')
    }),
  )
})

test('quotes, line ends and delimiters in the text survive any cut of the file', async () => {
  const text = 'a;b\r\n"one;\r\ntwo";"say ""hi"""\r\n'
  for (const size of [1, 2, 3, 50])
    expect(await records(text, size)).toEqual([
      ['a', 'b'],
      ['one;\r\ntwo', 'say "hi"'],
    ])
})
