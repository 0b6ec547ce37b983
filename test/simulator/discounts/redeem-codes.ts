import type { Duty } from '../appointments.ts'
import type { SimRedeemCodeBulk } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { redeemCodePayload } from '../webhooks/payloads/discounts.ts'
import { faultOfCode, TAKEN } from './code-faults.ts'

type Added = SimRedeemCodeBulk['codes'][number]

/** Adds to a discount the codes that were ordered; each that cannot be added says why, and the others are not held up by it. */
export const addRedeemCodes: Duty = async ({ shop, bulkId }: { shop: string; bulkId: number }, simulator) => {
  const { store } = simulator
  const bulk = await store.get(shop, 'redeemCodeBulk', bulkId)
  if (!bulk || bulk.done) return
  const codes = await judge(simulator, shop, bulk)
  const good = codes.filter((one) => one.redeemCodeId !== null)
  const at = simulator.clock.now().toISOString()
  const discount = await store.update(shop, 'discount', bulk.discountId, (current) => ({
    ...current,
    updatedAt: at,
    codes: [...current.codes, ...good.map(({ code, redeemCodeId }) => ({ id: redeemCodeId as number, code, used: 0 }))],
  }))
  await store.put(shop, 'redeemCodeBulk', { ...bulk, codes, done: true, updatedAt: at })
  if (!discount) return
  for (const { code, redeemCodeId } of good)
    await simulator.announce(shop, 'discounts/redeemcode_added', () =>
      redeemCodePayload(discount, { id: redeemCodeId as number, code, used: 0 }),
    )
}

async function judge({ store }: Simulator, shop: string, { codes }: SimRedeemCodeBulk): Promise<Added[]> {
  const fresh = await store.nextIds(codes.length)
  const taken = await Promise.all(codes.map(async ({ code }) => (code ? (await store.find(shop, 'discount', code)) !== null : false)))
  const seen = new Set<string>()
  return codes.map(({ code }, index) => {
    const again = seen.has(code.toUpperCase())
    seen.add(code.toUpperCase())
    const fault = faultOfCode(code) ?? (taken[index] || again ? TAKEN : null)
    return { code, fault, redeemCodeId: fault ? null : (fresh[index] ?? null) }
  })
}
