import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { withClient } from '../../../bin/postgres.mjs'
import { launch } from '../../../bin/program.mjs'
import { createOffer } from '../../journeys/people.ts'
import { embedded, visit } from '../../support/browser.ts'
import type { Stack } from '../../support/stack.ts'

export const HISTORY = 'history'
const SHOP = `${HISTORY}.myshopify.com`
const OFFERS = 60
const PATIENCE = 15 * 60_000 // ms

/** The importer as `npm run simulator:import` runs it. */
export async function fillHistory(stack: Stack, file: string, interrupted: Promise<unknown>): Promise<void> {
  const importer = fileURLToPath(new URL('../../simulator/import/main.ts', import.meta.url))
  const env = { SIMULATOR_DATABASE_URL: stack.databases.simulator, SIMULATOR_PORT: new URL(stack.simulatorUrl).port }
  const { ended, stop } = launch([importer, file], { env, onLine: (line) => console.error(`        ${line}`) })
  void interrupted.then(() => stop())
  const code = await ended
  if (code !== 0) throw new Error('The history could not be imported')
}

/** Opens Encore in the shop of the history for the first time, and waits until it has read all of it. */
export async function installInHistory(stack: Stack, browser: Browser): Promise<void> {
  const { page, close } = await visit(browser)
  await page.goto(`${stack.adminUrl}/store/${HISTORY}/apps/encore`)
  await embedded(page).getByRole('heading', { level: 1 }).first().waitFor({ timeout: 60_000 })
  await close()
  await synced(stack.databases.app)
}

/** Installs Encore and makes offers. Answers the pages to be measured. */
export async function openHistory(stack: Stack, browser: Browser, say: (text: string) => void): Promise<Record<string, string>> {
  await installInHistory(stack, browser)
  say(`Synced; making ${OFFERS} offers`)
  const { product, order } = await someOf(stack.databases.app)
  for (let number = 1; number <= OFFERS; number += 1) {
    const rules = [{ kind: 'order-value', atLeast: number * 1_000, atMost: null }]
    await createOffer(stack, HISTORY, definition(number, product, rules), number % 3 === 0 ? 'draft' : 'active')
  }
  return { home: '', offers: '/offers', order: `/orders/${order}` }
}

/** An active offer of the shop of the history, for every purchase. */
export const makeOffer = (stack: Stack, number: number, product: Sold) => createOffer(stack, HISTORY, definition(number, product, []))

async function synced(database: string): Promise<void> {
  const deadline = performance.now() + PATIENCE
  const isDone = () =>
    withClient(database, async (client) => {
      const { rows } = await client.query<{ done: number; failed: string | null }>(
        `select count(*) filter (where state = 'done')::int as done, max(reason) filter (where state = 'failed') as failed
         from sync where shop = $1 and run = 'first'`,
        [SHOP],
      )
      if (rows[0]?.failed) throw new Error(`The first sync failed: ${rows[0].failed}`)
      return rows[0]?.done === 4
    })
  while (!(await isDone())) {
    if (performance.now() > deadline) throw new Error('The first sync took too long')
    await new Promise((wake) => setTimeout(wake, 1_000))
  }
}

export interface Sold {
  productId: string
  variantId: string
}

const someOf = (database: string): Promise<{ product: Sold; order: string }> =>
  withClient(database, async (client) => {
    const variants = await client.query<Sold>(
      `select product_id as "productId", id as "variantId" from variant where shop = $1 order by id limit 1`,
      [SHOP],
    )
    const orders = await client.query<{ id: string }>(
      `select id from "order" where shop = $1 order by processed_at desc limit 1 offset 100`,
      [SHOP],
    )
    const [[product], [order]] = [variants.rows, orders.rows]
    if (!product || !order) throw new Error('The history is empty')
    return { product, order: order.id }
  })

const definition = (number: number, product: Sold, rules: readonly object[]) => ({
  title: `Offer ${number}`,
  priority: number,
  rules: { kind: 'all', rules },
  schedule: { startsAt: null, endsAt: null },
  steps: [
    {
      id: 'step-1',
      items: { kind: 'bundle', products: [{ ...product, quantity: 1 }] },
      discount: { kind: 'percentage', percent: 10 },
      wording: {},
      onAccept: null,
      onDecline: null,
    },
  ],
})
