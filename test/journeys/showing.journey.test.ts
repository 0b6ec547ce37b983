import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedded } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { choose, domain, findProduct, installEncore, openEncore, query, settled, synced, until } from './people.ts'

const world = scene('showing')
const PHONE = 'Lumen 9, Graphite'
let made = 0

/** Reviews as the form and moderation leave them, with the event that says so. */
async function review(shop: string, title: string, told: readonly Record<string, unknown>[]): Promise<string> {
  const { stack } = world
  const productId = String((await findProduct(stack, shop, title)).id)
  for (const one of told) {
    made += 1
    const id = `r${String(made).padStart(4, '0')}`
    const row = {
      rating: 4,
      author: `Shopper ${made}`,
      body: `It does what it should, ${made}.`,
      language: 'en',
      source: 'form',
      verified: false,
      incentive: null,
      ...one,
    }
    await query(
      stack.databases.app,
      `insert into review (shop, id, product_id, source, source_id, rating, body, author, language, verified, incentive, state, submitted_at, published_at, updated_at)
       values ($1, $2, $3, $4, $2, $5, $6, $7, $8, $9, $10, 'published', now() - $11 * interval '1 hour', now(), now())`,
      [domain(shop), id, productId, row.source, row.rating, row.body, row.author, row.language, row.verified, row.incentive, 1_000 - made],
    )
  }
  await tell(shop, productId)
  return productId
}

async function tell(shop: string, productId: string): Promise<void> {
  const payload = { shop: domain(shop), event: 'review.changed', payload: { shop: domain(shop), reviewId: 'r0001', productId } }
  await query(world.stack.databases.app, `select graphile_worker.add_job('announce-event', $1::json)`, [JSON.stringify(payload)])
  await settled(world.stack)
}

const productPage = async (shop: string, title: string) =>
  `${world.stack.shopUrl(shop)}/products/${(await findProduct(world.stack, shop, title)).handle}`

/** How much moved after it was painted, as the browser itself counts. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((told) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => told(sum), 300))
      }),
  )

test('a published review stands on the product page without any script, with stars, badge and reward', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  await review('aurora', PHONE, [
    { rating: 3, body: 'Three stars, and two sentences. It is fine.', author: 'Mia', verified: true, incentive: '10% off' },
  ])
  const context = await world.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(await productPage('aurora', PHONE))
  const shown = page.locator('.encore-review')
  await shown.getByText('Three stars, and two sentences.').waitFor()
  expect(await shown.getByRole('img', { name: '3 out of 5 stars' }).count()).toBe(1)
  await shown.getByText('Verified buyer').waitFor()
  await shown.getByText('Received 10% off for this review').waitFor()
  await page.getByText('Based on 1 review').waitFor()
  expect(await page.locator('.product-facts .encore-product-stars').count()).toBe(1)
  await page.goto(`${world.stack.shopUrl('aurora')}/?q=${encodeURIComponent(PHONE)}`)
  await page.locator('.card .encore-card-stars').first().waitFor()
  await context.close()
})

test('further pages and filters work without a script as pages of the shop', async () => {
  const told = Array.from({ length: 24 }, (_, n) => ({
    rating: (n % 5) + 1,
    verified: n % 3 === 0,
    ...(n === 20 && { author: 'W'.repeat(60) }),
  }))
  await review('aurora', PHONE, told)
  const context = await world.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(await productPage('aurora', PHONE))
  expect(await page.locator('.encore-review').count()).toBe(10)
  await page.getByRole('link', { name: 'Show more reviews' }).click()
  await page.getByRole('heading', { name: 'Customer reviews' }).waitFor()
  expect(await page.locator('.encore-review').count()).toBe(10)
  await page.getByRole('link', { name: 'Show more reviews' }).click()
  await expect.poll(() => page.locator('.encore-review').count()).toBe(5)
  await page.getByRole('checkbox', { name: 'Verified buyers only' }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => page.locator('.encore-review').count()).toBe(9)
  await page.getByRole('link', { name: 'How we verify reviews' }).click()
  await page.getByText('A low rating is never a reason').waitFor()
  await context.close()
})

test('with a script the list grows in place; nothing is loaded before, and nothing moves', async () => {
  const shopper = await world.person()
  const { page } = shopper
  const scripts: string[] = []
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())))
  await page.goto(await productPage('aurora', PHONE))
  expect(await shiftOf(page)).toBe(0)
  expect(scripts).toEqual([])
  await page.getByRole('link', { name: 'Show more reviews' }).dblclick()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('.encore-review').count()).toBe(20)
  expect(scripts).toHaveLength(1)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('encore-review')
  await page.locator('.encore-histogram a').first().click()
  await expect.poll(() => page.locator('.encore-review').count()).toBe(4)
  await page.getByRole('link', { name: 'All reviews' }).click()
  await page.getByLabel('Sort by').selectOption('lowest')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.locator('.encore-review').first().getByRole('img', { name: '1 out of 5 stars' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).include('.encore-reviews').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  shopper.mustBeQuiet()
})

test('a hidden review disappears', async () => {
  const shopper = await world.person()
  await query(world.stack.databases.app, `update review set state = 'hidden', hidden_for = 'spam' where author = 'Mia'`)
  await tell('aurora', String((await findProduct(world.stack, 'aurora', PHONE)).id))
  await shopper.page.goto(await productPage('aurora', PHONE))
  await shopper.page.getByText('Based on 24 reviews').waitFor()
  expect(await shopper.page.getByText('Three stars').count()).toBe(0)
})

test('a merchant of an Arabic shop puts the blocks into her theme, and they read from right to left', async () => {
  const merchant = await world.person()
  const { page } = merchant
  const { stack } = world
  await openEncore(stack, page, { shop: 'noor' })
  await synced(stack, 'noor')
  const [{ doc }] = (await query<{ doc: { title: string } }>(
    stack.databases.simulator,
    `select doc from document where shop = $1 and kind = 'product' order by id limit 1`,
    [domain('noor')],
  )) as [{ doc: { title: string } }]
  await review('noor', doc.title, [{ verified: true, language: 'ar', body: 'هاتف جيد.' }, { rating: 5 }])
  for (const block of ['Product stars', 'Product reviews']) {
    await openEncore(stack, page, { shop: 'noor', path: '/reviews/display' })
    await embedded(page)
      .getByRole('link', { name: `Add ${block} to the theme` })
      .click()
    await page.getByRole('button', { name: `Save ${block}` }).click()
    await page.getByRole('button', { name: `Remove ${block}` }).waitFor()
  }
  await openEncore(stack, page, { shop: 'noor', path: '/reviews/display' })
  await until(async () => (await embedded(page).getByText('In the theme', { exact: true }).count()) === 2)
  const shopper = await world.person({ mobile: true })
  await shopper.page.goto(stack.shopUrl('noor'))
  await choose(shopper.page, 'select[name=locale]', 'ar')
  await shopper.page.goto(await productPage('noor', doc.title))
  await shopper.page.getByText('آراء العملاء').waitFor()
  await shopper.page.getByText('مشترٍ موثَّق', { exact: true }).waitFor()
  expect(await shopper.page.locator('.encore-reviews').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await shiftOf(shopper.page)).toBe(0)
  merchant.mustBeQuiet()
  shopper.mustBeQuiet()
})
