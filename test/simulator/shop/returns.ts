import type { SimOrder, SimReturn, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { returnPayload, returnTakenOutPayload } from '../webhooks/payloads/returns.ts'
import { refundOrder } from './orders-refund.ts'

type Status = SimReturn['status']

/** From which state each deed leads where. */
const STEPS = {
  approve: ['REQUESTED', 'OPEN'],
  decline: ['REQUESTED', 'DECLINED'],
  cancel: ['OPEN', 'CANCELED'],
  close: ['OPEN', 'CLOSED'],
  reopen: ['CLOSED', 'OPEN'],
} as const satisfies Record<string, readonly [Status, Status]>
export type ReturnStep = keyof typeof STEPS
export type ReturnTopic = 'request' | 'process' | ReturnStep

const returnsOf = (order: SimOrder): readonly SimReturn[] => order.returns ?? []
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const counts = ({ status }: SimReturn): boolean => status === 'REQUESTED' || status === 'OPEN' || status === 'CLOSED'

/** Units of a line that have left and are in no return yet: refunding one outside a return takes it out of this as well. */
export function returnable(order: SimOrder, lineId: number): number {
  const line = order.lines.find(({ id }) => id === lineId)
  const parcels = (order.fulfillments ?? []).filter(({ status }) => status === 'success').flatMap(({ lines }) => lines)
  const ofLine = (one: { lineId: number }) => one.lineId === lineId
  const sent = sum(parcels.filter(ofLine).map(({ quantity }) => quantity))
  const inReturns = returnsOf(order)
    .filter(counts)
    .flatMap(({ lines }) => lines)
    .filter(ofLine)
  const unpaid = sum(inReturns.map(({ quantity, refunded }) => quantity - refunded))
  return line ? Math.max(0, Math.min(sent - sum(inReturns.map(({ quantity }) => quantity)), line.currentQuantity - unpaid)) : 0
}

/** Which steps a return can take next. */
export const stepsOf = ({ status, lines }: SimReturn): ReturnStep[] =>
  (Object.keys(STEPS) as ReturnStep[]).filter(
    // Shopify cancels a return only before any work was done on it.
    (step) => STEPS[step][0] === status && (step !== 'cancel' || lines.every(({ refunded }) => refunded === 0)),
  )

/** What Shopify sums an order's returns up to. What comes first where there are several is one of the settings. */
export function returnStatusOf(order: SimOrder, precedence: Simulator['settings']['returnStatusPrecedence']): string {
  const states = new Set(returnsOf(order).map(({ status }) => status))
  const found = precedence.find(([status]) => states.has(status))
  return found ? found[1] : 'NO_RETURN'
}

/** `by`: a shopper asks and the merchant approves; what the merchant makes is open at once. */
export async function openReturn(
  simulator: Simulator,
  shop: SimShop,
  orderId: number,
  { by, lines }: { by: 'shopper' | 'merchant'; lines: readonly { lineId: number; quantity: number }[] },
): Promise<void> {
  const [id = 0, ...lineIds] = await simulator.store.nextIds(1 + lines.length)
  const at = simulator.clock.now().toISOString()
  const order = await simulator.store.update(shop.domain, 'order', orderId, (before) => {
    const beyond = lines.find(({ lineId, quantity }) => quantity < 1 || quantity > returnable(before, lineId))
    if (beyond || lines.length === 0) throw new Error(`${before.name} has nothing of the kind to send back: ${JSON.stringify(lines)}`)
    const made: SimReturn = {
      id,
      name: `${before.name}-R${returnsOf(before).length + 1}`,
      status: by === 'shopper' ? 'REQUESTED' : 'OPEN',
      lines: lines.map((line, index) => ({ ...line, id: lineIds[index] ?? 0, refunded: 0 })),
      createdAt: at,
      approvedAt: null,
      closedAt: null,
    }
    return { ...before, returns: [...returnsOf(before), made] }
  })
  await announce(simulator, shop, order, id, by === 'shopper' ? 'request' : 'approve')
}

export async function moveReturn(simulator: Simulator, shop: SimShop, orderId: number, id: number, step: ReturnStep): Promise<void> {
  const [from, status] = STEPS[step]
  const at = simulator.clock.now().toISOString()
  const order = await change(simulator, shop, orderId, id, (one) => {
    if (!stepsOf(one).includes(step)) throw new Error(`${one.name} is ${one.status}, so nobody can ${step} it: it must be ${from}`)
    return { ...one, status, approvedAt: step === 'approve' ? at : one.approvedAt, closedAt: status === 'CLOSED' ? at : null }
  })
  await announce(simulator, shop, order, id, step)
}

/** She keeps this one after all. */
export async function takeOutOfReturn(
  simulator: Simulator,
  shop: SimShop,
  orderId: number,
  id: number,
  returnLineId: number,
): Promise<void> {
  const before = await returnOf(simulator, shop, orderId, id)
  const line = before.lines.find((one) => one.id === returnLineId)
  if (!line || line.refunded > 0 || before.status !== 'OPEN' || before.lines.length < 2)
    throw new Error(`Line ${returnLineId} cannot be taken out of ${before.name}`)
  await change(simulator, shop, orderId, id, (one) => ({ ...one, lines: one.lines.filter((kept) => kept.id !== returnLineId) }))
  await simulator.announce(shop, 'returns/update', () => returnTakenOutPayload(before, line), { eventId: crypto.randomUUID() })
}

/** What is in it is processed: counted as received, and paid back. */
export async function refundReturn(simulator: Simulator, shop: SimShop, orderId: number, id: number): Promise<void> {
  const { lines, status, name } = await returnOf(simulator, shop, orderId, id)
  const owed = lines.flatMap(({ lineId, quantity, refunded }) => (quantity > refunded ? [{ lineId, quantity: quantity - refunded }] : []))
  if (status !== 'OPEN' || owed.length === 0) throw new Error(`Nothing of ${name} can be refunded`)
  const order = await change(simulator, shop, orderId, id, (one) => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, refunded: line.quantity })),
  }))
  await refundOrder(simulator, shop, orderId, { lines: owed, shipping: false, restock: true, note: name })
  await announce(simulator, shop, order, id, 'process')
}

async function returnOf({ store }: Simulator, shop: SimShop, orderId: number, id: number): Promise<SimReturn> {
  const found = (await store.get(shop.domain, 'order', orderId))?.returns?.find((one) => one.id === id)
  if (!found) throw new Error(`Order ${orderId} has no return ${id}`)
  return found
}

const change = ({ store }: Simulator, shop: SimShop, orderId: number, id: number, changed: (one: SimReturn) => SimReturn) =>
  store.update(shop.domain, 'order', orderId, (before) => ({
    ...before,
    returns: returnsOf(before).map((one) => (one.id === id ? changed(one) : one)),
  }))

async function announce(simulator: Simulator, shop: SimShop, order: SimOrder | null, id: number, topic: ReturnTopic): Promise<void> {
  const told = order?.returns?.find((one) => one.id === id)
  if (!order || !told) throw new Error(`${shop.handle} has no return ${id}`)
  await simulator.announce(shop, `returns/${topic}`, () => returnPayload(order, told, topic), { eventId: crypto.randomUUID() })
}
