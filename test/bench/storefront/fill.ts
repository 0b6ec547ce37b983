import type { Page } from 'playwright-core'
import type { SimProduct } from '../../simulator/model.ts'
import { control, domain, openEncore, query } from '../../journeys/people.ts'
import type { Stack } from '../../support/stack.ts'

const BLOCKS = [
  ['product-stars', 'title'],
  ['product-reviews', 'product-end'],
  ['card-stars', 'card'],
]

const PATIENCE_MS = 120_000

/** Asks again until it is so; the journeys' own way of waiting works under vitest only. */
async function until(fact: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await fact())) {
    if (performance.now() > deadline) throw new Error('It did not come to pass')
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

export async function install(stack: Stack, page: Page, shop: string): Promise<void> {
  await openEncore(stack, page, { shop })
  await until(async () => {
    const rows = await query(stack.databases.app, `select kind from sync where state = 'done' and run = 'first' and shop = $1`, [
      domain(shop),
    ])
    return rows.length === 4
  })
}

export async function settled(stack: Stack): Promise<void> {
  await until(async () => (await control<{ webhooks: number }>(stack, 'pending')).webhooks === 0)
  await until(async () => {
    const left = await query(
      stack.databases.app,
      `select id from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now() + interval '1 minute'`,
    )
    return left.length === 0
  })
}

export async function productsOf(stack: Stack, shop: string, count: number): Promise<SimProduct[]> {
  const rows = await query<{ doc: SimProduct }>(
    stack.databases.simulator,
    `select doc from document where shop = $1 and kind = 'product' and doc->>'status' = 'ACTIVE' and doc->>'publishedAt' is not null order by id limit $2`,
    [domain(shop), count],
  )
  return rows.map(({ doc }) => doc)
}

/** Reviews as the form leaves them, told to the theme by the app's own jobs. */
export async function fillReviews(stack: Stack, shop: string, productId: string, count: number): Promise<void> {
  const { app } = stack.databases
  await query(
    app,
    `insert into review (shop, id, product_id, source, source_id, rating, title, body, author, language, verified, incentive, state, submitted_at, published_at, updated_at)
     select $1, 'b' || $2 || '-' || n, $2, 'form', 'b' || $2 || '-' || n, n % 5 + 1, 'Title ' || n, repeat('Some words of a shopper, as long as most are. ', 4), 'Shopper ' || n,
            'en', n % 2 = 0, case when n % 3 = 0 then '10% off' end, 'published', now() - n * interval '1 hour', now(), now()
     from generate_series(1, $3::int) n`,
    [domain(shop), productId, count],
  )
  const payload = { shop: domain(shop), event: 'review.changed', payload: { shop: domain(shop), reviewId: 'b', productId } }
  await query(app, `select graphile_worker.add_job('announce-event', $1::json)`, [JSON.stringify(payload)])
  await settled(stack)
}

/** What the theme editor keeps. */
export async function placeBlocks(stack: Stack, shop: string, what: 'place' | 'remove'): Promise<void> {
  const placed = what === 'remove' ? [] : BLOCKS.map(([block, place]) => ({ block, place }))
  await query(
    stack.databases.simulator,
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [`theme:${domain(shop)}`, JSON.stringify(placed)],
  )
}
