import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from './block-stage.ts'
import { PRODUCTS } from './case-for-phone.ts'
import { openShop, SHOP, tokenOf } from './stage.ts'

const OTHER = 'other.myshopify.com'
let on: BlockStage
beforeAll(async () => {
  on = await blockStage('surfaces_take')
  await openShop(on, { shop: OTHER, products: PRODUCTS })
})
afterAll(() => on.close())
afterEach(async () => {
  await on.surfaces.settled()
  for (const table of [
    'placement',
    'placement_event',
    'changeset',
    '"order"',
    'order_line',
    'fulfillment',
    'discount_code',
    'code_discount',
    'offer_use',
  ])
    await on.db.$executeRawUnsafe(`delete from ${table}`)
  await on.db.variant.updateMany({ data: { stock: 5 } })
  await product({ status: 'active', published: true, deletedAt: null })
  await settings({})
  await renewed()
})

const holder = { token: sessionToken(), checkoutToken: CHECKOUT }
const settings = ({ together: shipTogether, ...blocks }: { together?: boolean; on?: object }) =>
  on.db.shop.updateMany({ where: { shop: SHOP }, data: { settings: JSON.parse(JSON.stringify({ blocks, shipTogether })) } })

const product = (data: object) => on.db.product.updateMany({ where: { shop: SHOP, id: '2' }, data })
const renewed = () => on.db.shop.updateMany({ where: { shop: SHOP }, data: { snapshotVersion: { increment: 1 } } })
const UNSOLD: [string, () => Promise<unknown>][] = [
  ['sold out', () => on.db.variant.updateMany({ where: { id: '21' }, data: { stock: 0 } })],
  ['archived', () => product({ status: 'archived' })],
  ['made a draft', () => product({ status: 'draft' })],
  ['unpublished', () => product({ published: false })],
  ['deleted', () => product({ deletedAt: new Date() })],
]

const linkOf = async (asked: Record<string, string>) => {
  const taken = await on.take(asked)
  return taken.ok ? new URL(taken.url) : taken
}

test('one click leads to a checkout with the product, a one-use code and the first order’s name', async () => {
  await on.order()
  const url = (await linkOf({ placement: await on.shown(), step: 'case' })) as URL
  expect([url.host, url.pathname]).toEqual([SHOP, '/cart/21:1'])
  const row = await on.db.changeset.findFirstOrThrow()
  expect(row).toMatchObject({ surface: 'thank-you', offerId: expect.any(String), stepId: 'case', share: 'held', discount: 300n })
  expect(Object.fromEntries(url.searchParams)).toEqual({
    discount: row.codes[0],
    'attributes[_encore]': row.id,
    'attributes[Follows]': '#100',
  })
  expect(await on.db.codeDiscount.findFirst()).toMatchObject({
    owner: 'offer',
    kind: 'basic',
    terms: {
      usageLimit: 1,
      customerGets: { value: { percentage: 0.15 }, items: { products: { productsToAdd: ['gid://shopify/Product/2'] } } },
    },
  })
})

test.each([
  ['de', '/de/cart/21:1'],
  ['de-AT', '/de/cart/21:1'],
  ['pt-BR', '/pt-pt/cart/21:1'],
  ['en-GB', '/cart/21:1'],
  ['ja', '/cart/21:1'],
])('who reads %s is led to %s: in her language where the shop has it, and to no page that there is not', async (locale, path) => {
  await on.order()
  const url = (await linkOf({ placement: await on.shown(), step: 'case', locale })) as URL
  expect(url.pathname).toBe(path)
})

test('however often and wherever she clicks, it is one acceptance and one code', async () => {
  await on.order()
  const [one, two] = [await on.shown('thank-you'), await on.shown('order-status')]
  const first = (await linkOf({ placement: one, step: 'case' })) as URL
  const again = await Promise.all([one, two, one].map((placement) => linkOf({ placement, step: 'case' })))
  for (const url of again) expect(String(url)).toBe(first.href)
  expect([await on.db.changeset.count(), await on.db.discountCode.count({ where: { state: 'given' } })]).toEqual([1, 1])
  expect((await on.ask(holder)).body).toEqual({ taken: expect.objectContaining({ stepId: 'case', button: 'Go to the checkout' }) })
})

