import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { scene } from '../support/scene.ts'
import { mailWith } from './afterwards.ts'
import { buy, checkOut, domain, findOrder, findProduct, installEncore, openEncore, pay, query, settled, until } from './people.ts'

const world = scene('rewards')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Sand'
const TAKEN = 'Cork case, Sand'
const GIFTED = 'Leather case, Black'
const SPARE = 'Rugged case, Sand'
const SHOP = domain('aurora')
let bought: { orderId: string; customerId: string; email: string }
let code: string

/** A review as the form writes it, with its event, in one transaction. */
async function review(id: string, title: string, media: 'none' | 'photo' | 'video' = 'none'): Promise<void> {
  const product = await findProduct(world.stack, 'aurora', title)
  await query(
    world.stack.databases.app,
    `with written as (
       insert into review (shop, id, product_id, order_id, customer_id, source, source_id, rating, body, author, email, language, verified, submitted_at, updated_at)
       values ($1, $2, $3, $4, $5, 'form', $2, 3, 'It rings.', 'Ada', $6, 'en', true, now(), now())),
     filmed as (
       insert into review_media (shop, review_id, id, position, kind, state)
       select $1, $2, 'm', 0, $7, 'stored' where $7 <> 'none')
     select graphile_worker.add_job('announce-event', json_build_object('shop', $1::text, 'event', 'review.received',
       'payload', json_build_object('shop', $1::text, 'reviewId', $2::text)), flags => array['shop:' || $1::text])::text`,
    [SHOP, id, String(product.id), bought.orderId, bought.customerId, bought.email, media],
  )
}

