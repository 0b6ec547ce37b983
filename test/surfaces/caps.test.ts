import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import type { OrderReads } from '#app/surfaces/accept/settle.server.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_caps')
  await openShop(on, { products: [{ id: 1 }, { id: 2, stock: 9_999 }, { id: 3, stock: 9_999, price: 1_000 }] })
})
afterAll(() => on.close())

const item = (id: string, productId: string, percent: number, more: object = {}) => ({
  id,
  items: { kind: 'bundle', products: [{ productId, variantId: `${productId}1`, least: 1, quantity: 1, most: 3 }] },
  discount: percent > 0 ? { kind: 'percentage', percent } : { kind: 'none' },
  onAccept: null,
  onDecline: null,
  ...more,
})

async function offer(caps: object, steps: object[] = [item('a', '2', 50)]): Promise<string> {
  await on.db.offer.updateMany({ data: { archivedAt: new Date() } })
  const rules = { kind: 'all', rules: [] }
  const definition = OfferDefinition.parse({ title: 'Capped', rules, steps, schedule: { startsAt: null, endsAt: null }, caps })
  return (await on.offers.createOffer(SHOP, definition, 'active')).id
}

let count = 0
async function shopper(customerId: number | null = null) {
  const token = tokenOf({ referenceId: `caps-${(count += 1)}`, customerId })
  const { body } = await on.offer(token)
  const accept = async (stepId = 'a', quantity = 1) => {
    const choice = [{ variantId: stepId === 'a' ? 21 : 31, quantity }]
    return (await on.post('accept', { token, placement: body.placement, stepId, choice })).body
  }
  const report = (changesetId: string, status: string, errors: string[] = []) => on.post('outcome', { token, changesetId, status, errors })
  return { shown: body.show as boolean, accept, report }
}
const use = async (offerId: string) => (await import('#app/surfaces/accept/use.server.ts')).readUse(SHOP, offerId)

test('however many accept at once, no limit is exceeded', async () => {
  const limits = fc.record({ total: fc.option(fc.integer({ min: 1, max: 4 })), budget: fc.option(fc.integer({ min: 500, max: 6_000 })) })
  const quantities = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(limits, quantities, async (caps, wanted) => {
      const offerId = await offer(caps)
      const shoppers = await Promise.all(wanted.map(() => shopper()))
      const answers = await Promise.all(shoppers.map(({ accept }, index) => accept('a', wanted[index])))
      const signed = await on.db.changeset.findMany({ where: { offerId } })
      const given = signed.reduce((sum, { discount }) => sum + Number(discount), 0)
      expect(answers.filter(({ ok }) => ok)).toHaveLength(signed.length)
      expect(signed.length).toBeLessThanOrEqual(caps.total ?? Infinity)
      expect(given).toBeLessThanOrEqual(caps.budget ?? Infinity)
      expect(await use(offerId)).toMatchObject({ accepted: signed.length, discount: given })
      for (const { ok, because } of answers) if (!ok) expect(['cap-reached', 'budget-reached']).toContain(because)
    }),
    { numRuns: 8 },
  )
})

test('one shopper who has two checkouts open accepts once, another shopper once more', async () => {
  await offer({ perShopper: { times: 1, days: 30 } })
  const [one, again, other] = [await shopper(501), await shopper(501), await shopper(502)]
  const both = await Promise.all([one.accept(), again.accept()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'cap-reached', message: expect.stringContaining('run out') })
  expect(await other.accept()).toMatchObject({ ok: true })
  expect([(await shopper(501)).shown, (await shopper(503)).shown]).toEqual([false, true])
})

test('steps of one purchase count as one acceptance', async () => {
  const offerId = await offer({ total: 1 }, [item('a', '2', 50, { onAccept: 'b' }), item('b', '3', 10)])
  const { accept } = await shopper()
  expect([(await accept('a')).ok, (await accept('b')).ok]).toEqual([true, true])
  expect(await use(offerId)).toMatchObject({ accepted: 1, discount: 1_100 })
  expect((await shopper()).shown).toBe(false)
})

test('the budget runs out in the middle of a funnel: she is told kindly, and shown what takes none of it', async () => {
  const steps = [item('a', '2', 50, { onAccept: 'b', onDecline: 'c' }), item('b', '3', 50, { onDecline: 'c' }), item('c', '3', 0)]
  await offer({ budget: 1_200 }, steps)
  const { accept } = await shopper()
  expect((await accept('a')).ok).toBe(true)
  expect(await accept('b')).toMatchObject({ ok: false, because: 'budget-reached', message: expect.stringContaining('run out'), next: 'c' })
  expect((await accept('c')).ok).toBe(true)
})

