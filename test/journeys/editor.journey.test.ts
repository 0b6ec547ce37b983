import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { ar } from '../../app/surfaces/wording/ar.ts'
import { en } from '../../app/surfaces/wording/en.ts'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { difference } from '../support/pictures.ts'
import { seeThatNoPlaceIsOpen } from './afterwards.ts'
import { tabTo } from './keyboard.ts'
import { buy, callEncore, createOffer, findOrder, installEncore, offerOf, openEncore, query, settled } from './people.ts'
import { accepts, walk } from './screens.ts'

const world = scene('editor')
const CASE = 'Leather case, Black'
const CABLE = 'Braided cable, Black'
const GLASS = 'Tempered glass, Clear'
const PLAN = { sellingPlanId: '600000101', name: 'Every 3 months, 10 % off' }
const PHONE = 'Lumen 9, Graphite'
const ALL = 'All of these must be true'
const ANY = 'At least one of these must be true'
let merchant: Visitor

async function addByKeys(page: Page, group: string, search: string): Promise<void> {
  await tabTo(page, `Add condition to “${group}”`)
  await page.keyboard.press('Enter')
  await embedded(page).getByPlaceholder('Search conditions').waitFor()
  await page.keyboard.type(search)
  await page.keyboard.press('Enter')
}

const reads = (page: Page, sentence: string) => embedded(page).getByText(sentence, { exact: true }).waitFor()

