import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { createOffer, installEncore, offerOf, openEncore, pick } from './people.ts'

const world = scene('admin')
const CASE = 'Leather case, Black'
const SUBSCRIBED = 'Tempered glass, Clear' // sold by plans as well
let merchant: Visitor

const saveBar = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

async function writeOffer(page: Page, app: FrameLocator, name: string): Promise<void> {
  await app.getByLabel('Name', { exact: true }).fill(name)
  await app.getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(page, [CASE])
  await saveBar(page).click()
  await page.waitForURL(/\/offers\/[0-9a-f-]{36}$/)
  await said(page, 'Offer saved')
}

test('an offer is written, refused beside its fields, saved, changed and not lost by leaving', async () => {
  merchant = await world.person({ allow: [/status of 40[49]/, /net::ERR_FAILED/] })
  const { page } = merchant
  await installEncore(world.stack, page)
  const app = await openEncore(world.stack, page, { path: '/offers/new' })
  expect(await app.getByText('Choose one to five products').count()).toBe(0)
  await app.getByLabel('Name', { exact: true }).fill('Case')
  await saveBar(page).click()
  await app.getByText('Choose one to five products to offer').waitFor()
  await app.getByRole('button', { name: /Add condition to .All/ }).click()
  await app.getByRole('menuitem', { name: 'Order value', exact: true }).click()
  await app.getByRole('textbox', { name: 'At least' }).fill('50')
  await app.getByText('Shown to shoppers who spent at least €50.00.').waitFor()
  await writeOffer(page, app, 'Case')
  await saveBar(page).waitFor({ state: 'hidden' })

  await app.getByLabel('Priority').fill('7')
  await page.getByRole('link', { name: 'Orders', exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  expect(await app.getByLabel('Priority').inputValue()).toBe('7')
  await saveBar(page).click()
  await saveBar(page).waitFor({ state: 'hidden' })
  await app.getByLabel('Priority').fill('9')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => app.getByLabel('Priority').inputValue()).toBe('7')
  merchant.mustBeQuiet()
})

test('what is typed stays while Encore does not answer, and while somebody else saves', async () => {
  const { page } = merchant
  const app = embedded(page)
  const priority = app.getByLabel('Priority')
  const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/preview'))
  await page.route(/\/(preview|warnings|matches|offers\/[^/]+)(\.data)?$/, (route) => route.abort())
  await app.getByRole('textbox', { name: 'Headline' }).first().fill('Typed in the dark')
  await asked
  await priority.fill('21')
  await saveBar(page).click()
  await page.getByText('What you typed is still here').waitFor()
  expect(await app.getByRole('textbox', { name: 'Headline' }).first().inputValue()).toBe('Typed in the dark')
  await page.unrouteAll()

  const other = await world.person()
  const hers = await openEncore(world.stack, other.page, { path: new URL(page.url()).pathname.replace(/.*encore/, '') })
  await hers.getByLabel('Priority').fill('13')
  await saveBar(other.page).click()
  await said(other.page, 'Offer saved')
  const previewed = page.waitForResponse((response) => response.url().endsWith('/preview') && response.ok())
  await priority.fill('22')
  await app.getByRole('textbox', { name: 'Headline' }).first().fill('Typed meanwhile')
  await previewed
  await saveBar(page).click()
  await app.getByText('Someone else saved this offer').first().waitFor()
  expect([await priority.inputValue(), await app.getByRole('textbox', { name: 'Headline' }).first().inputValue()]).toEqual([
    '22',
    'Typed meanwhile',
  ])
  await page.getByRole('button', { name: 'Discard' }).click()
  merchant.mustBeQuiet()
})

let made = ''
const NAMES = ['First of the list', 'Second of the list']

test('offers are activated, paused, archived and brought back from the list, many at once', async () => {
  const { page } = merchant
  for (const title of NAMES)
    made = await createOffer(
      world.stack,
      'aurora',
      await offerOf(world.stack, 'aurora', { title, steps: [{ id: 'step-1', product: CASE }] }),
      'draft',
    )
  const app = await openEncore(world.stack, page, { path: '/offers' })
  const rows = app.getByRole('row', { name: /of the list/ })
  const showing = (badge: string) => rows.filter({ has: page.getByText(badge, { exact: true }) })
  const shows = (count: number, badge: string) => expect.poll(() => showing(badge).count(), { timeout: 10_000 }).toBe(count)
  const choose = async (action: string, toast: string) => {
    for (const row of await rows.all()) await row.getByRole('checkbox').check()
    await app.getByRole('button', { name: action, exact: true }).first().click()
    await said(page, toast)
  }
  await choose('Activate', '2 offers activated')
  await shows(2, 'Active')
  await choose('Pause', '2 offers paused')
  await shows(2, 'Paused')
  await choose('Archive', '2 offers archived')
  await shows(0, 'Paused')
  await page.getByRole('button', { name: 'Undo' }).click()
  await shows(2, 'Paused')
  merchant.mustBeQuiet()
})

/** Nothing for axe to say, and nothing that scrolls sideways. */
async function mustBeFitToUse(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const inside = page.frames().find((frame) => frame.url().includes('app.localhost'))
  expect(await inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const WIDTHS = [1_280, 360]
const PAGES: [string, string | (() => string), ((page: Page, app: FrameLocator) => Promise<void>)?][] = [
  ['home', ''],
  ['offers', '/offers'],
  ['an empty list', '/offers?tab=archived'],
  ['the templates', '/offers/templates'],
  ['the editor', '/offers/new'],
  ['an offer with all its parts', '/offers/new', fillEverything],
  ['the version history', () => `/offers/${made}/versions`],
  ['an old version', () => `/offers/${made}/versions/1`],
  ['its A/B test', () => `/offers/${made}/experiment`],
  ['an offer', '/offers', (_, app) => app.getByRole('link', { name: NAMES[0] ?? '' }).click()],
  ['the editor with its complaints', '/offers/new', complain],
  ['orders', '/orders'],
  ['an order', '/orders', openOrder],
  ['settings', '/settings'],
  ['the wording', '/settings/wording'],
  ['the pages after the order', '/settings/blocks', (_, app) => app.locator('[data-preview=shown]').waitFor()],
  ['an address that is none', '/nothing/here'],
]

/** Every field that the editor can show at once. */
async function fillEverything(page: Page, app: FrameLocator): Promise<void> {
  await app.getByRole('button', { name: /^Add group to .All/ }).click()
  for (const kind of ['Order value', 'Shipping country', 'Bought a product']) {
    await app.getByRole('button', { name: /^Add condition to .At least/ }).click()
    await app.getByRole('menuitem', { name: kind, exact: true }).click()
  }
  await app.getByRole('button', { name: /^Add group to .At least/ }).click()
  await app.getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(page, [SUBSCRIBED])
  await app.getByRole('checkbox', { name: /may change the quantity/ }).check()
  await app.getByLabel('Discount', { exact: true }).selectOption('percentage')
  await app.getByLabel('Percentage').fill('10')
  await app.getByLabel('Delivery', { exact: true }).selectOption('fixed')
  await app.getByLabel('Cost of delivery').fill('2')
  await app.getByLabel('Sold as').selectOption('plan')
  await app.getByLabel('Selling plan', { exact: true }).selectOption({ label: 'Every 6 months, 5 % off' })
  await app.getByLabel('Language').first().selectOption('he')
  await app.locator('[data-preview=shown] .page[dir=rtl]').waitFor()
  await app.getByLabel('Image', { exact: true }).selectOption('own')
}

async function openOrder(_: Page, app: FrameLocator): Promise<void> {
  await app.getByRole('link', { name: /^#/ }).first().click()
  await app.getByText('Offers considered').waitFor()
  const replay = app.getByRole('button', { name: 'Replay with today’s offers' })
  if ((await replay.count()) > 0) {
    await replay.click()
    await app.getByRole('button', { name: 'Replay again' }).waitFor()
  }
  const rules = app.getByText('What each condition said').first()
  if ((await rules.count()) > 0) await rules.click()
}

async function complain(page: Page, app: FrameLocator): Promise<void> {
  await app.getByLabel('Priority').fill('high')
  await saveBar(page).click()
  await app.getByText('Choose one to five products to offer').waitFor()
}

test.each(PAGES)('%s: fit to use on a desk and on a phone', async (_, path, go) => {
  const { page } = merchant
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const app = await openEncore(world.stack, page, { path: typeof path === 'string' ? path : path() })
    await go?.(page, app)
    const dirty = go === complain || go === fillEverything
    if (go && !dirty) await app.getByRole('link', { name: /^(Offers|Orders|Settings)$/ }).waitFor()
    await mustBeFitToUse(page)
    if (dirty) await page.getByRole('button', { name: 'Discard' }).click()
  }
  await page.setViewportSize({ width: 1_280, height: 900 })
  merchant.mustBeQuiet()
})

test('a question that is refused says so, and can be asked again', async () => {
  const { page, mustBeQuiet } = await world.person({ allow: [/status of 400/] })
  const editor = await openEncore(world.stack, page, { path: '/offers/new' })
  await editor.getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(page, [SUBSCRIBED])
  await page.route(/\/plans\?/, (route) => route.fulfill({ status: 400 }))
  await editor.getByLabel('Sold as').selectOption('plan')
  await editor.getByRole('status').getByText('Encore could not answer this.').waitFor()
  await page.unroute(/\/plans\?/)
  await editor.getByRole('button', { name: 'Ask again' }).click()
  await editor.getByLabel('Selling plan', { exact: true }).selectOption({ label: 'Every 6 months, 5 % off' })
  mustBeQuiet()
})
