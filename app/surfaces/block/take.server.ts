import { randomUUID } from 'node:crypto'
import { whyNotRunning } from '#app/offers/decide.ts'
import { stepOf } from '#app/offers/funnel.ts'
import type { Step } from '#app/offers/step.ts'
import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { readShelf, whyNoneSold, whyNotSold, whyStopped } from '../accept/accept.server.ts'
import { reach } from '../accept/acceptance.ts'
import { offeredBy } from '../decide/best.ts'
import { discountOfAll, linesOf, type ChangesetLine } from '../accept/changeset.ts'
import { take, type Taken } from '../accept/choice.ts'
import { BLOCK_SURFACES, type Choice } from '../contract.ts'
import { holdPlacement } from '../placements/placed.server.ts'
import { openPlacement, placementId, type SignedPlacement } from '../placements/placement.server.ts'
import type { NoPlace } from '../placements/placement.ts'
import type { RefusalReason } from '../refusals.ts'
import { takeShare } from '../accept/use.server.ts'
import { readOfferVersion } from '../decide/versions.server.ts'
import { askAhead } from './ahead.server.ts'
import type { BlockSources } from './answer.server.ts'
import { cartLink } from './cart.server.ts'
import { prepareOfferCodes, takeOfferCodes } from './give-codes.server.ts'
import { groundOfBlock, type BlockGround } from './ground.server.ts'
import { languagesInTime } from './languages.server.ts'
import { permalink, REF_ATTRIBUTE } from './permalink.ts'
import type { Abroad } from './prices.ts'
import type { BlockReads } from './reads.ts'
import { isStillOpen, listTaken } from './taken.server.ts'
import { isTogether } from './together.ts'
import { codeExpiry, wantedCodes } from './wanted.server.ts'

export interface TakeRequest {
  placement: string
  stepId: string
  choice?: Choice[] | undefined
  locale: string
}

type Definition = NonNullable<Awaited<ReturnType<typeof readOfferVersion>>>
type Taking = Outcome<string, RefusalReason>
type Row = Awaited<ReturnType<typeof listTaken>>[number]

/** Whose purchase a placement is of, as far as a refusal may be noted under it. */
export function purchaseIn(token: string): { shop: string; referenceId: string } | null {
  const opened = openPlacement(token, new Date(0))
  return opened.ok ? { shop: opened.value.shop, referenceId: opened.value.referenceId } : null
}

/**
 * The address of a checkout with what she takes. Our signature says what she was offered and for which purchase; price, stock, limits and
 * whether the offer still stands are read again, and the row is there before a code is given out. Asked again, it is the same address.
 */
export async function takeStep(request: TakeRequest, sources: BlockSources): Promise<Taking> {
  const opened = openPlacement(request.placement, now())
  if (!opened.ok) return opened
  const { placement } = opened.value
  const ground = await takeGround(opened.value, request.locale, sources)
  if (!ground?.known.installed) return refuse('shop-not-installed')
  const led = await takePlaced(ground, placement, request, sources)
  return led.ok ? ok(led.value.url) : led
}

/** A checkout's address, and by which codes and which attribute the order that comes of it is known. */
export interface Led {
  url: string
  marks: string[]
}

/** The same where nobody has to prove what was offered. */
export async function takePlaced(
  ground: BlockGround,
  placement: SignedPlacement,
  request: Omit<TakeRequest, 'placement'>,
  sources: BlockSources,
): Promise<Outcome<Led, RefusalReason>> {
  const { abroad, told } = await askAhead(ground, placement, request, sources)
  const row = await transact((tx) => storeTaken(tx, ground, placement, { ...request, abroad }, told))
  return row.ok ? leadOn(ground, row.value, request.locale, sources) : row
}

/** What holds for the purchase of a placement now. Null: it is of no block's. */
export async function takeGround(
  { shop, referenceId, placement: { id } }: { shop: string; referenceId: string; placement: SignedPlacement },
  locale: string,
  sources: BlockSources,
): Promise<BlockGround | null> {
  const surface = BLOCK_SURFACES.find((one) => placementId(shop, one, referenceId) === id)
  const mirrored = surface && (await sources.reads.readMirrored(shop, referenceId))
  const order = mirrored && (await sources.reads.findPageOrder(shop, mirrored.orderId))
  return order ? groundOfBlock(shop, order, { surface, locale }, sources) : null
}

async function storeTaken(
  tx: Tx,
  ground: BlockGround,
  placement: SignedPlacement,
  request: Omit<TakeRequest, 'placement'> & { abroad: Abroad | null | 'late' },
  { reads }: BlockSources,
): Promise<Outcome<Row, RefusalReason>> {
  const { shop, referenceId } = ground.purchase
  // Two tabs of one purchase take turns, whichever pages they show.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`take:${shop}:${referenceId}`}, 0))::text`
  const before = await listTaken(tx, ground.purchase, ground.surface)
  const same = before.find(({ offerId, stepId }) => offerId === placement.offerId && stepId === request.stepId)
  if (same) return again(same, reads)
  const definition = await readOfferVersion(shop, placement.offerId, placement.version)
  const step = definition && stepOf(definition.steps, request.stepId)
  if (!definition) return refuse('offer-gone')
  if (!step) return refuse('unknown-step')
  const closed =
    (before.length > 0 ? whyNotNext(ground, before, placement, definition, step) : whyClosed(ground, placement.offerId)) ??
    (await whyStopped(tx, shop, placement.offerId))
  if (closed) return refuse(closed)
  const shelf = await readShelf(shop, step, request, placement, reads)
  const taken = take({ items: step.items, offered: offeredBy(step, placement.best) }, request.choice, shelf)
  if (!taken.ok) return taken
  const unsold = whyNotSold(step, taken.value, shelf, ground)
  if (unsold) return refuse(unsold)
  const { abroad } = request
  if (abroad === 'late') return refuse('price-not-told')
  const held = await holdPlacement(tx, ground, placement)
  if (!held.ok) return held
  const lines = linesOf(step, taken.value, shelf)
  return store(tx, ground, placement, { definition, step, lines, abroad, counts: before.length === 0 })
}

