import { pool } from '#app/platform/db.server.ts'
import { writeCursor, type ListQuery } from './list-query.ts'
import type { Sort } from './settings.ts'
import type { ShownReview } from './shown.ts'

interface Row extends Omit<ShownReview, 'media'> {
  rank: number
  media: ShownReview['media'] | null
}

/** What each order puts first; within it the newer review stands first, but for `oldest`. */
const RANK: Record<Sort, string | null> = {
  newest: null,
  oldest: null,
  featured: 'r.featured::int',
  lowest: '-r.rating',
  highest: 'r.rating',
}

export interface ShownPage {
  reviews: ShownReview[]
  next: string | null
}

/** One page of a product's published reviews, cut by key and not by number. */
export async function readShown(shop: string, query: ListQuery, count: number): Promise<ShownPage> {
  const asked = conditions(shop, query)
  const rank = RANK[query.sort]
  const [order, beyond] = query.sort === 'oldest' ? ['asc', '>'] : ['desc', '<']
  const columns = [...(rank ? [rank] : []), 'r.submitted_at', 'r.id']
  if (query.after) {
    const values = [...(rank ? [query.after.rank] : []), query.after.submittedAt, query.after.id].map((value) => asked.given(value))
    asked.where.push(`(${columns.join(', ')}) ${beyond} (${values.join(', ')})`)
  }
  const { rows } = await pool.query<Row>(
    `select r.id, ${rank ?? '0'} as rank, r.rating, r.title, r.body, r.author, r.language, r.verified, r.incentive, r.source = 'import' as imported,
            r.text_edited_at is not null as edited, r.featured, r.recommends, r.answers, case when r.reply_public then r.reply end as reply,
            r.submitted_at as "submittedAt",
            (select json_agg(json_build_object('kind', m.kind, 'url', m.url) order by m.position)
             from review_media m where m.shop = r.shop and m.review_id = r.id and m.state = 'stored' and m.url is not null) as media
     from review r where ${asked.where.join(' and ')}
     order by ${columns.map((column) => `${column} ${order}`).join(', ')} limit ${asked.given(count + 1)}::int`,
    asked.values,
  )
  const reviews = rows.slice(0, count)
  const last = rows.length > count ? reviews.at(-1) : undefined
  return {
    reviews: reviews.map(({ rank: _, media, ...review }) => ({ ...review, media: media ?? [] })),
    next: last ? writeCursor({ rank: last.rank, submittedAt: last.submittedAt.toISOString(), id: last.id }) : null,
  }
}

/** How many there are of what was asked for. */
export async function countShown(shop: string, query: ListQuery): Promise<number> {
  const { where, values } = conditions(shop, query)
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from review r where ${where.join(' and ')}`, values)
  return rows[0]?.n ?? 0
}

function conditions(shop: string, { productId, stars, verified, photos, unpaid }: ListQuery) {
  const values: unknown[] = []
  const given = (value: unknown) => `$${values.push(value)}`
  const where = [`r.shop = ${given(shop)}`, `r.product_id = ${given(productId)}`, `r.state = 'published'`]
  if (stars !== null) where.push(`r.rating = ${given(stars)}::int`)
  if (verified) where.push('r.verified')
  if (photos) where.push(`exists (select from review_media m where m.shop = r.shop and m.review_id = r.id and m.state = 'stored')`)
  if (unpaid) where.push('r.incentive is null')
  return { where, values, given }
}
