import { expect, test } from 'vitest'
import { HAS_SUBSCRIBED } from '#app/offers/rules/subscription.ts'
import { subscriberBefore, type Before } from '#app/surfaces/order/before.ts'
import { hadSubscription } from '#app/surfaces/order/reconstruct.ts'
import type { MirroredOrder } from '#app/surfaces/catalog-reads.ts'

const AT = new Date('2026-11-27T12:00:00Z')
const [EARLIER, LATER] = [AT.getTime() - 1, AT.getTime() + 1]
const NOTHING: Before = {
  since: null,
  bought: [],
  offers: [],
  accepted: [],
  reviewed: [],
  tags: null,
  subscriber: null,
  plannedAt: null,
  plansRead: true,
}
const NEVER = 'NEVER_SUBSCRIBED'

test.each<[string, Partial<Before>, boolean, string | null]>([
  ['who never did to this day had not then', { subscriber: NEVER, plansRead: false }, false, NEVER],
  ['an earlier order by a plan: she had, and whether it still ran nobody knows', { subscriber: 'ACTIVE', plannedAt: EARLIER }, false, HAS_SUBSCRIBED],
  ['her first one is this or a later one', { subscriber: 'CANCELLED', plannedAt: AT.getTime() }, true, NEVER],
  ['a later one, while older orders are hidden from us', { subscriber: 'ACTIVE', plannedAt: LATER }, false, null],
  ['a later one, while an earlier order was not read', { plannedAt: LATER, plansRead: false }, true, null],
  ['a subscriber of no order: it began elsewhere, nobody knows when', { subscriber: 'ACTIVE' }, true, null],
  ['nothing is known of her', {}, true, null],
])('whether she had subscribed by then: %s', (_, before, complete, known) =>
  expect(subscriberBefore({ ...NOTHING, ...before }, AT, complete)).toBe(known),
) // prettier-ignore

const line = (variantId: string, byPlan: boolean | null) => ({ productId: '1', variantId, quantity: 1, total: 100, byPlan })
const added = { productId: '1', variantId: '21', quantity: 1, unitPrice: 100, discount: 0 }

test.each<[string, MirroredOrder['lines'], (typeof added)[], boolean | null]>([
  ['one line is sold by a plan', [line('11', null), line('21', true)], [], true],
  ['none is', [line('11', false)], [], false],
  ['not read yet', [line('11', false), line('21', null)], [], null],
  ['what was added by an offer is none of what she came with', [line('11', false), line('21', true)], [added], false],
  ['nothing is told of it', [], [], null],
])('whether an order held a subscription: %s', (_, lines, offered, known) =>
  expect(hadSubscription({ lines } as unknown as MirroredOrder, offered)).toBe(known),
)
