import { rm } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import type { Visitor } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import type { SimOrder } from '../model.ts'
import { readJwt } from '../tokens/jwt.ts'
import { ORDER_STATUS, THANK_YOU } from './api/pages.ts'
import { uiExtensionFolder } from './fixture.ts'
import { placeBlock } from './placement.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

// The block answers what is asked of it: one button for each question, and the answer as text.
const ASKED = `
const [said, setSaid] = useState(['0'])
const say = (text) => setSaid(([count]) => [String(+count + 1), text])
const ask = (work) => async () => { try { say(JSON.stringify(await work()) ?? 'null') } catch (error) { say('"failed: ' + error.message + '"') } }
const app = 'http://app.localhost:' + new URL(shopify.shop.storefrontUrl).port
const call = async (headers) => (await fetch(app + '/surface', { method: 'POST', headers, body: await shopify.sessionToken.get() })).text()
const questions = {
  token: () => shopify.sessionToken.get(),
  call: () => call({}),
  preflight: () => call({ authorization: 'Bearer x' }),
  write: () => shopify.storage.write('seen', { offers: [1] }),
  read: () => shopify.storage.read('seen'),
  delete: () => shopify.storage.delete('seen'),
  query: () => shopify.query('{ shop { name } }'),
  login: () => shopify.requireLogin(),
  shopper: () => ({ email: shopify.buyerIdentity?.email.value, id: shopify.buyerIdentity?.customer.value?.id, city: shopify.shippingAddress?.value?.city, country: shopify.shippingAddress?.value?.countryCode, state: shopify.authenticationState?.value }),
  metafields: () => shopify.appMetafields.value,
  settings: () => shopify.settings.value,
  order: () => ({ confirmation: shopify.orderConfirmation?.value, order: shopify.order?.value, attributes: shopify.attributes.value, codes: shopify.discountCodes.value, total: shopify.cost.totalAmount.value }),
}
return <s-section heading="Questions">
  {Object.keys(questions).map((name) => <s-button key={name} onClick={ask(questions[name])}>{name}</s-button>)}
  <s-text>{said.join(' ')}</s-text>
</s-section>`

let projectFolder: string
beforeAll(async () => {
  projectFolder = await uiExtensionFolder({ body: ASKED, more: '[[extensions.metafields]]\nnamespace = "$app"\nkey = "post_purchase"' })
})
afterAll(() => rm(projectFolder, { recursive: true }))

interface Talk extends Visitor {
  ask(question: string): Promise<unknown>
}

/** Opens one of the two pages of an order with the block on it. */
async function open(on: Scene, order: SimOrder, target: string, shopper: Visitor): Promise<Talk> {
  await placeBlock(on.simulator, on.shop, { extension: 'small', target, settings: { title: 'Thanks', most: 3 } })
  const path = target === THANK_YOU ? `checkouts/${order.checkoutToken}/thank_you` : `orders/${order.token}`
  await shopper.page.goto(`http://test.localhost:${on.port}/${path}`)
  const said = shopper.page.locator('.block s-text')
  let asked = 0
  return {
    ...shopper,
    async ask(question) {
      await shopper.page.getByRole('button', { name: question, exact: true }).click()
      await said.filter({ hasText: new RegExp(`^${++asked} `) }).waitFor()
      const text = (await said.textContent()) ?? ''
      return JSON.parse(text.slice(text.indexOf(' ') + 1))
    },
  }
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

test('the session token is signed by Shopify, for five minutes, and names the shopper only when she has logged in', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const shopper = await open(on, order, ORDER_STATUS, await visit(browser))
  const claims = async () => readJwt(String(await shopper.ask('token')), on.simulator.app.secret)
  const { iat, exp, nbf, ...rest } = (await claims()) as Record<string, number>
  expect(Math.abs(Number(iat) - seconds(on.simulator.clock.now()))).toBeLessThan(60)
  expect([Number(exp) - Number(iat), nbf]).toEqual([300, iat])
  expect(rest).toEqual({ dest: 'test.myshopify.com', aud: on.simulator.app.clientId, jti: expect.any(String) })
  await shopper.page.getByRole('button', { name: 'login', exact: true }).click()
  await shopper.page.getByRole('button', { name: 'Log in' }).click()
  await shopper.page.getByRole('heading', { name: 'Questions' }).waitFor()
  const again = await open(on, order, ORDER_STATUS, shopper)
  const known = readJwt(String(await again.ask('token')), on.simulator.app.secret)
  expect(known).toMatchObject({ sub: `gid://shopify/Customer/${order.customerId}` })
  expect(await again.ask('shopper')).toMatchObject({ state: 'fully_authenticated', id: `gid://shopify/Customer/${order.customerId}` })
  await shopper.close()
})

