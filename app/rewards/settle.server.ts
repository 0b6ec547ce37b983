import type { Reward } from '@prisma/client'
import { now } from '../platform/clock.server.ts'
import { isAnyWaiting } from '../platform/deliveries.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import { MINUTES } from '../values/time.ts'
import { transact, type Tx } from '../platform/db.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { planDiscount, takeCode } from './codes.server.ts'
import { planCredit } from './credit.server.ts'
import { isCode, tierOf } from './program.ts'
import { readProgramVersion } from './programs.server.ts'

/** Job: no photo can come any more, unless what its source sent in time is still to be worked off; that ends one way or the other. */
export const settleReward = async ({ shop, rewardKey }: JobPayloads['settle-reward']): Promise<void> => {
  await transact(async (tx) => {
    const { source, settleAt } = await tx.reward.findUniqueOrThrow({ where: { shop_key: { shop, key: rewardKey } } })
    if (!(await isAnyWaiting(tx, { shop, source, until: settleAt }))) return settleWithin(tx, shop, rewardKey)
    const runAt = new Date(now().getTime() + SOON)
    return enqueue(tx, 'settle-reward', { shop, rewardKey }, { runAt })
  })
}

const SOON = MINUTES // ms

/** The tier becomes final, and the code that belongs to it is taken from those kept ready; when there is none, the reward waits for one. */
export async function settleWithin(tx: Tx, shop: string, key: string): Promise<Reward> {
  await tx.$queryRaw`select key from reward where shop = ${shop} and key = ${key} for update`
  const where = { shop_key: { shop, key } }
  const reward = await tx.reward.findUniqueOrThrow({ where })
  const program = await readProgramVersion(shop, reward.programVersion, tx)
  const tier = program && tierOf(reward, program.terms)
  if (reward.state !== 'settling' || !program || !tier) return reward
  if (!isCode(program.terms.values[tier])) return planCredit(tx, reward, tier, program)
  const owner = program.terms.bound && reward.customerId ? { rewardKey: key, customerId: reward.customerId } : undefined
  const discountKey = await planDiscount(tx, shop, program, tier, now(), owner)
  await tx.reward.update({ where, data: { state: 'issuing', tier, discountKey } })
  await takeCode(tx, shop, key, discountKey)
  return tx.reward.findUniqueOrThrow({ where })
}
