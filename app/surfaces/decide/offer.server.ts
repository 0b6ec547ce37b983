import type { OfferInForce } from '#app/offers/compile.ts'
import { decide } from '#app/offers/decide.ts'
import { storedFacts, type Facts } from '#app/offers/facts.ts'
import { hadEnoughOf } from '#app/offers/caps.ts'
import { fitFunnel, type Buyer } from '#app/offers/fit.ts'
import { openFunnel, type OpenFunnel } from '#app/offers/funnel.ts'
import { isMetOn } from '#app/offers/surface.ts'
import { now } from '#app/platform/clock.server.ts'
import { factsOf } from './facts-of.ts'
import { askAlone, askKnown, type Known } from './known.server.ts'
import { viewOffer } from '../offer-view.ts'
import { voiceOf, type Voice } from '../voice.ts'
import { greets } from '../wording/written.ts'
import { bestOf } from './best.ts'
import type { Surface } from '../placements/placement.ts'
import { placementId, signPlacement } from '../placements/placement.server.ts'
import { keepPlacement, waitingPlacement } from '../placements/placements.server.ts'
import type { Purchase } from './purchase.ts'
import type { Snapshot } from './snapshot.ts'
import type { Snapshots } from './snapshots.server.ts'
import { readOfferVersion } from './versions.server.ts'
import { languageOf } from '#app/values/languages.ts'

/** Everything a decision about a purchase rests on. */
export interface Ground {
  purchase: Purchase
  surface: Surface
  id: string // of the placement
  known: Known
  snapshot: Snapshot
  facts: Facts
}

/** The JSON of an `OfferAnswer`: its beginning is of this purchase, the rest are bytes that all who are offered the same share. */
export interface OfferJson {
  head: string
  rest: string | undefined // bytes of UTF-8, one to a character
}

export const NOTHING: OfferJson = { head: '{"show":false}', rest: undefined }

export async function groundOf(
  purchase: Purchase,
  snapshots: Snapshots,
  ask = askAlone,
  surface: Surface = 'post-purchase',
): Promise<Ground> {
  const { shop, customerId, referenceId } = purchase
  const id = placementId(shop, surface, referenceId)
  const about = { shop, customerId, referenceId, placementId: id }
  const held = snapshots.peek(shop, 0) ?? (await snapshots.atLeast(shop, 0))
  const first = await ask({ ...about, ...wanted(held, purchase) })
  const snapshot = snapshots.peek(shop, first.snapshotVersion) ?? (await snapshots.atLeast(shop, first.snapshotVersion))
  // An offer that was saved this very moment may ask for more than the one before it did.
  const known = asksMore(snapshot, held) ? await askAlone({ ...about, ...wanted(snapshot, purchase) }) : first
  return { purchase, surface, id, known, snapshot, facts: factsOf(purchase, known, snapshot, now()) }
}

/** Whether our mirror lacks a product need not be asked of one whose traits the snapshot holds. */
const wanted = ({ needs, named, marksOf }: Snapshot, { lines }: Purchase) => ({
  needs,
  products: named.traits.size > 0 ? lines.map(({ productId }) => productId).filter((id) => !marksOf.get(id)?.traits.length) : null,
})

const asksMore = (snapshot: Snapshot, held: Snapshot): boolean =>
  snapshot !== held &&
  ([...snapshot.needs].some((need) => !held.needs.has(need)) || (snapshot.named.traits.size > 0 && held.named.traits.size === 0))

export const buyerOf = ({ purchase, surface, known, facts, snapshot }: Omit<Ground, 'id'>): Buyer => ({
  surface,
  hadEnough: hadEnoughOf(snapshot.book.offers, known.accepted, now()),
  lines: facts.lines,
  hasSubscription: purchase.hasSubscription,
  bought: known.bought && new Set(known.bought.map(([productId]) => productId)),
})

/** The answer to ShouldRender. The same purchase gets the same placement however often it asks. */
export async function answerOffer(purchase: Purchase, snapshots: Snapshots): Promise<OfferJson> {
  const ground = await groundOf(purchase, snapshots, askKnown)
  if (!ground.known.installed) return NOTHING
  const before = storedBefore(ground)
  return before ? repeat(ground, before) : choose(ground)
}

interface Before {
  offerId: string | null
  version: number | null
  fallback: boolean
}

function storedBefore({ id, known }: Ground): Before | null {
  const waiting = waitingPlacement(id)
  return waiting ? { offerId: waiting.offerId, version: waiting.offerVersion, fallback: waiting.fallback } : known.stored
}

