import { now } from '../platform/clock.server.ts'
import { db, pool, transact } from '../platform/db.server.ts'
import type { Tx } from '../platform/db.server.ts'
import type { Delivered } from '../platform/deliveries.server.ts'
import { dropJobs } from '../platform/jobs.server.ts'
import { onePage } from '../platform/one-page.server.ts'
import { beginForgetting } from '../platform/shopify/forgetting.server.ts'
import type { PersonalRecords } from '../platform/shopify/personal.ts'
import { readCustomerRequest } from './privacy.ts'

/** What each domain holds about a shopper: `wiring.server.ts` hands it in. */
export type Holders = Readonly<Record<string, PersonalRecords>>

type Report = Record<string, unknown>

/** `customers/data_request`: what we hold is put where the merchant can download it and hand it on. */
export const reportCustomer = (holders: Holders) => async (delivery: Delivered) => {
  const person = readCustomerRequest(delivery.shop, delivery.body)
  await transact(async (tx) => {
    const report: Report = {}
    for (const [name, holder] of Object.entries(holders)) report[name] = await holder.collect(tx, person)
    await record(tx, delivery, person.customerId, report)
  })
}

/** `customers/redact`: the shopper's rows go, orders stay as numbers without a person. */
export const redactCustomer = (holders: Holders) => async (delivery: Delivered) => {
  const person = readCustomerRequest(delivery.shop, delivery.body)
  await transact(async (tx) => {
    await beginForgetting(tx, person.shop)
    const report: Report = {}
    // The catalog last: the others find what is hers through her orders.
    for (const [name, holder] of Object.entries(holders).toReversed()) report[name] = await holder.redact(tx, person)
    // An earlier report for the same shopper holds what is being deleted here.
    await tx.privacyRequest.updateMany({ where: { shop: person.shop, customerId: person.customerId }, data: { report: {} } })
    await record(tx, delivery, null, report)
  })
}

/** `shop/redact`: every row of the shop in every table; only the proof that it was done stays. */
export async function redactShop(delivery: Delivered): Promise<void> {
  const { shop } = delivery
  const known = await db.shop.findUnique({ where: { shop } })
  if (known && known.state !== 'uninstalled') {
    return transact((tx) => record(tx, delivery, null, { kept: 'the merchant has installed Encore again' }))
  }
  const tables = await shopTables()
  await transact(async (tx) => {
    const report: Report = {}
    await dropJobs(tx, shop)
    for (const table of tables) report[table] = await tx.$executeRawUnsafe(`delete from "${table}" where shop = $1`, shop)
    await record(tx, delivery, null, report)
  })
}

/** Read from the database itself: a table added tomorrow must not be forgotten. */
export async function shopTables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = current_schema() and table_type = 'BASE TABLE' and column_name = 'shop' order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function record(
  tx: Tx,
  { shop, id, topic, triggeredAt, receivedAt }: Delivered,
  customerId: string | null,
  report: Report,
): Promise<void> {
  const done = { topic, customerId, requestedAt: triggeredAt ?? receivedAt, doneAt: now(), report: report as object }
  await tx.privacyRequest.upsert({ where: { shop_id: { shop, id } }, create: { shop, id, ...done }, update: done })
}

/** The latest first. */
export const listPrivacyRequests = (shop: string, page: number) =>
  onePage(page, (part) =>
    db.privacyRequest.findMany({ where: { shop }, orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }], omit: { report: true }, ...part }),
  )

export const readPrivacyRequest = (shop: string, id: string) => db.privacyRequest.findUnique({ where: { shop_id: { shop, id } } })
