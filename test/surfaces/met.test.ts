import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from './block-stage.ts'
import { caseForPhone } from './case-for-phone.ts'
import { SHOP } from './stage.ts'

let on: BlockStage
beforeAll(async () => void (on = await blockStage('surfaces_met')))
afterAll(() => on.close())

const holder = { token: sessionToken(), checkoutToken: CHECKOUT }
const day = 86_400_000
const around = () => ({ from: new Date(Date.now() - day), to: new Date(Date.now() + day) })

test('an order without a page after payment counts by what it met on the thank-you page, and both orders tell of each other', async () => {
  const { readCoverage, readMeetings } = await import('#app/surfaces/placements/coverage.server.ts')
  const { readLater, readOrigin } = await import('#app/surfaces/order/later.server.ts')
  const { readMet } = await import('#app/surfaces/mail/met.server.ts')
  await on.db.shop.updateMany({ data: { installedAt: new Date(Date.now() - day) } })
  await on.order()
  await on.order({ id: '200', checkoutToken: 'd'.repeat(32) })
  const { placement } = (await on.ask(holder)).body.offer
  await on.event({ token: holder.token, placement, stepId: 'case', kind: 'shown' })
  await on.surfaces.settled()
  expect(await readCoverage(SHOP, around())).toMatchObject({
    orders: 2,
    saw: 1,
    bySurface: [
      { surface: 'post-purchase', saw: 0 },
      { surface: 'thank-you', saw: 1 },
      { surface: 'order-status', saw: 0 },
      { surface: 'email', saw: 0 },
    ],
    rest: [{ count: 1, example: { id: '200' } }],
  })
  const orders = [
    { id: '100', checkoutToken: CHECKOUT },
    { id: '200', checkoutToken: 'd'.repeat(32) },
  ]
  const said = async () => Object.fromEntries([...(await readMeetings(SHOP, orders))].map(([id, meeting]) => [id, meeting.said]))
  expect(await said()).toEqual({ '100': 'Shown', '200': 'No offer' })
  expect((await readMeetings(SHOP, orders)).get('100')?.more).toBe('Case for the phone')

  const [offer] = await on.db.offer.findMany()
  const link = { id: 'link', surface: 'thank-you', referenceId: CHECKOUT, offerId: offer!.id, offerVersion: 1, stepId: 'case' }
  const placed = await on.db.placement.findFirstOrThrow({ where: { surface: 'thank-you' } })
  await on.db.changeset.create({
    data: { shop: SHOP, ...link, placementId: placed.id, changes: [], lines: [], currency: 'EUR', signedAt: new Date(), orderedIn: '200' },
  })
  expect(await said()).toEqual({ '100': 'Accepted on the thank-you page', '200': 'No offer' })
  expect([...(await readMet(SHOP, [CHECKOUT, 'd'.repeat(32)]))]).toEqual([[CHECKOUT, { what: 'accepted', productIds: ['2'] }]])
  expect((await readLater(SHOP, { checkoutToken: CHECKOUT, sourceName: 'web' })).later).toMatchObject([
    { surface: 'thank-you', title: offer!.title, events: [{ kind: 'shown' }], links: [{ order: '200', orderName: '#200' }] },
  ])
  expect(await readOrigin(SHOP, '200')).toEqual({ surface: 'thank-you', title: offer!.title, orderId: '100', orderName: '#100' })
  expect([(await readLater(SHOP, { checkoutToken: 'd'.repeat(32), sourceName: 'web' })).later, await readOrigin(SHOP, '100')]).toEqual([
    [],
    null,
  ])
})

test.each([
  ['web', 'not-placed'],
  ['pos', 'elsewhere'],
  ['shopify_draft_order', 'elsewhere'],
])('that no block is placed is told of an order that could have met one: %s', async (sourceName, because) => {
  const { readLater } = await import('#app/surfaces/order/later.server.ts')
  expect((await readLater('nowhere.myshopify.com', { checkoutToken: 'e'.repeat(32), sourceName })).notAsked).toEqual([
    { surface: 'thank-you', because },
    { surface: 'order-status', because },
    { surface: 'email', because: 'no-message' },
  ])
})

test('another shop sees nothing of it', async () => {
  const { readLater, readOrigin } = await import('#app/surfaces/order/later.server.ts')
  expect([
    (await readLater('other.myshopify.com', { checkoutToken: CHECKOUT, sourceName: 'web' })).later,
    await readOrigin('other.myshopify.com', '200'),
  ]).toEqual([[], null])
})

test('a mail tells what the block would: prices in her currency, stars and one verified buyer’s words', async () => {
  const { chooseMailOffer } = await import('#app/surfaces/mail/choose.server.ts')
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const token = 'e'.repeat(32)
  await on.order({ id: '300', checkoutToken: token, paidIn: 'GBP' })
  const praised = { ...on.blockReads, readQuotes: async () => new Map([['2', { text: 'It fits.', author: 'Ann' }]]) }
  const sources = { reads: praised, snapshots: new Snapshots(praised) }
  const chosen = await chooseMailOffer(SHOP, token, { locale: 'en', until: new Date(Date.now() + day), together: false }, sources)
  expect(chosen).toMatchObject({
    currency: 'GBP',
    percent: 15,
    headline: 'Goes well with your order: Case',
    items: [{ price: 1_700, was: 2_000, praise: ['“It fits.” Ann'] }],
  })
})

test('a message tells only of offers that are meant for messages', async () => {
  const { chooseMailOffer } = await import('#app/surfaces/mail/choose.server.ts')
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const { id } = await on.db.offer.findFirstOrThrow({ where: { shop: SHOP, title: caseForPhone.title } })
  const chosenFor = async (shownOn: OfferDefinition['shownOn'], order: string) => {
    const { version } = await on.db.offer.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } })
    await on.offers.saveOffer(SHOP, id, { ...caseForPhone, shownOn }, version)
    const token = order.repeat(8)
    await on.order({ id: order, checkoutToken: token })
    const sources = { reads: on.blockReads, snapshots: new Snapshots(on.blockReads) }
    return chooseMailOffer(SHOP, token, { locale: 'en', until: new Date(Date.now() + day), together: false }, sources)
  }
  expect(await chosenFor(['post-purchase', 'thank-you', 'order-status'], '4001')).toBeNull()
  expect(await chosenFor(['email'], '4002')).toMatchObject({ offerId: id })
})