test('two clicks at the same moment are one', async () => {
  await on.order()
  const placement = await on.shown()
  const links = await Promise.all([1, 2, 3].map(() => linkOf({ placement, step: 'case' })))
  expect(new Set(links.map(String)).size).toBe(1)
  expect(await on.db.changeset.count()).toBe(1)
})

test('what travels with the first order costs no second delivery, until a parcel has left', async () => {
  await settings({ together: true })
  await on.order()
  const { offer } = (await on.ask(holder)).body
  expect(offer.together).toContain('delivery costs you nothing more')
  expect(offer.together).toMatch(/[AP]M (GMT|UTC|E[SD]T)/)
  const url = (await linkOf({ placement: await on.shown(), step: 'case' })) as URL
  expect(url.searchParams.get('discount')?.split(',')).toHaveLength(2)
  expect(url.searchParams.get('attributes[Ship together with]')).toBe('#100')
  await on.order({ id: '101', checkoutToken: 'e'.repeat(32) })
  await on.db.fulfillment.create({
    data: { shop: SHOP, orderId: '101', id: '1', status: 'success', createdAt: new Date(), updatedAt: new Date() },
  })
  const late = await on.ask({ ...holder, checkoutToken: 'e'.repeat(32), orderId: 'gid://shopify/Order/101' })
  expect(late.body.offer).not.toHaveProperty('together')
})

test.each<[string, () => Promise<unknown>, string]>([
  ...UNSOLD.map(([what, happens]) => [`${what} meanwhile`, happens, 'This has just sold out.'] as [string, typeof happens, string]),
  [
    'the time is over',
    () => on.db.order.updateMany({ data: { processedAt: new Date(Date.now() - 80 * 3_600_000) } }),
    'This offer has ended.',
  ],
  ['the order was cancelled', () => on.db.order.updateMany({ data: { cancelledAt: new Date() } }), 'This offer has ended.'],
  ['the merchant switched the block off', () => settings({ on: { 'thank-you': false, 'order-status': true } }), 'This offer has ended.'],
  ['she declined it in another tab', () => declined(), 'This offer has ended.'],
])('%s: said kindly, and nothing is handed out', async (_, happens, message) => {
  await on.order()
  const placement = await on.shown()
  await happens()
  expect(await on.take({ placement, step: 'case' })).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  expect([await on.db.changeset.count(), await on.db.discountCode.count({ where: { state: 'given' } })]).toEqual([0, 0])
})

