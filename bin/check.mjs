// `npm run check` and `npm test`: each check runs even when an earlier one failed, and the last line counts them all.
import * as fs from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { buildAdmin, buildExtensions, generateClient } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { node, ROOT } from './program.mjs'
import { complain, step } from './say.mjs'

const packaged = (path) => join(ROOT, 'node_modules', path)

const script = (title, program, ...args) => [title, () => mustPass(title, [packaged(program), ...args])]

// The longest first: what is short fills the end.
const STATIC = [
  script('Types (tsc)', 'typescript/bin/tsc', '--noEmit'),
  script('Format (prettier)', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  script('Unused code (knip)', 'knip/bin/knip.js', '--no-progress'),
  script('Types of the blocks (tsc)', 'typescript/bin/tsc', '--noEmit', '-p', 'extensions/thank-you-offer'),
  script('Types of the admin block (tsc)', 'typescript/bin/tsc', '--noEmit', '-p', 'extensions/customer-reviews'),
  script('Lint (oxlint)', 'oxlint/bin/oxlint', '--deny-warnings'),
]

export async function check() {
  const tally = { passed: 0, failed: 0 }
  await count(tally, 'Database client', generateClient)
  await count(tally, 'Extension builds', buildExtensions)
  await countAll(tally, STATIC)
  await vitest(tally, ['--project', 'unit'])
  return summary(tally)
}

export async function test(args) {
  const tally = { passed: 0, failed: 0 }
  await count(tally, 'Database client', generateClient)
  await count(tally, 'Extension builds', () => buildExtensions({ anew: true }))
  const browser = { path: undefined }
  await countAll(tally, [
    ['A browser', async () => (browser.path = await ensureChromium())],
    ['Admin build', buildAdmin],
    ...STATIC,
    ...themeExtensions().map((folder) => [`Theme check (${folder})`, () => checkTheme(folder)]),
  ])
  await vitest(tally, args, browser.path ? { CHROMIUM_PATH: browser.path } : {})
  return summary(tally)
}

/** Checks of which none needs what another makes, one a core: each keeps little more than one busy. */
async function countAll(tally, checks) {
  const left = [...checks]
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await count(tally, ...next)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
}

async function count(tally, title, work) {
  try {
    await step(title, work)
    tally.passed += 1
  } catch (error) {
    complain(error)
    tally.failed += 1
  }
}

async function mustPass(title, args) {
  const { ok, words } = await node(args, { quiet: true })
  if (!ok) throw new Error(`${title} found something:\n${words.trimEnd()}`)
  if (words.trim() !== '') console.log(words.trimEnd())
}

/** Its own report tells a reader what failed; its JSON tells us how many. */
async function vitest(tally, args, env = {}) {
  const files = await walk(args, env)
  const failed = [...files].filter(([, { failed }]) => failed > 0).map(([file]) => file)
  if (failed.length > 0 && failed.length <= FEW && failed.every(hasBrowser)) await walkAgain(files, failed, env)
  for (const counts of files.values()) {
    tally.passed += counts.passed
    tally.failed += counts.failed
  }
}

const FEW = 6
const OF_NO_FILE = 'vitest'
const hasBrowser = (file) =>
  /\.journey\.test\.ts$/.test(file) || (file !== OF_NO_FILE && /support\/browser\.ts'/.test(fs.readFileSync(file, 'utf8')))

/** A browser on a busy machine can be late for once. What is really broken fails twice; what passes the second time is named, to be made steady. */
async function walkAgain(files, failed, env) {
  const names = failed.map((file) => relative(ROOT, file)).join(', ')
  console.log(`\n› Once more, one at a time: ${names}`)
  const again = await walk(['--maxWorkers=1', ...failed], env)
  for (const [file, counts] of again) files.set(file, counts)
  const unsteady = failed.filter((file) => files.get(file).failed === 0)
  if (unsteady.length > 0) console.log(`! Passed only the second time: ${unsteady.map((file) => relative(ROOT, file)).join(', ')}`)
}

/** One run of vitest. Returns file -> { passed, failed }, in tests. */
async function walk(args, env) {
  const report = join(ROOT, '.data', 'test-report.json')
  fs.mkdirSync(join(ROOT, '.data'), { recursive: true })
  fs.rmSync(report, { force: true })
  const { ok } = await node(
    [packaged('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { env: { NODE_COMPILE_CACHE: join(ROOT, '.data', 'compiled'), ...env } },
  )
  const files = counted(report)
  // Vitest found something that belongs to no test: a rejection that nobody caught, or nothing to run.
  if (!ok && ![...files.values()].some(({ failed }) => failed > 0)) files.set(OF_NO_FILE, { passed: 0, failed: 1 })
  return files
}

function counted(report) {
  if (!fs.existsSync(report)) return new Map()
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'))
  return new Map(
    testResults.map(({ name, status, assertionResults }) => {
      const of = (wanted) => assertionResults.filter((one) => one.status === wanted).length
      // A file that does not even load fails no single test.
      return [name, { passed: of('passed'), failed: status === 'failed' ? Math.max(of('failed'), 1) : of('failed') }]
    }),
  )
}

function themeExtensions() {
  const folders = fs.readdirSync(join(ROOT, 'extensions')).map((name) => join('extensions', name))
  return folders.filter((folder) => {
    const toml = join(ROOT, folder, 'shopify.extension.toml')
    return fs.existsSync(toml) && /^type\s*=\s*"theme"/m.test(fs.readFileSync(toml, 'utf8'))
  })
}

/** The CLI prints a theme's faults and exits 0: they fail here. */
async function checkTheme(folder) {
  const { check: themeCheck } = await import('@shopify/theme-check-node')
  const faults = await themeCheck(join(ROOT, folder))
  if (faults.length > 0) throw new Error(faults.map(({ uri, check: rule, message }) => `${uri} ${rule}: ${message}`).join('\n'))
}

function summary({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
