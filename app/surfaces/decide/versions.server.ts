import type { OfferInForce } from '#app/offers/compile.ts'
import { OfferDefinition } from '#app/offers/offer.ts'
import { pool } from '#app/platform/db.server.ts'

const MOST = 5_000
const held = new Map<string, OfferDefinition>()
const keyOf = (shop: string, offerId: string, version: number) => `${shop} ${offerId} ${version}`

interface Named {
  id: string
  version: number
}

/** Definitions of these versions, by offer id. A version never changes once written, so each is read and parsed once. */
export async function readDefinitions(shop: string, offers: readonly Named[]): Promise<Map<string, OfferDefinition>> {
  const missing = offers.filter(({ id, version }) => !held.has(keyOf(shop, id, version)))
  const read = missing.length > 0 ? await query(shop, missing) : new Map<string, OfferDefinition>()
  const found = offers.flatMap(({ id, version }) => {
    const key = keyOf(shop, id, version)
    const definition = read.get(key) ?? held.get(key)
    return definition ? [[id, definition] as const] : []
  })
  keep(read)
  return new Map(found)
}

export const readOfferVersion = async (shop: string, id: string, version: number): Promise<OfferDefinition | null> =>
  held.get(keyOf(shop, id, version)) ?? (await readDefinitions(shop, [{ id, version }])).get(id) ?? null

/** The offers that shoppers may see; the schedule is a matter of each decision. */
export async function activeOffers(shop: string): Promise<OfferInForce[]> {
  const { rows } = await pool.query<Named & { priority: number }>(
    `select id, version, priority from offer where shop = $1 and status = 'active' and archived_at is null`,
    [shop],
  )
  return withDefinitions(shop, rows)
}

/** Whether each of the shop's offers is as it was at that time. */
export async function areAsTheyWere(shop: string, at: Date): Promise<boolean> {
  const { rows } = await pool.query<{ same: boolean }>(
    'select not exists (select from offer where shop = $1 and updated_at > $2) as same',
    [shop, at],
  )
  return rows[0]?.same ?? false
}

export async function withDefinitions<Listed extends Named>(
  shop: string,
  offers: readonly Listed[],
): Promise<(Listed & { definition: OfferDefinition })[]> {
  const definitions = await readDefinitions(shop, offers)
  return offers.flatMap((offer) => {
    const definition = definitions.get(offer.id)
    return definition ? [{ ...offer, definition }] : []
  })
}

async function query(shop: string, offers: readonly Named[]): Promise<Map<string, OfferDefinition>> {
  const { rows } = await pool.query<{ offer_id: string; version: number; definition: unknown }>(
    `select v.offer_id, v.version, v.definition from offer_version v
     join unnest($2::text[], $3::int[]) as q(id, version) on v.offer_id = q.id and v.version = q.version where v.shop = $1`,
    [shop, offers.map(({ id }) => id), offers.map(({ version }) => version)],
  )
  return new Map(rows.map(({ offer_id, version, definition }) => [keyOf(shop, offer_id, version), OfferDefinition.parse(definition)]))
}

function keep(definitions: ReadonlyMap<string, OfferDefinition>): void {
  for (const [key, definition] of definitions) held.set(key, definition)
  for (const key of held.keys()) {
    if (held.size <= MOST) return
    held.delete(key)
  }
}
