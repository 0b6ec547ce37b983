import { pool } from '#app/platform/db.server.ts'
import { gather } from '#app/platform/gather.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Skipped } from '#app/offers/decide.ts'

/** One decision as it is kept. */
export interface PlacementRow {
  shop: string
  id: string
  surface: string
  referenceId: string
  offerId: string | null
  offerVersion: number | null
  snapshotId: string
  facts: Facts
  skipped: readonly Skipped[]
  because: string | null
  fallback: boolean
  reconstructed: boolean
  decidedAt: Date
}

const MOST_WAITING = 20_000
const TRIES = 4
const PAUSE_MS = 500

// What was written from the facts afterwards gives way to what was decided at the time, should that still arrive.
const SQL = `
insert into placement as p (shop, id, surface, reference_id, offer_id, offer_version, snapshot_id, facts, skipped, because, fallback, reconstructed, decided_at)
select * from json_to_recordset($1::json) as r("shop" text, "id" text, "surface" text, "referenceId" text, "offerId" text, "offerVersion" int,
  "snapshotId" text, "facts" jsonb, "skipped" jsonb, "because" text, "fallback" bool, "reconstructed" bool, "decidedAt" timestamptz)
on conflict (shop, id) do update set offer_id = excluded.offer_id, offer_version = excluded.offer_version, snapshot_id = excluded.snapshot_id,
  facts = excluded.facts, skipped = excluded.skipped, because = excluded.because, fallback = excluded.fallback,
  reconstructed = excluded.reconstructed, decided_at = excluded.decided_at
where p.reconstructed and not excluded.reconstructed`

/** Counted for the bench: how many statements so many placements needed. */
export const written = { rows: 0, statements: 0 }

export async function writePlacements(rows: readonly PlacementRow[]): Promise<void> {
  written.rows += rows.length
  written.statements += 1
  await pool.query({ name: 'surface-placements', text: SQL, values: [JSON.stringify(rows)] })
}

const write = gather<PlacementRow>(async (rows) => writePlacements(onePerPurchase(rows)), { most: 500, within: 10, atOnce: 1 })

// One statement may not meet the same row twice; the first decision is the one that was answered.
const onePerPurchase = (rows: readonly PlacementRow[]): PlacementRow[] => [
  ...new Map(rows.toReversed().map((row) => [`${row.shop} ${row.id}`, row])).values(),
]

const waiting = new Map<string, { row: PlacementRow; done: Promise<void> }>()

/** Writes soon, together with others, after the shopper was answered. What the database will not take for seconds is given up and logged. */
export function keepPlacement(row: PlacementRow): void {
  if (waiting.has(row.id)) return
  if (waiting.size >= MOST_WAITING)
    return void log.error({ shop: row.shop, placement: row.id }, 'too many placements wait for the database')
  const done = persist(row).finally(() => waiting.delete(row.id))
  waiting.set(row.id, { row, done })
}

async function persist(row: PlacementRow): Promise<void> {
  for (let tried = 1; ; tried += 1)
    try {
      return await write(row)
    } catch (error) {
      if (tried === TRIES) return log.error({ err: error, shop: row.shop, placement: row.id }, 'a placement could not be stored')
      await new Promise((wake) => setTimeout(wake, PAUSE_MS * tried))
    }
}

/** A decision that was answered a moment ago and may not be stored yet. */
export const waitingPlacement = (id: string): PlacementRow | undefined => waiting.get(id)?.row

export const placementStored = async (id: string): Promise<void> => waiting.get(id)?.done

/** Before the process ends, or before a test looks. */
export async function placementsStored(): Promise<void> {
  while (waiting.size > 0) await Promise.all([...waiting.values()].map(({ done }) => done))
}
