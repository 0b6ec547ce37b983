import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { listen } from '#app/platform/notify.server.ts'
import type { Shelf } from '#app/offers/availability.ts'
import type { OfferInForce } from '#app/offers/compile.ts'
import type { Ranked } from '#app/offers/offered.ts'
import type { CatalogReads } from '../catalog-reads.ts'
import { surfaceSettings, wordingOverrides } from '../settings/settings.ts'
import { activeOffers } from './versions.server.ts'
import {
  assemble,
  collectionsNamed,
  listed,
  plansNamed,
  productsOffered,
  sourcesOf,
  traitsNamed,
  variantsOffered,
  type Snapshot,
} from './snapshot.ts'
import { readResponsesFor } from './responses.server.ts'
import { readUses } from '../accept/use.server.ts'

const MOST_SHOPS = 500
const SHOPS_AT_START = 50
const MOST_CANDIDATES = 120 // Of a best match; more than one shopper can have bought of it.

/** The snapshots of the shops that had a decision lately, each loaded once per version however many wait for it. */
export class Snapshots {
  readonly #reads: CatalogReads
  readonly #held = new Map<string, Snapshot>()
  readonly #loading = new Map<string, Promise<Snapshot>>()

  constructor(reads: CatalogReads) {
    this.#reads = reads
  }

  /** In memory and new enough, or undefined: the way without a promise, for the hot path. */
  peek(shop: string, version: number): Snapshot | undefined {
    const held = this.#held.get(shop)
    return held && held.version >= version ? held : undefined
  }

  /** At least this version: the one in memory if it is new enough, so that a lost NOTIFY costs a load and nothing else. */
  async atLeast(shop: string, version: number): Promise<Snapshot> {
    const held = this.peek(shop, version)
    if (held) return this.#touch(held)
    const loaded = await this.#load(shop)
    return loaded.version >= version ? loaded : this.#load(shop)
  }

  /** Loads the shops that lately had shoppers, and reads a changed one again before its next shopper comes. */
  async prepare(): Promise<void> {
    await listen('snapshot', (shop) => {
      if (this.#held.has(shop)) void this.#load(shop).catch(() => this.#held.delete(shop))
    })
    void this.#warm().catch((error: unknown) => log.warn({ err: error }, 'not every shop could be made ready'))
  }

  async #warm(): Promise<void> {
    for (const shop of await busyShops()) await this.#load(shop)
  }

  #load(shop: string): Promise<Snapshot> {
    const under = this.#loading.get(shop)
    if (under) return under
    const loading = loadSnapshot(shop, this.#reads)
      .then((snapshot) => this.#touch(snapshot))
      .finally(() => this.#loading.delete(shop))
    this.#loading.set(shop, loading)
    return loading
  }

  #touch(snapshot: Snapshot): Snapshot {
    this.#held.delete(snapshot.shop)
    this.#held.set(snapshot.shop, snapshot)
    const [oldest] = this.#held.keys()
    if (this.#held.size > MOST_SHOPS && oldest !== undefined) this.#held.delete(oldest)
    return snapshot
  }
}

/** Shops with an active offer, those with the latest decision first. */
async function busyShops(): Promise<string[]> {
  const rows = await db.$queryRaw<{ shop: string }[]>`
    select s.shop from shop s where s.state <> 'uninstalled' and exists (select from offer o where o.shop = s.shop and o.status = 'active')
    order by (select max(p.decided_at) from placement p where p.shop = s.shop) desc nulls last limit ${SHOPS_AT_START}`
  return rows.map(({ shop }) => shop)
}

export async function loadSnapshot(shop: string, reads: CatalogReads): Promise<Snapshot> {
  // The version is read first: what changes while the rest is read then shows as a newer version, never as an old one.
  const row = await db.shop.findUnique({
    where: { shop },
    select: { state: true, currency: true, timeZone: true, locale: true, country: true, settings: true, snapshotVersion: true },
  })
  const offers = await activeOffers(shop)
  const [{ shelf, ranked }, uses, responses, collections, traits, completeness, id] = await Promise.all([
    readShelf(shop, offers, reads),
    readUses(shop),
    readResponsesFor(shop, offers, reads),
    reads.readMembers(shop, collectionsNamed(offers)),
    reads.readTraits(shop, traitsNamed(offers)),
    reads.readCompleteness(shop),
    record(shop, offers),
  ])
  return assemble({
    shop,
    id,
    offers,
    collections,
    stock: { ranked, uses, responses },
    traits: traits.members,
    unread: traits.unread,
    ...completeness,
    version: row?.snapshotVersion ?? 0,
    installed: row != null && row.state !== 'uninstalled',
    currency: row?.currency ?? '',
    timeZone: row?.timeZone ?? 'UTC',
    locale: row?.locale ?? 'en',
    country: row?.country ?? '',
    fallbackOfferId: surfaceSettings(row?.settings).fallbackOfferId,
    overrides: wordingOverrides(row?.settings),
    shelf,
  })
}

/** What these offers can be sold from, and in which order best matches take it. */
export async function readShelf(
  shop: string,
  offers: readonly OfferInForce[],
  reads: CatalogReads,
): Promise<{ shelf: Shelf; ranked: Ranked }> {
  const ranked = await reads.readRanked(shop, sourcesOf(offers), now())
  const candidates = [...ranked.values()].flatMap((ids) => ids.slice(0, MOST_CANDIDATES))
  const products = [...new Set([...productsOffered(offers), ...candidates])]
  const [variants, plans] = await Promise.all([
    reads.readVariants(shop, variantsOffered(offers), products),
    reads.readPlans(shop, plansNamed(offers)),
  ])
  const stars = await reads.readStars(shop, [...new Set(variants.map(({ productId }) => productId))])
  const shelf = new Map(variants.map((one) => [one.variantId, { ...one, plans, stars: stars.get(one.productId) }]))
  return { ranked, shelf }
}

const recorded = new Map<string, string>()

/** Which offers decisions chose among from now on; the same set twice is one row. */
async function record(shop: string, offers: readonly OfferInForce[]): Promise<string> {
  const list = listed(offers)
  const id = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 22)
  // Most changes are of the catalog and leave the offers alone.
  if (recorded.get(shop) !== id) await db.snapshot.createMany({ data: [{ shop, id, offers: list }], skipDuplicates: true })
  if (recorded.size > 2 * MOST_SHOPS) recorded.clear()
  recorded.set(shop, id)
  return id
}
