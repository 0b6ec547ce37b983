import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFirstOrder, keptProducts, planFollowUp, type OrderToFollow } from '#app/retention/automation.ts'
import { AUTOMATIONS, RetentionSettings, type AutomationKind } from '#app/retention/settings.ts'
import { lastsUntil, staleAt } from '#app/retention/timing.ts'
import { HOURS, later, MINUTES } from '#app/values/time.ts'

const placedAt = new Date('2026-11-02T10:00:00Z')
const on = { active: true, since: '2026-11-01T00:00:00Z' }
const settings = RetentionSettings.parse({ 'missed-offer': on, 'bounce-back': { ...on, sms: true } })
const good = (more: Partial<OrderToFollow['goods'][number]> = {}) => ({ productId: '1', left: 1, goingBack: 0, cameBack: 0, ...more })
const order = (more: Partial<OrderToFollow> = {}): OrderToFollow => ({
  placedAt,
  boughtAt: placedAt,
  ofLink: false,
  cancelled: false,
  goods: [good()],
  isFirst: true,
  nextOrderAt: null,
  met: null,
  hadOther: false,
  reach: { email: null, sms: 'no-consent' },
  ...more,
})
const at = (minutes: number) => later(placedAt, minutes * MINUTES)
const send = (minutes: number, channel = 'email') => ({ do: 'send', at: at(minutes), channel })
const skip = (because: string) => ({ do: 'skip', because })
const nothing = (because: string) => ({ do: 'nothing', because })

test.each<[string, AutomationKind, OrderToFollow, Date, object]>([
  ['who saw no offer hears half an hour later', 'missed-offer', order(), at(1), send(30)],
  ['a first order is followed after three hours', 'bounce-back', order(), at(1), send(180)],
  ['who saw an offer has not missed it', 'missed-offer', order({ met: 'seen' }), at(1), nothing('saw-offer')],
  ['but may be thanked for her first order', 'bounce-back', order({ met: 'seen' }), at(1), send(180)],
  ['who has just said yes is not asked again', 'missed-offer', order({ ofLink: true }), at(1), nothing('of-offer')],
  ['who accepted an offer has bought enough', 'bounce-back', order({ met: 'accepted' }), at(1), skip('accepted-offer')],
  ['a second order is no first one', 'bounce-back', order({ isFirst: false }), at(1), nothing('not-first')],
  ['of a guest nobody knows', 'bounce-back', order({ isFirst: null }), at(1), nothing('not-known')],
  ['a second order can miss its offer', 'missed-offer', order({ isFirst: false }), at(1), send(30)],
  ['cancelled', 'missed-offer', order({ cancelled: true }), at(1), skip('cancelled')],
  ['with all of it on its way back', 'bounce-back', order({ goods: [good({ left: 2, goingBack: 2 }), good({ productId: '2', goingBack: 1 })] }), at(1), skip('returning')],
  ['with all of it on its way back, to who saw no offer', 'missed-offer', order({ goods: [good({ goingBack: 1 })] }), at(1), skip('returning')],
  ['with all that she still has on its way back', 'bounce-back', order({ goods: [good({ left: 0 }), good({ productId: '2', goingBack: 1 })] }), at(1), skip('returning')],
  ['with one thing on its way back and another kept', 'bounce-back', order({ goods: [good({ goingBack: 1 }), good({ productId: '2' })] }), at(1), send(180)],
  ['with one of two pieces on its way back', 'missed-offer', order({ goods: [good({ left: 2, goingBack: 1 })] }), at(1), send(30)],
  ['refunded whole', 'bounce-back', order({ goods: [good({ left: 0 })] }), at(1), skip('refunded')],
  ['sent back whole, refunded or not', 'bounce-back', order({ goods: [good({ left: 0, cameBack: 1 }), good({ left: 0, cameBack: 2 })] }), at(1), skip('returned')],
  ['one sent back and one taken out', 'bounce-back', order({ goods: [good({ left: 0, cameBack: 1 }), good({ left: 0 })] }), at(1), skip('refunded')],
  ['she has bought again meanwhile', 'bounce-back', order({ nextOrderAt: at(60) }), at(180), skip('bought-again')],
  ['what she buys later does not matter now', 'bounce-back', order({ nextOrderAt: at(200) }), at(180), send(180)],
  ['the other automation was first', 'bounce-back', order({ hadOther: true }), at(180), skip('had-other')],
  ['a day late is too late', 'missed-offer', order(), at(30 + 24 * 60 + 1), skip('too-late')],
  ['a night late is not', 'missed-offer', order(), at(30 + 11 * 60), send(30)],
  ['no e-mail may go, but a text message', 'bounce-back', order({ reach: { email: 'no-consent', sms: null } }), at(180), send(180, 'sms')],
  ['no text message where the merchant sends none', 'missed-offer', order({ reach: { email: 'no-consent', sms: null } }), at(30), skip('no-consent')],
  ['an e-mail comes before a text message', 'bounce-back', order({ reach: { email: null, sms: null } }), at(180), send(180)],
  ['consent may come a moment after the order', 'missed-offer', order({ reach: { email: 'no-consent', sms: 'no-consent' } }), at(1), send(30)],
  ['but not after the hour', 'missed-offer', order({ reach: { email: 'no-consent', sms: 'no-consent' } }), at(30), skip('no-consent')],
  ['she has unsubscribed', 'missed-offer', order({ reach: { email: 'unsubscribed', sms: 'no-consent' } }), at(1), skip('unsubscribed')],
  ['an order without an address', 'missed-offer', order({ reach: { email: 'no-address', sms: 'no-address' } }), at(1), skip('no-address')],
  ['not paid yet, of an order that must be', 'bounce-back', order({ boughtAt: null }), at(180), skip('not-paid')],
  ['paid two days after it was placed', 'bounce-back', order({ boughtAt: at(2 * 24 * 60) }), at(3 * 24 * 60), send(2 * 24 * 60 + 180)],
  ['placed before it was switched on', 'missed-offer', order({ placedAt: new Date('2026-10-31T23:00:00Z') }), at(1), nothing('not-active')],
])('%s', (_, kind, facts, now, plan) => expect(planFollowUp(kind, facts, settings[kind], now)).toEqual(plan)) // prettier-ignore