function choose(ground: Ground): OfferJson {
  const { purchase, id, snapshot, facts } = ground
  const decidedAt = now()
  const { offer, funnel, because, skipped } = decide(snapshot.book, facts, decidedAt, buyerOf(ground))
  const { shop, referenceId } = purchase
  keepPlacement({
    shop,
    id,
    surface: ground.surface,
    referenceId,
    customerId: purchase.customerId,
    currency: purchase.paidIn,
    offerId: offer?.id ?? null,
    offerVersion: offer?.version ?? null,
    snapshotId: snapshot.id,
    facts: JSON.stringify(storedFacts(facts)),
    skipped,
    because,
    fallback: false,
    reconstructed: false,
    decidedAt,
  })
  return offer ? show(ground, offer, funnel, { fallback: false, decidedAt }) : NOTHING
}

/** What was offered before is offered again, in the version that was shown, unless the merchant has stopped it or it has sold out. */
async function repeat(ground: Ground, { offerId, version, fallback }: Before): Promise<OfferJson> {
  const { snapshot, purchase, surface } = ground
  const running = snapshot.book.offers.find(({ id, definition }) => id === offerId && isMetOn(definition, surface))
  if (!running || version === null) return NOTHING
  const told = { fallback, decidedAt: now() }
  if (running.version === version) return show(ground, running, fitFunnel(running.funnel, buyerOf(ground)), told)
  const definition = await readOfferVersion(purchase.shop, running.id, version)
  if (!definition) return NOTHING
  const { shelf, stock } = snapshot
  const funnel = openFunnel(definition, { shelf, ranked: stock.ranked, use: stock.uses?.get(running.id) })
  return show(ground, { id: running.id, version }, fitFunnel(funnel, buyerOf(ground)), told)
}

/** `funnel`: as the snapshot holds it, of a running version. */
type Shown = Pick<OfferInForce, 'id' | 'version'> & { funnel?: OpenFunnel }

function show(
  { purchase, id, snapshot, known }: Ground,
  offer: Shown,
  funnel: OpenFunnel,
  told: { fallback: boolean; decidedAt: Date },
): OfferJson {
  const view = viewBytes(snapshot, offer, funnel, voiceOf(snapshot, purchase.locale, nameFor(funnel, known, purchase.locale)))
  if (!view) return NOTHING
  const placed = { id, offerId: offer.id, version: offer.version, snapshotId: snapshot.id, best: bestOf(funnel), ...told }
  return { head: `{"show":true,"placement":"${signPlacement(purchase, placed)}","offer":`, rest: view }
}

/** Only where the words greet her: every other view is anybody's. */
const nameFor = ({ steps }: OpenFunnel, { firstName }: Known, locale: string): string =>
  firstName && steps.some((step) => greets(step, languageOf(locale))) ? firstName.slice(0, LONGEST_NAME) : ''
const LONGEST_NAME = 40

// A view is the same for every shopper of one language who is offered the same things, as long as the snapshot is in force: most
// purchases leave an offer's own funnel as it is, and of the others many are alike.
const views = new WeakMap<Snapshot, Views>()
const MOST_VIEWS = 5_000

class Views {
  readonly #own = new Map<OpenFunnel, Map<string, string | null>>() // of an offer's own funnel, by language
  readonly #byWay = new Map<string, string | null>()

  /** `make` is called only where no view alike was made before. */
  of(offer: Shown, funnel: OpenFunnel, language: string, make: () => string | null): string | null {
    if (offer.funnel !== funnel) return kept(this.#byWay, `${offer.id} ${offer.version} ${language} ${wayThrough(funnel)}`, make)
    let own = this.#own.get(funnel)
    if (!own) this.#own.set(funnel, (own = new Map()))
    return kept(own, language, make)
  }
}

function kept(held: Map<string, string | null>, key: string, make: () => string | null): string | null {
  const before = held.get(key)
  if (before !== undefined) return before
  const view = make()
  if (held.size < MOST_VIEWS) held.set(key, view)
  return view
}

/** The view and the brace that ends the answer. */
function viewBytes(snapshot: Snapshot, offer: Shown, funnel: OpenFunnel, voice: Voice): string | null {
  const make = () => {
    const view = viewOffer(offer.id, funnel, snapshot.shelf, voice)
    return view && Buffer.from(`${JSON.stringify(view)}}`).toString('latin1')
  }
  if (voice.firstName) return make()
  let held = views.get(snapshot)
  if (!held) views.set(snapshot, (held = new Views()))
  return held.of(offer, funnel, voice.language, make)
}

/** All in which two purchases' funnels of one offer can differ. */
const wayThrough = ({ first, steps }: OpenFunnel): string =>
  [
    first?.id,
    ...steps.map(({ id, offered, onAccept, onDecline }) => [id, onAccept, onDecline, ...offered.map((one) => one.variantId)]),
  ].join()
