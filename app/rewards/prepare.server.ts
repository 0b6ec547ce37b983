import { now } from '../platform/clock.server.ts'
import { transact } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import { planDiscount } from './codes.server.ts'
import { TIERS } from './program.ts'
import { readProgram, readProgramVersion } from './programs.server.ts'

/**
 * Somebody has opened the form: the codes that she may earn are made while she writes. Made sooner, they would fill the merchant's list of
 * discounts with days on which nobody wrote. `promised` is the program's version that her request names.
 */
export async function prepareCodes(shop: string, promised?: number): Promise<void> {
  const program = promised === undefined ? await readProgram(shop) : await readProgramVersion(shop, promised)
  if (!program || (promised === undefined && !program.active)) return
  await transact(async (tx) => {
    for (const tier of TIERS.filter((one) => program.terms.values[one] !== null)) {
      const discountKey = await planDiscount(tx, shop, program, tier, now())
      await enqueue(tx, 'mint-codes', { shop, discountKey })
    }
  })
}
