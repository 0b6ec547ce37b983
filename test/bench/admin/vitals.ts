import { readFileSync } from 'node:fs'
import type { Browser, FrameLocator, Page, Request } from 'playwright-core'
import { embedded, visit } from '../../support/browser.ts'

/** Milliseconds, but `cls`, which has no unit. */
export interface Vitals {
  lcp: number
  cls: number
  inp: number
}
export interface Interaction {
  name: string
  act: (frame: FrameLocator, page: Page) => Promise<unknown>
}

/** What a merchant does on each page; the slowest of a load is that load's INP. */
export const INTERACTIONS: Readonly<Record<string, readonly Interaction[]>> = {
  home: [{ name: 'open all offers', act: (frame) => frame.getByRole('link', { name: 'All offers' }).click() }],
  offers: [
    { name: 'select every offer', act: (frame) => frame.getByRole('checkbox').first().click() },
    { name: 'show the drafts', act: (frame) => frame.getByRole('tab', { name: /^Draft/ }).click() },
    { name: 'show all', act: (frame) => frame.getByRole('tab', { name: /^All/ }).click() },
    {
      name: 'open an offer',
      act: (frame) =>
        frame
          .getByRole('link', { name: /^Offer \d+/ })
          .first()
          .click(),
    },
    { name: 'name it anew', act: (frame) => frame.getByLabel('Name', { exact: true }).pressSequentially(' for her') },
    { name: 'open the conditions', act: (frame) => frame.getByRole('button', { name: /Add condition to .All/ }).click() },
    { name: 'add a condition', act: (frame) => frame.getByRole('menuitem', { name: 'Order value', exact: true }).click() },
    { name: 'type an amount', act: (frame) => frame.getByRole('textbox', { name: 'At least' }).last().pressSequentially('50') },
    { name: 'discard', act: (_, page) => page.getByRole('button', { name: 'Discard' }).click() },
  ],
  order: [
    { name: 'go back to the orders', act: (frame) => frame.getByRole('link', { name: 'Orders' }).first().click() },
    { name: 'search an order', act: (frame) => frame.getByLabel('Search orders by name').pressSequentially('48') },
    { name: 'open it', act: (frame) => frame.getByRole('link', { name: /^#?48/ }).first().click() },
  ],
}

// The library's own build for pages; each new value is kept, because a page that is closed cannot report any more.
const LIBRARY = readFileSync(new URL('../../../node_modules/web-vitals/dist/web-vitals.iife.js', import.meta.url), 'utf8')
const LISTEN = `${LIBRARY}; window.vitals = { lcp: 0, cls: 0, inp: 0 };
for (const name of ['LCP', 'CLS', 'INP'])
  webVitals['on' + name](({ value }) => { window.vitals[name.toLowerCase()] = value }, { reportAllChanges: true, durationThreshold: 16 })`

/** One load in a browser profile of its own, so that nothing but the HTTP cache of a first visit helps. */
export async function measure(browser: Browser, url: string, interactions: readonly Interaction[]): Promise<Vitals & { slowest: string }> {
  const { page, close } = await visit(browser)
  try {
    await page.addInitScript(LISTEN)
    const settled = settling(page)
    await page.goto(url)
    const frame = embedded(page)
    await frame.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await settled()
    const loaded = await vitalsOf(page)
    let [after, slowest] = [loaded, '']
    for (const { name, act } of interactions) {
      await act(frame, page)
      await settled()
      const now = await vitalsOf(page)
      if (now.inp > after.inp) slowest = name
      after = now
    }
    return { lcp: loaded.lcp, cls: after.cls, inp: after.inp, slowest }
  } finally {
    await close()
  }
}

const encore = (page: Page) => {
  const frame = page.frames().find((one) => new URL(one.url()).hostname === 'app.localhost')
  if (!frame) throw new Error('Encore is not in the page')
  return frame
}

const vitalsOf = (page: Page): Promise<Vitals> => encore(page).evaluate(() => ({ ...(window as unknown as { vitals: Vitals }).vitals }))

/** Watches what the page asks for. The answer waits until nothing is under way and the browser has painted what came. */
function settling(page: Page): () => Promise<void> {
  const under = new Set<Request>()
  page.on('request', (request) => under.add(request))
  page.on('requestfinished', (request) => under.delete(request))
  page.on('requestfailed', (request) => under.delete(request))
  const painted = () =>
    encore(page).evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done)))))
  return async () => {
    do await painted()
    while (under.size > 0)
    await painted()
  }
}
