import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { installEncore, openEncore, pick } from './people.ts'

const world = scene('admin')
const CASE = 'Leather case, Black'
let merchant: Visitor

const saveBar = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

async function writeOffer(page: Page, app: FrameLocator, name: string): Promise<void> {
  await app.getByLabel('Name', { exact: true }).fill(name)
  await app.getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(page, [CASE])
  await saveBar(page).click()
  await page.waitForURL(/\/offers\/[0-9a-f-]{36}$/)
  await said(page, 'Offer saved')
}

test('an offer is written, refused beside its fields, saved, changed and not lost by leaving', async () => {
  merchant = await world.person({ allow: [/status of 404/] })
  const { page } = merchant
  await installEncore(world.stack, page)
  const app = await openEncore(world.stack, page, { path: '/offers/new' })
  expect(await app.getByText('Choose one to five products').count()).toBe(0)
  await app.getByLabel('Name', { exact: true }).fill('Case')
  await saveBar(page).click()
  await app.getByText('Choose one to five products to offer').waitFor()
  await app.getByRole('button', { name: /Add condition to .All/ }).click()
  await app.getByRole('menuitem', { name: 'Order value' }).click()
  await app.getByRole('textbox', { name: 'At least' }).fill('50')
  await app.getByText('Shown when the order is at least €50.00.').waitFor()
  await writeOffer(page, app, 'Case')
  expect(await saveBar(page).isVisible()).toBe(false)

  await app.getByLabel('Priority').fill('7')
  await page.getByRole('link', { name: 'Orders', exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  expect(await app.getByLabel('Priority').inputValue()).toBe('7')
  await saveBar(page).click()
  await expect.poll(() => saveBar(page).isVisible()).toBe(false)
  await app.getByLabel('Priority').fill('9')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => app.getByLabel('Priority').inputValue()).toBe('7')
  merchant.mustBeQuiet()
})

test('offers are activated, archived and brought back from the list', async () => {
  const { page } = merchant
  await writeOffer(page, await openEncore(world.stack, page, { path: '/offers/new' }), 'For the list')
  const app = await openEncore(world.stack, page, { path: '/offers' })
  const row = app.getByRole('row', { name: /For the list/ })
  const choose = async (action: string) => {
    await row.getByRole('checkbox').check()
    await app.getByRole('button', { name: action, exact: true }).first().click()
  }
  await choose('Activate')
  await said(page, '1 offer activated')
  await row.getByText('Active', { exact: true }).filter({ visible: true }).first().waitFor()
  await choose('Archive')
  await said(page, '1 offer archived')
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()
  merchant.mustBeQuiet()
})

test.each([
  ['home', ''],
  ['offers', '/offers'],
  ['the editor', '/offers/new'],
  ['orders', '/orders'],
  ['settings', '/settings'],
  ['an address that is none', '/nothing/here'],
])('%s: nothing for axe to say, and no sideways scrolling on a phone', async (_, path) => {
  const { page } = merchant
  for (const width of [1_280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await openEncore(world.stack, page, { path })
    const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const inside = page.frames().find((frame) => frame.url().includes('app.localhost'))
    expect(await inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1_280, height: 900 })
  merchant.mustBeQuiet()
})
