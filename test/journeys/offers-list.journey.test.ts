import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { focused } from './keyboard.ts'
import { scene } from '../support/scene.ts'
import { createOffer, domain, installEncore, offerOf, openEncore, query } from './people.ts'

const world = scene('offers_list')
const CASE = 'Leather case, Black'
let merchant: Visitor

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta']
const app = () => embedded(merchant.page)
const order = () => app().locator('.offers tbody tr td:nth-child(2) a').allTextContents()
const ordered = (...titles: string[]) => expect.poll(order, { timeout: 10_000 }).toEqual(titles)
const toast = (text: string) => merchant.page.getByText(text, { exact: true }).first().waitFor()
const STORED = `select title from offer where shop = $1 and archived_at is null order by priority desc, id`
/** As it will be for every process, not only on the screen. */
const kept = (...titles: string[]) =>
  expect
    .poll(async () => (await query<{ title: string }>(world.stack.databases.app, STORED, [domain('aurora')])).map(({ title }) => title), {
      timeout: 20_000,
    })
    .toEqual(titles)
const reload = () => openEncore(world.stack, merchant.page, { path: '/offers' })

test('offers are moved by keyboard and by drag, for good, and told to those who only hear', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  for (const [index, title] of TITLES.entries())
    await createOffer(
      world.stack,
      'aurora',
      await offerOf(world.stack, 'aurora', { title, priority: 40 - index, steps: [{ id: 'step-1', product: CASE }] }),
    )
  await reload()
  await ordered('Alpha', 'Beta', 'Gamma', 'Delta')
  await app().getByRole('button', { name: 'Move Delta' }).focus()
  await merchant.page.keyboard.press('ArrowUp')
  await ordered('Alpha', 'Beta', 'Delta', 'Gamma')
  await app().getByText('Delta is now number 3 of 4').waitFor({ state: 'attached' })
  await merchant.page.keyboard.press('ArrowUp')
  await ordered('Alpha', 'Delta', 'Beta', 'Gamma')
  await toast('Order saved')
  await kept('Alpha', 'Delta', 'Beta', 'Gamma')
  const from = await app().getByRole('button', { name: 'Move Gamma' }).boundingBox()
  const to = await app().getByRole('row', { name: /Alpha/ }).boundingBox()
  if (!from || !to) throw new Error('The rows are not on the screen')
  await merchant.page.mouse.move(from.x + 8, from.y + 8)
  await merchant.page.mouse.down()
  await merchant.page.mouse.move(to.x + 60, to.y + 4, { steps: 6 })
  await merchant.page.mouse.up()
  await ordered('Gamma', 'Alpha', 'Delta', 'Beta')
  await kept('Gamma', 'Alpha', 'Delta', 'Beta')
  merchant.mustBeQuiet()
})

test('one is found, copied, and the copy taken back', async () => {
  await app().getByLabel('Search offers by name').fill('del')
  await ordered('Delta')
  await app().getByRole('checkbox', { name: 'Select Delta' }).check()
  await app().getByRole('button', { name: 'Duplicate' }).click()
  await toast('1 offer duplicated as draft')
  await expect.poll(async () => (await order()).toSorted()).toEqual(['Copy of Delta', 'Delta'])
  await expect.poll(() => focused(merchant.page)).toBe('Copy of Delta')
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await ordered('Delta')
  await app().getByLabel('Search offers by name').fill('nothing of the kind')
  await app().getByText('No offer is called “nothing of the kind”').waitFor()
  merchant.mustBeQuiet()
})

test('a copy is shown where the list that it was made from does not hold it', async () => {
  await openEncore(world.stack, merchant.page, { path: '/offers?tab=active' })
  await app().getByRole('checkbox', { name: 'Select Alpha' }).check()
  await app().getByRole('button', { name: 'Duplicate' }).click()
  await expect.poll(() => focused(merchant.page)).toBe('Copy of Alpha')
  expect(await app().getByRole('tab', { selected: true }).textContent()).toMatch(/^All/)
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await ordered('Gamma', 'Alpha', 'Delta', 'Beta')
  merchant.mustBeQuiet()
})

test('a copy made in the editor is opened, for its name to be written', async () => {
  await openEncore(world.stack, merchant.page, { path: '/offers' })
  await app().getByRole('link', { name: 'Alpha', exact: true }).click()
  await app().getByRole('heading', { level: 1, name: 'Alpha', exact: true }).waitFor()
  await app().getByRole('button', { name: 'Duplicate' }).click()
  await app().getByRole('heading', { level: 1, name: 'Copy of Alpha' }).waitFor()
  await toast('1 offer duplicated as draft')
  await expect.poll(() => focused(merchant.page)).toBe('Name')
  await merchant.page.keyboard.type('Alpha for Sundays')
  expect(await app().getByLabel('Name', { exact: true }).inputValue()).toBe('Alpha for Sundays')
  await merchant.page.getByRole('button', { name: 'Discard' }).click()
  await app().getByRole('button', { name: 'Archive', exact: true }).click()
  await app().getByText('This offer is archived').waitFor()
  merchant.mustBeQuiet()
})

test('what is archived is out of the way, is to be seen, and comes back', async () => {
  await reload()
  await app().getByRole('checkbox', { name: 'Select Beta' }).check()
  await app().getByRole('button', { name: 'Archive', exact: true }).click()
  await ordered('Gamma', 'Alpha', 'Delta')
  // The button has gone with the selection; the keyboard is not left nowhere.
  await expect.poll(() => focused(merchant.page)).toBe('Select all offers on this page')
  await app()
    .getByRole('tab', { name: /^Archived/ })
    .click()
  await expect.poll(async () => (await order()).toSorted()).toEqual(['Beta', 'Copy of Alpha', 'Copy of Alpha', 'Copy of Delta'])
  await app().getByRole('checkbox', { name: 'Select Beta' }).check()
  await app().getByRole('button', { name: 'Restore' }).click()
  await toast('1 offer restored')
  await app().getByRole('tab', { name: /^All/ }).click()
  await ordered('Gamma', 'Alpha', 'Delta', 'Beta')
  merchant.mustBeQuiet()
})
