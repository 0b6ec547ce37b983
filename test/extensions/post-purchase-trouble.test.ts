import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES } from '#app/surfaces/contract.ts'
import { BUDGETS } from '../bench/budgets/budgets.ts'
import { buildExtension } from './build.ts'
import { stopSandboxes } from './post-purchase/page.ts'
import { calculated, offer, processed, signed, step, unprocessed } from './post-purchase/purchase.ts'
import { visitPage } from './post-purchase/visit.ts'

let built: Awaited<ReturnType<typeof buildExtension>>
beforeAll(async () => void (built = await buildExtension('post-purchase-offer')))
afterAll(async () => {
  await stopSandboxes()
  await built.remove()
})

type Given = Parameters<typeof visitPage>[1]
type Page = Awaited<ReturnType<typeof visitPage>>
const visit = (given: Given = {}) => visitPage(built.bundle, { offer: offer(), ...given })

async function accept(given: Given = {}) {
  const page = await visit(given)
  await page.until(() => expect(page.buttons()[0]).toMatch(/^Pay now/))
  page.press(/^Pay now/)
  return page
}
async function message(page: Page) {
  await page.until(() => expect(page.find('Banner')).toHaveLength(1))
  return page.find('Banner')[0]?.text
}
async function leave(page: Page) {
  page.press('Continue to your order')
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
}

const SAID: Record<(typeof ERROR_CODES)[number], RegExp> = {
  payment_required: /bank did not accept the payment\. Nothing was charged/,
  insufficient_inventory: /just sold out\. Nothing was charged/,
  changeset_already_applied: /already part of your order\. You were not charged twice/,
  unsupported_payment_method: /cannot be used for a second payment\. Nothing was charged/,
  invalid_request: /no longer valid\. Nothing was charged/,
  server_error: /went wrong/,
  buyer_consent_required: /consent to a subscription.*Nothing was charged/,
  subscription_vaulting_error: /could not be saved for a subscription\. Nothing was charged/,
  subscription_contract_creation_error: /subscription could not be set up\. Nothing was charged/,
  subscription_no_shipping_address_error: /needs a shipping address.*Nothing was charged/,
  subscription_limit_error: /No more subscriptions.*Nothing was charged/,
  order_released_error: /already being prepared.*Nothing was charged/,
}

test.each(ERROR_CODES)('%s after accepting is said in her words and leads on', async (code) => {
  const page = await accept({ apply: [unprocessed(code)] })
  expect(await message(page)).toMatch(SAID[code])
  expect(page.text()).not.toContain('As Shopify says it')
  expect(page.buttons()).toEqual(code === 'server_error' ? ['Try again', 'Continue to your order'] : ['Continue to your order'])
  await leave(page)
  expect(page.server.bodies('outcome')).toMatchObject([{ status: 'unprocessed', errors: [code] }])
})

test.each(ERROR_CODES)('%s instead of a price is said in her words and leads on', async (code) => {
  const page = await visit({ calculate: [unprocessed(code)] })
  expect(await message(page)).toMatch(code === 'server_error' ? /not available any more/ : SAID[code])
  await leave(page)
  expect(page.apply).not.toHaveBeenCalled()
})

test("the offer's own words for an error come before ours", async () => {
  const page = await accept({
    apply: [unprocessed('payment_required')],
    offer: offer(undefined, { errors: { payment_required: 'رفض البنك الدفع.' }, continue: 'إلى طلبك' }),
  })
  expect(await message(page)).toBe('رفض البنك الدفع.')
  expect(page.buttons()).toEqual(['إلى طلبك'])
})

test('trying again applies the very same changeset, so nobody pays twice', async () => {
  const page = await accept({ apply: [unprocessed('server_error'), processed()] })
  await message(page)
  page.press('Try again')
  page.press('Try again')
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
  expect({ signed: page.server.bodies('accept').length, applied: page.apply.mock.calls }).toEqual({
    signed: 1,
    applied: [['signed.by.encore'], ['signed.by.encore']],
  })
})

test('after three tries only the order is left', async () => {
  const page = await accept({ apply: [unprocessed('server_error')] })
  for (const tried of [1, 2]) {
    await page.until(() => expect(page.apply).toHaveBeenCalledTimes(tried))
    await page.until(() => expect(page.button('Try again').props).not.toHaveProperty('loading'))
    page.press('Try again')
  }
  await page.until(() => expect(page.buttons()).toEqual(['Continue to your order']))
  await leave(page)
})

