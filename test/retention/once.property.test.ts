import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { openCarrier } from '../platform/messaging/carrier.ts'
import { rows, useDatabase } from '../platform/world.ts'
import { all, forgetAll, leave, met, plan, write } from './stage.ts'
import { ago, agree, insertOrder, insertProduct, openShop } from './world.ts'

await useDatabase('follow-ups-once')
const carrier = await openCarrier()
Object.assign(process.env, { SMTP_URL: carrier.url, MAIL_FROM: 'shop@encore.test' })

const ORDERS = ['9001', '9002'] as const
type Order = (typeof ORDERS)[number]

/** What may happen, in any order and any number of times. */
const deeds = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('plan' as const, 'write' as const, 'leave' as const, 'all' as const),
      order: fc.constantFrom(...ORDERS),
      kind: fc.constantFrom('missed-offer' as const, 'bounce-back' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('agree' as const), yes: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('night' as const), falls: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'accept' as const), order: fc.constantFrom(...ORDERS) }) },
)
type Deed = typeof deeds extends fc.Arbitrary<infer One> ? One : never

interface Truth {
  agreed: boolean
  night: boolean
  over: Set<Order>
}

async function carryOut(deed: Deed, truth: Truth): Promise<void> {
  switch (deed.do) {
    case 'plan':
      return plan(deed.order)
    case 'write':
      return write(deed.kind, deed.order)
    case 'leave':
      return leave(deed.kind, deed.order)
    case 'all':
      return all(deed.kind, deed.order)
    case 'agree':
      truth.agreed = deed.yes
      return agree('7', deed.yes ? 'subscribed' : 'not_subscribed')
    case 'night': {
      truth.night = deed.falls
      const { hour } = DateTime.now().setZone('Europe/Berlin')
      return openShop({}, deed.falls ? { quietFrom: (hour + 23) % 24, quietUntil: (hour + 2) % 24 } : {})
    }
    case 'cancel':
      truth.over.add(deed.order)
      return void (await rows(`update "order" set cancelled_at = now() where id = $1`, [deed.order]))
    case 'accept':
      truth.over.add(deed.order)
      return void met.set(`checkout-${deed.order}`, { what: 'accepted', productIds: [] })
  }
}

test('whatever happens in whatever order: once about an order, never without consent, at night, or after it was taken back', async () => {
  let left = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 8, maxLength: 40 }), async (story) => {
      await forgetAll()
      carrier.arrived.length = 0
      await openShop()
      for (const id of ['1', '2', '3']) await insertProduct({ id })
      await insertOrder({ id: '8001', customerId: '21', email: null, productIds: ['1', '3'], placedAt: ago(9_000) })
      // Of two purchases of one minute both are hers, and neither came after the other.
      const placedAt = ago(200)
      for (const id of ORDERS) await insertOrder({ id, placedAt })
      await agree()
      const truth: Truth = { agreed: true, night: false, over: new Set() }
      for (const deed of story) {
        const before = carrier.arrived.length
        await carryOut(deed, truth)
        if (carrier.arrived.length === before) continue
        left++
        expect([truth.agreed, truth.night]).toEqual([true, false])
        expect('order' in deed && truth.over.has(deed.order)).toBe(false)
      }
      const sent = await rows<{ order_id: string; count: number }>(
        `select order_id, count(*)::int as count from message where state = 'sent' group by 1 having count(*) > 1`,
      )
      expect(sent).toEqual([])
      expect(carrier.arrived.length).toBeLessThanOrEqual(ORDERS.length)
    }),
    { numRuns: 25 },
  )
  // A property of messages that never leave would say nothing.
  expect(left).toBeGreaterThan(0)
}, 120_000)
