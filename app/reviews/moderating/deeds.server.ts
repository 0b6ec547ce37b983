import type { Review } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { transact, type Tx } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { markOf, mayReplace } from '#app/platform/saved.server.ts'
import { languageOf } from '#app/values/languages.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { isSpamRule } from '../collecting/spam.ts'
import { logReview, type LoggedDeed } from '../log.server.ts'
import { onlyTakesOut, type Answer, type Before, type Deed, type Done } from './deeds.ts'

type Refusal = 'no-address' | 'adds-words' | 'changed-meanwhile'
type Of<Name extends Deed['deed']> = Extract<Deed, { deed: Name }>

interface Doing {
  tx: Tx
  shop: string
  who: string
  at: Date
}

/** Does it to every review of this shop that it is about, with a line in each one's log. */
export const doDeed = (shop: string, who: string, deed: Deed): Promise<Outcome<Done, Refusal>> =>
  transact(async (tx) => {
    const doing: Doing = { tx, shop, who, at: now() }
    switch (deed.deed) {
      case 'publish':
        return ok(await move(doing, deed, await find(doing, deed.ids), () => ({ state: 'published', heldFor: null, hiddenFor: null })))
      case 'hide':
        return ok(await move(doing, deed, await find(doing, deed.ids), () => ({ state: 'hidden', heldFor: null, hiddenFor: deed.reason })))
      case 'restore':
        return ok(await restore(doing, deed))
      case 'feature':
        return ok(await feature(doing, deed))
      case 'reply':
        return reply(doing, deed)
      case 'redact':
        return redact(doing, deed)
    }
  })

const find = ({ tx, shop }: Doing, ids: readonly string[]): Promise<Review[]> =>
  tx.review.findMany({ where: { shop, id: { in: [...ids] } } })

type Place = Omit<Before, 'id'>
const LOGGED: Record<Place['state'], LoggedDeed> = { published: 'published', held: 'held', hidden: 'hidden' }

async function move(doing: Doing, deed: Deed, reviews: readonly Review[], to: (review: Review) => Place): Promise<Done> {
  const { tx, shop, who, at } = doing
  const before: Before[] = []
  for (const review of reviews) {
    const place = to(review)
    if (review.state === place.state && review.hiddenFor === place.hiddenFor) continue
    const { id, state, heldFor, hiddenFor, productId, publishedAt } = review
    before.push({ id, state, heldFor, hiddenFor } as Before)
    await tx.review.update({
      where: { shop_id: { shop, id } },
      data: { ...place, publishedAt: place.state === 'published' ? (publishedAt ?? at) : publishedAt },
    })
    const detail = { from: state, because: place.hiddenFor ?? place.heldFor }
    await logReview(tx, [{ shop, reviewId: id, at, who, what: LOGGED[place.state], detail }])
    await emit(tx, 'review.changed', { shop, reviewId: id, productId })
    // What looked like spam was not announced when it came.
    if (place.state === 'published' && isSpamRule(heldFor)) await emit(tx, 'review.received', { shop, reviewId: id })
  }
  return { deed: deed.deed, changed: before.length, undo: before.length > 0 ? { deed: 'restore', before } : null }
}

async function restore(doing: Doing, deed: Of<'restore'>): Promise<Done> {
  const places = new Map(deed.before.map((one) => [one.id, one]))
  const reviews = await find(doing, [...places.keys()])
  const done = await move(doing, deed, reviews, ({ id }) => {
    const { state = 'published', heldFor = null, hiddenFor = null } = places.get(id) ?? {}
    // Hidden without a reason is what the law forbids.
    return state === 'hidden' && hiddenFor === null ? { state: 'held', heldFor: null, hiddenFor: null } : { state, heldFor, hiddenFor }
  })
  return { ...done, undo: null }
}

async function feature(doing: Doing, deed: Of<'feature'>): Promise<Done> {
  const { tx, shop, who, at } = doing
  const reviews = (await find(doing, deed.ids)).filter(({ featured }) => featured !== deed.on)
  for (const { id, productId } of reviews) {
    await tx.review.update({ where: { shop_id: { shop, id } }, data: { featured: deed.on } })
    await logReview(tx, [{ shop, reviewId: id, at, who, what: deed.on ? 'featured' : 'unfeatured' }])
    await emit(tx, 'review.changed', { shop, reviewId: id, productId })
  }
  const ids = reviews.map(({ id }) => id)
  return { deed: 'feature', changed: ids.length, undo: ids.length > 0 ? { deed: 'feature', ids, on: !deed.on } : null }
}

