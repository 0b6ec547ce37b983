import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import { CUSTOMER_DETAILS } from './admin-blocks.ts'
import { uiExtensionFolder } from './fixture.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

const ASKING = `
const [said, setSaid] = useState('nothing')
useEffect(() => void fetch('/hello?x=1').then((answer) => answer.text()).then(setSaid), [])
return <s-admin-block heading="Small block">
  <s-text>{shopify.data.selected[0].id}</s-text>
  <s-text>The app says {said}</s-text>
  <s-link href="app:reviews/7">Open</s-link>
</s-admin-block>`

test('a block on a customer’s page asks its own app as the signed-in staff member, and links to the app’s pages', async () => {
  const projectFolder = await uiExtensionFolder({ body: ASKING, targets: [CUSTOMER_DETAILS], capabilities: '' })
  await using on = await scene({ settings: { projectFolder } })
  on.answerWith(({ method, headers }) => ({
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' },
    body: method === 'OPTIONS' ? '' : `hello ${(headers.authorization ?? '').split('.').length}`,
  }))
  const { customerId } = await on.buy({ paymentMethod: 'apple_pay' })
  const { page, mustBeQuiet, close } = await visit(browser)
  await page.goto(`http://admin.localhost:${on.port}/store/test/customers/${customerId}`)
  await page.getByRole('heading', { name: 'Small block' }).waitFor()
  await page.getByText(`gid://shopify/Customer/${customerId}`).waitFor()
  await page.getByText('The app says hello 3').waitFor()
  expect(on.received.some(({ path }) => path === '/hello?x=1')).toBe(true)
  mustBeQuiet()
  await page.getByRole('link', { name: 'Open' }).click()
  await page.waitForURL(/\/store\/test\/apps\/encore\/reviews\/7$/)
  await close()
})

test('what the admin offers beside it and the simulator does not model is refused by name', async () => {
  const body = 'shopify.navigation.navigate("extension://other"); return <s-admin-block />'
  const projectFolder = await uiExtensionFolder({ body, targets: [CUSTOMER_DETAILS], capabilities: '' })
  await using on = await scene({ settings: { projectFolder } })
  const { customerId } = await on.buy({ paymentMethod: 'apple_pay' })
  const { page, close } = await visit(browser, { allow: [/./] })
  const complaint = page.waitForEvent('console', (message) => message.text().startsWith('small failed'))
  await page.goto(`http://admin.localhost:${on.port}/store/test/customers/${customerId}`)
  expect((await complaint).text()).toContain('501: the simulator does not model shopify.navigation')
  await close()
})
