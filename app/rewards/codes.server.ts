import { randomBytes } from 'node:crypto'
import { now } from '../platform/clock.server.ts'
import { transact, type Tx } from '../platform/db.server.ts'
import { emitMany } from '../platform/events.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import { later, MINUTES } from '../values/time.ts'
import { codeFrom, discountKeyOf, poolSize, RANDOM_BYTES } from './code.ts'
import { expiryOf } from './expiry.ts'
import type { Program, Tier } from './program.ts'
import { timeZoneOf } from './reads.server.ts'

/** Names the discount that codes issued now belong to, and writes it down; it is made when somebody needs it. */
export async function planDiscount(tx: Tx, shop: string, { version, terms }: Program, tier: Tier, at: Date): Promise<string> {
  const { day, expiresAt } = expiryOf(at, terms.days, await timeZoneOf(shop))
  const key = discountKeyOf(version, tier, day)
  await tx.$executeRaw`
    insert into reward_discount (shop, key, program_version, tier, expires_at) values (${shop}, ${key}, ${version}, ${tier}, ${expiresAt})
    on conflict do nothing`
  return key
}

/** Gives the reward a code that is ready, if there is one, and lets the pool be filled again. */
export async function takeCode(tx: Tx, shop: string, rewardKey: string, discountKey: string): Promise<void> {
  const [ready] = await tx.$queryRaw<{ code: string }[]>`
    select code from reward_code where shop = ${shop} and discount_key = ${discountKey} and state = 'ready' order by code limit 1 for update skip locked`
  if (ready) await hand(tx, shop, discountKey, [{ rewardKey, code: ready.code }])
  await enqueue(tx, 'mint-codes', { shop, discountKey })
}

/** Those who wait get what has become ready, the longest waiting first. Answers how many still wait. */
export const giveCodes = (shop: string, discountKey: string): Promise<number> =>
  transact(async (tx) => {
    const waiting = await tx.$queryRaw<{ key: string }[]>`
      select key from reward where shop = ${shop} and discount_key = ${discountKey} and state = 'issuing'
      order by earned_at, key limit 500 for update skip locked`
    const ready = await tx.$queryRaw<{ code: string }[]>`
      select code from reward_code where shop = ${shop} and discount_key = ${discountKey} and state = 'ready'
      order by code limit ${waiting.length} for update skip locked`
    const pairs = ready.map(({ code }, index) => ({ code, rewardKey: waiting[index]?.key ?? '' }))
    await hand(tx, shop, discountKey, pairs)
    return tx.reward.count({ where: { shop, discountKey, state: 'issuing' } })
  })

async function hand(tx: Tx, shop: string, discountKey: string, pairs: readonly { rewardKey: string; code: string }[]): Promise<void> {
  if (pairs.length === 0) return
  const [codes, keys] = [pairs.map(({ code }) => code), pairs.map(({ rewardKey }) => rewardKey)]
  // Both tables refuse a second one: a reward has one code, and a code one reward.
  await tx.$executeRaw`
    update reward_code c set state = 'given', reward_key = p.key from unnest(${codes}::text[], ${keys}::text[]) as p (code, key)
    where c.shop = ${shop} and c.code = p.code and c.state = 'ready'`
  await tx.$executeRaw`
    update reward r set state = 'issued', code = p.code, issued_at = ${now()}, expires_at = d.expires_at, updated_at = ${now()}
    from unnest(${codes}::text[], ${keys}::text[]) as p (code, key), reward_discount d
    where r.shop = ${shop} and r.key = p.key and r.state = 'issuing' and d.shop = r.shop and d.key = ${discountKey}`
  await emitMany(
    tx,
    'reward.issued',
    keys.map((rewardKey) => ({ shop, rewardKey })),
  )
}

/** Writes down the codes that the discount shall have beyond those it has: for those who wait, and a few to keep ready. */
export const planCodes = (shop: string, discountKey: string, prefix: string): Promise<void> =>
  transact(async (tx) => {
    const [count] = await tx.$queryRaw<{ waiting: number; lately: number; coming: number }[]>`
      select
        (select count(*)::int from reward where shop = ${shop} and discount_key = ${discountKey} and state = 'issuing') as waiting,
        (select count(*)::int from reward where shop = ${shop} and discount_key = ${discountKey} and issued_at > ${later(now(), -15 * MINUTES)}) as lately,
        (select count(*)::int from reward_code where shop = ${shop} and discount_key = ${discountKey} and state in ('planned', 'adding', 'ready')) as coming`
    if (!count) throw new Error('A count answers one row')
    const { waiting, lately, coming } = count
    const size = poolSize(lately + waiting)
    // A pool that is half full is full enough: each call to Shopify should bring many codes.
    if (coming >= waiting + size / 2) return
    const codes = Array.from({ length: waiting + size - coming }, () => codeFrom(prefix, randomBytes(RANDOM_BYTES)))
    await tx.rewardCode.createMany({
      data: codes.map((code) => ({ shop, code, discountKey, state: 'planned' })),
      skipDuplicates: true,
    })
  })
