import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildExtension } from './build.ts'
import { stopSandboxes } from './post-purchase/page.ts'
import { calculated, offer, step, TOKEN } from './post-purchase/purchase.ts'
import { visitPage } from './post-purchase/visit.ts'

let built: Awaited<ReturnType<typeof buildExtension>>
beforeAll(async () => void (built = await buildExtension('post-purchase-offer')))
afterAll(async () => {
  await stopSandboxes()
  await built.remove()
})

type Given = Parameters<typeof visitPage>[1]
const visit = (given: Given = {}) => visitPage(built.bundle, { offer: offer(), ...given })
async function priced(given: Given = {}) {
  const page = await visit(given)
  await page.until(() => expect(page.find('Spinner')).toEqual([]))
  return page
}

test('the page shows the product, what it costs and two ways on', async () => {
  const page = await priced({ calculate: [calculated({ shipping: ['3.00'], taxes: ['2.91'], total: '18.24' })] })
  expect(page.find('CalloutBanner')[0]?.text).toBe('Protect your phone | A case that fits.')
  expect(page.find('Image')[0]?.props).toMatchObject({ source: 'https://cdn.shopify.com/case.png', description: 'A clear case' })
  expect(page.text()).toContain('Clear case | Blue | €14.50 | €12.33')
  expect(page.find('Text').find(({ text }) => text === '€14.50')?.props).toMatchObject({ role: 'deletion' })
  expect(page.find('Tiles').map(({ text }) => text)).toEqual([
    'Subtotal | €14.50',
    'Discount | -€2.17',
    'Shipping | €3.00',
    'Tax | €2.91',
    'Total to pay now | €18.24',
  ])
  expect(page.buttons()).toEqual(['Pay now · €18.24', 'No, thank you'])
})

test('accept and decline look the same', async () => {
  const page = await priced()
  const looks = page.find('Button').map(({ props: { onPress: _, disabled, ...props } }) => ({ ...props, disabled: Boolean(disabled) }))
  expect(looks[0]).toEqual(looks[1])
})

test('until the price is there nobody can accept, and anybody can decline', async () => {
  const page = await visit({ calculate: ['never'], hurry: 1 })
  expect(page.button('Calculating the price').props).toMatchObject({ disabled: true })
  page.press('No, thank you')
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
})

test('tax that the price already holds is said to be included', async () => {
  const page = await priced({ calculate: [calculated({ unit: '12.33', taxes: ['1.97'] })] })
  expect(page.find('Tiles').map(({ text }) => text)).toEqual([
    'Subtotal | €12.33',
    'Shipping | Free',
    'Tax included | €1.97',
    'Total to pay now | €12.33',
  ])
})

test.each([
  ['JPY', 'en', '1500', [], 'Pay now · ¥1,500'],
  ['KWD', 'en', '4.125', [], 'Pay now · KWD 4.125'],
  ['EUR', 'de', '1234.5', [], 'Pay now · 1.234,50 €'],
  ['KWD', 'en', '4.125', ['Intl'], 'Pay now · 4.125 KWD'],
  ['EUR', 'not a locale', '12.3', [], 'Pay now · 12.30 EUR'],
])('%s in %s: %s', async (currency, locale, total, without, label) => {
  const page = await priced({ calculate: [calculated({ total, paid: total, unit: total, currency })], locale, without })
  expect(page.buttons()[0]?.replace(/\u00a0/g, ' ')).toBe(label)
})

test('several products of a step each show their own price and count', async () => {
  const both = calculated({ total: '40.00' })
  const [first] = both.calculatedPurchase.updatedLineItems
  if (!first) throw new Error('A line is there')
  both.calculatedPurchase.updatedLineItems.push({
    ...first,
    variantId: 12,
    quantity: 2,
    priceSet: { ...first.totalPriceSet, presentmentMoney: { amount: '9.00', currencyCode: 'EUR' } },
  })
  const second = { title: 'Charger', image: null, variants: [{ variantId: 12, title: null }], quantity: 2, least: 2, most: 2 }
  const one = step('one')
  const bundle = step('one', { products: [...one.products, second] })
  const page = await priced({ offer: offer([bundle]), calculate: [both] })
  expect(page.calculate).toHaveBeenCalledWith({
    changes: [
      { type: 'add_variant', variantId: 11, quantity: 1, discount: one.discount },
      { type: 'add_variant', variantId: 12, quantity: 2, discount: one.discount },
    ],
  })
  expect(page.text()).toContain('Charger | Quantity: 2 | €18.00 | €12.33')
  expect(page.find('Tiles')[0]?.text).toBe('Subtotal | €32.50')
})

