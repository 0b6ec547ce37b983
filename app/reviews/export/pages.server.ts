import { pool } from '#app/platform/db.server.ts'
import type { Exported } from './columns.ts'

const AT_ONCE = 1_000

/** A review as it is exported, with what a feed needs besides. */
export interface KeptReview extends Exported {
  productTitle: string | null
  vendor: string
  skus: string[]
  barcodes: string[]
  requestId: string | null
}

const MEDIA = (kind: string) =>
  `array(select m.url from review_media m where m.shop = r.shop and m.review_id = r.id and m.kind = '${kind}' and m.state = 'stored' and m.url is not null order by m.position)`

/** Every review of the shop, a page at a time, with constant memory. */
export async function* readReviews(shop: string, { published = false } = {}): AsyncGenerator<KeptReview[]> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<KeptReview>(
      `select r.id, r.product_id as "productId", p.handle as "productHandle", p.title as "productTitle", coalesce(p.vendor, '') as vendor,
              array(select v.sku from variant v where v.shop = r.shop and v.product_id = r.product_id and v.sku <> '' order by v.position) as skus,
              array(select v.barcode from variant v where v.shop = r.shop and v.product_id = r.product_id and v.barcode <> '' order by v.position) as barcodes,
              r.rating, r.title, r.body, r.author, r.email, r.language, r.country, r.source, r.state, r.hidden_for as "hiddenFor", r.verified,
              r.incentive, r.featured, r.recommends, r.text_edited_at is not null as edited, r.request_id as "requestId", r.reply,
              r.replied_at as "repliedAt", r.submitted_at as "submittedAt", ${MEDIA('photo')} as photos, ${MEDIA('video')} as videos
       from review r left join product p on p.shop = r.shop and p.id = r.product_id
       where r.shop = $1 and r.id > $2 and (not $3 or r.state = 'published') order by r.id limit ${AT_ONCE}`,
      [shop, after, published],
    )
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?.id ?? after
  }
}