test('what the shopper sees of herself on the order-status page before she logs in, and after', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy({ paymentMethod: 'apple_pay', email: 'ada@example.com' })
  const first = await open(on, order, THANK_YOU, await visit(browser))
  expect(await first.ask('shopper')).toEqual({ email: 'ada@example.com', city: 'Berlin', country: 'DE' })
  const later = await open(on, order, ORDER_STATUS, first)
  expect(await later.ask('shopper')).toEqual({ country: 'DE', state: 'pre_authenticated' })
  await first.close()
})

test.each([
  ['fields of level 2 that were not granted', { protectedFields: [] }, { country: 'DE' }],
  ['no level 1', { protectedCustomerData: false }, {}],
])('an app sees of shoppers what it was granted: %s', async (_, settings, seen) => {
  await using on = await scene({ settings: { projectFolder, ...settings } })
  const shopper = await open(on, await on.buy({ paymentMethod: 'apple_pay' }), THANK_YOU, await visit(browser))
  expect(await shopper.ask('shopper')).toEqual(seen)
  await shopper.close()
})

test('the app hears of nobody: no origin, and only * lets its answer through', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const shopper = await open(on, order, THANK_YOU, await visit(browser, { allow: [/CORS|ERR_FAILED/] }))
  const allow = (origin: string | null) => ({ 'content-type': 'text/plain', ...(origin ? { 'access-control-allow-origin': origin } : {}) })
  on.answerWith(() => ({ status: 200, headers: allow(null), body: 'hello' }))
  expect(await shopper.ask('call')).toMatch(/^failed/)
  on.answerWith(() => ({ status: 200, headers: allow(`http://test.localhost:${on.port}`), body: 'hello' }))
  expect(await shopper.ask('call')).toMatch(/^failed/)
  on.answerWith(() => ({ status: 200, headers: allow('*'), body: 'hello' }))
  expect(await shopper.ask('call')).toBe('hello')
  const heard = on.received.filter(({ path }) => path === '/surface')
  expect(heard.map(({ method, headers }) => [method, headers['origin'], headers['cookie']])).toEqual([
    ['POST', 'null', undefined],
    ['POST', 'null', undefined],
    ['POST', 'null', undefined],
  ])
  expect(readJwt(heard[0]?.body ?? '', on.simulator.app.secret)).toMatchObject({ dest: 'test.myshopify.com' })
  await shopper.ask('preflight')
  expect(on.received.at(-1)).toMatchObject({ method: 'OPTIONS' })
  await shopper.close()
})

test('what a block stores is there at the next visit of the page, and gone when it is deleted', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const shopper = await open(on, order, THANK_YOU, await visit(browser))
  expect(await shopper.ask('read')).toBeNull()
  await shopper.ask('write')
  const again = await open(on, order, THANK_YOU, shopper)
  expect(await again.ask('read')).toEqual({ offers: [1] })
  await again.ask('delete')
  expect(await again.ask('read')).toBeNull()
  await shopper.close()
})

test('the order, its attributes and money, the merchant’s settings and the app’s metafields', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const namespace = `app--${on.simulator.app.clientId}`
  const at = '2026-01-01T00:00:00Z'
  await on.simulator.store.put(on.shop.domain, 'metafieldOfShop', {
    id: 5,
    namespace,
    key: 'post_purchase',
    type: 'json',
    value: '{}',
    updatedAt: at,
  })
  await on.buy({ paymentMethod: 'apple_pay', email: 'ada@example.com' })
  const order = await on.buy({
    paymentMethod: 'apple_pay',
    email: 'ada@example.com',
    presentmentCurrency: 'USD',
    attributes: [{ key: 'offer', value: 'f1' }],
  })
  const shopper = await open(on, order, THANK_YOU, await visit(browser))
  const number = order.token.slice(0, 9).toUpperCase()
  expect(await shopper.ask('order')).toEqual({
    confirmation: { order: { id: `gid://shopify/OrderIdentity/${order.id}` }, number, isFirstOrder: false },
    attributes: [{ key: 'offer', value: 'f1' }],
    codes: [],
    total: { amount: Number(order.originalTotal.presentment), currencyCode: 'USD' },
  })
  expect(await shopper.ask('settings')).toEqual({ title: 'Thanks', most: 3 })
  expect(await shopper.ask('metafields')).toEqual([
    {
      target: { type: 'shop', id: `gid://shopify/Shop/${on.shop.id}` },
      metafield: { namespace, key: 'post_purchase', value: '{}', type: 'json', valueType: 'json_string' },
    },
  ])
  expect(await shopper.ask('query')).toBe('failed: The extension asks for no api_access in its toml')
  const later = await open(on, order, ORDER_STATUS, shopper)
  expect(await later.ask('order')).toMatchObject({
    order: { id: `gid://shopify/Order/${order.id}`, name: order.name, confirmationNumber: number, processedAt: order.processedAt },
  })
  await shopper.close()
})
