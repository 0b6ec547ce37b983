import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { scene } from '../support/scene.ts'
import { buy, checkOut, domain, findOrder, findProduct, installEncore, openEncore, pay, query, settled, until } from './people.ts'

const world = scene('rewards')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Sand'
const SHOP = domain('aurora')
let bought: { orderId: string; customerId: string; email: string }
let code: string

/** A review as the form writes it, with its event, in one transaction. */
async function review(id: string, title: string): Promise<void> {
  const product = await findProduct(world.stack, 'aurora', title)
  await query(
    world.stack.databases.app,
    `with written as (
       insert into review (shop, id, product_id, order_id, customer_id, source, source_id, rating, body, author, email, language, verified, submitted_at, updated_at)
       values ($1, $2, $3, $4, $5, 'form', $2, 3, 'It rings.', 'Ada', $6, 'en', true, now(), now()))
     select graphile_worker.add_job('announce-event', json_build_object('shop', $1::text, 'event', 'review.received',
       'payload', json_build_object('shop', $1::text, 'reviewId', $2::text)), flags => array['shop:' || $1::text])::text`,
    [SHOP, id, String(product.id), bought.orderId, bought.customerId, bought.email],
  )
}

const reward = async (id: string) => {
  const [row] = await query<{ state: string; code: string | null; because: string | null }>(
    world.stack.databases.app,
    `select state, code, because from reward where shop = $1 and key = $2`,
    [SHOP, `form:${id}`],
  )
  return row
}

test('the merchant sets up what an honest review is worth, and reads what shoppers will be told', async () => {
  const { page, mustBeQuiet } = await world.person()
  await installEncore(world.stack, page)
  const app = await openEncore(world.stack, page, { path: '/rewards' })
  await app.getByText('No reward yet').waitFor()
  await app
    .getByRole('link', { name: 'Set up rewards' })
    .or(app.getByRole('button', { name: 'Set up rewards' }))
    .first()
    .click()
  await app.getByRole('heading', { name: 'What a review gets' }).waitFor()
  await app.getByLabel('Valid for').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await app.getByText('Enter 1 to 365 days').waitFor()
  await app.getByLabel('Valid for').fill('30')
  await app.getByLabel('Begins with').fill('danke')
  await app.getByLabel('Language').selectOption('ar')
  await app.locator('[data-promise][dir=rtl]').getByText('إيجابيًا كان أو سلبيًا').waitFor()
  await app.getByLabel('Language').selectOption('en')
  await app.getByText('10% off for any honest review, positive or negative').waitFor()
  await app.getByText('It will not combine with discounts on the whole order.').waitFor()
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 1)
  mustBeQuiet()
})

test('a buyer’s review is thanked for with a code of the shop’s own', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE, email: 'ada@shopper.example' })
  await settled(world.stack)
  const order = await findOrder(world.stack, 'aurora', token)
  bought = { orderId: String(order.id), customerId: String(order.customerId), email: 'ada@shopper.example' }
  await review('first', PHONE)
  code = await until(async () => (await reward('first'))?.code)
  expect(code).toMatch(/^DANKE(-[2-9A-Z]{4}){3}$/)
})

test('she comes back and redeems it in small letters, once', async () => {
  const { page } = await world.person()
  const token = await checkOut(world.stack, page, { product: CASE, codes: [code.toLowerCase()], email: 'ada@shopper.example' })
  await pay(page)
  const order = await findOrder(world.stack, 'aurora', token)
  const [line] = order.lines
  expect(Number(line?.discounts[0]?.amount.shop) / Number(line?.unitPrice.shop)).toBeCloseTo(0.1, 2)
  await checkOut(world.stack, page, { product: CASE, codes: [code], email: 'thief@shopper.example' })
  await page.getByRole('alert').filter({ hasText: 'has reached its limit of uses' }).waitFor()
})

test('the merchant sees the review, its code, the order that used it, and what it cost and earned', async () => {
  const { page, mustBeQuiet } = await world.person()
  await settled(world.stack)
  const app = await openEncore(world.stack, page, { path: '/rewards' })
  const row = app.getByRole('row').filter({ hasText: code })
  await row.getByText('Used', { exact: true }).waitFor()
  await row
    .getByText(`${PHONE.split(',')[0]}`, { exact: false })
    .first()
    .waitFor()
  expect(await row.getByRole('link', { name: /^#\d+$/ }).count()).toBe(1)
  const [redeemed] = await query<{ discount: number; revenue: number }>(
    world.stack.databases.app,
    'select discount::float8 as discount, revenue::float8 as revenue from redemption',
  )
  await row.getByText(`€${((redeemed?.discount ?? 0) / 100).toFixed(2)}`).waitFor()
  await row.getByText(`€${((redeemed?.revenue ?? 0) / 100).toFixed(2)}`).waitFor()
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([])
  mustBeQuiet()
})

test('the month’s budget stops the program by itself, and says so', async () => {
  const { page, mustBeQuiet } = await world.person()
  const app = await openEncore(world.stack, page, { path: '/rewards/program' })
  await app.getByLabel('Budget a month').fill('1')
  await page.getByRole('button', { name: 'Save' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 2)
  await review('second', CASE)
  await until(async () => (await reward('second'))?.because === 'budget')
  const list = await openEncore(world.stack, page, { path: '/rewards' })
  await list.getByText('This month’s budget is spent').waitFor()
  await list.getByText('The month’s budget was spent').waitFor()
  mustBeQuiet()
})
