import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.server.ts'
import { transact, type Tx } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { logReview } from '../log.server.ts'
import { keepMedia } from '../media/keep.server.ts'
import type { TakenMedia } from '../media/taken.server.ts'
import { sourceIdOf } from '../review.ts'
import { formWords } from '../wording/catalogue.ts'
import type { Draft, Typed } from './draft.ts'
import { judgeState, type Standing } from './holding.ts'
import { readSuspicion } from './suspicion.server.ts'
import { isSpamRule } from './spam.ts'
import type { KnownReview, Visit } from './visit.server.ts'

export interface Submitted {
  reviewId: string
  productId: string
  state: string
  /** It may be rewarded: nothing about it looks like spam. */
  genuine: boolean
  /** The address that she typed for it; null where her order told it, which is nobody's to read by a link. */
  typedEmail: string | null
}

/** Everything that she sent, or nothing of it. Sending the same twice changes nothing. */
export async function submitReviews(
  visit: Visit,
  typed: Typed,
  media: readonly TakenMedia[],
  address: string | null,
): Promise<Submitted[]> {
  const at = now()
  return transact(async (tx) => {
    // Two clicks on one button arrive side by side.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`review:${visit.shop}:${JSON.stringify(visit.writer)}`}, 0))`
    const submitted: Submitted[] = []
    for (const draft of typed.drafts)
      submitted.push(
        await submitOne(tx, { visit, typed, draft, at, address, media: media.filter(({ productId }) => productId === draft.productId) }),
      )
    if (visit.requestId)
      await tx.reviewRequest.updateMany({ where: { shop: visit.shop, id: visit.requestId, answeredAt: null }, data: { answeredAt: at } })
    return submitted
  })
}

interface Submission {
  visit: Visit
  typed: Typed
  draft: Draft
  media: readonly TakenMedia[]
  at: Date
  address: string | null
}

async function submitOne(tx: Tx, submission: Submission): Promise<Submitted> {
  const { visit, draft } = submission
  const { shop } = visit
  const sourceId = sourceIdOf(visit.writer, draft.productId)
  const before = await tx.review.findUnique({ where: { shop_source_sourceId: { shop, source: 'form', sourceId } } })
  const suspicion = await readSuspicion(tx, submission, before)
  const standing = judgeState(suspicion, visit.settings, draft.rating ?? 0, before)
  if (!before) return create(tx, submission, sourceId, standing)
  return rewrite(tx, submission, before, standing)
}

type Before = Omit<KnownReview, 'media'> & { state: string; heldFor: string | null; email: string | null }

/** The same id however often it is sent. */
const idOf = (shop: string, sourceId: string): string =>
  createHash('sha256').update(`${shop} form ${sourceId}`).digest('base64url').slice(0, 22)

/** What she says, as the row holds it. */
function contentOf({ visit, typed, draft }: Submission) {
  const asked = visit.settings.questions.map((question, n) => ({ question, answer: draft.answers[n] ?? '' }))
  return {
    rating: draft.rating ?? 0,
    title: draft.title,
    body: draft.body,
    author: typed.author || formWords(visit.language).nobody,
    recommends: draft.recommends,
    answers: asked.filter(({ answer }) => answer !== ''),
  }
}

async function create(tx: Tx, submission: Submission, sourceId: string, standing: Standing): Promise<Submitted> {
  const { visit, typed, draft, at, address } = submission
  const { shop, order } = visit
  const id = idOf(shop, sourceId)
  const email = (order?.email ?? typed.email).toLowerCase() || null
  await tx.review.create({
    data: {
      shop,
      id,
      productId: draft.productId,
      orderId: order?.orderId ?? null,
      customerId: order?.customerId ?? (visit.writer.kind === 'customer' ? visit.writer.customerId : null),
      requestId: visit.requestId,
      source: 'form',
      sourceId,
      ...contentOf(submission),
      email,
      language: visit.language,
      country: order?.country ?? null,
      verified: order?.productIds.includes(draft.productId) ?? false,
      incentive: visit.promise?.lines.join(', ') ?? null,
      origin: address,
      state: standing.state,
      heldFor: standing.heldFor,
      submittedAt: at,
      publishedAt: standing.state === 'published' ? at : null,
    },
  })
  await keepMedia(tx, shop, id, submission)
  const log = { shop, reviewId: id, at }
  await logReview(tx, [
    { ...log, who: 'shopper', what: 'submitted', detail: { rating: draft.rating, request: visit.requestId, terms: visit.terms ?? null } },
    { ...log, who: 'Encore', what: standing.state === 'published' ? 'published' : 'held', detail: { because: standing.heldFor } },
  ])
  if (standing.genuine) await emit(tx, 'review.received', { shop, reviewId: id })
  if (standing.state === 'published') await emit(tx, 'review.changed', { shop, reviewId: id, productId: draft.productId })
  return { reviewId: id, productId: draft.productId, state: standing.state, genuine: standing.genuine, typedEmail: order ? null : email }
}

/** She changed her mind: what she said before is kept beside it. */
async function rewrite(tx: Tx, submission: Submission, before: Before, standing: Standing): Promise<Submitted> {
  const { visit, draft, at } = submission
  const { shop } = visit
  const content = contentOf(submission)
  const typedEmail = visit.order ? null : before.email
  const told: Submitted = { reviewId: before.id, productId: draft.productId, state: standing.state, genuine: standing.genuine, typedEmail }
  const others = await keepMedia(tx, shop, before.id, submission)
  if (!others && isSame(content, before)) return told
  const { rating, title, body, version } = before
  await tx.reviewVersion.create({ data: { shop, reviewId: before.id, version, rating, title, body, by: 'shopper', at } })
  const { state, heldFor } = standing
  await tx.review.update({
    where: { shop_id: { shop, id: before.id } },
    data: { ...content, state, heldFor, version: version + 1, textEditedAt: null, ...(state === 'published' && { publishedAt: at }) },
  })
  await logReview(tx, [{ shop, reviewId: before.id, at, who: 'shopper', what: 'rewritten', detail: { version: version + 1 } }])
  if (heldFor) await logReview(tx, [{ shop, reviewId: before.id, at, who: 'Encore', what: 'held', detail: { because: heldFor } }])
  // What looked like spam at first was never announced.
  if (standing.genuine && isSpamRule(before.heldFor)) await emit(tx, 'review.received', { shop, reviewId: before.id })
  await emit(tx, 'review.changed', { shop, reviewId: before.id, productId: draft.productId })
  return told
}

const isSame = (content: ReturnType<typeof contentOf>, { rating, title, body, author, recommends, answers }: Before): boolean =>
  JSON.stringify(content) === JSON.stringify({ rating, title, body, author, recommends, answers })
