import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { buy, createOffer, findOrder, installEncore, offerOf, openEncore, settled } from './people.ts'
import { refund } from './afterwards.ts'

const world = scene('analytics')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Black'

let merchant: Visitor
let token: string

test('before anything was sold the page says so', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const encore = await openEncore(world.stack, merchant.page, { path: '/analytics' })
  await encore.getByText('Nothing was shown in this time').waitFor()
  await seen(merchant.page, encore, 'analytics-empty')
  merchant.mustBeQuiet()
})

test('a shopper accepts, and every figure of the page tells it', async () => {
  const offer = await offerOf(world.stack, 'aurora', {
    title: 'A case',
    bought: PHONE,
    steps: [{ id: 'case', product: CASE, percent: 15 }],
  })
  await createOffer(world.stack, 'aurora', offer)
  await settled(world.stack)
  const shopper = await world.person()
  token = await buy(world.stack, shopper.page, { product: PHONE })
  await shopper.page.getByRole('button', { name: /^Pay now · €/ }).click()
  await shopper.page.waitForURL(/thank_you/)
  await settled(world.stack)
  const encore = await openEncore(world.stack, merchant.page, { path: '/analytics' })
  const { revenue, discount } = await ofCase()
  expect(await figure(encore, 'Revenue')).toBe(revenue)
  expect(await figure(encore, 'Discount given')).toBe(discount)
  expect(await figure(encore, 'Acceptance rate')).toBe('100.0 %')
  expect(await figure(encore, 'Revenue per visit')).toBe(revenue)
  expect(await figure(encore, 'Orders that saw it')).toBe('1')
  expect(await encore.getByRole('group', { name: 'Revenue', exact: true }).innerText()).toContain('none before')
  await encore.getByRole('cell', { name: 'A case' }).first().waitFor()
  merchant.mustBeQuiet()
})

test('the figures break down by day, and a time without sales has none', async () => {
  const encore = embedded(merchant.page)
  await encore.getByLabel('Figures by').selectOption('day')
  await encore.getByRole('row').nth(30).waitFor()
  await encore.getByLabel('Figures by').selectOption('step')
  await encore.getByText('A case, step 1').first().waitFor()
  await encore.getByLabel('Time').selectOption('yesterday')
  await encore.getByText('Nothing was shown in this time').waitFor()
  await encore.getByLabel('Time').selectOption('30')
  await encore.getByText('A case, step 1').first().waitFor()
  merchant.mustBeQuiet()
})

test('the table is exported as it stands', async () => {
  const encore = await openEncore(world.stack, merchant.page, { path: '/analytics?by=step' })
  const [download] = await Promise.all([
    merchant.page.waitForEvent('download'),
    encore.getByRole('button', { name: 'Export this table as CSV' }).click(),
  ])
  const [head, row] = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(head).toMatch(/^\ufeffStep,Currency,Orders that saw it,/)
  expect(row).toMatch(new RegExp(`^"A case, step 1",EUR,1,1,1,0,1,${(await ofCase()).revenue.slice(1)},`))
  merchant.mustBeQuiet()
})

test('the chart has a table behind it', async () => {
  const encore = embedded(merchant.page)
  await encore.getByRole('application').first().waitFor()
  await encore.getByRole('button', { name: 'Show as a table' }).click()
  await encore.getByRole('rowheader').first().waitFor()
  await encore.getByRole('button', { name: 'Show as a chart' }).click()
  merchant.mustBeQuiet()
})

test('after a refund the revenue is gone, and what went back is told', async () => {
  const order = await findOrder(world.stack, 'aurora', token)
  const { revenue } = await ofCase()
  await refund(world.stack, merchant.page, order.id, CASE)
  const encore = await openEncore(world.stack, merchant.page, { path: '/analytics' })
  expect(await figure(encore, 'Revenue')).toBe('€0.00')
  expect(await figure(encore, 'Refunded or removed')).toBe(revenue)
  expect(await figure(encore, 'Accepted')).toBe('1')
})

test.each([1_280, 360])('at %i px nothing serious is found, and nothing scrolls sideways', async (width) => {
  await merchant.page.setViewportSize({ width, height: 900 })
  const encore = await openEncore(world.stack, merchant.page, { path: '/analytics' })
  await encore.getByText('A case').first().waitFor()
  await seen(merchant.page, encore, `analytics-${width}`)
})

test('the home page says how many orders saw an offer, and why the other did not', async () => {
  const shopper = await world.person()
  const apple = await buy(world.stack, shopper.page, { product: PHONE, payment: 'Apple Pay', email: 'second@shopper.example' })
  await settled(world.stack)
  const encore = await openEncore(world.stack, merchant.page)
  await encore.getByText('1 of 2 (50 %)').waitFor()
  await encore.getByText('No fallback had to be shown.').waitFor()
  await seen(merchant.page, encore, 'home')
  const { name } = await findOrder(world.stack, 'aurora', apple)
  await encore.getByRole('link', { name: `for example ${name}: Paid with a wallet, such as Apple Pay` }).click()
  await encore.getByText('It was paid with Apple Pay, and Shopify does not show the page for wallets.').waitFor()
})

const figure = async (encore: FrameLocator, name: string): Promise<string> => {
  const text = await encore.getByRole('group', { name, exact: true }).innerText()
  return text.split('\n').filter((line) => line.trim())[1] ?? ''
}

/** Axe finds nothing, and the page is no wider than its window. */
async function seen(page: Page, encore: FrameLocator, name: string): Promise<void> {
  await encore.getByRole('heading', { level: 1 }).waitFor()
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const inside = page.frames().find((frame) => frame.url().includes('app.localhost'))
  expect(await inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

/** From the simulated shop's own order: prices there include 19 % tax. */
async function ofCase(): Promise<{ revenue: string; discount: string }> {
  const { lines } = await findOrder(world.stack, 'aurora', token)
  const line = lines.find(({ addedByEdit }) => addedByEdit)
  const cents = (amount: string | undefined) => Math.round(Number(amount) * 100)
  const discount = (line?.discounts ?? []).reduce((sum, { amount }) => sum + cents(amount.shop), 0)
  const say = (amount: number) => `€${(amount / 100).toFixed(2)}`
  return { revenue: say(cents(line?.unitPrice.shop) - discount - cents(line?.tax.shop)), discount: say(discount) }
}
