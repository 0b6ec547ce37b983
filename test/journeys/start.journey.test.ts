import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { embedded, openBrowser, visit } from '../support/browser.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { domain, openEncore, query, synced, until } from './people.ts'

let stack: Stack
let browser: Browser

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([startStack({ name: 'start' }), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await stack.stop()
})

test('a merchant opens Encore inside the admin', async () => {
  const merchant = await visit(browser)
  await merchant.page.goto(`${stack.adminUrl}/store/aurora/apps/encore`)
  await embedded(merchant.page).getByRole('heading', { level: 1 }).first().waitFor()
  merchant.mustBeQuiet()
  await merchant.close()
})

test('the app answers again after it was killed', async () => {
  await stack.restartApp('SIGKILL')
  const answer = await fetch(`${stack.appUrl}/healthz`)
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
})

test('a first sync that was killed in the middle goes on, and loses and doubles nothing', async () => {
  const merchant = await visit(browser)
  await openEncore(stack, merchant.page, { shop: 'noor' })
  const at = (sql: string) => query<{ n: number }>(stack.databases.app, sql, [domain('noor')])
  await until(async () => (await at(`select count(*)::int as n from sync where shop = $1 and state in ('running', 'loading')`))[0]?.n)
  await stack.restartApp('SIGKILL')
  // A killed worker's jobs are given back within twenty seconds.
  await synced(stack, 'noor', { within: 90_000 })
  const truth = await query<{ kind: string; n: number }>(
    stack.databases.simulator,
    `select kind, count(*)::int as n from document where shop = $1 and kind in ('product', 'customer', 'order') group by kind order by kind`,
    [domain('noor')],
  )
  const mirrored = await Promise.all(
    ['customer', '"order"', 'product'].map((table) => at(`select count(*)::int as n from ${table} where shop = $1`)),
  )
  expect(mirrored.map(([row]) => row?.n)).toEqual(truth.map(({ n }) => n))
  await merchant.close()
})
