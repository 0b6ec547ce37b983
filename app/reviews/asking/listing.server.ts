import { db, pool } from '#app/platform/db.server.ts'
import { sayTime } from '#app/values/time.ts'
import { reads } from './reads.server.ts'
import { readLeftOut } from './requests.server.ts'
import type { ListedRequests, RequestRow } from './requests-listed.ts'

const PAGE = 25

const LIST = `
  select id from review_request
  where shop = $1 and case $2 when 'all' then true when 'answered' then answered_at is not null else state = $2 and answered_at is null end
    and ($3 = '' or order_id in (select id from "order" where shop = $1 and (name in ($3, '#' || $3) or lower(email) = lower($3))))
  order by coalesce(answered_at, sent_at, send_at) desc, id limit ${PAGE + 1} offset $4`

/** One page of the requests, the latest first; who is to be asked in time to come stands before them. */
export async function listRequests(
  shop: string,
  { shown, search, page }: ListedRequests,
): Promise<{ requests: RequestRow[]; more: boolean }> {
  const { rows } = await pool.query<{ id: string }>(LIST, [shop, shown, search, (page - 1) * PAGE])
  const ids = rows.slice(0, PAGE).map(({ id }) => id)
  const found = new Map((await db.reviewRequest.findMany({ where: { shop, id: { in: ids } } })).map((request) => [request.id, request]))
  const listed = ids.flatMap((id) => found.get(id) ?? [])
  const [known, orders, ends, titles] = await Promise.all([
    reads().readShop(shop),
    reads().readOrders(
      shop,
      listed.map(({ orderId }) => orderId),
    ),
    readEnds(shop, ids),
    readTitles(shop, listed),
  ])
  const orderOf = new Map(orders.map((order) => [order.orderId, order]))
  const lacksAddress = (orderId: string) => orderOf.get(orderId)?.email === null
  const zone = known?.timeZone ?? 'UTC'
  const requests = listed.map(({ id, orderId, state, because, leftOut, channel, sendAt, sentAt, answeredAt }) => ({
    id,
    orderId,
    order: orderOf.get(orderId)?.name ?? orderId,
    state: answeredAt ? 'answered' : state,
    because: because ?? ends.get(id)?.because ?? (state === 'planned' && !answeredAt && lacksAddress(orderId) ? 'address-unknown' : null),
    leftOut: readLeftOut(leftOut).map((one) => ({ title: titles.get(one.productId) ?? one.productId, because: one.because })),
    arrived: ends.get(id)?.arrived ?? false,
    texted: channel === 'sms',
    when: sayTime(answeredAt ?? sentAt ?? sendAt, zone),
  }))
  return { requests, more: rows.length > PAGE }
}

const AWRY = new Set(['bounced', 'complained', 'failed'])

/** What the carriers told of what left: of each request, its latest message. */
async function readEnds(shop: string, ids: readonly string[]): Promise<Map<string, { because: string | null; arrived: boolean }>> {
  const keys = ids.flatMap((id) => [0, 1, 2].map((turn) => `request:${id}:${turn}`))
  const told = await db.message.findMany({
    where: { shop, key: { in: keys } },
    select: { key: true, state: true, because: true, arrivedAt: true },
    orderBy: { key: 'asc' },
  })
  return new Map(
    told.map(({ key, state, because, arrivedAt }) => [
      key.replace(/^request:(.*):\d$/, '$1'),
      { because: AWRY.has(state) ? (because ?? state) : null, arrived: arrivedAt !== null },
    ]),
  )
}

/** Of the products that some requests leave out. */
async function readTitles(shop: string, rows: readonly { leftOut: unknown }[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ leftOut }) => readLeftOut(leftOut).map(({ productId }) => productId))
  const goods = await reads().readGoods(shop, ids)
  return new Map(goods.map(({ id, title }) => [id, title]))
}
