import { expect, test } from 'vitest'
import type { Mail } from '../simulator/mail/box.ts'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { fulfil, mailsTo, pushToMorning } from './afterwards.ts'
import { buy, findOrder, openEncore, query, settled, synced, until } from './people.ts'
import { picturesOfReturns, seeInReminder, sendBack } from './returns.ts'

const world = scene('asking')
const PHONE = 'Lumen 9, Graphite'
const COVER = 'Clear case, Black'
const NUMBER = '+4915112345678'
const SHOPPER = 'new.shopper@example.com'
const MERCHANT = 'me@aurora.example'
const EARLY = 'early@example.com'
const SENDER = 'sender-back@example.com'

let merchant: Visitor
let mail: Mail
let early: string

const requests = () =>
  query<{ order_id: string; state: string; because: string | null; send_at: Date; product_ids: string[] }>(
    world.stack.databases.app,
    'select order_id, state, because, send_at, product_ids from review_request order by order_id',
  )

test('before there is Encore an order is sent, and a part of it comes back', async () => {
  merchant = await world.person({ allow: [/422/] })
  const shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { also: COVER, product: PHONE, email: EARLY })
  await fulfil(world.stack, merchant.page, token)
  const order = await findOrder(world.stack, 'aurora', token)
  early = String(order.id)
  await sendBack(world.stack, merchant.page, order, COVER, 'Create the return')
  await merchant.page.getByRole('button', { name: 'Close the return' }).click()
  await merchant.page.getByText('closed', { exact: true }).waitFor()
  await shopper.close()
})

test('the merchant switches asking on; words that ask for five stars are refused beside the field', async () => {
  const { page } = merchant
  await openEncore(world.stack, page)
  await synced(world.stack, 'aurora')
  const encore = await openEncore(world.stack, page, { path: '/reviews/requests' })
  await encore.getByText('Nobody is asked yet').waitFor()
  await encore.getByLabel('Subject', { exact: true }).fill('Give us 5 stars!')
  await encore.getByText('“5 stars” asks for a particular opinion').waitFor()
  await encore.getByLabel('Subject', { exact: true }).fill('')
  const countries = encore.getByLabel('Countries where only who agreed may be asked')
  await countries.fill('Germany')
  await encore.getByText('No code of a country, and not counted: Germany').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  await until(async () => (await countries.inputValue()) === 'DE, AT')
  await encore.getByLabel('Ask for reviews').check()
  await encore.getByLabel('Text messages').selectOption({ label: 'Instead of an e-mail, to whoever agreed' })
  await encore.getByLabel('Colour of buttons').fill('red')
  await encore.getByLabel('Answers go to').fill('me')
  await encore.getByText('Enter # and six digits or letters from A to F').waitFor()
  expect(await encore.getByText('Enter an e-mail address, or leave it empty').count()).toBe(0)
  await encore.getByLabel('Colour of buttons').fill('#0b6b4f')
  await encore.getByText('Enter an e-mail address, or leave it empty').waitFor()
  await encore.getByLabel('Answers go to').fill('')
  await encore.getByLabel('Postal address').fill('Torstraße 1, 10119 Berlin')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Settings saved').waitFor()
  await encore.getByText('Nobody is asked yet').waitFor({ state: 'detached' })
})

test('the page shows the very mail in each language', async () => {
  const encore = embedded(merchant.page)
  await encore.getByLabel('Language', { exact: true }).selectOption('ar')
  const preview = encore.frameLocator('iframe[title="The e-mail in Arabic"]')
  await preview.getByText('مرحبًا Mia،').waitFor()
  expect(await preview.locator('html').getAttribute('dir')).toBe('rtl')
  if (process.env['SHOTS']) await merchant.page.screenshot({ path: `${process.env['SHOTS']}/requests.png`, fullPage: true })
  await encore.getByLabel('Send this to').fill(MERCHANT)
  await encore.getByRole('button', { name: 'Send a test' }).dblclick()
  await merchant.page.getByText('Test sent').first().waitFor()
  await until(async () => (await mailsTo(world.stack, MERCHANT))[0])
})

test('a phone is bought, sent and delivered; two weeks later she is asked in her language', async () => {
  const shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { product: PHONE, language: 'de' })
  await fulfil(world.stack, merchant.page, token)
  await settled(world.stack)
  const [planned] = await until(async () => ((await requests()).length > 0 ? requests() : null))
  expect(planned).toMatchObject({ state: 'planned', because: null })
  await untilDelivered(token)
  expect(await mailsTo(world.stack, SHOPPER)).toEqual([])
  expect(await mailsTo(world.stack, MERCHANT)).toHaveLength(1)
  await pushToMorning(world.stack, 15)
  ;[mail] = (await until(async () => ((await mailsTo(world.stack, SHOPPER)).length > 0 ? mailsTo(world.stack, SHOPPER) : null), {
    within: 40_000,
  })) as [Mail]
  expect(mail.subject).toBe(`Wie finden Sie ${PHONE}?`)
  expect(mail.html).toContain('lang="de"')
  expect(mail.html).toContain('Torstraße 1, 10119 Berlin')
  expect(mail.bytes).toBeLessThan(102 * 1024)
})

