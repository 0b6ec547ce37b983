// `npm run check` and `npm test`: each check runs even when an earlier one failed, and the last line counts them all.
import * as fs from 'node:fs'
import { join } from 'node:path'
import { buildAdmin, buildExtensions, generateClient } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { node, ROOT } from './program.mjs'
import { complain, step } from './say.mjs'

const packaged = (path) => join(ROOT, 'node_modules', path)

const STATIC = [
  ['Format (prettier)', ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  ['Lint (oxlint)', ['oxlint/bin/oxlint', '--deny-warnings']],
  ['Types (tsc)', ['typescript/bin/tsc', '--noEmit']],
  ['Unused code (knip)', ['knip/bin/knip.js', '--no-progress']],
]

export async function check() {
  const tally = { passed: 0, failed: 0 }
  await count(tally, 'Database client', generateClient)
  await count(tally, 'Extension builds', buildExtensions)
  for (const [title, [program, ...args]] of STATIC) await count(tally, title, () => mustPass(title, [packaged(program), ...args]))
  await vitest(tally, ['--project', 'unit'])
  return summary(tally)
}

export async function test(args) {
  const tally = { passed: 0, failed: 0 }
  await count(tally, 'Database client', generateClient)
  await count(tally, 'Admin build', buildAdmin)
  await count(tally, 'Extension builds', () => buildExtensions({ anew: true }))
  for (const [title, [program, ...rest]] of STATIC) await count(tally, title, () => mustPass(title, [packaged(program), ...rest]))
  for (const folder of themeExtensions()) await count(tally, `Theme check (${folder})`, () => checkTheme(folder))
  const chromium = await count(tally, 'A browser', ensureChromium)
  await vitest(tally, args, chromium ? { CHROMIUM_PATH: chromium } : {})
  return summary(tally)
}

async function count(tally, title, work) {
  try {
    const result = await step(title, work)
    tally.passed += 1
    return result
  } catch (error) {
    complain(error)
    tally.failed += 1
    return undefined
  }
}

async function mustPass(title, args) {
  const { ok } = await node(args)
  if (!ok) throw new Error(`${title} found something: see above`)
}

/** Its own report tells a reader what failed; its JSON tells us how many. */
async function vitest(tally, args, env = {}) {
  const report = join(ROOT, '.data', 'test-report.json')
  fs.mkdirSync(join(ROOT, '.data'), { recursive: true })
  fs.rmSync(report, { force: true })
  const { ok } = await node(
    [packaged('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { env },
  )
  const { passed, failed } = counted(report)
  tally.passed += passed
  tally.failed += ok ? failed : Math.max(failed, 1)
}

function counted(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'))
  // A file that does not even load fails no single test.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
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
