import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { ERROR_CODES } from '../../app/surfaces/contract.ts'
import { en } from '../../app/surfaces/wording/en.ts'
import { scene } from '../support/scene.ts'
import { buy, callEncore, control, createOffer, findOrder, findProduct, installEncore, offerOf, query, settled } from './people.ts'

const world = scene('after payment')
const PHONE = 'Lumen Mini, Ivory'
const FIRST = 'Cork case, Navy'
const CHEAPER = 'Clear case, Plum'

test('the shop has an offer whose decline leads to a cheaper one', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const offer = await offerOf(world.stack, 'aurora', {
    title: 'Case',
    bought: PHONE,
    priority: 10, // before the fallback, which fits every purchase
    steps: [
      { id: 'case', product: FIRST, percent: 15, onDecline: 'cheaper' },
      { id: 'cheaper', product: CHEAPER, percent: 25 },
    ],
  })
  await createOffer(world.stack, 'aurora', offer)
  await settled(world.stack)
})

const accept = (page: Page) => page.getByRole('button', { name: /^Pay now · / })
const added = async (token: string) => (await findOrder(world.stack, 'aurora', token)).lines.filter(({ addedByEdit }) => addedByEdit)

test('declining leads to the cheaper one, and a double click buys it once', async () => {
  const { page, mustBeQuiet } = await world.person({ mobile: true })
  const token = await buy(world.stack, page, { product: PHONE })
  await page.getByRole('heading', { name: FIRST, exact: true }).waitFor()
  await page.getByRole('button', { name: en.words.decline }).click()
  await page.getByRole('heading', { name: CHEAPER, exact: true }).waitFor()
  await accept(page).dblclick()
  await page.waitForURL(/thank_you/)
  expect((await added(token)).map(({ title, quantity }) => [title, quantity])).toEqual([[CHEAPER, 1]])
  mustBeQuiet()
})

test('declining both ends on the order confirmation, with nothing added', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE })
  await page.getByRole('heading', { name: FIRST, exact: true }).waitFor()
  await page.getByRole('button', { name: en.words.decline }).click()
  await page.getByRole('heading', { name: CHEAPER, exact: true }).waitFor()
  await page.getByRole('button', { name: en.words.decline }).click()
  await page.waitForURL(/thank_you/)
  expect(await added(token)).toEqual([])
})

test.each(ERROR_CODES)('%s is told in the shopper’s words, and the way to her order stays open', async (code) => {
  const { page, context } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE })
  await control(world.stack, `checkouts/${token}/fault`, { code, on: 'apply' })
  await accept(page).click()
  await page.getByText(en.words.errors[code] ?? 'no words').waitFor()
  await page.getByRole('button', { name: en.words.continue }).click()
  await page.waitForURL(/thank_you/)
  expect(await added(token)).toEqual([])
  await context.close()
})

test('a second charge that is declined leaves the first order alone and says so', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE })
  await control(world.stack, `checkouts/${token}/fault`, { charge: 'declined' })
  await accept(page).click()
  await page.getByText(en.words.partly).waitFor()
  await page.getByRole('button', { name: en.words.continue }).click()
  await page.waitForURL(/thank_you/)
  await settled(world.stack)
  const { id } = await findOrder(world.stack, 'aurora', token)
  const [earned] = await query<{ revenue: string }>(
    world.stack.databases.app,
    'select sum(revenue) as revenue from earning where order_id = $1',
    [String(id)],
  )
  expect(Number(earned?.revenue ?? 0)).toBe(0)
})

test('a server that keeps silent costs a second, not the offer: the prepared fallback is shown, accepted and signed', async () => {
  const offer = await offerOf(world.stack, 'aurora', { title: 'Fallback', steps: [{ id: 'only', product: CHEAPER }] })
  const fallbackOfferId = await createOffer(world.stack, 'aurora', offer)
  expect((await callEncore(world.stack, 'aurora', '/settings', { form: { fallbackOfferId, limitMs: 500 }, opened: null })).status).toBe(200)
  await settled(world.stack)
  await control(world.stack, 'faults', { where: 'app', kind: 'timeout', match: '/surface/offer', times: 9 })
  const { page } = await world.person({ allow: [/net::|Failed to load/] })
  const token = await buy(world.stack, page, { product: 'Orbit, Black' })
  await page.getByRole('heading', { name: CHEAPER, exact: true }).waitFor()
  await accept(page).click()
  await page.waitForURL(/thank_you/)
  await control(world.stack, 'faults', undefined, 'DELETE')
  expect((await added(token)).map(({ title }) => title)).toEqual([CHEAPER])
})

test('what sells out between show and accept is not sold, and the shopper is told', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE })
  await page.getByRole('heading', { name: FIRST, exact: true }).waitFor()
  await sellOut(FIRST)
  await accept(page).click()
  await page.getByText(en.soldOut).waitFor()
  await page.getByRole('button', { name: en.words.continue }).click()
  await page.waitForURL(/thank_you/)
  expect(await added(token)).toEqual([])
})

/** By the merchant's hand, so that Encore hears of it as Shopify tells it. */
async function sellOut(title: string): Promise<void> {
  const { page, close } = await world.person()
  const { id } = await findProduct(world.stack, 'aurora', title)
  await page.goto(`${world.stack.adminUrl}/store/aurora/products/${id}`)
  for (const field of await page.getByRole('spinbutton', { name: /stock/i }).all()) await field.fill('0')
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /save/i }).first().click()])
  await settled(world.stack)
  await close()
}
