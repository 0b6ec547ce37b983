import type { SimRedeemCodeBulk } from '../../model.ts'
import { type Caller, readGid } from '../fields.ts'
import { tooMany } from '../refusals.ts'
import { asBulkCreation } from '../types/redeem-codes.ts'

const MOST = 250

interface Asked {
  discountId: string
  codes: { code: string }[]
}

const refuse = (field: string, code: string, message: string) => ({
  bulkCreation: null,
  userErrors: [{ field: [field], code, message, extraInfo: null }],
})

/** Takes the order for the codes; adding them is a duty of its own, a moment later. */
export async function discountRedeemCodeBulkAdd(_: unknown, { discountId, codes }: Asked, { simulator, shop }: Caller): Promise<object> {
  if (codes.length > MOST) throw tooMany(codes.length, MOST)
  const asked = readGid(discountId)
  const found = asked?.type === 'DiscountCodeNode' ? await simulator.store.get(shop.domain, 'discount', asked.id) : null
  if (!found) return refuse('discountId', 'INVALID', 'Code discount does not exist.')
  if (codes.length === 0) return refuse('codes', 'BLANK', "Codes can't be blank")
  const createdAt = simulator.clock.now()
  const bulk: SimRedeemCodeBulk = {
    id: await simulator.store.nextId(),
    discountId: found.id,
    codes: codes.map(({ code }) => ({ code, redeemCodeId: null, fault: null })),
    done: false,
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
  }
  await simulator.store.put(shop.domain, 'redeemCodeBulk', bulk)
  const due = new Date(createdAt.getTime() + simulator.settings.redeemCodesAfterMs)
  await simulator.at('add-redeem-codes', due, { shop: shop.domain, bulkId: bulk.id })
  return { bulkCreation: asBulkCreation(bulk), userErrors: [] }
}
