import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { untilTold } from '../../bin/signals.mjs'
import { openBrowser } from '../support/browser.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { fillHistory, openHistory } from './admin/history.ts'
import { INTERACTIONS, measure, type Vitals } from './admin/vitals.ts'

/** `npm run bench -- admin [FILE.parquet]`: web-vitals of three pages on the shop with the imported history. */
const LOADS = Number(process.env['BENCH_LOADS'] ?? 20)
const LIMITS: Vitals = { lcp: 2_500, cls: 0.1, inp: 200 } // ms, but `cls`
const VITALS = ['lcp', 'cls', 'inp'] as const
const file = process.argv[2] ?? fileURLToPath(new URL('../../../shared/data/online-retail-ii-2009-2010.parquet', import.meta.url))
if (!existsSync(file)) throw new Error(`No history at ${file}: npm run bench -- admin FILE.parquet`)

const told = untilTold()
/** The work that stops waiting once somebody interrupts. */
const unlessTold = <T>(work: Promise<T>): Promise<T> => Promise.race([work, told.promise.then(interrupt)])

function interrupt(): never {
  throw new Error('Interrupted')
}

const p75 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? NaN

// Progress goes to stderr: the last line of stdout is the result.
const started = performance.now()
const say = (text: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

async function measurePage(browser: Browser, page: string, url: string): Promise<Vitals> {
  const interactions = INTERACTIONS[page] ?? []
  say(`${page}: ${LOADS} loads, each with: ${interactions.map(({ name }) => name).join(', ')}`)
  const seen: Awaited<ReturnType<typeof measure>>[] = []
  for (let load = 0; load < LOADS; load += 1) {
    if (told.now()) interrupt()
    seen.push(await measure(browser, url, interactions))
  }
  const vitals = { lcp: 0, cls: 0, inp: 0 }
  for (const vital of VITALS) vitals[vital] = Number(p75(seen.map((one) => one[vital])).toFixed(3))
  const slowest = [...Map.groupBy(seen, (one) => one.slowest)].map(([name, loads]) => `${name} ${loads.length}`)
  say(`${page}: ${JSON.stringify(vitals)}; slowest was: ${slowest.join(', ')}`)
  return vitals
}

async function run(stack: Stack, browser: Browser): Promise<Record<string, Vitals>> {
  say('Importing the history')
  await fillHistory(stack, file, told.promise)
  say('Installing Encore, first sync')
  const paths = await openHistory(stack, browser, say)
  const result: Record<string, Vitals> = {}
  for (const [page, path] of Object.entries(paths))
    result[page] = await measurePage(browser, page, `${stack.adminUrl}/store/history/apps/encore${path}`)
  return result
}

say('Starting')
const stack = await startStack({ name: 'bench_admin' })
const browser = await openBrowser()
try {
  const result = await unlessTold(run(stack, browser))
  console.log(JSON.stringify({ bench: 'admin', loads: LOADS, ...result }))
  const tooMuch = Object.values(result).some((vitals) => VITALS.some((vital) => !(vitals[vital] <= LIMITS[vital])))
  process.exitCode = tooMuch ? 1 : 0
} catch (error) {
  if (!told.now()) throw error
  say('Interrupted: cleaning up')
  process.exitCode = 130
} finally {
  await browser.close()
  await stack.stop()
}
