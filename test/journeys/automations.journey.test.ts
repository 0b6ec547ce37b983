import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Mail } from '../simulator/mail/box.ts'
import type { SimOrder } from '../simulator/model.ts'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { fulfil, mailsTo, mailWith, pushToMorning } from './afterwards.ts'
import { buy, checkOut, control, createOffer, findOrder, installEncore, offerOf, openEncore, pay, settled, until } from './people.ts'

const world = scene('automations')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Sand'
const SHOPPER = 'mia@shopper.example'
const MINUTES = 60_000

let merchant: Visitor
let shopper: Visitor
let first: SimOrder
let token: string
let mail: Mail

const show = async ({ page }: Visitor, name: string, size?: { width: number; height: number }) => {
  if (!process.env['SHOTS']) return
  const before = page.viewportSize()
  if (size) await page.setViewportSize(size)
  await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
  if (before) await page.setViewportSize(before)
}
const follow = async (page: Page, text = mail.text) => {
  const { pathname, search } = new URL(/https:\/\/\S+\/apps\/reviews\/offer\?\S+/.exec(text ?? '')?.[0] ?? '')
  await page.goto(`${world.stack.shopUrl('aurora')}${pathname}${search}`)
}

test('the merchant sees what it would have come to, and only then switches it on', async () => {
  merchant = await world.person({ allow: [/422/] })
  const { page } = merchant
  await installEncore(world.stack, page)
  await createOffer(world.stack, 'aurora', {
    ...(await offerOf(world.stack, 'aurora', { title: 'A case', bought: PHONE, steps: [{ id: 'case', product: CASE, percent: 20 }] })),
  })
  const list = await openEncore(world.stack, page, { path: '/automations' })
  await list.getByText('Missed offer', { exact: true }).waitFor()
  await show(merchant, 'automations')
  const asking = await openEncore(world.stack, page, { path: '/reviews/requests' })
  await asking.getByLabel('Postal address').fill('Torstraße 1, 10119 Berlin')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Settings saved').first().waitFor()
  const encore = await openEncore(world.stack, page, { path: '/automations/missed-offer' })
  await encore.getByLabel('Subject', { exact: true }).fill('Re: your order')
  await encore.getByText('“Re:” poses as an answer').waitFor()
  await encore.getByLabel('Subject', { exact: true }).fill('')
  await encore.getByLabel('It ships with the order that it follows').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Settings saved').first().waitFor()
  await encore.getByRole('button', { name: 'Switch on' }).click()
  const dialog = encore.getByRole('dialog')
  await dialog.getByText(/^Of the [\d,]+ orders of the last 30 days, this would have gone to [\d,]+ people\.$/).waitFor()
  await show(merchant, 'automation-switch')
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('Switched on').waitFor()
  // The page is drawn anew once it has read that it is on.
  await encore.getByRole('button', { name: 'Switch off' }).waitFor()
})

test.each([
  ['/reviews/requests', 'Days after delivery', '0 to 180', '14', 'Days without another request to the same shopper'],
  ['/automations/bounce-back', 'Minutes after the purchase', '5 to 4,320', '180', 'Messages per shopper within a week, at most'],
])('on %s what is no whole number stays as typed, named beside its field, and nothing is saved', async (path, label, range, was, other) => {
  const encore = await openEncore(world.stack, merchant.page, { path })
  const field = encore.getByLabel(label).first()
  await encore.getByLabel(other).fill('soon')
  for (const typed of ['1.5', '1,000,000', '-5', '']) {
    await field.fill(typed)
    await merchant.page.getByRole('button', { name: 'Save' }).click()
    await encore.getByText(`Enter a whole number from ${range}`).waitFor()
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await field.inputValue()).toBe(typed)
  }
  await show(merchant, 'wrong-numbers', { width: 360, height: 2600 })
  await merchant.page.getByRole('button', { name: 'Discard' }).click()
  await until(async () => (await field.inputValue()) === was)
  await encore.getByText('Enter a whole number').first().waitFor({ state: 'detached' })
})

test('the page shows the very mail in each language', async () => {
  const encore = embedded(merchant.page)
  await encore.getByLabel('Language', { exact: true }).selectOption('ar')
  const preview = encore.frameLocator('iframe[title="The e-mail in Arabic"]')
  await preview.getByText('مرحبًا Mia،').waitFor()
  expect(await preview.locator('html').getAttribute('dir')).toBe('rtl')
  await show(merchant, 'automation', { width: 1280, height: 2600 })
})

test('who paid with a wallet saw no offer: half an hour later it comes by mail, in her language', async () => {
  await pushToMorning(world.stack, 1)
  shopper = await world.person()
  token = await buy(world.stack, shopper.page, { product: PHONE, language: 'de', email: SHOPPER, payment: 'Apple Pay' })
  await settled(world.stack)
  first = await findOrder(world.stack, 'aurora', token)
  expect(await mailsTo(world.stack, SHOPPER)).toEqual([])
  await control(world.stack, 'clock', { pushMs: 31 * MINUTES })
  mail = await mailWith(world.stack, SHOPPER, `${first.name} verschickt`)
  expect(mail.subject).toBe(`${CASE} – Lumen passend zu Ihrer Bestellung ${first.name}`)
  expect(mail.html).toContain('lang="de"')
  expect(mail.html).toContain('Torstraße 1, 10119 Berlin')
  expect(mail.text).toContain('20 % Rabatt'.replace(' ', '\u00a0'))
  expect(mail.bytes).toBeLessThan(102 * 1024)
})

