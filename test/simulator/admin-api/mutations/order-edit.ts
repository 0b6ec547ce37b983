import type { SimOrder, SimOrderEdit } from '../../model.ts'
import { removeFromOrder } from '../../shop/orders-remove.ts'
import { seesOrder } from '../access.ts'
import { type Caller, type Fields, gid, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asCalculated, type Calculated } from '../types/order-edits.ts'
import { asOrder } from '../types/orders.ts'

const OUR_APP = 1

interface UserError {
  field: string[] | null
  message: string
  code?: string
}
const refused = (field: string, message: string, code?: string): { userErrors: UserError[] } => ({
  userErrors: [{ field: [field], message, ...(code ? { code } : {}) }],
})
const answer = (order: SimOrder, edit: SimOrderEdit) => ({
  calculatedOrder: asCalculated(order, edit),
  orderEditSession: { id: gid('OrderEditSession', edit.id) },
  userErrors: [],
})

/** Changes wait in a session of their own until they are committed; one that nobody commits changes nothing. */
export const orderEdits: Fields<unknown> = {
  async orderEditBegin(_, { id }: { id: string }, caller) {
    const order = await orderOf(id, caller)
    if (!order) return refused('id', 'The order does not exist.')
    if (order.cancelledAt) return refused('id', 'The order cannot be edited because it is cancelled.')
    const now = caller.simulator.clock.now().toISOString()
    const edit: SimOrderEdit = {
      id: await caller.simulator.store.nextId(),
      orderId: order.id,
      lines: [],
      shippingLineIds: [],
      committedAt: null,
      updatedAt: now,
    }
    await caller.simulator.store.put(caller.shop.domain, 'orderEdit', edit)
    return answer(order, edit)
  },

  async orderEditSetQuantity(_, { id, lineItemId, quantity, restock = false, locationId }: SetQuantity, caller) {
    if (locationId) throw new NotModelled('The simulator keeps all stock in one place: no locationId')
    const open = await openEdit(id, caller)
    if ('userErrors' in open) return open
    const lineId = readGid(lineItemId)
    const line = lineId?.type === 'CalculatedLineItem' ? open.order.lines.find((one) => one.id === lineId.id) : undefined
    if (!line) return refused('lineItemId', 'The line item does not exist.')
    if (quantity < 0) return refused('quantity', 'The quantity must not be negative.')
    if (quantity > line.currentQuantity) throw new NotModelled('The simulator does not add to an order by an edit')
    if (open.order.fulfilledAt) return refused('lineItemId', 'The line item cannot be edited: it is fulfilled.')
    const lines = [...open.edit.lines.filter((one) => one.lineId !== line.id), { lineId: line.id, quantity, restock }]
    const staged = await stage(caller, open, { lines })
    return { ...staged, calculatedLineItem: staged.calculatedOrder.lines.find(({ line: { id } }) => id === line.id) }
  },

  async orderEditRemoveShippingLine(_, { id, shippingLineId }: { id: string; shippingLineId: string }, caller) {
    const open = await openEdit(id, caller)
    if ('userErrors' in open) return open
    const asked = readGid(shippingLineId)
    const line = asked?.type === 'CalculatedShippingLine' ? open.order.shippingLines.find((one) => one.id === asked.id) : undefined
    if (!line || line.removed) return refused('shippingLineId', 'The shipping line does not exist.', 'INVALID')
    return stage(caller, open, { shippingLineIds: [...new Set([...open.edit.shippingLineIds, line.id])] })
  },

  async orderEditCommit(_, { id, notifyCustomer }: { id: string; notifyCustomer?: boolean }, caller) {
    if (notifyCustomer) throw new NotModelled('The simulator sends no mail about an order edit')
    const open = await openEdit(id, caller)
    if ('userErrors' in open) return open
    const { order, edit } = open
    if (edit.lines.length + edit.shippingLineIds.length === 0) return refused('id', 'There are no staged changes to commit.')
    const { store, clock } = caller.simulator
    await store.put(caller.shop.domain, 'orderEdit', { ...edit, committedAt: clock.now().toISOString() })
    const removal = { lines: edit.lines, shippingLineIds: edit.shippingLineIds, appId: OUR_APP }
    const edited = await removeFromOrder(caller.simulator, caller.shop, order.id, removal)
    return { order: asOrder(edited), successMessages: ['Order updated'], userErrors: [] }
  },
}

interface SetQuantity {
  id: string
  lineItemId: string
  quantity: number
  restock?: boolean
  locationId?: string
}
interface Open {
  order: SimOrder
  edit: SimOrderEdit
}

async function orderOf(value: string, { simulator, shop, scopes }: Caller): Promise<SimOrder | null> {
  const asked = readGid(value)
  const order = asked?.type === 'Order' ? await simulator.store.get(shop.domain, 'order', asked.id) : null
  return order && seesOrder(order, scopes, simulator.clock.now()) ? order : null
}

/** By the number of the calculated order or of the session, which are the same here. */
async function openEdit(value: string, { simulator, shop }: Caller): Promise<Open | { userErrors: UserError[] }> {
  const asked = readGid(value)
  const known = asked && ['CalculatedOrder', 'OrderEditSession'].includes(asked.type)
  const edit = known ? await simulator.store.get(shop.domain, 'orderEdit', asked.id) : null
  const order = edit && (await simulator.store.get(shop.domain, 'order', edit.orderId))
  if (!edit || !order) return refused('id', 'The calculated order does not exist.')
  return edit.committedAt ? refused('id', 'The calculated order was committed already.') : { order, edit }
}

async function stage({ simulator, shop }: Caller, { order, edit }: Open, staged: Partial<SimOrderEdit>) {
  const next = { ...edit, ...staged, updatedAt: simulator.clock.now().toISOString() }
  await simulator.store.put(shop.domain, 'orderEdit', next)
  return answer(order, next) as ReturnType<typeof answer> & { calculatedOrder: Calculated }
}
