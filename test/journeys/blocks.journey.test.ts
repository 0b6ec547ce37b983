import { expect, test } from 'vitest'
import { en } from '../../app/surfaces/wording/en.ts'
import type { Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { fulfil, placeBlocks, pushToMorning, readTrace, refund } from './afterwards.ts'
import {
  buy,
  choose,
  control,
  createOffer,
  findOrder,
  findProduct,
  installEncore,
  offerOf,
  openEncore,
  pay,
  query,
  settled,
} from './people.ts'
import { answered, buyWithWallet, card, CHEAPER, FIRST, follow, getIt, giftCard, giftFor, NEXT, PHONE, toCheckout } from './on-blocks.ts'
import { leaveUnheard, mirrored, restock } from './unheard.ts'
import { seeReplayed } from './replays.ts'

const world = scene('blocks')
let merchant: Visitor
let offer: { id: string; definition: { steps?: readonly object[] } }

test('the merchant makes an offer, and places the block on both pages', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const steps = [
    { id: 'case', product: FIRST, percent: 15, onAccept: 'next', onDecline: 'cheaper' },
    { id: 'cheaper', product: CHEAPER, percent: 25 },
    { id: 'next', product: NEXT, percent: 10, most: 3 },
  ]
  const definition = await offerOf(world.stack, 'aurora', { title: 'Case', bought: PHONE, priority: 10, steps })
  offer = { id: await createOffer(world.stack, 'aurora', definition), definition }
  await createOffer(world.stack, 'aurora', await giftFor(world.stack, 'GB'))
  await placeBlocks(world.stack, merchant.page)
  await settled(world.stack)
})

test('an order paid with a wallet takes the offer on the thank-you page: one shopper, two orders, one attribution', async () => {
  const { page, mustBeQuiet } = await world.person({ mobile: true })
  const first = await buyWithWallet(world.stack, page, { email: 'wanda@example.com' })
  await card(page).waitFor()
  const checkout = await toCheckout(page)
  expect(await checkout.locator('input[name=email]').inputValue()).toBe('wanda@example.com')
  const second = new URL(checkout.url()).pathname.split('/')[2] ?? ''
  await pay(checkout, 'Apple Pay')
  await settled(world.stack)
  const [one, two] = [await findOrder(world.stack, 'aurora', first), await findOrder(world.stack, 'aurora', second)]
  expect(two.customerId).toBe(one.customerId)
  expect(two.lines.map(({ title }) => title)).toEqual([FIRST])
  expect(two.discountCodes).toHaveLength(1)
  expect(two.attributes).toContainEqual({ key: 'Follows', value: one.name })
  const earned = await query(world.stack.databases.app, `select order_id, surface, paid::int, revenue::int, discount::int from earning`)
  const price = Number((await findProduct(world.stack, 'aurora', FIRST)).variants[0]?.price) * 100
  expect(earned).toEqual([expect.objectContaining({ order_id: String(two.id), surface: 'thank-you', discount: Math.round(price * 0.15) })])
  await page.goto(`${world.stack.shopUrl('aurora')}/orders/${one.token}`)
  await card(page, NEXT).waitFor()
  expect(await card(page).count()).toBe(0)
  const priceOf = async () => Number((await getIt(page).innerText()).replace(/[^\d.]/g, ''))
  const single = await priceOf()
  await page.getByLabel('Quantity').selectOption('2')
  await expect.poll(priceOf).toBeCloseTo(2 * single)
  await toCheckout(page)
  await page.getByText(NEXT).first().waitFor()
  mustBeQuiet()
  await refund(world.stack, merchant.page, two.id, FIRST)
  expect(await query(world.stack.databases.app, `select revenue::int from earning`)).toEqual([{ revenue: 0 }])
  await seeReplayed(world.stack, merchant.page, { orderId: one.id, offer, steps: [FIRST, CHEAPER] })
})