test.each(UNSOLD)(
  'taken, and then %s: the way to the checkout is not shown any more, and says so to who follows it',
  async (_, happens) => {
    await on.order()
    const placement = await on.shown()
    const first = String(await linkOf({ placement, step: 'case' }))
    await happens()
    expect(await on.take({ placement, step: 'case' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('just sold out'),
      again: false,
    })
    await renewed()
    expect((await on.ask(holder)).body).toEqual({})
    await Promise.all([on.db.variant.updateMany({ data: { stock: 5 } }), product({ status: 'active', published: true, deletedAt: null })])
    await renewed()
    expect(String(await linkOf({ placement, step: 'case' }))).toBe(first)
    expect(await on.db.changeset.count()).toBe(1)
  },
)

test('a code that Shopify makes late, as after a moment of trouble, is waited for', async () => {
  await on.order()
  const placement = await on.shown()
  await on.db.discountCode.updateMany({ data: { state: 'planned' } })
  const link = linkOf({ placement, step: 'case' })
  await expect.poll(() => on.db.changeset.count()).toBe(1)
  await on.db.discountCode.updateMany({ data: { state: 'ready' } })
  expect(((await link) as URL).pathname).toBe('/cart/21:1')
})

async function declined(): Promise<void> {
  const { placement } = (await on.ask({ ...holder, surface: 'order-status' })).body.offer
  await on.surfaces.settled()
  expect(await on.event({ token: holder.token, placement, stepId: 'case', kind: 'declined' })).toEqual({ ok: true })
}

test('what follows an accepted step is offered once that is bought, on either page, and not after a no', async () => {
  const ordered = (stepId: string) => on.db.changeset.updateMany({ where: { stepId }, data: { orderedIn: '900' } })
  await on.order()
  const placement = await on.shown()
  await linkOf({ placement, step: 'case' })
  expect(await linkOf({ placement, step: 'film' })).toMatchObject({ ok: false })
  await ordered('case')
  expect(await linkOf({ placement, step: 'plain' })).toMatchObject({ ok: false })
  const next = (await on.ask({ ...holder, surface: 'order-status' })).body.offer
  expect(next.steps.map(({ id }: { id: string }) => id)).toEqual(['film'])
  expect(((await linkOf({ placement: next.placement, step: 'film' })) as URL).pathname).toBe('/cart/41:2')
  expect((await on.ask(holder)).body).toEqual({ taken: expect.objectContaining({ stepId: 'film' }) })
  expect(await on.db.changeset.findMany({ select: { stepId: true, counts: true }, orderBy: { signedAt: 'asc' } })).toEqual([
    { stepId: 'case', counts: true },
    { stepId: 'film', counts: false },
  ])
  await ordered('film')
  expect((await on.ask(holder)).body).toEqual({})
})

test('a no to what follows is the end', async () => {
  await on.order()
  await linkOf({ placement: await on.shown(), step: 'case' })
  await on.db.changeset.updateMany({ data: { orderedIn: '900' } })
  const next = (await on.ask(holder)).body.offer
  expect(await on.event({ token: holder.token, placement: next.placement, stepId: 'film', kind: 'declined' })).toEqual({ ok: true })
  expect((await on.ask(holder)).body).toEqual({})
})

test('what became an order is over: the link leads nowhere', async () => {
  await on.order()
  const placement = await on.shown()
  await linkOf({ placement, step: 'case' })
  await on.db.changeset.updateMany({ data: { orderedIn: '500' } })
  expect(await on.take({ placement, step: 'case' })).toMatchObject({ ok: false })
})

const flip = (jwt: string) => jwt.slice(0, -4) + (jwt.at(-4) === 'A' ? 'B' : 'A') + jwt.slice(-3)
test.each<[string, (placement: string) => Promise<Record<string, string>>]>([
  ['a flipped signature', async (placement) => ({ placement: flip(placement), step: 'case' })],
  ['Shopify’s own token', async () => ({ placement: tokenOf({ referenceId: CHECKOUT }), step: 'case' })],
  ['the session token', async () => ({ placement: holder.token, step: 'case' })],
  [
    'the placement of the page after payment',
    async () => ({ placement: (await on.offer(tokenOf({ referenceId: CHECKOUT }))).body.placement, step: 'case' }),
  ],
  ['a step that the offer has not', async (placement) => ({ placement, step: 'gift' })],
  ['a variant that is not offered', async (placement) => ({ placement, step: 'case', choice: '31:1' })],
  ['more than is offered', async (placement) => ({ placement, step: 'case', choice: '21:2' })],
])('%s hands out nothing', async (_, forge) => {
  await on.order()
  const asked = await forge(await on.shown())
  expect(await on.take(asked)).toMatchObject({ ok: false })
  expect([await on.db.changeset.count(), await on.db.discountCode.count({ where: { state: 'given' } })]).toEqual([0, 0])
})

test('to open the page gives nothing out: only its script takes', async () => {
  await on.order()
  const placement = await on.shown()
  const page = await on.app.request(`/surface/take?${new URLSearchParams({ placement, step: 'case', locale: 'ar' })}`)
  expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
  expect(await page.text()).toContain('dir="rtl"')
  expect(await on.db.changeset.count()).toBe(0)
})
