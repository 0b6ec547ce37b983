import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../support/browser.ts'
import { startStack } from '../support/stack.ts'
import { openHistory } from './admin/history.ts'
import { INTERACTIONS, measure, type Vitals } from './admin/vitals.ts'

/** `npm run bench -- admin [FILE.parquet]`: web-vitals of three pages on the shop with the imported history. */
const LOADS = 20
const LIMITS: Vitals = { lcp: 2_500, cls: 0.1, inp: 200 }
const file = process.argv[2] ?? fileURLToPath(new URL('../../../shared/data/online-retail-ii-2009-2010.parquet', import.meta.url))
if (!existsSync(file)) throw new Error(`No history at ${file}: npm run bench -- admin FILE.parquet`)

const p75 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? NaN
const rounded = (value: number): number => Number(value.toFixed(3))

const stack = await startStack({ name: 'bench_admin' })
try {
  const importer = fileURLToPath(new URL('../simulator/import/main.ts', import.meta.url))
  const env = { ...process.env, SIMULATOR_DATABASE_URL: stack.databases.simulator }
  // Its report goes to stderr: the last line of stdout is the result.
  const [code] = await once(spawn(process.execPath, [importer, file], { env, stdio: ['ignore', 2, 2] }), 'exit')
  if (code !== 0) throw new Error('The history could not be imported')
  const browser = await openBrowser()
  try {
    const paths = await openHistory(stack, browser)
    const result: Record<string, unknown> = { bench: 'admin', loads: LOADS }
    for (const [page, path] of Object.entries(paths)) {
      const seen = []
      for (let load = 0; load < LOADS; load += 1)
        seen.push(await measure(browser, `${stack.adminUrl}/store/history/apps/encore${path}`, INTERACTIONS[page] ?? []))
      const vitals = {
        lcp: rounded(p75(seen.map(({ lcp }) => lcp))),
        cls: rounded(p75(seen.map(({ cls }) => cls))),
        inp: rounded(p75(seen.map(({ inp }) => inp))),
      }
      console.error(page, vitals, 'with', (INTERACTIONS[page] ?? []).map(({ name }) => name).join(', '))
      result[page] = vitals
      for (const vital of ['lcp', 'cls', 'inp'] as const) if (!(vitals[vital] <= LIMITS[vital])) process.exitCode = 1
    }
    console.log(JSON.stringify(result))
  } finally {
    await browser.close()
  }
} finally {
  await stack.stop()
}
