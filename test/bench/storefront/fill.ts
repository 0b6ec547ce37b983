import type { Page } from 'playwright-core'
import type { SimProduct } from '../../simulator/model.ts'
import { domain, installEncore, query, settled } from '../../journeys/people.ts'
import type { Stack } from '../../support/stack.ts'

const BLOCKS = [
  ['product-stars', 'title'],
  ['product-reviews', 'product-end'],
  ['card-stars', 'card'],
]

export const install = (stack: Stack, page: Page, shop: string): Promise<void> => installEncore(stack, page, shop)

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

/** As the theme editor does it. */
export async function placeBlocks(stack: Stack, shop: string, what: 'place' | 'remove'): Promise<void> {
  for (const [block = '', place = ''] of BLOCKS) {
    const answer = await fetch(`${stack.adminUrl}/store/${shop}/themes/blocks`, {
      method: 'POST',
      body: new URLSearchParams({ block, place, do: what }),
    })
    if (!answer.ok) throw new Error(`The theme editor answered ${answer.status}`)
  }
}
