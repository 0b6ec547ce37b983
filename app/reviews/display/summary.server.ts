import { transact } from '#app/platform/db.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'

/** Counts a product's published reviews anew, and has the theme told. All of them count, rewarded and imported ones too (R6). */
export const countReviews = ({ shop, productId }: { shop: string; productId: string }): Promise<void> =>
  transact(async (tx) => {
    // Who counts second must see what the first one's events were about: a count that was begun earlier must not be kept.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${shop} ${productId}`}, 27))::text`
    await count(tx, shop, productId)
    await tellTheme(tx, shop)
  })

const count = (tx: Tx, shop: string, productId: string) => tx.$executeRaw`
  insert into review_summary as held (shop, product_id, count, sum, stars, verified, incentivised, pictured)
  select ${shop}, ${productId}, count(*)::int, coalesce(sum(rating), 0)::int,
    array[count(*) filter (where rating = 1), count(*) filter (where rating = 2), count(*) filter (where rating = 3),
          count(*) filter (where rating = 4), count(*) filter (where rating = 5)]::int[],
    count(*) filter (where verified)::int, count(*) filter (where incentive is not null)::int,
    count(*) filter (where exists (select from review_media m where m.shop = r.shop and m.review_id = r.id and m.state = 'stored'))::int
  from review r where shop = ${shop} and product_id = ${productId} and state = 'published'
  on conflict (shop, product_id) do update set count = excluded.count, sum = excluded.sum, stars = excluded.stars,
    verified = excluded.verified, incentivised = excluded.incentivised, pictured = excluded.pictured, version = held.version + 1`

/** One job a shop: it goes on until no product's page is older than its reviews. */
export const tellTheme = (tx: Tx, shop: string): Promise<void> => enqueue(tx, 'show-reviews', { shop }, { queue: `show-reviews:${shop}` })

/** Every product's page follows. */
export async function showAnew(tx: Tx, shop: string): Promise<void> {
  await tx.$executeRaw`update review_summary set version = version + 1 where shop = ${shop}`
  await tellTheme(tx, shop)
}