test('before the order’s own webhook has come, the block is there and is taken all the same', async () => {
  for (const match of ['orders/create', 'orders/updated', 'order_transactions/create'])
    await control(world.stack, 'faults', { where: 'webhook', kind: 'delay', match, ms: 3_600_000, times: 1 })
  const { page } = await world.person()
  await buyWithWallet(world.stack, page)
  await card(page).waitFor()
  const checkout = await toCheckout(page)
  await control(world.stack, 'clock', { pushMs: 3_600_000 })
  await settled(world.stack)
  await answered(checkout, () => checkout.goBack())
  await checkout.getByRole('link', { name: 'Go to the checkout' }).waitFor()
})

test('what ships with the first order costs no second delivery, until that has left', async () => {
  const settings = await openEncore(world.stack, merchant.page, { path: '/settings/blocks' })
  const together = settings.getByLabel('Ship together')
  await together.check()
  await settings.frameLocator('[data-preview=shown] iframe').getByText('it travels with this order').waitFor()
  await saveBlocks()
  const delivery = (page: Visitor['page']) =>
    page.locator('dt, th, td, span', { hasText: /^Shipping$/ }).locator('xpath=following-sibling::*[1]')
  const taken = async (hasLeft: boolean) => {
    const { page } = await world.person()
    const token = await buyWithWallet(world.stack, page)
    await card(page).waitFor()
    if (hasLeft) {
      await fulfil(world.stack, merchant.page, token)
      await settled(world.stack)
      await answered(page, () => page.reload())
      await card(page).waitFor()
    }
    expect(await page.getByText('it travels with this order').count()).toBe(hasLeft ? 0 : 1)
    const checkout = await toCheckout(page)
    return delivery(checkout).first().innerText()
  }
  expect(await taken(false)).toBe('Free')
  expect(await taken(true)).toMatch(/^€[1-9]/)
  await openEncore(world.stack, merchant.page, { path: '/settings/blocks' })
  await together.uncheck()
  await saveBlocks()
})

async function saveBlocks(): Promise<void> {
  await merchant.page.getByRole('button', { name: 'Save', exact: true }).click()
  await merchant.page.getByText('Settings saved').first().waitFor()
}

test('declined after payment, it does not come back on the thank-you page', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE })
  const decline = () => page.getByRole('button', { name: en.words.decline }).click()
  for (const product of [FIRST, CHEAPER]) {
    await page.getByRole('heading', { name: product, exact: true }).waitFor()
    // The last no leads to the thank-you page, whose block asks.
    await (product === CHEAPER ? answered(page, decline) : decline())
  }
  expect(await card(page).count()).toBe(0)
  await readTrace(world.stack, merchant.page, token, 'The shopper declined it on the page after payment already.')
})

test('taken and bought in one tab, it is over in the other', async () => {
  const { page, context } = await world.person()
  await buyWithWallet(world.stack, page)
  await card(page).waitFor()
  const thanks = page.url()
  const other = await context.newPage()
  await answered(other, () => other.goto(thanks))
  await card(other).waitFor()
  const checkout = await toCheckout(page)
  await pay(checkout, 'Apple Pay')
  await settled(world.stack)
  const late = await follow(other)
  await late.getByText(en.ended).waitFor()
  await answered(other, () => other.goto(thanks))
  expect(await card(other).count()).toBe(0)
})

const answers = () =>
  query<{ count: number }>(world.stack.databases.app, `select count(*)::int from placement_event where kind = 'declined'`).then(
    ([row]) => row?.count ?? 0,
  )

test('declined on the block, the cheaper one follows; both declined, nothing does, though she leaves in the same moment', async () => {
  const { page } = await world.person()
  await buyWithWallet(world.stack, page)
  await card(page).waitFor()
  const [thanks, before] = [page.url(), await answers()]
  const decline = page.getByRole('button', { name: en.words.decline })
  await decline.click()
  await card(page, CHEAPER).waitFor()
  await decline.click()
  await page.goto(world.stack.shopUrl('aurora'))
  await expect.poll(answers).toBe(before + 2)
  await answered(page, () => page.goto(thanks))
  expect(await card(page).count()).toBe(0)
})

