import { afterEach, expect, test, vi } from 'vitest'
import type { BlockProduct, BlockVariant } from '#app/surfaces/contract.ts'

interface Picked {
  product: BlockProduct
  variant: BlockVariant
  quantity: number
}
interface Sources {
  checkoutLink(url: string, placement: string, stepId: string, picked: readonly Picked[]): { href?: string }
  pickFirst(product: BlockProduct): Picked
  pickVariant(picked: Picked, variant: BlockVariant): Picked
  totalOf(picked: Picked): string
  totalOfAll(step: object, picked: readonly Picked[]): string | undefined
  readApp(): object | undefined
  isLikely(app: object, now: number): boolean
  readRequest(): object | undefined
  onceOnScreen(then: () => void): () => void
  load(url: string): Promise<object | null>
  report(url: string, event: object): void
}

// By their addresses: Shopify's types for these pages name elements that no other page has.
const source = (name: string) => import(new URL(`../../extensions/thank-you-offer/src/${name}.ts`, import.meta.url).href) as Promise<object>
const { checkoutLink, pickFirst, pickVariant, totalOf, totalOfAll, readApp, isLikely, readRequest, onceOnScreen, load, report } = {
  ...(await source('checkout')),
  ...(await source('page')),
  ...(await source('server')),
} as Sources

const global = globalThis as unknown as { shopify?: object }
const realFetch = globalThis.fetch
afterEach(() => {
  delete global.shopify
  globalThis.fetch = realFetch
})

const signal = <T>(value: T) => ({ value })
const page = (more: object = {}) =>
  (global.shopify = {
    extension: {},
    orderConfirmation: signal({ order: { id: 'gid://shopify/OrderIdentity/1' } }),
    checkoutToken: signal('c'),
    localization: { language: signal({ isoCode: 'de' }), country: signal({ isoCode: 'DE' }) },
    sessionToken: { get: async () => 'token' },
    appMetafields: signal([]),
    lines: signal([{ merchandise: { product: { id: 'gid://shopify/Product/7' } } }]),
    ...more,
  })

const product: BlockProduct = {
  title: 'Case',
  image: null,
  quantity: 2,
  least: 1,
  variants: [
    { variantId: 1, title: 'Small', price: '€1', total: '€2', totals: ['€1', '€2', '€3'] },
    { variantId: 2, title: 'Large', price: '€5', total: '€10', totals: ['€5'] },
  ],
}

test('she begins with what the merchant chose, and of a scarcer variant takes as many as there are', () => {
  const first = pickFirst(product)
  expect([first.quantity, totalOf(first)]).toEqual([2, '€2'])
  const other = pickVariant(first, product.variants[1]!)
  expect([other.quantity, totalOf(other)]).toEqual([1, '€5'])
})

test('without a choice of quantity the total is the step’s', () =>
  expect(totalOf(pickFirst({ ...product, variants: [{ variantId: 1, title: null, price: '€1', total: '€2' }] }))).toBe('€2'))

test.each([
  ['EUR', 2, 'de', '12,49\u00a0€'],
  ['JPY', 0, 'ja', '￥1,249'],
  ['KWD', 3, 'en', 'KWD\u00a01.249'],
])('several that she chooses among come to what is chosen, in %s', (currency, exponent, language, told) => {
  const plain: BlockProduct = {
    title: 'Cord',
    image: null,
    quantity: 2,
    variants: [{ variantId: 3, title: null, price: '', total: '', amounts: [249] }],
  }
  const chosen: BlockProduct = {
    ...plain,
    least: 1,
    variants: [{ variantId: 4, title: null, price: '', total: '', amounts: [500, 1_000] }],
  }
  expect(totalOfAll({ sum: { currency, exponent, language } }, [pickFirst(plain), pickFirst(chosen)])).toBe(told)
})

test('the link carries the choice to the app, and what Shopify told of her only behind the #', () => {
  const address = { firstName: 'Ann', lastName: '', address1: 'Main St 1', countryCode: 'DE', name: 'Ann' }
  page({ buyerIdentity: { email: signal('ann@example.com') }, shippingAddress: signal(address) })
  const url = new URL(checkoutLink('https://app.example', 'signed', 'case', [pickFirst(product)]).href ?? '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ placement: 'signed', step: 'case', locale: 'de', choice: '1:2' })
  expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).toEqual({
    'checkout[email]': 'ann@example.com',
    'checkout[shipping_address][first_name]': 'Ann',
    'checkout[shipping_address][address1]': 'Main St 1',
    'checkout[shipping_address][country]': 'DE',
  })
})

test('a sample leads nowhere', () => {
  page()
  expect(checkoutLink('https://app.example', '', 'case', [])).toEqual({})
})

