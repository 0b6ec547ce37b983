import type { SimDiscount } from '../../model.ts'
import { discountPayload } from '../../webhooks/payloads/discounts.ts'
import { type Caller, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asDiscount } from '../types/discounts.ts'

interface Change {
  customerGets?: { value?: { percentage?: number; discountAmount?: { amount: string; appliesOnEachItem?: boolean } } }
}

/** Changes what a basic code discount takes off; other changes are not modelled. */
export async function discountCodeBasicUpdate(
  _: unknown,
  { id, basicCodeDiscount }: { id: string; basicCodeDiscount: Change },
  { simulator, shop }: Caller,
): Promise<object> {
  const { customerGets, ...others } = basicCodeDiscount
  const { value, ...rest } = customerGets ?? {}
  if (Object.keys({ ...others, ...rest }).length > 0 || !value?.discountAmount)
    throw new NotModelled('The simulator changes the amount of a basic code discount and nothing else of it')
  const asked = readGid(id)
  const found = asked?.type === 'DiscountCodeNode' ? await simulator.store.get(shop.domain, 'discount', asked.id) : null
  if (found?.kind !== 'basic')
    return {
      codeDiscountNode: null,
      userErrors: [{ field: ['id'], code: 'INVALID', message: 'Discount does not exist.', extraInfo: null }],
    }
  const { amount, appliesOnEachItem = false } = value.discountAmount
  const changed: Partial<SimDiscount> = { value: { amount, each: appliesOnEachItem }, updatedAt: simulator.clock.now().toISOString() }
  const after = await simulator.store.update(shop.domain, 'discount', found.id, (current) => ({ ...current, ...changed }))
  await simulator.announce(shop, 'discounts/update', () => discountPayload(after ?? found, simulator.clock.now()))
  return { codeDiscountNode: asDiscount(after ?? found), userErrors: [] }
}
