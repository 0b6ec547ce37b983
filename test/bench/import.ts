// One file of reviews, from its first byte to the last review: rows a second, and the most memory that it took.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { withClient } from '../../bin/postgres.mjs'
import { freshDatabase } from '../support/postgres.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000)
const PRODUCTS = 500
const REFUSED_EVERY = 100
const SHOP = 'bench.myshopify.com'
const MOST_GROWTH_MB = 64
const plant = process.argv.includes('--plant')

const HEADER = 'product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase,incentivized\n'

/** Made as it is read, so that the file itself takes no memory. Every hundredth line names no product of the shop. */
async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(HEADER)
  for (let n = 0; n < ROWS; n += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, ROWS - n) }, (_, index) => line(n + index))
    yield Buffer.from(lines.join(''))
  }
}

function line(n: number): string {
  const handle = n % REFUSED_EVERY === 0 ? 'gone' : `product-${n % PRODUCTS}`
  return `${handle},,${(n % 5) + 1},Shopper ${n},s${n}@example.com,"Text ${n}, with a comma and some more words so that it is as long as most.",2024-01-0${(n % 9) + 1},,,,true,${n % 7 === 0}\n`
}

const megabytes = () => process.memoryUsage().rss / 1_048_576

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What is really held: the resident set also counts what a busy machine has not come to throw away. */
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_048_576
}

async function measure() {
  const { receiveFile } = await import('#app/reviews/import/receive.server.ts')
  const { bringReviews, readImport, startImport } = await import('#app/reviews/import/imports.server.ts')
  const before = held()
  let [peak, most] = [megabytes(), before]
  const watches = [setInterval(() => (peak = Math.max(peak, megabytes())), 20), setInterval(() => (most = Math.max(most, held())), 500)]
  const bring = async () => {
    const received = await receiveFile(SHOP, 'bench.csv', file())
    if (!received.ok) throw new Error(received.because)
    const told = await readImport(SHOP, received.value)
    await startImport(SHOP, received.value, told?.mapping as never, null)
    await bringReviews({ shop: SHOP, importId: received.value })
    return readImport(SHOP, received.value)
  }
  const started = performance.now()
  const first = await bring()
  const seconds = (performance.now() - started) / 1_000
  const again = await bring()
  for (const watch of watches) clearInterval(watch)
  return { seconds, first, again, peak, growth: most - before }
}

const database = await freshDatabase('bench_import')
try {
  await withClient(database.url, async (client) => {
    await client.query(`insert into shop (shop, scopes) values ($1, '{}')`, [SHOP])
    await client.query(
      `insert into product (shop, id, title, handle, status, updated_at)
       select $1, n::text, 'Product ' || n, 'product-' || n, 'active', now() from generate_series(0, ${PRODUCTS - 1}) n`,
      [SHOP],
    )
  })
  const shopify = { SHOPIFY_API_KEY: 'bench', SHOPIFY_API_SECRET: 'shpss_bench', SHOPIFY_APP_URL: 'https://encore.example' }
  Object.assign(process.env, { ...shopify, DATABASE_URL: database.url, LOG_LEVEL: 'error' })
  const told = await measure()
  if (plant) await withClient(database.url, (client) => client.query(`delete from review where id = (select min(id) from review)`))
  const held = await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ n: number; keys: number; verified: number; rewards: number }>(
      `select count(*)::int as n, count(distinct body)::int as keys, count(*) filter (where verified)::int as verified, (select count(*)::int from reward) as rewards from review`,
    )
    return rows[0] ?? { n: 0, keys: 0, verified: 0, rewards: 0 }
  })
  const { closeDatabase } = await import('#app/platform/db.server.ts')
  await closeDatabase()
  const expected = ROWS - Math.ceil(ROWS / REFUSED_EVERY)
  const result = {
    bench: 'import',
    rows: ROWS,
    rows_per_s: Math.round(ROWS / told.seconds),
    peak_mb: Math.round(told.peak),
    growth_mb: Math.round(told.growth),
    lost: expected - held.keys,
    doubled: held.n - held.keys,
    verified: held.verified,
    rewarded: held.rewards,
    refused: told.first?.refused,
    added_again: told.again?.added,
    ...(plant ? { planted: 1 } : {}),
  }
  console.log(JSON.stringify(result))
  // With a planted fault the bench is right when it reports just that.
  const faults = [result.lost - Number(plant), result.doubled, result.verified, result.rewarded, result.added_again]
  if (faults.some((fault) => fault !== 0) || result.growth_mb > MOST_GROWTH_MB) process.exitCode = 1
} finally {
  await database.drop()
}
