import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { mailRoutes } from '#app/endpoints/mail.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { sendMessage } from '#app/platform/messaging/send.server.ts'
import { messageKinds } from '#app/wiring.server.ts'
import { openCarrier } from '../platform/messaging/carrier.ts'
import { installed, SHOP, useDatabase } from '../platform/world.ts'

await useDatabase('one_click')
const carrier = await openCarrier()
Object.assign(process.env, { SMTP_URL: carrier.url, MAIL_FROM: 'shop@encore.test' })
await installed()
const manners = { quietFrom: 0, quietUntil: 0, hoursBetween: 0, mostPerWeek: 14 }
const settings = { messages: { manners, look: { postalAddress: 'Torstraße 1, 10119 Berlin' } } }
await db.shop.update({ where: { shop: SHOP }, data: { name: 'Aurora', settings } })

// What each says, and to whom, is decided elsewhere: here it is only sent.
const kinds = Object.fromEntries(Object.entries(messageKinds).map(([kind, { write }]) => [kind, { write }]))
const send = sendMessage(kinds, async () => ({ country: 'FR', region: null, consent: 'subscribed', smsConsent: null }))

const request = {
  shopName: 'Aurora',
  firstName: 'Mia',
  products: [{ id: '1', title: 'Lumen 9', imageUrl: null }],
  link: `https://${SHOP}/apps/reviews/write?t=x`,
  reminder: false,
  lines: ['10% off for any honest review, positive or negative'],
  conditions: [],
  own: null,
}
const code = { code: 'THANKS-1', value: '10% off', until: '1 January', shop: 'Aurora', url: `https://${SHOP}/`, conditions: [] }

async function post(kind: string, weight: 'expected' | 'unasked', content: object, key: string) {
  const to = `${kind}@example.com`
  const about = { customerId: null, orderId: null, language: 'en', sendAt: new Date() } as const
  await transact((tx) => queueMessage(tx, { shop: SHOP, key, kind, weight, channel: 'email', to, content, ...about }))
  await send({ shop: SHOP, key }, { number: 1, last: true })
  const { state, because } = await db.message.findUniqueOrThrow({ where: { shop_key: { shop: SHOP, key } } })
  const arrived = carrier.arrived.findLast((mail) => mail.to === to)
  return { state, because, mail: arrived && (await PostalMime.parse(arrived.raw)) }
}

test.each([
  ['review-request', 'unasked', request],
  ['review-reminder', 'unasked', { ...request, reminder: true }],
  ['reward-reminder', 'unasked', code],
  ['reward', 'expected', code],
  ['test-request', 'expected', request],
] as const)('a %s is unsubscribed from by one click, as RFC 8058 has it, and says where its sender is', async (kind, weight, content) => {
  const { state, mail } = await post(kind, weight, content, `${kind}:1`)
  expect(state).toBe('sent')
  const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value ?? ''
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const [, path = ''] = /^<https:\/\/encore\.test\/mail(\/unsubscribe\/[\w.-]+)>$/.exec(header('list-unsubscribe')) ?? []
  expect(mail?.html).toContain(`/mail${path}`)
  expect(mail?.html).toContain('Torstraße 1, 10119 Berlin')
  // Scanners follow links; only a POST without cookies, and without a page to confirm it on, unsubscribes.
  expect((await mailRoutes.request(path)).status).toBe(200)
  expect((await post(kind, weight, content, `${kind}:2`)).state).toBe('sent')
  const click = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' }
  const answer = await mailRoutes.request(path, click)
  expect([answer.status, answer.headers.get('set-cookie'), answer.redirected]).toEqual([200, null, false])
  // What she has earned is owed to her all the same.
  const after = await post(kind, weight, content, `${kind}:3`)
  expect([after.state, after.because]).toEqual(weight === 'expected' ? ['sent', null] : ['refused', 'unsubscribed'])
})
