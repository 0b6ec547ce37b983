import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { focused } from './keyboard.ts'
import { createOffer, installEncore, offerOf, openEncore, pick } from './people.ts'

const world = scene('rule_builder')
const CASE = 'Leather case, Black'
const ALL = 'All of these must be true'
let merchant: Visitor

const app = () => embedded(merchant.page)
const save = () => merchant.page.getByRole('button', { name: 'Save', exact: true })
const said = (text: string) => merchant.page.getByText(text).count()

async function add(kind: string): Promise<void> {
  await app()
    .getByRole('button', { name: `Add condition to “${ALL}”` })
    .click()
  await app().getByRole('menuitem', { name: kind, exact: true }).click()
  await app().getByRole('heading', { level: 3, name: kind }).last().waitFor()
}

test('the list of conditions opens wherever the merchant has scrolled to', async () => {
  merchant = await world.person({ allow: [/409 \(Conflict\)/] })
  await installEncore(world.stack, merchant.page)
  await openEncore(world.stack, merchant.page, { path: '/offers/new' })
  for (let conditions = 0; conditions < 10; conditions += 1) await add('Number of items')
  expect(await app().getByRole('heading', { level: 3, name: 'Number of items' }).count()).toBe(10)
  await merchant.page.getByRole('button', { name: 'Discard' }).click()
  merchant.mustBeQuiet()
})

test('what is typed into one condition draws no other anew', async () => {
  await add('Number of items')
  await add('Number of items')
  const fields = app().getByLabel('At least')
  // React gives an element that it draws anew other props, whatever has changed.
  const props = () =>
    fields.evaluateAll((inputs) => {
      const held = inputs.map((input) => Object.entries(input).find(([name]) => name.startsWith('__reactProps'))?.[1] as unknown)
      const before = (globalThis as { held?: unknown[] }).held
      Object.assign(globalThis, { held })
      return held.map((now, index) => now !== before?.[index])
    })
  expect(await props()).toEqual([true, true])
  await fields.last().fill('12')
  await app().getByText('at least 12 items', { exact: false }).waitFor()
  expect(await props()).toEqual([false, true])
  await merchant.page.getByRole('button', { name: 'Discard' }).click()
  merchant.mustBeQuiet()
})

test('a condition is found by what its fields say where its name does not', async () => {
  await app()
    .getByRole('button', { name: `Add condition to “${ALL}”` })
    .click()
  const search = app().getByPlaceholder('Search conditions')
  const found = () => app().getByRole('menuitem').allTextContents()
  await search.fill('email')
  await expect.poll(found).toEqual(['E-mail marketing consent'])
  await search.fill('total')
  await expect.poll(found).toEqual(['Order value', 'Order value in a market’s currency'])
  await merchant.page.keyboard.press('Escape')
})

test('a currency that was not chosen is asked for at its field', async () => {
  await app().getByLabel('Name', { exact: true }).fill('Pays in dollars')
  await app().getByRole('button', { name: 'Choose what to offer' }).click()
  await pick(merchant.page, [CASE])
  await add('Order value in a market’s currency')
  await app().getByLabel('At least').fill('50')
  await save().click()
  const currency = app().getByLabel('Currency', { exact: true })
  await expect.poll(() => currency.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await currency.getAttribute('aria-invalid')).toBe('true')
  await currency.selectOption('USD')
  await app().getByText('Shown to shoppers who paid at least $50.00.', { exact: true }).waitFor()
  merchant.mustBeQuiet()
})

test('a tag that was typed and left counts, and a region that is none cannot be chosen', async () => {
  await add('Customer tag')
  await app().getByLabel('Customer tags').fill('wholesale')
  await app().getByLabel('Name', { exact: true }).click()
  await app().getByText('are tagged “wholesale”.', { exact: false }).waitFor()
  await add('Shipping region')
  const regions = app().getByRole('combobox', { name: 'Regions' })
  // Its list shows while the field itself does.
  await regions.evaluate((field) => field.scrollIntoView({ block: 'center' }))
  await regions.fill('Nowhere')
  await app().getByText('Nothing found').waitFor()
  await regions.fill('de-by')
  await app().getByRole('option', { name: 'Add “DE-BY”' }).click()
  await app().getByText('ship to BY, Germany.', { exact: false }).waitFor()
  merchant.mustBeQuiet()
})

test('a tag that is chosen already stays when it is typed again, and what stands between commas is two', async () => {
  const tags = app().getByRole('combobox', { name: 'Customer tags' })
  await tags.evaluate((field) => field.scrollIntoView({ block: 'center' }))
  await tags.fill('Wholesale')
  await app().getByText('“Wholesale” is chosen already').waitFor()
  await merchant.page.keyboard.press('Enter')
  await tags.fill('vip, b2b,wholesale')
  await app().getByRole('option', { name: 'Add “vip”, “b2b”' }).waitFor()
  await merchant.page.keyboard.press('Enter')
  await app().getByText('are tagged “wholesale”, “vip” or “b2b”', { exact: false }).waitFor()
  expect(await tags.inputValue()).toBe('')
  merchant.mustBeQuiet()
})

test('a double click on “Save” saves once and complains of nothing', async () => {
  await save().dblclick()
  await app().getByRole('heading', { level: 1, name: 'Pays in dollars' }).waitFor()
  await app().getByLabel('Name', { exact: true }).fill('Pays in US dollars')
  await save().dblclick()
  await app().getByRole('heading', { level: 1, name: 'Pays in US dollars' }).waitFor()
  expect(await said('Encore did not answer')).toBe(0)
  merchant.mustBeQuiet()
})

test('who was told that someone else saved the offer meanwhile finds the newer version after “Discard”', async () => {
  const { page, context } = merchant
  const steps = [{ id: 'step-1', product: CASE }]
  const id = await createOffer(world.stack, 'aurora', await offerOf(world.stack, 'aurora', { title: 'Two tabs', steps }))
  await openEncore(world.stack, page, { path: `/offers/${id}` })
  const other = await context.newPage()
  const theirs = await openEncore(world.stack, other, { path: `/offers/${id}` })
  await theirs.getByLabel('Name', { exact: true }).fill('Theirs')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await theirs.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor()
  const name = app().getByLabel('Name', { exact: true })
  await name.fill('Mine')
  await save().click()
  await app().getByText('Someone else saved this offer while you were editing it').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => name.inputValue()).toBe('Theirs')
  await app().getByText('Someone else saved this offer while you were editing it').waitFor({ state: 'hidden' })
  await name.fill('Mine after all')
  await save().click()
  await app().getByRole('heading', { level: 1, name: 'Mine after all' }).waitFor()
  merchant.mustBeQuiet()
})

test('on a narrow page a button leads to the preview from where one is, and another back', async () => {
  const { page } = merchant
  const there = () => app().getByRole('button', { name: 'See the preview' })
  expect(await there().count()).toBe(0)
  await page.setViewportSize({ width: 360, height: 800 })
  await there().last().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Back to the fields')
  const heading = app().getByRole('heading', { level: 2, name: 'Preview' })
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(760)
  await page.keyboard.press('Enter')
  await expect
    .poll(() =>
      there()
        .last()
        .evaluate((button) => button === document.activeElement),
    )
    .toBe(true)
  merchant.mustBeQuiet()
})
