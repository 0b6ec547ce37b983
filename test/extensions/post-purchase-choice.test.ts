import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepView } from '#app/surfaces/contract.ts'
import { buildExtension } from './build.ts'
import { stopSandboxes } from './post-purchase/page.ts'
import { calculated, offer, step } from './post-purchase/purchase.ts'
import { visitPage } from './post-purchase/visit.ts'

let built: Awaited<ReturnType<typeof buildExtension>>
beforeAll(async () => void (built = await buildExtension('post-purchase-offer')))
afterAll(async () => {
  await stopSandboxes()
  await built.remove()
})

type Given = Parameters<typeof visitPage>[1]
async function priced(view: StepView, given: Given = {}) {
  const page = await visitPage(built.bundle, { offer: offer([view]), ...given })
  await page.until(() => expect(page.find('Spinner')).toEqual([]))
  const change = (type: string, id: string | null, value: unknown) => {
    const field = page.find(type).find(({ props }) => id === null || props['id'] === id)
    if (!field) throw new Error(`No ${type} ${id}`)
    const onChange = field.props['onChange'] as (value: unknown) => void
    onChange(value)
  }
  return { ...page, change, asked: () => page.calculate.mock.calls.at(-1)?.[0], select: (id: string) => selectOf(page, id) }
}
const selectOf = (page: Awaited<ReturnType<typeof visitPage>>, id: string) =>
  page.find('Select').find(({ props }) => props['id'] === id)?.props

const image = (url: string) => ({ url, alt: '' })
const shirt = {
  title: 'Shirt',
  image: image('https://cdn.shopify.com/s.png'),
  variants: [
    { variantId: 21, title: 'S' },
    { variantId: 22, title: 'M', image: image('https://cdn.shopify.com/m.png'), most: 2 },
  ],
  quantity: 1,
  least: 1,
  most: 3,
}
const cap = {
  title: 'Cap',
  price: '€8.00',
  was: '€9.00',
  image: null,
  variants: [{ variantId: 31, title: null }],
  quantity: 1,
  least: 1,
  most: 1,
}
const one = step('one', { products: [shirt] })
const discount = one.discount!

test('another variant and quantity are calculated at once, and the picture follows', async () => {
  const page = await priced(one)
  expect(page.select('option-0')).toMatchObject({ label: 'Option', value: '0' })
  page.change('Select', 'option-0', '1')
  page.change('Select', 'amount-0', '1')
  await page.until(() => expect(page.asked()).toEqual({ changes: [{ type: 'add_variant', variantId: 22, quantity: 2, discount }] }))
  await page.until(() =>
    expect(page.find('Image')[0]?.props).toMatchObject({ source: 'https://cdn.shopify.com/m.png', description: 'Shirt' }),
  )
  page.press(/^Pay now/)
  await page.until(() => expect(page.server.bodies('accept')).toMatchObject([{ choice: [{ variantId: 22, quantity: 2 }] }]))
})

test('no more than there are of the chosen variant', async () => {
  const page = await priced(one)
  page.change('Select', 'amount-0', '2')
  page.change('Select', 'option-0', '1')
  await page.until(() => expect(page.asked()).toMatchObject({ changes: [{ variantId: 22, quantity: 2 }] }))
  await page.until(() =>
    expect(page.select('amount-0')).toMatchObject({ value: '1', options: [{ disabled: false }, { disabled: false }, { disabled: true }] }),
  )
})

test('while a new price is calculated the old one stays where it is, and nobody can accept', async () => {
  const page = await priced(one, { calculate: [calculated({ variantId: 21 }), 'never'], hurry: 1 })
  const before = page.find('Tiles').map(({ text }) => text)
  page.change('Select', 'option-0', '1')
  await page.until(() => expect(page.button(/^Pay now/).props).toMatchObject({ disabled: true, loading: true }))
  expect(page.find('Tiles').map(({ text }) => text)).toEqual(before)
  expect(page.button('No, thank you').props['disabled']).toBeFalsy()
})