const WHY: Record<NoPlace, RefusalReason> = {
  'surface-off': 'offer-withdrawn',
  'order-cancelled': 'offer-withdrawn',
  'too-late': 'placement-expired',
  'page-after-payment-first': 'other-offer-shown',
  'three-shown': 'three-accepted',
  'has-seen-one': 'met-before',
  'has-taken-one': 'met-before',
}

function whyClosed({ place, snapshot }: BlockGround, offerId: string): RefusalReason | null {
  if (!place.may) return WHY[place.because]
  if (place.met.offers.has(offerId)) return 'met-before'
  const running = snapshot.book.offers.find(({ id }) => id === offerId)
  return running && whyNotRunning(running, now()) ? 'offer-withdrawn' : null
}

/** A second thing is one too many, but for the step after what she has bought. */
function whyNotNext(
  { place }: BlockGround,
  before: readonly Row[],
  { offerId }: SignedPlacement,
  definition: Definition,
  { id }: Step,
): RefusalReason | null {
  if (!place.may && place.because !== 'has-taken-one') return WHY[place.because]
  if (before.some((row) => row.offerId !== offerId || row.orderedIn === null)) return 'other-offer-shown'
  const reached = reach(definition, id, new Set(before.map(({ stepId }) => stepId)))
  return reached.ok ? null : reached.because
}

/** What she took before leads to the same checkout, as long as the shop sells it. */
async function again(before: Row, reads: BlockReads): Promise<Outcome<Row, RefusalReason>> {
  if (!isStillOpen(before)) return refuse(before.orderedIn ? 'bought-already' : 'placement-expired')
  const lines = before.lines as unknown as ChangesetLine[]
  const variants = await reads.readVariants(
    before.shop,
    lines.map(({ variantId }) => variantId),
  )
  const unsold = whyNoneSold(lines, new Map(variants.map((each) => [each.variantId, each])))
  return unsold ? refuse(unsold) : ok(before)
}

interface Storing {
  definition: Definition
  step: Step
  lines: ChangesetLine[]
  abroad: Abroad | null
  counts: boolean
}

async function store(
  tx: Tx,
  ground: BlockGround,
  placement: SignedPlacement,
  { definition, step, lines, abroad, counts }: Storing,
): Promise<Outcome<Row, RefusalReason>> {
  const { shop, customerId, referenceId } = ground.purchase
  const signedAt = now()
  const { offerId, version: offerVersion, id: placementId } = placement
  const share = { offerId, customerId, counts, discount: discountOfAll(lines) }
  const over = await takeShare(tx, shop, definition, { ...share, isFirst: step.id === definition.steps[0]?.id }, signedAt)
  if (over) return refuse(over)
  const wanted = wantedCodes(ground, offerId, step, lines, abroad)
  await prepareOfferCodes(tx, shop, wanted, codeExpiry(ground).expiresAt)
  const row = {
    shop,
    id: randomUUID(),
    surface: ground.surface,
    placementId,
    referenceId,
    offerVersion,
    stepId: step.id,
    changes: wanted.map(({ key }) => key),
    lines: lines.map((line) => ({ ...line })),
    currency: ground.snapshot.currency,
    signedAt,
    expiresAt: codeExpiry(ground).expiresAt,
    ...share,
  }
  return ok(await tx.changeset.create({ data: row }))
}

async function leadOn(ground: BlockGround, row: Row, locale: string, { reads }: BlockSources): Promise<Outcome<Led, RefusalReason>> {
  const { shop } = ground.purchase
  const keys = row.changes as unknown as string[]
  const codes = row.codes.length === keys.length ? row.codes : await takeOfferCodes(shop, row.id, keys)
  if (!codes) return refuse('codes-not-ready')
  if (row.codes.length < codes.length) await db.changeset.update({ where: { shop_id: { shop, id: row.id } }, data: { codes } })
  const taken = row.lines as unknown as Taken[]
  const together = isTogether(ground.settings, ground.order) && keys.some((key) => key.startsWith('together/'))
  const note = { [together ? 'Ship together with' : 'Follows']: ground.order.name }
  const link = { shop, taken, codes, attributes: { [REF_ATTRIBUTE]: row.id, ...note }, locale }
  const sellingPlanId = await planOf(row)
  const promised = codes.filter((_, index) => !keys[index]?.startsWith('together/'))
  const led = sellingPlanId
    ? await cartLink({ ...link, sellingPlanId, country: ground.purchase.country, promised })
    : ok(permalink({ ...link, languages: await languagesInTime(reads, shop) }))
  return led.ok ? ok({ url: led.value, marks: [...codes, row.id] }) : led
}

async function planOf({ shop, offerId, offerVersion, stepId }: Row): Promise<string | null> {
  const definition = await readOfferVersion(shop, offerId, offerVersion)
  return (definition && stepOf(definition.steps, stepId)?.subscription?.sellingPlanId) ?? null
}