test('a nested offer is built and saved by keyboard alone', async () => {
  merchant = await world.person({ allow: [/net::ERR_FAILED/] })
  const { page } = merchant
  await installEncore(world.stack, page)
  await openEncore(world.stack, page, { path: '/offers/new' })
  const { keyboard } = page
  await tabTo(page, 'Name')
  await keyboard.type('By keyboard')
  await addByKeys(page, ALL, 'order value')
  await tabTo(page, 'At least', { back: true })
  await keyboard.type('50')
  await tabTo(page, `Add group to “${ALL}”`)
  await keyboard.press('Enter')
  await addByKeys(page, ANY, 'first-time')
  await addByKeys(page, ANY, 'country')
  await tabTo(page, 'Countries', { back: true })
  await keyboard.type('Germany')
  await embedded(page).getByRole('option', { name: 'Germany' }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  const nested = 'Shown to shoppers who spent at least €50.00 and either order for the first time or ship to Germany.'
  await reads(page, nested)

  await tabTo(page, 'Move up: Shipping country', { back: true })
  await keyboard.press('Enter')
  await reads(page, nested.replace('order for the first time or ship to Germany', 'ship to Germany or order for the first time'))
  await keyboard.press('Enter')
  await reads(page, 'Shown to shoppers who spent at least €50.00, ship to Germany and order for the first time.')
  await embedded(page).getByText(`Shipping country is now in “${ALL}”`).waitFor()
  await tabTo(page, 'Move down: Shipping country')
  await keyboard.press('Enter')
  await reads(page, nested.replace('order for the first time or ship to Germany', 'ship to Germany or order for the first time'))
  await tabTo(page, 'Remove: Shipping country')
  await keyboard.press('Enter')
  await reads(page, 'Shown to shoppers who spent at least €50.00 and order for the first time.')

  await tabTo(page, 'Choose what to offer')
  await keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('searchbox').waitFor()
  await tabTo(page, /search/i)
  await keyboard.type(CASE)
  await page.getByRole('dialog').getByText(CASE).first().waitFor()
  await tabTo(page, new RegExp(CASE))
  await keyboard.press('Space')
  await tabTo(page, /^(Add|Select)$/)
  await keyboard.press('Enter')
  await tabTo(page, 'Save')
  await keyboard.press('Enter')
  await page.waitForURL(/\/offers\/[0-9a-f-]{36}$/)
  merchant.mustBeQuiet()
})

/** A bundle; one of two with a variant and a number to choose; a subscription: each for who declined the one before. */
async function threeKinds() {
  const wish = ['step-1', 'step-2', 'step-3'].map((id, index) => ({ id, product: [CASE, CABLE, GLASS][index]!, percent: 15 + 5 * index }))
  const offer = await offerOf(world.stack, 'aurora', { title: 'Case after the phone', bought: PHONE, priority: 5, steps: wish })
  const { steps } = offer as { steps: { items: { products: object[] } }[] }
  const [one, several, plan] = steps.map((step, index) => ({ ...step, onDecline: ['step-2', 'step-3', null][index] }))
  const cable = { ...several!.items.products[0], anyVariant: true, least: 1, most: 5 }
  const choice = { ...several, items: { kind: 'choice', products: [cable, ...one!.items.products] } }
  return { ...offer, steps: [one, choice, { ...plan, subscription: PLAN }] }
}

test('the preview is what the shopper then sees, of each kind of step and from right to left too, without asking the shop', async () => {
  const { page } = merchant
  const marks = [CASE, CABLE, PLAN.name]
  const app = await openEncore(world.stack, page, { path: `/offers/${await createOffer(world.stack, 'aurora', await threeKinds())}` })
  const screen = app.locator('[data-preview=shown] .page')
  await page.setViewportSize({ width: 1280, height: 1800 }) // No part of a step is out of sight.
  await screen.waitFor()
  const width = await screen.evaluate((drawn) => drawn.clientWidth)
  const english = await walk(screen, en.words, marks)
  await app.getByText('Here the shopper goes on to the order confirmation.').waitFor()
  await app.getByLabel('Language').last().selectOption('ar')
  await app.locator('[data-preview=shown] .page[dir=rtl]').waitFor()
  const arabic = await walk(screen, ar.words, marks)
  await app.getByRole('button', { name: 'Start again' }).click()
  await screen.getByRole('button', { name: accepts(ar.words) }).click()
  await app.getByText('Here the shopper goes on to the order confirmation.').waitFor()
  await app.getByLabel('Language').last().selectOption('en')
  await app.getByLabel('Page', { exact: true }).selectOption('thank-you')
  const block = app.frameLocator('[data-preview=shown] iframe')
  await block.getByRole('heading', { name: `Goes well with your order: ${CASE}` }).waitFor()
  await block.getByRole('button', { name: 'No, thanks' }).click()
  await block.getByText(CABLE).first().waitFor()

  for (const [language, words, previewed] of [
    ['en', en.words, english],
    ['ar', ar.words, arabic],
  ] as const) {
    const shopper = await world.person({ mobile: true })
    await shopper.page.setViewportSize({ width, height: 844 })
    await buy(world.stack, shopper.page, { product: PHONE, language })
    const seen = await walk(shopper.page.locator('#extension'), words, marks)
    for (const [index, { texts, picture }] of seen.entries()) {
      expect(texts).toEqual(previewed[index]?.texts)
      expect(await difference(previewed[index]!.picture, picture), `${language}, ${marks[index]}`).toBeLessThan(0.001)
    }
    await shopper.close()
  }
  merchant.mustBeQuiet()
})

test('an order tells what each rule said; replayed after a rule changed it says something else', async () => {
  const { page } = merchant
  const wish = { title: 'Phone buyers', bought: PHONE, priority: 50, steps: [{ id: 'step-1', product: CASE }] }
  const offer = (await offerOf(world.stack, 'aurora', wish)) as { rules: object }
  const id = await createOffer(world.stack, 'aurora', offer)
  const shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { product: PHONE, email: 'replay@shopper.example' })
  await shopper.page.getByRole('button', { name: 'No, thanks' }).click()
  await shopper.page.waitForURL(/thank_you/)
  await settled(world.stack)
  const order = await findOrder(world.stack, 'aurora', token)
  const app = await openEncore(world.stack, page, { path: `/orders/${order.id}` })
  const mine = app.locator('.verdict', { hasText: 'Phone buyers' }).first()
  await mine.getByText('What each condition said').click()
  await mine.getByText(`Bought ${PHONE}`).waitFor()
  await page.route(/\/replay$/, (route) => route.abort())
  await app.getByRole('button', { name: 'Replay with today’s offers' }).click()
  await app.getByRole('status').getByText('Encore does not answer. It is asked again every few seconds.').waitFor()
  await page.unroute(/\/replay$/)
  await app.getByRole('button', { name: 'Ask again' }).click()
  await app.getByText('Today no place would show anything else.').waitFor()
  const place = (name: string) => app.locator('.verdict', { has: app.getByRole('heading', { name, exact: true }) })

  const never = { kind: 'all', rules: [{ kind: 'order-value', atLeast: 9_999_900, atMost: null }] }
  const changed = { definition: { ...offer, rules: never }, status: 'active', version: 1 }
  const saved = await callEncore(world.stack, 'aurora', `/offers/${id}`, changed)
  expect(saved.status).toBe(200)
  await app.getByRole('button', { name: 'Replay again' }).click()
  await app.getByText(/^Today .* would show something else: Page after payment/).waitFor()
  await place('Page after payment').getByText('“Case after the phone”', { exact: true }).waitFor()
  await place('Message').getByText('No message: who has met an offer on a page gets none by message.').waitFor()
  await app.getByText(/“Phone buyers” fitted then. Today it does not: .*version 1 then, version 2 today/).waitFor()
  await mine.getByRole('link', { name: 'Phone buyers, version 1 as this order saw it' }).click()
  await app.getByRole('heading', { name: 'Version 1' }).waitFor()
  await app.getByText('You look at an older version.', { exact: false }).waitFor()
  await app.getByRole('button', { name: 'Restore this version' }).click()
  await page.waitForURL(new RegExp(`/offers/${id}$`))
  await app.getByText(`Shown to shoppers who bought ${PHONE}.`).waitFor()
  merchant.mustBeQuiet()
})

