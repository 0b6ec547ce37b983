import { rm } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import { changeCheckout, openCheckout } from '../checkout/desk.ts'
import { newShopper } from '../checkout/prefill.ts'
import { scene, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import { extensionFolder } from './extension.ts'

/** Asks how often it was asked, shows a step, counts presses, and goes on. */
const SMALL = `
let asked = 0
extend('Checkout::PostPurchase::ShouldRender', async ({ inputData, storage }) => {
  asked += 1
  await storage.update({ asked, before: storage.initialData?.asked ?? 0, referenceId: inputData.initialPurchase.referenceId })
  return { render: true }
})
extend('Checkout::PostPurchase::Render', async (root, { storage, inputData, calculateChangeset, done }) => {
  const calculated = await calculateChangeset({ changes: [{ type: 'add_variant', variantId: 10020, quantity: 1 }] })
  const words = root.createText('asked ' + storage.initialData.asked + ', stored ' + storage.initialData.before + ', alone ' + (asked === 0))
  const total = root.createComponent('Text', { emphasized: true }, calculated.calculatedPurchase.totalOutstandingSet.presentmentMoney.amount)
  const button = root.createComponent('Button', { onPress: () => { words.updateText('pressed'); button.updateProps({ disabled: true }); root.removeChild(total) } }, 'Press')
  const select = root.createComponent('Select', { label: 'Colour', value: 'a', options: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }], onChange: (value) => words.updateText('chose ' + value) })
  for (const child of [words, total, button, select, root.createComponent('Button', { subdued: true, onPress: () => done() }, 'No, thank you')]) root.appendChild(child)
})`

let browser: Browser
let projectFolder: string
beforeAll(async () => {
  ;[browser, projectFolder] = await Promise.all([openBrowser(), extensionFolder(SMALL)])
})
afterAll(async () => {
  await browser.close()
  await rm(projectFolder, { recursive: true })
})

/** A shopper before the checkout, with a phone in it. */
async function atCheckout(on: Scene, changes = {}) {
  const opened = await openCheckout(on.simulator, on.shop, [{ variantId: variantOf(on.phone), quantity: 1 }], {
    ...newShopper(on.shop),
    ...changes,
  })
  return `http://test.localhost:${on.port}/checkouts/${opened.token}`
}

test('card, post-purchase page, thank-you page', async () => {
  await using on = await scene({ settings: { projectFolder, shouldRenderTimeoutMs: 20_000 } })
  const shopper = await visit(browser)
  const { page } = shopper
  await page.goto(await atCheckout(on))
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('asked 2, stored 1, alone true').waitFor()
  expect(await page.getByText('49.90').count()).toBe(1)
  await page.getByRole('combobox', { name: 'Colour' }).selectOption('b')
  await page.getByText('chose b').waitFor()
  await page.getByRole('button', { name: 'Press' }).click()
  await page.getByText('pressed').waitFor()
  expect([await page.getByRole('button', { name: 'Press' }).isDisabled(), await page.getByText('49.90').count()]).toEqual([true, 0])
  await page.getByRole('button', { name: 'No, thank you' }).click()
  await page.waitForURL(/thank_you$/)
  expect(await page.locator('.charges li').count()).toBe(1)
  shopper.mustBeQuiet()
  await shopper.close()
})

test.each([
  ['Apple Pay', 'Apple Pay', 'A wallet paid for it'],
  ['Klarna', 'Klarna', 'It is paid in instalments'],
  ['a gift card', 'Gift card', 'A gift card paid for it'],
])('%s goes straight to the thank-you page, which says why', async (_, label, why) => {
  await using on = await scene({ settings: { projectFolder } })
  const shopper = await visit(browser)
  await shopper.page.goto(await atCheckout(on))
  await shopper.page.getByRole('radio', { name: label }).check()
  await shopper.page.getByRole('button', { name: 'Pay now' }).click()
  await shopper.page.waitForURL(/thank_you$/)
  await shopper.page.getByText(why).waitFor()
  shopper.mustBeQuiet()
  await shopper.close()
})

test.each([
  ['says no', '() => ({ render: false })', 'the extension said so'],
  ['is silent', '() => new Promise(() => {})', 'no answer within 200 ms'],
])('an extension that %s costs the shopper only the wait', async (_, answer, why) => {
  const folder = await extensionFolder(`extend('Checkout::PostPurchase::ShouldRender', ${answer})`)
  await using on = await scene({ settings: { projectFolder: folder, shouldRenderTimeoutMs: why.includes('200') ? 200 : 20_000 } })
  const shopper = await visit(browser)
  await shopper.page.goto(await atCheckout(on))
  await shopper.page.getByRole('button', { name: 'Pay now' }).click()
  await shopper.page.getByText(`ShouldRender: ${why}`).waitFor()
  await shopper.close()
  await rm(folder, { recursive: true })
})

test('a component that does not exist breaks the extension, not the order', async () => {
  const wrong = await extensionFolder(`extend('Checkout::PostPurchase::ShouldRender', () => ({ render: true }))
extend('Checkout::PostPurchase::Render', (root) => root.appendChild(root.createComponent('Marquee')))`)
  await using on = await scene({ settings: { projectFolder: wrong, shouldRenderTimeoutMs: 20_000 } })
  const shopper = await visit(browser, { allow: [/Marquee/] })
  await shopper.page.goto(await atCheckout(on))
  await shopper.page.getByRole('button', { name: 'Pay now' }).click()
  await shopper.page.waitForURL(/thank_you$/)
  shopper.mustBeQuiet()
  await shopper.close()
  await rm(wrong, { recursive: true })
})

test('codes that do not combine are named at the checkout', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const shopper = await visit(browser)
  const { page } = shopper
  const address = await atCheckout(on)
  const code = (name: string) => ({
    id: name.length,
    title: name,
    codes: [{ id: name.length + 50, code: name, used: 0 }],
    kind: 'basic' as const,
    value: { percentage: 0.1 },
    items: { all: true as const },
    startsAt: '2020-01-01T00:00:00Z',
    endsAt: null,
    usageLimit: null,
    oncePerCustomer: false,
    customerIds: null,
    minimum: null,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: '2020-01-01T00:00:00Z',
  })
  await on.simulator.store.putMany(on.shop.domain, 'discount', [code('FIRST'), code('SECONDONE')])
  await page.goto(address)
  for (const name of ['first', 'secondone']) {
    await page.getByRole('textbox', { name: 'Discount code' }).fill(name)
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText(name.toUpperCase(), { exact: true }).first().waitFor()
  }
  await page.getByText('“SECONDONE” cannot be combined with “FIRST”.').waitFor()
  await page.getByRole('button', { name: 'Remove SECONDONE' }).click()
  await page.getByText('−€39.99').waitFor()
  await shopper.close()
})

test('whoever opens the thank-you page has left the offer', async () => {
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy()
  expect((await on.order(order.id)).holdUntil).not.toBeNull()
  await changeCheckout(on.simulator, on.shop, (await on.checkoutOf(order)).id, { postPurchase: 'open' })
  await on.ask('test.localhost', `/checkouts/${order.checkoutToken}/thank_you`)
  expect((await on.order(order.id)).holdUntil).toBeNull()
})