test('off by default', () => {
  const fresh = RetentionSettings.parse({})
  for (const kind of AUTOMATIONS) expect(planFollowUp(kind, order(), fresh[kind], at(1))).toEqual(nothing('not-active'))
})

test.each([
  ['nothing before it, and Shopify has counted one', { earlier: 0, later: 0, counted: 1 }, true],
  ['Shopify has not counted it yet', { earlier: 0, later: 0, counted: 0 }, true],
  ['nobody has told the count', { earlier: 0, later: 0, counted: null }, true],
  ['two more came after it', { earlier: 0, later: 2, counted: 3 }, true],
  ['Shopify counts one that our mirror lacks', { earlier: 0, later: 0, counted: 2 }, false],
  ['one before it', { earlier: 1, later: 0, counted: null }, false],
])('a first order: %s', (_, known, first) => expect(isFirstOrder({ customerId: '7', ...known })).toBe(first))

test('an offer goes with what she keeps', () => {
  const goods = [
    good({ productId: '1', goingBack: 1 }),
    good({ productId: '2', left: 2, goingBack: 1 }),
    good({ productId: '3', left: 0 }),
    good({ productId: null }),
    good({ productId: '4', goingBack: 1 }),
    good({ productId: '4' }),
  ]
  expect(keptProducts({ goods })).toEqual(['2', '4'])
})

const facts = fc.record<OrderToFollow>({
  placedAt: fc.constant(placedAt),
  boughtAt: fc.constantFrom(placedAt, null),
  ofLink: fc.boolean(),
  cancelled: fc.boolean(),
  goods: fc.array(
    fc.record({
      productId: fc.constantFrom('1', '2', null),
      left: fc.integer({ min: 0, max: 2 }),
      goingBack: fc.integer({ min: 0, max: 2 }),
      cameBack: fc.nat(1),
    }),
  ),
  isFirst: fc.constantFrom(true, false, null),
  nextOrderAt: fc.option(fc.integer({ min: 1, max: 5_000 }).map(at)),
  met: fc.constantFrom(null, 'seen' as const, 'accepted' as const),
  hadOther: fc.boolean(),
  reach: fc.record({
    email: fc.constantFrom(null, 'no-consent' as const, 'unsubscribed' as const, 'no-address' as const),
    sms: fc.constantFrom(null, 'no-consent' as const, 'no-address' as const),
  }),
})

test('whatever is known: at its hour nothing goes without a way that is open, after a purchase that stands, or late', () => {
  fc.assert(
    fc.property(fc.constantFrom(...AUTOMATIONS), facts, fc.integer({ min: 0, max: 200 }), (kind, known, hours) => {
      const automation = settings[kind]
      const now = later(at(automation.waitMinutes), hours * HOURS)
      const plan = planFollowUp(kind, known, automation, now)
      if (plan.do !== 'send') return
      expect(known.reach[plan.channel]).toBeNull()
      expect([known.cancelled, known.boughtAt === null, known.hadOther, known.met === 'accepted']).toEqual(Array(4).fill(false))
      expect(known.goods.some(({ left, goingBack }) => left > goingBack)).toBe(true)
      expect(now.getTime()).toBeLessThanOrEqual(staleAt(kind, placedAt, automation).getTime())
      expect(known.nextOrderAt === null || known.nextOrderAt > now).toBe(true)
    }),
  )
})

test.each([
  ['the evening it is written', '2026-11-06T22:30:00Z', '2026-11-09T22:59:59Z'],
  ['a day that is an hour longer', '2026-10-22T22:30:00Z', '2026-10-25T22:59:59Z'],
])('an offer stands until the end of the day that it names: %s', (_, at, until) =>
  expect(lastsUntil(new Date(at), { validDays: 3 }, 'Europe/Berlin')).toEqual(new Date(until)),
)
