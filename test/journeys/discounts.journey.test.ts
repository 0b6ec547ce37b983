import { expect, test } from 'vitest'
import { scene } from '../support/scene.ts'
import { buy, createOffer, findOrder, installEncore, offerOf, settled } from './people.ts'

const world = scene('discounts')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Sand'

test('the shop offers a case at 15 % off', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  await createOffer(
    world.stack,
    'aurora',
    await offerOf(world.stack, 'aurora', { title: 'Case', steps: [{ id: 'one', product: CASE, percent: 15 }] }),
  )
  await settled(world.stack)
})

test('a code for goods and a code for shipping combine, and the offer’s own discount stands beside both', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE, codes: ['WELCOME10', 'FREESHIP'] })
  await page.getByRole('button', { name: /^Pay now · / }).click()
  await page.waitForURL(/thank_you/)
  const order = await findOrder(world.stack, 'aurora', token)
  expect(order.discountCodes.map(({ code }) => code).sort()).toEqual(['FREESHIP', 'WELCOME10'])
  const [phone, added] = order.lines
  const off = (line: typeof phone) =>
    (line?.discounts ?? []).reduce((sum, { amount }) => sum + Number(amount.shop), 0) / Number(line?.unitPrice.shop)
  expect(off(phone)).toBeCloseTo(0.1, 2)
  expect(off(added)).toBeCloseTo(0.15, 2)
})

test('two codes that do not combine: the checkout says which, and the offer is still taken', async () => {
  const { page } = await world.person()
  const token = await buy(world.stack, page, { product: PHONE, codes: ['WELCOME10', 'STUBBORN'], email: 'stubborn@shopper.example' })
  await page.getByRole('button', { name: /^Pay now · / }).click()
  await page.waitForURL(/thank_you/)
  const order = await findOrder(world.stack, 'aurora', token)
  expect(order.discountCodes).toHaveLength(1)
  expect(order.lines).toHaveLength(2)
})

test('the editor says which discounts do not reach what is added', async () => {
  const { page } = await world.person()
  await page.goto(`${world.stack.adminUrl}/store/aurora/apps/encore/offers/new`)
  await page
    .frameLocator('iframe')
    .getByText(/No discount code or automatic discount of your shop lowers the price/)
    .waitFor()
})
