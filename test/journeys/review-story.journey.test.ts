import sharp from 'sharp'
import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { fulfil, mailWith, pushToMorning } from './afterwards.ts'
import { buy, checkOut, findOrder, findProduct, installEncore, openEncore, pay, query, settled, until } from './people.ts'

const world = scene('review story')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Sand'
const SHOPPER = 'mia@shopper.example'
const WORDS = 'Es ist ein gutes Telefon. Der Akku hält einen Tag.'

let merchant: Visitor
let shopper: Visitor
let code: string

const pictures = process.env['PICTURES']
const show = async ({ page }: Visitor, name: string) =>
  void (pictures && (await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })))

test('the merchant promises a reward, switches asking on, and wants to look first', async () => {
  merchant = await world.person()
  const { page } = merchant
  await installEncore(world.stack, page)
  const program = await openEncore(world.stack, page, { path: '/rewards/program' })
  await program.getByRole('heading', { name: 'What a review gets' }).waitFor()
  await program.getByLabel('Begins with').fill('danke')
  await page.getByRole('button', { name: 'Save' }).click()
  await until(async () => (await query(world.stack.databases.app, 'select version from reward_program')).length === 1)
  const asking = await openEncore(world.stack, page, { path: '/reviews/requests' })
  await asking.getByLabel('Ask for reviews').check()
  await asking.getByLabel('Postal address').fill('Torstraße 1, 10119 Berlin')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Settings saved').first().waitFor()
  const collecting = await openEncore(world.stack, page, { path: '/reviews/collecting' })
  await collecting.getByText('Publish after I looked').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Settings saved').first().waitFor()
})

test('the phone is delivered, and she is asked in her language, with what an honest review gets', async () => {
  shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { product: PHONE, language: 'de', email: SHOPPER })
  await fulfil(world.stack, merchant.page, token)
  await settled(world.stack)
  await pushToMorning(world.stack, 4)
  await settled(world.stack)
  await pushToMorning(world.stack, 15)
  const mail = await mailWith(world.stack, SHOPPER, 'Bewertung schreiben')
  expect(mail.text).toContain('10\u00a0%')
  expect(mail.text).toContain('15\u00a0%')
  const link = /href="([^"]+\/apps\/reviews\/write[^"]+)"/.exec(mail.html ?? '')?.[1]?.replaceAll('&amp;', '&')
  const { pathname, search } = new URL(link ?? '')
  await shopper.page.setViewportSize({ width: 360, height: 740 })
  await shopper.page.goto(`${world.stack.shopUrl('aurora')}${pathname}${search}`)
})

test('on her phone she writes three stars, two sentences and a photo, and has her code at once', async () => {
  const { page } = shopper
  await settled(world.stack)
  await page.locator('.stars label').nth(2).click()
  await page.locator('textarea').first().fill(WORDS)
  const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#58a' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'phone.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('form button').last().click()
  const shown = page.getByText(/DANKE(-[2-9A-Z]{4}){3}/).first()
  await shown.waitFor()
  code = /DANKE(?:-[2-9A-Z]{4}){3}/.exec(await shown.innerText())?.[0] ?? ''
  await show(shopper, 'story-thanks')
  const mail = await mailWith(world.stack, SHOPPER, code)
  expect(mail.html).toContain('lang="de"')
  const told = await until(async () => (await flowRuns())[0]?.payload)
  expect(told).toMatchObject({ Rating: 3, Text: WORDS, Photos: 1, State: 'held', 'Verified buyer': true })
})

/** What Shopify Flow was told: a workflow of the merchant's could begin with it. */
const flowRuns = () =>
  query<{ payload: object }>(world.stack.databases.simulator, `select doc->'payload' as payload from document where kind = 'flowRun'`)

test('the review waits, is published, and says on the product page that it was rewarded', async () => {
  const queue = await openEncore(world.stack, merchant.page, { path: '/reviews' })
  await queue.getByText(WORDS).waitFor()
  const product = await findProduct(world.stack, 'aurora', PHONE)
  const visitor = await world.person()
  const address = `${world.stack.shopUrl('aurora')}/products/${product.handle}`
  await visitor.page.goto(address)
  expect(await visitor.page.getByText(WORDS).count()).toBe(0)
  const publish = queue.getByRole('button', { name: 'Publish', exact: true })
  await publish.click()
  await publish.waitFor({ state: 'detached' })
  await settled(world.stack)
  await visitor.page.goto(address)
  const review = visitor.page.locator('.encore-review').filter({ hasText: WORDS })
  await review.getByText('Verified buyer').waitFor()
  await review.getByText('Received 15% off for this review').waitFor()
  // Shopify takes its time over a picture.
  await until(async () => (await visitor.page.goto(address)) && (await review.locator('img').count()) === 1)
  await show(visitor, 'story-product')
})

test('she comes back and redeems it; the merchant sees request, review, code and order', async () => {
  const { page } = await world.person()
  const token = await checkOut(world.stack, page, { product: CASE, codes: [code.toLowerCase()], email: SHOPPER })
  await pay(page)
  const order = await findOrder(world.stack, 'aurora', token)
  await settled(world.stack)
  const rewards = await openEncore(world.stack, merchant.page, { path: '/rewards' })
  const row = rewards.getByRole('row').filter({ hasText: code })
  await row.getByText('Used', { exact: true }).waitFor()
  await row.getByRole('link', { name: order.name }).waitFor()
  await show(merchant, 'story-rewards')
  await merchant.page.goto(`${world.stack.adminUrl}/store/aurora/customers/${order.customerId}`)
  await merchant.page.getByText('1 review, 3.0 of 5 on average').waitFor()
  await merchant.page.getByText('redeemed').waitFor()
  await show(merchant, 'story-customer')
  await merchant.page.locator('.block').getByRole('link', { name: PHONE }).click()
  await embedded(merchant.page).getByText(WORDS).waitFor()
})