test('its link leads to a checkout in her language, with the case and its discount', async () => {
  const { page } = await world.person()
  await follow(page)
  await page.waitForURL(/\/checkouts\/[^/]+$/, { timeout: 20_000 })
  await page.getByText(CASE).first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page
    .getByText(/EXTRA(-[2-9A-Z]{4}){3}/)
    .first()
    .waitFor()
})

test('opened after the order has left, it says that it ships separately, and still leads to the checkout', async () => {
  await fulfil(world.stack, merchant.page, token)
  await settled(world.stack)
  await shopper.page.setViewportSize({ width: 360, height: 740 })
  await follow(shopper.page)
  await shopper.page.getByText(`Ihre Bestellung ${first.name} ist bereits unterwegs.`).waitFor()
  await show(shopper, 'offer-separately')
  await shopper.page.getByRole('button', { name: 'Weiter zur Kasse' }).click()
  await shopper.page.waitForURL(/\/checkouts\/[^/]+$/, { timeout: 20_000 })
  await shopper.page.getByText(CASE).first().waitFor()
  await pay(shopper.page, 'Apple Pay')
})

test('the merchant sees the order that came of it, and the link ends', async () => {
  await settled(world.stack)
  const row = await until(async () => {
    const encore = await openEncore(world.stack, merchant.page, { path: '/automations/missed-offer' })
    const found = encore.getByRole('row').filter({ hasText: first.name })
    return (await found.getByRole('link').count()) === 2 ? found : null
  })
  await row.getByText('Sent', { exact: true }).waitFor()
  await show(merchant, 'automation-earned', { width: 360, height: 3600 })
  await follow(shopper.page)
  await shopper.page.getByText('Sie haben dieses Angebot bereits angenommen.').waitFor()
})

test('who agreed to text messages only gets the offer as one, and its link leads to the checkout as well', async () => {
  const number = '+4915112345678'
  const encore = await openEncore(world.stack, merchant.page, { path: '/automations/missed-offer' })
  await encore.getByLabel('By text message, where no e-mail may go').check()
  await encore.getByLabel('Text message', { exact: true }).fill('Hurry!')
  await encore.getByText('“Hurry” presses without a reason').waitFor()
  await encore.getByLabel('Text message', { exact: true }).fill('A word about {order}: have a look.')
  await encore.getByText(/A word about #\d+: have a look\..*reply STOP/).waitFor()
  await show(merchant, 'automation-text', { width: 1280, height: 3200 })
  await show(merchant, 'automation-text-360', { width: 360, height: 3600 })
  await merchant.page.getByRole('button', { name: 'Save' }).click()
  await merchant.page.getByText('Settings saved').first().waitFor()
  const { page } = await world.person({ mobile: true })
  const checkout = await checkOut(world.stack, page, { product: PHONE, email: 'texter@example.com' })
  await page.locator('input[name=news]').uncheck()
  await pay(page, 'Apple Pay')
  const { customerId } = await findOrder(world.stack, 'aurora', checkout)
  await merchant.page.goto(`${world.stack.adminUrl}/store/aurora/customers/${customerId}`)
  await merchant.page.getByLabel('Phone').fill(number)
  await merchant.page.getByLabel('agrees to marketing text messages').check()
  await merchant.page.getByRole('button', { name: 'Save' }).click()
  await settled(world.stack)
  await control(world.stack, 'clock', { pushMs: 31 * MINUTES })
  const text = await mailWith(world.stack, number, 'reply STOP')
  expect(await mailsTo(world.stack, 'texter@example.com')).toEqual([])
  expect(text.text).toMatch(/^Aurora Mobile: A word about #\d+: have a look\. .*https:/)
  await follow(page, text.text)
  await page.waitForURL(/\/checkouts\/[^/]+$/, { timeout: 20_000 })
  await page.getByText(CASE).first().waitFor()
})

test('a first order is followed by what goes with it, hours later, at the merchant’s discount', async () => {
  const { page: admin } = merchant
  const encore = await openEncore(world.stack, admin, { path: '/automations/bounce-back' })
  await encore.getByRole('button', { name: 'Switch on' }).click()
  await encore.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click()
  await encore.getByRole('button', { name: 'Switch off' }).waitFor()
  await pushToMorning(world.stack, 1)
  const { page } = await world.person()
  await buy(world.stack, page, { product: PHONE, email: 'first@example.com' })
  await page.getByRole('button', { name: 'No, thanks' }).click()
  await page.waitForURL(/thank_you/)
  await settled(world.stack)
  await control(world.stack, 'clock', { pushMs: 181 * MINUTES })
  const bounce = await mailWith(world.stack, 'first@example.com', 'for the first time')
  await follow(page, bounce.text)
  await page.waitForURL(/\/checkouts\/[^/]+$/, { timeout: 20_000 })
  await page
    .getByText(/EXTRA(-[2-9A-Z]{4}){3}/)
    .first()
    .waitFor()
})