/** In a step of its own: a parcel that arrives while the clock jumps weeks ahead has arrived today, and the days of waiting begin with that. */
async function untilDelivered(token: string): Promise<void> {
  await pushToMorning(world.stack, 4)
  await until(async () => (await findOrder(world.stack, 'aurora', token)).fulfillments?.[0]?.deliveredAt)
  await settled(world.stack)
}

test('every star leads to the same form, with only the star chosen before', async () => {
  const links = [...(mail.html ?? '').matchAll(/href="([^"]+&amp;rating=(\d))"/g)].map(([, href = '', stars]) => [
    href.replace(/&amp;rating=\d/, ''),
    stars,
  ])
  expect(links.map(([, stars]) => stars)).toEqual(['1', '2', '3', '4', '5'])
  expect(new Set(links.map(([href]) => href)).size).toBe(1)
})

test('she reads it at mail.localhost and unsubscribes with one click', async () => {
  const shopper = await world.person()
  const { port } = new URL(world.stack.adminUrl)
  await shopper.page.goto(`http://mail.localhost:${port}/to/${SHOPPER}`)
  await shopper.page.getByRole('link', { name: mail.subject }).click()
  const letter = shopper.page.frameLocator('iframe.mail')
  await letter.getByText('Bewertung schreiben').waitFor()
  if (process.env['SHOTS']) await shopper.page.screenshot({ path: `${process.env['SHOTS']}/mail.png`, fullPage: true })
  await shopper.page.getByRole('button', { name: 'Unsubscribe (one click)' }).click()
  await shopper.page.getByText('the sender answered 200').waitFor()
  shopper.mustBeQuiet()
})

test('her next order is not asked about, and the merchant sees why', async () => {
  const shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { product: PHONE, email: SHOPPER })
  const order = await findOrder(world.stack, 'aurora', token)
  await fulfil(world.stack, merchant.page, token)
  await until(async () => (await requests()).find(({ order_id }) => order_id === String(order.id)))
  const encore = await openEncore(world.stack, merchant.page, { path: '/reviews/requests' })
  const row = encore.getByRole('row').filter({ hasText: order.name })
  await row.getByText('Skipped').waitFor()
  await row.getByText('the shopper has unsubscribed').waitFor()
})

test('who agreed to text messages gets one, and nothing more once she has answered STOP', async () => {
  const shopper = await world.person()
  const { page } = merchant
  const token = await buy(world.stack, shopper.page, { product: PHONE, email: 'texter@example.com' })
  const order = await findOrder(world.stack, 'aurora', token)
  await page.goto(`${world.stack.adminUrl}/store/aurora/customers/${order.customerId}`)
  await page.getByLabel('Phone').fill(NUMBER)
  await page.getByLabel('agrees to marketing text messages').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await fulfil(world.stack, page, token)
  await settled(world.stack)
  await until(async () => (await requests()).find(({ order_id }) => order_id === String(order.id)))
  await untilDelivered(token)
  await pushToMorning(world.stack, 15)
  const [text] = await until(async () => ((await mailsTo(world.stack, NUMBER)).length > 0 ? mailsTo(world.stack, NUMBER) : null), {
    within: 40_000,
  })
  expect(text?.text).toContain('/apps/reviews/write?t=')
  expect(await mailsTo(world.stack, 'texter@example.com')).toEqual([])
  const { port } = new URL(world.stack.adminUrl)
  await shopper.page.goto(`http://mail.localhost:${port}/to/${encodeURIComponent(NUMBER)}`)
  await shopper.page.getByRole('link', { name: /^Aurora/ }).click()
  const arrived = () => query<{ n: number }>(world.stack.databases.app, 'select 1 as n from message where arrived_at is not null')
  await until(async () => (await arrived())[0])
  if (process.env['SHOTS']) await shopper.page.screenshot({ path: `${process.env['SHOTS']}/text.png`, fullPage: true })
  await shopper.page.getByRole('button', { name: 'Answer STOP' }).click()
  // The carrier says so at once; whoever has not entered that address learns it from the next message that is refused.
  await until(async () => (await suppressed())?.because === 'unsubscribed')
  await pushToMorning(world.stack, 10)
  await settled(world.stack)
  expect(await mailsTo(world.stack, NUMBER)).toHaveLength(1)
})

