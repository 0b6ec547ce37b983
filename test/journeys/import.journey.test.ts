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
  await encore.locator('input[type=file]').setInputFiles(file)
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
