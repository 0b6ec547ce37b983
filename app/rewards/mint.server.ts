import { connect, db } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { now } from '../platform/clock.server.ts'
import { later, SECONDS } from '../values/time.ts'
import { addCodes, settleBatches } from './bulk.server.ts'
import { giveCodes, planCodes } from './codes.server.ts'
import { ensureDiscount } from './discount.server.ts'
import { readProgramVersion } from './programs.server.ts'

const SOON = 1 * SECONDS

/** Job: makes the discount if it does not exist, fills its pool, and gives codes to those who wait. Every step asks what is there before it acts. */
export async function mintCodes({ shop, discountKey }: JobPayloads['mint-codes']): Promise<void> {
  const alone = await onlyOne(`mint:${shop}:${discountKey}`, () => mint(shop, discountKey))
  // The one at work may have counted before this need arose.
  if (alone !== 'done') await again(shop, discountKey)
}

async function mint(shop: string, discountKey: string): Promise<'done' | 'more'> {
  const row = await db.rewardDiscount.findUnique({ where: { shop_key: { shop, key: discountKey } } })
  if (!row || row.expiresAt <= now()) return 'done'
  const program = await readProgramVersion(shop, row.programVersion)
  if (!program) return 'done'
  await planCodes(shop, discountKey, program.terms.prefix)
  if (!(await db.rewardCode.findFirst({ where: { shop, discountKey, state: { in: ['planned', 'adding'] } } })))
    return served(shop, discountKey)
  const discountId = await ensureDiscount(shop, discountKey, program)
  await giveCodes(shop, discountKey)
  await addCodes(shop, discountKey, discountId)
  const settled = await settleBatches(shop, discountKey, discountId)
  const rest = await giveCodes(shop, discountKey)
  return settled && rest === 0 ? 'done' : 'more'
}

const served = async (shop: string, discountKey: string) => ((await giveCodes(shop, discountKey)) === 0 ? 'done' : 'more')

const again = (shop: string, discountKey: string): Promise<void> =>
  enqueue(db, 'mint-codes', { shop, discountKey }, { runAt: later(now(), SOON) })

/** A session's lock: whoever is killed lets go of it at once. */
async function onlyOne<T>(name: string, work: () => Promise<T>): Promise<T | 'busy'> {
  const session = await connect('encore-mint')
  try {
    const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])
    return rows[0]?.held ? await work() : 'busy'
  } finally {
    await session.end().catch(() => {})
  }
}
