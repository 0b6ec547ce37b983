import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../../support/browser.ts'
import { scene } from '../checkout/scene.ts'
import { THANK_YOU } from './api/pages.ts'
import { uiExtensionFolder } from './fixture.ts'
import { placeBlock } from './placement.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

/** A thank-you page with one block of this body. */
async function withBlock(body: string, look: (page: Page, port: number) => Promise<void>, width = 1280): Promise<void> {
  const projectFolder = await uiExtensionFolder({ body, targets: [THANK_YOU] })
  await using on = await scene({ settings: { projectFolder } })
  await placeBlock(on.simulator, on.shop, { extension: 'small', target: THANK_YOU, settings: {} })
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const shopper = await visit(browser)
  await shopper.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await shopper.page.setViewportSize({ width, height: 900 })
  await shopper.page.goto(`http://test.localhost:${on.port}/checkouts/${order.checkoutToken}/thank_you`)
  await shopper.page.locator('.block-slot[data-state=shown], .block-slot[data-state=failed]').waitFor({ state: 'attached' })
  shopper.mustBeQuiet()
  await look(shopper.page, on.port)
  shopper.mustBeQuiet()
  await shopper.close()
  await rm(projectFolder, { recursive: true })
}

const CONTROLS = `
const [said, say] = useState('')
const hear = (name) => (event) => say(name + ': ' + JSON.stringify(event.currentTarget.values ?? event.currentTarget.value ?? event.currentTarget.checked))
return <s-stack gap="base">
  <s-text-field label="Name" onInput={hear('input')} onChange={hear('change')} />
  <s-select label="Size" value="m" onChange={hear('select')}><s-option value="m">M</s-option><s-option value="l">L</s-option></s-select>
  <s-checkbox label="Gift" onChange={hear('tick')} />
  <s-choice-list label="Colours" multiple onChange={hear('choices')}><s-choice value="r">Red</s-choice><s-choice value="b">Blue</s-choice></s-choice-list>
  <s-button disabled onClick={() => say('no')}>Off</s-button>
  <s-button commandFor="code" command="--copy">Copy</s-button>
  <s-clipboard-item id="code" text="THANKS-1" onCopy={() => say('copied')} />
  <s-link href="https://test.myshopify.com/cart/1:1">Shop</s-link>
  <s-form onSubmit={() => say('sent')}><s-button type="submit">Send</s-button></s-form>
  <s-text>{said}</s-text>
</s-stack>`

test('what the shopper types, chooses and presses reaches the extension on the element', async () => {
  await withBlock(CONTROLS, async (page, port) => {
    const says = (text: string) => page.locator('.block s-text').filter({ hasText: text }).waitFor()
    await page.getByRole('textbox', { name: 'Name' }).pressSequentially('Ada')
    await says('input: "Ada"')
    await page.getByRole('textbox', { name: 'Name' }).blur()
    await says('change: "Ada"')
    await page.getByRole('combobox', { name: 'Size' }).selectOption('l')
    await says('select: "l"')
    await page.getByRole('checkbox', { name: 'Gift' }).check()
    await says('tick: true')
    await page.getByRole('checkbox', { name: 'Red' }).check()
    await says('choices: ["r"]')
    await page.getByRole('checkbox', { name: 'Blue' }).check()
    await says('choices: ["r","b"]')
    await page.getByRole('button', { name: 'Copy' }).click()
    await says('copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('THANKS-1')
    await page.getByRole('button', { name: 'Send' }).click()
    await says('sent')
    expect(await page.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true)
    expect(await page.getByRole('link', { name: 'Shop' }).getAttribute('href')).toBe(`http://test.localhost:${port}/cart/1:1`)
  })
})

const GRID = `return <s-query-container><s-grid gap="base" gridTemplateColumns="@container (inline-size > 400px) 1fr 1fr, 1fr">
  <s-text>One</s-text><s-text>Two</s-text>
</s-grid></s-query-container>`

test.each([
  ['beside each other where there is room', 1280, true],
  ['below each other where there is none', 360, false],
])('a grid follows its container: %s', async (_, width, beside) => {
  await withBlock(
    GRID,
    async (page) => {
      const at = async (text: string) =>
        (await page
          .locator('.block')
          .getByText(text)
          .evaluate((one) => one.shadowRoot?.firstElementChild?.getBoundingClientRect().top)) ?? 0
      await page.locator('.block').getByText('Two').waitFor()
      expect((await at('One')) === (await at('Two'))).toBe(beside)
    },
    width,
  )
})

test('a block that shows nothing takes no room', async () => {
  await withBlock('return null', async (page) => {
    await page.locator('.block-slot[data-bare=true]').waitFor({ state: 'attached' })
    const gaps = await page
      .locator('.co-form > .panel')
      .evaluateAll(([one, two]) => (two?.getBoundingClientRect().top ?? 0) - (one?.getBoundingClientRect().bottom ?? 0))
    expect(gaps).toBe(28)
  })
})