test('what a version changed is told in words', async () => {
  const app = embedded(merchant.page)
  const history = app.getByRole('link', { name: 'Version history' })
  const toHistory = history.or(app.getByRole('button', { name: 'More actions' }))
  await toHistory.first().click()
  const there = history.or(app.getByRole('heading', { name: 'Version history' }))
  await there.first().click()
  await app.getByRole('heading', { name: 'Version 3' }).waitFor()
  expect(await app.getByText(/^Who sees it: Shown to shoppers who spent at least €99,999.00/).count()).toBe(1)
  await app.getByText(/1 order saw it$/).waitFor()
  await app.getByRole('button', { name: 'Restore version 2' }).click()
  await app.getByRole('heading', { name: 'Version 4' }).waitFor()
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await app.getByRole('heading', { name: 'Version 5' }).waitFor()
  merchant.mustBeQuiet()
})

test('an editor left open while the list is reordered keeps the new order, and a place that is taken away is told in the list', async () => {
  const { page } = merchant
  const inOrder = () =>
    query<{ id: string; title: string; version: number }>(
      world.stack.databases.app,
      `select id, title, version from offer where status = 'active' and archived_at is null order by priority desc, id`,
    )
  const before = await inOrder()
  const [first, last] = [before[0]!, before.at(-1)!]
  const app = await openEncore(world.stack, page, { path: `/offers/${last.id}` })
  await app.getByRole('checkbox', { name: 'Message' }).uncheck()
  await callEncore(world.stack, 'aurora', '/offers?index', { action: 'move', ids: [last.id], target: first.id, side: 'before' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const saved = { ...last, version: last.version + 1 }
  await expect.poll(async () => (await inOrder())[0], { timeout: 15_000 }).toEqual(saved)
  const list = await openEncore(world.stack, page, { path: '/offers' })
  await list.getByText('Only: Page after payment, Thank-you page, Order’s page').waitFor()
  merchant.mustBeQuiet()
})

test('an offer begins from a template that says what is left to choose', async () => {
  const { page } = merchant
  const app = await openEncore(world.stack, page, { path: '/offers/templates' })
  await app.getByRole('link', { name: 'Use this: A free gift above an order value' }).click()
  await app.getByText('What is left to say').waitFor()
  expect(await app.getByLabel('At least').inputValue()).toBe('100')
  expect(await app.getByRole('checkbox', { name: /^Free gift/ }).isChecked()).toBe(true)
  merchant.mustBeQuiet()
})

test('the editor says how many past orders would have matched, until the conditions change', async () => {
  const { page } = merchant
  const app = await openEncore(world.stack, page, { path: '/offers/new' })
  await app.getByRole('button', { name: 'Count among the last 30 days’ orders' }).click()
  await app.getByText(/^([\d,]+) of \1 orders of the last 30 days would have matched \(100 %\)\.$/).waitFor()
  await app.getByRole('button', { name: `Add condition to “${ALL}”` }).click()
  await app.getByRole('menuitem', { name: 'First-time or returning shopper' }).click()
  await app.getByText(/^Before your last change: /).waitFor()
  await app.getByRole('button', { name: 'Count again' }).click()
  await app.getByText(/^[\d,]+ of [\d,]+ orders of the last 30 days would have matched \(\d{1,2} %\)\.$/).waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  merchant.mustBeQuiet()
})

test('the editor warns of an offer that another one always comes before, and of places that are all shut', async () => {
  await seeThatNoPlaceIsOpen(world.stack, merchant.page)
  const { page } = merchant
  const [steps, shop] = [[{ id: 'only', product: CASE }], 'aurora']
  await createOffer(world.stack, shop, await offerOf(world.stack, shop, { title: 'For everybody', priority: 900_000, steps }))
  const id = await createOffer(world.stack, shop, await offerOf(world.stack, shop, { title: 'Never seen', priority: 1, steps }))
  await openEncore(world.stack, page, { path: `/offers/${id}` })
  await embedded(page).getByText('“For everybody” has a higher priority and it has no conditions').waitFor()
  await embedded(page).getByLabel('Priority').fill('900001')
  await embedded(page).getByText('“For everybody” has a higher priority').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Discard' }).click()
  merchant.mustBeQuiet()
})
