import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { embedded, openBrowser, visit } from '../support/browser.ts'
import { startStack, type Stack } from '../support/stack.ts'

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
