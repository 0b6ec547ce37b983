// The block on the pages after an order, as shoppers use it.
import type { Page, Request } from 'playwright-core'
import type { Stack } from '../support/stack.ts'
import { buy, offerOf } from './people.ts'

export const PHONE = 'Lumen Mini, Ivory'
export const [FIRST, CHEAPER, NEXT] = ['Cork case, Navy', 'Clear case, Plum', 'Leather case, Black'] as const

export const card = (page: Page, product: string = FIRST) => page.getByRole('heading', { name: `Goes well with your order: ${product}` })
export const giftCard = (page: Page) => page.getByRole('heading', { name: `A gift for you: ${FIRST}` })
export const getIt = (page: Page) => page.getByRole('link', { name: /^Get it · / })

/** Opens a page with the block on it, and waits until the app has answered it, or has not. */
export async function answered(page: Page, go: () => Promise<unknown>): Promise<void> {
  const isAsked = (request: Request) => new URL(request.url()).pathname === '/surface/block'
  const over = Promise.race([page.waitForEvent('requestfinished', isAsked), page.waitForEvent('requestfailed', isAsked)])
  await go()
  await over
}

export async function buyWithWallet(
  stack: Stack,
  page: Page,
  wish: { email?: string; currency?: string; country?: string } = {},
): Promise<string> {
  let token = ''
  await answered(page, async () => (token = await buy(stack, page, { product: PHONE, payment: 'Apple Pay', ...wish })))
  return token
}

export async function follow(page: Page): Promise<Page> {
  await getIt(page).click()
  return page
}

export async function toCheckout(page: Page): Promise<Page> {
  await (await follow(page)).waitForURL(/\/checkouts\/[^/]+$/)
  return page
}

/** What who bought a phone is given in one country. */
export async function giftFor(stack: Stack, country: string): Promise<object> {
  const wish = { title: 'Gift', bought: PHONE, priority: 20, steps: [{ id: 'gift', product: FIRST }] }
  const offered = (await offerOf(stack, 'aurora', wish)) as { rules: { rules: object[] }; steps: object[] }
  offered.rules.rules.push({ kind: 'country', countries: [country] })
  return { ...offered, steps: offered.steps.map((step) => ({ ...step, gift: true })) }
}
