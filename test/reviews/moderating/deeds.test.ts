import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { Deed, onlyTakesOut } from '#app/reviews/moderating/deeds.ts'
import { doDeed, moderate, replyMark } from '#app/reviews/moderating/deeds.server.ts'
import { filtersOf, isNarrowed } from '#app/reviews/moderating/filters.ts'
import { listReviews } from '#app/reviews/moderating/listing.server.ts'
import { readReview } from '#app/reviews/moderating/review.server.ts'
import { auditOf } from '#app/reviews/moderating/audit.ts'
import { installed, rows, SHOP, useDatabase } from '../../platform/world.ts'
import { insertReview } from '../world.ts'

await useDatabase('reviews_deeds')
await installed()
await installed('noor.myshopify.com')

const stateOf = async (id: string) => (await db.review.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } })).state
const events = () => rows<{ event: string }>(`select payload->>'event' as event from graphile_worker._private_jobs order by id`)
const did = async (deed: Deed) => {
  const done = await doDeed(SHOP, 'Lena', deed)
  if (!done.ok) throw new Error(done.because)
  return done.value
}

test('what waits is published, and what looked like spam is announced only now', async () => {
  const waiting = await insertReview({ state: 'held', heldFor: 'looked-at-first' })
  const suspected = await insertReview({ state: 'held', heldFor: 'links' })
  expect(await did({ deed: 'publish', ids: [waiting.id, suspected.id] })).toMatchObject({ changed: 2 })
  expect([await stateOf(waiting.id), await stateOf(suspected.id)]).toEqual(['published', 'published'])
  expect((await events()).map(({ event }) => event)).toEqual(['review.changed', 'review.changed', 'review.received'])
  expect(await did({ deed: 'publish', ids: [waiting.id] })).toMatchObject({ changed: 0, undo: null })
})

test('one is hidden for a reason, logged, and taken back', async () => {
  const { id } = await insertReview()
  const { undo } = await did({ deed: 'hide', ids: [id], reason: 'abuse' })
  expect(await readReview(SHOP, id)).toMatchObject({ state: 'hidden', hiddenFor: 'abuse', log: [{ who: 'Lena', what: 'hidden' }] })
  if (!undo) throw new Error('nothing to undo')
  await did(Deed.parse(JSON.parse(JSON.stringify(undo))))
  expect(await readReview(SHOP, id)).toMatchObject({ state: 'published', hiddenFor: null })
})

test.each([
  ['no reason', { deed: 'hide', ids: ['a'] }],
  ['a reason of one’s own', { deed: 'hide', ids: ['a'], reason: 'negative' }],
  ['a rating', { deed: 'rate', id: 'a', rating: 5 }],
])('%s is no deed', (_, deed) => expect(Deed.safeParse(deed).success).toBe(false))

test('nothing is hidden without a reason by way of undoing', async () => {
  const { id } = await insertReview()
  await did({ deed: 'restore', before: [{ id, state: 'hidden', heldFor: null, hiddenFor: null }] })
  expect(await stateOf(id)).toBe('held')
})

test('a reply to all stands beneath the review; one to her alone goes by mail', async () => {
  const { id } = await insertReview({ email: 'ada@example.com' })
  await did({ deed: 'reply', id, text: 'Thank you', public: true, opened: null })
  expect(await db.message.count()).toBe(0)
  await did({ deed: 'reply', id, text: 'We are sorry', public: false, opened: null })
  expect(await db.message.findFirst()).toMatchObject({ kind: 'review-reply', to: 'ada@example.com' })
  const nobody = await insertReview()
  expect(await doDeed(SHOP, 'Lena', { deed: 'reply', id: nobody.id, text: 'Hello', public: false, opened: null })).toMatchObject({
    because: 'no-address',
  })
})

test('a reply that was written in another tab meanwhile is not overwritten without a word, nor mailed twice', async () => {
  const { id } = await insertReview({ email: 'two-tabs@example.com' })
  const mails = () => db.message.count({ where: { to: 'two-tabs@example.com' } })
  const opened = replyMark((await readReview(SHOP, id))!)
  const one = await did({ deed: 'reply', id, text: 'We are sorry', public: false, opened })
  const late = { deed: 'reply', id, text: 'We regret it', public: false } as const
  const told = await moderate(SHOP, '1', { ...late, opened })
  expect(told).toMatchObject({ refused: 'changed-meanwhile', now: one.opened })
  expect([(await readReview(SHOP, id))?.reply, await mails()]).toEqual(['We are sorry', 1])
  // The answer to its first save was lost: the same is no conflict.
  expect(await did({ deed: 'reply', id, text: 'We are sorry', public: false, opened })).toMatchObject({ changed: 0, opened: one.opened })
  expect(await did({ ...late, opened: one.opened! })).toMatchObject({ changed: 1 })
  expect([(await readReview(SHOP, id))?.reply, await mails()]).toEqual(['We regret it', 2])
})

