import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveThroughThePast } from '../../bin/past.mjs'
import { startStack, type Stack } from '../support/stack.ts'
import { control, query, settled } from './people.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ name: 'past', env: { SIMULATOR_BEGINS_DAYS_AGO: '22' } })
})
afterAll(() => stack.stop())

test('the first start begins in the past, sells until today, and Encore has counted what was sold', async () => {
  const port = Number(new URL(stack.simulatorUrl).port)
  await liveThroughThePast({ databases: stack.databases, port, told: new Promise(() => {}) })
  expect((await control<{ offsetMs: number }>(stack, 'clock')).offsetMs).toBe(0)
  await settled(stack)
  const [seen] = await query<{ decided: number; days: number; orders: number }>(
    stack.databases.app,
    `select count(*)::int as decided, count(distinct decided_at::date)::int as days,
       (select count(distinct order_id)::int from earning) as orders from placement`,
  )
  const [truth] = await query<{ orders: number }>(
    stack.databases.simulator,
    `select count(*)::int as orders from document where kind = 'order' and doc::jsonb @? '$.lines[*] ? (@.addedByEdit == true)'
       or kind = 'order' and doc::jsonb @? '$.attributes[*] ? (@.key == "_encore")'`,
  )
  expect(seen?.days).toBeGreaterThan(2)
  expect(seen?.decided).toBeGreaterThan(seen?.orders ?? 0)
  expect(truth?.orders).toBeGreaterThan(0)
  expect(seen?.orders).toBe(truth?.orders)
  const [reviews] = await query<{ asked: number; written: number; rewarded: number }>(
    stack.databases.app,
    `select (select count(*)::int from review_request where state = 'sent') as asked, (select count(*)::int from review) as written,
       (select count(*)::int from reward where code is not null) as rewarded`,
  )
  const sides = await query<{ seen: number }>(
    stack.databases.app,
    `select count(*)::int as seen from placement p join experiment x on x.shop = p.shop and p.offer_id in (x.original_id, x.challenger_id)
     group by p.offer_id`,
  )
  expect(sides).toHaveLength(2)
  expect(reviews?.asked).toBeGreaterThan(0)
  expect(reviews?.written).toBeGreaterThan(0)
  expect(reviews?.rewarded).toBe(reviews?.written)
}, 300_000)
