import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterAll, afterEach, expect, test } from 'vitest'
import { textRoutes } from '#app/endpoints/texts.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { sendMessage } from '#app/platform/messaging/send.server.ts'
import { againAt, answerIn, meaningOf, outcomeOf } from '#app/platform/messaging/text-status.ts'
import { HOURS, later } from '#app/values/time.ts'
import { SHOP, installed, rows, useDatabase } from '../world.ts'

await useDatabase('texts')

const app = new Hono().route('/texts', textRoutes)
const TOKEN = 'the carriers token'
const NUMBER = '+4915112345678'
const asked: URLSearchParams[] = []
const carrier = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.on('end', () => {
    asked.push(new URLSearchParams(Buffer.concat(chunks).toString()))
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid: `SM${asked.length}` }))
  })
})
await new Promise<void>((open) => carrier.listen(0, '127.0.0.1', open))
afterAll(() => new Promise((closed) => carrier.close(closed)))
process.env['SMS_URL'] = `http://AC1:${encodeURIComponent(TOKEN)}@127.0.0.1:${(carrier.address() as AddressInfo).port}?from=%2B15005550006`

afterEach(async () => {
  asked.length = 0
  for (const table of ['message', 'suppression', 'shop']) await rows(`delete from ${table}`)
})

const kinds = { note: { write: () => ({ subject: '', preview: '', blocks: [], short: 'How is it?' }) } }
const send = sendMessage(kinds, async () => ({ country: 'FR', region: null, consent: null, smsConsent: 'subscribed' }))
const manners = { quietFrom: 0, quietUntil: 0, hoursBetween: 0 }

async function sendOne(key = 'note 1&2') {
  const about = { shop: SHOP, key, kind: 'note', weight: 'unasked', channel: 'sms', to: NUMBER } as const
  const rest = { customerId: null, orderId: null, language: 'en', content: {}, sendAt: new Date() } as const
  await transact((tx) => queueMessage(tx, { ...about, ...rest }))
  await send({ shop: SHOP, key }, { number: 1, last: true })
  return new URL(asked.at(-1)?.get('StatusCallback') ?? 'https://nowhere.test')
}
const install = async () => {
  await installed()
  await db.shop.update({ where: { shop: SHOP }, data: { settings: { messages: { manners, look: {} } } } })
}

