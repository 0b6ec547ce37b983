import { db } from '#app/platform/db.server.ts'
import { readDisplaySettings } from './settings.server.ts'
import type { Practice } from './verification/assurances.ts'

interface Outside {
  offersReward: (shop: string) => Promise<boolean>
  isOpen: (shop: string) => Promise<boolean>
}
let outside: Outside = { offersReward: async () => false, isOpen: async () => false }

/** What others know of it comes from the wiring. */
export const practiseBy = (known: Outside): void => void (outside = known)

/** What the shop does with reviews, as far as the law wants it told. */
export async function readPractice(shop: string): Promise<Practice> {
  const [{ partial }, offered, open, rewarded, imported] = await Promise.all([
    readDisplaySettings(shop),
    outside.offersReward(shop),
    outside.isOpen(shop),
    db.review.findFirst({ where: { shop, incentive: { not: null } }, select: { id: true } }),
    db.review.findFirst({ where: { shop, source: 'import' }, select: { id: true } }),
  ])
  return { open, partial, rewards: offered || rewarded !== null, imports: imported !== null }
}
