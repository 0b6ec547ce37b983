import { db } from '#app/platform/db.server.ts'
import { readCollecting } from '../collecting/settings.server.ts'
import { readDisplaySettings } from './settings.server.ts'
import type { Practice } from './verification/assurances.ts'

let offersReward: (shop: string) => Promise<boolean> = async () => false

/** Whether a reward is on offer is for others to know: it comes from the wiring. */
export const practiseBy = (offers: typeof offersReward): void => void (offersReward = offers)

/** What the shop does with reviews, as far as the law wants it told. */
export async function readPractice(shop: string): Promise<Practice> {
  const [{ partial }, { writers }, offered, rewarded, imported] = await Promise.all([
    readDisplaySettings(shop),
    readCollecting(shop),
    offersReward(shop),
    db.review.findFirst({ where: { shop, incentive: { not: null } }, select: { id: true } }),
    db.review.findFirst({ where: { shop, source: 'import' }, select: { id: true } }),
  ])
  return { open: writers === 'anyone', partial, rewards: offered || rewarded !== null, imports: imported !== null }
}
