import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { caseForPhone } from './case-for-phone.ts'
import { blockStage, CHECKOUT, sessionClaims, sessionToken, type BlockStage } from './block-stage.ts'
import { SECRET, SHOP, sign, tokenOf } from './stage.ts'

let on: BlockStage
const fetched: string[] = []
let toFetch: (() => Promise<void>) | undefined
beforeAll(async () => {
  on = await blockStage('surfaces_block', {
    fetchOrder: async (_, id) => {
      fetched.push(id)
      await toFetch?.()
    },
  })
})
afterAll(() => on.close())
afterEach(async () => {
  fetched.length = 0
  toFetch = undefined
  await on.surfaces.settled()
  for (const table of ['placement', 'placement_event', 'changeset', '"order"', 'order_line', 'fulfillment', 'review_request'])
    await on.db.$executeRawUnsafe(`delete from ${table}`)
})

const hers = { token: sessionToken({ customerId: '7' }) }
const holder = { token: sessionToken(), checkoutToken: CHECKOUT }

test('she who holds the checkout is offered what goes with her order, at prices that need no calculation', async () => {
  await on.order()
  const { body } = await on.ask(holder)
  expect(body.offer.steps[0]).toMatchObject({
    all: true,
    headline: 'Goes well with your order: Case',
    body: 'With this order you get 15% off.',
    products: [{ title: 'Case', quantity: 1, variants: [{ variantId: 21, price: '€17.00', was: '€20.00', total: '€17.00' }] }],
    total: '€17.00',
    onDecline: 'plain',
  })
  expect(Object.keys(body)).toEqual(['offer'])
})

test('nothing that is a customer’s own leaves for somebody else', async () => {
  await on.order({ email: 'ann@example.com' })
  await on.db.fulfillment.create({
    data: { shop: SHOP, orderId: '100', id: '1', status: 'success', createdAt: new Date(), updatedAt: new Date(), deliveredAt: new Date() },
  })
  await on.db.reviewRequest.create({
    data: { shop: SHOP, id: 'r', orderId: '100', customerId: '7', state: 'sent', language: 'en', productIds: ['1'], sendAt: new Date() },
  })
  const owner = await on.ask(hers)
  expect(owner.body).toMatchObject({
    codes: { codes: [{ code: 'OF-7' }] },
    review: { url: expect.stringContaining('/apps/reviews/write?t=') },
  })
  for (const stranger of [
    { token: sessionToken() },
    { token: sessionToken({ customerId: '8' }) },
    { token: sessionToken({ customerId: '8' }), checkoutToken: CHECKOUT },
    { token: sessionToken(), checkoutToken: 'd'.repeat(32) },
    { token: sessionToken(), checkoutToken: CHECKOUT, orderId: 'gid://shopify/Order/101' },
  ])
    expect((await on.ask(stranger)).body).not.toMatchObject({ offer: expect.anything() })
  const held = await on.ask(holder)
  for (const word of ['ann@example.com', 'Ann', 'OF-7', 'write?t=', '#100']) expect(held.text).not.toContain(word)
  expect(held.body.offer).toBeDefined()
})

test('an order that no webhook has brought is read from Shopify once, and asked for again if it is not there yet', async () => {
  expect((await on.ask({ ...holder, orderId: 'gid://shopify/OrderIdentity/200' })).body).toEqual({ againInMs: 1_500 })
  expect(fetched).toEqual(['200'])
  toFetch = () => on.order({ id: '201' })
  const [one, two] = await Promise.all([1, 2].map(() => on.ask({ ...holder, orderId: 'gid://shopify/OrderIdentity/201' })))
  expect([one?.body.offer.first, two?.body.offer.first]).toEqual(['case', 'case'])
  expect(fetched).toEqual(['200', '201'])
})

test('a page that proves nothing makes nobody ask Shopify', async () => {
  expect((await on.ask({ token: sessionToken(), orderId: 'gid://shopify/Order/300' })).body).toEqual({})
  expect(fetched).toEqual([])
})

test('the same purchase gets the same offer on both pages, until it is declined on one', async () => {
  await on.order()
  const first = (await on.ask(holder)).body.offer
  await on.surfaces.settled()
  const event = (kind: string) => on.event({ token: holder.token, placement: first.placement, stepId: 'case', kind })
  expect(await event('shown')).toEqual({ ok: true })
  expect((await on.ask({ ...holder, surface: 'order-status' })).body.offer.steps).toEqual(first.steps)
  await on.surfaces.settled()
  expect(await event('declined')).toEqual({ ok: true })
  expect((await on.ask(holder)).body).toEqual({})
  expect((await on.ask({ ...holder, surface: 'order-status' })).body).toEqual({})
  expect(await on.db.placement.findMany({ select: { surface: true }, orderBy: { surface: 'asc' } })).toEqual([
    { surface: 'order-status' },
    { surface: 'thank-you' },
  ])
})