/** For whoever wants to look: with PICTURES set, as a phone shows it too. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** The same as it is now, whatever its size. */
const picture = async (page: Page, name: string) =>
  void (process.env['PICTURES'] && (await page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true })))

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
  const saved = app.getByText('Until they are right, this tells what is saved')
  await saved.waitFor()
  await until(() => app.getByLabel('Valid for').evaluate((field) => field === document.activeElement))
  await app.getByLabel('Valid for').fill('30')
  await saved.waitFor({ state: 'detached' })
  await app.getByLabel('Begins with').fill('danke')
  await app.getByLabel('Language').selectOption('ar')
  await app.locator('[data-promise][dir=rtl]').getByText('إيجابيًا كان أو سلبيًا').waitFor()
  await app.getByLabel('Language').selectOption('en')
  await app.getByText('10% off for any honest review, positive or negative').waitFor()
  await app.getByText('It will not combine with discounts on the whole order.').waitFor()
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 1)
  const list = await openEncore(world.stack, page, { path: '/rewards' })
  await list.getByText('Each review that is thanked for will be listed here').waitFor()
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
  const thief = await world.person()
  await checkOut(world.stack, thief.page, { product: CASE, codes: [code], email: 'thief@shopper.example' })
  await thief.page.getByRole('alert').filter({ hasText: 'has reached its limit of uses' }).waitFor()
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
  await row.getByRole('link', { name: PHONE }).waitFor()
  expect(await row.getByRole('link', { name: /^#\d+$/ }).count()).toBe(1)
  const [redeemed] = await query<{ discount: number; revenue: number }>(
    world.stack.databases.app,
    'select discount::float8 as discount, revenue::float8 as revenue from redemption',
  )
  await row.getByText(`€${((redeemed?.discount ?? 0) / 100).toFixed(2)}`, { exact: true }).waitFor()
  await row.getByText(`€${((redeemed?.revenue ?? 0) / 100).toFixed(2)}`).waitFor()
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([])
  mustBeQuiet()
})

test('a photo is thanked for with a gift, a video with store credit, once the merchant has allowed it', async () => {
  const { page, mustBeQuiet } = await world.person()
  const app = await openEncore(world.stack, page, { path: '/rewards/program' })
  await app.getByLabel('With a photo').selectOption('gift')
  await app.getByLabel('It costs about').fill('12')
  await app.getByRole('button', { name: 'Choose the gift' }).click()
  await page.getByRole('dialog').getByRole('radio').first().check()
  await page.getByRole('dialog').getByRole('button', { name: 'Select' }).click()
  await app.getByLabel('With a video').selectOption('store-credit')
  await app.getByLabel('Amount', { exact: true }).fill('5')
  await app.getByText('€5.00 of store credit with a video').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByText('write_store_credit_account_transactions').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('The program was not saved.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Update' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 2)
  await look(page, 'program-with-gift')
  await review('filmed', CASE, 'video')
  await until(async () => (await reward('filmed'))?.state === 'issued')
  const accounts = await query<{ customer: number; amount: string }>(
    world.stack.databases.simulator,
    `select (doc->>'customerId')::float8 as customer, doc->'credits'->0->>'amount' as amount from document where kind = 'storeCredit'`,
  )
  expect(accounts).toEqual([{ customer: Number(bought.customerId), amount: '5.00' }])
  await settled(world.stack)
  const list = await openEncore(world.stack, page, { path: '/rewards' })
  await list.getByText('In the account', { exact: true }).waitFor()
  await look(page, 'rewards')
  mustBeQuiet()
})

test('the order that she pays with her credit stands beside the review that earned it', async () => {
  const { page, mustBeQuiet } = await world.person()
  const [hers] = await query<{ token: string }>(
    world.stack.databases.simulator,
    `select doc->>'token' as token from document where kind = 'order' and id = $1`,
    [bought.orderId],
  )
  await page.goto(`${world.stack.shopUrl('aurora')}/account/login?return_to=/orders/${hers?.token}`)
  await page.locator('form[action="/account/login"] button').first().click()
  const token = await checkOut(world.stack, page, { product: SPARE })
  await page.getByLabel('Store credit (€5.00)').check()
  await look(page, 'checkout-credit')
  await pay(page)
  const order = await findOrder(world.stack, 'aurora', token)
  expect(order.transactions.map(({ gateway, amount }) => [gateway, amount.shop])[0]).toEqual(['shopify_store_credit', '5.00'])
  await settled(world.stack)
  const app = await openEncore(world.stack, page, { path: '/rewards?shown=redeemed' })
  const row = app.getByRole('row').filter({ hasText: order.name })
  await row.getByText('Store credit', { exact: true }).waitFor()
  await row.getByText('€5.00', { exact: true }).waitFor()
  await look(page, 'rewards-credit-used')
  mustBeQuiet()
})

test('the gift’s mail leads to a cart with the gift in it, which costs nothing there', async () => {
  const { page } = await world.person()
  await page.setViewportSize({ width: 360, height: 900 })
  await review('photographed', GIFTED, 'photo')
  const given = await until(async () => (await reward('photographed'))?.code)
  const mail = await mailWith(world.stack, bought.email, given)
  expect(mail.text).toContain('A gift is not added by itself')
  const { port } = new URL(world.stack.adminUrl)
  await page.goto(`http://mail.localhost:${port}/mail/${mail.id}`)
  await picture(page, 'mail-gift-360')
  const [, link = ''] = /(https:[^\s"<]*\/discount\/[^\s"<]*)/.exec(mail.text ?? '') ?? []
  const { pathname, search } = new URL(link)
  await page.goto(`${world.stack.shopUrl('aurora')}${pathname}${search}`)
  await page.waitForURL(/\/cart$/)
  await page.locator('.cart-end button, .cart-end a').first().click()
  await page.waitForURL(/\/checkouts\//)
  await page.getByText(given).first().waitFor()
})

test('a code that was got by fraud is revoked with a reason, and works no more', async () => {
  const { page, mustBeQuiet } = await world.person()
  await review('fraud', TAKEN)
  const stolen = await until(async () => (await reward('fraud'))?.code)
  const app = await openEncore(world.stack, page, { path: '/rewards' })
  await app.getByRole('row').filter({ hasText: stolen }).getByRole('button', { name: 'Revoke for fraud' }).click()
  await app.getByLabel('What makes it fraud').fill('Two accounts, one person')
  await app.getByRole('button', { name: 'Revoke', exact: true }).click()
  await app.getByText('fraud: Two accounts, one person', { exact: true }).waitFor()
  await settled(world.stack)
  await checkOut(world.stack, page, { product: CASE, codes: [stolen], email: 'ada@shopper.example' })
  await page.getByRole('alert').filter({ hasText: 'is not a code of this shop' }).waitFor()
  mustBeQuiet()
})

test('the month’s budget stops the program by itself, and says so', async () => {
  const { page, mustBeQuiet } = await world.person()
  const app = await openEncore(world.stack, page, { path: '/rewards/program' })
  await app.getByLabel('Budget a month').fill('1')
  await page.getByRole('button', { name: 'Save' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 3)
  await review('second', SPARE)
  await until(async () => (await reward('second'))?.because === 'budget')
  const list = await openEncore(world.stack, page, { path: '/rewards' })
  await list.getByText('This month’s budget is spent').waitFor()
  await list.getByText('The month’s budget was spent', { exact: true }).waitFor()
  mustBeQuiet()
})