/** As Twilio's own documents describe it, apart from what the app makes of them. */
function report(address: URL, said: Record<string, string>, token = TOKEN) {
  const form = { AccountSid: 'AC1', MessageSid: 'SM1', To: NUMBER, ...said } as Record<string, string>
  const names = Object.keys(form).sort()
  const message = `${address.href}${names.map((name) => name + form[name]).join('')}`
  const signature = createHmac('sha1', token).update(message).digest('base64')
  return app.request(`http://inside.test${address.pathname}${address.search}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'x-twilio-signature': signature },
  })
}
const stateOf = async (key = 'note 1&2') => {
  const { state, because, arrivedAt } = await db.message.findUniqueOrThrow({ where: { shop_key: { shop: SHOP, key } } })
  return { state, because, arrived: arrivedAt !== null }
}

test.each([
  ['delivered', 0, { arrived: true }],
  ['undelivered', 30_005, { arrived: false, meaning: 'dead', because: 'carrier-30005' }],
  ['failed', 21_610, { arrived: false, meaning: 'stopped', because: 'carrier-21610' }],
  ['undelivered', 30_003, { arrived: false, meaning: 'passing', because: 'carrier-30003' }],
  ['undelivered', 0, { arrived: false, meaning: 'lost', because: 'carrier' }],
  ['sent', 0, null],
  ['queued', 0, null],
] as const)('%s with %i', (status, code, outcome) => expect(outcomeOf(status, code)).toEqual(outcome))

test.each([
  ['no mobile number', 21_614, 'dead'],
  ['not in service', 30_005, 'dead'],
  ['a land line', 30_006, 'dead'],
  ['a full queue', 30_001, 'passing'],
  ['switched off', 30_003, 'passing'],
  ['unknown to the carrier', 30_008, 'passing'],
  ['congested', 30_017, 'passing'],
  ['blocked', 30_004, 'lost'],
  ['filtered', 30_007, 'lost'],
  ['an unregistered sender', 30_034, 'lost'],
  ['no reason at all', 0, 'lost'],
  ['STOP', 21_610, 'stopped'],
] as const)('%s (%i) is %s', (_, code, meaning) => expect(meaningOf(code)).toBe(meaning))

test('the carrier is told where to say what became of a message, and what it says is written down once', async () => {
  await install()
  const address = await sendOne()
  expect(address.origin).toBe('https://encore.test')
  expect(await stateOf()).toEqual({ state: 'sent', because: null, arrived: false })
  expect((await report(address, { MessageStatus: 'sent' })).status).toBe(204)
  expect((await report(address, { MessageStatus: 'delivered' })).status).toBe(204)
  expect(await stateOf()).toEqual({ state: 'sent', because: null, arrived: true })
})

test('a number that takes nothing is never texted again', async () => {
  await install()
  await report(await sendOne(), { MessageStatus: 'undelivered', ErrorCode: '30005' })
  expect(await stateOf()).toMatchObject({ state: 'bounced', because: 'carrier-30005' })
  await sendOne('note 2')
  expect([await stateOf('note 2'), asked.length]).toEqual([{ state: 'refused', because: 'bounced', arrived: false }, 1])
})

const NOON = new Date('2026-06-01T12:00:00Z')
test.each([
  ['the first time, soon', 'passing', 1, 2],
  ['told before its sending is written down, soon as well', 'passing', 0, 2],
  ['the second time, half a day later', 'passing', 2, 12],
  ['the third time, not again', 'passing', 3, null],
  ['filtered, not again', 'lost', 1, null],
  ['on a dead line, not again', 'dead', 1, null],
  ['after a STOP, not again', 'stopped', 1, null],
] as const)('what did not arrive is sent %s', (_, meaning, tries, hours) =>
  expect(againAt(meaning, tries, NOON)).toEqual(hours === null ? null : later(NOON, hours * HOURS)),
)

const off = { MessageStatus: 'undelivered', ErrorCode: '30003' }
const again = async () => {
  await db.message.updateMany({ data: { sendAt: new Date() } })
  await send({ shop: SHOP, key: 'note 1&2' }, { number: 1, last: true })
}

test('a phone that was switched off gets the same message again, three times in all', async () => {
  await install()
  const address = await sendOne()
  for (const tries of [1, 2]) {
    // The carrier may say so twice.
    for (const _ of [1, 2]) await report(address, { ...off, MessageSid: `SM${tries}` })
    expect(await stateOf()).toEqual({ state: 'planned', because: 'carrier-30003', arrived: false })
    await again()
    await report(address, { ...off, MessageSid: 'SM-of-an-earlier-try' })
    expect([await stateOf(), asked.length]).toEqual([{ state: 'sent', because: null, arrived: false }, tries + 1])
  }
  await report(address, { ...off, MessageSid: 'SM3' })
  expect([await stateOf(), await db.suppression.count()]).toEqual([{ state: 'failed', because: 'carrier-30003', arrived: false }, 0])
})

test('nobody is texted again who has stopped meanwhile', async () => {
  await install()
  await report(await sendOne(), { ...off, MessageSid: 'SM1' })
  await answered({ Body: 'STOP' })
  await again()
  expect([await stateOf(), asked.length]).toMatchObject([{ state: 'refused', because: 'unsubscribed' }, 1])
})

test('who answered STOP has unsubscribed, though the carrier says so late and twice', async () => {
  await install()
  const address = await sendOne()
  for (const _ of [1, 2]) await report(address, { MessageStatus: 'failed', ErrorCode: '21610' })
  expect(await db.suppression.findMany()).toMatchObject([{ channel: 'sms', because: 'unsubscribed' }])
})

const answered = (form: Record<string, string>, token = TOKEN) => {
  const address = new URL('https://encore.test/texts/incoming')
  return report(address, { From: NUMBER, ...form }, token)
}
const isSuppressed = async () => (await db.suppression.count()) === 1

test('STOP is heard at once, START ends it, and neither is answered by us', async () => {
  await install()
  await sendOne()
  const answer = await answered({ Body: ' Stop ' })
  expect([answer.status, await answer.text(), await isSuppressed()]).toEqual([200, '<Response/>', true])
  await sendOne('note 2')
  expect(await stateOf('note 2')).toMatchObject({ state: 'refused', because: 'unsubscribed' })
  await answered({ Body: 'START' })
  expect(await isSuppressed()).toBe(false)
  expect((await answered({ Body: 'STOP' }, 'another token')).status).toBe(401)
  expect(await isSuppressed()).toBe(false)
})

test('a number that complained or is dead is not opened by a START', async () => {
  await install()
  await report(await sendOne(), { MessageStatus: 'undelivered', ErrorCode: '30005' })
  await answered({ Body: 'START' })
  expect(await isSuppressed()).toBe(true)
})

test.each([
  ['STOP', null, 'stop'],
  ['unsubscribe', null, 'stop'],
  ['Baja', 'STOP', 'stop'],
  ['YES', null, 'start'],
  ['HELP', 'HELP', null],
  ['stop please', null, null],
  ['', null, null],
])('%s, by the account’s own keywords %s, is %s', (body, type, answer) => expect(answerIn(body, type)).toBe(answer))

test('a wrong signature is believed nothing, nor one made for another address', async () => {
  await install()
  const address = await sendOne()
  expect((await report(address, { MessageStatus: 'failed', ErrorCode: '21610' }, 'another token')).status).toBe(401)
  const signed = new URL(address)
  signed.searchParams.set('key', 'note 2')
  const form = new URLSearchParams({ MessageStatus: 'failed', ErrorCode: '21610' })
  const signature = createHmac('sha1', TOKEN).update(`${address.href}ErrorCode21610MessageStatusfailed`).digest('base64')
  const stolen = { method: 'POST', body: form, headers: { 'x-twilio-signature': signature } }
  expect((await app.request(`http://inside.test${signed.pathname}${signed.search}`, stolen)).status).toBe(401)
  expect((await app.request(`http://inside.test${address.pathname}${address.search}`, stolen)).status).toBe(204)
  expect(await stateOf()).toMatchObject({ state: 'bounced' })
})
