import { now } from '../platform/clock.server.ts'
import { transact } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import { planDiscount } from './codes.server.ts'
import { isCode, TIERS } from './program.ts'
import { readProgram, readProgramVersion } from './programs.server.ts'

/**
 * Somebody has opened the form: the codes that she may earn are made while she writes. Made sooner, they would fill the merchant's list of
 * discounts with days on which nobody wrote. `promised` is the program's version that her request names.
 */
export async function prepareCodes(shop: string, promised?: number): Promise<void> {
  const program = promised === undefined ? await readProgram(shop) : await readProgramVersion(shop, promised)
  // One shopper's own discount is nobody else's, so there is nothing to keep ready.
  if (!program || program.terms.bound || (promised === undefined && !program.active)) return
  await transact(async (tx) => {
    for (const tier of TIERS.filter((one) => isCode(program.terms.values[one]))) {
      const discountKey = await planDiscount(tx, shop, program, tier, now())
      await enqueue(tx, 'mint-codes', { shop, discountKey }, { keepTurn: true })
    }
  })
}
