import { keyed } from '#app/platform/db.server.ts'
import { gather } from '#app/platform/gather.server.ts'

/** What one decision asks the database. */
export interface Question {
  shop: string
  customerId: string | null
  referenceId: string
  placementId: string
}

/** What the database knows of one purchase at this moment. */
export interface Known {
  installed: boolean
  snapshotVersion: number
  customer: { counter: number; countedAt: number } | null // null: not in our mirror
  orders: number // of the customer, in our mirror, without this purchase; counted up to MANY
  hasThisOrder: boolean
  stored: { offerId: string | null; version: number | null; fallback: boolean } | null // the placement, if it was decided before
}

const MANY = 100
const QUERY_TIMEOUT_MS = 2_000
const USELESS_AFTER_MS = 280 // A decision is given up at 300: whatever hangs must not hold up those who come next.

const NAME = 'surface-known'
// One statement for every purchase that waits: a round trip costs more than a few more index look-ups. One value comes back, because
// a row costs the driver more than its share of JSON.parse.
const SQL = `
select json_agg(json_build_array(s.state <> 'uninstalled', s.snapshot_version,
  c.order_count, (extract(epoch from c.summary_at) * 1000)::int8,
  o.earlier, o.this,
  p.id is not null, p.offer_id, p.offer_version, p.fallback) order by q.n) as known
from json_to_recordset($1::json) as q(n int, shop text, customer_id text, reference_id text, placement_id text)
left join lateral (select * from shop s where s.shop = q.shop limit 1) s on true
left join lateral (select * from customer c where c.shop = q.shop and c.id = q.customer_id and c.deleted_at is null limit 1) c on true
left join lateral (select * from placement p where p.shop = q.shop and p.id = q.placement_id limit 1) p on true
left join lateral (
  select count(*) filter (where o.checkout_token is distinct from q.reference_id) as earlier,
    count(*) filter (where o.checkout_token = q.reference_id) as this
  from (select checkout_token from "order" o where o.shop = q.shop and o.customer_id = q.customer_id limit ${MANY}) o
) o on true`

type Row = [
  boolean | null,
  number | null,
  number | null,
  number | null,
  number,
  number,
  boolean,
  string | null,
  number | null,
  boolean | null,
]

const AT_ONCE = 2

/** Before the first shopper comes: the connections that decisions ask over are open and know the statement. */
export async function openKnown(): Promise<void> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => keyed.connect()))
  await Promise.all(clients.map((client) => client.query({ name: NAME, text: SQL, values: ['[]'] }).finally(() => client.release())))
}

/** Counted for the bench: how many statements so many decisions needed. */
export const asked = { questions: 0, statements: 0 }

export async function readKnown(questions: readonly Question[], timeout = QUERY_TIMEOUT_MS): Promise<Known[]> {
  asked.questions += questions.length
  asked.statements += 1
  const values = [JSON.stringify(questions.map(inColumns))]
  const query = { name: NAME, text: SQL, values, query_timeout: timeout }
  const { rows } = await keyed.query<{ known: Row[] | null }>(query)
  return (rows[0]?.known ?? []).map(knownOf)
}

const inColumns = ({ shop, customerId, referenceId, placementId }: Question, n: number) => ({
  n,
  shop,
  customer_id: customerId,
  reference_id: referenceId,
  placement_id: placementId,
})

const knownOf = ([installed, version, counter, countedAt, orders, these, isStored, offerId, offerVersion, fallback]: Row): Known => ({
  installed: installed === true,
  snapshotVersion: version ?? 0,
  customer: counter === null || countedAt === null ? null : { counter, countedAt },
  orders,
  hasThisOrder: these > 0,
  stored: isStored ? { offerId, version: offerVersion, fallback: fallback === true } : null,
})

interface Asked {
  question: Question
  known?: Known
}

const ask = gather<Asked>(
  async (batch) => {
    const known = await readKnown(
      batch.map(({ question }) => question),
      USELESS_AFTER_MS,
    )
    batch.forEach((each, index) => (each.known = known[index]!))
  },
  { most: 200, within: 1, atOnce: AT_ONCE },
)

/** For what may take its time, and must not fail because others do. */
export const askAlone = async (question: Question): Promise<Known> => (await readKnown([question]))[0]!

/** The same for one purchase, sharing its statement with all that wait at this moment. */
export async function askKnown(question: Question): Promise<Known> {
  const asked: Asked = { question }
  await ask(asked)
  return asked.known!
}
