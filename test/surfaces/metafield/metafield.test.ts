import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { caseForPhone, PRODUCTS } from '../case-for-phone.ts'
import { openShop, SHOP, stage, type Stage } from '../stage.ts'

let on: Stage
let tell: () => Promise<void>
let offerId: string

/** The shop's metafield at Shopify, and what was asked of it. */
const shopify = { value: null as string | null, writes: 0, cutOff: false }
const told = () => JSON.parse(shopify.value ?? 'null')

async function answer(_: unknown, init?: RequestInit): Promise<Response> {
  const { query, variables } = JSON.parse(String(init?.body))
  if (!query.includes('metafieldsSet'))
    return Response.json({
      data: { shop: { id: 'gid://shopify/Shop/1', metafield: shopify.value === null ? null : { value: shopify.value } } },
    })
  shopify.value = variables.metafields[0].value
  shopify.writes += 1
  if (shopify.cutOff) throw new TypeError('fetch failed')
  return Response.json({ data: { metafieldsSet: { userErrors: [] } } })
}

beforeAll(async () => {
  on = await stage('surfaces_metafield')
  vi.stubGlobal('fetch', answer)
  await openShop(on, { products: PRODUCTS })
  await on.db.session.create({
    data: { id: `offline_${SHOP}`, shop: SHOP, state: '', accessToken: 'x', expires: new Date(Date.now() + 3_600_000) },
  })
  const { writeShopMetafield } = await import('#app/surfaces/metafield/metafield.server.ts')
  tell = () => writeShopMetafield(on.reads)({ shop: SHOP })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await on.close()
})

test('a shop without an active offer is told to ask nobody', async () => {
  await tell()
  expect(told()).toEqual({ url: 'https://encore.test', active: false, limitMs: 1_000, fallback: null, places: {} })
})

test('what Shopify holds already is not written again', async () => {
  const { writes } = shopify
  await tell()
  expect(shopify.writes).toBe(writes)
})

test('the first active offer is told, and the fallback that the merchant chose goes with it', async () => {
  offerId = (await on.offers.createOffer(SHOP, caseForPhone, 'active')).id
  await tell()
  expect(told()).toMatchObject({
    active: true,
    fallback: null,
    places: { 'thank-you': { hours: 72, products: ['1'] }, 'order-status': { hours: 72, products: ['1'] } },
  })
  const { saveSettings } = await import('#app/surfaces/settings/settings.server.ts')
  await saveSettings(SHOP, { fallbackOfferId: offerId, limitMs: 700 })
  await tell()
  expect(told()).toMatchObject({ limitMs: 700, fallback: { offerId, first: 'case', wording: { decline: 'No, thanks' } } })
})

test('an attempt that was cut off after it had succeeded is not made twice', async () => {
  await on.db.variant.updateMany({ where: { id: '21' }, data: { stock: 0 } })
  shopify.cutOff = true
  const { writes } = shopify
  await expect(tell()).rejects.toThrow()
  expect(await on.db.effect.findMany()).toMatchObject([{ kind: 'shop-metafield', state: 'planned' }])
  shopify.cutOff = false
  await tell()
  expect(shopify.writes).toBe(writes + 1)
  expect(told().fallback).toMatchObject({ first: 'plain' })
  expect(await on.db.effect.findMany()).toMatchObject([{ state: 'done' }])
})

test('an offer for other places makes nobody ask on the page after payment', async () => {
  const { version } = await on.db.offer.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id: offerId } } })
  await on.offers.saveOffer(SHOP, offerId, { ...caseForPhone, shownOn: ['thank-you'] }, version)
  await tell()
  expect(told()).toMatchObject({ active: false, fallback: null })
  await on.offers.saveOffer(SHOP, offerId, caseForPhone, version + 1)
  await tell()
  expect(told()).toMatchObject({ active: true })
})

test('a paused offer is no fallback', async () => {
  await on.offers.setOfferStatus(SHOP, [offerId], 'paused')
  await tell()
  expect(told()).toMatchObject({ active: false, fallback: null })
})
