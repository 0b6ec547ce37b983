import PostalMime from 'postal-mime'
import { afterEach, expect, test } from 'vitest'
import { mailRoutes } from '#app/endpoints/mail.ts'
import { db, transact } from '#app/platform/db.server.ts'
import type { Asked, MessageKinds } from '#app/platform/messaging/message.ts'
import { messageRecords } from '#app/platform/messaging/personal.server.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { releaseMessages, sendMessage } from '#app/platform/messaging/send.server.ts'
import { SHOP, installed, rows, useDatabase } from '../world.ts'
import { openCarrier } from './carrier.ts'

await useDatabase('messages')

const carrier = await openCarrier()
const { arrived } = carrier
Object.assign(process.env, { SMTP_URL: carrier.url, MAIL_FROM: 'shop@encore.test', MAIL_REPORT_TOKEN: 'a token of sixteen' })

const kinds: MessageKinds = {
  note: {
    write: (content) => ({ subject: 'Wie war’s?', preview: 'Kurz', blocks: [{ kind: 'text', text: (content as { text: string }).text }] }),
    doubt: async ({ content }) => ((content as { stale?: boolean }).stale ? 'answered' : null),
  },
}
const send = sendMessage(kinds, async () => ({ country: 'FR', region: null, consent: 'subscribed', smsConsent: null }))
const asked = (more: Partial<Asked> = {}): Asked => ({
  shop: SHOP,
  key: 'note:1',
  kind: 'note',
  weight: 'expected',
  channel: 'email',
  to: 'Mia@example.com',
  customerId: '7',
  orderId: null,
  language: 'de',
  content: { text: 'Hallo <Mia> & Co' },
  sendAt: new Date('2026-11-02T10:00:00Z'),
  ...more,
})
const queue = (more: Partial<Asked> = {}) => transact((tx) => queueMessage(tx, asked(more)))
const work = (key = 'note:1') => send({ shop: SHOP, key }, { number: 1, last: true })
const stateOf = async (key = 'note:1') => {
  const { state, because } = await db.message.findUniqueOrThrow({ where: { shop_key: { shop: SHOP, key } } })
  return [state, because]
}
const mailAt = async (index: number) => PostalMime.parse(arrived[index]?.raw ?? '')

afterEach(async () => {
  carrier.answer = null
  arrived.length = 0
  for (const table of ['message', 'suppression', 'shop']) await rows(`delete from ${table}`)
})

test('a message is written down with its job, sent once, and says how to stop', async () => {
  await installed()
  expect([await queue(), await queue()]).toEqual([true, false])
  await work()
  await work()
  expect(arrived.map(({ to }) => to)).toEqual(['Mia@example.com'])
  expect(await stateOf()).toEqual(['sent', null])
  const mail = await mailAt(0)
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  expect(mail.html).toContain('Hallo &lt;Mia&gt; &amp; Co')
  expect(mail.text).toContain('Hallo <Mia> & Co')
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(header('list-unsubscribe')).toMatch(/^<https:\/\/encore\.test\/mail\/unsubscribe\/[\w.-]+>$/)
  expect(mail.html).not.toMatch(/<img/)
})

test('a second try after a crash goes out under the same Message-ID', async () => {
  await installed()
  await queue()
  await work()
  await rows(`update message set state = 'planned'`)
  await work()
  const [first, second] = await Promise.all([mailAt(0), mailAt(1)])
  expect(first.messageId).toBe(second.messageId)
  expect(first.messageId).toMatch(/^<[0-9a-f]{40}@encore\.test>$/)
})

test('what has used up its tries waits with its reason, and leaves when its job is tried again', async () => {
  await installed()
  await queue()
  carrier.answer = Object.assign(new Error('try later'), { responseCode: 451 })
  await expect(work()).rejects.toThrow('try later')
  expect(await stateOf()).toEqual(['failed', expect.stringContaining('try later')])
  carrier.answer = null
  await send({ shop: SHOP, key: 'note:1' }, { number: 2, last: false })
  expect(arrived).toHaveLength(0)
  await work()
  expect(await stateOf()).toEqual(['sent', null])
  expect(arrived).toHaveLength(1)
})

test('what is no longer wanted is not sent, and says why', async () => {
  await installed()
  await queue({ content: { text: '', stale: true } })
  await work()
  expect([await stateOf(), arrived.length]).toEqual([['refused', 'answered'], 0])
})

test('an address that is refused for good is never tried again', async () => {
  await installed()
  carrier.answer = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
  await queue()
  await work()
  expect((await stateOf())[0]).toBe('bounced')
  carrier.answer = null
  await queue({ key: 'note:2', to: 'mia@example.com' })
  await work('note:2')
  expect(await stateOf('note:2')).toEqual(['refused', 'bounced'])
})

