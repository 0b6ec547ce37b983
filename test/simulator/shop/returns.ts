import type { SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { returnPayload, type ReturnStatus } from '../webhooks/payloads/returns.ts'

/** What happens to a return, what the order's own status is then, and the return's. */
const STEPS = {
  request: ['RETURN_REQUESTED', 'requested'],
  approve: ['IN_PROGRESS', 'open'],
  decline: ['RETURN_FAILED', 'declined'],
  close: ['RETURNED', 'closed'],
} as const satisfies Record<string, [SimOrder['returnStatus'], ReturnStatus]>
export type ReturnStep = keyof typeof STEPS

/** One return of the whole order; several, or of parts, are not modelled. */
export async function moveReturn(simulator: Simulator, shop: SimShop, orderId: number, step: ReturnStep): Promise<void> {
  const [returnStatus, status] = STEPS[step]
  const order = await simulator.store.update(shop.domain, 'order', orderId, (before) => ({ ...before, returnStatus }))
  if (order) await simulator.announce(shop, `returns/${step}`, () => returnPayload(order, status), { eventId: crypto.randomUUID() })
}
