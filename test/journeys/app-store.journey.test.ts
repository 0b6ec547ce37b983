// Shopify's own lists, point by point, so that a person can read what is held and how. The App Store's "5.8 Post purchase" (it has no
// 5.8.4), its rules for embedded apps, and the design traps of Built for Shopify. LCP, CLS and INP are measured by `npm run bench -- admin`.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../app/surfaces/contract.ts'
import { en } from '../../app/surfaces/wording/en.ts'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { declared } from '../support/toml.ts'
import { buy, callEncore, control, createOffer, findOrder, findProduct, installEncore, offerOf, openEncore, settled } from './people.ts'

const world = scene('app store')
const PHONE = 'Lumen Mini, Ivory'
const CASE = 'Cork case, Navy'
const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }))

let merchant: Visitor
let shopper: Visitor
let token: string
let requested: string[]

const accepting = (page: Page) => page.getByRole('button', { name: /^Pay now · / })
const declining = (page: Page) => page.getByRole('button', { name: en.words.decline })

test('a merchant has an offer, and a shopper stands before it', async () => {
  merchant = await world.person({ allow: [/status of 404/] })
  await installEncore(world.stack, merchant.page)
  const steps = [{ id: 'case', product: CASE, percent: 15 }]
  await createOffer(world.stack, 'aurora', await offerOf(world.stack, 'aurora', { title: 'Case', bought: PHONE, steps }))
  await settled(world.stack)
  shopper = await world.person()
  requested = []
  shopper.context.on('request', (request) => void requested.push(request.url()))
  token = await buy(world.stack, shopper.page, { product: PHONE })
  await expect.poll(() => accepting(shopper.page).isEnabled()).toBe(true)
})

describe('App Store 5.8: post-purchase', () => {
  test('5.8.1 the app asks for write_checkout_extensions_apis', () => {
    expect(declared.scopes).toContain('write_checkout_extensions_apis')
  })

  test('5.8.2 one button accepts and one declines, of the same kind and size, both without scrolling', async () => {
    const [yes, no] = [await boxOf(accepting(shopper.page)), await boxOf(declining(shopper.page))]
    expect([no.width, no.height]).toEqual([yes.width, yes.height])
    expect(await lookOf(declining(shopper.page))).toEqual(await lookOf(accepting(shopper.page)))
    const bottom = shopper.page.viewportSize()?.height ?? 0
    expect(Math.max(yes.y + yes.height, no.y + no.height)).toBeLessThanOrEqual(bottom)
  })

  test('5.8.3 name, price and picture are those of the store', async () => {
    const product = await findProduct(world.stack, 'aurora', CASE)
    const { page } = shopper
    expect(await page.getByRole('heading', { name: CASE, exact: true }).count()).toBe(1)
    expect(await page.locator('del').first().innerText()).toContain(product.variants[0]?.price ?? 'no price')
    const picture = await page.locator('main img, body img').first().getAttribute('src')
    expect(product.images.map(({ url }) => pathOf(url))).toContain(pathOf(picture ?? ''))
  })

  test('5.8.5 a subscription is sold only by a selling plan of the shop, with Shopify’s own consent', () => {
    const bundle = sources('extensions/post-purchase-offer/src/**/*.ts').map(({ text }) => text)
    const changes = sources('app/surfaces/accept/changeset.ts').map(({ text }) => text)
    for (const text of changes) expect(/add_subscription/.test(text)).toBe(/sellingPlanId/.test(text))
    const sells = changes.some((text) => text.includes('add_subscription'))
    expect(bundle.some((text) => text.includes('BuyerConsent'))).toBe(sells)
  })

  test('5.8.7 what calls for attention is a CalloutBanner', async () => {
    expect(await shopper.page.locator('.callout').count()).toBe(1)
  })

  test('5.8.8 the price is broken down before she accepts, and the button names what she pays', async () => {
    const text = await shopper.page.locator('body').innerText()
    const { subtotal, discount, shipping, taxIncluded, total } = en.words
    for (const label of [subtotal, discount, shipping, taxIncluded, total]) expect(text).toContain(label)
    const pays = /€[\d.,]+/.exec(await accepting(shopper.page).innerText())?.[0]
    expect(pays && text.slice(text.indexOf(total)).includes(pays)).toBeTruthy()
  })

  test('5.8.9 nothing on the page comes from, or leads to, anybody but the shop, Shopify and Encore', async () => {
    const hosts = new Set(requested.filter((url) => url.startsWith('http')).map((url) => new URL(url).hostname))
    expect([...hosts].filter((host) => !/^(aurora|app|admin)\.localhost$/.test(host))).toEqual([])
    expect(await shopper.page.locator('a[href^=http]').count()).toBe(0)
  })

  test('5.8.10 the page says nothing about where a parcel is', async () => {
    expect(await shopper.page.locator('body').innerText()).not.toMatch(/track(ing)? (your|number)|shipped|carrier/i)
  })

  test('no countdown: nothing on the page changes while she reads, and the bundle has no timer that repeats', async () => {
    const before = await shopper.page.locator('body').innerText()
    await shopper.page.waitForTimeout(2_500)
    expect(await shopper.page.locator('body').innerText()).toBe(before)
    for (const { text } of sources('extensions/post-purchase-offer/src/**/*.ts')) expect(text).not.toContain('setInterval')
  })

  test('at most three offers in a row, and three accepted', async () => {
    const steps = ['a', 'b', 'c', 'd'].map((id, index, all) => ({ id, product: CASE, ...next(all[index + 1]) }))
    const tooMany = await offerOf(world.stack, 'aurora', { title: 'Four in a row', steps })
    const answer = await callEncore(world.stack, 'aurora', '/offers/new', { definition: tooMany, status: 'draft', version: null })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('at most three steps in a row')
  })

  test('5.8.6 accepting ends on the order confirmation, and so does an error', async () => {
    await accepting(shopper.page).click()
    await shopper.page.waitForURL(/thank_you/)
    expect((await findOrder(world.stack, 'aurora', token)).lines.map(({ title }) => title)).toEqual([PHONE, CASE])
    const unlucky = await world.person()
    const second = await buy(world.stack, unlucky.page, { product: PHONE })
    await control(world.stack, `checkouts/${second}/fault`, { code: ERROR_CODES[0], on: 'apply' })
    await accepting(unlucky.page).click()
    await unlucky.page.getByRole('button', { name: en.words.continue }).click()
    await unlucky.page.waitForURL(/thank_you/)
  })
})

