import type { Page, Request } from 'playwright-core'

/** One load of the thank-you page; milliseconds and pixels, but `cls`, which has no unit. */
export interface Load {
  shown: number // from the extension's start until its button is painted
  token: number // from the extension's start until the page asks Shopify for the session token
  asked: number // from the extension's start until it asks the app
  waited: number // from there until the app has answered
  floor: number // what an answer costs that is a refusal, on the same page afterwards
  asks: number
  cls: number // once the block has its place: what moved when the offer arrived
  clsBefore: number // when the page made room for the block
  moved: string[]
  heights: [place: number, card: number]
}

interface Shift {
  value: number
  at: number
  what: string
}
interface Seen {
  shifts: Shift[]
  placed?: number
  shown?: number
  placeHeight?: number
  cardHeight?: number
}

// A frame that finds the button paints it, and a task that this frame posts runs when that is done.
const WATCH = `{
  const seen = (window.blockSeen = { shifts: [] })
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries())
      seen.shifts.push({ value, at: startTime, what: sources.map(({ node, previousRect: was, currentRect: is }) =>
        (node?.className || node?.nodeName) + ' ' + was.y + '+' + was.height + ' to ' + is.y + '+' + is.height).join(', ') })
  }).observe({ type: 'layout-shift', buffered: true })
  const block = () => document.querySelector('.block')
  const button = () => block()?.querySelector('s-button')?.shadowRoot?.querySelector('a.button')?.getBoundingClientRect().height
  let there = false
  const look = () => {
    if (there) seen.placed ??= performance.now()
    if (block()?.offsetHeight && !there) [there, seen.placeHeight] = [true, block().offsetHeight]
    if (!button()) return requestAnimationFrame(look)
    seen.cardHeight = block().offsetHeight
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => (seen.shown = performance.now())
    port2.postMessage('painted')
  }
  if (self === top) requestAnimationFrame(look)
}`

const BUNDLE = '/thank-you-offer/extension.js'
const TOKEN = '/session_token'
const ASK = '/surface/block'

/** Follows the next page of this tab that carries the block. The extension starts when the page has its whole script, which it runs at once. */
export async function watch(page: Page, go: () => Promise<unknown>): Promise<Load> {
  await page.addInitScript(WATCH)
  const asks: Request[] = []
  page.on('requestfinished', (request) => void (new URL(request.url()).pathname === ASK && asks.push(request)))
  await go()
  await page.waitForFunction(() => (window as unknown as { blockSeen?: Seen }).blockSeen?.shown !== undefined)
  await page.waitForLoadState('networkidle')
  const [ask] = asks
  if (!ask) throw new Error('The block has asked nothing')
  const told = await page.evaluate(read, { bundle: BUNDLE, token: TOKEN })
  const { startTime, responseEnd } = ask.timing()
  const isLater = ({ at }: Shift) => at >= (told.placed ?? 0)
  const later = told.shifts.filter(isLater)
  return {
    shown: (told.shown ?? NaN) - told.start,
    token: told.token - told.start,
    asked: startTime - told.origin - told.start,
    waited: responseEnd,
    asks: asks.length,
    floor: await page.evaluate(refused, ask.url()),
    cls: sum(later),
    clsBefore: sum(told.shifts) - sum(later),
    moved: later.map(({ value, at, what }) => `${value.toFixed(4)} at ${Math.round(at)}: ${what}`),
    heights: [told.placeHeight ?? NaN, told.cardHeight ?? NaN],
  }
}

/** What moved on a page whose block has nothing to show, once it was answered. */
export async function watchNothing(page: Page, go: () => Promise<unknown>): Promise<number> {
  await page.addInitScript(WATCH)
  const answered = page.waitForEvent('requestfinished', (request) => new URL(request.url()).pathname === ASK)
  await go()
  await answered
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => (document.querySelector('.block') as HTMLElement | null)?.offsetHeight === 0)
  const shifts = await page.evaluate(settledShifts)
  // The whole column moves when the simulated page has drawn the summary above it: that is none of the block's.
  return sum(shifts.filter(({ what }) => !what.startsWith('co-form')))
}

/** In the page, once what is due has been painted. */
const settledShifts = () =>
  new Promise<Shift[]>((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as { blockSeen: Seen }).blockSeen.shifts)))
  })

/** In the page. */
function read(names: { bundle: string; token: string }) {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const ending = (end: string) => loaded.find(({ name }) => name.endsWith(end))
  return {
    start: ending(names.bundle)?.responseEnd ?? NaN,
    token: ending(names.token)?.startTime ?? NaN,
    origin: performance.timeOrigin,
    ...(window as unknown as { blockSeen: Seen }).blockSeen,
  }
}

/** In the page: the app answers 400 before it has looked at anything. */
async function refused(url: string): Promise<number> {
  const from = performance.now()
  await fetch(url, { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } }).then((answer) => answer.text())
  return performance.now() - from
}

const sum = (shifts: readonly Shift[]): number => shifts.reduce((total, { value }) => total + value, 0)
