// What happens to an order after it was paid: the merchant sends it, days go by, mails arrive.
import type { Page } from 'playwright-core'
import type { Mail } from '../simulator/mail/box.ts'
import type { Stack } from '../support/stack.ts'
import { control, findOrder, openEncore, settled, until } from './people.ts'

const DAY = 86_400_000

export const mailsTo = (stack: Stack, address: string): Promise<Mail[]> => control(stack, `mail?to=${encodeURIComponent(address)}`)

/** The newest mail to her whose text holds these words. */
export const mailWith = (stack: Stack, address: string, words: string): Promise<Mail> =>
  until(async () => (await mailsTo(stack, address)).find(({ text, html }) => `${text} ${html}`.includes(words)), { within: 40_000 })

/** To eleven in the morning (UTC) so many days on: nobody is written to at night. */
export async function pushToMorning(stack: Stack, days: number): Promise<void> {
  const { now } = await control<{ now: string }>(stack, 'clock')
  const morning = new Date(Date.parse(now) + days * DAY).setUTCHours(11, 0, 0, 0)
  await control(stack, 'clock', { pushMs: morning - Date.parse(now) })
}

/** The merchant sends everything in one parcel; while an offer may still add to the order, Shopify holds it back. */
export async function fulfil(stack: Stack, page: Page, token: string): Promise<void> {
  const order = await until(async () => {
    const found = await findOrder(stack, 'aurora', token)
    return found.holdUntil ? null : found
  }).catch(() => findOrder(stack, 'aurora', token))
  await page.goto(`${stack.adminUrl}/store/aurora/orders/${order.id}`)
  await page.getByRole('button', { name: 'Fulfil everything' }).click()
  await page.getByText('in transit').waitFor()
}

/** The merchant gives the money of one product back. */
export async function refund(stack: Stack, page: Page, orderId: number, product: string): Promise<void> {
  await page.goto(`${stack.adminUrl}/store/aurora/orders/${orderId}`)
  const button = page.locator('tr', { hasText: product }).getByRole('button', { name: 'Refund' })
  await Promise.all([page.waitForEvent('load'), button.click()])
  await settled(stack)
}

const BLOCK = 'Offer and thanks'

/** The merchant puts the block on both pages after the order. */
export async function placeBlocks(stack: Stack, page: Page): Promise<void> {
  for (const name of ['thank-you', 'order-status']) {
    await page.goto(`${stack.adminUrl}/store/aurora/settings/checkout/editor?page=${name}`)
    await page.getByRole('button', { name: `Add ${BLOCK}` }).click()
    await page.getByRole('button', { name: `Remove ${BLOCK}` }).waitFor()
  }
}

/** Before the blocks stand anywhere, an offer for the pages after the order alone is met nowhere, and the editor says where to change that. */
export async function seeThatNoPlaceIsOpen(stack: Stack, page: Page): Promise<void> {
  const editor = await openEncore(stack, page, { path: '/offers/new' })
  await editor.getByLabel('Place the block: Thank-you page').waitFor()
  await editor.getByLabel('Page after payment', { exact: true }).uncheck()
  await editor.getByText('No shopper meets this offer').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
}

/** The merchant reads on the order's page what became of an offer on the thank-you page. */
export async function readTrace(stack: Stack, page: Page, token: string, why: string): Promise<void> {
  await settled(stack)
  const { id } = await findOrder(stack, 'aurora', token)
  const told = await openEncore(stack, page, { path: `/orders/${id}` })
  await told.getByLabel(/^Offers considered \(\d+\): Thank-you page$/).click()
  await told.getByText(why).waitFor()
  await told.getByText('Not asked: ').first().waitFor()
}