test('of several calculations the last one counts', async () => {
  const slow = Promise.withResolvers<object>()
  const page = await priced(one, { calculate: [calculated(), slow.promise as never, calculated({ total: '20.00', variantId: 21 })] })
  page.change('Select', 'option-0', '1')
  page.change('Select', 'option-0', '0')
  await page.until(() => expect(page.buttons()[0]).toBe('Pay now · €20.00'))
  slow.resolve(calculated({ total: '99.00' }))
  page.change('Select', 'amount-0', '1')
  await page.until(() => expect(page.calculate).toHaveBeenCalledTimes(4))
  expect(page.buttons()[0]).toBe('Pay now · €20.00')
})

test('of several products she takes one: each has a radio button with its name, and its price before she chooses', async () => {
  const page = await priced(step('one', { take: 'one', products: [shirt, cap] }), { calculate: [calculated({ variantId: 21 })] })
  expect(page.find('Radio').map(({ text, props }) => [text, props['checked']])).toEqual([
    ['Shirt', true],
    ['Cap', false],
  ])
  expect(page.text()).toContain('Cap | €9.00 | €8.00')
  expect(page.select('option-0')).toMatchObject({ label: 'Option · Shirt' })
  page.change('Radio', 'take-1', true)
  await page.until(() => expect(page.asked()).toEqual({ changes: [{ type: 'add_variant', variantId: 31, quantity: 1, discount }] }))
  await page.until(() => expect(page.find('Radio').map(({ props }) => props['checked'])).toEqual([false, true]))
})

test('a variant with a discount of its own and a delivery are calculated with it', async () => {
  const own = { value: 3, valueType: 'fixed_amount' as const, title: 'Less' }
  const delivery = { type: 'add_shipping_line' as const, price: 4, title: 'Delivery', presentmentTitle: 'Delivery' }
  const page = await priced(step('one', { products: [{ ...cap, variants: [{ variantId: 31, title: null, discount: own }] }], delivery }))
  await page.until(() =>
    expect(page.asked()).toEqual({ changes: [{ type: 'add_variant', variantId: 31, quantity: 1, discount: own }, delivery] }),
  )
})

test('where the merchant wants no crossed-out price there is none', async () => {
  const page = await priced(step('one', { crossedOut: false }))
  expect(page.find('Text').filter(({ props }) => props['role'] === 'deletion')).toEqual([])
})

const plan = {
  type: 'add_subscription' as const,
  sellingPlanId: 7,
  initialShippingPrice: 0,
  recurringShippingPrice: 0,
  shippingOption: { title: 'Delivery', presentmentTitle: 'Delivery' },
}

test('a subscription is Shopify’s to explain and hers to agree to, before anything is signed', async () => {
  const page = await priced(step('one', { plan, planName: 'Every month' }))
  expect(page.text()).toContain('Every month')
  page.press(/^Pay now/)
  await page.until(() => expect(page.find('BuyerConsent')[0]?.props).toMatchObject({ error: 'Please agree to the subscription first.' }))
  expect(page.server.bodies('accept')).toEqual([])
  page.change('BuyerConsent', null, true)
  await page.until(() => expect(page.find('BuyerConsent')[0]?.props).toMatchObject({ checked: true, error: '' }))
  page.press(/^Pay now/)
  await page.until(() => expect(page.apply.mock.calls).toEqual([['signed.by.encore', { buyerConsentToSubscriptions: true }]]))
})

test('what costs nothing is not called a payment', async () => {
  const page = await priced(one, { calculate: [calculated({ paid: '0.00', total: '0.00' })] })
  expect(page.buttons()[0]).toBe('Add it for free')
})

test('when the limit was reached meanwhile, what takes none of it is one press away', async () => {
  const plain = step('plain', { headline: 'Without a discount' })
  const accept = { ok: false, because: 'budget-reached', message: 'It has run out.', next: 'plain' }
  const page = await priced(one, { offer: offer([one, plain]), accept })
  page.press(/^Pay now/)
  await page.until(() => expect(page.text()).toContain('It has run out.'))
  page.press('See another offer')
  await page.until(() => expect(page.text()).toContain('Without a discount'))
})

test('the merchant’s own words are on the buttons', async () => {
  const page = await priced(step('one', { accept: 'Yes · {total}', decline: 'Rather not' }))
  expect(page.buttons()).toEqual(['Yes · €12.33', 'Rather not'])
})