test('a price that fails once can be asked for again', async () => {
  const page = await visit({ calculate: [unprocessed('server_error'), calculated()] })
  await message(page)
  page.press('Try again')
  await page.until(() => expect(page.buttons()[0]).toBe('Pay now · €12.33'))
})

test.each<[string, Given, RegExp]>([
  [
    'the order was edited but the charge failed',
    { apply: [{ ...unprocessed('payment_required'), status: 'partially_processed' }] },
    /now part of your order, but the payment did not go through/,
  ],
  ['Shopify gives a code nobody knows', { apply: [unprocessed('solar_flare')] }, /could not add this.*Nothing was charged/],
  ['Shopify answers the payment with an exception', { apply: [new Error('lost')] }, /do not know yet whether this was added/],
  ['Shopify never answers the payment', { apply: ['never'] }, /do not know yet whether this was added/],
  [
    'the server refuses',
    { accept: { ok: false, because: 'sold-out', message: 'Sold out this minute. Nothing was charged.' } },
    /^Sold out this minute/,
  ],
  ['the server refuses without a word', { accept: { ok: false, because: 'sold-out' } }, /could not add this.*Nothing was charged/],
  ['the server is silent', { accept: 'silent' }, /could not add this.*Nothing was charged/],
  ['the server is broken', { accept: 'broken' }, /could not add this/],
  ['the server no longer knows the token', { accept: 'forbidden' }, /could not add this/],
  ['the server forgets the changeset', { accept: { ...signed, changeset: '' } }, /could not add this/],
])('when %s, she reads so and goes on to her order', async (_, given, words) => {
  const page = await accept(given)
  expect(await message(page)).toMatch(words)
  await leave(page)
})

test('an answer that was lost on its way is asked for again, and she pays once', async () => {
  const page = await accept({ accept: ['broken', 'broken', signed] })
  for (const asked of [1, 2]) {
    expect(await message(page)).toMatch(/could not add this.*Nothing was charged/)
    // While it asks, the message of before still stands, and its button does nothing.
    await page.until(() => expect(page.button('Try again').props['loading']).not.toBe(true))
    expect(page.buttons()).toEqual(['Try again', 'Continue to your order'])
    page.press('Try again')
    await page.until(() => expect(page.server.bodies('accept')).toHaveLength(asked + 1))
  }
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
  expect(new Set(page.server.bodies('accept').map((body) => JSON.stringify(body))).size).toBe(1)
  expect(page.apply.mock.calls).toEqual([['signed.by.encore']])
})

test.each<[string, Given]>([
  ['never comes', { calculate: ['never'], hurry: 1_000 }],
  ['is an exception', { calculate: [new Error('lost')] }],
])('a price that %s leaves a way on', async (_, given) => {
  const page = await visit(given)
  expect(await message(page)).toMatch(/not available any more/)
  await leave(page)
})

test.each<[string, Given]>([
  ['nothing was stored', { storage: undefined }],
  ['something else was stored', { storage: { ref: 'another version' } }],
  ['the offer has no steps', { offer: offer([]) }],
  ['the offer is malformed', { offer: offer([{ ...step('one'), products: null as never }]) }],
  ['the price is malformed', { calculate: [{ status: 'processed', errors: [], calculatedPurchase: {} }] }],
  ['the payment is answered with nonsense', { apply: [{ status: 'processed', errors: 'none' }] }],
])('when %s, she is led to her order', async (_, given) => {
  const page = await visit(given)
  if (given.apply) {
    await page.until(() => expect(page.buttons()[0]).toMatch(/^Pay now/))
    page.press(/^Pay now/)
  }
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
})

test('a server that swallows every report holds nobody back', async () => {
  const page = await accept({ event: 'silent' })
  await page.until(() => expect(page.done).toHaveBeenCalledOnce())
})

test('leaving is tried again when Shopify does not hear it', async () => {
  const page = await accept({ done: [new Error('lost'), undefined] })
  await page.until(() => expect(page.done).toHaveBeenCalledTimes(2))
})

test('the bundle asks nothing of the browser that ES2015 does not have', async () => {
  const later =
    /getOwnPropertyDescriptors|Object\.(entries|values|fromEntries)|\.(includes|padStart|padEnd|flat|flatMap|finally|at|replaceAll)\(|\?\.|\?\?|async /
  expect((await readFile(built.bundle, 'utf8')).match(later)?.[0]).toBeUndefined()
})

test('the bundle weighs at most 12,000 bytes after deflate', async () => {
  expect(deflateSync(await readFile(built.bundle)).length).toBeLessThan(BUDGETS['post_purchase']!)
})
