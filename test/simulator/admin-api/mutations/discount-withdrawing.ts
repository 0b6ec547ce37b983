import { redeemCodePayload, discountPayload } from '../../webhooks/payloads/discounts.ts'
import { type Caller, gid, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asDiscount } from '../types/discounts.ts'

const refuse = (field: string, message: string) => ({ userErrors: [{ field: [field], code: 'INVALID', message, extraInfo: null }] })

async function findDiscount(value: string, { simulator, shop }: Caller) {
  const asked = readGid(value)
  return asked?.type === 'DiscountCodeNode' ? simulator.store.get(shop.domain, 'discount', asked.id) : null
}

/** Shopify takes the codes out in a job of its own; here they are out when the job's id is told. */
export async function discountCodeRedeemCodeBulkDelete(
  _: unknown,
  { discountId, ids, search, savedSearchId }: { discountId: string; ids?: string[]; search?: string; savedSearchId?: string },
  caller: Caller,
): Promise<object> {
  if (search || savedSearchId || !ids) throw new NotModelled('The simulator deletes redeem codes by their ids only')
  const { simulator, shop } = caller
  const found = await findDiscount(discountId, caller)
  if (!found) return { job: null, ...refuse('discountId', 'Code discount does not exist.') }
  const going = new Set(ids.map((id) => readGid(id)?.id))
  const at = simulator.clock.now().toISOString()
  const left = await simulator.store.update(shop.domain, 'discount', found.id, (current) => ({
    ...current,
    updatedAt: at,
    codes: current.codes.filter(({ id }) => !going.has(id)),
  }))
  for (const code of found.codes.filter(({ id }) => going.has(id)))
    await simulator.announce(shop, 'discounts/redeemcode_removed', () => redeemCodePayload(left ?? found, code))
  return { job: { id: gid('Job', await simulator.store.nextId()), done: true }, userErrors: [] }
}

export async function discountCodeDeactivate(_: unknown, { id }: { id: string }, caller: Caller): Promise<object> {
  const { simulator, shop } = caller
  const found = await findDiscount(id, caller)
  if (!found) return { codeDiscountNode: null, ...refuse('id', 'Discount does not exist.') }
  const at = simulator.clock.now().toISOString()
  const ended = await simulator.store.update(shop.domain, 'discount', found.id, (current) => ({ ...current, endsAt: at, updatedAt: at }))
  await simulator.announce(shop, 'discounts/update', () => discountPayload(ended ?? found, simulator.clock.now()))
  return { codeDiscountNode: asDiscount(ended ?? found), userErrors: [] }
}
