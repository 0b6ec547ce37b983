import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOwners } from '#app/wiring.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { mintCodes as mintWith } from '#app/platform/codes/mint.server.ts'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { earnReward, earnWithin } from '#app/rewards/reward.server.ts'
import { settleReward } from '#app/rewards/settle.server.ts'
import { useSimulator } from '#test/catalog/simulated.ts'
import { until, useDatabase } from '#test/platform/world.ts'
import { providerFacts, reviewFacts, SHOP } from './facts.ts'

const mintCodes = mintWith(codeOwners)

await useDatabase('once')
const { simulator, install } = await useSimulator('once_shopify')
simulator.settings.redeemCodesAfterMs = 0
await install(SHOP)

const SOURCES = ['form', 'judgeme', 'okendo'] as const
type Source = (typeof SOURCES)[number]
const PRODUCTS = ['1', '2', '3'] as const

/** What must be true whatever happens: who is thanked, once, and with which media at most. */
interface Model {
  run: string
  thanked: Map<string, { photosWhenSettled: number | null; photos: number; source: Source }>
}
type Real = Record<string, never>

class Crash extends Error {}

const facts = (run: string, source: Source, product: string, photos: number) =>
  (source === 'form' ? reviewFacts : providerFacts)({
    source,
    sourceReviewId: `${run}-${product}`,
    productId: `${run}${product}`,
    orderId: run,
    customerId: run,
    email: `${run}@example.com`,
    photos,
  })

/** An app tells of a review; the process may die before the commit, which the sender then repeats some other time. */
class Told implements fc.AsyncCommand<Model, Real> {
  readonly source: Source
  readonly product: string
  readonly photos: number
  readonly crashes: boolean
  constructor(source: Source, product: string, photos: number, crashes: boolean) {
    this.source = source
    this.product = product
    this.photos = photos
    this.crashes = crashes
  }
  check = () => true
  async run(model: Model) {
    const told = facts(model.run, this.source, this.product, this.photos)
    if (this.crashes) {
      const dying = transact(async (tx) => {
        await earnWithin(tx, told)
        throw new Crash()
      })
      return expect(dying).rejects.toThrow(Crash)
    }
    const [reward] = await Promise.all([earnReward(told), earnReward(told)])
    const known = model.thanked.get(this.product)
    if (!known) {
      expect(reward?.state).not.toBe('refused')
      model.thanked.set(this.product, {
        source: this.source,
        photos: this.photos,
        photosWhenSettled: this.source === 'form' ? this.photos : null,
      })
    } else if (known.source === this.source) {
      if (known.photosWhenSettled === null) known.photos = Math.max(known.photos, this.photos)
    } else expect(reward).toMatchObject({ state: 'refused', because: 'already-rewarded' })
  }
  toString = () => `${this.source} tells of ${this.product} with ${this.photos} photos${this.crashes ? ', and dies' : ''}`
}

class Settle implements fc.AsyncCommand<Model, Real> {
  readonly product: string
  constructor(product: string) {
    this.product = product
  }
  check = (model: Readonly<Model>) => model.thanked.has(this.product)
  async run(model: Model) {
    const known = model.thanked.get(this.product)
    if (!known) return
    const rewardKey = `${known.source}:${model.run}-${this.product}`
    await Promise.all([settleReward({ shop: SHOP, rewardKey }), settleReward({ shop: SHOP, rewardKey })])
    known.photosWhenSettled ??= known.photos
  }
  toString = () => `settle ${this.product}`
}

/** The worker mints; the answer to any of its calls may get lost. */
class Mint implements fc.AsyncCommand<Model, Real> {
  readonly lost: string | null
  readonly after: boolean
  constructor(lost: string | null, after: boolean) {
    this.lost = lost
    this.after = after
  }
  check = () => true
  async run() {
    if (this.lost) await simulator.faults.add({ where: 'admin-api', kind: 'reset', match: this.lost, after: this.after })
    for (const { key } of await db.codeDiscount.findMany()) await mintCodes({ shop: SHOP, discountKey: key }).catch(() => {})
    await simulator.faults.clear()
  }
  toString = () => `mint${this.lost ? `, losing the answer to ${this.lost}` : ''}`
}

const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom(...SOURCES), fc.constantFrom(...PRODUCTS), fc.nat(2), fc.boolean())
      .map(([source, product, photos, crashes]) => new Told(source, product, photos, crashes)),
    fc.constantFrom(...PRODUCTS).map((product) => new Settle(product)),
    fc
      .tuple(fc.constantFrom(null, 'discountCodeBasicCreate', 'discountRedeemCodeBulkAdd', 'discountRedeemCodeBulkCreation('), fc.boolean())
      .map(([lost, after]) => new Mint(lost, after)),
  ],
  { maxCommands: 14 },
)

let runs = 0

test('any interleaving of events, settlements and crashes gives each review one code', { timeout: 240_000 }, async () => {
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, caps: { shopper: null, product: null, order: null, day: null } } })
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const model: Model = { run: `${(runs += 1)}00`, thanked: new Map() }
      await fc.asyncModelRun(() => ({ model, real: {} }), sequence)
      await finish(model)
      await expectOneEach(model)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12) },
  )
})

/** Everything comes to rest: settles what is open and mints until nobody waits. */
async function finish(model: Model): Promise<void> {
  for (const product of model.thanked.keys()) await new Settle(product).run(model)
  await until(async () => {
    await new Mint(null, false).run()
    return (await db.reward.count({ where: { state: 'issuing' } })) === 0
  }, 60_000)
}

async function expectOneEach({ run, thanked }: Model): Promise<void> {
  const rewards = await db.reward.findMany({ where: { shop: SHOP, orderId: run, code: { not: null } } })
  const told = rewards.map(({ productId, source, tier }) => [productId, source, tier]).sort()
  const expected = [...thanked].map(([product, { source, photosWhenSettled }]) => [
    `${run}${product}`,
    source,
    photosWhenSettled ? 'photo' : 'text',
  ])
  expect(told).toEqual(expected.sort())
  const discounts = await simulator.store.list(SHOP, 'discount', { limit: 100 })
  const inShopify = discounts.flatMap(({ codes }) => codes.map(({ code }) => code))
  for (const { code } of rewards) expect(inShopify.filter((one) => one === code)).toHaveLength(1)
}
