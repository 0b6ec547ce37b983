import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { paymentsOf } from '../simulator/shop/orders-totals.ts'
import { scene } from '../support/scene.ts'
import { buy, control, createOffer, findOrder, installEncore, offerOf, openEncore, settled, until } from './people.ts'

const world = scene('unpaid')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Black'
let token: string

const order = () => findOrder(world.stack, 'aurora', token)
const added = async () => (await order()).lines.filter(({ addedByEdit }) => addedByEdit)

test('a shopper accepts, the second charge fails, and Shopify has added it all the same', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const offer = (await offerOf(world.stack, 'aurora', { title: 'Case', steps: [{ id: 'case', product: CASE, percent: 15 }] })) as {
    steps: object[]
  }
  const caps = { perShopper: null, total: 1, budget: 50_000 }
  const shipping = { kind: 'fixed', amount: 490 }
  await createOffer(world.stack, 'aurora', { ...offer, caps, steps: offer.steps.map((step) => ({ ...step, shipping })) })
  await settled(world.stack)
  await merchant.close()
  const { page } = await world.person()
  token = await buy(world.stack, page, { product: PHONE })
  await control(world.stack, `checkouts/${token}/fault`, { charge: 'declined' })
  await page.getByRole('button', { name: /^Pay now · / }).click()
  await until(async () => (await added()).length === 1)
  const { shippingLines } = await order()
  expect(shippingLines.map(({ title }) => title)).toEqual(['Standard (2 to 4 days)', 'Delivery'])
  await page.getByRole('button').first().waitFor()
})

test('the merchant finds it on the home page and takes it out, though Shopify’s answer is lost on the way', async () => {
  const { page, mustBeQuiet } = await world.person()
  await settled(world.stack)
  await control(world.stack, 'faults', { where: 'admin-api', kind: 'reset', match: 'orderEditCommit', after: true })
  const { id, name } = await order()
  const app = await openEncore(world.stack, page)
  await app
    .getByRole('button', { name: `Remove what was not paid from order ${name}` })
    .or(app.getByRole('link', { name: `Remove what was not paid from order ${name}` }))
    .click()
  const question = app.getByRole('group', { name: 'This leaves the order:' })
  await question.waitFor()
  expect(await question.getByRole('listitem').allInnerTexts()).toEqual([`1 × ${CASE}`, 'Shipping line “Delivery”, €4.90'])
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([])
  await question.getByRole('button', { name: 'Remove' }).click()
  await app.getByText(/^Removed \d/).waitFor({ timeout: 30_000 })
  mustBeQuiet()

  const now = await order()
  expect(now.lines.map(({ title, currentQuantity }) => [title, currentQuantity])).toEqual([
    [PHONE, 1],
    [CASE, 0],
  ])
  expect(now.shippingLines.map(({ title, removed }) => [title, removed])).toEqual([
    ['Standard (2 to 4 days)', false],
    ['Delivery', true],
  ])
  expect(now.edits.length).toBe(2)
  expect(paymentsOf(now).outstanding.shop).toBe('0.00')
  await settled(world.stack)
  const home = await openEncore(world.stack, page)
  await home.getByRole('heading', { name: 'The last 30 days' }).waitFor()
  expect(await home.getByText('Added but not paid').count()).toBe(0)
  const again = await openEncore(world.stack, page, { path: `/orders/${id}` })
  await again.getByText(/^Removed \d/).waitFor()
})

test('the offer’s limit was reached meanwhile: its list and its editor say so', async () => {
  const { page, mustBeQuiet } = await world.person()
  const app = await openEncore(world.stack, page, { path: '/offers' })
  await app.getByRole('cell', { name: 'Limit reached' }).waitFor()
  await app.getByText(/^Accepted as often as it may since \d/).waitFor()
  await app.getByRole('link', { name: 'Case', exact: true }).click()
  await app.getByRole('progressbar', { name: '1 of 1 accepted' }).waitFor()
  await app.getByText(/^€\d+\.\d\d of €500\.00 discount given$/).waitFor()
  mustBeQuiet()
})
