// An order's purchase is played again on its page, before and after its offer is changed.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { embedded } from '../support/browser.ts'
import type { Stack } from '../support/stack.ts'
import { callEncore, openEncore } from './people.ts'

interface Replayed {
  orderId: number
  offer: { id: string; definition: { steps?: readonly object[] } } // as it was made
  steps: readonly [string, string] // what its first two sell
}

/** The first was taken on the thank-you page, and the third is met on the order's page; taken from the former, the offer would be met on the latter. */
export async function seeReplayed(stack: Stack, page: Page, { orderId, offer, steps: [first, second] }: Replayed): Promise<void> {
  const save = async (version: number, over: object = {}) => {
    const form = { definition: { ...offer.definition, ...over }, status: 'active', version }
    expect((await callEncore(stack, 'aurora', `/offers/${offer.id}`, form)).status).toBe(200)
  }
  const told = await openEncore(stack, page, { path: `/orders/${orderId}` })
  await told.getByRole('button', { name: 'Replay with today’s offers' }).click()
  await told.getByRole('button', { name: 'Replay again' }).waitFor()
  await told.getByText('Today no place would show anything else.').waitFor()
  const place = (name: string) => told.locator('.verdict', { has: told.getByRole('heading', { name, exact: true }) })
  await told.getByLabel('What it would offer, in 3 steps: Thank-you page').click()
  for (const says of [`Step 1: ${first}`, 'Bought: step 3 comes when a page of this order is opened again.', `Step 2: ${second}`])
    await place('Thank-you page').getByText(says).waitFor()
  await told.getByLabel('What it would offer: Order’s page').click()
  await place('Order’s page')
    .getByText(/^Step 3: /)
    .waitFor()
  if (process.env['SHOTS']) await pictures(page)
  await save(1, { shownOn: ['post-purchase', 'order-status'] })
  await told.getByRole('button', { name: 'Replay again' }).click()
  await told.getByText('Today 1 place would show something else: Thank-you page.').waitFor()
  await told.getByText('“Case” fitted then. Today it does not: It is meant for other places', { exact: false }).waitFor()
  await told.getByLabel('What it would offer, in 3 steps: Order’s page').waitFor()
  const [one, ...others] = offer.definition.steps ?? []
  await save(2, { steps: [{ ...one, discount: { kind: 'percentage', percent: 20 } }, ...others] })
  await told.getByRole('button', { name: 'Replay again' }).click()
  await told.getByText('Today 1 place would show the same offer with other steps: Thank-you page.').waitFor()
  await place('Thank-you page').getByText('Same offer, other steps').waitFor()
  await place('Thank-you page')
    .getByText(/^Step 1, price: “15 % off.*” then, “20 % off.*” today\.$/)
    .waitFor()
  if (process.env['SHOTS']) await pictures(page, 'steps')
  await save(3)
}

async function pictures(page: Page, of = 'replay'): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 1400 })
    await embedded(page)
      .getByRole('heading', { name: 'Thank-you page', exact: true })
      .last()
      .evaluate((one) => one.scrollIntoView({ block: 'center' }))
    await page.screenshot({ path: `${process.env['SHOTS']}/${of}-${width}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
