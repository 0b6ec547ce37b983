import { now } from '#app/platform/clock.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { formatMoney } from '#app/values/money.ts'
import { DAYS, later, sayTime } from '#app/values/time.ts'
import type { Tally } from './figures.ts'
import type { FollowUpRow, ListedFollowUps } from './follow-ups-listed.ts'
import { reads } from './reads.server.ts'
import type { AutomationKind } from './settings.ts'

const LAST_DAYS = 30
const PAGE = 25

const COUNTS = `select state, because, count(*)::int as count, count(visited_at)::int as followed from follow_up
  where shop = $1 and automation = $2 and send_at > $3 group by 1, 2`
const SALES = `select count(*)::int as sales, coalesce(sum(revenue), 0)::int8 as revenue from follow_up_sale
  where shop = $1 and automation = $2 and at > $3`

export async function readTally(shop: string, kind: AutomationKind): Promise<Tally> {
  const values = [shop, kind, later(now(), -LAST_DAYS * DAYS)]
  const [counts, sold] = await Promise.all([
    pool.query<{ state: string; because: string | null; count: number; followed: number }>(COUNTS, values),
    pool.query<{ sales: number; revenue: number }>(SALES, values),
  ])
  const of = (state: string) => counts.rows.filter((row) => row.state === state)
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)
  return {
    planned: sum(of('planned')),
    sent: sum(of('sent')),
    skipped: Object.fromEntries(of('skipped').map(({ because, count }) => [because ?? 'failed', count])),
    followed: of('sent').reduce((total, { followed }) => total + followed, 0),
    sales: sold.rows[0]?.sales ?? 0,
    revenue: sold.rows[0]?.revenue ?? 0,
  }
}

const LIST = `
  select order_id from follow_up
  where shop = $1 and automation = $2 and ($3 = 'all' or state = $3)
    and ($4 = '' or order_id in (select id from "order" where shop = $1 and (name in ($4, '#' || $4) or lower(email) = lower($4))))
  order by coalesce(sent_at, send_at) desc, order_id limit ${PAGE + 1} offset $5`

/** One page of what one automation sent and will send, the latest first, with what became of each. */
export async function listFollowUps(
  shop: string,
  kind: AutomationKind,
  { shown, search, page }: ListedFollowUps,
): Promise<{ followUps: FollowUpRow[]; more: boolean }> {
  const { rows } = await pool.query<{ order_id: string }>(LIST, [shop, kind, shown, search, (page - 1) * PAGE])
  const followUps = await readFollowUps(
    shop,
    kind,
    rows.slice(0, PAGE).map((row) => row.order_id),
  )
  return { followUps, more: rows.length > PAGE }
}

async function readFollowUps(shop: string, kind: AutomationKind, ids: string[]): Promise<FollowUpRow[]> {
  const found = await db.followUp.findMany({ where: { shop, automation: kind, orderId: { in: ids } } })
  const rows = ids.flatMap((id) => found.find(({ orderId }) => orderId === id) ?? [])
  const [known, orders, sales] = await Promise.all([
    reads().readShop(shop),
    reads().readOrders(shop, ids),
    db.followUpSale.findMany({ where: { shop, automation: kind, firstOrderId: { in: ids } } }),
  ])
  const names = new Map(orders.map(({ orderId, name }) => [orderId, name]))
  return rows.map(({ orderId, state, because, channel, sendAt, sentAt, visitedAt }) => {
    const sold = sales.find(({ firstOrderId }) => firstOrderId === orderId)
    const earned = (amount: bigint) => formatMoney({ amount: Number(amount), currency: known?.currency ?? 'USD' }, 'en')
    return {
      orderId,
      order: names.get(orderId) ?? orderId,
      state,
      because,
      channel,
      followed: visitedAt !== null,
      when: sayTime(sentAt ?? sendAt, known?.timeZone ?? 'UTC'),
      sale: sold ? { orderId: sold.orderId, earned: earned(sold.revenue) } : null,
    }
  })
}
