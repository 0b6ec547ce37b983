import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { readShoppersRewards } from '#app/rewards/list/shopper.server.ts'
import { shopperBlock, type Known } from '#app/reviews/shopper/block.ts'
import { readShopper } from '#app/reviews/shopper/block.server.ts'
import '#app/wiring.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, insertRequest, insertReview, NOW } from '../world.ts'

await useDatabase('reviews_shopper')
await installed()
await installed('noor.myshopify.com')

const nothing: Known = { count: 0, sum: 0, reviews: [], request: null }
const asked = { state: 'sent', sendAt: NOW, sentAt: NOW, answeredAt: null }
const code = { code: 'THANKS-1', credit: null, expiresAt: NOW, redeemed: false, revoked: false }
const credit = { ...code, code: null, credit: '€5.00 of store credit' }
const before = new Date('2026-11-01T00:00:00Z')
const after = new Date('2026-12-01T00:00:00Z')

test.each([
  ['nothing is known', nothing, [], { summary: 'No review yet', request: null }],
  ['two reviews', { ...nothing, count: 2, sum: 7 }, [], { summary: '2 reviews, 3.5 of 5 on average' }],
  ['asked', { ...nothing, request: asked }, [], { request: 'Asked 20 Nov 2026, 10:00, no answer yet' }],
  ['answered', { ...nothing, request: { ...asked, answeredAt: NOW } }, [], { request: 'Asked, and answered 20 Nov 2026, 10:00' }],
] as const)('%s', (_, known, codes, told) => expect(shopperBlock(known, codes, 'UTC', NOW)).toMatchObject(told))

test.each([
  ['good', code, before, 'good until 20 Nov 2026'],
  ['over', code, after, 'expired 20 Nov 2026'],
  ['redeemed, however late it is', { ...code, redeemed: true }, after, 'redeemed'],
  ['taken back', { ...code, revoked: true }, before, 'withdrawn'],
  ['credit that she has', credit, before, 'in the account until 20 Nov 2026'],
  ['credit that is over', credit, after, 'ended 20 Nov 2026'],
  ['credit that she has spent', { ...credit, redeemed: true }, after, 'all of it spent'],
])('a reward that is %s says so', (_, one, now, says) =>
  expect(shopperBlock(nothing, [one], 'UTC', now).codes).toEqual([{ code: one.code ?? one.credit, says }]),
)

test('it knows what she wrote and what she was asked, and nothing of others or of other shops', async () => {
  await insertRequest(await insertOrder({ id: '9001', customerId: '7001' }))
  await db.reviewRequest.updateMany({ data: { customerId: '7001' } })
  await insertReview({ customerId: '7001', orderId: '9001', rating: 3, title: 'x'.repeat(200), state: 'held' })
  await insertReview({ customerId: '7002', rating: 1 })
  await insertReview({ shop: 'noor.myshopify.com', customerId: '7001', rating: 1 })
  const block = shopperBlock(await readShopper(SHOP, '7001'), await readShoppersRewards(SHOP, '7001'), 'UTC', NOW)
  expect(block).toMatchObject({ summary: '1 review, 3.0 of 5 on average', codes: [], request: expect.stringMatching(/^Asked/) })
  expect(block.reviews).toMatchObject([{ product: 'Product 1', rating: '3 of 5', state: 'Waiting for you', waits: true }])
  expect(block.reviews[0]?.text).toHaveLength(121)
})
