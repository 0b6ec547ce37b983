import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedded } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { domain, findProduct, installEncore, openEncore, query, settled } from './people.ts'

const world = scene('import')
const PHONE = 'Lumen 9, Graphite'

test('a merchant brings her reviews along, sees what was left out and why, and shoppers see the rest', async () => {
  const merchant = await world.person()
  const { page } = merchant
  const { stack } = world
  await installEncore(stack, page)
  const { handle } = await findProduct(stack, 'aurora', PHONE)
  const header = 'product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase,incentivized'
  const lines = [
    `${handle},,2,Ada,ada@example.com,Not for me,2024-03-25,,Sorry,2024-03-26,true,false`,
    `${handle},,5,Bo,,Lovely,2024-03-26,https://127.0.0.1/bo.jpg,,,true,true`,
    `gone,,5,Cy,,Elsewhere,2024-03-27,,,,,`,
  ]
  const encore = await openEncore(stack, page, { path: '/reviews/import' })
  const file = { name: 'loox.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) }
  const input = encore.locator('input[type=file]')
  await input.setInputFiles({ ...file, name: 'sheet.csv', buffer: Buffer.from('PK\u0003\u0004\u0000,\u0000') })
  await encore.getByText('Is it a spreadsheet?').waitFor()
  // As Excel on Windows writes it, and nothing in it fits.
  await input.setInputFiles({ ...file, name: 'old.csv', buffer: Buffer.from('stars,text\n5,Très bien', 'latin1') })
  await encore.getByText('This file is not in UTF-8').waitFor()
  await encore.getByText('0 of 1 line can be brought along.').waitFor()
  expect(await encore.getByText('No Items found').count()).toBe(0)
  await shot(page, 'not-utf-8', 'Look again')
  await encore.getByRole('button', { name: 'Discard' }).click()
  await encore.getByText('None yet.').waitFor()
  // Of nobody’s format, its columns without a name, its product named by an address.
  const nameless = Buffer.from(`,,\n5,https://shop.example/products/${handle},It is 100% mine`)
  await input.setInputFiles({ ...file, name: 'nameless.csv', buffer: nameless })
  await encore.getByLabel('Rating').selectOption({ label: 'Column 1' })
  await encore.getByLabel('Product address').selectOption({ label: 'Column 2' })
  await encore.getByRole('button', { name: 'Look again' }).click()
  await encore.getByText('1 of 1 line can be brought along.').waitFor()
  await encore.getByRole('button', { name: 'Discard' }).click()
  await encore.getByText('None yet.').waitFor()
  await input.setInputFiles(file)
  await encore.getByText('2 of the first 3 lines can be brought along.').waitFor()
  await encore.getByText('Recognised as Loox').waitFor()
  await encore.getByText('1: a product that this shop does not have').waitFor()
  await encore.getByRole('button', { name: 'Start the import' }).click()
  await encore.getByText('3 of 3 lines').waitFor()
  await encore.getByRole('button', { name: 'Undo this import' }).waitFor()
  // Nothing of our own network is asked for a photo that somebody's file names.
  await encore.getByText('this address is not public').waitFor()
  await encore.getByText('0 of 1 photos and videos copied').waitFor()
  await settled(stack)
  const shopper = await world.person()
  await shopper.page.goto(`${stack.shopUrl('aurora')}/products/${handle}`)
  await shopper.page.getByText('Not for me').waitFor()
  expect(await shopper.page.locator('.encore-review').getByText('Imported from another review app').count()).toBe(2)
  expect(await shopper.page.locator('.encore-review').getByText('Verified buyer').count()).toBe(0)
  expect(await shopper.page.locator('.encore-review').getByText('Received a reward for this review').count()).toBe(1)
  expect(await query(stack.databases.app, 'select key from reward where shop = $1', [domain('aurora')])).toEqual([])
  merchant.mustBeQuiet()
})

test('she undoes it, and they are gone', async () => {
  const merchant = await world.person()
  const { page } = merchant
  const { stack } = world
  await openEncore(stack, page, { path: '/reviews/import' })
  await embedded(page).getByRole('link', { name: 'loox.csv' }).click()
  await embedded(page).getByRole('button', { name: 'Undo this import' }).click()
  await embedded(page).getByText('Undone').waitFor()
  await settled(stack)
  expect(await query(stack.databases.app, 'select id from review where shop = $1', [domain('aurora')])).toEqual([])
  merchant.mustBeQuiet()
})

const OLD = `insert into review_import (shop, id, file_name, state, header, mapping, created_at)
  select $1, 'old-' || n, 'old-' || n || '.csv', 'done', '{}', '{}', timestamptz '2026-01-01' - n * interval '1 day' from generate_series(1, 25) n`
const ASKED = `insert into privacy_request (shop, id, topic, requested_at, done_at)
  select $1, 'asked-' || n, case when n % 5 = 0 then 'customers/data_request' else 'customers/redact' end, at, at
  from generate_series(1, 26) n, lateral (select timestamptz '2026-01-01' - n * interval '1 day' as at) x`

test('imports and privacy requests that are more than a page are all to be seen', async () => {
  const { page, mustBeQuiet } = await world.person()
  const { stack } = world
  for (const many of [OLD, ASKED]) await query(stack.databases.app, many, [domain('aurora')])
  const imports = await openEncore(stack, page, { path: '/reviews/import' })
  await imports.getByRole('link', { name: 'loox.csv' }).waitFor()
  await shot(page, 'imports')
  await imports.getByRole('button', { name: 'Next' }).click()
  await imports.getByRole('link', { name: 'old-25.csv' }).waitFor()
  expect(await imports.getByRole('link', { name: 'old-24.csv' }).count()).toBe(0)
  await imports.getByRole('button', { name: 'Previous' }).click()
  await imports.getByRole('link', { name: 'loox.csv' }).waitFor()
  const settings = await openEncore(stack, page, { path: '/settings' })
  await settings.getByText('Asked 31 Dec 2025').waitFor()
  await shot(page, 'privacy')
  await settings.getByRole('button', { name: 'Next' }).click()
  await settings.getByText('Asked 6 Dec 2025').waitFor()
  mustBeQuiet()
})

async function shot(page: Page, name: string, button = 'Next'): Promise<void> {
  if (!process.env['SHOTS']) return
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await embedded(page).getByRole('button', { name: button }).scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${width}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
