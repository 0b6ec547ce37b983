import { afterAll, beforeAll, expect, test } from 'vitest'
import { Rules } from '#app/offers/rules/rules.ts'
import { openShop, SHOP, stage, type Stage } from '../stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surface_match')
  await openShop(on, { products: [{ id: 1 }, { id: 2 }] })
})
afterAll(() => on.close())

const NOW = new Date('2026-11-22T12:00:00Z')

test('the orders of the last thirty days are counted page by page, and a count can go on where it stopped', async () => {
  const { countMatches, matchBy, PAGE } = await import('#app/surfaces/decide/match.server.ts')
  const past = await import('#app/catalog/past-orders.server.ts')
  matchBy({ ...on.reads, ...past })
  await on.pool.query(
    `insert into "order" (shop, id, name, customer_id, currency, presentment_currency, total, original_total, gateways, discount_codes, country, processed_at, updated_at)
     select $1, n, '#' || n, 1 + n % 3, 'EUR', 'EUR', 1000, 1000, '{}', '{}', case when n % 2 = 0 then 'DE' else 'FR' end,
       $2::timestamptz - n * interval '1 second', now() from generate_series(1, $3::int) n`,
    [SHOP, NOW, PAGE + 10],
  )
  await on.pool.query(`update "order" set processed_at = $2::timestamptz - interval '31 days' where shop = $1 and id = '1'`, [SHOP, NOW])
  const german = Rules.parse({ kind: 'all', rules: [{ kind: 'country', countries: ['DE'] }] })
  const first = await countMatches(SHOP, german, null, NOW)
  expect(first).toMatchObject({ orders: PAGE, total: PAGE + 9, matched: PAGE / 2 })
  const rest = await countMatches(SHOP, german, first.cursor, NOW)
  expect(rest).toEqual({ orders: 9, total: PAGE + 9, matched: 5, cursor: null })
})
