import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedded, openBrowser, visit } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import { readJwt } from '../tokens/jwt.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const APP = `<!doctype html><html><head><script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="key"></script></head>
<body><h1 id="where"></h1><p id="said"></p>
<ui-nav-menu><a href="/" rel="home">Home</a><a href="/offers">Offers</a><a href="/settings">Settings</a></ui-nav-menu>
<ui-title-bar title="A page"><button variant="primary" onclick="said.textContent = 'primary pressed'">Create</button></ui-title-bar>
<ui-save-bar id="bar" discardConfirmation><button variant="primary" onclick="said.textContent = 'saved'; bar.hide()">Save</button><button onclick="said.textContent = 'discarded'; bar.hide()">Discard</button></ui-save-bar>
<ui-modal id="modal"><p>Inside</p><ui-title-bar title="A question"><button variant="primary" onclick="said.textContent = 'yes'; shopify.modal.hide('modal')">Yes</button></ui-title-bar></ui-modal>
<script>const show = () => where.textContent = location.pathname; show()
document.querySelector('a[href="/offers"]').addEventListener('click', (event) => { event.preventDefault(); history.pushState(null, '', '/offers'); show() })</script></body></html>`

const html = {
  'content-type': 'text/html',
  'content-security-policy': 'frame-ancestors https://test.myshopify.com https://admin.shopify.com;',
}

/** An app of one page that answers with what it was asked. */
function serveApp(on: Scene): void {
  on.answerWith(({ path, headers }) => {
    if (path.startsWith('/api')) return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(headers) }
    return { status: 200, headers: html, body: APP }
  })
}

async function open(
  path = '',
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<{ on: Scene; page: Page; app: FrameLocator; close(): Promise<void> }> {
  const on = await scene()
  serveApp(on)
  const merchant = await visit(browser)
  await before(merchant.page)
  await merchant.page.goto(`http://admin.localhost:${on.port}/store/test/apps/encore${path}`)
  const app = embedded(merchant.page)
  await app.locator('#where:not(:empty)').waitFor()
  return {
    on,
    page: merchant.page,
    app,
    async close() {
      merchant.mustBeQuiet()
      await merchant.close()
      await on[Symbol.asyncDispose]()
    },
  }
}

const inApp = <T>(page: Page, script: string): Promise<T> =>
  (page.frames()[1] as NonNullable<ReturnType<Page['frames']>[1]>).evaluate(script) as Promise<T>

test('the app is opened with a signed address and asks with fresh id tokens', async () => {
  const { on, page, close } = await open()
  const opened = new URL(on.received.find(({ path }) => path.startsWith('/?'))?.path ?? '', 'http://app')
  expect(opened.searchParams.get('embedded')).toBe('1')
  expect(atob(opened.searchParams.get('host') ?? '')).toBe('admin.shopify.com/store/test')
  const sent = await inApp<Record<string, string>>(page, `fetch('/api/me').then((response) => response.json())`)
  expect(readJwt((sent['authorization'] ?? '').slice(7), on.simulator.app.secret)).toMatchObject({
    dest: 'https://test.myshopify.com',
    aud: on.simulator.app.clientId,
  })
  expect(await inApp(page, 'shopify.config.shop')).toBe('test.myshopify.com')
  await close()
})

test('the menu is the admin’s, and both addresses follow each other', async () => {
  const { page, app, close } = await open('/settings?tab=2')
  expect(await app.locator('#where').textContent()).toBe('/settings')
  await page.getByRole('link', { name: 'Offers' }).click()
  await app.getByText('/offers').waitFor()
  await page.waitForURL(/\/apps\/encore\/offers$/)
  expect(await page.locator('#app-nav [aria-current=page]').textContent()).toBe('Offers')
  expect(await page.locator('#app-nav a').allTextContents()).toEqual(['Offers', 'Settings'])
  await page.getByRole('button', { name: 'Create' }).click()
  await app.getByText('primary pressed', { exact: true }).waitFor()
  await close()
})

test('an admin that is slower than the app hears all the same what it says first', async () => {
  const late = (page: Page) =>
    page.route('**/admin-host.js', async (route) => {
      await page.waitForTimeout(700)
      await route.continue()
    })
  const { page, close } = await open('', late)
  await page.getByRole('link', { name: 'Offers' }).waitFor()
  await close()
})

test('the save bar keeps the merchant from leaving, saves and discards', async () => {
  const { page, app, close } = await open()
  await inApp(page, `shopify.saveBar.show('bar')`)
  await page.getByRole('link', { name: 'Orders' }).click()
  await page.getByRole('button', { name: 'Stay' }).click()
  expect(page.url()).toContain('/apps/encore')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await app.getByText('discarded', { exact: true }).waitFor()
  await inApp(page, `bar.show()`)
  await page.getByRole('button', { name: 'Save' }).click()
  await app.getByText('saved', { exact: true }).waitFor()
  expect(await page.locator('#save-bar').isHidden()).toBe(true)
  expect(await inApp(page, `shopify.saveBar.leaveConfirmation().then(() => 'free')`)).toBe('free')
  await close()
})

test('a toast with an action, a modal with a button', async () => {
  const { page, app, close } = await open()
  await inApp(page, `void shopify.toast.show('Archived', { action: 'Undo', onAction: () => { said.textContent = 'undone' } })`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await app.getByText('undone', { exact: true }).waitFor()
  await inApp(page, `shopify.modal.show('modal')`)
  await app.getByText('Inside').last().waitFor()
  await app.getByRole('button', { name: 'Yes' }).click()
  await app.getByText('yes', { exact: true }).waitFor()
  await close()
})

test('the resource picker finds, keeps and returns what Shopify’s would', async () => {
  const { page, close } = await open()
  const picked = inApp<{ id: string; title: string; variants: { price: string }[] }[]>(
    page,
    `shopify.resourcePicker({ type: 'product', multiple: true, selectionIds: [{ id: 'gid://shopify/Product/1001' }] })`,
  )
  await page.getByRole('searchbox', { name: 'Search products' }).fill('case')
  await page.getByRole('checkbox', { name: /Case/ }).check()
  await page.getByText('2 selected').waitFor()
  await page.getByRole('button', { name: 'Add' }).click()
  expect((await picked).map(({ id, title, variants }) => [id, title, variants[0]?.price])).toEqual([
    ['gid://shopify/Product/1001', 'Phone', '399.90'],
    ['gid://shopify/Product/1002', 'Case', '49.90'],
  ])
  const cancelled = inApp(page, `shopify.resourcePicker({ type: 'variant' }).then((value) => value === undefined)`)
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await cancelled).toBe(true)
  await close()
})

test('a bounce page is loaded again with a new id token', async () => {
  const { on, close } = await open(`/bounce?shopify-reload=${encodeURIComponent('/after?shop=test')}`)
  expect(on.received.some(({ path }) => /^\/after\?shop=test&id_token=ey/.test(path))).toBe(true)
  await close()
})

test('what the simulator does not model throws', async () => {
  const { page, close } = await open()
  expect(await inApp(page, `(() => { try { shopify.scanner.capture() } catch (error) { return error.message } })()`)).toBe(
    'The simulator does not model shopify.scanner',
  )
  await close()
})
