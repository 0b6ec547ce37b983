import { withClient } from '../../bin/postgres.mjs'
import { freshDatabase } from '../support/postgres.ts'
import { RULES, SHOP, statements } from './match-count/fill.ts'

const ORDERS = 100_000
const MOST_TIMES = 3
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

async function timed(work: () => Promise<number>): Promise<{ ms: number; orders: number }> {
  const start = performance.now()
  const orders = await work()
  return { ms: performance.now() - start, orders }
}

/** The rules are asked of each order; the floor passes over the same rows, an order with its lines, and asks nothing. */
async function measure(): Promise<{ orders: number; matched: number; ms: number; floor_ms: number }> {
  const { matchBy, countMatches, PAGE } = await import('#app/surfaces/decide/match.server.ts')
  const past = await import('#app/catalog/past-orders.server.ts')
  const catalog = { ...(await import('#app/catalog/offered.server.ts')), ...(await import('#app/catalog/best.server.ts')) }
  matchBy({ ...catalog, ...past, readResponses: async () => new Map(), readStars: async () => new Map() })
  const { Rules } = await import('#app/offers/rules/rules.ts')
  const rules = Rules.parse(RULES)
  const now = new Date()
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const nothing = { shopper: false, counts: false, products: [] }
  const times: { full: number[]; bare: number[] } = { full: [], bare: [] }
  let matched = 0
  for (let run = 0; run <= RUNS; run += 1) {
    const bare = await timed(async () => {
      let [seen, last]: [number, { at: Date; id: string } | null] = [0, null]
      for (;;) {
        const page: { at: Date; id: string }[] = await past.readPastOrders(SHOP, since, last, PAGE, nothing)
        seen += page.length
        last = page.at(-1) ?? null
        if (page.length < PAGE) return seen
      }
    })
    const full = await timed(async () => {
      let [seen, cursor]: [number, Awaited<ReturnType<typeof countMatches>>['cursor']] = [0, null]
      matched = 0
      do {
        const page = await countMatches(SHOP, rules, cursor, now)
        ;[seen, matched, cursor] = [seen + page.orders, matched + page.matched, page.cursor]
      } while (cursor)
      return seen
    })
    if (bare.orders !== ORDERS || full.orders !== ORDERS)
      throw new Error(`${bare.orders} and ${full.orders} orders were read, not ${ORDERS}`)
    console.log(`run ${run}: ${Math.round(full.ms)} ms, floor ${Math.round(bare.ms)} ms, ${matched} of ${ORDERS} match`)
    // The first run warms up.
    if (run > 0) times.full.push(full.ms)
    if (run > 0) times.bare.push(bare.ms)
  }
  return { orders: ORDERS, matched, ms: Math.round(median(times.full)), floor_ms: Math.round(median(times.bare)) }
}

const database = await freshDatabase('bench_match')
try {
  console.log(`filling one shop: ${ORDERS.toLocaleString('en')} orders of the last 30 days, three lines each`)
  await withClient(database.url, async (client) => {
    for (const statement of statements(ORDERS)) await client.query(statement, [SHOP])
    await client.query('vacuum (analyze)')
  })
  const shopify = { SHOPIFY_API_KEY: 'bench', SHOPIFY_API_SECRET: 'shpss_bench', SHOPIFY_APP_URL: 'https://encore.example' }
  Object.assign(process.env, { ...shopify, DATABASE_URL: database.url, LOG_LEVEL: 'error' })
  const result = await measure()
  const { closeDatabase } = await import('#app/platform/db.server.ts')
  await closeDatabase()
  console.log(JSON.stringify({ bench: 'match-count', ...result }))
  if (result.ms > MOST_TIMES * result.floor_ms) process.exitCode = 1
} finally {
  await database.drop()
}
