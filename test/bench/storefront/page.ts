import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { visit } from '../../support/browser.ts'

export interface Measured {
  lcp: number
  cls: number
  /** What was loaded as a script before and after the first use. */
  scripts: { before: string[]; after: string[] }
  /** Bytes of handlers that stand in the page itself. */
  handlers: number
}

const LIBRARY = readFileSync(new URL('../../../node_modules/web-vitals/dist/web-vitals.iife.js', import.meta.url), 'utf8')
const LISTEN = `${LIBRARY}; window.vitals = { lcp: 0, cls: 0 };
for (const name of ['LCP', 'CLS']) webVitals['on' + name](({ value }) => { window.vitals[name.toLowerCase()] = value }, { reportAllChanges: true })`
/** A widget as too many are: it comes late, and pushes down what is read. */
const LATE = `addEventListener('load', () => setTimeout(() => {
  const late = document.createElement('div'); late.style.height = '300px'; document.querySelector('main')?.prepend(late)
  const script = document.createElement('script'); script.src = '/__simulator/theme-assets/product-reviews.js'; script.type = 'module'; document.head.append(script)
}, 100))`

export async function measurePage(browser: Browser, address: string, { use, plant }: { use: boolean; plant: boolean }): Promise<Measured> {
  const { page, close } = await visit(browser)
  try {
    const loaded: string[] = []
    const reading: Promise<void>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') reading.push(response.text().then((text) => void loaded.push(text)))
    })
    await page.addInitScript(plant ? `${LISTEN};${LATE}` : LISTEN)
    await page.goto(address, { waitUntil: 'networkidle' })
    await Promise.all(reading)
    const before = [...loaded]
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll('[onclick],[onsubmit]')].reduce(
        (sum, one) =>
          sum +
          (one.closest('.encore-reviews') ? (one.getAttribute('onclick') ?? '').length + (one.getAttribute('onsubmit') ?? '').length : 0),
        0,
      ),
    )
    const vitals = await page.evaluate(() => ({ ...(window as unknown as { vitals: { lcp: number; cls: number } }).vitals }))
    if (use) {
      await page.locator('a[data-encore="more"]').click()
      await page.locator('.encore-review').nth(10).waitFor()
      await Promise.all(reading)
    }
    return { ...vitals, scripts: { before, after: loaded.slice() }, handlers }
  } finally {
    await close()
  }
}