/** What the page shows of a reply and changes; without a text it says nothing to anybody. */
const repliedIn = ({ reply: text, replyPublic }: Pick<Review, 'reply' | 'replyPublic'>) => ({
  text: text ?? '',
  public: !text || replyPublic,
})

/** The mark of the reply that a page was opened with. */
export const replyMark = (review: Pick<Review, 'reply' | 'replyPublic'>): string => markOf(repliedIn(review))

/** Beneath the review for everybody, or to her alone by e-mail. An empty one takes the answer away. */
async function reply(doing: Doing, { id, text, public: isPublic, opened }: Of<'reply'>): Promise<Outcome<Done, Refusal>> {
  const { tx, shop, who, at } = doing
  await tx.$queryRaw`select 1 from review where shop = ${shop} and id = ${id} for update`
  const [review] = await find(doing, [id])
  if (!review) return ok({ deed: 'reply', changed: 0, undo: null })
  if (!isPublic && text !== '' && !review.email) return refuse('no-address')
  const now = replyMark({ reply: text, replyPublic: isPublic })
  // Sent twice, it is said once, and mailed once.
  if (replyMark(review) === now) return ok({ deed: 'reply', changed: 0, undo: null, opened: now })
  const checked = mayReplace(opened, repliedIn(review), repliedIn({ reply: text, replyPublic: isPublic }))
  if (!checked.ok) return checked
  const answered = text === '' ? { reply: null, repliedAt: null } : { reply: text, repliedAt: at }
  await tx.review.update({ where: { shop_id: { shop, id } }, data: { ...answered, replyPublic: isPublic } })
  await logReview(tx, [
    { shop, reviewId: id, at, who, what: text === '' ? 'reply-removed' : 'replied', detail: { text, public: isPublic } },
  ])
  if (!isPublic && text !== '' && review.email) await write(doing, review, review.email, text)
  await emit(tx, 'review.changed', { shop, reviewId: id, productId: review.productId })
  return ok({ deed: 'reply', changed: 1, undo: null, opened: now })
}

const write = ({ tx, shop, at }: Doing, review: Review, to: string, text: string): Promise<boolean> =>
  queueMessage(tx, {
    shop,
    key: `review-reply:${review.id}:${at.getTime()}`,
    kind: 'review-reply',
    weight: 'expected',
    channel: 'email',
    to,
    customerId: review.customerId,
    orderId: review.orderId,
    language: languageOf(review.language),
    content: { text, wrote: review.body },
    sendAt: at,
  })

/** Personal data goes, the rest stays hers, and the review says that it was edited. */
async function redact(doing: Doing, { id, title, body }: Of<'redact'>): Promise<Outcome<Done, Refusal>> {
  const { tx, shop, who, at } = doing
  const [review] = await find(doing, [id])
  if (!review || (review.title === title && review.body === body)) return ok({ deed: 'redact', changed: 0, undo: null })
  if (!onlyTakesOut(review.title, title) || !onlyTakesOut(review.body, body)) return refuse('adds-words')
  await tx.review.update({ where: { shop_id: { shop, id } }, data: { title, body, textEditedAt: at, version: { increment: 1 } } })
  // What was taken out was personal data: no copy of it is kept.
  await logReview(tx, [{ shop, reviewId: id, at, who, what: 'redacted', detail: { letters: review.body.length - body.length } }])
  await emit(tx, 'review.changed', { shop, reviewId: id, productId: review.productId })
  return ok({ deed: 'redact', changed: 1, undo: null })
}

/** The same for a page: what was done, or why not. */
export async function moderate(shop: string, user: string | undefined, deed: Deed): Promise<Answer> {
  const done = await doDeed(shop, user ? `staff member ${user}` : 'staff', deed)
  return done.ok ? done.value : { refused: done.because, now: done.detail?.['now'] as string | undefined }
}
