// Every figure of the dashboard for random orders, beside the same figures recomputed from the simulator's own records.
import { emptyDatabase, freshDatabase } from '#test/support/postgres.ts'
import { during, ruleTime } from './money/clock.ts'
import type { Stall } from './money/offers.ts'

ruleTime()
const { dice } = await import('./money/dice.ts')
const { differences, plantFault } = await import('./money/compare.ts')
const { deliver } = await import('./money/deliver.ts')
const { live } = await import('./money/life.ts')
const { openEncore } = await import('./money/encore.ts')
const { openShopify } = await import('./money/shopify.ts')
const { openStall } = await import('./money/offers.ts')
const { productsOf, SHOPS } = await import('./money/shops.ts')

const ORDERS = Number(process.env['BENCH_ORDERS'] ?? 10_000)
const SEED = Number(process.env['BENCH_SEED'] ?? 1)
const plant = process.argv.includes('--plant')
const AT_ONCE = 8
const BATCH = 500
const BEGIN = Date.parse('2026-08-20T00:00:00Z') // the clocks of Berlin and Los Angeles change within
const APART = Math.floor((80 * 86_400_000) / ORDERS)

/** Runs one work for each, so many at a time. */
async function each<T>(things: readonly T[], atOnce: number, work: (thing: T) => Promise<unknown>): Promise<void> {
  const waiting = [...things]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing)
    }),
  )
}

const started = performance.now()
const tell = (text: string) => console.error(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`)

const [appDatabase, shopDatabase] = await Promise.all([freshDatabase('bench_money_app'), emptyDatabase('bench_money_shop')])
const { simulator, said } = await openShopify(shopDatabase.url)
const encore = await openEncore(appDatabase.url)
try {
  const stalls: Stall[] = []
  for (const shop of SHOPS) {
    const products = productsOf(shop, dice(SEED + shop.id))
    await simulator.store.putShop(shop)
    await simulator.store.putMany(shop.domain, 'product', products)
    stalls.push(await openStall(encore, shop, products))
  }
  tell('open')
  await encore.surfaces.prepare()
  tell('prepared')
  const lived: Awaited<ReturnType<typeof live>>[] = []
  for (let first = 0; first < ORDERS; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, ORDERS - first) }, (_, index) => first + index)
    await each(numbers, AT_ONCE, (number) =>
      during(BEGIN + number * APART, async () => {
        const own = dice(SEED * 1_000_003 + number)
        lived.push(await live({ simulator, encore }, own.pick(stalls), own))
      }),
    )
    tell('lived')
    await encore.surfaces.settled()
    const orders = lived.slice(first).map(({ shop, orderId }) => ({ shop, orderId: String(orderId) }))
    const heard = await deliver(encore, said.splice(0), orders, dice(SEED + first), each)
    tell(`${first + numbers.length} orders, ${heard} webhooks of the last ${numbers.length}`)
  }
  if (plant) await plantFault(encore)
  const found = await differences(encore, simulator, lived)
  for (const one of found.slice(0, 20)) tell(one)
  console.log(JSON.stringify({ bench: 'money', orders: lived.length, wrong: found.length, ...(plant ? { planted: 1 } : {}) }))
  process.exitCode = plant === found.length > 0 ? 0 : 1
} finally {
  await encore.close()
  await simulator.store.close()
  await Promise.all([appDatabase.drop(), shopDatabase.drop()])
}