test.each<[string, object, object | undefined]>([
  ['the thank-you page', {}, { surface: 'thank-you', orderId: 'gid://shopify/OrderIdentity/1' }],
  [
    'the order’s page',
    { orderConfirmation: undefined, order: signal({ id: 'gid://shopify/Order/1' }) },
    { surface: 'order-status', orderId: 'gid://shopify/Order/1' },
  ],
  ['before Shopify has said which order it is', { orderConfirmation: signal(undefined) }, undefined],
  [
    'the editor, where there is none',
    { orderConfirmation: signal(undefined), extension: { editor: { type: 'checkout' } } },
    { editor: true },
  ],
])('what it tells of itself: %s', (_, more, told) => {
  page(more)
  if (told) expect(readRequest()).toMatchObject({ locale: 'de', country: 'DE', checkoutToken: 'c', ...told })
  else expect(readRequest()).toBeUndefined()
})

test.each([
  ['nothing written yet', [], undefined],
  ['something that cannot be read', [{ metafield: { key: 'post_purchase', value: '{' } }], undefined],
  [
    'ours among others',
    [{ metafield: { key: 'x', value: '{}' } }, { metafield: { key: 'post_purchase', value: '{"url":"u"}' } }],
    { url: 'u' },
  ],
])('what the app has told Shopify: %s', (_, entries, told) => {
  page({ appMetafields: signal(entries) })
  expect(readApp()).toEqual(told)
})

const then = '2026-11-01T10:00:00Z'
const orderPage = { orderConfirmation: undefined, order: signal({ id: 'gid://shopify/Order/1', processedAt: then }) }
test.each([
  ['the thank-you page, where offers are met', {}, { 'thank-you': { hours: 72 } }, true],
  ['where the merchant shows none', {}, { 'order-status': { hours: 72 } }, false],
  ['the order’s page within the time', orderPage, { 'order-status': { hours: 73 } }, true],
  ['the order’s page after it', orderPage, { 'order-status': { hours: 72 } }, false],
  ['after a product that an offer asks for', {}, { 'thank-you': { hours: 72, products: ['6', '7'] } }, true],
  ['after another', {}, { 'thank-you': { hours: 72, products: ['6'] } }, false],
])('the offer’s place is kept where one is likely: %s', (_, more, places, likely) => {
  page(more)
  expect(isLikely({ places }, Date.parse(then) + 72 * 3_600_000)).toBe(likely)
})

test('an order that the app does not know yet is asked for again, and not for ever', async () => {
  page()
  const asked: RequestInit[] = []
  const answers = (make: (count: number) => object) => {
    asked.length = 0
    globalThis.fetch = async (_, init) => Response.json(make(asked.push(init!)))
  }
  answers((count) => (count < 3 ? { againInMs: 1 } : { offer: 'here' }))
  expect(await load('https://app.example')).toEqual({ offer: 'here' })
  expect([asked.length, asked[0]?.headers]).toEqual([3, { 'Content-Type': 'text/plain' }])
  answers(() => ({ againInMs: 1 }))
  expect([await load('https://app.example'), asked.length]).toEqual([null, 5])
  globalThis.fetch = async () => new Response('', { status: 500 })
  expect(await load('https://app.example')).toBeNull()
  globalThis.fetch = () => Promise.reject(new TypeError('down'))
  expect(await load('https://app.example')).toBeNull()
})

test('what she answers leaves at once with the token at hand, survives the page, and goes again where that token has grown old', async () => {
  const tokens = ['first', 'second', 'third']
  page({ sessionToken: { get: async () => tokens.shift() } })
  const sent: [string, RequestInit][] = []
  globalThis.fetch = async (url, init) => {
    sent.push([new URL(String(url)).pathname, init!])
    return String(init!.body).includes('"first"') && sent.length > 1 ? new Response('', { status: 401 }) : Response.json({ ok: true })
  }
  await load('https://app.example')
  report('https://app.example', { placement: 'signed', stepId: 'case', kind: 'declined' })
  expect(sent.map(([path, { keepalive }]) => [path, keepalive])).toEqual([
    ['/surface/block', true],
    ['/surface/block/event', true],
  ])
  await vi.waitFor(() => expect(sent.map(([, { body }]) => JSON.parse(String(body)).token)).toEqual(['first', 'first', 'second']))
  report('https://app.example', { placement: '', stepId: 'case', kind: 'declined' })
  expect(sent).toHaveLength(3)
})

test.each([
  ['on the screen already', [true], 1],
  ['drawn before its page is shown', [false, true], 1],
  ['never seen', [false], 0],
  ['seen, left and seen again', [true, false, true], 1],
])('what is reported as shown was on the screen: %s', (_, states, times) => {
  const heard = new Set<(is: boolean) => void>()
  const subscribe = (tell: (is: boolean) => void) => {
    heard.add(tell)
    return () => heard.delete(tell)
  }
  page({ extension: { rendered: { value: states[0], subscribe } } })
  const shown = vi.fn()
  const end = onceOnScreen(shown)
  for (const is of states.slice(1)) heard.forEach((tell) => tell(is))
  expect(shown).toHaveBeenCalledTimes(times)
  end()
  expect(heard.size).toBe(0)
})