test('a carrier that says later is asked again', async () => {
  await installed()
  carrier.answer = Object.assign(new Error('busy'), { responseCode: 451 })
  await queue()
  await expect(send({ shop: SHOP, key: 'note:1' }, { number: 1, last: false })).rejects.toThrow()
  expect(await stateOf()).toEqual(['planned', null])
})

test('one click unsubscribes; to look at the page does not', async () => {
  await installed()
  await queue()
  await work()
  const mail = await mailAt(0)
  const [, path = ''] = /encore\.test\/mail(\/unsubscribe\/[\w.-]+)/.exec(mail.html ?? '') ?? []
  expect((await mailRoutes.request(path)).status).toBe(200)
  expect(await db.suppression.count()).toBe(0)
  const oneClick = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' }
  expect((await mailRoutes.request(path, oneClick)).status).toBe(200)
  expect((await mailRoutes.request(path, oneClick)).status).toBe(200)
  expect((await mailRoutes.request(`${path}x`, oneClick)).status).toBe(404)
  await queue({ key: 'note:2', weight: 'unasked' })
  await work('note:2')
  expect(await stateOf('note:2')).toEqual(['refused', 'unsubscribed'])
})

test('the carrier reports a complaint with the operator’s token, and nobody else does', async () => {
  await installed()
  await queue()
  await work()
  const { messageId } = await mailAt(0)
  const report = (token: string) =>
    mailRoutes.request('/reports', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reports: [{ kind: 'complaint', messageId }] }),
    })
  expect((await report('a token of somebody')).status).toBe(401)
  expect(await (await report('a token of sixteen')).json()).toEqual({ known: 1 })
  expect(await stateOf()).toEqual(['complained', null])
  await queue({ key: 'note:2' })
  await work('note:2')
  expect(await stateOf('note:2')).toEqual(['refused', 'complained'])
})

test('what waited for a carrier is sent once there is one', async () => {
  await installed()
  await queue()
  await rows(`update message set state = 'held', because = 'no-carrier'`)
  await releaseMessages()
  await work()
  expect(await stateOf()).toEqual(['sent', null])
})

test('what she did not ask for waits for the shop’s postal address; what she is owed does not', async () => {
  await installed()
  await db.shop.update({ where: { shop: SHOP }, data: { settings: { messages: { manners, look: {} } } } })
  await queue({ weight: 'unasked' })
  await queue({ key: 'code:1' })
  await work()
  await work('code:1')
  expect([await stateOf(), await stateOf('code:1')]).toEqual([
    ['held', 'no-postal-address'],
    ['sent', null],
  ])
  await releaseMessages()
  expect(await stateOf()).toEqual(['held', 'no-postal-address'])
  await mannered({})
  await releaseMessages()
  await work()
  expect(await stateOf()).toEqual(['sent', null])
})

test('a shopper who is erased leaves no address behind, and what waits for her is not sent', async () => {
  await installed()
  await queue()
  const count = await transact((tx) => messageRecords.redact(tx, { shop: SHOP, customerId: '7', email: null, orderIds: [] }))
  await work()
  expect([count, arrived.length, await stateOf()]).toEqual([1, 0, ['refused', 'redacted']])
  expect(await db.message.findFirst({ select: { to: true, content: true } })).toEqual({ to: '', content: {} })
})

const manners = { quietFrom: 0, quietUntil: 0 } // Whatever hour it is, it is day.
const mannered = (more: object) =>
  db.shop.update({
    where: { shop: SHOP },
    data: { settings: { messages: { manners: { ...manners, ...more }, look: { postalAddress: 'Torstraße 1, Berlin' } } } },
  })

test('of all that she did not ask for, a shopper gets no more in a week than the merchant says, by whatever channel', async () => {
  await installed()
  await mannered({ hoursBetween: 0, mostPerWeek: 2 })
  const notes = [
    { key: 'request:1', weight: 'unasked' },
    { key: 'offer:1', weight: 'offer' },
    { key: 'offer:2', weight: 'offer', to: 'mia@work.example' }, // the same customer by another address
    { key: 'code:1', weight: 'expected' },
  ] as const
  for (const note of notes) await queue(note)
  for (const { key } of notes) await work(key)
  expect(await Promise.all(notes.map(({ key }) => stateOf(key)))).toEqual([
    ['sent', null],
    ['sent', null],
    ['planned', 'weekly-cap'],
    ['sent', null],
  ])
})

test('two that leave at the same moment are one too many', async () => {
  await installed()
  await mannered({})
  const keys = Array.from({ length: 6 }, (_, index) => `offer:${index}`)
  for (const key of keys) await queue({ key, weight: 'offer' })
  await Promise.all(keys.map((key) => work(key)))
  expect(arrived).toHaveLength(1)
  expect((await Promise.all(keys.map((key) => stateOf(key)))).filter(([, because]) => because === 'frequency')).toHaveLength(5)
})
