import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { buy, findOrder, openEncore, pick, settled, synced } from './people.ts'
import { refund } from './afterwards.ts'

const world = scene('story')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Black'
const CHEAPER = 'Clear case, Black'

let merchant: Visitor
let token: string

test('the merchant makes an offer for whoever bought a phone, with a cheaper one after a decline', async () => {
  merchant = await world.person()
  const { page } = merchant
  const encore = await openEncore(world.stack, page)
  await synced(world.stack, 'aurora')
  await encore.getByText('Create offer').first().click()
  await encore.getByText('Start from scratch').click()
  await encore.getByLabel('Name', { exact: true }).fill('A case for the new phone')
  await encore
    .getByRole('button', { name: /condition/ })
    .first()
    .click()
  await encore.getByRole('menuitem', { name: 'Bought from a collection' }).click()
  await encore.getByRole('button', { name: 'Choose collections' }).click()
  await pick(page, ['Phones'])
  await writeStep(1, CASE, '15')
  await encore.getByRole('button', { name: /second step/ }).click()
  await writeStep(2, CHEAPER, '25')
  await encore.getByLabel('Status').selectOption('active')
  await page.getByRole('button', { name: 'Save' }).click()
  await encore.getByRole('heading', { level: 1, name: 'A case for the new phone' }).waitFor()
  await settled(world.stack)
  merchant.mustBeQuiet()
})

async function writeStep(number: number, product: string, percent: string): Promise<void> {
  const { page } = merchant
  const encore = embedded(page)
  await encore.getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(page, [product])
  await encore
    .getByLabel('Discount', { exact: true })
    .nth(number - 1)
    .selectOption('percentage')
  await encore
    .getByLabel('Percentage', { exact: true })
    .nth(number - 1)
    .fill(percent)
}

test('a shopper pays by card, accepts with one click and lands on the thank-you page', async () => {
  const shopper = await world.person()
  token = await buy(world.stack, shopper.page, { product: PHONE })
  await shopper.page.getByRole('heading', { name: CASE, exact: true }).waitFor()
  await shopper.page.getByRole('button', { name: /^Pay now · €/ }).click()
  await shopper.page.waitForURL(/thank_you/)
  await shopper.page.getByText(CASE).first().waitFor()
  shopper.mustBeQuiet()
  const order = await findOrder(world.stack, 'aurora', token)
  expect(order.lines.map(({ title, addedByEdit }) => [title, addedByEdit])).toEqual([
    [PHONE, false],
    [CASE, true],
  ])
  expect(order.transactions.map(({ kind, status }) => [kind, status])).toEqual([
    ['SALE', 'SUCCESS'],
    ['SALE', 'SUCCESS'],
  ])
})

test('the merchant sees the impression, the acceptance and what it earned', async () => {
  await settled(world.stack)
  const encore = await openEncore(world.stack, merchant.page)
  await expect.poll(() => figure('Orders that saw one')).toBe('1')
  expect(await figure('Orders that took one')).toBe('1')
  expect(await figure('Revenue')).toBe(await netOfCase())
  await encore.getByRole('link', { name: (await findOrder(world.stack, 'aurora', token)).name }).click()
  await encore.getByText('Shopify asked Encore for an offer.').waitFor()
  await encore.getByText('Chosen').waitFor()
  merchant.mustBeQuiet()
})

/** A figure of the home page, as it stands under its label. */
const figure = async (label: string): Promise<string> => {
  const text = await embedded(merchant.page)
    .locator('dl, .figures, .Polaris-ShadowBevel', { hasText: 'The last 30 days' })
    .first()
    .innerText()
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines[lines.indexOf(label) + 1] ?? ''
}

/** The case's price after 15 %, without the 19 % tax that German prices include. */
async function netOfCase(): Promise<string> {
  const { lines } = await findOrder(world.stack, 'aurora', token)
  const line = lines.find(({ addedByEdit }) => addedByEdit)
  const cents = (amount: string | undefined) => Math.round(Number(amount) * 100)
  const discounts = (line?.discounts ?? []).reduce((sum, { amount }) => sum + cents(amount.shop), 0)
  return `€${((cents(line?.unitPrice.shop) - discounts - cents(line?.tax.shop)) / 100).toFixed(2)}`
}

test('after a refund the revenue falls', async () => {
  const order = await findOrder(world.stack, 'aurora', token)
  await refund(world.stack, merchant.page, order.id, CASE)
  await openEncore(world.stack, merchant.page)
  await expect.poll(() => figure('Revenue')).toBe('€0.00')
  expect(await figure('Orders that took one')).toBe('1')
})

test('an order paid with Apple Pay had no page after payment, and its page says why', async () => {
  const shopper = await world.person()
  const apple = await buy(world.stack, shopper.page, { product: PHONE, payment: 'Apple Pay', email: 'second@shopper.example' })
  expect(shopper.page.url()).toContain('thank_you')
  await settled(world.stack)
  const order = await findOrder(world.stack, 'aurora', apple)
  const encore = await openEncore(world.stack, merchant.page, { path: `/orders/${order.id}` })
  await encore.getByText('It was paid with Apple Pay, and Shopify does not show the page for wallets.').waitFor()
  await openEncore(world.stack, merchant.page, { path: '/orders' })
  const { name } = await findOrder(world.stack, 'aurora', token)
  const row = (of: string) => encore.getByRole('row', { name: of }).getByRole('cell').nth(3)
  await expect.poll(() => row(name).innerText()).toContain('Accepted\nA case for the new phone')
  expect(await row(order.name).innerText()).toBe('No offer\nPaid with a wallet, such as Apple Pay')
  merchant.mustBeQuiet()
})
