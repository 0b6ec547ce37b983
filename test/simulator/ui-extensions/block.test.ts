import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import { ORDER_STATUS, THANK_YOU } from './api/pages.ts'
import { uiExtensionFolder } from './fixture.ts'
import { placeBlock } from './placement.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

const COUNTER = `
const [count, setCount] = useState(0)
return <s-section heading={shopify.i18n.translate('title')}>
  <s-text>{shopify.extension.target} {shopify.orderConfirmation?.value.order.id ?? shopify.order?.value.id}</s-text>
  <s-text>{shopify.lines.value.map((line) => line.merchandise.title + ' ' + shopify.i18n.formatCurrency(line.cost.totalAmount.amount)).join()}</s-text>
  <s-button variant="primary" onClick={() => setCount(count + 1)}>Pressed {count}</s-button>
</s-section>`

test('one bundle runs on the thank-you page and on the order-status page, where it has been placed', async () => {
  const projectFolder = await uiExtensionFolder({ body: COUNTER, texts: { 'en.default': { title: 'Small block' } } })
  await using on = await scene({ settings: { projectFolder } })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const shopper = await visit(browser)
  const { page } = shopper
  const pages = { [THANK_YOU]: `checkouts/${order.checkoutToken}/thank_you`, [ORDER_STATUS]: `orders/${order.token}` }
  await page.goto(`http://test.localhost:${on.port}/${pages[THANK_YOU]}`)
  expect(await page.locator('.block-slot').count()).toBe(0)
  for (const [target, path] of Object.entries(pages)) {
    await placeBlock(on.simulator, on.shop, { extension: 'small', target, settings: {} })
    await page.goto(`http://test.localhost:${on.port}/${path}`)
    await page.getByRole('heading', { name: 'Small block' }).waitFor()
    await page.getByText(target).waitFor()
    await page.locator('.block').getByText('Phone €399.90').waitFor()
    await page.getByRole('button', { name: 'Pressed 0' }).click()
    await page.getByRole('button', { name: 'Pressed 1' }).waitFor()
  }
  await page.getByText(`gid://shopify/Order/${order.id}`).waitFor()
  shopper.mustBeQuiet()
  await shopper.close()
})
