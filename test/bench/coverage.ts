import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withClient } from '../../bin/postgres.mjs'
import { untilTold } from '../../bin/signals.mjs'
import { openBrowser } from '../support/browser.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { fillHistory, HISTORY, installInHistory, makeOffer } from './admin/history.ts'
import { ASSUMED, EXPECTED_POST_PURCHASE, mannerOf } from './coverage/mix.ts'
import { late, shop, type Met } from './coverage/shopper.ts'
import { openShop, type OpenShop } from './coverage/open.ts'

/** `npm run bench -- coverage [FILE.parquet]`: how many of the history's purchases meet an offer, after payment alone and on every page. */
const PURCHASES = Number(process.env['BENCH_PURCHASES'] ?? 2_000)
const AT_ONCE = 4
const POINT = 0.01
const plant = process.argv.includes('--plant')
const [given] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const file = given ?? fileURLToPath(new URL('../../../shared/data/online-retail-ii-2009-2010.parquet', import.meta.url))
if (!existsSync(file)) throw new Error(`No history at ${file}: npm run bench -- coverage FILE.parquet`)

const told = untilTold()
const started = performance.now()
const say = (text: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

/** Every purchase once more, each in its manner, a few at a time. */
async function play(stack: Stack, { purchases, foreign, pickup }: OpenShop): Promise<Met[]> {
  const met: Met[] = []
  const waiting = purchases.map((purchase, index) => ({ purchase, index }))
  const doors = { port: Number(new URL(stack.simulatorUrl).port) }
  const one = async () => {
    for (let next = waiting.shift(); next && !told.now(); next = waiting.shift()) {
      met.push(await shop(doors, { handle: HISTORY, purchase: next.purchase, manner: mannerOf(next.index), foreign, pickup }))
      if (plant && met.length === 1) await forgetWhatWasShown(stack)
      if (met.length % 200 === 0) say(`${met.length} purchases`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return met
}

/** From now on Encore no longer knows what shoppers have seen: they are proposed the same again. */
const forgetWhatWasShown = (stack: Stack) =>
  withClient(stack.databases.app, (client) =>
    client.query(`create rule forget_shown as on insert to placement_event do instead nothing`).then(() => undefined),
  )

const isTwice = ({ postPurchase, thankYou, orderStatus }: Met): boolean => {
  const places = [postPurchase, [...new Set([...thankYou, ...orderStatus])]]
  const all = places.flatMap((variants) => [...new Set(variants)])
  return new Set(all).size < all.length || orderStatus.some((variant) => thankYou.includes(variant))
}

/** Until Encore has done all that it knows of: its offers are in force. */
async function untilIdle(stack: Stack): Promise<void> {
  const left = () =>
    withClient(stack.databases.app, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now() + interval '1 minute'`,
      )
      return rows[0]?.n ?? 0
    })
  while ((await left()) > 0) await new Promise((wake) => setTimeout(wake, 500))
}

async function run(stack: Stack): Promise<Met[]> {
  say('Importing the history')
  await fillHistory(stack, file, told.promise)
  const open = await openShop(stack.databases.simulator, PURCHASES)
  say('Installing Encore, first sync')
  const browser = await openBrowser()
  await installInHistory(stack, browser)
  await browser.close()
  for (const [index, product] of open.offered.entries()) await makeOffer(stack, index + 1, product)
  await untilIdle(stack)
  say(`Playing ${open.purchases.length} purchases`)
  return play(stack, open)
}

say('Starting')
const stack = await startStack({ name: 'bench_coverage' })
try {
  const met = await run(stack)
  const share = (has: (one: Met) => boolean) => Number((met.filter(has).length / met.length).toFixed(4))
  const result = {
    bench: 'coverage',
    purchases: met.length,
    assumed: ASSUMED,
    post_purchase: share(({ postPurchase }) => postPurchase.length > 0),
    all_surfaces: share((one) => one.postPurchase.length + one.thankYou.length + one.orderStatus.length > 0),
    expected_post_purchase: Number(EXPECTED_POST_PURCHASE.toFixed(4)),
    expected_all_surfaces: 1,
    twice: met.filter(isTwice).length,
    late: late.answers,
    ...(plant ? { planted: 1 } : {}),
  }
  const asExpected =
    Math.abs(result.post_purchase - EXPECTED_POST_PURCHASE) <= POINT &&
    Math.abs(result.all_surfaces - result.expected_all_surfaces) <= POINT
  process.exitCode = plant ? Number(result.twice === 0) : Number(!asExpected || result.twice > 0)
  console.log(JSON.stringify(result))
} finally {
  await stack.stop()
}