test('whoever pays in pounds reads pounds', async () => {
  const { page } = await world.person()
  await buyWithWallet(world.stack, page, { currency: 'GBP' })
  await card(page).waitFor()
  await page.getByRole('link', { name: /^Get it · £\d+\.\d\d$/ }).waitFor()
})

test('what is given away costs nothing in a market either that asks more for it than the rate', async () => {
  const { page } = await world.person()
  await buyWithWallet(world.stack, page, { currency: 'GBP', country: 'GB' })
  await giftCard(page).waitFor()
  const price = Number((await findProduct(world.stack, 'aurora', FIRST)).variants[0]?.price)
  await page
    .getByText(`£${(price * 1.08 * 0.84).toFixed(2)}`)
    .first()
    .waitFor()
  const checkout = await toCheckout(page)
  await choose(checkout, 'select[name=currency]', 'GBP')
  if (process.env['SHOTS']) await checkout.screenshot({ path: `${process.env['SHOTS']}/gift-abroad.png`, fullPage: true })
  await checkout.locator('.strong', { hasText: 'Total' }).getByText('£0.00').waitFor()
})

test('what sells out at Shopify while she reads is not sold, though no webhook has told of it', async () => {
  const { page } = await world.person()
  await buyWithWallet(world.stack, page)
  await leaveUnheard(world.stack, FIRST, 0)
  await (await follow(page)).getByText(en.soldOut).waitFor()
  await expect.poll(() => mirrored(world.stack, FIRST)).toEqual([0])
  await restock(world.stack, FIRST)
})

test('with the app down the pages show nothing of it, and work', async () => {
  await control(world.stack, 'faults', { where: 'app', kind: 'server-error', match: '/surface/block', times: 9 })
  const { page } = await world.person({ allow: [/500|Failed to load/] })
  await buyWithWallet(world.stack, page)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(() => page.locator('.block s-section').count()).toBe(0)
  await control(world.stack, 'faults', undefined, 'DELETE')
})

test('the order’s page shows the same card, nothing once the time is over, and asks its buyer for a review when the parcel has arrived', async () => {
  const { page } = await world.person()
  const asking = await openEncore(world.stack, merchant.page, { path: '/reviews/requests' })
  await asking.getByLabel('Ask for reviews').check()
  await asking.getByLabel('Postal address').fill('Torstraße 1, 10119 Berlin')
  await merchant.page.getByRole('button', { name: 'Save' }).click()
  await merchant.page.getByText('Settings saved').first().waitFor()
  const token = await buyWithWallet(world.stack, page, { email: 'rosa@example.com' })
  await card(page).waitFor()
  await settled(world.stack)
  const order = `/orders/${(await findOrder(world.stack, 'aurora', token)).token}`
  await page.goto(`${world.stack.shopUrl('aurora')}${order}`)
  await card(page).waitFor()
  await fulfil(world.stack, merchant.page, token)
  await pushToMorning(world.stack, 6)
  await settled(world.stack)
  await answered(page, () => page.reload())
  await expect.poll(() => card(page).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Write a review' }).count()).toBe(0)
  await page.goto(`${world.stack.shopUrl('aurora')}/account/login?return_to=${order}`)
  await page.locator('form[action="/account/login"] button').first().click()
  await page.getByRole('link', { name: 'Write a review' }).click()
  await page.waitForURL(/\/apps\/reviews\/write/)
})

test('in the editor she sees a sample, whose buttons lead nowhere and whose code is copied', async () => {
  const { page, context, mustBeQuiet } = await world.person()
  await page.goto(`${world.stack.adminUrl}/store/aurora/settings/checkout/editor?page=order-status`)
  await page.frameLocator('iframe[title="Order status"]').getByText('This is a sample.').waitFor()
  await page.goto((await page.locator('iframe[title="Order status"]').getAttribute('src')) ?? '')
  await giftCard(page).waitFor()
  await page.getByRole('button', { name: /^Get it · / }).click()
  await page.getByRole('button', { name: 'Write a review' }).waitFor()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the code SAMPLE-10' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('SAMPLE-10')
  mustBeQuiet()
})
