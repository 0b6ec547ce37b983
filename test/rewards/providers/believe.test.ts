import { expect, test } from 'vitest'
import { believe } from '#app/rewards/providers/believe.ts'
import type { Evidence } from '#app/rewards/providers/believe.ts'
import { told } from '#app/rewards/providers/told.ts'

const at = new Date('2026-11-10T12:00:00Z')
const review = told({ id: '1', product: { id: '8' }, email: 'Ann@example.com' })
const purchase = { orderId: '5001', customerId: '9', email: 'ann@example.com', language: 'de', paid: true, fulfilled: true }
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  shop: 'aurora.myshopify.com',
  provider: 'judgeme',
  level: 'signed',
  fetchedBack: false,
  productId: '8',
  purchase,
  knownHere: false,
  reviewKey: 'k',
  language: 'en',
  receivedAt: at,
  insiders: { emails: ['staff@example.com'], hosts: ['aurora.shop'] },
  ...more,
})

test.each([
  ['signed, with its order', review, evidence(), 'ok'],
  ['signed, without an order: then the program decides', review, evidence({ purchase: null }), 'ok'],
  ['unsigned, with a paid and fulfilled order', review, evidence({ level: 'none' }), 'ok'],
  ['unsigned, without an order', review, evidence({ level: 'none', purchase: null }), 'unproven'],
  ['secret only, without an order', review, evidence({ level: 'secret', purchase: null }), 'unproven'],
  ['unsigned, with an unpaid order', review, evidence({ level: 'none', purchase: { ...purchase, paid: false } }), 'not-yet-fulfilled'],
  [
    'unsigned, with an order on its way',
    review,
    evidence({ level: 'none', purchase: { ...purchase, fulfilled: false } }),
    'not-yet-fulfilled',
  ],
  ['unsigned but fetched back', review, evidence({ level: 'none', fetchedBack: true, purchase: null }), 'ok'],
  ['of a product that we do not know', review, evidence({ productId: null }), 'unknown-product'],
  ['from nobody', told({ id: '1' }), evidence({ purchase: null }), 'nobody-to-thank'],
  ['deleted', told({ id: '1', deleted: true }), evidence(), 'deleted'],
  ['spam', told({ id: '1', never: 'spam' }), evidence(), 'spam'],
  ['a run of a workflow about what Encore has by itself', review, evidence({ provider: 'flow', knownHere: true }), 'own-review'],
  ['a run that names no review', told({ id: '1', never: 'no-review-id' }), evidence({ provider: 'flow' }), 'no-review-id'],
  ['of the shop itself', told({ id: '1', never: 'of-the-shop' }), evidence(), 'of-the-shop'],
])('%s', (_, event, found, because) => {
  const believed = believe(event, found)
  expect(believed.ok ? 'ok' : believed.because).toBe(because)
})

test('a reward hears of the order, the shopper and her language, and of no rating', () => {
  const believed = believe({ ...review, photos: 2 }, evidence())
  expect(believed.ok && believed.value).toEqual({
    shop: 'aurora.myshopify.com',
    source: 'judgeme',
    sourceReviewId: '1',
    reviewId: null,
    productId: '8',
    orderId: '5001',
    customerId: '9',
    email: 'ann@example.com',
    language: 'de',
    photos: 2,
    videos: 0,
    verified: true,
    final: false,
    promised: null,
    excluded: null,
    submittedAt: at,
  })
})

test('what must never be paid is handed on with its reason, so that the merchant sees it refused', () => {
  const believed = believe({ ...review, never: 'import' }, evidence())
  expect(believed.ok && believed.value.excluded).toBe('import')
})

test.each(['staff@example.com', 'anyone@aurora.shop'])('%s works for the shop and is not thanked', (email) => {
  const believed = believe({ ...review, email }, evidence())
  expect(believed.ok && believed.value.excluded).toBe('insider')
})

test('an address that nobody vouches for does not draw a buyer’s code to it', () => {
  const believed = believe({ ...review, customerId: '9', email: 'thief@example.com' }, evidence({ level: 'none' }))
  expect(believed.ok && believed.value.email).toBe('ann@example.com')
})
