import { setTimeout as pause } from 'node:timers/promises'
import { pool } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { textArray } from '#app/platform/text-array.server.ts'
import type { Skipped } from '#app/offers/decide.ts'

/** One decision as it is kept. */
export interface PlacementRow {
  shop: string
  id: string
  surface: string
  referenceId: string
  customerId: string | null
  currency: string | null
  offerId: string | null
  offerVersion: number | null
  snapshotId: string
  facts: string // JSON of `storedFacts`: one text that waits is less to collect than all its parts
  skipped: readonly Skipped[]
  because: string | null
  fallback: boolean
  reconstructed: boolean
  decidedAt: Date
}

const MOST_WAITING = 20_000
const MOST_AT_ONCE = 500
const GATHER_MS = 10
const TRIES = 4
const PAUSE_MS = 500

// What was written from the facts afterwards gives way to what was decided at the time, should that still arrive.
const SQL = `
insert into placement as p (shop, id, surface, reference_id, customer_id, currency, offer_id, offer_version, snapshot_id, facts, skipped, because, fallback, reconstructed, decided_at)
select shop, id, surface, reference_id, customer_id, currency, offer_id, offer_version::int, snapshot_id, facts::json, skipped::json, because,
  fallback::bool, reconstructed::bool, decided_at::timestamptz
from unnest(${Array.from({ length: 15 }, (_, n) => `$${n + 1}::text[]`).join()})
  as d (shop, id, surface, reference_id, customer_id, currency, offer_id, offer_version, snapshot_id, facts, skipped, because, fallback, reconstructed, decided_at)
on conflict (shop, id) do update set offer_id = excluded.offer_id, offer_version = excluded.offer_version, snapshot_id = excluded.snapshot_id,
  facts = excluded.facts, skipped = excluded.skipped, because = excluded.because, fallback = excluded.fallback,
  reconstructed = excluded.reconstructed, decided_at = excluded.decided_at
where p.reconstructed and not excluded.reconstructed`

/** Counted for the bench: how many statements so many placements needed. */
export const written = { rows: 0, statements: 0 }

export async function writePlacements(rows: readonly PlacementRow[]): Promise<void> {
  written.rows += rows.length
  written.statements += 1
  await pool.query({ name: 'surface-placements', text: SQL, values: COLUMNS.map((textOf) => textArray(rows.map(textOf))) })
}

const COLUMNS: readonly ((row: PlacementRow) => string | null)[] = [
  (row) => row.shop,
  (row) => row.id,
  (row) => row.surface,
  (row) => row.referenceId,
  (row) => row.customerId,
  (row) => row.currency,
  (row) => row.offerId,
  (row) => (row.offerVersion === null ? null : String(row.offerVersion)),
  (row) => row.snapshotId,
  (row) => row.facts,
  (row) => (row.skipped.length === 0 ? '[]' : JSON.stringify(row.skipped)),
  (row) => row.because,
  (row) => String(row.fallback),
  (row) => String(row.reconstructed),
  (row) => row.decidedAt.toISOString(),
]

// Also the queue: in the order in which the decisions were made, one for a purchase.
const waiting = new Map<string, PlacementRow>()
let writing: Promise<void> | undefined

/** Writes soon, together with others, after the shopper was answered. What the database will not take for seconds is given up and logged. */
export function keepPlacement(row: PlacementRow): void {
  if (waiting.has(row.id)) return
  if (waiting.size >= MOST_WAITING) return log.error({ shop: row.shop, placement: row.id }, 'too many placements wait for the database')
  waiting.set(row.id, row)
  writing ??= writeAll().finally(() => (writing = undefined))
}

async function writeAll(): Promise<void> {
  while (waiting.size > 0) {
    await pause(GATHER_MS)
    const rows = [...waiting.values()].slice(0, MOST_AT_ONCE)
    await persist(rows)
    for (const { id } of rows) waiting.delete(id)
  }
}

async function persist(rows: readonly PlacementRow[]): Promise<void> {
  for (let tried = 1; ; tried += 1)
    try {
      return await writePlacements(rows)
    } catch (error) {
      if (tried === TRIES) return log.error({ err: error, placements: rows.map(({ id }) => id) }, 'placements could not be stored')
      await pause(PAUSE_MS * tried)
    }
}

/** A decision that was answered a moment ago and may not be stored yet. */
export const waitingPlacement = (id: string): PlacementRow | undefined => waiting.get(id)

export async function placementStored(id: string): Promise<void> {
  while (waiting.has(id)) await writing
}

/** Before the process ends, or before a test looks. */
export async function placementsStored(): Promise<void> {
  while (waiting.size > 0) await writing
}
