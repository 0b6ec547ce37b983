import { pool } from '#app/platform/db.server.ts'
import { dayRange } from '#app/values/time.ts'
import type { Filters, Tab } from './filters.ts'
import type { Listed } from './queue-view.ts'

export const PAGE = 20

export interface ListedReview extends Listed {
  orderId: string | null
  language: string
}

export interface ReviewPage {
  reviews: ListedReview[]
  counts: Record<Tab, number>
  average: number | null
  pages: number
}

const COLUMNS = `r.id, r.product_id as "productId", r.order_id as "orderId", r.rating, r.title, r.body, r.author, r.language, r.verified,
  r.incentive, r.state, r.held_for as "heldFor", r.hidden_for as "hiddenFor", r.featured, r.reply, r.text_edited_at is not null as edited,
  r.submitted_at as "submittedAt", coalesce((select jsonb_agg(jsonb_build_object('kind', m.kind, 'url', m.url) order by m.position)
    from review_media m where m.shop = r.shop and m.review_id = r.id and m.state <> 'failed'), '[]') as media`

const MEDIA: Record<Exclude<Filters['media'], ''>, string> = {
  photo: `exists (select from review_media m where m.shop = r.shop and m.review_id = r.id and m.kind = 'photo')`,
  video: `exists (select from review_media m where m.shop = r.shop and m.review_id = r.id and m.kind = 'video')`,
  any: `exists (select from review_media m where m.shop = r.shop and m.review_id = r.id)`,
  none: `not exists (select from review_media m where m.shop = r.shop and m.review_id = r.id)`,
}

/** Newest first; those that wait longest first where they wait. */
export async function listReviews(shop: string, filters: Filters, timeZone: string): Promise<ReviewPage> {
  const { where, values } = conditions(shop, filters, timeZone)
  const direction = filters.tab === 'held' ? 'asc' : 'desc'
  const [listed, found, told] = await Promise.all([
    pool.query<ListedReview>(
      `select ${COLUMNS} from review r where ${where} order by r.submitted_at ${direction}, r.id limit ${PAGE} offset $${values.length + 1}`,
      [...values, (filters.page - 1) * PAGE],
    ),
    pool.query<{ n: number }>(`select count(*) as n from review r where ${where}`, values),
    pool.query<{ state: string; n: number; sum: number }>(
      'select state, count(*) as n, sum(rating) as sum from review where shop = $1 group by 1',
      [shop],
    ),
  ])
  return { reviews: listed.rows, ...figuresOf(told.rows), pages: Math.max(1, Math.ceil((found.rows[0]?.n ?? 0) / PAGE)) }
}

/** The average of what shoppers see: all that is published, whatever it says. */
function figuresOf(rows: readonly { state: string; n: number; sum: number }[]): Pick<ReviewPage, 'counts' | 'average'> {
  const count = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  const published = rows.find(({ state }) => state === 'published')
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  const counts = { held: count('held'), published: count('published'), hidden: count('hidden'), all }
  return { counts, average: published ? published.sum / published.n : null }
}

function conditions(shop: string, filters: Filters, timeZone: string): { where: string; values: unknown[] } {
  const { tab, rating, media, source, verified, rewarded, from, to, product, search } = filters
  const values: unknown[] = [shop]
  const where = ['r.shop = $1']
  const add = (text: (place: string) => string, value: unknown) => {
    values.push(value)
    where.push(text(`$${values.length}`))
  }
  if (tab !== 'all') add((place) => `r.state = ${place}`, tab)
  if (rating) add((place) => `r.rating = ${place}`, Number(rating))
  if (product) add((place) => `r.product_id = ${place}`, product)
  if (source) add((place) => `r.source = ${place}`, source)
  if (verified) add((place) => `r.verified = ${place}`, verified === 'yes')
  if (rewarded) where.push(`r.incentive is ${rewarded === 'yes' ? 'not null' : 'null'}`)
  if (from) add((place) => `r.submitted_at >= ${place}`, dayRange(from, from, timeZone).from)
  if (to) add((place) => `r.submitted_at < ${place}`, dayRange(to, to, timeZone).to)
  if (media) where.push(MEDIA[media])
  if (search) {
    const contains = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
    add((place) => `(r.title ilike ${place} or r.body ilike ${place} or r.author ilike ${place} or r.email ilike ${place})`, contains)
  }
  return { where: where.join(' and '), values }
}