test('of what she asks to send back she is not asked, product by product; all of it, and nobody is, until the return is declined', async () => {
  const shopper = await world.person()
  const { page } = merchant
  const token = await buy(world.stack, shopper.page, { also: COVER, product: PHONE, email: SENDER })
  const order = await findOrder(world.stack, 'aurora', token)
  await fulfil(world.stack, page, token)
  const stateOf = async () => {
    const found = (await requests()).find(({ order_id }) => order_id === String(order.id))
    return found && [found.state, found.because, found.product_ids.length]
  }
  await expect.poll(stateOf, { timeout: 20_000 }).toEqual(['planned', null, 2])
  await sendBack(world.stack, page, order, COVER)
  await expect.poll(stateOf, { timeout: 20_000 }).toEqual(['planned', null, 1])
  const encore = await openEncore(world.stack, page, { path: '/reviews/requests' })
  await encore.getByRole('row').filter({ hasText: order.name }).getByText(`Without ${COVER}: it is on its way back`).waitFor()
  await sendBack(world.stack, page, order, PHONE)
  await expect.poll(stateOf, { timeout: 20_000 }).toEqual(['skipped', 'being-returned', 0])
  if (process.env['SHOTS']) await picturesOfReturns(world.stack, page, order)
  await page.goto(`${world.stack.adminUrl}/store/aurora/orders/${order.id}`)
  for (const still of [1, 2]) {
    await page.getByRole('button', { name: 'Decline the return' }).first().click()
    await expect.poll(stateOf, { timeout: 20_000 }).toEqual(['planned', null, still])
  }
  const row = (await openEncore(world.stack, page, { path: '/reviews/requests' })).getByRole('row').filter({ hasText: order.name })
  await row.getByRole('button', { name: 'Ask now' }).click()
  await until(async () => (await mailsTo(world.stack, SENDER))[0], { within: 90_000 })
  await sendBack(world.stack, page, order, COVER)
  await seeInReminder(
    world.stack,
    { merchant: page, shopper: shopper.page },
    { orderId: order.id, order: order.name, email: SENDER, kept: PHONE, back: COVER },
  )
})

const suppressed = async () =>
  (await query<{ because: string }>(world.stack.databases.app, "select because from suppression where channel = 'sms'"))[0]

test('past orders are counted first, and asked about only when that number is confirmed', async () => {
  const encore = await openEncore(world.stack, merchant.page, { path: '/reviews/requests' })
  await encore.getByLabel('Placed from').fill('2020-01-01')
  await encore.getByRole('button', { name: 'Count', exact: true }).click()
  const counted = encore.getByText(/^This would go to [\d,]+ people/)
  await counted.waitFor()
  const many = Number((await counted.innerText()).replaceAll(/\D/g, ''))
  expect(many).toBeGreaterThan(100)
  await encore.getByText(/not: the shopper has not agreed to marketing/).waitFor()
  const [before, byHand] = [(await requests()).length, await chosen()]
  await encore.getByRole('button', { name: /^Ask [\d,]+ now$/ }).click()
  await encore
    .getByRole('dialog')
    .getByRole('button', { name: /^Ask [\d,]+ now$/ })
    .click()
  await until(async () => (await chosen()) === byHand + many, { within: 60_000 })
  expect((await requests()).length).toBeGreaterThan(before)
  // What came back before the install is read when she is about to be asked.
  const stateOf = async () => (await requests()).find(({ order_id }) => order_id === early)
  await expect.poll(stateOf, { timeout: 90_000 }).toMatchObject({ state: 'sent', product_ids: [expect.any(String)] })
  const [told] = await mailsTo(world.stack, EARLY)
  expect(`${told?.text} ${told?.html}`).not.toContain(COVER)
  await encore.getByText(/^The latest time you asked about past orders/).waitFor()
  if (process.env['SHOTS']) await merchant.page.screenshot({ path: `${process.env['SHOTS']}/past.png`, fullPage: true })
  const [order] = await query<{ name: string }>(world.stack.databases.app, 'select name from "order" where id = $1', [early])
  const found = await openEncore(world.stack, merchant.page, { path: `/reviews/requests?search=${encodeURIComponent(order!.name)}` })
  await found.getByText(`Without ${COVER}: it was sent back`).waitFor()
})

/** Requests of the past that were planned, whatever became of them since: some are refused when their time comes. */
const chosen = async (): Promise<number> => {
  const [row] = await query<{ count: number }>(
    world.stack.databases.app,
    'select count(*)::int as count from review_request where by_hand and cardinality(product_ids) > 0',
  )
  return row?.count ?? 0
}
