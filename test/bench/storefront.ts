// What a product page costs a shopper: without Encore, and with no, few and many reviews on it.
import { deflateRawSync } from 'node:zlib'
import { openBrowser, visit } from '../support/browser.ts'
import { startStack } from '../support/stack.ts'
import { query, domain } from '../journeys/people.ts'
import { BUDGETS } from './budgets/budgets.ts'
import { fillReviews, install, placeBlocks, productsOf } from './storefront/fill.ts'
import { measureLists } from './storefront/lists.ts'
import { measurePage, type Measured } from './storefront/page.ts'

const MANY = Number(process.env['BENCH_MANY'] ?? 10_000)
const COUNTS = (process.env['BENCH_REVIEWS'] ?? '0,20,1000').split(',').map(Number)
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)
const SHOP = 'aurora'
const plant = process.argv.includes('--plant')
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const stack = await startStack({ name: 'bench_storefront' })
const browser = await openBrowser()
try {
  const person = await visit(browser)
  await install(stack, person.page, SHOP)
  await person.close()
  const products = await productsOf(stack, SHOP, COUNTS.length + 1)
  for (const [index, count] of COUNTS.entries()) await fillReviews(stack, SHOP, String(products[index]?.id), count)
  const address = (index: number) => `${stack.shopUrl(SHOP)}/products/${products[index]?.handle}`
  const several = async (index: number, use: boolean) => {
    const measured: Measured[] = []
    // The first visit warms the server up.
    for (let run = 0; run <= RUNS; run += 1) {
      const one = await measurePage(browser, address(index), { use, plant })
      if (run > 0) measured.push(one)
    }
    return measured
  }
  const figures = (all: readonly Measured[]) => ({
    lcp_ms: Math.round(median(all.map(({ lcp }) => lcp))),
    cls: Math.max(...all.map(({ cls }) => cls)),
  })
  await placeBlocks(stack, SHOP, 'remove')
  const without = figures(await several(0, false))
  await placeBlocks(stack, SHOP, 'place')
  const pages: Record<string, object> = {}
  let [before, after, inline] = [0, 0, 0]
  let shift = 0
  for (const [index, count] of COUNTS.entries()) {
    const all = await several(index, count > 10)
    const told = figures(all)
    pages[String(count)] = told
    shift = Math.max(shift, told.cls)
    before = Math.max(before, ...all.map(({ scripts }) => sum(scripts.before)))
    after = Math.max(after, ...all.map(({ scripts }) => sum(scripts.after)))
    inline = Math.max(inline, ...all.map(({ handlers }) => handlers))
  }
  const crowded = Number(products[COUNTS.length]?.id)
  await fillReviews(stack, SHOP, String(crowded), MANY)
  const lists = await measureLists(stack.shopUrl(SHOP), crowded)
  const left = await query<{ n: number }>(
    stack.databases.app,
    `select count(*)::int as n from review_summary where shop = $1 and version <> written_version`,
    [domain(SHOP)],
  )
  console.log(
    JSON.stringify({
      bench: 'storefront',
      js_bytes_before: before,
      js_bytes_after: after,
      inline_bytes: inline,
      cls: shift,
      without,
      reviews: pages,
      list: { reviews: MANY, ...lists },
      waiting: left[0]?.n,
      ...(plant ? { planted: { scripts: true, shift: true } } : {}),
    }),
  )
  const isFine = before === 0 && after <= (BUDGETS['product_reviews'] ?? 0) && shift === 0
  const isReported = before > 0 && shift > 0
  if (!(plant ? isReported : isFine) || lists.failed > 0) process.exitCode = 1
} finally {
  await browser.close()
  await stack.stop()
}

function sum(scripts: readonly string[]): number {
  return scripts.reduce((bytes, script) => bytes + deflateRawSync(script).length, 0)
}
