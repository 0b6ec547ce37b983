// What a shopper sends back, and where that is seen afterwards.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { en } from '../../app/reviews/wording/en.ts'
import type { Mail } from '../simulator/mail/box.ts'
import { embedded } from '../support/browser.ts'
import type { Stack } from '../support/stack.ts'
import { mailsTo, pushToMorning } from './afterwards.ts'
import { openEncore, query, until } from './people.ts'

/** One piece, in Shopify's admin. */
export async function sendBack(
  { adminUrl }: Stack,
  page: Page,
  { id }: { id: number },
  title: string,
  deed: 'Shopper asks to send it back' | 'Create the return' = 'Shopper asks to send it back',
): Promise<void> {
  await page.goto(`${adminUrl}/store/aurora/orders/${id}`)
  await page.getByRole('spinbutton', { name: title }).fill('1')
  await page.getByRole('button', { name: deed }).click()
  const state = deed === 'Create the return' ? 'open' : 'requested'
  await page.getByText(state, { exact: true }).first().waitFor()
}

interface Sent {
  orderId: number
  order: string // its name
  email: string
  kept: string
  back: string
}

/** She was asked about both already: the reminder tells of what she keeps alone, and on the form the other comes last, with the reason. */
export async function seeInReminder(stack: Stack, pages: { merchant: Page; shopper: Page }, sent: Sent): Promise<void> {
  const { orderId, order, email, kept, back } = sent
  const known = `select 1 as one from review_request where order_id = $1 and left_out <> '[]'`
  await until(async () => (await query(stack.databases.app, known, [String(orderId)]))[0], { within: 60_000 })
  const app = await openEncore(stack, pages.merchant, { path: '/reviews/requests' })
  await app.getByRole('row').filter({ hasText: order }).getByText(`Without ${back}: it is on its way back`).waitFor()
  await pushToMorning(stack, 8)
  const both = async () => {
    const found = await mailsTo(stack, email)
    return found.length > 1 ? found : null
  }
  const mails = await until(both, { within: 90_000 })
  const said = ({ text, html }: Mail) => `${text} ${html}`
  expect(mails.map((one) => said(one).includes(back)).sort()).toEqual([false, true])
  const reminder = mails.find((one) => !said(one).includes(back))!
  expect(said(reminder)).toContain(kept)
  const [link = ''] = /https:\/\/\S+\/apps\/reviews\/write\?t=[^\s"&]+/.exec(reminder.text ?? '') ?? []
  const { pathname, search } = new URL(link)
  const page = pages.shopper
  await page.goto(`${stack.shopUrl('aurora')}${pathname}${search}`)
  await page.getByRole('region', { name: kept }).waitFor()
  expect(await page.getByRole('region').getByRole('heading').allInnerTexts()).toEqual([kept, back])
  await page.getByRole('region', { name: back }).getByText(en.goesBack).waitFor()
  expect(await page.getByText(en.goesBack).count()).toBe(1)
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/returns-form.png`, fullPage: true })
}

export async function picturesOfReturns(stack: Stack, page: Page, { id }: { id: number }): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${stack.adminUrl}/store/aurora/orders/${id}`)
    await page.screenshot({ path: `${process.env['SHOTS']}/returns-shopify-${width}.png`, fullPage: true })
    await openEncore(stack, page, { path: '/reviews/requests' })
    await page.waitForLoadState('networkidle')
    await embedded(page)
      .getByText('it is on its way back')
      .first()
      .evaluate((one) => one.scrollIntoView({ block: 'center' }))
    await page.screenshot({ path: `${process.env['SHOTS']}/returns-requests-${width}.png`, fullPage: true })
    await openEncore(stack, page, { path: `/orders/${id}` })
    await embedded(page).getByText('on the way back').first().waitFor()
    await page.screenshot({ path: `${process.env['SHOTS']}/returns-order-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
