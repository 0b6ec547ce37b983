import { rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import { until } from '../stage.ts'
import { ORDER_STATUS, THANK_YOU } from './api/pages.ts'
import { uiExtensions } from './extensions.ts'
import { uiExtensionFolder } from './fixture.ts'
import { placeBlock } from './placement.ts'
import { readPublished } from './published/read.ts'
import { PUBLISHED } from './published/published.ts'

// Each becomes a block of its own; all run on one page, where each complains for itself.
const REFUSED = {
  'an element of HTML': ['return <div>no</div>', '<div> is not an element of purchase.thank-you.block.render'],
  'an element of another target': ['return <s-announcement>no</s-announcement>', '<s-announcement> is not an element'],
  'an element that does not exist': ['return <s-marquee>no</s-marquee>', '<s-marquee> is not an element'],
  'an element that we do not draw': ['return <s-map />', '501: the simulator does not draw <s-map>'],
  'an attribute': ['return <s-text size="large">no</s-text>', '<s-text> has no attribute size'],
  'a style': ['return <s-text style={{ color: "red" }}>no</s-text>', '<s-text> has no attribute style'],
  'a class': ['return <s-text class="red">no</s-text>', '<s-text> has no attribute class'],
  'an event': ['return <s-button onDblClick={() => 0}>no</s-button>', '<s-button> has no event'],
  'a member of no API': ['return <s-text>{shopify.shopper.name}</s-text>', 'shopify.shopper is not in the API of purchase.thank-you'],
  'a member that is not modelled': ['return shopify.deliveryGroups.value', '501: the simulator does not model shopify.deliveryGroups'],
  'a nested member': ['return shopify.localization.market.value', '501: the simulator does not model shopify.localization.market'],
  'a text that no locale has': ['return shopify.i18n.translate("nope")', 'locales have no text nope'],
  'a fault in a later drawing': [
    'const [bad, set] = useState(false); useEffect(() => set(true), []); return bad ? <div /> : <s-text>there</s-text>',
    '<div> is not an element',
  ],
  'a request without network_access': [
    'useEffect(() => void fetch("http://app.localhost/"), []); return null',
    'asks for no network_access',
  ],
} as const

const handles = Object.keys(REFUSED).map((name) => name.replaceAll(' ', '-').toLowerCase())

/** What the browser's console says when all of them stand on one thank-you page, beside one without a fault. */
async function complaints(): Promise<{ said: string[]; good: string | null }> {
  const bodies = Object.values(REFUSED).map(([body], index) => ({
    handle: handles[index] as string,
    body,
    targets: [THANK_YOU],
    capabilities: '',
  }))
  const projectFolder = await uiExtensionFolder(...bodies, { body: 'return <s-text>All is well</s-text>' })
  await using on = await scene({ settings: { projectFolder } })
  for (const extension of [...handles, 'small']) await placeBlock(on.simulator, on.shop, { extension, target: THANK_YOU, settings: {} })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const browser = await openBrowser()
  const { page } = await visit(browser, { allow: [/./] })
  const said: string[] = []
  page.on('console', (message) => void (message.text().includes(' failed at ') && said.push(message.text())))
  await page.goto(`http://test.localhost:${on.port}/checkouts/${order.checkoutToken}/thank_you`)
  await page.getByText('All is well').waitFor()
  await until(() => handles.every((handle) => said.some((one) => one.startsWith(`${handle} `))))
  const good = await page.locator('.block-slot[data-extension=small]').getAttribute('data-state')
  await browser.close()
  await rm(projectFolder, { recursive: true })
  return { said, good }
}

let heard: Awaited<ReturnType<typeof complaints>>
beforeAll(async () => void (heard = await complaints()))

test.each(Object.entries(REFUSED))('%s is refused by name', (name, [, words]) => {
  const handle = handles[Object.keys(REFUSED).indexOf(name)]
  expect(heard.said.filter((one) => one.startsWith(`${handle} failed at ${THANK_YOU}`))).toEqual([expect.stringContaining(words)])
})

test('a block without a fault runs on beside those', () => expect(heard.good).toBe('shown'))

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))
const read = async (small: Partial<Parameters<typeof uiExtensionFolder>[0]>) => {
  const folder = await uiExtensionFolder({ body: 'return null', ...small })
  folders.push(folder)
  return uiExtensions(folder)
}

test('a bundle of more than 65,536 bytes after deflate is refused, as at deploy', async () => {
  const noise = (bytes: number) => `globalThis.noise = '${randomBytes(bytes).toString('base64')}'`
  await expect(read({ before: noise(60_000) })).rejects.toThrow(/more than 65536 bytes; small has \d+ after deflate/)
  expect(await read({ before: noise(40_000) })).toHaveLength(1)
})

test.each([
  [{ targets: ['purchase.checkout.block.render'] }, 'the target purchase.checkout.block.render'],
  [{ capabilities: 'block_progress = true' }, 'the capability block_progress'],
  [{ apiVersion: '2025-07' }, 'API version 2025-07'],
  [
    { more: '[extensions.settings]\n[[extensions.settings.fields]]\nkey = "x"\ntype = "variant_reference"\n' },
    'settings of type variant_reference',
  ],
])('what is not modelled in a toml is named: %o', async (small, words) => {
  await expect(read(small)).rejects.toThrow(words)
})

test('what the toml says is read: targets, metafields, settings and the name', async () => {
  const more = `[[extensions.metafields]]
namespace = "$app"
key = "post_purchase"
[extensions.settings]
[[extensions.settings.fields]]
key = "title"
type = "single_line_text_field"
name = "Title"
`
  const [found] = await read({ more, texts: { 'en.default': { a: 'A' }, de: { a: 'Ä' } } })
  expect(found).toMatchObject({
    handle: 'small',
    name: 'Small',
    networkAccess: true,
    apiAccess: false,
    fields: [{ key: 'title', type: 'single_line_text_field', name: 'Title' }],
    texts: { default: 'en', byLocale: { en: { a: 'A' }, de: { a: 'Ä' } } },
  })
  expect(found?.targets).toEqual(
    [THANK_YOU, ORDER_STATUS].map((target) => ({ target, metafields: [{ namespace: '$app', key: 'post_purchase' }] })),
  )
})

// The reader of the package could be wrong in the same way twice.
test('an element is read whole', () => {
  const field = PUBLISHED[THANK_YOU]?.elements['s-text-field']
  expect(field?.props).toEqual(
    expect.arrayContaining(['autocomplete', 'error', 'icon', 'label', 'maxLength', 'prefix', 'required', 'value']),
  )
  expect(field?.props).not.toContain('tone') // the icon's
  expect(field?.events).toEqual(['blur', 'change', 'focus', 'input'])
})

test('elements and API are those of @shopify/ui-extensions', () => expect(PUBLISHED).toEqual(readPublished()))
