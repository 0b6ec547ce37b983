import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { scene } from '../support/scene.ts'
import { buy, createOffer, installEncore, offerOf, openEncore, settled } from './people.ts'

const world = scene('wording')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Black'
const saved = (page: Page) => page.getByText('Wording saved').first().waitFor()

test('the merchant says it in words of the shop’s own, sees them at once, and shoppers read them', async () => {
  const { page, mustBeQuiet } = await world.person()
  await installEncore(world.stack, page)
  await createOffer(world.stack, 'aurora', await offerOf(world.stack, 'aurora', { title: 'Case', steps: [{ id: 'case', product: CASE }] }))
  const app = await openEncore(world.stack, page, { path: '/settings' })
  await app
    .getByRole('link', { name: 'Wording' })
    .or(app.getByRole('button', { name: 'Wording' }))
    .click()
  await app.getByLabel('Language').first().selectOption('de')
  const accept = app.getByRole('textbox', { name: 'Buy', exact: true })
  await accept.fill('Her damit')
  await app.getByText('Keep {total} in the text').first().waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await accept.fill('Her damit für {total}')
  await app.getByRole('button', { name: /^Her damit für/ }).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page)
  await settled(world.stack)
  mustBeQuiet()

  const shopper = await world.person({ mobile: true })
  await buy(world.stack, shopper.page, { product: PHONE, language: 'de' })
  await shopper.page.getByRole('button', { name: /^Her damit für/ }).waitFor()
  shopper.mustBeQuiet()
})

test('a text is reset to Encore’s own', async () => {
  const { page } = await world.person()
  const app = await openEncore(world.stack, page, { path: '/settings/wording' })
  await app.getByLabel('Language').first().selectOption('de')
  await app.getByRole('button', { name: 'Reset “Buy” to Encore’s words' }).click()
  expect(await app.getByRole('textbox', { name: 'Buy', exact: true }).inputValue()).toBe('Jetzt bezahlen · {total}')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page)
})

test('of two people who have the page open, the second one is told, loses nothing, and decides', async () => {
  const open = async () => {
    const { page } = await world.person({ allow: [/409/] })
    const app = await openEncore(world.stack, page, { path: '/settings/wording' })
    await app.getByLabel('Language').first().selectOption('fr')
    const decline = app.getByRole('textbox', { name: 'Decline', exact: true })
    await decline.waitFor()
    return { page, decline, told: app.getByText('This was saved by someone else since you opened the page'), app }
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
  const [one, other] = [await open(), await open()]
  await one.decline.fill('Sans façon')
  await other.decline.fill('Une autre fois')
  await save(one.page)
  await saved(one.page)
  await save(other.page)
  await other.told.waitFor()
  expect(await other.decline.inputValue()).toBe('Une autre fois')
  await other.app.getByRole('button', { name: 'Save mine over it' }).click()
  await saved(other.page)
  await other.told.waitFor({ state: 'hidden' })
  await one.decline.fill('Plus tard')
  await save(one.page)
  await one.told.waitFor()
  await one.app.getByRole('button', { name: 'Drop mine and show what is saved' }).click()
  await one.app.getByRole('textbox', { name: 'Decline', exact: true }).and(one.app.locator('[value="Une autre fois"]')).waitFor()
})
