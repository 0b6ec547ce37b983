import { pool } from '../platform/db.server.ts'
import { money, type Money } from '../values/money.ts'

export interface ListedOrder {
  id: string
  name: string
  placedAt: Date
  total: Money
  financialStatus: string | null
  cancelled: boolean
  test: boolean // of a payment provider in test mode
  checkoutToken: string | null
  sourceName: string | null // the channel: web, pos
}
export interface OrderPage {
  orders: ListedOrder[]
  newer: string | null // a cursor for `before`
  older: string | null // a cursor for `after`
}
export interface Wanted {
  limit: number
  query?: string // the beginning of the order's name, with or without its #
  after?: string | null
  before?: string | null
}

interface Row extends Omit<ListedOrder, 'total'> {
  amount: number
  currency: string
}

const COLUMNS = `id, name, processed_at as "placedAt", total as amount, currency, financial_status as "financialStatus", cancelled_at is not null as cancelled, test, checkout_token as "checkoutToken", source_name as "sourceName"`

/** Newest first. */
export async function listOrders(shop: string, { limit, query = '', after, before }: Wanted): Promise<OrderPage> {
  const [at, id] = cursorOf(before ?? after ?? null)
  const backwards = Boolean(before && at)
  const side = at ? `and (processed_at, id) ${backwards ? '>' : '<'} ($4::timestamptz, $5)` : 'and $4::text is null and $5::text is null'
  const direction = backwards ? 'asc' : 'desc'
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from "order" where shop = $1 and ($2 = '' or starts_with(name, $2) or starts_with(name, '#' || $2)) ${side}
     order by processed_at ${direction}, id ${direction} limit $3`,
    [shop, query.trim(), limit + 1, at, id],
  )
  const more = rows.length > limit
  const shown = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit)
  const orders = shown.map(({ amount, currency, ...order }) => ({ ...order, total: money(amount, currency) }))
  const [first, last] = [orders[0], orders.at(-1)]
  const newer = backwards ? more : Boolean(at)
  const older = backwards ? true : more
  return { orders, newer: newer && first ? cursor(first) : null, older: older && last ? cursor(last) : null }
}

const cursor = ({ placedAt, id }: ListedOrder): string => `${placedAt.toISOString()}_${id}`

/** A cursor that is none means from the start: it may come from an edited address. */
function cursorOf(text: string | null): [string, string] | [null, null] {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_(\d+)$/.exec(text ?? '') ?? []
  return at && id && !Number.isNaN(Date.parse(at)) ? [at, id] : [null, null]
}

export interface OrderRead extends ListedOrder {
  lines: { id: string; productId: string | null; variantId: string | null; title: string; quantity: number; currentQuantity: number }[]
}

export async function readOrder(shop: string, id: string): Promise<OrderRead | null> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from "order" where shop = $1 and id = $2`, [shop, id])
  const [row] = rows
  if (!row) return null
  const { amount, currency, ...order } = row
  const lines = await pool.query<OrderRead['lines'][number]>(
    `select id, product_id as "productId", variant_id as "variantId", title, quantity, current_quantity as "currentQuantity"
     from order_line where shop = $1 and order_id = $2 order by id`,
    [shop, id],
  )
  return { ...order, total: money(amount, currency), lines: lines.rows }
}