test('right-to-left wording reaches every place, and the images keep their description', async () => {
  const arabic = {
    accept: 'ادفع الآن · {total}',
    decline: 'لا، شكرًا',
    subtotal: 'المجموع الفرعي',
    discount: 'الخصم',
    shipping: 'الشحن',
    free: 'مجاني',
    total: 'المبلغ المستحق الآن',
    accepting: 'جارٍ الإضافة',
  }
  const page = await priced({
    offer: offer([step('one', { headline: 'احمِ هاتفك', body: 'غطاء مناسب.' })], arabic),
    locale: 'ar-KW',
    calculate: [calculated({ total: '3.750', currency: 'KWD' })],
  })
  expect(page.text()).toContain('احمِ هاتفك')
  expect(page.find('Tiles').map(({ children }) => children[0]?.text)).toEqual(['المجموع الفرعي', 'الخصم', 'الشحن', 'المبلغ المستحق الآن'])
  expect(page.buttons()).toEqual([expect.stringMatching(/^ادفع الآن · .*٣٫٧٥٠/), 'لا، شكرًا'])
  expect(page.text()).not.toMatch(/Pay|Total|Free|thank/)
})

test('one click pays: the server signs, Shopify applies, the order confirmation follows', async () => {
  const page = await priced()
  page.press(/^Pay now/)
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
  expect(page.server.bodies('accept')).toEqual([
    { token: TOKEN, placement: 'placement.signed', stepId: 'one', choice: [{ variantId: 11, quantity: 1 }] },
  ])
  expect(page.apply.mock.calls).toEqual([['signed.by.encore']])
  expect(page.server.bodies('event')).toEqual([{ token: TOKEN, placement: 'placement.signed', stepId: 'one', kind: 'shown' }])
  expect(page.server.bodies('outcome')).toEqual([{ token: TOKEN, changesetId: 'changeset-1', status: 'processed', errors: [] }])
})

test('while the payment runs, a screen reader hears so and nothing else can be pressed', async () => {
  const page = await priced({ apply: ['never'], hurry: 1 })
  page.press(/^Pay now/)
  await page.until(() => expect(page.button(/^Pay now/).props).toMatchObject({ loading: true, loadingLabel: 'Adding it to your order' }))
  expect(page.button('No, thank you').props).toMatchObject({ disabled: true })
})

test('however often she presses, she pays once', async () => {
  const page = await priced()
  for (const label of [/^Pay now/, /^Pay now/, 'No, thank you', /^Pay now/]) page.press(label)
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
  expect({ accepts: page.server.bodies('accept').length, applied: page.apply.mock.calls.length }).toEqual({ accepts: 1, applied: 1 })
})

const funnel = offer([
  step('one', { onAccept: 'more', onDecline: 'cheaper' }),
  step('more', { headline: 'And a charger?' }),
  step('cheaper', { headline: 'A cheaper one?' }),
])

test('declining leads to the downsell, declining that to the order', async () => {
  const page = await priced({ offer: funnel })
  page.press('No, thank you')
  await page.until(() => expect(page.text()).toContain('A cheaper one?'))
  page.press('No, thank you')
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
  const events = page.server.bodies('event').map(({ stepId, kind }) => `${stepId} ${kind}`)
  expect(events.sort()).toEqual(['cheaper declined', 'cheaper shown', 'one declined', 'one shown'])
  expect(page.apply).not.toHaveBeenCalled()
})

test.each([
  [2, true],
  [0, false],
])('with %i changes left to the order, accepting leads to another step: %s', async (left, another) => {
  const page = await priced({ offer: funnel, apply: [{ status: 'processed', errors: [], changesetApplicationsRemaining: left }] })
  page.press(/^Pay now/)
  if (another) await page.until(() => expect(page.text()).toContain('And a charger?'))
  else await page.until(() => expect(page.done).toHaveBeenCalledOnce())
})

test('accepting a fallback sends only its id, and then speaks of the placement it became', async () => {
  const page = await priced({ offer: funnel, placement: null })
  page.press(/^Pay now/)
  await page.until(() => expect(page.text()).toContain('And a charger?'))
  await page.until(() => expect(page.server.bodies('event')).toHaveLength(2))
  expect(page.server.bodies('accept')).toEqual([
    { token: TOKEN, fallback: 'offer-1', stepId: 'one', choice: [{ variantId: 11, quantity: 1 }] },
  ])
  expect(page.server.bodies('event').map(({ fallback, placement }) => fallback ?? placement)).toEqual(['offer-1', 'placement.signed'])
})
