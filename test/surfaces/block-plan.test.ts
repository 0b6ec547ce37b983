import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { en } from '#app/surfaces/wording/en.ts'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from './block-stage.ts'
import { caseForPhone } from './case-for-phone.ts'
import { SHOP } from './stage.ts'

let on: BlockStage
beforeAll(async () => {
  on = await blockStage('surfaces_by_plan')
  await sellByPlan()
})
afterAll(() => on.close())
afterEach(async () => {
  vi.unstubAllGlobals()
  await on.surfaces.settled()
  for (const table of ['placement', 'placement_event', 'changeset', '"order"', 'order_line', 'discount_code', 'code_discount', 'offer_use'])
    await on.db.$executeRawUnsafe(`delete from ${table}`)
})

/** The shop's Storefront API answers like this; what it was asked is returned. */
function storefront(answer: (asked: Asked) => object | Error) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit) => {
    asked.push({ url: String(url), ...JSON.parse(String(init.body)) })
    const said = answer(asked.at(-1)!)
    if (said instanceof Error) throw said
    return Response.json({ data: { cartCreate: said } })
  })
  return asked
}
interface Asked {
  url: string
  variables: { input: { discountCodes: string[]; attributes: { key: string; value: string }[] }; language: string; country: string }
}
const cart = (applicable: boolean) => (asked: Asked) => ({
  cart: {
    checkoutUrl: `https://${SHOP}/cart/c/1?key=2`,
    discountCodes: asked.variables.input.discountCodes.map((code) => ({ code, applicable })),
  },
  userErrors: [],
})

/** The case is sold every month, at the listed price. */
async function sellByPlan(): Promise<void> {
  const steps = caseForPhone.steps.map((step) => ({
    ...step,
    subscription: { sellingPlanId: '77', name: 'Every month', recurringShipping: 0 },
  }))
  await on.offers.createOffer(SHOP, OfferDefinition.parse({ ...caseForPhone, priority: 9, steps }), 'active')
}

test('a subscription leads to the checkout of a cart with its plan, its price’s code and the same attributes', async () => {
  await on.order()
  const { offer } = (await on.ask({ token: sessionToken(), checkoutToken: CHECKOUT })).body
  expect(offer.steps[0]).toMatchObject({ id: 'case', plan: 'Subscription · Every month · This offer’s discount is for the first delivery' })
  const placement = await on.shown()
  const asked = storefront(cart(true))
  expect((await on.take({ placement, step: 'case', locale: 'pt-BR' })).url).toBe(`https://${SHOP}/cart/c/1?key=2`)
  const row = await on.db.changeset.findFirstOrThrow()
  expect(asked[0]).toMatchObject({
    url: `https://${SHOP}/api/2026-07/graphql.json`,
    variables: {
      input: {
        lines: [{ merchandiseId: 'gid://shopify/ProductVariant/21', quantity: 1, sellingPlanId: 'gid://shopify/SellingPlan/77' }],
        discountCodes: row.codes,
        attributes: [
          { key: '_encore', value: row.id },
          { key: 'Follows', value: '#100' },
        ],
        buyerIdentity: { countryCode: 'DE' },
      },
      language: 'PT_BR',
      country: 'DE',
    },
  })
  expect(await on.db.codeDiscount.findFirst({ where: { key: { contains: 'by-plan' } } })).toMatchObject({
    terms: { customerGets: { appliesOnSubscription: true, appliesOnOneTimePurchase: true } },
  })
})