const next = (id: string | undefined) => (id === undefined ? {} : { onDecline: id, onAccept: id })
const pathOf = (url: string): string => new URL(url, 'http://shop.invalid').pathname
const lookOf = (button: Locator) =>
  button.evaluate((element) => {
    const { backgroundColor, color, fontSize, borderRadius } = getComputedStyle(element)
    return { backgroundColor, color, fontSize, borderRadius }
  })

async function boxOf(button: Locator) {
  const box = await button.boundingBox()
  if (!box) throw new Error('The button is not on the page')
  return box
}

describe('App Store: embedded apps', () => {
  test('App Bridge, in Shopify’s latest version, is the first script of every document', () => {
    const [document] = sources('app/root.tsx')
    expect(document?.text).toContain('https://cdn.shopify.com/shopifycloud/app-bridge.js')
    expect(document?.text.indexOf('<script src={')).toBeLessThan(document?.text.indexOf('<Scripts />') ?? 0)
  })

  test('the Admin API is spoken in GraphQL alone', () => {
    for (const { file, text } of sources('app/**/*.{ts,tsx}'))
      expect([file, /admin\/api\/\S*(?<!\/graphql)\.json/.exec(text)]).toEqual([file, null])
  })

  test('each scope is used by something that shipped, and named with its reason in shopify.app.toml', () => {
    const [toml] = sources('shopify.app.toml')
    for (const scope of declared.scopes) expect(toml?.text).toMatch(new RegExp(`^# ${scope} +\\S`, 'm'))
  })

  test('the three compliance topics are subscribed to', () => {
    expect([...declared.complianceTopics].sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact'])
  })

  test('it works where third-party cookies and storage are refused', async () => {
    for (const { file, text } of sources('app/**/*.tsx'))
      expect([file, /\b(localStorage|sessionStorage|document\.cookie)\b/.exec(text)]).toEqual([file, null])
  })
})

describe('Built for Shopify: design', () => {
  const sideways = (page: Page) => {
    const inside = page.frames().find((frame) => frame.url().includes('app.localhost'))
    return inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  }

  test('the navigation is the admin’s own, names no "Home", and has no emoji', async () => {
    await openEncore(world.stack, merchant.page)
    const all = await merchant.page.getByRole('navigation').getByRole('link').allInnerTexts()
    const names = all.slice(all.findIndex((name) => name.endsWith('Encore'))).map((name) => name.trim())
    expect(names).toEqual(expect.arrayContaining(['Offers', 'Orders', 'Settings']))
    expect(names.map((name) => name.toLowerCase())).not.toContain('home')
    expect(names.filter((name) => /\p{Extended_Pictographic}/u.test(name))).toEqual([])
  })

  test.each([['/offers/new', 'Offers']])('the page %s leads back to %s', async (path, back) => {
    const app = await openEncore(world.stack, merchant.page, { path })
    await app.getByRole('link', { name: back }).first().click()
    await merchant.page.waitForURL(/\/offers$/)
  })

  test.each(['', '/offers', '/offers/new', '/orders', '/settings'])('the page "%s" does not scroll sideways on a phone', async (path) => {
    await merchant.page.setViewportSize({ width: 360, height: 740 })
    await openEncore(world.stack, merchant.page, { path })
    expect(await sideways(merchant.page)).toBeLessThanOrEqual(0)
    await merchant.page.setViewportSize({ width: 1_280, height: 900 })
  })

  test('errors: none before she has done anything; then red, beside the field, and there until it is right', async () => {
    const { page } = merchant
    const app = await openEncore(world.stack, page, { path: '/offers/new' })
    expect(await errors(app).count()).toBe(0)
    await app.getByLabel('Name', { exact: true }).fill('x')
    await app.getByLabel('Name', { exact: true }).fill('')
    await app.getByLabel('Name', { exact: true }).press('Tab')
    const told = app.getByText('Give the offer a name')
    await told.waitFor()
    expect(await redOf(told)).toBeGreaterThan(100)
    const [field, words] = [await boxOf(app.getByLabel('Name', { exact: true })), await boxOf(told)]
    expect(words.y - (field.y + field.height)).toBeLessThan(24)
    await app.getByLabel('Name', { exact: true }).fill('A name')
    await expect.poll(() => told.count()).toBe(0)
  })

  test('what is not saved holds her back before she leaves', async () => {
    const { page } = merchant
    await page.getByRole('link', { name: 'Orders', exact: true }).last().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
    expect(await embedded(page).getByLabel('Name', { exact: true }).inputValue()).toBe('A name')
    await page.getByRole('button', { name: 'Discard' }).click()
  })

  test('the home page shows what the offers earned', async () => {
    const app = await openEncore(world.stack, merchant.page)
    await app.getByText('The last 30 days').first().waitFor()
  })
})

const errors = (app: FrameLocator) => app.locator('[class*=InlineError], [class*=textCritical]')
/** How much redder than green or blue. */
const redOf = (words: Locator) =>
  words.evaluate((element) => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number)
    return red - Math.max(green, blue)
  })