test.each([
  ['a name taken out', 'Call Ada Miller at 0123 456', 'Call at', true],
  ['a mark in its place', 'Call Ada Miller at 0123 456', 'Call […] at [...]', true],
  ['nothing changed', 'Good', 'Good', true],
  ['a word more', 'Not good', 'Not that good', false],
  ['another order', 'not good but cheap', 'good not but cheap', false],
  ['praise instead', 'Bad', 'Good', false],
])('the text with %s', (_, before, after, may) => expect(onlyTakesOut(before, after)).toBe(may))

test('an edited text is marked, and its rating stays', async () => {
  const { id } = await insertReview({ body: 'Bad. Ada Miller, Berlin', rating: 1 })
  expect(await doDeed(SHOP, 'Lena', { deed: 'redact', id, title: 'Good', body: 'Good.' })).toMatchObject({ because: 'adds-words' })
  await did({ deed: 'redact', id, title: 'Good', body: 'Bad. […] Berlin' })
  expect(await readReview(SHOP, id)).toMatchObject({ rating: 1, body: 'Bad. […] Berlin', textEditedAt: expect.any(Date) })
})

test('another shop’s reviews are neither seen nor moved', async () => {
  const { id } = await insertReview()
  expect(await doDeed('noor.myshopify.com', 'x', { deed: 'hide', ids: [id], reason: 'spam' })).toMatchObject({ value: { changed: 0 } })
  expect((await listReviews('noor.myshopify.com', filtersOf(new URLSearchParams()), 'UTC')).reviews).toEqual([])
  expect(await readReview('noor.myshopify.com', id)).toBeNull()
})

test('the queue is searched by text, rating, product and pictures', async () => {
  await insertReview({ id: 'found', body: 'The zipper broke 100%', rating: 2, productId: '77', photos: ['https://cdn.test/a.webp'] })
  const ids = async (query: string) =>
    (await listReviews(SHOP, filtersOf(new URLSearchParams(query)), 'Europe/Berlin')).reviews.map(({ id }) => id)
  for (const query of ['search=ZIPPER', 'search=100%25', 'rating=2', 'product=77', 'media=photo', 'product=77&media=any&rating=2'])
    expect([query, await ids(query)]).toEqual([query, ['found']])
  expect(await ids('search=zipper&media=none')).toEqual([])
  expect(await ids('tab=nonsense&page=-1')).not.toEqual([])
})

test('the queue is narrowed by day, source, buyer and reward', async () => {
  // Half past midnight in Berlin is still the day before in UTC.
  await insertReview({ id: 'narrow', body: 'narrow', submittedAt: new Date('2026-03-09T23:30:00Z'), source: 'import', verified: false })
  await insertReview({
    id: 'thanked',
    body: 'narrow',
    submittedAt: new Date('2026-03-12T10:00:00Z'),
    incentive: '10 % off',
    verified: true,
  })
  const ids = async (query: string) =>
    (await listReviews(SHOP, filtersOf(new URLSearchParams(`search=narrow&${query}`)), 'Europe/Berlin')).reviews.map(({ id }) => id)
  for (const query of ['from=2026-03-10&to=2026-03-10', 'source=import', 'verified=no', 'rewarded=no'])
    expect([query, await ids(query)]).toEqual([query, ['narrow']])
  for (const query of ['from=2026-03-11', 'source=form', 'verified=yes', 'rewarded=yes'])
    expect([query, await ids(query)]).toEqual([query, ['thanked']])
  expect(await ids('to=2026-03-09')).toEqual([])
  expect(await ids('from=yesterday&source=nowhere')).toEqual(['thanked', 'narrow'])
})

test.each([
  ['nothing but a tab', { tab: 'held' }, false],
  ['a page further on', { page: '2' }, false],
  ['a day', { from: '2026-03-10' }, true],
  ['a search', { search: 'zipper' }, true],
])('%s is or is not a filter', (_, asked, narrowed) =>
  expect(isNarrowed(filtersOf(new URLSearchParams(asked as Record<string, string>)))).toBe(narrowed),
)

test('the audit tells all of it in order', async () => {
  const request = { orderId: '9009', state: 'sent', language: 'en', channel: 'email', consent: 'subscribed', terms: { programVersion: 3 } }
  const sentAt = new Date('2026-11-01T10:00:00Z')
  await db.reviewRequest.create({ data: { shop: SHOP, id: 'r', ...request, productIds: ['1'], sendAt: sentAt, sentAt } })
  const { id } = await insertReview({ incentive: '10 % off', requestId: 'r' })
  await did({ deed: 'feature', ids: [id], on: true })
  await did({ deed: 'hide', ids: [id], reason: 'off-topic' })
  const review = await readReview(SHOP, id)
  const lines = auditOf(review!).trim().split('\r\n')
  expect(lines[0]).toContain('at,who,what,detail')
  expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual(['asked', 'review', 'featured', 'hidden'])
  expect(lines[1]).toMatch(/subscribed.*programVersion/)
  expect(lines[2]).toContain('10 % off')
})