test('what was seen on the page after payment does not come back', async () => {
  await on.order()
  const token = tokenOf({ referenceId: CHECKOUT })
  const { placement } = (await on.offer(token)).body
  await on.post('event', { token, placement, stepId: 'case', kind: 'declined' })
  expect((await on.ask(holder)).body).toEqual({})
  await on.surfaces.settled()
  const { readLater } = await import('#app/surfaces/order/later.server.ts')
  expect((await readLater(SHOP, { checkoutToken: CHECKOUT, sourceName: 'web' })).later).toMatchObject([
    {
      surface: 'thank-you',
      title: null,
      verdicts: [{ explained: { verdict: 'unavailable', because: 'met-before' } }],
      elsewhere: [{ surface: 'post-purchase', kind: 'declined' }],
    },
  ])
})

test('an offer is met only on the places that it is meant for, and no more where the merchant takes one away', async () => {
  const offer = await on.db.offer.findFirstOrThrow({ where: { shop: SHOP, title: caseForPhone.title } })
  const save = async (shownOn: OfferDefinition['shownOn']) => {
    const { version } = await on.db.offer.findFirstOrThrow({ where: { shop: SHOP, id: offer.id } })
    expect(await on.offers.saveOffer(SHOP, offer.id, { ...caseForPhone, shownOn }, version)).toMatchObject({ ok: true })
  }
  const onOrderStatus = { ...holder, surface: 'order-status' }
  await on.order()
  await save(['thank-you'])
  expect((await on.offer(tokenOf({ referenceId: CHECKOUT }))).body).toEqual({ show: false })
  expect((await on.ask(onOrderStatus)).body).toEqual({})
  expect((await on.ask(holder)).body.offer.first).toBe('case')
  await on.surfaces.settled()
  const { readLater } = await import('#app/surfaces/order/later.server.ts')
  const { later, notAsked } = await readLater(SHOP, { checkoutToken: CHECKOUT, sourceName: 'web' })
  expect(later).toMatchObject([
    { surface: 'order-status', title: null, because: 'no-offer-matches', verdicts: [{ explained: { verdict: 'other-surface' } }] },
    { surface: 'thank-you', title: caseForPhone.title, verdicts: [{ version: 2, explained: { verdict: 'chosen' } }] },
  ])
  expect(notAsked).toEqual([{ surface: 'email', because: 'no-message' }])
  await save(['order-status', 'email'])
  expect((await on.ask(holder)).body).toEqual({})
  await save(caseForPhone.shownOn)
  expect((await on.ask(holder)).body.offer.first).toBe('case')
})

test('the offer stands for as long as the merchant says', async () => {
  await on.order({ processedAt: new Date(Date.now() - 73 * 3_600_000) })
  expect((await on.ask(holder)).body).toEqual({})
})

const BAD: [string, () => string, string][] = [
  ['the token of the page after payment', () => tokenOf({ referenceId: CHECKOUT }), 'claims'],
  ['another app’s', () => sign({ ...sessionClaims(), aud: 'theirs' }), 'claims'],
  ['one with another secret', () => sessionToken({}, 'shpss_another'), 'signature'],
  ['one without a signature', () => sign(sessionClaims(), SECRET, { alg: 'none' }), 'algorithm'],
  ['one of yesterday', () => sign({ ...sessionClaims(), exp: 1 }), 'expired'],
  ['the admin’s', () => sign({ ...sessionClaims(), dest: `https://${SHOP}` }), 'claims'],
]
test.each(BAD)('%s is refused', async (_, make, because) => {
  await on.order()
  expect(await on.ask({ ...holder, token: make() })).toMatchObject({ status: 401, body: { because } })
})

test('another shop’s token sees no order of this one', async () => {
  await on.order()
  expect((await on.ask({ ...holder, token: sessionToken({ shop: 'other.myshopify.com' }) })).body).not.toHaveProperty('offer')
})

test('an unknown field is a mistake of the sender', async () => {
  expect(await on.ask({ ...holder, changes: [] })).toMatchObject({ status: 400, body: { field: 'changes' } })
})

test('in the editor there is a sample: nothing of a shopper’s, nothing to take, and nothing is counted', async () => {
  const { body } = await on.ask({ token: sessionToken(), orderId: undefined, editor: true, surface: 'order-status', locale: 'de' })
  expect(body).toMatchObject({
    sample: expect.stringContaining('Beispiel'),
    offer: {
      placement: '',
      first: 'case',
      steps: [{ headline: 'Passt zu Ihrer Bestellung: Case', total: expect.stringContaining('17,00') }, {}],
    },
    codes: { codes: [{ code: 'SAMPLE-10' }] },
    review: { url: '' },
  })
  await on.surfaces.settled()
  expect(await on.db.placement.count()).toBe(0)
})

test('the shop’s own words stand on the block', async () => {
  const { saveWording } = await import('#app/surfaces/settings/settings.server.ts')
  await saveWording(SHOP, { en: { 'block.accept': 'Add for {total}', 'thanks.codesHeadline': 'For you' } })
  await on.order()
  const { body } = await on.ask(hers)
  expect([body.offer.steps[0].accept, body.codes.headline]).toEqual(['Add for {total}', 'For you'])
  await saveWording(SHOP, {})
})
