import { connect, db } from '../db.server.ts'
import { enqueue } from '../jobs.server.ts'
import type { JobPayloads } from '../jobs.ts'
import { now } from '../clock.server.ts'
import { later, SECONDS } from '../../values/time.ts'
import { addCodes, settleBatches } from './bulk.server.ts'
import { ensureDiscount } from './discount.server.ts'
import type { CodeOwners } from './owner.ts'
import { planCodes } from './plan.server.ts'

const SOON = 1 * SECONDS

/** Job: makes the discount if it does not exist, fills its pool, and gives codes to those who wait. Every step asks what is there before it acts. */
export const mintCodes =
  (owners: CodeOwners) =>
  async ({ shop, discountKey }: JobPayloads['mint-codes']): Promise<void> => {
    const alone = await onlyOne(`mint:${shop}:${discountKey}`, () => mint(shop, discountKey, owners))
    // The one at work may have counted before this need arose.
    if (alone !== 'done') await again(shop, discountKey)
  }

async function mint(shop: string, discountKey: string, owners: CodeOwners): Promise<'done' | 'more'> {
  const row = await db.codeDiscount.findUnique({ where: { shop_key: { shop, key: discountKey } } })
  const owner = row && owners[row.owner]
  if (!owner || row.expiresAt <= now()) return 'done'
  await planCodes(shop, row, owner)
  const give = async () => ((await owner.give(shop, discountKey)) === 0 ? 'done' : 'more')
  if (!(await db.discountCode.findFirst({ where: { shop, discountKey, state: { in: ['planned', 'adding'] } } }))) return give()
  const discountId = await ensureDiscount(shop, discountKey)
  await give()
  await addCodes(shop, discountKey, discountId)
  const settled = await settleBatches(shop, discountKey, discountId)
  const rest = await give()
  return settled ? rest : 'more'
}

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