test('what a browser says of a payment gives no share back; that her order does not show it, does, and once', async () => {
  const offerId = await offer({ total: 1 })
  const first = await shopper()
  const { changesetId } = await first.accept()
  for (const code of ['payment_required', 'payment_required']) await first.report(changesetId, 'unprocessed', [code])
  expect(await use(offerId)).toMatchObject({ accepted: 1 })
  expect((await shopper()).shown).toBe(false)
  await passes(71)
  for (const _ of [1, 2]) await settle({})
  expect(await use(offerId)).toMatchObject({ accepted: 0, discount: 0 })
  const second = await shopper()
  expect(second.shown).toBe(true)
  expect((await second.accept()).ok).toBe(true)
  expect(await first.accept()).toMatchObject({ ok: false, because: 'cap-reached' })
})

test('a failure that the extension tries again keeps its share', async () => {
  const offerId = await offer({ total: 1 })
  const { accept, report } = await shopper()
  const { changesetId } = await accept()
  await report(changesetId, 'unprocessed', ['server_error'])
  expect(await use(offerId)).toMatchObject({ accepted: 1 })
  await report(changesetId, 'processed')
  expect(await use(offerId)).toMatchObject({ accepted: 1 })
})

/** Everything that was signed is so many minutes older. */
const passes = (minutes: number) =>
  on.db
    .$executeRaw`update changeset set signed_at = signed_at - ${minutes} * interval '1 minute', expires_at = expires_at - ${minutes} * interval '1 minute'`

/** One round, in which the orders show this. */
async function settle({ heard = new Set<string>(), ...told }: Partial<OrderReads> & { heard?: ReadonlySet<string> }): Promise<void> {
  const { settleShares } = await import('#app/surfaces/accept/settle.server.ts')
  await settleShares({
    readClaimed: async (_, ids) => new Set(ids.filter((id) => heard.has(id))),
    fetchOrderOf: async (_, referenceId) => referenceId,
    attributeOrder: async () => {},
    areOrdersCheckedSince: async () => true,
    ...told,
  })()
}
const shares = async (offerId: string) =>
  Object.fromEntries((await on.db.changeset.findMany({ where: { offerId } })).map(({ id, share }) => [id, share]))

test('what no order shows an hour later gives its share back; what one shows after all takes it again', async () => {
  const offerId = await offer({ total: 5 })
  const [paid, lost] = [(await (await shopper()).accept()).changesetId as string, (await (await shopper()).accept()).changesetId as string]
  await passes(71)
  const fresh = (await (await shopper()).accept()).changesetId as string
  await settle({ heard: new Set([paid]) })
  expect(await shares(offerId)).toEqual({ [paid]: 'used', [lost]: 'returned', [fresh]: 'held' })
  expect(await use(offerId)).toMatchObject({ accepted: 2 })
  await settle({ heard: new Set([paid, lost]) })
  expect(await shares(offerId)).toMatchObject({ [lost]: 'used' })
  expect(await use(offerId)).toMatchObject({ accepted: 3 })
})

const SILENCES: [string, Partial<OrderReads>, string, number][] = [
  ['Shopify cannot be asked', { fetchOrderOf: () => Promise.reject(new Error('unreachable')) }, 'held', 71],
  [
    'Shopify could not be asked for three days',
    { fetchOrderOf: () => Promise.reject(new Error('unreachable')) },
    'returned',
    71 + 3 * 24 * 60,
  ],
  ['nobody has told us of the order', { fetchOrderOf: async () => null }, 'held', 71],
  ['nobody has told us of the order for three days', { fetchOrderOf: async () => null }, 'returned', 71 + 3 * 24 * 60],
  ['the order is not over', {}, 'held', 69],
]
test.each(SILENCES)('a share is kept until the order has spoken: %s', async (_, told, share, minutes) => {
  const offerId = await offer({ total: 5 })
  const id = (await (await shopper()).accept()).changesetId as string
  await passes(minutes)
  await settle(told)
  expect(await shares(offerId)).toEqual({ [id]: share })
})

test('the share of a link is kept until every order since it ran out was looked through', async () => {
  const offerId = await offer({ total: 5 })
  const id = (await (await shopper()).accept()).changesetId as string
  await on.db.changeset.update({ where: { shop_id: { shop: SHOP, id } }, data: { expiresAt: new Date() } })
  await passes(71)
  await settle({ areOrdersCheckedSince: async () => false })
  expect(await shares(offerId)).toEqual({ [id]: 'held' })
  await settle({})
  expect(await shares(offerId)).toEqual({ [id]: 'returned' })
})

test('the hour at which a limit was reached is kept, until there is room again', async () => {
  const offerId = await offer({ total: 1 })
  const before = new Date()
  expect(await use(offerId)).not.toHaveProperty('stoppedAt')
  const first = await shopper()
  const { changesetId } = await first.accept()
  expect((await use(offerId)).stoppedAt?.getTime()).toBeGreaterThanOrEqual(before.getTime())
  await first.report(changesetId, 'unprocessed')
  await passes(71)
  await settle({})
  expect(await use(offerId)).toMatchObject({ accepted: 0, stoppedAt: null })
})
