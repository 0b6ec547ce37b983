import { now } from '../platform/clock.server.ts'
import type { CodeOwner } from '../platform/codes/owner.ts'
import { planDiscountOf } from '../platform/codes/plan.server.ts'
import { withdraw } from '../platform/codes/withdraw.server.ts'
import { db, transact, type Tx } from '../platform/db.server.ts'
import { emitMany } from '../platform/events.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { later, MINUTES } from '../values/time.ts'
import { discountKeyOf, discountTerms } from './discount.ts'
import { expiryOf } from './expiry.ts'
import type { Program, Tier } from './program.ts'
import { reads } from './reads.server.ts'

/** The one shopper who may use a discount, and what she gets it for. */
export interface Owner {
  rewardKey: string
  customerId: string
}

/** Names the discount that codes issued now belong to, and writes it down; it is made when somebody needs it. */
export async function planDiscount(tx: Tx, shop: string, program: Program, tier: Tier, at: Date, owner?: Owner): Promise<string> {
  const { version, terms } = program
  const known = await reads().readShop(shop)
  const { day, expiresAt } = expiryOf(at, terms.days, known?.timeZone ?? 'UTC')
  const key = discountKeyOf(version, tier, day, owner?.rewardKey)
  const value = terms.values[tier]
  const giftPrice = value?.kind === 'gift' ? await reads().readPrice(shop, value.variantId) : null
  const customerId = owner?.customerId ?? null
  const planned = discountTerms(key, { program, tier, expiresAt, currency: known?.currency ?? 'USD', customerId, giftPrice })
  await planDiscountOf(tx, { shop, key, owner: 'reward', prefix: terms.prefix, expiresAt, customerId: owner?.customerId, ...planned })
  return key
}

/** Gives the reward a code that is ready, if there is one, and lets the pool be filled again. */
export async function takeCode(tx: Tx, shop: string, rewardKey: string, discountKey: string): Promise<void> {
  const [ready] = await tx.$queryRaw<{ code: string }[]>`
    select code from discount_code where shop = ${shop} and discount_key = ${discountKey} and state = 'ready' order by code limit 1 for update skip locked`
  if (ready) await hand(tx, shop, discountKey, [{ rewardKey, code: ready.code }])
  await enqueue(tx, 'mint-codes', { shop, discountKey }, { keepTurn: true })
}

const GIVEN_AT_ONCE = 500

async function giveCodes(shop: string, discountKey: string): Promise<number> {
  while ((await giveSome(shop, discountKey)) === GIVEN_AT_ONCE);
  return db.reward.count({ where: { shop, discountKey, state: 'issuing' } })
}

const giveSome = (shop: string, discountKey: string): Promise<number> =>
  transact(async (tx) => {
    const waiting = await tx.$queryRaw<{ key: string }[]>`
      select key from reward where shop = ${shop} and discount_key = ${discountKey} and state = 'issuing'
      order by earned_at, key limit ${GIVEN_AT_ONCE} for update skip locked`
    const ready = await tx.$queryRaw<{ code: string }[]>`
      select code from discount_code where shop = ${shop} and discount_key = ${discountKey} and state = 'ready'
      order by code limit ${waiting.length} for update skip locked`
    const pairs = ready.map(({ code }, index) => ({ code, rewardKey: waiting[index]?.key ?? '' }))
    await hand(tx, shop, discountKey, pairs)
    return pairs.length
  })

async function hand(tx: Tx, shop: string, discountKey: string, pairs: readonly { rewardKey: string; code: string }[]): Promise<void> {
  if (pairs.length === 0) return
  const [codes, keys] = [pairs.map(({ code }) => code), pairs.map(({ rewardKey }) => rewardKey)]
  // Both tables refuse a second one: a reward has one code, and a code one reward.
  await tx.$executeRaw`
    update discount_code c set state = 'given', given_to = p.key from unnest(${codes}::text[], ${keys}::text[]) as p (code, key)
    where c.shop = ${shop} and c.code = p.code and c.state = 'ready'`
  await tx.$executeRaw`
    update reward r set state = 'issued', code = p.code, issued_at = ${now()}, expires_at = d.expires_at, updated_at = ${now()}
    from unnest(${codes}::text[], ${keys}::text[]) as p (code, key), code_discount d
    where r.shop = ${shop} and r.key = p.key and r.state = 'issuing' and d.shop = r.shop and d.key = ${discountKey}`
  await emitMany(
    tx,
    'reward.issued',
    keys.map((rewardKey) => ({ shop, rewardKey })),
  )
}

const countDemand = async (shop: string, discountKey: string) => {
  const where = { shop, discountKey }
  const [waiting, lately] = await Promise.all([
    db.reward.count({ where: { ...where, state: 'issuing' } }),
    db.reward.count({ where: { ...where, issuedAt: { gt: later(now(), -15 * MINUTES) } } }),
  ])
  return { waiting, lately }
}

/** Job: a revoked reward's code stops working. */
export async function withdrawCode({ shop, rewardKey }: JobPayloads['withdraw-code']): Promise<void> {
  const reward = await db.reward.findUnique({ where: { shop_key: { shop, key: rewardKey } } })
  if (reward?.state === 'revoked' && reward.code) await withdraw(shop, reward.code)
}

/** Rewards that wait for their codes. */
export const rewardCodes: CodeOwner = { demand: countDemand, give: giveCodes }