test.each<[string, (asked: Asked) => object | Error, string, boolean]>([
  ['Shopify does not answer', () => new TypeError('down'), en.tryOrder, true],
  ['Shopify refuses the cart', () => ({ cart: null, userErrors: [{ code: 'INVALID', message: 'no' }] }), en.tryOrder, true],
  [
    'Shopify sells it no more',
    () => ({ cart: null, userErrors: [{ code: 'INVALID', field: ['input', 'lines', '0', 'merchandiseId'], message: 'no' }] }),
    en.soldOut,
    false,
  ],
  ['its price’s code is not good yet', cart(false), en.tryOrder, true],
  ['the plan is gone', () => ({ cart: null, userErrors: [{ code: 'SELLING_PLAN_NOT_APPLICABLE', message: 'no' }] }), en.ended, false],
])('where %s she is told, is sold nothing else, and may try again where that can help', async (_, answer, message, again) => {
  await on.order()
  const placement = await on.shown()
  storefront(answer)
  expect(await on.take({ placement, step: 'case' })).toEqual({ ok: false, message, again })
  if (!again) return
  storefront(cart(true))
  expect(await on.take({ placement, step: 'case' })).toMatchObject({ ok: true })
  expect(await on.db.changeset.count()).toBe(1)
})

test.each<[string, () => Response]>([
  ['is down', () => new Response('down', { status: 503 })],
  ['throttles us', () => Response.json({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] })],
])('where Shopify %s for a moment she waits, and is led on', async (_, trouble) => {
  await on.order()
  const placement = await on.shown()
  storefront(cart(true))
  const answers = vi.mocked(fetch)
  let turned = 0
  vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) => ((turned += 1) <= 2 ? Promise.resolve(trouble()) : answers(...asked)))
  expect(await on.take({ placement, step: 'case' })).toMatchObject({ ok: true })
  expect([turned, await on.db.changeset.count()]).toEqual([3, 1])
})

test('by mail it is told at the plan’s price, by the plan’s name, and sold by it', async () => {
  const { chooseMailOffer } = await import('#app/surfaces/mail/choose.server.ts')
  const { takeMailOffer } = await import('#app/surfaces/mail/take.server.ts')
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const sources = { reads: on.blockReads, snapshots: new Snapshots(on.blockReads) }
  await on.db.sellingPlan.create({
    data: { shop: SHOP, id: '77', policies: [{ afterCycle: null, kind: 'percentage', percent: 10 }], gone: false, readAt: new Date() },
  })
  await on.order()
  const terms = { locale: 'en', until: new Date(Date.now() + 86_400_000), together: false }
  const chosen = await chooseMailOffer(SHOP, CHECKOUT, terms, sources)
  expect(chosen?.items).toEqual([
    expect.objectContaining({
      title: 'Case – Subscription · Every month · This offer’s discount is for the first delivery',
      was: 1_800,
      price: 1_530,
    }),
  ])
  await on.codesReady()
  const asked = storefront(cart(true))
  const { placementId, stepId, take, items } = chosen!
  const led = await takeMailOffer(SHOP, { ...terms, referenceId: CHECKOUT, placementId, stepId, take, shown: items, taken: items }, sources)
  expect(led).toMatchObject({ ok: true, value: { url: `https://${SHOP}/cart/c/1?key=2` } })
  expect(asked[0]?.variables.input).toMatchObject({ lines: [{ sellingPlanId: 'gid://shopify/SellingPlan/77' }] })
})

test('by mail nothing is offered because of what goes back, nor is that itself', async () => {
  const { chooseMailOffer } = await import('#app/surfaces/mail/choose.server.ts')
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const terms = { locale: 'en', until: new Date(Date.now() + 86_400_000), together: false }
  const offered = async (id: string, gone: string[], anew = false) => {
    const checkoutToken = id.padEnd(32, 'e')
    if (!anew) await on.order({ id, checkoutToken, customerId: id })
    const reads = { ...on.blockReads, readGone: async () => gone }
    const chosen = await chooseMailOffer(SHOP, checkoutToken, { ...terms, anew }, { reads, snapshots: new Snapshots(reads) })
    return chosen?.items.map(({ productId }) => productId) ?? null
  }
  expect(await offered('301', [])).toEqual(['2'])
  expect(await offered('302', ['1'])).toBeNull()
  expect(await offered('303', ['2'])).toEqual(['3']) // the next offer that fits
  expect(await offered('301', ['1'], true)).toBeNull() // what it was decided by has gone back before the message left
  expect(await offered('301', [], true)).toEqual(['2'])
})
