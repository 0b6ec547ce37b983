import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { buy, createOffer, domain, findOrder, installEncore, offerOf, openEncore, query, settled } from './people.ts'

const world = scene('experiment')
const [PHONE, FIRST] = ['Lumen Mini, Ivory', 'Cork case, Navy'] as const
let merchant: Visitor
let offer = ''

const app = () => embedded(merchant.page)
const press = (name: string) => app().getByRole('button', { name, exact: true }).click()
const says = (text: string | RegExp) => app().getByText(text).first().waitFor()
const picture = async (name: string) => {
  if (process.env['SHOTS']) await merchant.page.screenshot({ path: `${process.env['SHOTS']}/experiment-${name}.png`, fullPage: true })
}
async function mustBeFitToUse(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: merchant.page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
const visit = (path: string) => openEncore(world.stack, merchant.page, { path })

test('the merchant makes a copy to test, changes it, and starts the test', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const only = { title: 'Case', bought: PHONE, steps: [{ id: 'only', product: FIRST }] }
  offer = await createOffer(world.stack, 'aurora', await offerOf(world.stack, 'aurora', only))
  await visit(`/offers/${offer}`)
  await app().getByRole('link', { name: 'A/B test' }).click()
  await says('A copy of this offer, changed as you like')
  await picture('none')
  await press('Make a copy to test')
  await says('This is B in an A/B test against “Case” that has not started')
  await app().getByLabel('Discount', { exact: true }).selectOption({ label: 'Percentage off' })
  await app().getByLabel('Percentage', { exact: true }).fill('20')
  await merchant.page.getByRole('button', { name: 'Save', exact: true }).click()
  await merchant.page.getByText('Offer saved').first().waitFor()
  await app().getByRole('link', { name: 'Open the test' }).click()
  await says('How B differs from A')
  await picture('prepared')
  await mustBeFitToUse()
  await press('Start the test')
  await says(/^Running since/)
  await says('Too early to say')
  merchant.mustBeQuiet()
})

test('each shopper sees one of the two; the test’s page counts them and what they brought', async () => {
  await settled(world.stack)
  const taken = { A: 0, B: 0 }
  for (let times = 0; times < 12 && Math.min(taken.A, taken.B) === 0; times += 1) {
    const shopper = await world.person()
    const token = await buy(world.stack, shopper.page, { product: PHONE, email: `shopper${times}@example.com` })
    await shopper.page.getByRole('heading', { name: FIRST, exact: true }).waitFor()
    await shopper.page.getByRole('button', { name: /^Pay now · / }).click()
    await shopper.page.waitForURL(/thank_you/)
    const added = (await findOrder(world.stack, 'aurora', token)).lines.find(({ title }) => title === FIRST)!
    taken[added.discounts.length > 0 ? 'B' : 'A'] += 1
    await shopper.close()
  }
  expect(Math.min(taken.A, taken.B)).toBeGreaterThan(0)
  await settled(world.stack)
  await visit(`/offers/${offer}/experiment`)
  const row = (letter: string) => app().getByRole('row', { name: new RegExp(`^${letter}: Case`) })
  await row('A').waitFor()
  for (const letter of ['A', 'B'] as const) expect((await row(letter).getByRole('cell').allTextContents())[2]).toBe(String(taken[letter]))
  await picture('running')
  await merchant.page.setViewportSize({ width: 360, height: 800 })
  await app().locator('.only-narrow').first().waitFor()
  await picture('running-narrow')
  const inside = merchant.page.frames().find((frame) => frame.url().includes('app.localhost'))
  expect(await inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await merchant.page.setViewportSize({ width: 1280, height: 800 })
  await mustBeFitToUse()
  await visit('/offers')
  await app().getByRole('link', { name: 'Open the A/B test of Case (B)' }).waitFor()
  await picture('list')
})

test('the order’s page says whom the other version was for', async () => {
  const [order] = await query<{ id: string }>(
    world.stack.databases.app,
    `select id from "order" where shop = $1 order by processed_at desc limit 1`,
    [domain('aurora')],
  )
  await visit(`/orders/${order?.id}`)
  await says('It is in an A/B test, which shows this shopper the other version.')
})

test('who changes the conditions of one side is told, and puts it right', async () => {
  await visit(`/offers/${offer}`)
  await says('This is A in a running A/B test against “Case (B)”')
  await app().getByLabel('Times per shopper').fill('3')
  await app().getByLabel('within days').fill('30')
  await merchant.page.getByRole('button', { name: 'Save', exact: true }).click()
  await merchant.page.getByText('Offer saved').first().waitFor()
  await app().getByRole('link', { name: 'Open the test' }).click()
  await says(/they differ in limits/)
  await picture('differs')
  await press('Use those of A for B')
  await app()
    .getByText(/they differ in limits/)
    .waitFor({ state: 'detached' })
})

test('the merchant keeps one, and everybody sees it', async () => {
  await press('Keep B')
  await says('Show “Case (B)” (B) to everybody?')
  await picture('keep')
  await app().getByRole('dialog').getByRole('button', { name: 'Keep B' }).click()
  await says('Earlier tests')
  await picture('ended')
  await settled(world.stack)
  const shopper = await world.person()
  await buy(world.stack, shopper.page, { product: PHONE, email: 'last@example.com' })
  await shopper.page
    .getByText(/20 %|−20|-20|20%/)
    .first()
    .waitFor()
  const states = await query<{ title: string; status: string }>(
    world.stack.databases.app,
    `select title, status from offer where shop = $1 order by title`,
    [domain('aurora')],
  )
  expect(states).toEqual([
    { title: 'Case', status: 'paused' },
    { title: 'Case (B)', status: 'active' },
  ])
  merchant.mustBeQuiet()
})
