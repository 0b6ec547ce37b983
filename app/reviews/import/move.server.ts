import { db, pool, transact } from '#app/platform/db.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { fetchPublic, isPublicAddress } from '#app/platform/fetch-public.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { ok, refuse } from '#app/values/outcome.ts'
import { later, MINUTES, SECONDS } from '#app/values/time.ts'
import { MOST_PHOTO_BYTES, MOST_VIDEO_BYTES } from '../collecting/limits.ts'
import { redrawPhoto } from '../media/photo.server.ts'
import { withoutPlace } from '../media/video.ts'

const AT_ONCE = 4
const TURN = 20 * SECONDS
// What Shopify has not taken yet lies in the database.
const MOST_WAITING = 40
const VIDEO_WEIGHS = 20 // photos

interface Medium {
  reviewId: string
  kind: 'photo' | 'video'
  id: string
  url: string
}

const OF_IMPORT = `from review_media m join review r on r.shop = m.shop and r.id = m.review_id
  where r.shop = $1 and r.import_id = $2 and m.state = 'stored'`
const UNTOUCHED = 'm.file_id is null and m.body is null and m.move_problem is null'

const WAITING = `select coalesce(sum(case m.kind when 'video' then ${VIDEO_WEIGHS} else 1 end), 0)::int as n ${OF_IMPORT} and m.body is not null`
const NEXT = `
  select m.review_id as "reviewId", m.id, m.kind, m.url ${OF_IMPORT} and ${UNTOUCHED}
  order by m.kind, m.review_id, m.position limit ${AT_ONCE}`

/** Job: fetches photos, then videos, from where the old app keeps them, a few at a time, and hands them to Shopify Files. Until then, and where it fails, they are shown from there. */
export async function moveMedia({ shop, importId }: { shop: string; importId: string }, isPublic = isPublicAddress): Promise<void> {
  const until = performance.now() + TURN
  for (;;) {
    const { rows: waiting } = await pool.query<{ n: number }>(WAITING, [shop, importId])
    if ((waiting[0]?.n ?? 0) >= MOST_WAITING || performance.now() > until) return goOn(shop, importId)
    const { rows } = await pool.query<Medium>(NEXT, [shop, importId])
    if (rows.length === 0) return
    // A video is as large as many photos: it comes alone.
    const next = rows[0]?.kind === 'video' ? rows.slice(0, 1) : rows.filter(({ kind }) => kind === 'photo')
    await Promise.all(next.map((medium) => moveOne(shop, medium, isPublic)))
  }
}

const goOn = (shop: string, importId: string): Promise<void> =>
  enqueue(db, 'move-media', { shop, importId }, { key: `move-media:${shop}:${importId}:on`, runAt: later(now(), 2 * SECONDS) })

async function moveOne(shop: string, { reviewId, id, kind, url }: Medium, isPublic: (address: string) => boolean): Promise<void> {
  const where = { shop, reviewId, id }
  const found = await (kind === 'video' ? fetchVideo(url, isPublic) : fetchPhoto(url, isPublic))
  if (!found.ok) return void (await db.reviewMedia.updateMany({ where, data: { moveProblem: found.because } }))
  const { bytes, width, height } = found.value
  await transact(async (tx) => {
    const { count } = await tx.reviewMedia.updateMany({ where, data: { body: Uint8Array.from(bytes), width, height, oldUrl: url } })
    if (count > 0) await enqueue(tx, 'store-media', { shop, reviewId, looks: 0 })
  })
}

/** Both are treated as what comes in by our own form: drawn anew, or without the place where it was taken. */
async function fetchPhoto(url: string, isPublic: (address: string) => boolean) {
  const fetched = await fetchPublic(url, { type: 'image/', bytes: MOST_PHOTO_BYTES, isPublic })
  return fetched.ok ? redrawPhoto(fetched.value) : fetched
}

async function fetchVideo(url: string, isPublic: (address: string) => boolean) {
  const fetched = await fetchPublic(url, { type: 'video/', bytes: MOST_VIDEO_BYTES, patience: 2 * MINUTES, isPublic })
  const cleaned = fetched.ok ? withoutPlace(fetched.value) : fetched
  if (cleaned.ok) return ok({ bytes: cleaned.value, width: null, height: null })
  return cleaned.because === 'other-type' || cleaned.because === 'too-large' ? refuse(`video-${cleaned.because}` as const) : cleaned
}

/** Those that failed too: what could not be reached may be there again. */
export async function moveAgain(shop: string, importId: string): Promise<void> {
  await transact(async (tx) => {
    await tx.$executeRaw`
      update review_media m set move_problem = null from review r
      where r.shop = ${shop} and r.import_id = ${importId} and m.shop = r.shop and m.review_id = r.id and m.move_problem is not null`
    await enqueue(tx, 'move-media', { shop, importId })
  })
}

export interface Moving {
  total: number
  moved: number
  failed: { reviewId: string; url: string; because: string }[]
  failures: number
}

const SHOWN = 50

/** How far it is, and what could not be fetched, with its reason. */
export async function readMoving(shop: string, importId: string): Promise<Moving> {
  const [{ rows: counts }, { rows: failed }] = await Promise.all([
    pool.query<{ total: number; moved: number; failures: number }>(
      `select count(*)::int as total, count(*) filter (where m.file_id is not null and m.body is null)::int as moved,
        count(m.move_problem)::int as failures ${OF_IMPORT}`,
      [shop, importId],
    ),
    pool.query<Moving['failed'][number]>(
      `select m.review_id as "reviewId", m.url, m.move_problem as because ${OF_IMPORT} and m.move_problem is not null
       order by m.review_id, m.position limit ${SHOWN}`,
      [shop, importId],
    ),
  ])
  return { ...(counts[0] ?? { total: 0, moved: 0, failures: 0 }), failed }
}
