import { expect, test } from 'vitest'
import { scene } from '../support/scene.ts'
import { buy, checkOut, createOffer, findOrder, installEncore, offerOf, openEncore, pay, settled } from './people.ts'

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

test('two codes that do not combine: the checkout says which one is not applied, and the offer is still taken', async () => {
  const { page } = await world.person()
  const token = await checkOut(world.stack, page, { product: PHONE, codes: ['WELCOME10', 'STUBBORN'], email: 'stubborn@shopper.example' })
  await page.getByRole('alert').filter({ hasText: 'STUBBORN' }).waitFor()
  await page.getByRole('button', { name: 'STUBBORN' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await pay(page)
  await page.getByRole('button', { name: /^Pay now · / }).click()
  await page.waitForURL(/thank_you/)
  const order = await findOrder(world.stack, 'aurora', token)
  expect(order.discountCodes.map(({ code }) => code)).toEqual(['WELCOME10'])
  expect(order.lines).toHaveLength(2)
})

test('the editor says what a discount combines with and which codes never reach what is added', async () => {
  const { page } = await world.person()
  const editor = await openEncore(world.stack, page, { path: '/offers/new' })
  await editor.getByText('None of your discount codes or automatic discounts lowers the price of what is added here').waitFor()
  await editor.getByLabel('Discount', { exact: true }).selectOption('percentage')
  await editor.getByText('Combines with whatever the order already got').waitFor()
})
