import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_settle')
  await openShop(on, { products: [{ id: 1 }, { id: 2, stock: 9_999 }] })
})
afterAll(() => on.close())

const CAPS = { total: 2, budget: 2_500 } // Each acceptance gives away 1,000.
const AN_HOUR = 60 // minutes for which Shopify adds to an order

async function cappedOffer(): Promise<string> {
  await on.db.offer.updateMany({ data: { archivedAt: new Date() } })
  const items = { kind: 'bundle', products: [{ productId: '2', variantId: '21', quantity: 1 }] }
  const step = { id: 'a', items, discount: { kind: 'percentage', percent: 50 }, onAccept: null, onDecline: null }
  const rules = { kind: 'all', rules: [] }
  const definition = OfferDefinition.parse({
    title: 'Capped',
    rules,
    steps: [step],
    schedule: { startsAt: null, endsAt: null },
    caps: CAPS,
  })
  return (await on.offers.createOffer(SHOP, definition, 'active')).id
}

interface Checkout {
  token: string
  placement: string
  changesetId: string | null
  age: number // in minutes
  applied: boolean
  told: boolean // a webhook, or a reading, has brought it
}
let count = 0

/** What may happen to the checkouts of one offer; `at` says to which, of those there are. */
class World {
  readonly checkouts: Checkout[] = []

  async accept(): Promise<void> {
    const token = tokenOf({ referenceId: `settle-${(count += 1)}` })
    const { placement } = (await on.offer(token)).body
    if (!placement) return
    const checkout = { token, placement, changesetId: null, age: 0, applied: false, told: false }
    this.checkouts.push(checkout)
    await this.sign(checkout)
  }
  async sign(checkout: Checkout): Promise<void> {
    const { ok, changesetId } = (await on.post('accept', { token: checkout.token, placement: checkout.placement, stepId: 'a' })).body
    if (ok) checkout.changesetId = changesetId
  }
  apply(checkout: Checkout): void {
    if (checkout.changesetId && checkout.age < AN_HOUR) checkout.applied = true
  }
  async report({ token, changesetId }: Checkout, status: string): Promise<void> {
    if (changesetId) await on.post('outcome', { token, changesetId, status, errors: [] })
  }
  async pass(minutes: number): Promise<void> {
    for (const checkout of this.checkouts) checkout.age += minutes
    await on.db.$executeRaw`update changeset set signed_at = signed_at - ${minutes} * interval '1 minute'`
  }
  async settle(isShopifyUp: boolean): Promise<void> {
    const { settleShares } = await import('#app/surfaces/accept/settle.server.ts')
    await settleShares({
      readClaimed: async (_, ids) =>
        new Set(this.checkouts.flatMap((one) => (one.told && ids.includes(one.changesetId!) ? one.changesetId! : []))),
      fetchOrderOf: async (_, referenceId) => {
        if (!isShopifyUp) throw new Error('unreachable')
        const [changeset] = await on.db.changeset.findMany({ where: { shop: SHOP, referenceId } })
        for (const one of this.checkouts) if (one.changesetId === changeset?.id && one.applied) one.told = true
        return referenceId
      },
      attributeOrder: async () => {},
      areOrdersCheckedSince: async () => false,
    })()
  }
}

const which = fc.nat(9)
const happening = fc.oneof(
  fc.constant({ does: 'accept' } as const),
  fc.record({ does: fc.constantFrom('again', 'apply', 'lie', 'confirm', 'webhook'), which }),
  fc.record({ does: fc.constant('pass'), minutes: fc.constantFrom(10, 30, 75) }),
  fc.record({ does: fc.constant('settle'), isShopifyUp: fc.boolean() }),
)
type Happening = Exclude<typeof happening extends fc.Arbitrary<infer One> ? One : never, never>

async function happens(world: World, one: Happening): Promise<void> {
  if (one.does === 'accept') return world.accept()
  if ('minutes' in one) return world.pass(one.minutes)
  if ('isShopifyUp' in one) return world.settle(one.isShopifyUp)
  const checkout = 'which' in one ? world.checkouts[one.which % Math.max(1, world.checkouts.length)] : undefined
  if (!checkout) return
  if (one.does === 'again') return world.sign(checkout)
  if (one.does === 'apply') return world.apply(checkout)
  if (one.does === 'webhook') return void (checkout.told ||= checkout.applied)
  return world.report(checkout, one.does === 'lie' ? 'unprocessed' : 'processed')
}

test('whatever browsers say, and whenever webhooks come, no more is ever sold than the limits allow', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(happening, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 14 }), async (story) => {
      await cappedOffer()
      const world = new World()
      for (const atOnce of story) {
        // Time passes for all alike: not for half of what is being signed.
        for (const one of atOnce.filter(({ does }) => does === 'pass')) await happens(world, one)
        await Promise.all(atOnce.filter(({ does }) => does !== 'pass').map((one) => happens(world, one)))
        const sold = world.checkouts.filter(({ applied }) => applied).length
        expect(sold).toBeLessThanOrEqual(CAPS.total)
        expect(sold * 1_000).toBeLessThanOrEqual(CAPS.budget)
      }
    }),
    {
      numRuns: 25,
      // The very lie: three shoppers, two of whom are said not to have paid and have.
      examples: [
        [
          [
            [{ does: 'accept' }],
            [{ does: 'accept' }],
            [
              { does: 'apply', which: 0 },
              { does: 'apply', which: 1 },
            ],
            [
              { does: 'lie', which: 0 },
              { does: 'lie', which: 1 },
            ],
            [{ does: 'settle', isShopifyUp: true }],
            [{ does: 'accept' }],
            [{ does: 'apply', which: 2 }],
            [{ does: 'pass', minutes: 75 }],
            [{ does: 'settle', isShopifyUp: false }, { does: 'accept' }],
            [{ does: 'apply', which: 2 }],
            [{ does: 'settle', isShopifyUp: true }, { does: 'accept' }],
            [
              { does: 'apply', which: 2 },
              { does: 'apply', which: 3 },
            ],
          ],
        ],
      ],
    },
  )
})
